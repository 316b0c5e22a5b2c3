/**
 * The state of a chamber in a form in which two runs can be compared: what people and systems would see, with ids
 * that a platform draws at random named by what they stand for, and moments masked.
 */
import type { Chamber } from './chamber.ts';
import { sheetRows } from './chamber.ts';

const moments = [
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g, '<moment>'],
  [/\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?/g, '<time>'],
  [/\d{4}年\d{1,2}月\d{1,2}日 \d{1,2}時\d{1,2}分/g, '<time>'],
] as const;

export function endState(chamber: Chamber): unknown {
  const { state } = chamber.workspace;
  const names = new Map<string, string>();
  for (const file of Object.values(state.files)) names.set(file.id, `<file ${file.mimeType}>`);
  for (const form of Object.values(state.forms)) {
    names.set(form.id, `<form ${form.title}>`);
    names.set(form.publicId, `<public ${form.title}>`);
    form.items.forEach((item, index) => {
      names.set(`#${item.id}`, `#item ${index} ${item.title}`);
    });
    form.responses.forEach((response, index) => {
      names.set(response.id, `<response ${index}>`);
    });
  }
  const masked = (text: string): string => {
    let result = text;
    for (const [id, name] of names) if (!id.startsWith('#')) result = result.split(id).join(name);
    for (const [pattern, mask] of moments) result = result.replace(pattern, mask);
    return result;
  };
  const book = state.spreadsheets[chamber.bookId];
  const sheets = (book?.sheets ?? []).map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    hiddenColumns: [...sheet.hiddenColumns].sort((a, b) => a - b),
    widths: sheet.columnWidths,
    linked: sheet.formId !== undefined,
    // 操作記録 tells of runs, and two ways to one end may take a different number. Answers in the linked sheet are the platform's; item ids in `_items` are named by their place.
    rows:
      sheet.formId !== undefined || sheet.name === '操作記録'
        ? []
        : (sheetRows(chamber, sheet.name) ?? []).map((row) =>
            row.map((text, column) =>
              sheet.name === '_items' && column === 1
                ? (names.get(`#${text}`) ?? text)
                : sheet.name === '_forms' && /^\d{13}$/.test(text)
                  ? '<cursor>'
                  : masked(text),
            ),
          ),
  }));
  return {
    bookName: state.files[chamber.bookId]?.name,
    sheets,
    forms: Object.values(state.forms).map((form) => ({
      fileName: state.files[form.id]?.name,
      title: form.title,
      published: form.published,
      accepting: form.acceptingResponses,
      linked: form.destination !== undefined,
      confirmation: form.confirmationMessage,
      items: form.items.map((item) => ({
        type: item.type,
        title: item.title,
        help: item.help,
        required: item.required,
        validation: item.validation ?? null,
        choices: item.choices.map((choice) => ({
          value: choice.value,
          to:
            choice.navigation?.kind === 'page'
              ? (names.get(`#${choice.navigation.itemId}`) ?? '')
              : (choice.navigation?.kind ?? ''),
        })),
        goTo:
          item.goTo?.kind === 'page' ? (names.get(`#${item.goTo.itemId}`) ?? '') : (item.goTo?.kind ?? ''),
      })),
    })),
    mails: state.mails.map((mail) => ({
      to: mail.to,
      replyTo: mail.replyTo,
      fromName: mail.fromName,
      subject: masked(mail.subject),
      body: masked(mail.body),
      html: masked(mail.htmlBody),
    })),
    triggers: state.triggers
      .map(
        (trigger) =>
          `${trigger.handler} ${trigger.eventType} ${names.get(trigger.sourceId) ?? ''} ${trigger.owner}`,
      )
      .sort(),
    // What lies in the bin is nobody's any more.
    files: Object.values(state.files)
      .filter((file) => !file.trashed)
      .map((file) => `${file.mimeType} ${masked(file.name)} ${file.content ?? ''} ${file.parents.length}`)
      .sort(),
    userProperties: JSON.parse(masked(JSON.stringify(state.properties.user))),
  };
}
