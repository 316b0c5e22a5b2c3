/** Answers of the yearly update laid over the ledger: whole rows go out, and nothing is blanked, guessed or lost. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertCommand } from '../../scripts/cli/convert.ts';
import { libraryFolder, loadCatalogue, loadProfile, loadTemplate } from '../../scripts/library.ts';
import type { Profile } from '../../shared/csv/profile.ts';
import { planForm } from '../../shared/form/make.ts';
import { UnusableInput } from '../../shared/issue/issue.ts';
import { convert } from '../../shared/line/convert.ts';
import { defaultSettings } from '../../shared/settings/settings.ts';
import { parseDelimited } from '../../shared/table/parse.ts';

const catalogue = loadCatalogue();
const toas = loadProfile('toas-provisional', catalogue);
const template = loadTemplate('register-update', catalogue);
const line = join(libraryFolder, 'register-update/line');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cci-update-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const records = (text: string): readonly Readonly<Record<string, string>>[] => {
  const [header = [], ...rows] = parseDelimited(text).rows;
  return rows.map((cells) => Object.fromEntries(header.map((key, i) => [key, cells[i] ?? ''])));
};

const answersHeader = 'タイムスタンプ,変更の有無,記入者,事業所番号,電話番号,資本金,従業員数,業種,法人番号';
/** Each answer: day of June, then the cells from 変更の有無 on without 記入者. */
const answersOf = (...rows: readonly string[]) =>
  `${answersHeader}\n${rows
    .map((row) => {
      const [day = '', status = '', ...cells] = row.split(',');
      const all = [`2026/06/${day} 午前 9:00:00`, status, '見本', ...cells];
      return `${all.join(',')}${','.repeat(9 - all.length)}\n`;
    })
    .join('')}`;

const ledgerText =
  '事業所番号,事業所名,電話番号,内線,資本金,従業員数,うち正社員数,業種,法人番号\r\n' +
  '000123,見本屋,011-231-1111,12,1000000,20,15,58,\r\n' +
  '000124,見本堂,011-231-2222,,,,,,7000012050002\r\n' +
  '000125,A,,,,,,,\r\n000125,B,,,,,,,\r\n';

function run(answers: string, ledger: string | null = ledgerText, profile: Profile = toas) {
  const { files, receipt } = convert({
    template,
    catalogue,
    profile,
    settings: defaultSettings,
    answers: { file: 'answers.csv', bytes: Buffer.from(answers) },
    ...(ledger === null ? {} : { ledger: { file: 'ledger.csv', bytes: Buffer.from(ledger) } }),
    today: '2026-11-24',
  });
  const bytes = (name: string) => Buffer.from(files.find((file) => file.name === name)?.bytes ?? []);
  const { rows, unchanged = [], superseded = [] } = receipt;
  if (ledger !== null) expect(rows.exported + rows.held + unchanged.length + superseded.length).toBe(rows.in);
  return {
    receipt,
    exported: records(iconv.decode(bytes('export.csv'), 'CP932')),
    issues: records(bytes('issues.csv').toString('utf8')),
    codes: records(bytes('issues.csv').toString('utf8')).map((i) => `${i.row}:${i.severity}:${i.code}`),
  };
}

const refusal = (make: () => unknown): readonly string[] => {
  try {
    make();
  } catch (error) {
    if (error instanceof UnusableInput) return error.issues.map((i) => i.code);
    throw error;
  }
  return [];
};

describe('golden line of register-update over its ledger', () => {
  const read = (name: string) => ({ file: name, bytes: readFileSync(join(line, name)) });
  const { files } = convert({
    template,
    catalogue,
    profile: toas,
    settings: defaultSettings,
    answers: read('answers.csv'),
    ledger: read('ledger.csv'),
    today: '2026-11-24',
  });
  it.each(
    files.map(({ name, bytes }) => [name, bytes] as const),
  )('%s is what was reviewed', (name, bytes) => {
    const expected = join(line, 'expected/over-ledger', name);
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(join(line, 'expected/over-ledger'), { recursive: true });
      writeFileSync(expected, bytes);
    }
    expect(existsSync(expected)).toBe(true);
    expect(Buffer.from(bytes).equals(readFileSync(expected)), `${name} differs`).toBe(true);
  });
});

describe('an answer over the ledger', () => {
  it('what_was_not_answered__stays_as_registered', () => {
    const { exported, receipt, codes } = run(answersOf('01,変更あり,000123,03-5253-5111'));
    expect(exported).toHaveLength(1);
    expect(exported[0]).toMatchObject({
      事業所番号: '000123',
      事業所名: '見本屋',
      電話番号: '03-5253-5111',
      内線: '12',
      資本金: '1000000',
      業種: '58',
    });
    expect(receipt).toMatchObject({ rows: { in: 1, exported: 1, held: 0 }, unchanged: [], superseded: [] });
    expect(codes).toEqual([]);
  });

  it('変更なし_without_a_difference__counts_as_unchanged', () => {
    const { exported, receipt, codes } = run(
      answersOf('01,変更なし,000123', '01,変更なし,000124,０１１ー２３１ー２２２２'),
    );
    expect(exported).toEqual([]);
    expect(receipt.rows).toMatchObject({ in: 2, exported: 0, held: 0 });
    expect(receipt.unchanged?.map((u) => u.businessNumber)).toEqual(['000123', '000124']);
    expect(codes).toEqual([]);
  });

  it('変更なし_with_other_values__goes_out_with_a_warning', () => {
    const { exported, codes } = run(answersOf('01,変更なし,000123,,300万円'));
    expect(exported[0]).toMatchObject({ 資本金: '3000000' });
    expect(codes).toEqual(['1:warning:answer.contradiction']);
  });

  it('変更あり_with_nothing_new__is_unchanged_and_said', () => {
    const { receipt, codes } = run(answersOf('01,変更あり,000123,011-231-1111'));
    expect(receipt.unchanged).toHaveLength(1);
    expect(codes).toEqual(['1:warning:answer.nothing-new']);
  });

  it('the_大分類_of_a_finer_code__does_not_make_the_ledger_coarser', () => {
    const { exported, codes } = run(answersOf('01,変更あり,000123,,2000000,,卸売業、小売業'));
    expect(exported[0]).toMatchObject({ 業種: '58', 資本金: '2000000' });
    expect(codes).toEqual(['1:info:answer.industry-coarser']);
    expect(run(answersOf('01,変更あり,000123,,,,製造業')).exported[0]).toMatchObject({ 業種: 'E' });
  });

  it('what_does_not_fit_the_registered_rest__is_a_warning', () => {
    expect(run(answersOf('01,変更あり,000123,,,10')).codes).toEqual(['1:warning:employees.breakdown']);
  });

  it('its_own_business__is_no_duplicate__another_one_is', () => {
    expect(run(answersOf('01,変更あり,000124,011-231-2222,1000,,,7000012050002')).codes).toEqual([]);
    expect(run(answersOf('01,変更あり,000123,011-231-2222')).codes).toEqual(['1:warning:duplicate.likely']);
  });
});

describe('a business that cannot be told', () => {
  it.each([
    ['a number that the ledger has not', '999999', 'ledger.number-unknown', ''],
    ['a number without its zeros', '123', 'ledger.number-unknown', '000123'],
    ['no number', '', 'ledger.number-unknown', ''],
    ['a number that stands twice in the ledger', '000125', 'ledger.number-twice', ''],
  ])('%s__holds_the_row', (_name, number, code, suggestion) => {
    const { receipt, issues } = run(answersOf(`01,変更あり,${number},03-5253-5111`));
    expect(receipt.rows).toMatchObject({ exported: 0, held: 1 });
    expect(issues.find((i) => i.code === code)).toMatchObject({ severity: 'error', suggestion });
  });

  it.each([
    ['a renamed column', ledgerText.replace('資本金', '資本金額'), 'ledger.column-renamed'],
    ['no column of numbers', ledgerText.replace('事業所番号', '番号札'), 'header.key-missing'],
    ['a header alone', ledgerText.slice(0, ledgerText.indexOf('\n') + 1), 'ledger.no-rows'],
    ['broken off', ledgerText.slice(0, -6), 'ledger.row-ragged'],
  ])('%s__is_refused', (_name, ledger, code) => {
    expect(refusal(() => run(answersOf('01,変更なし,000123'), ledger))).toContain(code);
  });
});

describe('two answers for one business', () => {
  it('the_later_wins_field_by_field__wherever_it_stands', () => {
    const { exported, receipt, issues } = run(
      answersOf('03,変更あり,000123,03-5253-5112', '02,変更あり,000123,03-5253-5111,2000000'),
    );
    expect(exported).toHaveLength(1);
    expect(exported[0]).toMatchObject({ 電話番号: '03-5253-5112', 資本金: '2000000' });
    expect(receipt.superseded).toEqual([{ row: 2, responseId: 'row-2', businessNumber: '000123', by: 1 }]);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ row: '1', severity: 'warning', code: 'answer.conflict', key: 'phone' });
    expect(issues[0]?.message).toMatch(/2 行目.*03-5253-5111.*1 行目.*03-5253-5112/);
  });

  it('a_later_変更なし__takes_the_earlier_back_with_a_warning', () => {
    const { exported, receipt, codes } = run(
      answersOf('01,変更あり,000123,03-5253-5111', '02,変更なし,000123'),
    );
    expect(exported).toEqual([]);
    expect(receipt).toMatchObject({ unchanged: [{ row: 2 }], superseded: [{ row: 1, by: 2 }] });
    expect(codes).toEqual(['2:warning:answer.conflict']);
  });

  it('a_later_one_that_is_held__leaves_the_earlier_in_force', () => {
    const { exported, receipt, codes } = run(
      answersOf('01,変更あり,000123,03-5253-5111', '02,変更あり,000123,03-5253-5112,,,,123'),
    );
    expect(exported[0]).toMatchObject({ 電話番号: '03-5253-5111' });
    expect(receipt.rows).toMatchObject({ exported: 1, held: 1 });
    expect(codes).toEqual(['2:error:corporate-number.length', '2:warning:answer.conflict']);
  });
});

describe('the whole row', () => {
  it('columns_without_a_field__pass_through', () => {
    const columns = toas.columns
      .slice(0, 8)
      .concat([{ header: 'システム印' }, { header: '版', fixed: 'v1' }]);
    const ledger = '事業所番号,組織区分,事業所名,システム印,版\r\n000123,法人,見本屋,印 7,v0\r\n';
    const answers = answersOf('01,変更あり,000123,,,,,7000012050002');
    const { exported } = run(answers, ledger, { ...toas, columns });
    expect(exported[0]).toMatchObject({
      事業所名: '見本屋',
      システム印: '印 7',
      版: 'v1',
      法人番号: '7000012050002',
    });
  });

  it('without_a_ledger__nothing_changes_but_the_blanks_are_said', () => {
    const { receipt, exported } = run(answersOf('01,変更なし,000123'), null);
    expect(receipt).not.toHaveProperty('unchanged');
    expect(receipt).not.toHaveProperty('superseded');
    expect(exported[0]).toMatchObject({ 事業所番号: '000123', 事業所名: '' });
    const answers = join(folder, 'a.csv');
    writeFileSync(answers, answersOf('01,変更なし,000123'));
    writeFileSync(join(folder, 'l.csv'), ledgerText);
    const said = (more: { ledger?: string }) => {
      const printed: string[] = [];
      const write = process.stdout.write;
      process.stdout.write = ((text: string) => printed.push(String(text)) > 0) as typeof write;
      try {
        const given = { template: 'register-update', answers, profile: 'toas-provisional' };
        convertCommand({ ...given, out: join(folder, 'out'), ...more });
      } finally {
        process.stdout.write = write;
      }
      return printed.join('');
    };
    expect(said({})).toMatch(/空欄で書きました.*--ledger/);
    const withLedger = said({ ledger: join(folder, 'l.csv') });
    expect(withLedger).toContain('出力 0 件、保留 0 件、変更なし 1 件');
    expect(withLedger).toContain('台帳にない列');
    expect(withLedger).not.toContain('--ledger');
  });
});

describe('the form of the yearly update', () => {
  const chamber = { name: '見本', phone: '', email: '', address: '', privacyUrl: '', articlesUrl: '' };
  const plan = planForm(template, catalogue, { chamber, divisions: [], districts: [] });

  it('nothing_changed__is_one_choice_and_a_name_on_the_first_page', () => {
    const first = plan.sections[0];
    expect(first?.items.filter((i) => i.required).map((i) => i.key)).toEqual([
      'changeStatus',
      'respondentName',
    ]);
    expect(first?.items[0]?.options.map((o) => [o.label, o.goTo])).toEqual([
      ['変更なし', 'submit'],
      ['変更あり', 'status'],
    ]);
  });

  it('asks_every_item_of_the_register_and_no_consent', () => {
    const asked = new Set(plan.sections.flatMap((s) => s.items.map((i) => i.key)));
    expect(catalogue.fields.filter((f) => f.register && !asked.has(f.key))).toEqual([]);
    expect(catalogue.fields.filter((f) => f.kind === 'consent' && asked.has(f.key))).toEqual([]);
    for (const key of ['updateKey', 'operatingStatus', 'respondedOn']) expect(asked).toContain(key);
  });
});
