/** Files of a core system for job tests, sent as the sidebar sends them, and imports run to their end. */
import type { ImportPreview, ImportProgress } from '../../addon/view/ledger-protocol.ts';
import type { WorkspaceState } from '../../emulator/workspace/model.ts';
import { encodeWindows31j } from '../../shared/bytes/windows31j.ts';
import { formatTable } from '../../shared/table/format.ts';
import type { Built } from './built.ts';
import { ask, type Chamber, chamberFrom, newChamber, records, setupInput, snapshot } from './chamber.ts';

const ready = new WeakMap<Built, { readonly state: WorkspaceState; readonly bookId: string }>();

/** A chamber with an empty ledger and no form. */
export function ledgerChamber(built: Built): Chamber {
  let made = ready.get(built);
  if (made === undefined) {
    const chamber = newChamber(built);
    ask(chamber, 'setup', setupInput);
    made = { state: snapshot(chamber), bookId: chamber.bookId };
    ready.set(built, made);
  }
  return chamberFrom(built, made.state, made.bookId);
}

/** Bytes of a file as the core system writes it: CP932, CRLF. */
export function cp932(rows: readonly (readonly string[])[]): Uint8Array {
  const { bytes, unmappable } = encodeWindows31j(formatTable(rows, { newline: 'crlf', quoting: 'minimal' }));
  if (unmappable.length > 0) throw new Error(JSON.stringify(unmappable));
  return bytes;
}

/** Sends a file from the sidebar; returns its id. */
export function sendFile(chamber: Chamber, name: string, bytes: Uint8Array): string {
  return ask(chamber, 'uploadLedger', { name, base64: Buffer.from(bytes).toString('base64') }).fileId;
}

/** The look before an import, and the import called again until it is finished. */
export function importFile(
  chamber: Chamber,
  fileId: string,
  profileId = 'toas-provisional',
): { readonly preview: ImportPreview; readonly progress: ImportProgress; readonly runs: number } {
  const preview = ask(chamber, 'importPreview', { fileId, profileId });
  for (let runs = 1; runs < 100; runs++) {
    const progress = ask(chamber, 'importLedger', { fileId, profileId, hash: preview.hash });
    if (progress.finished) return { preview, progress, runs };
  }
  throw new Error('an import without end');
}

/** Rows of a sheet with their filled cells only. */
export function filled(chamber: Chamber, sheet = '台帳'): readonly Readonly<Record<string, string>>[] {
  return records(chamber, sheet).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([header, text]) => header !== '' && text !== '')),
  );
}

/** Types into a cell as a clerk would: `number` names the row by its 事業所番号. */
export function type(chamber: Chamber, number: string, header: string, text: string): void {
  const sheet = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
    (one) => one.name === '台帳',
  );
  const headers = Object.entries(sheet?.cells[0] ?? {});
  const column = headers.find(([, cell]) => cell.t === 'text' && cell.v === header)?.[0];
  const row = Object.values(sheet?.cells ?? {}).find((cells) => {
    const first = cells[0];
    return first?.t === 'text' && first.v === number;
  });
  if (column === undefined || row === undefined) throw new Error(`no cell ${number} ${header}`);
  row[Number(column)] = { t: 'text', v: text };
}

/** Writes a row of 台帳 into the sheet itself: `row` as people count, from 1. */
export function putLedgerRow(chamber: Chamber, row: number, cells: Readonly<Record<string, string>>): void {
  const sheet = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
    (one) => one.name === '台帳',
  );
  if (sheet === undefined) throw new Error('no 台帳');
  sheet.rows = Math.max(sheet.rows, row);
  const made: (typeof sheet.cells)[number] = {};
  for (const [column, cell] of Object.entries(sheet.cells[0] ?? {})) {
    const text = cell.t === 'text' ? (cells[cell.v] ?? '') : '';
    if (text !== '') made[Number(column)] = { t: 'text', v: text };
  }
  sheet.cells[row - 1] = made;
}
