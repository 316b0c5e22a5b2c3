/** What a person sees beside a sheet or a form: the menu, the sidebar, the two pages, a short notice. */
import type { EntryName } from '../entries.ts';

export const sidebarTitle = '会議所キット';
export const formsTitle = 'フォームの作成と更新';
export const officeTitle = '点検と設定';
export const rulesTitle = '規程を調べる';
export const attendanceTitle = '会議の出欠';
export const surveyTitle = '調査';

const menu: readonly { readonly caption: string; readonly entry: EntryName }[] = [
  { caption: '開く', entry: 'showSidebar' },
  { caption: '回答を取り込む', entry: 'collectNow' },
  { caption: formsTitle, entry: 'showForms' },
  { caption: attendanceTitle, entry: 'showAttendance' },
  { caption: surveyTitle, entry: 'showSurvey' },
  { caption: rulesTitle, entry: 'showRules' },
  { caption: officeTitle, entry: 'showOffice' },
];

/**
 * The interface of the editor that is open. Each app gives only its own, and throws in the other's editor
 * (https://developers.google.com/apps-script/reference/forms/form-app#getui).
 */
function editor(): GoogleAppsScript.Base.Ui {
  try {
    return SpreadsheetApp.getUi();
  } catch {
    return FormApp.getUi();
  }
}

/** Builds the menu and nothing else: in AuthMode NONE no other service may be touched. */
export function buildMenu(): void {
  const builder = editor().createAddonMenu();
  for (const item of menu) builder.addItem(item.caption, item.entry);
  builder.addToUi();
}

export function openSidebar(): void {
  const html = HtmlService.createHtmlOutputFromFile('Sidebar').setTitle(sidebarTitle);
  editor().showSidebar(html);
}

/**
 * Texts side by side need more width than a sidebar has. The sheet behind stays usable; the platform makes the dialog as
 * large as it is told, and the page itself copes with less (https://developers.google.com/apps-script/guides/dialogs).
 */
export function openForms(): void {
  const html = HtmlService.createHtmlOutputFromFile('Forms').setWidth(960).setHeight(680);
  editor().showModelessDialog(html, formsTitle);
}

/** `screen`: a name of a screen of the page, '' for its first; it stands in the page's own mark. */
export function openOffice(screen: string): void {
  const html = HtmlService.createHtmlOutputFromFile('Office').setWidth(960).setHeight(680);
  html.setContent(html.getContent().replace('data-screen=""', `data-screen="${screen}"`));
  editor().showModelessDialog(html, screen === 'attendance' ? attendanceTitle : officeTitle);
}

export function openRules(): void {
  const html = HtmlService.createHtmlOutputFromFile('Rules').setWidth(960).setHeight(680);
  editor().showModelessDialog(html, rulesTitle);
}

export function openSurvey(): void {
  const html = HtmlService.createHtmlOutputFromFile('Survey').setWidth(960).setHeight(680);
  editor().showModelessDialog(html, surveyTitle);
}

export function notify(message: string): void {
  const sheet: GoogleAppsScript.Spreadsheet.Spreadsheet | null = SpreadsheetApp.getActiveSpreadsheet();
  if (sheet !== null) sheet.toast(message, sidebarTitle);
  else editor().alert(message);
}
