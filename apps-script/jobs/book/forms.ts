/** The chamber's forms (`_forms`) and which item of a form carries which key (`_items`). */
import type { Cells, Row, Workbook } from '../port.ts';
import { formsTable, itemsTable } from './tables.ts';

/**
 * `making`: the form may be half built. `built`: its items stand and are recorded, so it may never be built again
 * (answers would be lost). `open`: published.
 */
export type FormRowState = 'making' | 'built' | 'open';

const states: readonly FormRowState[] = ['making', 'built', 'open'];

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
}

export function formCells(form: Omit<FormRow, 'at'>): Cells {
  return {
    version: '1',
    templateId: form.templateId,
    templateVersion: form.templateVersion,
    fileName: form.fileName,
    formId: form.formId,
    state: form.state,
    madeAt: form.madeAt,
    madeBy: form.madeBy,
    triggerOwner: form.triggerOwner,
    cursor: form.cursor,
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
  };
}

export function readForms(workbook: Workbook): readonly FormRow[] {
  return workbook.read(formsTable).map(readForm);
}

/** Key by item id, per form. */
export function readItemKeys(workbook: Workbook): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const forms = new Map<string, Map<string, string>>();
  for (const { cells } of workbook.read(itemsTable)) {
    const formId = cells.formId ?? '';
    const items = forms.get(formId) ?? new Map<string, string>();
    items.set(cells.itemId ?? '', cells.key ?? '');
    forms.set(formId, items);
  }
  return forms;
}
