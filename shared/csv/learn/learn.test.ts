import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadCatalogue, loadProfile, profileIds } from '../../../scripts/library.ts';
import { decodeText } from '../../bytes/detect.ts';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import { UnusableInput } from '../../issue/issue.ts';
import { createNormaliser } from '../../record/normalise.ts';
import { defaultSettings } from '../../settings/settings.ts';
import { formatTable } from '../../table/format.ts';
import { parseDelimited } from '../../table/parse.ts';
import { readProfile } from '../read.ts';
import { readProfileDocument } from '../read-profile.ts';
import { writeProfile } from '../write.ts';
import { assign } from './assign.ts';
import { draftText } from './draft.ts';
import { createHeaderMatcher } from './headers.ts';
import { learnProfile } from './learn.ts';

const catalogue = loadCatalogue();
const today = '2026-11-24';

function casesOf(name: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = parseDelimited(readFileSync(new URL(name, import.meta.url), 'utf8')).rows;
  return rows.map((cells) => Object.fromEntries(header.map((key, at) => [key, cells[at] ?? ''])));
}

const learn = (bytes: Uint8Array) =>
  learnProfile({ file: '見本.csv', bytes, id: 'learned', name: '見本', note: '仮の配置', catalogue, today });
const learnRows = (rows: readonly (readonly string[])[], newline: 'crlf' | 'lf' = 'crlf') =>
  learn(encodeUtf8(formatTable(rows, { newline, quoting: 'minimal' })));

describe('headers', () => {
  const match = createHeaderMatcher(catalogue);
  it.each(casesOf('./headers.cases.csv').map((c) => [`${c.header}：${c.備考}`, c] as const))('%s', (_note, {
    header = '',
    key = '',
    by = '',
  }) => {
    const first = match(header)[0];
    expect([first?.key ?? '', first?.by ?? '']).toEqual([key, by]);
  });
});

describe('columns', () => {
  it.each(casesOf('./columns.cases.csv').map((c) => [`${c.header}：${c.備考}`, c] as const))('%s', (_note, {
    header = '',
    values = '',
    key = '',
    unmapped = '',
  }) => {
    const rows = values.split('|').map((value, index) => [String(index), value]);
    const { columns } = learnRows([['事業所番号の控え', header], ...rows]);
    const column = columns[1];
    expect([column?.chosen?.key ?? '', column?.chosen ? '' : (column?.issues[0]?.code ?? '')]).toEqual([
      key,
      unmapped,
    ]);
  });

  it('two_columns_that_may_be_one_key__the_surer_gets_it_and_the_other_stays_open', () => {
    const { columns } = learnRows([
      ['ご住所', '住所', '住所1'],
      ['a', '東京都千代田区', 'x'],
    ]);
    expect(columns.map((c) => c.chosen?.key)).toEqual([undefined, 'address', undefined]);
  });

  it('code_tables_of_the_system__are_listed_with_their_values', () => {
    const { columns, profile } = learnRows([
      ['事業所番号', '組織区分'],
      ['1', '1'],
      ['2', '2'],
      ['3', '1'],
    ]);
    expect(columns[1]).toMatchObject({ chosen: null, codes: ['1', '2'] });
    expect(profile.columns[1]).toEqual({ header: '組織区分' });
  });

  it('values_that_change_when_written_again__are_named', () => {
    const { columns } = learnRows([
      ['代表者名', 'フリガナ', '資本金'],
      ['見本　太郎', 'ミホン', '300万円'],
    ]);
    expect(columns.map((c) => c.issues.map((i) => i.code))).toEqual([
      ['learn.blanks-not-kept'],
      [],
      ['learn.not-kept'],
    ]);
  });

  it('own_spelling_of_an_option__becomes_a_code_of_the_column', () => {
    const { profile } = learnRows([['組織区分'], ['法人'], ['個人'], ['団体']]);
    expect(profile.columns[0]).toEqual({
      header: '組織区分',
      key: 'applicantType',
      codes: { 'sole-proprietor': '個人' },
    });
  });
});

describe('layout', () => {
  const rows = [
    ['事業所番号', '設立年月日', '郵便番号', '組織区分'],
    ['0001', '20190401', '1000005', 'corporation'],
    ['0002', '20200501', '0600001', 'association'],
  ];
  it('styles_of_dates_postal_codes_and_choices__come_from_the_values', () => {
    expect(learnRows(rows, 'lf').profile).toMatchObject({
      newline: 'lf',
      quoting: 'minimal',
      encoding: 'utf-8',
      dates: 'compact',
      postal: 'digits',
      choices: 'code',
    });
  });
  it('quoting_of_every_cell__is_found', () => {
    expect(learn(encodeUtf8(formatTable(rows, { newline: 'crlf', quoting: 'all' }))).profile.quoting).toBe(
      'all',
    );
  });
  it('one_column_that_differs__keeps_its_own_style', () => {
    const { profile } = learnRows([
      ['設立年月日', '事業開始年月', '記入日'],
      ['2019/04/01', '2019-04', '2020/01/02'],
      ['2019/04/02', '2019-05', '2020/01/03'],
    ]);
    expect(profile.dates).toBe('slash');
    expect(profile.columns[1]).toEqual({ header: '事業開始年月', key: 'businessStartMonth', style: 'iso' });
  });
  it('a_file_without_header__is_seen_by_its_first_row', () => {
    const { profile } = learnRows([
      ['000123', '株式会社見本', '03-5253-5111'],
      ['000124', '見本屋', '011-231-1111'],
    ]);
    expect(profile.header).toBe(false);
    expect(profile.columns[2]).toEqual({ header: '列3', key: 'phone' });
  });
  it.each([
    ['事業所番号,事業所名\n1,"あ\n', 'ledger.quote-open'],
    ['事業所番号,事業所名\n1,あ\n2\n', 'ledger.row-ragged'],
    ['事業所番号,事業所番号\n1,あ\n', 'header.twice'],
  ])('a damaged sample %j is refused: %s', (text, code) => {
    expect(() => learn(encodeUtf8(text))).toThrow(UnusableInput);
    try {
      learn(encodeUtf8(text));
    } catch (error) {
      expect((error as UnusableInput).issues[0]?.code).toBe(code);
    }
  });
});

const businesses: readonly Readonly<Record<string, string>>[] = [
  {
    businessNumber: '000123',
    applicantType: 'corporation',
    corporateNumber: '7123456789012',
    legalFormCode: '301',
    legalFormPosition: 'before',
    name: '株式会社髙橋製作所',
    nameKana: 'カブシキガイシャタカハシセイサクショ',
    representativeName: '髙橋 太郎',
    postalCode: '1000005',
    address: '東京都千代田区丸の内1-2-3',
    building: '見本ビル, "5"階',
    phone: '03-5253-5111',
    email: 'info@example.jp',
    website: 'https://www.example.jp/',
    industry: 'E',
    businessDescription: '部品の切削、研磨',
    businessStartMonth: '1998-04',
    establishedOn: '1998-04-01',
    foundedYear: '1998',
    fiscalYearEndMonth: '3',
    capital: '10000000',
    employees: '20',
    operatingStatus: 'operating',
    paymentMethod: 'direct-debit',
  },
  {
    businessNumber: '000124',
    applicantType: 'sole-proprietor',
    legalFormPosition: 'none',
    name: '見本屋',
    postalCode: '0600001',
    address: '北海道札幌市中央区北1条西2-3',
    phone: '011-231-1111',
    industry: 'I',
    businessStartMonth: '2019-04',
    establishedOn: '2019-04-30',
    foundedYear: '2019',
    fiscalYearEndMonth: '12',
    employees: '3',
    operatingStatus: 'suspended',
  },
];

describe('round trip', () => {
  it.each(
    profileIds(),
  )('a file written by %s is learned, and what was learned is written again as it was', (id) => {
    const original = loadProfile(id, catalogue);
    const records = businesses.map((values, index) => ({ responseId: '', row: index + 1, values }));
    const { bytes } = writeProfile(original, catalogue, records, { substitutes: {} });
    const learned = learn(bytes);
    const document: unknown = parse(draftText(learned, '見本.csv', catalogue));
    const { profile, issues } = readProfileDocument(document, catalogue);
    expect(issues).toEqual([]);
    expect(profile).toEqual(learned.profile);
    expect(profile?.verified).toBe(false);
    const normalise = createNormaliser({ catalogue, today, settings: defaultSettings });
    const read = readProfile(learned.profile, catalogue, bytes);
    const again = writeProfile(
      learned.profile,
      catalogue,
      read.rows.map(({ values, line }) => ({ responseId: '', row: line, values: normalise(values).values })),
      { substitutes: {} },
    );
    expect(again.issues.filter((i) => i.issue.severity === 'error')).toEqual([]);
    // Own codes, nameless columns and unheard-of headers stay open for a person, and blank; nothing is ever wrong.
    const learnedCells = (file: Uint8Array) =>
      parseDelimited(decodeText(file).text).rows.map((cells) =>
        cells.map((cell, at) => (learned.profile.columns[at]?.key === undefined ? '' : cell)),
      );
    expect(learnedCells(again.bytes)).toEqual(learnedCells(bytes));
    if (!id.endsWith('-example') || id === 'cs-cloud-example')
      expect(Buffer.from(again.bytes).toString('latin1')).toBe(Buffer.from(bytes).toString('latin1'));
  });
});

describe('draft', () => {
  it('is_yaml_whatever_stands_in_the_sample', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        'yes',
        'null',
        '1e3',
        'a: b #c',
        '- x',
        '"',
        '\u2028',
        '\ud800',
        '𠮷',
        '\n',
        '*a',
        '&b',
      ),
    );
    const safe = (text: string) => text.replace(/[\0\ud800-\udfff]/g, '');
    fc.assert(
      fc.property(
        fc.uniqueArray(cell, { minLength: 2, maxLength: 5 }),
        fc.array(cell, { minLength: 5, maxLength: 5 }),
        (headers, values) => {
          const names = headers.map((h, i) => `${i}${safe(h).replace(/\r/g, '')}`);
          const text = formatTable([names, names.map((_, i) => safe(values[i] ?? ''))], {
            newline: 'crlf',
            quoting: 'all',
          });
          const learned = learn(encodeUtf8(text));
          const read = readProfileDocument(
            parse(draftText(learned, 'a\nb: c', catalogue)) as unknown,
            catalogue,
          );
          expect(read.profile).toEqual(learned.profile);
        },
      ),
      { numRuns: 25, seed: 3 },
    );
  });

  it('names_confidence_examples_and_what_is_open', () => {
    const text = draftText(
      learnRows([
        ['企業番号', '区分X'],
        ['000123', '1'],
        ['000124', '2'],
        ['000125', '1'],
      ]),
      '出力.csv',
      catalogue,
    );
    expect(text).toContain(
      '  # 事業所番号：確からしさ 95%（見出しが別名と同じ）\n  # 例：000123、000124、000125\n  - header: 企業番号\n    key: businessNumber\n',
    );
    expect(text).toContain('  # 値の種類：1、2\n  - header: 区分X\n');
    expect(text).toContain('verified: false\n');
  });
});

describe('assign', () => {
  it('takes_the_greatest_sum_and_not_the_greatest_first', () => {
    expect(
      assign([
        [0.9, 0.8],
        [0.85, 0],
      ]),
    ).toEqual([1, 0]);
    expect(
      assign([
        [0, 0],
        [0.5, 0],
      ]),
    ).toEqual([-1, 0]);
    expect(assign([])).toEqual([]);
  });
  it('is_as_good_as_trying_everything', () => {
    const matrix = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    });
    const best = (scores: readonly (readonly number[])[], row = 0, used: readonly number[] = []): number =>
      row === scores.length
        ? 0
        : Math.max(
            best(scores, row + 1, used),
            ...[0, 1, 2]
              .filter((c) => !used.includes(c))
              .map((c) => (scores[row]?.[c] ?? 0) + best(scores, row + 1, [...used, c])),
          );
    fc.assert(
      fc.property(matrix, (scores) => {
        const found = assign(scores);
        const sum = found.reduce(
          (total, column, row) => total + (column < 0 ? 0 : (scores[row]?.[column] ?? 0)),
          0,
        );
        expect(sum).toBe(best(scores));
        const taken = found.filter((c) => c >= 0);
        expect(new Set(taken).size).toBe(taken.length);
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});
