/** Which elements the merged form has: what comes, what stays away, what is closed, what a person has to decide. */
import type { FormPlan, PlannedItem } from '../form/plan.ts';
import type { ElementKey, Kept } from './model.ts';
import { type Head, headOf, isHead, openPart, type Sequence, sequenceOf, withPlainEnd } from './sequence.ts';
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

/** Ownership of what stands in a base only to say where the chamber's own element stood when an update began. */
export const anchorOwnership = { origin: 'own' } as const;

/** The element of a side; an anchor is none. */
export function known(side: Side, element: ElementKey): Element | undefined {
  const found = side.heads.get(element) ?? side.items.get(element);
  return owner(found?.ownership, 'origin') === 'own' ? undefined : found;
}

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
  readonly firstPage: ElementKey;
  readonly fates: Map<ElementKey, Fate>;
}

function placeOf(element: ElementKey, owned: Element, title: string): Place {
  return { element, property: 'presence', title, ownership: owner(owned.ownership, 'presence') };
}

/** JCCI has it and the chamber does not. */
function judgeMissing(
  { notes, sides }: Judging,
  element: ElementKey,
  base: Element | undefined,
  theirs: Element,
): Fate {
  const here = placeOf(element, theirs, theirs.title);
  const three = { base: base?.title, theirs: theirs.title, ours: undefined };
  // Whoever kept the old question has decided about its successor too.
  const old = sides.theirs.items.get(element)?.replaces;
  const keptOld = old !== undefined && sides.ours.items.has(old);
  if (base !== undefined && (keptOld || here.ownership !== 'mandated')) {
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
  if (here.ownership === 'own') return stay('own');
  if (element === firstPage) {
    refuse(notes, here, three, 'first-page');
    return 'stay';
  }
  if (sides.ours.heads.has(element) && isStillUsed(judging, element)) {
    if (!notes.structureClosed) return stay('chamber-changed');
    refuse(notes, here, three, 'structure-while-open');
    return 'stay';
  }
  const reworded = here.ownership !== 'mandated' && isReworded(base, ours);
  if (reworded && ask(notes, here, three, 'removed-by-jcci') !== 'theirs') return 'stay';
  if (!notes.structureClosed) return 'leave';
  refuse(notes, here, three, 'structure-while-open');
  return 'stay';
}

/** Whether something stays on a page that JCCI dropped: the chamber's own, or what the chamber put there. */
function isStillUsed({ sides, fates }: Judging, head: ElementKey): boolean {
  const { base, theirs, ours } = sides;
  const wasOn = itemsOn(base.order, head);
  return [...itemsOn(ours.order, head)].some((key) =>
    theirs.items.has(key) ? base.items.has(key) && !wasOn.has(key) : fates.get(key) === 'stay',
  );
}

function itemsOn(order: readonly ElementKey[], head: ElementKey): ReadonlySet<ElementKey> {
  const start = order.indexOf(head);
  if (start < 0) return new Set();
  const rest = order.slice(start + 1);
  const end = rest.findIndex(isHead);
  return new Set(end < 0 ? rest : rest.slice(0, end));
}

function isClosedAgain({ notes, sides }: Judging, element: ElementKey, theirs: Element): boolean {
  const before = sides.base.closed.has(element) && known(sides.base, element) === undefined;
  if (!before && !sides.ours.closed.has(element) && !sides.theirs.closed.has(element)) return false;
  const base = known(sides.base, element);
  const here = placeOf(element, theirs, theirs.title);
  refuse(notes, here, { base: base?.title, theirs: theirs.title }, 'retired-key-used');
  return true;
}

function judge(judging: Judging, element: ElementKey): Fate {
  const { sides } = judging;
  const [base, theirs, ours] = [
    known(sides.base, element),
    known(sides.theirs, element),
    known(sides.ours, element),
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
  const fates = new Map<ElementKey, Fate>();
  const judging: Judging = { notes, sides, firstPage: sides.ours.order[0] ?? headOf(''), fates };
  // What JCCI drops first, questions before their pages: whether a page stays and a successor comes depends on it.
  const dropped = sides.ours.order.filter((element) => known(sides.theirs, element) === undefined);
  for (const element of [...dropped.filter((key) => !isHead(key)), ...dropped.filter(isHead)]) {
    fates.set(element, judge(judging, element));
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
