/** The spreadsheet's page: tabs, grid, menus, formula bar, and the frame of the sidebar beside it. */
import type { SheetState, SpreadsheetState } from '../../workspace/model.ts';
import { addonDock } from '../cards/routes.ts';
import { html, type Markup, scriptJson } from '../core/html.ts';
import { respondJson, respondPage } from '../core/respond.ts';
import { type Asked, accountOf, type Face, type Handler } from '../face.ts';
import { notFound } from '../missing.ts';
import { dialogs, menus, sidePanel } from '../rpc/panels.ts';
import { effectsOfAll } from '../rpc/routes.ts';
import { extentOf, firstCell, gridTable, rowsPerPage } from './grid.ts';

function chosenSheet(book: SpreadsheetState, asked: Asked, user: string): SheetState | undefined {
  const gid = asked.query.get('gid');
  const selected = book.selections[user]?.sheetId;
  const visible = book.sheets.filter((sheet) => !sheet.hidden);
  if (gid !== null) return book.sheets.find((sheet) => sheet.id === Number(gid)) ?? visible[0];
  const wanted = [selected, book.activeSheetId].flatMap((id) => visible.filter((sheet) => sheet.id === id));
  return wanted[0] ?? visible[0] ?? book.sheets[0];
}

function tabs(book: SpreadsheetState, current: SheetState): Markup {
  const hidden = book.sheets.filter((sheet) => sheet.hidden);
  const tab = (sheet: SheetState): Markup =>
    html`<a class="tab" href="/sheets/${book.id}?gid=${sheet.id}"${sheet.id === current.id ? html` aria-current="page"` : ''}>${sheet.name}</a>`;
  return html`<nav class="tabs" aria-label="シート" data-live="tabs">${book.sheets.filter((sheet) => !sheet.hidden).map(tab)}${
    hidden.length === 0
      ? ''
      : html`<details class="tabs__more"${current.hidden ? html` open` : ''}><summary>非表示 ${hidden.length}</summary><div class="tabs__list">${hidden.map(tab)}</div></details>`
  }</nav>`;
}

function pager(book: SpreadsheetState, sheet: SheetState, page: number): Markup {
  const { usedRows } = extentOf(sheet, page);
  const pages = Math.ceil(usedRows / rowsPerPage);
  if (pages <= 1) return html``;
  return html`<nav class="pager" aria-label="行">${Array.from(
    { length: pages },
    (_, index) =>
      html`<a href="/sheets/${book.id}?gid=${sheet.id}&page=${index}"${index === page ? html` aria-current="page"` : ''}>${
        index * rowsPerPage + 1
      }行〜</a>`,
  )}</nav>`;
}

/** The page of a spreadsheet. Opening it runs `onOpen` as a person's opening does. */
export const showSheet: Handler = (face, asked) => {
  const { state } = face.runtime.workspace;
  const book = state.spreadsheets[asked.params.id ?? ''];
  const user = accountOf(face, asked.person);
  const sheet = book ? chosenSheet(book, asked, user) : undefined;
  if (!book || !sheet) return notFound(face, asked);
  const refresh = asked.query.has('live');
  const opened = refresh ? [] : face.runtime.openFile({ id: book.id, type: 'spreadsheet' }, user);
  const page = Number(asked.query.get('page') ?? 0) || 0;
  const selection = book.selections[user];
  const at = selection?.sheetId === sheet.id ? firstCell(selection.a1, sheet) : null;
  const name = state.files[book.id]?.name ?? 'スプレッドシート';
  const shown = face.runtime.openHtml(user, 'sidebar');
  const body = html`<div class="book${shown ? ' has-sidebar' : ''}" data-book="${book.id}" data-sheet="${sheet.id}">
  <div class="book__top"><h1 class="book__name">${name}</h1><div class="menus">${menus(opened.flatMap((run) => run.ui.menus))}</div></div>
  <div class="formula"><output class="formula__place" data-place></output><span class="formula__text" data-formula></span></div>
  <div class="book__body"><div class="cells-frame" tabindex="0" data-cells><div data-live="cells">${gridTable(sheet, page)}</div>${pager(book, sheet, page)}</div>
  ${sidePanel(shown)}${addonDock(face, asked.person, 'sheets', { file: book.id })}</div>
  ${tabs(book, sheet)}
  ${dialogs}
  <script type="application/json" data-start>${scriptJson({ at, effects: effectsOfAll(opened) })}</script></div>`;
  const worker = face.product.people.find((one) => one.email === user) ?? asked.person;
  return respondPage(face, worker, { title: name, body, script: 'sheet', kind: 'wide' });
};

interface Edit {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

function readEdit(json: unknown): Edit | null {
  if (typeof json !== 'object' || json === null) return null;
  const { sheetId, row, column, text } = json as Record<string, unknown>;
  const numbers = [sheetId, row, column].every((one) => Number.isInteger(one));
  if (!numbers || typeof text !== 'string') return null;
  return { sheetId: Number(sheetId), row: Number(row), column: Number(column), text };
}

/** A person typed into a cell. */
export const editCell: Handler = (face: Face, asked: Asked) => {
  const id = asked.params.id ?? '';
  const edit = readEdit(asked.json);
  const sheet = face.runtime.workspace.state.spreadsheets[id]?.sheets.find((one) => one.id === edit?.sheetId);
  if (
    !edit ||
    !sheet ||
    edit.row < 0 ||
    edit.row >= sheet.rows ||
    edit.column < 0 ||
    edit.column >= sheet.columns
  ) {
    return respondJson({ ok: false, message: 'そのセルはありません。' }, 400);
  }
  const { text, ...at } = edit;
  const runs = face.runtime.editCell({ spreadsheetId: id, ...at }, text, accountOf(face, asked.person));
  return respondJson({ ok: true, effects: effectsOfAll(runs) });
};
