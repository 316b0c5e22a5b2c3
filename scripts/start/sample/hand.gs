/** What the seeding does by hand: it makes the empty book, and changes a form in the form editor. */

function makeBook(name) {
  return SpreadsheetApp.create(name).getId();
}

/** A regulation as a Google document: a line that begins with # is a heading, a list of lists a table. */
function makeRegulation(folderId, name, lines) {
  const document = DocumentApp.create(name);
  const body = document.getBody();
  for (const line of lines) {
    if (Array.isArray(line)) body.appendTable(line);
    else if (line.startsWith('# '))
      body.appendParagraph(line.slice(2)).setHeading(DocumentApp.ParagraphHeading.HEADING1);
    else body.appendParagraph(line);
  }
  document.saveAndClose();
  DriveApp.getFileById(document.getId()).moveTo(DriveApp.getFolderById(folderId));
}

/** A chamber's changes: a title in its own words, a shorter help, one more choice, a question of its own. */
function changeForm(formId) {
  const form = FormApp.openById(formId);
  const titled = (title) => form.getItems().find((item) => item.getTitle() === title);
  titled('相談の方法').setTitle('ご希望の相談方法');
  titled('相談の内容').setHelpText('ひとことで構いません。例：設備を入れ替えたい。');
  const field = titled('相談の分野').asCheckboxItem();
  const labels = field.getChoices().map((choice) => choice.getValue());
  field.setChoiceValues([...labels, '商店街・地域の催し']).showOtherOption(true);
  form
    .addTextItem()
    .setTitle('ご紹介者')
    .setHelpText('会員の方のご紹介のときに入力してください。');
}
