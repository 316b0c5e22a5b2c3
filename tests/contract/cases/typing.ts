/** What written values become: `setValues` types text as a person's typing would. */
import type { Case } from './kit.ts';

const SET_VALUES = 'https://developers.google.com/apps-script/reference/spreadsheet/range#setvaluesvalues';
const USER_ENTERED = 'https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption';
const FORMATS = 'https://developers.google.com/workspace/sheets/api/guides/formats';

interface Row {
  name: string;
  written: unknown;
  read: unknown;
  format?: string;
  source?: string;
  documented?: boolean;
}

const rows: Row[] = [
  { name: 'typing__leading_zeros__become_a_number', written: '007', read: 7, source: USER_ENTERED },
  {
    name: 'typing__leading_zeros_under_text_format__stay',
    written: '007',
    read: '007',
    format: '@',
    source: FORMATS,
  },
  { name: 'typing__apostrophe__makes_text', written: "'007", read: '007', documented: false },
  {
    name: 'typing__phone_with_hyphens__stays_text',
    written: '03-5253-5111',
    read: '03-5253-5111',
    documented: false,
  },
  { name: 'typing__decimal_text__becomes_a_number', written: '1.50', read: 1.5, source: USER_ENTERED },
  { name: 'typing__grouped_text__becomes_a_number', written: '1,234', read: 1234, source: USER_ENTERED },
  { name: 'typing__percent_text__becomes_a_fraction', written: '50%', read: 0.5, source: USER_ENTERED },
  { name: 'typing__exponent_text__becomes_a_number', written: '1e3', read: 1000, documented: false },
  { name: 'typing__full_width_digits__stay_text', written: '１２３', read: '１２３', documented: false },
  { name: 'typing__true_text__becomes_boolean', written: 'TRUE', read: true, source: USER_ENTERED },
  {
    name: 'typing__false_in_small_letters__becomes_boolean',
    written: 'false',
    read: false,
    documented: false,
  },
  {
    name: 'typing__true_under_text_format__stays',
    written: 'TRUE',
    read: 'TRUE',
    format: '@',
    documented: false,
  },
  { name: 'typing__number__stays', written: 42, read: 42 },
  { name: 'typing__negative_zero_point__stays', written: -0.5, read: -0.5 },
  { name: 'typing__boolean__stays', written: true, read: true },
  { name: 'typing__empty_text__empties', written: '', read: '' },
  { name: 'typing__null__empties', written: null, read: '', documented: false },
  { name: 'typing__plain_text__stays', written: '見本商会', read: '見本商会' },
  { name: 'typing__newline__is_kept', written: '一行目\n二行目', read: '一行目\n二行目' },
  { name: 'typing__outer_spaces__are_kept', written: ' あ ', read: ' あ ', documented: false },
  { name: 'typing__plus_sign_before_words__stays_text', written: '@東京', read: '@東京', documented: false },
  {
    name: 'typing__date_text__becomes_a_date',
    written: '2026/04/01',
    read: new Date(2026, 3, 1),
    source: USER_ENTERED,
  },
  {
    name: 'typing__iso_date_text__becomes_a_date',
    written: '2026-04-01',
    read: new Date(2026, 3, 1),
    source: USER_ENTERED,
  },
  {
    name: 'typing__impossible_date__stays_text',
    written: '2026/02/30',
    read: '2026/02/30',
    documented: false,
  },
  {
    name: 'typing__date_under_text_format__stays',
    written: '2026/04/01',
    read: '2026/04/01',
    format: '@',
    source: FORMATS,
  },
  {
    name: 'typing__date_object__comes_back',
    written: new Date(2026, 3, 1, 12, 34, 56),
    read: new Date(2026, 3, 1, 12, 34, 56),
  },
];

export const typing: Case[] = [
  ...rows.map(
    (row): Case => ({
      name: row.name,
      source: row.source ?? SET_VALUES,
      documented: row.documented ?? true,
      run(kit) {
        const cell = kit.sheet().getRange('A1');
        if (row.format !== undefined) cell.setNumberFormat(row.format);
        cell.setValues([[row.written]]);
        kit.equal(cell.getValues(), [[row.read]]);
      },
    }),
  ),
  {
    name: 'typing__equals_sign__makes_a_formula',
    source: 'https://developers.google.com/apps-script/reference/spreadsheet/range#setvaluevalue',
    documented: true,
    run(kit) {
      const cell = kit.sheet().getRange('A1').setValue('=1+1');
      kit.equal(cell.getFormula(), '=1+1');
    },
  },
  {
    name: 'typing__equals_sign_after_apostrophe__is_text',
    source: SET_VALUES,
    documented: false,
    run(kit) {
      const cell = kit.sheet().getRange('A1').setValue("'=1+1");
      kit.equal([cell.getFormula(), cell.getValue()], ['', '=1+1']);
    },
  },
  {
    name: 'typing__too_many_characters__throws',
    source: 'https://support.google.com/drive/answer/37603',
    documented: false,
    run(kit) {
      const cell = kit.sheet().getRange('A1');
      kit.throws(() => {
        cell.setValue('あ'.repeat(50_001));
        SpreadsheetApp.flush();
      }, /50000|50,000/);
    },
  },
  {
    name: 'typing__exactly_50000_characters__fits',
    source: 'https://support.google.com/drive/answer/37603',
    documented: false,
    run(kit) {
      const cell = kit.sheet().getRange('A1').setValue('あ'.repeat(50_000));
      kit.equal(String(cell.getValue()).length, 50_000);
    },
  },
  {
    name: 'display__date__follows_the_number_format',
    source: FORMATS,
    documented: true,
    run(kit) {
      const cell = kit
        .sheet()
        .getRange('A1')
        .setValue(new Date(2026, 3, 1))
        .setNumberFormat('yyyy-mm-dd');
      kit.equal(cell.getDisplayValue(), '2026-04-01');
    },
  },
  {
    name: 'display__zero_padded_format__shows_zeros_but_keeps_the_number',
    source: FORMATS,
    documented: true,
    run(kit) {
      const cell = kit.sheet().getRange('A1').setNumberFormat('0000').setValue(7);
      kit.equal([cell.getDisplayValue(), cell.getValue()], ['0007', 7]);
    },
  },
];
