/** Reads the workbook of the model chamber as people see it. */
import type { CellValue, WorkspaceState } from '../../emulator/workspace/model.ts';

const textOf = (value: CellValue | undefined): string => (value?.t === 'text' ? value.v : '');

/** Texts under a header of a sheet, one a row that has any. */
export function columnOf(state: WorkspaceState, bookId: string, sheetName: string, header: string): string[] {
  const sheet = state.spreadsheets[bookId]?.sheets.find((one) => one.name === sheetName);
  const head = sheet?.cells[0] ?? {};
  const column = Object.keys(head).find((key) => textOf(head[Number(key)]) === header);
  if (!sheet || column === undefined) return [];
  return Object.entries(sheet.cells)
    .filter(([row]) => row !== '0')
    .map(([, cells]) => textOf(cells[Number(column)]))
    .filter((text) => text !== '');
}
