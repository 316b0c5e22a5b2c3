/** The chamber's forms (`_forms`), one row each; what stands in them is kept in `_items` (`form-base.ts`). */
import * as z from 'zod/mini';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { lazy } from '../../../shared/lazy.ts';
import type { Cells, Row, Workbook } from '../port.ts';
import type { Book } from './book.ts';
import { formsTable } from './tables.ts';

/**
 * `making`: the form may be half built. `built`: its items stand and are recorded, so it may never be built again
 * (answers would be lost). `open`: published. `closed`: takes no answers for now.
 */
export type FormRowState = 'making' | 'built' | 'open' | 'closed';

const states: readonly FormRowState[] = ['making', 'built', 'open', 'closed'];

/** Whether the form has been published: its answers are taken in, also those that came just before it was closed. */
export const isPublished = ({ state }: { readonly state: FormRowState }): boolean =>
  state === 'open' || state === 'closed';

export interface FormRow {
  readonly at: number;
  readonly templateId: string;
  readonly templateVersion: string;
  /** Name of the form's file while it is being made: by it a run finds what one that died left behind. */
  readonly fileName: string;
  /** '' until the form exists. */
  readonly formId: string;
  readonly state: FormRowState;
  readonly madeAt: string;
  readonly madeBy: string;
  /** Account whose submit trigger stands on the form; only that account can see it. */
  readonly triggerOwner: string;
  /** Epoch milliseconds of the last answer taken in, '' before the first. */
  readonly cursor: string;
  /** What the clerk filled in for this form, by the keys of the template's `fillIns`. */
  readonly values: Readonly<Record<string, string>>;
  /** Last day on which answers are taken (`YYYY-MM-DD`), '' for none. */
  readonly closesOn: string;
  /** Id of the update or roll-back that has begun and not ended (適用途中), '' for none. */
  readonly updating: string;
}

const valuesSchema = lazy(() => z.record(z.string(), z.string()));

function readValues(text: string): FormRow['values'] {
  if (text === '') return {};
  try {
    const parsed = valuesSchema().safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

export function formCells(form: Omit<FormRow, 'at'>): Cells {
  return {
    version: '2',
    templateId: form.templateId,
    templateVersion: form.templateVersion,
    fileName: form.fileName,
    formId: form.formId,
    state: form.state,
    madeAt: form.madeAt,
    madeBy: form.madeBy,
    triggerOwner: form.triggerOwner,
    cursor: form.cursor,
    values: Object.keys(form.values).length === 0 ? '' : JSON.stringify(form.values),
    closesOn: form.closesOn,
    updating: form.updating,
  };
}

export function readForm(row: Row): FormRow {
  const cell = (name: string): string => row.cells[name] ?? '';
  return {
    at: row.at,
    templateId: cell('templateId'),
    templateVersion: cell('templateVersion'),
    fileName: cell('fileName'),
    formId: cell('formId'),
    state: states.find((state) => state === cell('state')) ?? 'making',
    madeAt: cell('madeAt'),
    madeBy: cell('madeBy'),
    triggerOwner: cell('triggerOwner'),
    cursor: cell('cursor'),
    values: readValues(cell('values')),
    closesOn: cell('closesOn'),
    updating: cell('updating'),
  };
}

export function readForms(workbook: Workbook): readonly FormRow[] {
  return workbook.read(formsTable).map(readForm);
}

/** The row of a form. Throws UnusableInput `form.unknown`. */
export function rowOf(book: Book, formId: string): FormRow {
  const row = book
    .rows(formsTable)
    .map(readForm)
    .find((form) => form.formId === formId);
  if (row === undefined) throw new UnusableInput([issue('form.unknown', 'error', '')]);
  return row;
}
