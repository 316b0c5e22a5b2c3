/** The register on the command line: `ledger judge`, `ledger diff` and `profile learn`. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerDiffCommand, ledgerJudgeCommand } from '../../scripts/cli/ledger.ts';
import { profileLearnCommand } from '../../scripts/cli/profile-learn.ts';
import { loadCatalogue, loadProfile } from '../../scripts/library.ts';
import { type Issue, UnusableInput } from '../../shared/issue/issue.ts';
import { lineOf } from '../../shared/issue/messages.ts';
import { judgeLedger } from '../../shared/line/judge-ledger.ts';
import { defaultSettings } from '../../shared/settings/settings.ts';
import { parseDelimited } from '../../shared/table/parse.ts';

const catalogue = loadCatalogue();
let folder = '';
let count = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cci-register-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command on files; the folder of outputs is `out`. Issues are those of unusable input. */
function run(
  files: Readonly<Record<string, Buffer | string>>,
  command: (at: (name: string) => string) => number,
): { code: number; out: string; printed: string; issues: readonly Issue[] } {
  const base = join(folder, `case${++count}`);
  mkdirSync(base);
  const at = (name: string) => join(base, name);
  for (const [name, content] of Object.entries(files)) writeFileSync(at(name), content);
  const printed: string[] = [];
  const write = process.stdout.write;
  process.stdout.write = ((text: string) => printed.push(String(text)) > 0) as typeof write;
  try {
    return { code: command(at), out: at('out'), printed: printed.join(''), issues: [] };
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return { code: 2, out: at('out'), printed: printed.join(''), issues: error.issues };
  } finally {
    process.stdout.write = write;
  }
}

function table(out: string, name: string): readonly Readonly<Record<string, string>>[] {
  const bytes = readFileSync(join(out, name));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = bytes.toString('utf8');
  expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  const [header = [], ...rows] = parseDelimited(text).rows;
  return rows.map((cells) => Object.fromEntries(header.map((key, i) => [key, cells[i] ?? ''])));
}

const settings = 'baseDate: "2026-04-01"\n';
const judgeFile = (content: Buffer | string, more = settings, profile = 'toas-provisional') =>
  run({ 'ledger.csv': content, 'settings.yaml': more }, (at) =>
    ledgerJudgeCommand({
      ledger: at('ledger.csv'),
      profile,
      settings: at('settings.yaml'),
      out: at('out'),
    }),
  );
const diffFiles = (before: Buffer | string, after: Buffer | string, profile = 'toas-provisional') =>
  run({ 'before.csv': before, 'after.csv': after }, (at) =>
    ledgerDiffCommand({ before: at('before.csv'), after: at('after.csv'), profile, out: at('out') }),
  );

const header = '事業所番号,事業所名,組織区分,資本金,従業員数,業種,事業開始年月,営業状況';
const ledger = (...rows: readonly string[]) => `${header}\r\n${rows.map((r) => `${r}\r\n`).join('')}`;
const cp932 = (text: string) => iconv.encode(text, 'CP932');

describe('cci ledger judge', () => {
  it.each([
    ['capital one yen short', '法人,2999999,0,製造業,2020/04,営業中', 'no', ''],
    ['capital just enough', '法人,3000000,0,製造業,2020/04,営業中', 'yes', ''],
    ['capital as people write it', '法人,300万円,0,製造業,2020/04,営業中', 'yes', ''],
    ['19 in manufacturing', '法人,2999999,19,製造業,2020/04,営業中', 'no', ''],
    ['20 in manufacturing', '法人,2999999,20人,製造業,2020/04,営業中', 'yes', ''],
    ['4 in retail', '法人,2999999,4,56,2020/04,営業中', 'no', ''],
    ['5 in retail', '法人,2999999,5,56,2020/04,営業中', 'yes', ''],
    ['industry missing', '法人,2999999,6,,2020/04,営業中', 'unknown', 'industry'],
    ['industry that is no industry', '法人,2999999,6,ひみつ,2020/04,営業中', 'unknown', 'industry'],
    ['industry of a split middle class', '法人,2999999,6,79,2020/04,営業中', 'unknown', 'industry'],
    ['six months exactly', '法人,3000000,0,E,2025/10,営業中', 'yes', ''],
    ['one month less', '法人,3000000,0,E,2025/11,営業中', 'no', ''],
    ['six months in 和暦', '法人,3000000,0,E,令和7年10月,営業中', 'yes', ''],
    ['start not known', '法人,3000000,0,E,,営業中', 'unknown', 'businessStartMonth'],
    ['closed', '法人,3000000,50,E,2020/04,廃業', 'no', ''],
    ['an individual without capital', '個人事業主,,4,56,2020/04,営業中', 'no', ''],
    ['an individual with 5 in retail', '個人,,5,56,2020/04,営業中', 'yes', ''],
    ['capital that cannot be read', '法人,abc,4,E,2020/04,営業中', 'unknown', 'capital'],
    ['nothing known', '法人,,,,,', 'unknown', 'businessStartMonth;capital;employees'],
  ])('%s', (_name, row, result, missing) => {
    const { code, out } = judgeFile(cp932(ledger(`000123,株式会社見本,${row}`)));
    expect(code).toBe(0);
    const [judged] = table(out, 'judgement.csv');
    expect(judged).toMatchObject({ businessNumber: '000123', name: '株式会社見本', result, missing });
    expect(judged?.ground).toContain('基準日 2026-04-01');
    expect(judged?.ground).toContain('法7条2項');
  });

  it('writes_every_row_in_order_with_a_receipt_and_what_was_doubtful', () => {
    const { out, printed } = judgeFile(
      cp932(
        ledger(
          '000123,A,法人,3000000,0,E,2020/04,営業中',
          '000123,B,法人,abc,30,E,2020/04,営業中',
          ',C,法人,1,4,E,2020/04,営業中',
          '000200,=D,法人,1,6,E,2020/04,営業ちう',
        ),
      ),
    );
    expect(table(out, 'judgement.csv').map((r) => [r.name, r.result])).toEqual([
      ['A', 'yes'],
      ['B', 'yes'],
      ['C', 'no'],
      ["'=D", 'no'],
    ]);
    expect(table(out, 'issues.csv').map((i) => `${i.row}:${i.code}`)).toEqual([
      '2:ledger.number-twice',
      '2:number.format',
      '3:ledger.number-blank',
      '4:choice.unknown',
    ]);
    const receipt = JSON.parse(readFileSync(join(out, 'receipt.json'), 'utf8')) as Record<string, unknown>;
    expect(receipt).toMatchObject({
      command: 'ledger judge',
      profileVerified: false,
      baseDate: '2026-04-01',
      rows: { in: 4, yes: 2, no: 2, unknown: 0 },
      inputs: [{ name: 'ledger.csv' }],
    });
    expect(printed).toContain('4 件：当たる 2 件');
    expect(readdirSync(out).sort()).toEqual(['issues.csv', 'judgement.csv', 'receipt.json']);
  });

  it('raised_thresholds_and_an_own_list_of_industries__are_followed', () => {
    const rows = ledger(
      '1,A,法人,3000000,0,E,2020/04,',
      '2,B,法人,5000000,0,E,2020/04,',
      '3,C,法人,1,6,56,2020/04,',
      '4,D,法人,1,6,E,2020/04,',
    );
    const more = `${settings}thresholds: {capital: 5000000}\ncommerceServiceIndustries: [E]\n`;
    expect(table(judgeFile(rows, more).out, 'judgement.csv').map((r) => r.result)).toEqual([
      'no',
      'yes',
      'no',
      'yes',
    ]);
    expect(judgeFile(rows, 'thresholds: {capital: 2999999}\n').issues[0]?.code).toBe(
      'settings.threshold-low',
    );
  });

  it('without_a_base_date__the_first_day_of_the_fiscal_year_counts', () => {
    const baseDate = (today: string, fiscalYearStart: string) =>
      judgeLedger({
        ledger: { file: 'x.csv', bytes: Buffer.from(ledger('1,A,法人,1,1,E,2020/04,')) },
        profile: loadProfile('toas-provisional', catalogue),
        catalogue,
        settings: { ...defaultSettings, fiscalYearStart },
        today,
      }).receipt.baseDate;
    expect(baseDate('2026-11-24', '04-01')).toBe('2026-04-01');
    expect(baseDate('2026-03-31', '04-01')).toBe('2025-04-01');
    expect(baseDate('2026-11-24', '01-01')).toBe('2026-01-01');
  });

  it('characters_of_the_system_itself__are_said__and_settings_of_blanks_alone_set_nothing', () => {
    const gaiji = cp932(ledger('1,外,法人,3000000,0,E,2020/04,'));
    gaiji.set([0xf0, 0x40], gaiji.indexOf(cp932('外')));
    const { code, printed } = judgeFile(gaiji, ' \n');
    expect(code).toBe(0);
    expect(printed).toContain('[file.gaiji]');
  });

  it('a_column_that_is_simply_not_there__is_named_and_missing_from_what_is_known', () => {
    const { out, printed } = judgeFile('事業所番号,従業員数,組織区分,事業開始年月\r\n1,6,法人,2020/04\r\n');
    expect(table(out, 'judgement.csv')[0]).toMatchObject({ result: 'unknown', missing: 'industry;capital' });
    expect(printed).toContain('台帳にない列：業種、資本金、営業状況');
  });
});

describe('cci ledger diff', () => {
  const before = ledger(
    '000123,株式会社見本,法人,10000000,20,E,2010/04,営業中',
    '000124,見本屋,個人事業主,,3,56,2019/04,営業中',
    '000125,A,法人,,,,,',
    '000126,B,法人,,,,,',
    '000126,B2,法人,,,,,',
    ',名なし,法人,,,,,',
  );
  const after = ledger(
    '000130,新しい店,法人,,,,,',
    '000124,見本屋,個人,,３人,56 各種商品小売業,平成31年4月,休業',
    '000123,株式会社髙橋,法人,1000万円,20,E,2010/04,営業中',
    '000126,B3,法人,,,,,',
  );

  it('names_what_changed_after_normalisation', () => {
    const { code, out, printed } = diffFiles(cp932(before), Buffer.from(`\uFEFF${after}`));
    expect(code).toBe(0);
    expect(table(out, 'diff.csv')).toEqual([
      { kind: 'added', businessNumber: '000130', key: '', before: '', after: '' },
      {
        kind: 'changed',
        businessNumber: '000124',
        key: 'operatingStatus',
        before: 'operating',
        after: 'suspended',
      },
      {
        kind: 'changed',
        businessNumber: '000123',
        key: 'name',
        before: '株式会社見本',
        after: '株式会社髙橋',
      },
      { kind: 'removed', businessNumber: '000125', key: '', before: '', after: '' },
    ]);
    expect(table(out, 'issues.csv').map((i) => `${i.responseId}:${i.code}`)).toEqual([
      'before-5:ledger.number-twice',
      'before-6:ledger.number-blank',
    ]);
    expect(printed).toContain('変更 2 件、追加 1 件、削除 1 件');
  });

  it('columns_of_one_file_only__are_named_and_not_compared', () => {
    const { out } = diffFiles(
      '事業所番号,電話番号,FAX番号\r\n1,a,b\r\n',
      '事業所番号,電話番号,備考\r\n1,a,x\r\n',
    );
    const receipt = JSON.parse(readFileSync(join(out, 'receipt.json'), 'utf8')) as Record<string, unknown>;
    expect(receipt).toMatchObject({ columns: { onlyBefore: ['FAX番号'], onlyAfter: ['備考'] } });
    expect(table(out, 'diff.csv')).toEqual([]);
  });

  it('an_extension_in_the_telephone_column__is_compared', () => {
    const file = (phone: string) => `事業所番号,電話番号\r\n1,${phone}\r\n`;
    const { out } = diffFiles(file('03-5253-5111（内線12）'), file('０３－５２５３－５１１１ 内線34'));
    expect(table(out, 'diff.csv')).toEqual([
      { kind: 'changed', businessNumber: '1', key: 'extension', before: '12', after: '34' },
    ]);
  });

  it('numbers_that_lost_their_zeros_in_a_spreadsheet__are_pointed_out', () => {
    const { out } = diffFiles('事業所番号,事業所名\r\n000123,A\r\n', '事業所番号,事業所名\r\n123,A\r\n');
    expect(table(out, 'issues.csv')[0]).toMatchObject({ code: 'ledger.number-lost-zero', value: '123' });
  });
});

describe('a ledger that cannot be used', () => {
  const good = ledger('1,見本屋,法人,1,1,E,2020/04,営業中', '2,見本堂,法人,1,1,E,2020/04,営業中');
  const cases: readonly (readonly [string, Buffer | string, string])[] = [
    ['no column of numbers', good.replace('事業所番号', '番号札'), 'header.key-missing'],
    ['a renamed column', good.replace('資本金', '資本金額'), 'ledger.column-renamed'],
    ['broken off within a row', good.slice(0, good.indexOf('見本堂')), 'ledger.row-ragged'],
    [
      'broken off within quotes',
      good.replace('見本堂', '"見本堂').slice(0, good.indexOf('見本堂') + 3),
      'ledger.quote-open',
    ],
    [
      'two encodings in one file',
      Buffer.concat([
        cp932(good.slice(0, good.indexOf('\r\n') + 2)),
        Buffer.from('1,𠮷田屋,法人,1,1,E,2020/04,営業中\r\n'),
      ]),
      'file.encoding',
    ],
    ['a header twice', good.replace('営業状況', '資本金'), 'header.twice'],
    ['an empty file', '', 'file.empty'],
    ['a header alone', `${header}\r\n`, 'ledger.no-rows'],
    ['no header', '1,2,3\r\n4,5,6\r\n', 'header.unknown'],
  ];
  it.each(cases)('judge: %s', (_name, content, code) => {
    const { code: exit, out, issues } = judgeFile(content);
    expect(exit).toBe(2);
    expect(issues.map((i) => i.code)).toContain(code);
    for (const found of issues) expect(lineOf(found)).toMatch(/ledger\.csv.*。.*\[[a-z0-9.-]+\]$/);
    expect(existsSync(out)).toBe(false);
  });

  it.each(
    cases.filter(([, , code]) => code !== 'ledger.column-renamed'),
  )('diff: %s', (_name, content, code) => {
    const { code: exit, out, issues } = diffFiles(good, content);
    expect(exit).toBe(2);
    expect(issues.map((i) => i.code)).toContain(code);
    for (const found of issues) expect(lineOf(found)).toContain('after.csv');
    expect(existsSync(out)).toBe(false);
  });

  it('an_earlier_output__stays_as_it_is', () => {
    const result = run({ 'a.csv': good, 'b.csv': good.slice(0, -20) }, (at) => {
      const call = (file: string) =>
        ledgerJudgeCommand({ ledger: at(file), profile: 'toas-provisional', out: at('out') });
      call('a.csv');
      return call('b.csv');
    });
    expect(result.code).toBe(2);
    expect(table(result.out, 'judgement.csv')).toHaveLength(2);
  });
});

describe('cci profile learn', () => {
  const sample = cp932(
    '企業番号,会社名,法人個人区分,TEL,設立年月日,システム印\r\n000123,株式会社髙橋,1,03-5253-5111,19980401,x\r\n000124,見本屋,2,011-231-1111,20190430,x\r\n000125,見本堂,1,011-231-1112,20190501,y\r\n',
  );
  it('the_draft_reads_the_ledger_it_was_learned_from', () => {
    const learned = run({ 'sample.csv': sample }, (at) => {
      profileLearnCommand({ sample: at('sample.csv'), out: at('my-system.yaml') });
      return ledgerDiffCommand({
        before: at('sample.csv'),
        after: at('sample.csv'),
        profile: at('my-system.yaml'),
        out: at('out'),
      });
    });
    expect(learned.code).toBe(0);
    expect(learned.printed).toContain('6 列のうち 4 列を対応させました');
    expect(learned.printed).toContain('[learn.codes]');
    expect(learned.printed).toContain('値の種類：1、2');
    expect(learned.printed).toContain('「システム印」');
    expect(table(learned.out, 'diff.csv')).toEqual([]);
    const profile = loadProfile(join(learned.out, '..', 'my-system.yaml'), catalogue);
    expect(profile).toMatchObject({
      id: 'my-system',
      verified: false,
      encoding: 'windows-31j',
      newline: 'crlf',
      dates: 'compact',
    });
    expect(profile.columns.map((c) => c.key)).toEqual([
      'businessNumber',
      'name',
      undefined,
      'phone',
      'establishedOn',
      undefined,
    ]);
  });

  it.each([
    ['parted by semicolons', 'file.delimiter', '番号;会社名;TEL\r\n1;見本屋;03-5253-5111\r\n'],
    ['with a blank header', 'header.missing', ',,\r\n1,見本屋,03-5253-5111\r\n'],
    ['of UTF-16', 'file.utf16', Buffer.from('\uFEFF番号,会社名\r\n1,見本屋\r\n', 'utf16le')],
    ['with a header twice', 'header.twice', '番号,会社名,会社名\r\n1,見本屋,見本屋\r\n'],
  ])('a_sample_%s__is_refused_in_one_line', (_name, code, content) => {
    const result = run({ 'sample.csv': content }, (at) =>
      profileLearnCommand({ sample: at('sample.csv'), out: at('my.yaml') }),
    );
    expect(result.code).toBe(2);
    expect(result.issues.map((i) => i.code)).toEqual([code]);
    expect(result.printed).toBe('');
    expect(existsSync(join(result.out, '..', 'my.yaml'))).toBe(false);
  });

  it('a_damaged_sample__leaves_no_draft', () => {
    const result = run({ 'sample.csv': sample.subarray(0, sample.length - 8) }, (at) =>
      profileLearnCommand({ sample: at('sample.csv'), out: at('my.yaml') }),
    );
    expect(result.code).toBe(2);
    expect(result.issues[0]?.code).toBe('ledger.row-ragged');
    expect(existsSync(join(result.out, '..', 'my.yaml'))).toBe(false);
  });
});
