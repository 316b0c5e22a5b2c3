/** Which elements the merged form has: what comes, what stays away, what is closed, what a person has to decide. */
import type { FormPlan, PlannedItem } from '../form/plan.ts';
import type { ElementKey, Kept } from './model.ts';
import { type Head, headOf, openPart, type Sequence, sequenceOf, withPlainEnd } from './sequence.ts';
import { ask, decided, keep, type Notes, owner, type Place, refuse } from './settle.ts';
import { same } from './value.ts';

/** One side of the merge: its open part as a sequence, and the keys it has closed. */
export interface Side extends Sequence {
  readonly closed: ReadonlySet<string>;
}

export function sideOf(form: FormPlan): Side {
  const { open, closed } = openPart(form);
  const keys = [...form.retired, ...(closed?.items ?? []).map(({ key }) => key)];
  return { ...sequenceOf(withPlainEnd(open)), closed: new Set(keys) };
}

export interface Sides {
  readonly base: Side;
  readonly theirs: Side;
  readonly ours: Side;
}

/** What becomes of an element; `out`: it is not there and does not come. */
export type Fate = 'merge' | 'add' | 'stay' | 'leave' | 'out';

type Element = Head | PlannedItem;
const find = (side: Side, element: ElementKey): Element | undefined =>
  side.heads.get(element) ?? side.items.get(element);

const texts: ReadonlySet<string> = new Set(['description', 'image', 'video']);
/** Text and pictures take no answer. */
export const isText = (item: PlannedItem): boolean => texts.has(item.type);

/** Whether the chamber changed the element itself, wherever it stands. */
function isReworded(base: Element, ours: Element): boolean {
  const bare = ({ ownership: _owned, ...rest }: Element): object => {
    const { replaces: _old, next: _lead, ...own } = { replaces: '', next: '', ...rest };
    return own;
  };
  return !same(bare(base), bare(ours));
}

interface Judging {
  readonly notes: Notes;
  readonly sides: Sides;
  /** Closed question → the new one that takes its place. */
  readonly successors: ReadonlyMap<ElementKey, ElementKey>;
  readonly firstPage: ElementKey;
}

function placeOf(element: ElementKey, owned: Element, title: string): Place {
  return { element, property: 'presence', title, ownership: owner(owned.ownership, 'presence') };
}

/** JCCI has it and the chamber does not. */
function judgeMissing(
  { notes }: Judging,
  element: ElementKey,
  base: Element | undefined,
  theirs: Element,
): Fate {
  const here = placeOf(element, theirs, theirs.title);
  const three = { base: base?.title, theirs: theirs.title, ours: undefined };
  if (base !== undefined && here.ownership !== 'mandated') {
    keep(notes, here, three, 'chamber-removed');
    return 'out';
  }
  if (base !== undefined && ask(notes, here, three, 'mandated-missing') !== 'theirs') return 'out';
  if (!notes.structureClosed) return 'add';
  refuse(notes, here, three, 'structure-while-open');
  return 'out';
}

/** JCCI dropped it and the chamber still has it. */
function judgeDropped(judging: Judging, element: ElementKey, base: Element, ours: Element): Fate {
  const { notes, firstPage, sides } = judging;
  const here = placeOf(element, base, ours.title);
  const three = { base: base.title, theirs: undefined, ours: ours.title };
  const stay = (reason: Kept['reason']): Fate => {
    keep(notes, here, three, reason);
    return 'stay';
  };
  if (here.ownership === 'own') {
    if (!element.includes('own.')) keep(notes, here, three, 'own');
    return 'stay';
  }
  if (element === firstPage) {
    refuse(notes, here, three, 'first-page');
    return 'stay';
  }
  if (sides.ours.heads.has(element) && holdsOwn(sides, element)) return stay('chamber-changed');
  const reworded = here.ownership !== 'mandated' && isReworded(base, ours);
  if (reworded && ask(notes, here, three, 'removed-by-jcci') !== 'theirs') return 'stay';
  if (!notes.structureClosed) return 'leave';
  refuse(notes, here, three, 'structure-while-open');
  return 'stay';
}

/** Whether the chamber put something on a page itself: an item of its own, or one that stood elsewhere. */
function holdsOwn({ base, theirs, ours }: Sides, head: ElementKey): boolean {
  const wasOn = itemsOn(base.order, head);
  return [...itemsOn(ours.order, head)].some((key) => {
    if (wasOn.has(key)) return false;
    return !(theirs.items.has(key) && itemsOn(theirs.order, head).has(key));
  });
}

function itemsOn(order: readonly ElementKey[], head: ElementKey): ReadonlySet<ElementKey> {
  const start = order.indexOf(head);
  if (start < 0) return new Set();
  const rest = order.slice(start + 1);
  const end = rest.findIndex((key) => key.startsWith('section.'));
  return new Set(end < 0 ? rest : rest.slice(0, end));
}

function isClosedAgain({ notes, sides }: Judging, element: ElementKey, theirs: Element): boolean {
  const before = sides.base.closed.has(element) && find(sides.base, element) === undefined;
  if (!before && !sides.ours.closed.has(element) && !sides.theirs.closed.has(element)) return false;
  const base = find(sides.base, element);
  const here = placeOf(element, theirs, theirs.title);
  refuse(notes, here, { base: base?.title, theirs: theirs.title }, 'retired-key-used');
  return true;
}

function judge(judging: Judging, element: ElementKey): Fate {
  const { sides } = judging;
  const [base, theirs, ours] = [
    find(sides.base, element),
    find(sides.theirs, element),
    find(sides.ours, element),
  ];
  if (theirs !== undefined && isClosedAgain(judging, element, theirs))
    return ours === undefined ? 'out' : 'stay';
  if (theirs !== undefined && ours !== undefined) return 'merge';
  if (theirs !== undefined) return judgeMissing(judging, element, base, theirs);
  if (ours === undefined) return 'out';
  return base === undefined ? 'stay' : judgeDropped(judging, element, base, ours);
}

/**
 * What becomes of each element. Where a question stays although JCCI replaced it, its successor does not come: nobody is asked the
 * same twice.
 */
export function judgePresence(notes: Notes, sides: Sides): ReadonlyMap<ElementKey, Fate> {
  const successors = new Map<ElementKey, ElementKey>();
  for (const { key, replaces } of sides.theirs.items.values()) {
    if (replaces !== undefined) successors.set(replaces, key);
  }
  const judging: Judging = { notes, sides, successors, firstPage: sides.ours.order[0] ?? headOf('') };
  const fates = new Map<ElementKey, Fate>();
  // What JCCI drops first: whether a successor comes depends on it.
  for (const element of sides.ours.order) {
    if (find(sides.theirs, element) === undefined) fates.set(element, judge(judging, element));
  }
  for (const element of sides.theirs.order) {
    const item = sides.theirs.items.get(element);
    const old = item?.replaces;
    const stays = old !== undefined && fates.get(old) === 'stay';
    const isNew = !sides.ours.items.has(element) && !sides.base.items.has(element);
    if (item !== undefined && stays && isNew) {
      fates.set(element, 'out');
      noteSuccessor(judging, item, old);
    } else fates.set(element, judge(judging, element));
  }
  return fates;
}

/** Once it is decided that the old question stays, the new one is known to be left out. */
function noteSuccessor({ notes }: Judging, item: PlannedItem, old: ElementKey): void {
  const here = placeOf(item.key, item, item.title);
  const choice = decided(notes, { element: old, property: 'presence' }, null);
  if (choice === 'ours') keep(notes, here, { theirs: item.title, ours: undefined }, 'decided-before');
}
