/**
 * The imports of the ledger (取込履歴): which file by which layout, what it was to do, how far it has come. One reader,
 * one writer, one version.
 */
import * as z from 'zod/mini';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { lazy } from '../../../shared/lazy.ts';
import type { Cells, Row } from '../port.ts';
import { shownTime } from '../time.ts';
import type { Book } from './book.ts';
import { fromJsonCells, toJsonCells } from './json-cells.ts';
import { importReportHeaders, importTable } from './register-tables.ts';
import { issueSchema } from './stored-parts.ts';

export const importStates = {
  /** Planned, perhaps partly written: the next run goes on with it. */
  running: '取込中',
  done: '取込済',
  /** Given up, because the file or the layout is another now. What was written stays. */
  stopped: '中止',
} as const;
export type ImportState = keyof typeof importStates;

const count = () => z.number();

const importSchema = lazy(() =>
  z.strictObject({
    version: z.literal(1),
    importId: z.string(),
    at: z.string(),
    by: z.string(),
    fileId: z.string(),
    file: z.string(),
    fileHash: z.string(),
    profileId: z.string(),
    profileName: z.string(),
    /** Layout and lists that the plan rests on: see `inputsHash`. */
    inputs: z.string(),
    /** What the preview's hash was: the same request is known again by it. */
    hash: z.string(),
    counts: z.strictObject({
      inFile: count(),
      added: count(),
      changed: count(),
      unchanged: count(),
      missing: count(),
      leftOut: count(),
    }),
    /** Rows of 台帳 when it is finished. */
    sheetRows: count(),
    /** Rows of 台帳 that stand as wanted, from the first on. */
    done: count(),
    report: z.array(issueSchema()),
  }),
);

export interface Import extends z.infer<ReturnType<typeof importSchema>> {
  /** Row of 取込履歴. */
  readonly row: number;
  readonly state: ImportState;
  readonly stateAt: string;
}

export function importCells(one: Omit<Import, 'row'>): Cells {
  const { state, stateAt, ...stored } = one;
  const { counts } = one;
  return {
    取込番号: one.importId,
    取込日時: shownTime(one.at),
    担当者: one.by,
    ファイル名: one.file,
    配置: one.profileName,
    件数: String(counts.inFile),
    追加: String(counts.added),
    変更: String(counts.changed),
    変更なし: String(counts.unchanged),
    ファイルになし: String(counts.missing),
    取り込まない行: String(counts.leftOut),
    状態: importStates[state],
    状態の日時: shownTime(stateAt),
    進み: `${one.done}/${one.sheetRows}`,
    'SHA-256': one.fileHash,
    ファイルID: one.fileId,
    配置ID: one.profileId,
    計画: one.hash,
    ...toJsonCells(importReportHeaders, stored),
  };
}

const stateIds = Object.keys(importStates) as readonly ImportState[];

function readImport({ at: row, cells }: Row): Import {
  const parsed = importSchema().safeParse(fromJsonCells(importReportHeaders, cells));
  const state = stateIds.find((id) => importStates[id] === cells.状態);
  if (!parsed.success || state === undefined) {
    throw new UnusableInput([issue('workbook.version', 'error', '', { params: { row } })]);
  }
  return { ...parsed.data, row, state, stateAt: cells.状態の日時 ?? '' };
}

/** In the order in which they were begun. Throws UnusableInput `workbook.version` when a newer program wrote one. */
export function readImports(book: Book): readonly Import[] {
  return book.rows(importTable).map(readImport);
}

export function addImport(book: Book, one: Omit<Import, 'row'>): Import {
  const row = book.rows(importTable).reduce((last, { at }) => Math.max(last, at), 1) + 1;
  book.append(importTable, [importCells(one)]);
  return { ...one, row };
}

export function changeImport(book: Book, { row, ...one }: Import): void {
  book.update(importTable, new Map([[row, importCells(one)]]));
}
