/** What the seeding does by hand in the workbook: it makes the empty book and types in the ledger. */

function makeBook(name) {
  return SpreadsheetApp.create(name).getId();
}

function fillLedger(id, rows) {
  const sheet = SpreadsheetApp.openById(id).getSheetByName('台帳');
  const headers = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getDisplayValues()[0];
  const values = rows.map((row) => headers.map((header) => row[header] || ''));
  sheet.getRange(2, 1, values.length, headers.length).setNumberFormat('@').setValues(values);
}
