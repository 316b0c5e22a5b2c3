/** Carries out the operations of a plan on the form as data: what services do one call after another. */
import type { FormPlan, PlannedItem } from '../form/plan.ts';
import type { ElementKey, Operation } from './model.ts';
import { closedHead, type Head, isHead, pagesOf, sectionOf, sectionsOf, sequenceOf } from './sequence.ts';
import { withProperty } from './value.ts';

interface Draft {
  form: FormPlan;
  readonly order: ElementKey[];
  readonly heads: Map<ElementKey, Head>;
  readonly items: Map<ElementKey, PlannedItem>;
}

const formTexts: ReadonlySet<string> = new Set(['title', 'description']);

/** A place that is not there counts as the end: the element is never lost. */
function insert(draft: Draft, element: ElementKey, place: ElementKey | null): void {
  const at = place === null ? -1 : draft.order.indexOf(place);
  draft.order.splice(place !== null && at < 0 ? draft.order.length : at + 1, 0, element);
}

function take(draft: Draft, element: ElementKey): void {
  const at = draft.order.indexOf(element);
  if (at >= 0) draft.order.splice(at, 1);
}

function endOfPage(order: readonly ElementKey[], head: ElementKey): ElementKey | null {
  const start = order.indexOf(head);
  if (start < 0) return order[order.length - 1] ?? null;
  let end = start + 1;
  while (end < order.length && !isHead(order[end] ?? '')) end++;
  return order[end - 1] ?? null;
}

/** A closed question as it stands from then on: nobody has to answer it, and it leads nowhere. */
export function closedItem(item: PlannedItem): PlannedItem {
  return { ...item, required: false, options: item.options.map(({ goTo: _lead, ...option }) => option) };
}

function setProperty(draft: Draft, element: ElementKey, property: string, value: unknown): void {
  const head = draft.heads.get(element);
  const item = draft.items.get(element);
  if (item !== undefined) draft.items.set(element, withProperty(item, property, value));
  else if (head !== undefined) draft.heads.set(element, withProperty(head, property, value));
  else if (element !== 'form') return;
  else if (formTexts.has(property)) draft.form = withProperty(draft.form, property, value);
  else draft.form = { ...draft.form, settings: withProperty(draft.form.settings, property, value) };
}

function carryOut(draft: Draft, operation: Operation): void {
  switch (operation.op) {
    case 'set':
      setProperty(draft, operation.element, operation.property, operation.after);
      return;
    case 'add-section': {
      const { element, title, help, next, place, before } = operation;
      const page = before === undefined || place === null ? undefined : pagesOf(draft.order).get(place);
      if (page !== undefined) setProperty(draft, page, 'next', before);
      const head = { key: sectionOf(element), title, help, ...(next === undefined ? {} : { next }) };
      draft.heads.set(element, head);
      insert(draft, element, place);
      return;
    }
    case 'add-item':
      draft.items.set(operation.element, operation.item);
      insert(draft, operation.element, operation.place);
      return;
    case 'move':
      take(draft, operation.element);
      insert(draft, operation.element, operation.place);
      return;
    case 'retire': {
      const item = draft.items.get(operation.element);
      if (item === undefined) return;
      take(draft, operation.element);
      draft.items.set(operation.element, closedItem(item));
      insert(draft, operation.element, endOfPage(draft.order, closedHead));
      draft.form = { ...draft.form, retired: [...draft.form.retired, operation.element] };
      return;
    }
    case 'remove':
      take(draft, operation.element);
      draft.items.delete(operation.element);
      draft.heads.delete(operation.element);
      return;
    default: {
      const never: never = operation;
      throw new Error(`no such operation: ${JSON.stringify(never)}`);
    }
  }
}

/**
 * The form after the operations. Only the form's own sections, items, texts and settings change; template version and
 * ownership stay, they belong to the base.
 */
export function applyOperations(ours: FormPlan, operations: readonly Operation[]): FormPlan {
  if (operations.length === 0) return ours;
  const { order, heads, items } = sequenceOf(ours.sections);
  const draft: Draft = { form: ours, order: [...order], heads: new Map(heads), items: new Map(items) };
  for (const operation of operations) carryOut(draft, operation);
  return { ...draft.form, sections: sectionsOf(draft) };
}
