/** One row of 設定, written by a job. */
import type { Book } from './book.ts';
import { settingCells } from './settings.ts';
import { settingsTable } from './tables.ts';

/** Text of the setting as it stands in the sheet, '' when it has no row. */
export function settingText(book: Book, key: string): string {
  return book.rows(settingsTable).find(({ cells }) => cells.キー === key)?.cells.値 ?? '';
}

/** Writes the text of a setting; a row that is missing is added. */
export function writeSetting(book: Book, key: string, text: string): void {
  const row = book.rows(settingsTable).find(({ cells }) => cells.キー === key);
  if (row !== undefined) {
    book.update(settingsTable, new Map([[row.at, { ...row.cells, 値: text }]]));
    return;
  }
  const fresh = settingCells(book.settings()).find((cells) => cells.キー === key) ?? {};
  book.append(settingsTable, [{ ...fresh, 値: text }]);
}
