/** Sheets and ranges: dimensions, bounds, structure, looks. */
import type { Case } from './kit.ts';

const RANGE = 'https://developers.google.com/apps-script/reference/spreadsheet/range';
const SHEET = 'https://developers.google.com/apps-script/reference/spreadsheet/sheet';
const BOOK = 'https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet';

export const sheets: Case[] = [
  {
    name: 'setValues__too_few_rows__throws',
    source: `${RANGE}#setvaluesvalues`,
    documented: true,
    run(kit) {
      const range = kit.sheet().getRange(1, 1, 2, 2);
      kit.throws(
        () => range.setValues([['a', 'b']]),
        /number of rows in the data.*The data has 1 but the range has 2/,
      );
    },
  },
  {
    name: 'setValues__too_many_columns__throws',
    source: `${RANGE}#setvaluesvalues`,
    documented: true,
    run(kit) {
      const range = kit.sheet().getRange(1, 1, 1, 2);
      kit.throws(
        () => range.setValues([['a', 'b', 'c']]),
        /number of columns in the data.*The data has 3 but the range has 2/,
      );
    },
  },
  {
    name: 'setValues__wrong_size__writes_nothing',
    source: `${RANGE}#setvaluesvalues`,
    documented: false,
    run(kit) {
      const sheet = kit.sheet();
      kit.throws(() => sheet.getRange(1, 1, 2, 1).setValues([['a']]));
      kit.equal(sheet.getLastRow(), 0);
    },
  },
  {
    name: 'setValues__flat_array__throws_a_signature_error',
    source: `${RANGE}#setvaluesvalues`,
    documented: false,
    run(kit) {
      const range = kit.sheet().getRange(1, 1, 1, 2);
      const flat: unknown = ['a', 'b'];
      kit.throws(() => range.setValues(flat as string[][]), /method signature/);
    },
  },
  {
    name: 'getRange__outside__throws',
    source: `${SHEET}#getrangerow,-column`,
    documented: false,
    run(kit) {
      const sheet = kit.sheet();
      kit.throws(() => sheet.getRange(sheet.getMaxRows() + 1, 1).getValue(), /outside|範囲/);
    },
  },
  {
    name: 'getRange__row_zero__throws',
    source: `${SHEET}#getrangerow,-column`,
    documented: false,
    run(kit) {
      const sheet = kit.sheet();
      kit.throws(() => sheet.getRange(0, 1));
    },
  },
  {
    name: 'getRange__a1_notation__names_the_same_cells',
    source: `${SHEET}#getrangea1notation`,
    documented: true,
    run(kit) {
      const range = kit.sheet().getRange('B2:C4');
      kit.equal([range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()], [2, 2, 3, 2]);
      kit.equal(range.getA1Notation(), 'B2:C4');
    },
  },
  {
    name: 'getSheetByName__unknown__is_null',
    source: `${BOOK}#getsheetbynamename`,
    documented: true,
    run(kit) {
      kit.equal(kit.book().getSheetByName('無い'), null);
    },
  },
  {
    name: 'insertSheet__same_name__throws',
    source: `${BOOK}#insertsheetsheetname`,
    documented: false,
    run(kit) {
      const book = kit.book();
      book.insertSheet('台帳');
      kit.throws(() => book.insertSheet('台帳'));
    },
  },
  {
    name: 'deleteSheet__last_one__throws',
    source: `${BOOK}#deletesheetsheet`,
    documented: false,
    run(kit) {
      const sheet = kit.sheet();
      kit.throws(() => sheet.getParent().deleteSheet(sheet));
    },
  },
  {
    name: 'hideSheet__last_visible__throws',
    source: `${SHEET}#hidesheet`,
    documented: false,
    run(kit) {
      const sheet = kit.sheet();
      kit.throws(() => {
        sheet.hideSheet();
        SpreadsheetApp.flush();
      });
    },
  },
  {
    name: 'emptySheet__extent__is_zero_and_data_range_is_A1',
    source: `${SHEET}#getdatarange`,
    documented: true,
    run(kit) {
      const sheet = kit.sheet();
      kit.equal(
        [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()],
        [0, 0, 'A1'],
      );
    },
  },
  {
    name: 'appendRow__after_content__goes_below',
    source: `${SHEET}#appendrowrowcontents`,
    documented: true,
    run(kit) {
      const sheet = kit.sheet();
      sheet.getRange('C3').setValue('x');
      sheet.appendRow(['a', 1]);
      kit.equal(sheet.getRange('A4:B4').getValues(), [['a', 1]]);
    },
  },
  {
    name: 'deleteRow__middle__moves_the_rest_up',
    source: `${SHEET}#deleterowrowposition`,
    documented: true,
    run(kit) {
      const sheet = kit.sheet();
      sheet.getRange('A1:A3').setValues([['a'], ['b'], ['c']]);
      sheet.deleteRow(2);
      kit.equal(sheet.getRange('A1:A2').getValues(), [['a'], ['c']]);
    },
  },
  {
    name: 'insertRowsAfter__first__moves_the_rest_down',
    source: `${SHEET}#insertrowsafterafterposition,-howmany`,
    documented: true,
    run(kit) {
      const sheet = kit.sheet();
      sheet.getRange('A1:A2').setValues([['a'], ['b']]);
      sheet.insertRowsAfter(1, 2);
      kit.equal(sheet.getRange('A4').getValue(), 'b');
    },
  },
  {
    name: 'clearContent__number_format__stays',
    source: `${RANGE}#clearcontent`,
    documented: true,
    run(kit) {
      const cell = kit.sheet().getRange('A1').setNumberFormat('@').setValue('007');
      cell.clearContent();
      cell.setValue('008');
      kit.equal(cell.getValue(), '008');
    },
  },
  {
    name: 'clear__number_format__is_gone',
    source: `${RANGE}#clear`,
    documented: true,
    run(kit) {
      const cell = kit.sheet().getRange('A1').setNumberFormat('@').setValue('007');
      cell.clear();
      cell.setValue('008');
      kit.equal(cell.getValue(), 8);
    },
  },
  {
    name: 'setNumberFormat__whole_column__holds_for_later_rows',
    source: `${RANGE}#setnumberformatnumberformat`,
    documented: true,
    run(kit) {
      const sheet = kit.sheet();
      sheet.getRange('A:A').setNumberFormat('@');
      sheet.appendRow(['007']);
      kit.equal(sheet.getRange('A1').getValue(), '007');
    },
  },
  {
    name: 'setNote__then_null__is_empty',
    source: `${RANGE}#setnotenote`,
    documented: true,
    run(kit) {
      const cell = kit.sheet().getRange('A1').setNote('直す');
      kit.equal(cell.getNote(), '直す');
      cell.setNote(null);
      kit.equal(cell.getNote(), '');
    },
  },
  {
    name: 'getBackground__untouched__is_white',
    source: `${RANGE}#getbackground`,
    documented: true,
    run(kit) {
      kit.equal(kit.sheet().getRange('A1').getBackground(), '#ffffff');
    },
  },
  {
    name: 'textFinder__entire_cell__finds_only_equal_cells',
    source: 'https://developers.google.com/apps-script/reference/spreadsheet/text-finder',
    documented: true,
    run(kit) {
      const sheet = kit.sheet();
      sheet.getRange('A1:A3').setValues([['見本'], ['見本商会'], ['見本']]);
      const found = sheet.createTextFinder('見本').matchEntireCell(true).findAll();
      kit.equal(
        found.map((cell) => cell.getA1Notation()),
        ['A1', 'A3'],
      );
    },
  },
  {
    name: 'sort__descending__empty_cells_go_last',
    source: `${RANGE}#sortsortspecobj`,
    documented: false,
    run(kit) {
      const range = kit.sheet().getRange('A1:A4');
      range.setValues([[2], [''], [3], [1]]);
      range.sort({ column: 1, ascending: false });
      kit.equal(range.getValues(), [[3], [2], [1], ['']]);
    },
  },
  {
    name: 'dataValidation__value_in_list__is_kept',
    source: 'https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder',
    documented: true,
    run(kit) {
      const cell = kit.sheet().getRange('A1');
      cell.setDataValidation(
        SpreadsheetApp.newDataValidation().requireValueInList(['承認', '差戻し']).build(),
      );
      const rule = cell.getDataValidation();
      kit.equal(rule?.getCriteriaValues()[0], ['承認', '差戻し']);
    },
  },
  {
    name: 'openById__unknown__throws',
    source: 'https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app#openbyidid',
    documented: true,
    run(kit) {
      kit.throws(() => SpreadsheetApp.openById('no-such-file'));
    },
  },
  {
    name: 'getValues__result__is_an_array_of_this_realm',
    source: 'https://developers.google.com/apps-script/guides/v8-runtime',
    documented: true,
    run(kit) {
      const values = kit
        .sheet()
        .getRange('A1')
        .setValue(new Date(2026, 0, 1))
        .getValues();
      kit.ok(values.constructor === Array && values[0]?.[0] instanceof Date, 'constructor と instanceof');
    },
  },
];
