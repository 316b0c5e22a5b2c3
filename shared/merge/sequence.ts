/** A form as one sequence of section heads and items, the shape in which order is merged and steps are placed. */
import { closedSectionKey, type FormPlan, type PlannedItem, type PlannedSection } from '../form/plan.ts';
import type { ElementKey } from './model.ts';

export type Head = Omit<PlannedSection, 'items'>;

export interface Sequence {
  readonly order: readonly ElementKey[];
  readonly heads: ReadonlyMap<ElementKey, Head>;
  readonly items: ReadonlyMap<ElementKey, PlannedItem>;
}

const prefix = 'section.';

/** Element key of a section's head. */
export const headOf = (sectionKey: string): ElementKey => `${prefix}${sectionKey}`;
export const isHead = (element: ElementKey): boolean => element.startsWith(prefix);
/** Section key of a head. */
export const sectionOf = (element: ElementKey): string => element.slice(prefix.length);
export const closedHead = headOf(closedSectionKey);

export function sequenceOf(sections: readonly PlannedSection[]): Sequence {
  const order: ElementKey[] = [];
  const heads = new Map<ElementKey, Head>();
  const items = new Map<ElementKey, PlannedItem>();
  for (const { items: own, ...head } of sections) {
    order.push(headOf(head.key));
    heads.set(headOf(head.key), head);
    for (const item of own) {
      order.push(item.key);
      items.set(item.key, item);
    }
  }
  return { order, heads, items };
}

/** The sections that a sequence stands for. Items before the first head cannot be, and are put on the first page. */
export function sectionsOf({ order, heads, items }: Sequence): readonly PlannedSection[] {
  const sections: { head: Head; items: PlannedItem[] }[] = [];
  const early: PlannedItem[] = [];
  for (const element of order) {
    const head = heads.get(element);
    const item = items.get(element);
    if (head !== undefined) sections.push({ head, items: sections.length === 0 ? early : [] });
    else if (item !== undefined) (sections[sections.length - 1]?.items ?? early).push(item);
  }
  return sections.map(({ head, items: own }) => ({ ...head, items: own }));
}

/** Head under which each element stands, '' before the first. */
export function pagesOf(order: readonly ElementKey[]): ReadonlyMap<ElementKey, ElementKey> {
  const pages = new Map<ElementKey, ElementKey>();
  let page = '';
  for (const element of order) {
    if (isHead(element)) page = element;
    pages.set(element, page);
  }
  return pages;
}

/** A form's open part, and the page of closed questions where it is the last one, as it should be. */
export function openPart(form: FormPlan): {
  readonly open: readonly PlannedSection[];
  readonly closed: PlannedSection | null;
} {
  const last = form.sections[form.sections.length - 1];
  if (last === undefined || last.key !== closedSectionKey) return { open: form.sections, closed: null };
  return { open: form.sections.slice(0, -1), closed: last };
}

/**
 * After the last open page the form ends, whatever is written there: no lead of it can be kept in Google Forms. It is compared as none, so
 * that a page which stops being the last one is compared by what people meant.
 */
export function withPlainEnd(sections: readonly PlannedSection[]): readonly PlannedSection[] {
  const last = sections[sections.length - 1];
  if (last?.next === undefined) return sections;
  const { next: _end, ...rest } = last;
  return [...sections.slice(0, -1), rest];
}
