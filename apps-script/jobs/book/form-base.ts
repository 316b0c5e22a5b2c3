/**
 * What each element of a form was made from (its base), which item carries which key, and what was decided about it:
 * sheet `_items`, one row an element and one (`form`) for the form itself. Version 1 knew items and section heads only.
 */
import * as z from 'zod/mini';
import type { FormPlan, PlannedItem, PlannedSection } from '../../../shared/form/plan.ts';
import { lazy } from '../../../shared/lazy.ts';
import type { Decision } from '../../../shared/merge/model.ts';
import type { Cells, ItemLink, Row, Workbook } from '../port.ts';
import type { Book } from './book.ts';
import { formHead, plannedItem, sectionHead } from './form-shapes.ts';
import { itemsTable } from './tables.ts';

/** A decision as it is kept: also when, and by whom. */
export interface KeptDecision extends Decision {
  readonly at: string;
  readonly by: string;
}

export interface FormBase {
  readonly plan: FormPlan;
  readonly links: readonly ItemLink[];
  readonly decisions: readonly KeptDecision[];
}

/** Key of the row for the form itself. */
export const formElement = 'form';
export const sectionElement = (key: string): string => `section.${key}`;

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
const decisionsSchema = lazy(() => z.array(decisionSchema()));

/** Items first: nearly every row is one, and what is tried before is tried in vain. */
const baseSchema = lazy(() =>
  z.union([
    z.object({ version: z.literal(2), kind: z.literal('item'), base: plannedItem() }),
    z.object({ version: z.literal(2), kind: z.literal('section'), base: sectionHead() }),
    z.object({ version: z.literal(2), kind: z.literal('form'), base: formHead() }),
    z.object({ version: z.literal(1), base: z.union([plannedItem(), sectionHead(), z.null()]) }),
  ]),
);
type StoredBase = z.infer<ReturnType<typeof baseSchema>>;

function parsed(text: string | undefined): unknown {
  // Most cells are empty, and an exception costs more than all the rest of a row.
  if (text === undefined || text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function baseOf(cells: Cells): StoredBase | null {
  const found = baseSchema().safeParse(parsed(cells.base));
  return found.success ? found.data : null;
}

const isItem = (base: object): base is PlannedItem => 'type' in base;

/** The heads and items of rows of the first version, which stood in the order of the form. */
function firstVersion(rows: readonly Row[], otherwise: FormPlan): FormPlan {
  const sections: { head: Omit<PlannedSection, 'items'>; items: PlannedItem[] }[] = [];
  for (const { cells } of rows) {
    const stored = baseOf(cells);
    if (stored?.version !== 1 || stored.base === null) continue;
    if (!isItem(stored.base)) sections.push({ head: stored.base, items: [] });
    else {
      if (sections.length === 0) {
        sections.push({
          head: { key: otherwise.sections[0]?.key ?? 'first', title: '', help: '' },
          items: [],
        });
      }
      sections[sections.length - 1]?.items.push(stored.base);
    }
  }
  return { ...otherwise, sections: sections.map(({ head, items }) => ({ ...head, items })) };
}

function secondVersion(rows: readonly Row[]): FormPlan | null {
  const heads = new Map<string, Omit<PlannedSection, 'items'>>();
  const items = new Map<string, PlannedItem>();
  let form: z.infer<ReturnType<typeof formHead>> | null = null;
  for (const { cells } of rows) {
    const stored = baseOf(cells);
    if (stored?.version !== 2) continue;
    if (stored.kind === 'form') form = stored.base;
    else if (stored.kind === 'section') heads.set(stored.base.key, stored.base);
    else items.set(stored.base.key, stored.base);
  }
  if (form === null) return null;
  const { order, ...rest } = form;
  return {
    ...rest,
    sections: order.map((section) => ({
      ...(heads.get(section.key) ?? { key: section.key, title: '', help: '' }),
      items: section.items.flatMap((key) => items.get(key) ?? []),
    })),
  };
}

function readDecisions(rows: readonly Row[]): readonly KeptDecision[] {
  return rows.flatMap(({ cells }) => {
    const found = decisionsSchema().safeParse(parsed(cells.decisions));
    return found.success ? found.data : [];
  });
}

/**
 * The base of one form.
 * @param otherwise stands for title, description and settings where the first version kept none
 */
export function readBase(book: Book, formId: string, otherwise: FormPlan): FormBase {
  const rows = book.rows(itemsTable).filter(({ cells }) => cells.formId === formId);
  return {
    plan: secondVersion(rows) ?? firstVersion(rows, otherwise),
    links: rows.flatMap(({ cells: { itemId = '', key = '' } }) => (itemId === '' ? [] : [{ itemId, key }])),
    decisions: readDecisions(rows),
  };
}

/** One row an element, by its key: the form, then heads and items in their order, then what is linked beyond the plan. */
export function baseRows(formId: string, { plan, links, decisions }: FormBase): ReadonlyMap<string, Cells> {
  const itemIds = new Map(links.map(({ key, itemId }) => [key, itemId]));
  const rows = new Map<string, Cells>();
  const put = (key: string, stored: unknown): void => {
    const own = decisions.filter((decision) => decision.element === key);
    rows.set(key, {
      formId,
      itemId: itemIds.get(key) ?? '',
      key,
      base: stored === null ? '' : JSON.stringify(stored),
      decisions: own.length === 0 ? '' : JSON.stringify(own),
    });
  };
  const { sections, ...head } = plan;
  const order = sections.map(({ key, items }) => ({ key, items: items.map((item) => item.key) }));
  put(formElement, { version: 2, kind: 'form', base: { ...head, order } });
  for (const { items, ...section } of sections) {
    put(sectionElement(section.key), { version: 2, kind: 'section', base: section });
    for (const item of items) put(item.key, { version: 2, kind: 'item', base: item });
  }
  for (const { key } of [...links, ...decisions.map(({ element }) => ({ key: element }))]) {
    if (!rows.has(key)) put(key, null);
  }
  return rows;
}

const blank: Cells = { formId: '', itemId: '', key: '', base: '', decisions: '' };
const headers = itemsTable.columns.map((column) => column.header);
const same = (a: Cells, b: Cells): boolean => headers.every((name) => (a[name] ?? '') === (b[name] ?? ''));

/**
 * Writes the rows of a form that differ from those that stand.
 * @param whole whether rows of other elements of this form are taken away
 */
export function storeRows(
  book: Book,
  formId: string,
  wanted: ReadonlyMap<string, Cells>,
  whole: boolean,
): void {
  const standing = book.rows(itemsTable).filter(({ cells }) => cells.formId === formId);
  const missing = new Map(wanted);
  const changed = new Map<number, Cells>();
  for (const { at, cells } of standing) {
    const key = cells.key ?? '';
    const now = missing.get(key) ?? (whole ? blank : cells);
    missing.delete(key);
    if (!same(now, cells)) changed.set(at, now);
  }
  book.update(itemsTable, changed);
  book.append(itemsTable, [...missing.values()]);
}

/** Key by item id of one form. */
export function itemKeys(book: Book, formId: string): ReadonlyMap<string, string> {
  return new Map(
    book
      .rows(itemsTable)
      .filter(({ cells }) => cells.formId === formId && cells.itemId !== '')
      .map(({ cells: { itemId = '', key = '' } }) => [itemId, key]),
  );
}

/** Key by item id, per form; for who needs nothing else of the sheet. */
export function readItemKeys(workbook: Workbook): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const forms = new Map<string, Map<string, string>>();
  for (const { cells } of workbook.readColumns(itemsTable, ['formId', 'itemId', 'key'])) {
    const { formId = '', itemId = '', key = '' } = cells;
    if (itemId === '') continue;
    const items = forms.get(formId) ?? new Map<string, string>();
    items.set(itemId, key);
    forms.set(formId, items);
  }
  return forms;
}
