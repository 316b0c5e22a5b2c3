/**
 * Updates and roll-backs of forms (sheet `_updates`): one row each, with all that is needed to finish it after a run that
 * died, and to bring back what stood before. One reader, one writer, one version.
 */
import * as z from 'zod/mini';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { lazy } from '../../../shared/lazy.ts';
import type { Cells, Row } from '../port.ts';
import type { Book } from './book.ts';
import { formCopy, formPlan, operation } from './form-shapes.ts';
import { fromJsonCells, toJsonCells } from './json-cells.ts';
import { updateHeaders, updatesTable } from './tables.ts';

export const updateStates = {
  running: '適用途中',
  done: '適用済',
  /** What it did was taken back. */
  undone: '取消',
} as const;
export type UpdateState = keyof typeof updateStates;

const decisionSchema = lazy(() =>
  z.object({
    element: z.string(),
    property: z.string(),
    choice: z.enum(['ours', 'theirs']),
    theirs: z.optional(z.unknown()),
    at: z.string(),
    by: z.string(),
  }),
);

const sideSchema = lazy(() =>
  z.object({
    plan: formPlan(),
    links: z.array(z.object({ itemId: z.string(), key: z.string() })),
    decisions: z.array(decisionSchema()),
  }),
);

const dataSchema = lazy(() =>
  z.object({
    version: z.literal(1),
    /** Of the preview that was agreed to. */
    hash: z.string(),
    /** The form before: as it stood in Google Forms, its closing day, and the bases with the links of items. */
    snapshot: formCopy(),
    closesOn: z.string(),
    before: sideSchema(),
    /** The form as data before the first operation. */
    start: formPlan(),
    operations: z.array(operation()),
    /** The bases once all is done; its links are those from before. */
    after: z.object({ plan: formPlan(), decisions: z.array(decisionSchema()) }),
    /** What happened, in words, a line each. */
    lines: z.array(z.string()),
    /** Of a roll-back: the update that it takes back. */
    undoes: z.string(),
    /** Of a roll-back: questions that the update had added; what stays of them is the chamber's own from then on. */
    unlinks: z.array(z.string()),
    /** Version of the release of JCCI's that it came with; absent: of what the program ships. */
    release: z.optional(z.string()),
  }),
);

export interface Update extends z.infer<ReturnType<typeof dataSchema>> {
  readonly at: number;
  readonly id: string;
  readonly formId: string;
  readonly from: string;
  readonly to: string;
  readonly state: UpdateState;
  readonly by: string;
  readonly madeAt: string;
}

const stateNames: readonly UpdateState[] = ['running', 'done', 'undone'];

export function updateCells(update: Omit<Update, 'at'> & { readonly at?: number }): Cells {
  const { at: _at, id, formId, from, to, state, by, madeAt, ...data } = update;
  return {
    id,
    formId,
    from,
    to,
    state: updateStates[state],
    by,
    madeAt,
    ...toJsonCells(updateHeaders, dataSchema().parse(data)),
  };
}

/** Throws UnusableInput `workbook.version` when a newer program wrote it. */
function readUpdate({ at, cells }: Row): Update {
  const parsed = dataSchema().safeParse(fromJsonCells(updateHeaders, cells));
  if (!parsed.success) {
    throw new UnusableInput([issue('workbook.version', 'error', '', { params: { row: at } })]);
  }
  const { id = '', formId = '', from = '', to = '', by = '', madeAt = '' } = cells;
  const state = stateNames.find((name) => updateStates[name] === cells.state) ?? 'running';
  return { ...parsed.data, at, id, formId, from, to, state, by, madeAt };
}

/** Of one form, oldest first. */
export function readUpdates(book: Book, formId: string): readonly Update[] {
  return book
    .rows(updatesTable)
    .filter(({ cells }) => cells.formId === formId)
    .map(readUpdate);
}

export function addUpdate(book: Book, update: Omit<Update, 'at'>): Update {
  book.append(updatesTable, [updateCells(update)]);
  const at = book.rows(updatesTable).reduce((last, row) => Math.max(last, row.at), 1);
  return { ...update, at };
}

export function changeUpdate(book: Book, update: Update): void {
  book.update(updatesTable, new Map([[update.at, updateCells(update)]]));
}
