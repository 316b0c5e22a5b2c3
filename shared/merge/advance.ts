/** The base moved forward: what JCCI said is taken as seen, so that nothing is asked or done twice. */

import { settingProperties } from '../form/make.ts';
import type { FormPlan, PlannedItem } from '../form/plan.ts';
import { contentProperties } from '../template/properties.ts';
import type { Entry } from './list.ts';
import type { ElementKey, Merged, Operation, UpdatePlan } from './model.ts';
import { withNewcomers } from './order.ts';
import { anchorOwnership } from './presence.ts';
import { type Head, isHead, openPart, type Sequence, sectionsOf, sequenceOf } from './sequence.ts';
import { same, withProperty } from './value.ts';

/** Whether a property waits: nobody has decided, or it was refused and comes with a later run. */
type Waits = (element: ElementKey, property: string) => boolean;

/** A lead to a page that the chamber took away, and what wants to stand before the first page, is told once and does not wait. */
const toldOnce: ReadonlySet<string> = new Set(['no-such-page', 'first-page']);

function waiting({ conflicts, refused, kept }: UpdatePlan): Waits {
  const open = new Set<string>();
  // What JCCI dropped and the chamber keeps is asked about again when that changes: a page no longer used, say.
  for (const { element, property, reason } of kept) {
    const stays = reason === 'chamber-changed' || reason === 'own';
    if (property === 'presence' && stays) open.add(`${element}\n${property}`);
  }
  for (const { element, property, choice } of conflicts) {
    if (choice === null) open.add(`${element}\n${property}`);
  }
  for (const { element, property, reason } of refused) {
    if (!toldOnce.has(reason) || property === 'presence') open.add(`${element}\n${property}`);
  }
  for (const { element, property, reason, theirs } of refused) {
    const comesLater = reason === 'no-such-page' && open.has(`section.${String(theirs)}\npresence`);
    if (comesLater) open.add(`${element}\n${property}`);
  }
  return (element, property) => open.has(`${element}\n${property}`);
}

const lists = (item: PlannedItem, property: 'options' | 'grid'): readonly Entry[] | undefined =>
  property === 'options' ? item.options : item.grid?.rows;

/** A list as JCCI has it now, except for entries that wait. */
function advancedList(
  property: 'options' | 'grid',
  base: PlannedItem,
  theirs: PlannedItem,
  waits: (part: string) => boolean,
): readonly Entry[] {
  const [before, after] = [lists(base, property) ?? [], lists(theirs, property) ?? []];
  const was = new Map(before.map((one) => [one.code, one]));
  const now = new Map(after.map((one) => [one.code, one]));
  const entry = (code: string): Entry | undefined => {
    const [old, new_] = [was.get(code), now.get(code)];
    if (waits(`${property}.${code}`)) return old;
    if (old === undefined || new_ === undefined) return new_;
    const labelled = waits(`${property}.${code}.label`) ? { ...new_, label: old.label } : new_;
    return waits(`${property}.${code}.goTo`) ? withProperty(labelled, 'goTo', old.goTo) : labelled;
  };
  const [first, second] = waits(`${property}.order`) ? [before, after] : [after, before];
  const codes = (list: readonly Entry[]) => list.map(({ code }) => code);
  return withNewcomers(codes(first), codes(second)).flatMap((code) => entry(code) ?? []);
}

const parts: ReadonlySet<string> = new Set(['scale', 'rating', 'date', 'media']);
const itemProperties = ['type', ...contentProperties] as const;
const headProperties = ['title', 'help', 'next'] as const;

function advancedProperty(
  base: PlannedItem,
  theirs: PlannedItem,
  property: (typeof itemProperties)[number],
  waits: (part: string) => boolean,
): unknown {
  if (waits(property)) return base[property];
  if (property === 'options') return advancedList('options', base, theirs, waits);
  if (property === 'grid' && base.grid !== undefined && theirs.grid !== undefined) {
    const limits = waits('grid.onePerColumn') ? base.grid : theirs.grid;
    return { rows: advancedList('grid', base, theirs, waits), onePerColumn: limits.onePerColumn };
  }
  const [old, new_]: readonly unknown[] = [base[property], theirs[property]];
  if (!parts.has(property) || typeof old !== 'object' || typeof new_ !== 'object') return new_;
  const still = Object.entries(old ?? {}).filter(([name]) => waits(`${property}.${name}`));
  return { ...new_, ...Object.fromEntries(still) };
}

/** An item of the base with the named properties as JCCI has them now. */
function advancedItem(
  base: PlannedItem,
  theirs: PlannedItem,
  properties: readonly (typeof itemProperties)[number][],
  waits: Waits,
): PlannedItem {
  const here = (part: string): boolean => waits(theirs.key, part);
  if (here('type') || here('presence')) return base;
  return properties.reduce((item, property) => {
    const value = advancedProperty(base, theirs, property, here);
    return same(value, item[property]) ? item : withProperty(item, property, value);
  }, base);
}

function advancedHead(
  element: ElementKey,
  base: Head,
  theirs: Head,
  properties: readonly (typeof headProperties)[number][],
  waits: Waits,
): Head {
  return properties.reduce(
    (head, property) => (waits(element, property) ? head : withProperty(head, property, theirs[property])),
    base,
  );
}

const meta = ['ownership', 'replaces'] as const;
/** Ownership and succession are JCCI's, whatever the value is. */
function withMeta<T extends Head | PlannedItem>(element: T, theirs: Head | PlannedItem): T {
  return meta.reduce((merged, name) => {
    const value: unknown = name in theirs ? Object.entries(theirs).find(([key]) => key === name)?.[1] : null;
    return withProperty(merged, name, value);
  }, element);
}

const sequence = (form: FormPlan): Sequence => sequenceOf(openPart(form).open);

function withSequence(form: FormPlan, { order, heads, items }: Sequence): FormPlan {
  return { ...form, sections: sectionsOf({ order, heads, items }) };
}

/**
 * The base after an update that was carried out: JCCI's new version in everything that was done, kept or decided; what nobody has
 * decided yet, and what was refused, stays as it was and comes again. What the chamber removed stays known as removed.
 */
export function baseAfter(base: FormPlan, theirs: FormPlan, { plan, planned }: Merged): FormPlan {
  const waits = waiting(plan);
  const [before, now] = [sequence(base), sequence(theirs)];
  const done = sequence(planned);
  const heads = new Map<ElementKey, Head>();
  const items = new Map<ElementKey, PlannedItem>();
  const isSuccessorInWaiting = (item: PlannedItem): boolean =>
    item.replaces !== undefined && !done.items.has(item.key) && waits(item.replaces, 'presence');
  for (const [element, head] of now.heads) {
    const old = before.heads.get(element);
    if (old !== undefined) {
      heads.set(element, withMeta(advancedHead(element, old, head, headProperties, waits), head));
    } else if (!waits(element, 'presence')) heads.set(element, head);
  }
  for (const [element, item] of now.items) {
    const old = before.items.get(element);
    if (old !== undefined) {
      items.set(element, withMeta(advancedItem(old, item, itemProperties, waits), item));
    } else if (!waits(element, 'presence') && !isSuccessorInWaiting(item)) items.set(element, item);
  }
  for (const [element, head] of before.heads) {
    if (!now.heads.has(element) && waits(element, 'presence')) heads.set(element, head);
  }
  for (const [element, item] of before.items) {
    if (!now.items.has(element) && waits(element, 'presence')) items.set(element, item);
  }
  const there = (element: ElementKey): boolean => heads.has(element) || items.has(element);
  const [first, second] = waits('form', 'position') ? [before.order, now.order] : [now.order, before.order];
  const order = withNewcomers(first.filter(there), second.filter(there));
  return withSequence(
    {
      ...advancedForm(base, theirs, waits),
      retired: [...new Set([...base.retired, ...theirs.retired, ...retiredBy(plan)])],
      templateVersion: theirs.templateVersion,
    },
    { order, heads, items },
  );
}

const retiredBy = (plan: UpdatePlan): readonly ElementKey[] =>
  plan.operations.flatMap(({ op, element }) => (op === 'retire' ? [element] : []));

function advancedForm(base: FormPlan, theirs: FormPlan, waits: Waits): FormPlan {
  const still = (property: string): boolean => waits('form', property);
  const settings = settingProperties.reduce(
    (merged, property) =>
      still(property) ? merged : withProperty(merged, property, theirs.settings[property]),
    base.settings,
  );
  return withProperty(
    {
      ...base,
      title: still('title') ? base.title : theirs.title,
      description: still('description') ? base.description : theirs.description,
      settings,
    },
    'ownership',
    theirs.ownership,
  );
}

/**
 * The base to store when an update begins: it remembers where everything of the chamber's form stood, so that an update that is
 * broken off between two moves is carried on as it was planned. `baseAfter` forgets it again.
 */
export function startBase(base: FormPlan, ours: FormPlan, { led }: Pick<Merged, 'led'>): FormPlan {
  if (led === 'ours') return base;
  const [before, now] = [sequence(base), sequence(ours)];
  const heads = new Map(before.heads);
  const items = new Map(before.items);
  for (const [element, head] of now.heads) {
    if (!heads.has(element)) heads.set(element, { ...head, ownership: anchorOwnership });
  }
  for (const [element, item] of now.items) {
    if (!items.has(element)) items.set(element, { ...item, ownership: anchorOwnership });
  }
  return withSequence(base, { order: withNewcomers(now.order, before.order), heads, items });
}

/**
 * The base after one operation was carried out and read back. Merging again with it gives exactly the operations that are left.
 * @param merged what the operation came from, or what a later merge of the same update gave
 */
export function advance(base: FormPlan, theirs: FormPlan, merged: Merged, operation: Operation): FormPlan {
  const waits = waiting(merged.plan);
  const [before, now] = [sequence(base), sequence(theirs)];
  const { element } = operation;
  switch (operation.op) {
    case 'set':
      return element === 'form'
        ? advancedFormProperty(base, theirs, operation.property, waits)
        : withSequence(base, advancedElement(before, now, element, operation.property, waits));
    case 'add-section': {
      const added = withElement(before, now, element, merged.led, operation.place);
      const head = added.heads.get(element);
      if (head === undefined || before.heads.has(element)) return base;
      // Where it leads is set, and comes into the base, by a step of its own.
      const heads = new Map(added.heads).set(element, withProperty(head, 'next', operation.next));
      // What was written after the last page said nothing; now it would.
      const end = before.order.filter(isHead).pop();
      const last = added.order.filter(isHead).pop();
      const old = end === undefined || end === last ? undefined : heads.get(end);
      if (end !== undefined && old !== undefined) heads.set(end, withProperty(old, 'next', null));
      return withSequence(base, { ...added, heads });
    }
    case 'add-item':
      return withSequence(base, withElement(before, now, element, merged.led, operation.place));
    case 'move':
      return base;
    case 'retire':
      return { ...withSequence(base, without(before, element)), retired: [...base.retired, element] };
    case 'remove':
      return withSequence(base, without(before, element));
  }
}

function advancedFormProperty(base: FormPlan, theirs: FormPlan, property: string, waits: Waits): FormPlan {
  const others: Waits = (element, name) => name !== property || waits(element, name);
  return { ...advancedForm(base, theirs, others), ...(base.ownership && { ownership: base.ownership }) };
}

function advancedElement(
  before: Sequence,
  now: Sequence,
  element: ElementKey,
  property: string,
  waits: Waits,
): Sequence {
  const heads = new Map(before.heads);
  const items = new Map(before.items);
  const [head, newHead] = [heads.get(element), now.heads.get(element)];
  const [item, newItem] = [items.get(element), now.items.get(element)];
  if (head !== undefined && newHead !== undefined) {
    const names = headProperties.filter((name) => name === property);
    heads.set(element, advancedHead(element, head, newHead, names, waits));
  }
  if (item !== undefined && newItem !== undefined) {
    const names = itemProperties.filter((name) => name === property);
    items.set(element, advancedItem(item, newItem, names, waits));
  }
  return { order: before.order, heads, items };
}

/** Puts what was added into the base, there where neither the chamber nor JCCI seems to have moved anything. */
function withElement(
  before: Sequence,
  now: Sequence,
  element: ElementKey,
  led: Merged['led'],
  place: ElementKey | null,
): Sequence {
  const [head, item] = [now.heads.get(element), now.items.get(element)];
  if ((head ?? item) === undefined || before.heads.has(element) || before.items.has(element)) return before;
  const heads = new Map(before.heads);
  const items = new Map(before.items);
  if (head !== undefined) heads.set(element, head);
  if (item !== undefined) items.set(element, item);
  const order = [...before.order];
  const at = led === 'theirs' && place !== null ? order.indexOf(place) : -1;
  if (at >= 0) order.splice(at + 1, 0, element);
  else {
    const earlier = now.order.slice(0, now.order.indexOf(element)).reverse();
    const anchor = earlier.find((one) => order.includes(one));
    order.splice(anchor === undefined ? 0 : order.indexOf(anchor) + 1, 0, element);
  }
  return { order, heads, items };
}

function without({ order, heads, items }: Sequence, element: ElementKey): Sequence {
  return {
    order: order.filter((one) => one !== element),
    heads: isHead(element) ? new Map([...heads].filter(([key]) => key !== element)) : heads,
    items: isHead(element) ? items : new Map([...items].filter(([key]) => key !== element)),
  };
}
