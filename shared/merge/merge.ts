/** Three sides of a form (what the copy was made from, JCCI's new version, the copy as it is) → what the update does. */
import { settingProperties } from '../form/make.ts';
import type { FormPlan, PlannedItem, PlannedSection } from '../form/plan.ts';
import { mergeItem } from './item.ts';
import { mergeLead } from './list.ts';
import type { Decision, ElementKey, Merged } from './model.ts';
import { type MergedOrder, mergeOrder, type Orders } from './order.ts';
import { type Fate, isText, judgePresence, known, type Sides, sideOf } from './presence.ts';
import {
  closedHead,
  type Head,
  isHead,
  openPart,
  pagesOf,
  sectionOf,
  sectionsOf,
  sequenceOf,
} from './sequence.ts';
import { ask, keep, type Notes, newNotes, owner, type Place, refuse, settle } from './settle.ts';
import { stepsTo, withClosed } from './steps.ts';
import { same, withProperty } from './value.ts';

export interface MergeOptions {
  /** Answers are being given in a survey: its structure is frozen, only words may change. */
  readonly structureClosed?: boolean;
}

/** Elements of the merged form, and who is left out. */
interface Elements {
  readonly heads: Map<ElementKey, Head>;
  readonly items: Map<ElementKey, PlannedItem>;
  readonly fates: Map<ElementKey, Fate>;
}

/**
 * Merges a new version into a form that the chamber may have changed. Ownership is read from `theirs`: 必須 is always JCCI's, 自所 always
 * the chamber's, everything else goes to whoever changed it; where both did, a person decides and ours stands until then.
 *
 * @param base what each element was when it was last brought up to date
 * @returns the plan, and the form as `applyOperations(ours, plan.operations)` makes it: equal in every property
 */
export function mergeForms(
  base: FormPlan,
  theirs: FormPlan,
  ours: FormPlan,
  decisions: readonly Decision[],
  options: MergeOptions = {},
): Merged {
  const notes = newNotes(decisions, options.structureClosed ?? false);
  const sides: Sides = { base: sideOf(base), theirs: sideOf(theirs), ours: sideOf(ours) };
  const form = mergeFormProperties(notes, base, theirs, ours);
  const elements: Elements = {
    heads: new Map(),
    items: new Map(),
    fates: new Map(judgePresence(notes, sides)),
  };
  mergeElements(notes, sides, elements);
  keepPagesThatAreLedTo(notes, sides, elements);
  const placed = orderOf(notes, sides, elements, theirs);
  const { led } = placed;
  const order = withoutEmptyPages(notes, sides, elements, placed.order);
  const leaving = sides.ours.order.flatMap((element) => {
    const item = sides.ours.items.get(element);
    return item !== undefined && elements.fates.get(element) === 'leave' ? [item] : [];
  });
  const planned = withClosed({ ...form, sections: sectionsOf({ ...elements, order }) }, leaving);
  const whole = withEnd(withClosedPage(planned, ours), ours);
  const retiring = leaving.filter((item) => !isText(item)).map(({ key }) => key);
  const operations = stepsTo(ours, whole, retiring);
  return {
    plan: {
      version: 1,
      template: theirs.templateId,
      from: base.templateVersion,
      to: theirs.templateVersion,
      operations,
      conflicts: notes.conflicts,
      kept: notes.kept,
      refused: notes.refused,
      own: sides.ours.order.filter(
        (element) => elements.fates.get(element) === 'stay' && !hasElement(sides, element),
      ),
      titles: titlesOf([base, theirs, ours]),
    },
    planned: whole,
    led,
  };
}

const hasElement = ({ base, theirs }: Sides, element: ElementKey): boolean =>
  [base, theirs].some((side) => known(side, element) !== undefined);

function mergeFormProperties(notes: Notes, base: FormPlan, theirs: FormPlan, ours: FormPlan): FormPlan {
  const place = (property: string): Place => ({
    element: 'form',
    property,
    title: ours.title,
    ownership: owner(theirs.ownership, property),
  });
  let merged = ours;
  for (const property of ['title', 'description'] as const) {
    const three = { base: base[property], theirs: theirs[property], ours: ours[property] };
    const value = settle(notes, place(property), three);
    if (!same(value, three.ours)) merged = withProperty(merged, property, value);
  }
  for (const property of settingProperties) {
    const three = {
      base: base.settings[property],
      theirs: theirs.settings[property],
      ours: ours.settings[property],
    };
    const value = settle<unknown>(notes, place(property), three);
    if (same(value, three.ours)) continue;
    merged = { ...merged, settings: withProperty(merged.settings, property, value) };
  }
  return merged;
}

function mergeHead(
  notes: Notes,
  base: Head | undefined,
  theirs: Head,
  ours: Head,
  element: ElementKey,
  leads: (target: string) => boolean,
): Head {
  const place = (property: string): Place => ({
    element,
    property,
    title: ours.title,
    ownership: owner(theirs.ownership, property),
  });
  let merged = ours;
  for (const property of ['title', 'help'] as const) {
    const three = { base: base?.[property], theirs: theirs[property], ours: ours[property] };
    const value = settle(notes, place(property), three);
    if (!same(value, three.ours)) merged = withProperty(merged, property, value);
  }
  const three = { base: base?.next, theirs: theirs.next, ours: ours.next };
  const next = mergeLead(notes, leads, place('next'), three);
  return same(next, ours.next) ? merged : withProperty(merged, 'next', next);
}

function mergeElements(notes: Notes, { base, theirs, ours }: Sides, elements: Elements): void {
  const { fates } = elements;
  const there = (element: ElementKey): boolean =>
    ['merge', 'add', 'stay'].includes(fates.get(element) ?? 'out');
  const leads = (target: string): boolean => target === 'submit' || there(`section.${target}`);
  for (const [element, fate] of fates) {
    if (!there(element)) continue;
    const [newHead, head] = [theirs.heads.get(element), ours.heads.get(element)];
    const [newItem, item] = [theirs.items.get(element), ours.items.get(element)];
    if (fate === 'merge' && newHead !== undefined && head !== undefined) {
      elements.heads.set(element, mergeHead(notes, base.heads.get(element), newHead, head, element, leads));
    } else if (fate === 'merge' && newItem !== undefined && item !== undefined) {
      elements.items.set(element, mergeItem(notes, base.items.get(element), newItem, item, leads));
    } else if (fate === 'add' && newHead !== undefined) {
      const { ownership: _owned, ...bare } = newHead;
      const next = mergeLead(
        notes,
        leads,
        { element, property: 'next', title: bare.title, ownership: 'recommended' },
        { base: undefined, theirs: bare.next, ours: undefined },
      );
      elements.heads.set(element, withProperty(bare, 'next', next));
    } else if (fate === 'add' && newItem !== undefined) {
      elements.items.set(element, withReachableLeads(notes, newItem, leads));
    } else if (head !== undefined) elements.heads.set(element, head);
    else if (item !== undefined) elements.items.set(element, item);
  }
}

/** A new question leads only to pages that this form has. */
function withReachableLeads(
  notes: Notes,
  item: PlannedItem,
  leads: (target: string) => boolean,
): PlannedItem {
  const dead = item.options.filter(({ goTo }) => goTo !== undefined && !leads(goTo));
  if (dead.length === 0) return item;
  for (const { code, goTo } of dead) {
    const place = { element: item.key, property: `options.${code}.goTo`, title: item.title };
    refuse(notes, place, { base: undefined, theirs: goTo }, 'no-such-page');
  }
  const options = item.options.map((option) =>
    dead.includes(option) ? withProperty(option, 'goTo', null) : option,
  );
  return { ...item, options };
}

/** Pages that something in the merged form leads to. */
function leadsOf({ heads, items }: Elements): ReadonlySet<string | undefined> {
  const leads = new Set<string | undefined>([...heads.values()].map(({ next }) => next));
  for (const { options } of items.values()) for (const { goTo } of options) leads.add(goTo);
  return leads;
}

/** A page that JCCI dropped and that stayed for its questions goes after all where these have gone elsewhere. */
function withoutEmptyPages(
  notes: Notes,
  { base, theirs }: Sides,
  elements: Elements,
  order: readonly ElementKey[],
): readonly ElementKey[] {
  const stayed = (element: ElementKey): number =>
    notes.kept.findIndex(
      (one) => one.element === element && one.property === 'presence' && one.reason === 'chamber-changed',
    );
  const list = [...order];
  for (const element of order) {
    if (known(base, element) === undefined || theirs.heads.has(element)) continue;
    const next = list[list.indexOf(element) + 1];
    const note = stayed(element);
    if (note < 0 || (next !== undefined && !isHead(next))) continue;
    if (leadsOf(elements).has(sectionOf(element))) continue;
    notes.kept.splice(note, 1);
    elements.heads.delete(element);
    elements.fates.set(element, 'leave');
    list.splice(list.indexOf(element), 1);
  }
  return list;
}

/** A page that JCCI dropped stays while an answer or a page of the merged form leads to it. */
function keepPagesThatAreLedTo(notes: Notes, { ours }: Sides, elements: Elements): void {
  const { heads, fates } = elements;
  const leaving = [...ours.heads].filter(([element]) => fates.get(element) === 'leave');
  for (let changed = leaving.length > 0; changed; ) {
    changed = false;
    const leads = leadsOf(elements);
    for (const [element, head] of leaving) {
      if (fates.get(element) !== 'leave' || !leads.has(sectionOf(element))) continue;
      fates.set(element, 'stay');
      heads.set(element, head);
      const place = { element, property: 'presence', title: head.title };
      keep(notes, place, { theirs: undefined, ours: head.title }, 'chamber-changed');
      changed = true;
    }
  }
}

function ordersOf(sides: Sides, { heads, items, fates }: Elements): Orders {
  const alive = new Set([...heads.keys(), ...items.keys()]);
  const owned = (element: ElementKey) =>
    (sides.theirs.heads.get(element) ?? sides.theirs.items.get(element))?.ownership;
  const placed = (who: string) => [...alive].filter((element) => owner(owned(element), 'position') === who);
  return {
    base: sides.base.order,
    theirs: sides.theirs.order,
    ours: sides.ours.order,
    alive,
    free: new Set(placed('own')),
    bound: new Set(placed('mandated').filter((element) => !isHead(element))),
    leftover: leftoverPages(sides, heads, fates),
    replaces: new Map(
      [...items.values()].flatMap(({ key, replaces }) => (replaces === undefined ? [] : [[key, replaces]])),
    ),
  };
}

function orderOf(
  notes: Notes,
  sides: Sides,
  elements: Elements,
  theirs: FormPlan,
): Pick<MergedOrder, 'order' | 'led'> {
  const orders = ordersOf(sides, elements);
  const { alive } = orders;
  const living = (order: readonly ElementKey[]) => order.filter((element) => alive.has(element));
  const place = { element: 'form', property: 'position', title: theirs.title };
  const three = { base: living(orders.base), theirs: living(orders.theirs), ours: living(orders.ours) };
  const merged = mergeOrder(orders, () => ask(notes, { ...place, ownership: 'recommended' }, three, 'order'));
  const order = withFirstPage(notes, sides, merged.order);
  if (!notes.structureClosed || same(order, three.ours)) return { order, led: merged.led };
  refuse(notes, place, three, 'structure-while-open');
  return { order: three.ours, led: 'ours' };
}

/**
 * Pages that JCCI dropped and that stay: they come behind the page before them, unless they hold a question whose page in JCCI's form is
 * not there; then they stay where they divide the form.
 */
function leftoverPages(
  { base, theirs, ours }: Sides,
  heads: ReadonlyMap<ElementKey, Head>,
  fates: ReadonlyMap<ElementKey, Fate>,
): ReadonlySet<ElementKey> {
  const [pages, wanted] = [pagesOf(ours.order), pagesOf(theirs.order)];
  const needed = new Set(
    [...pages].flatMap(([element, page]) => {
      const there = wanted.get(element);
      return there !== undefined && !heads.has(there) ? [page] : [];
    }),
  );
  return new Set(
    [...heads.keys()].filter(
      (element) =>
        fates.get(element) === 'stay' && known(base, element) !== undefined && !needed.has(element),
    ),
  );
}

/** The form's first page has no page break: what JCCI puts before it comes behind it. */
function withFirstPage(notes: Notes, sides: Sides, order: readonly ElementKey[]): readonly ElementKey[] {
  const first = sides.ours.order[0];
  if (first === undefined || order[0] === first) return order;
  const start = order.indexOf(first);
  const next = order.findIndex((element, at) => at > start && isHead(element));
  const end = next < 0 ? order.length : next;
  const wanted = order[0] ?? '';
  const title = (sides.theirs.heads.get(wanted) ?? sides.ours.heads.get(wanted))?.title ?? '';
  const place = { element: wanted, property: 'position', title };
  refuse(notes, place, { base: first, theirs: wanted }, 'first-page');
  return [...order.slice(start, end), ...order.slice(0, start), ...order.slice(end)];
}

/** The page of closed questions stays the last one. */
function withClosedPage(planned: FormPlan, ours: FormPlan): FormPlan {
  const { closed } = openPart(ours);
  if (closed === null) return planned;
  const made = planned.sections.find(({ key }) => key === closed.key);
  const open = planned.sections.filter(({ key }) => key !== closed.key);
  const page = made === undefined ? closed : { ...closed, items: [...closed.items, ...made.items] };
  return { ...planned, sections: [...open, page] };
}

/** After the last open page the form ends: before the page of closed questions that is written, elsewhere it stays as it was written. */
function withEnd(planned: FormPlan, ours: FormPlan): FormPlan {
  const { open, closed } = openPart(planned);
  const last = open[open.length - 1];
  if (last === undefined) return planned;
  const written = ours.sections.find(({ key }) => key === last.key)?.next === 'submit';
  const end: PlannedSection = withProperty(last, 'next', closed !== null || written ? 'submit' : null);
  return { ...planned, sections: [...open.slice(0, -1), end, ...(closed === null ? [] : [closed])] };
}

function titlesOf(forms: readonly FormPlan[]): Readonly<Record<ElementKey, string>> {
  const titles = new Map<ElementKey, string>();
  for (const { sections, title } of forms) {
    titles.set('form', title);
    const { heads, items } = sequenceOf(sections);
    for (const [element, head] of heads) if (element !== closedHead) titles.set(element, head.title);
    for (const [element, item] of items) titles.set(element, item.title);
  }
  return Object.fromEntries(titles);
}
