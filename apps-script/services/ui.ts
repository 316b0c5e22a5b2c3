/** What a person sees at the sheet: the menu, the sidebar, a short notice. */
import type { EntryName } from '../entries.ts';

export const sidebarTitle = '会議所キット';

const menu: readonly { readonly caption: string; readonly entry: EntryName }[] = [
  { caption: '開く', entry: 'showSidebar' },
  { caption: '回答を取り込む', entry: 'collectNow' },
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

export function notify(message: string): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(message, sidebarTitle);
}
