/** What many a script does with form answers: a row for each response, a cell for each answer, a mark for each exported row. */
function collectPerRow(formId, bookId) {
  const sheet = SpreadsheetApp.openById(bookId).getSheets()[0];
  FormApp.openById(formId)
    .getResponses()
    .forEach((response) => {
      sheet.appendRow([response.getId()]);
      response.getItemResponses().forEach((answer, index) => {
        sheet.getRange(sheet.getLastRow(), index + 2).setValue(String(answer.getResponse()));
      });
    });
  return sheet.getLastRow();
}

function exportPerRow(bookId) {
  const sheet = SpreadsheetApp.openById(bookId).getSheets()[0];
  const width = sheet.getLastColumn();
  const lines = [];
  for (let row = 1; row <= sheet.getLastRow(); row++) {
    lines.push(sheet.getRange(row, 1, 1, width).getValues()[0].join(','));
    sheet.getRange(row, width + 1).setValue('出力済み');
  }
  DriveApp.createFile(Utilities.newBlob(lines.join('\r\n'), 'text/csv', 'export.csv'));
  return lines.length;
}

function makeBook() {
  return SpreadsheetApp.create('一行ずつ').getId();
}
