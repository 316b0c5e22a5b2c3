/** One row of 設定, written by a job. */
import type { Cells } from '../port.ts';
import type { Book } from './book.ts';
import { settingCells } from './settings.ts';
import { settingsTable } from './tables.ts';

/** Text of the setting as it stands in the sheet, '' when it has no row. */
export function settingText(book: Book, key: string): string {
  return book.rows(settingsTable).find(({ cells }) => cells.キー === key)?.cells.値 ?? '';
}

/** Writes the text of a setting; a row that is missing is added. */
export function writeSetting(book: Book, key: string, text: string): void {
  writeSettings(book, { [key]: text });
}

/** Writes the texts of several settings, by key, at once; rows that are missing are added. */
export function writeSettings(book: Book, texts: Readonly<Record<string, string>>): void {
  const rows = new Map(book.rows(settingsTable).map((row) => [row.cells.キー ?? '', row]));
  const changed = new Map<number, Cells>();
  const added: Cells[] = [];
  const fresh = settingCells(book.settings());
  for (const [key, text] of Object.entries(texts)) {
    const row = rows.get(key);
    if (row === undefined) added.push({ ...fresh.find((cells) => cells.キー === key), 値: text });
    else if (row.cells.値 !== text) changed.set(row.at, { ...row.cells, 値: text });
  }
  book.update(settingsTable, changed);
  book.append(settingsTable, added);
}
