/**
 * What the office's housekeeping asks of the platform: triggers of this account, rights, time zones, owners of files, and the
 * deletion of answers. Loaded with its part.
 */
import type { LinkedRow, Office } from '../jobs/port.ts';
import { runsOf } from './workbook-text.ts';

type Form = GoogleAppsScript.Forms.Form;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

function linkedSheet(workbookId: string, formId: string): Sheet | null {
  const sheets = SpreadsheetApp.openById(workbookId).getSheets();
  return sheets.find((sheet) => (sheet.getFormUrl() ?? '').includes(formId)) ?? null;
}

const responsesOf = (form: Form) => form.getResponses();

/** Time stamps of Forms; a text that somebody typed over one has none. */
function secondsOf(value: unknown): number | null {
  const time = value instanceof Date ? value.getTime() : Number.NaN;
  return Number.isNaN(time) ? null : Math.floor(time / 1000);
}

export const office: Office = {
  triggers: () =>
    ScriptApp.getProjectTriggers().map((trigger) => ({
      id: trigger.getUniqueId(),
      handler: trigger.getHandlerFunction(),
      formId:
        trigger.getEventType() === ScriptApp.EventType.CLOCK ? '' : (trigger.getTriggerSourceId() ?? ''),
    })),
  removeTriggers(ids) {
    const wanted = new Set(ids);
    for (const trigger of ScriptApp.getProjectTriggers()) {
      if (wanted.has(trigger.getUniqueId())) ScriptApp.deleteTrigger(trigger);
    }
  },
  // https://developers.google.com/apps-script/reference/script/authorization-info
  authorisation() {
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    const isMissing = info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED;
    return { isMissing, url: info.getAuthorizationUrl() ?? '' };
  },
  scriptZone: () => Session.getScriptTimeZone(),
  bookZone: (workbookId) => SpreadsheetApp.openById(workbookId).getSpreadsheetTimeZone(),
  setBookZone(workbookId, zone) {
    SpreadsheetApp.openById(workbookId).setSpreadsheetTimeZone(zone);
  },
  fileOwner(fileId) {
    try {
      return DriveApp.getFileById(fileId).getOwner()?.getEmail() ?? '';
    } catch {
      return '';
    }
  },
  responseTimes: (formId) =>
    new Map(
      responsesOf(FormApp.openById(formId)).map((response) => [
        response.getId(),
        response.getTimestamp().getTime(),
      ]),
    ),
  // Deleting one that is gone throws (https://developers.google.com/apps-script/reference/forms/form#deleteresponseresponseid).
  deleteResponses(formId, ids) {
    const form = FormApp.openById(formId);
    const standing = new Set(responsesOf(form).map((response) => response.getId()));
    for (const id of ids) if (standing.has(id)) form.deleteResponse(id);
  },
  linkedRows(workbookId, formId) {
    const sheet = linkedSheet(workbookId, formId);
    if (sheet === null) return null;
    const last = sheet.getLastRow();
    if (last < 2) return [];
    const stamps = sheet.getRange(2, 1, last - 1, 1).getValues();
    return stamps.map(([stamp], index): LinkedRow => ({ at: index + 2, seconds: secondsOf(stamp) }));
  },
  deleteLinkedRows(workbookId, formId, rows) {
    const sheet = linkedSheet(workbookId, formId);
    if (sheet === null) return;
    // A sheet may not lose its last row that is not frozen.
    if (rows.length >= sheet.getMaxRows() - 1) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
    const runs = [...runsOf(rows, rows.length)].reverse();
    for (const run of runs) sheet.deleteRows(run[0] ?? 2, run.length);
  },
};
