/** What the seeding does by hand in the workbook: it makes the empty book. */

function makeBook(name) {
  return SpreadsheetApp.create(name).getId();
}
