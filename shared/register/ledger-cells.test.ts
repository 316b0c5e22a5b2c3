import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../scripts/library.ts';
import type { KindId } from '../fields/catalogue.ts';
import { jsic } from '../record/kinds/jsic.ts';
import { createNormaliser } from '../record/normalise.ts';
import { createLedgerCells } from './ledger-cells.ts';

const catalogue = loadCatalogue();
const divisions = [
  { code: '01', label: '製造' },
  { code: '02', label: '卸、小売' },
  { code: '03', label: '観光' },
  { code: '04', label: '観光' },
  { code: 'x', label: '01' },
];
const cells = createLedgerCells(catalogue, { divisions });
const normalise = createNormaliser({
  catalogue,
  today: '2026-11-24',
  settings: { divisions, districts: [] },
});

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => String(n).padStart(length, '0'));
const two = (min: number, max: number) => fc.integer({ min, max }).map((n) => String(n).padStart(2, '0'));
const year = fc.integer({ min: 1868, max: 2026 }).map(String);
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const optionsOf = (list: string | undefined, key: string): string[] =>
  key === 'divisions'
    ? divisions.map(({ code }) => code)
    : (catalogue.codeLists.get(list ?? 'consent')?.options ?? []).map(({ code }) => code);

/** Canonical values of each kind, as `Kind` says. */
const canonical: Readonly<Record<KindId, (options: readonly string[]) => fc.Arbitrary<string>>> = {
  code: () => fc.oneof(digits(7), words),
  choice: (options) => fc.constantFrom(...options),
  choices: (options) => fc.subarray([...options], { minLength: 1 }).map((codes) => codes.join(';')),
  'corporate-number': () => digits(13),
  'invoice-number': () => digits(13).map((n) => `T${n}`),
  name: () => words,
  'person-name': () => words,
  kana: () => fc.constantFrom('カブシキガイシャ', 'ヤマダ タロウ'),
  latin: () => words,
  text: () => fc.oneof(words, fc.constantFrom('一行\n二行', '=1+1', '2019/04/01', '060-0001')),
  building: () => words,
  'postal-code': () => digits(7),
  address: () => words,
  phone: () => fc.constantFrom('03-1234-5678', '011-231-1122', '0120-123-456', '1234'),
  email: () => fc.emailAddress(),
  url: () => fc.webUrl(),
  industry: () => fc.oneof(fc.constantFrom(...jsic().names.keys()), fc.constantFrom('3921', 'E')),
  month: () => fc.tuple(year, two(1, 12)).map((parts) => parts.join('-')),
  date: () => fc.tuple(year, two(1, 12), two(1, 28)).map((parts) => parts.join('-')),
  year: () => year,
  'month-of-year': () => fc.integer({ min: 1, max: 12 }).map(String),
  yen: () => fc.nat().map(String),
  integer: () => fc.nat().map(String),
  consent: () => fc.constantFrom('yes', 'no'),
  token: () => words,
};

describe('the cells of 台帳', () => {
  const fields = catalogue.fields.filter(({ kind, codeList, key }) =>
    kind === 'choice' || kind === 'choices' ? optionsOf(codeList, key).length > 0 : true,
  );

  it.each(
    fields.map(({ key, kind }) => [key, kind] as const),
  )('%s (%s) reads back what was written', (key, kind) => {
    const values = canonical[kind](optionsOf(catalogue.byKey.get(key)?.codeList, key));
    fc.assert(
      fc.property(values, (value) => {
        expect(cells.ledgerValues(cells.ledgerCells({ [key]: value }))).toEqual({ [key]: value });
      }),
    );
  });

  it('any_text__written_and_read__gives_the_same_cell_again', () => {
    const keys = catalogue.fields.map(({ key }) => key);
    const text = fc.oneof(
      words,
      fc.stringMatching(/^[0-9/年月-]{1,10}$/),
      fc.constantFrom(
        '観光',
        '製造、観光',
        '01;02',
        '01',
        'x',
        '39 情報サービス業',
        '39 別の名',
        '2019/13/45',
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...keys), text, (key, typed) => {
        const cell = cells.toCell(key, typed);
        expect(cells.toCell(key, cells.toValue(key, cell))).toBe(cell);
      }),
      { numRuns: 2000 },
    );
  });

  it('people_see_labels_and_plain_text', () => {
    const values = {
      businessNumber: '0000123',
      applicantType: 'corporation',
      postalCode: '0600001',
      industry: '39',
      establishedOn: '2019-04-01',
      businessStartMonth: '2019-04',
      capital: '10000000',
      divisions: '01;03',
      privacyConsent: 'yes',
    };
    expect(cells.ledgerCells(values)).toEqual({
      businessNumber: '0000123',
      applicantType: '法人',
      postalCode: '060-0001',
      industry: '39 情報サービス業',
      establishedOn: '2019/04/01',
      businessStartMonth: '2019/04',
      capital: '10000000',
      // Two 部会 are called 観光: by its code each stays itself.
      divisions: '01;03',
      privacyConsent: '同意する',
    });
    expect(cells.toCell('divisions', '01;04')).toBe('製造、観光');
  });

  it('what_a_cell_shows__typed_again__is_read_by_the_kinds_too', () => {
    const values = {
      establishedOn: '2019-04-01',
      postalCode: '0600001',
      industry: '39',
      applicantType: 'association',
    };
    expect(normalise(cells.ledgerCells(values)).values).toEqual(values);
  });

  it('blank_cells_are_absent__unknown_keys_stay', () => {
    expect(cells.ledgerValues({ name: '', 'local.note': '2019/04/01' })).toEqual({
      'local.note': '2019/04/01',
    });
  });
});
