/** What a person sees at the sheet: the menu, the sidebar, the page of forms, a short notice. */
import type { EntryName } from '../entries.ts';

export const sidebarTitle = '会議所キット';
export const formsTitle = 'フォームの作成と更新';

const menu: readonly { readonly caption: string; readonly entry: EntryName }[] = [
  { caption: '開く', entry: 'showSidebar' },
  { caption: '回答を取り込む', entry: 'collectNow' },
  { caption: formsTitle, entry: 'showForms' },
];

/** Builds the menu and nothing else: in AuthMode NONE no other service may be touched. */
export function buildMenu(): void {
  const builder = SpreadsheetApp.getUi().createAddonMenu();
  for (const item of menu) builder.addItem(item.caption, item.entry);
  builder.addToUi();
}

export function openSidebar(): void {
  const html = HtmlService.createHtmlOutputFromFile('Sidebar').setTitle(sidebarTitle);
  SpreadsheetApp.getUi().showSidebar(html);
}

/**
 * Texts side by side need more width than a sidebar has. The sheet behind stays usable; the platform makes the dialog as
 * large as it is told, and the page itself copes with less (https://developers.google.com/apps-script/guides/dialogs).
 */
export function openForms(): void {
  const html = HtmlService.createHtmlOutputFromFile('Forms').setWidth(960).setHeight(680);
  SpreadsheetApp.getUi().showModelessDialog(html, formsTitle);
}

export function notify(message: string): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(message, sidebarTitle);
}
