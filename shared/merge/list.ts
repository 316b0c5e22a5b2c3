/** Options of a choice, columns and rows of a grid, merged one by one: each has its own ownership, name and lead. */
import type { Ownership } from '../form/plan.ts';
import type { ElementKey } from './model.ts';
import { mergeOrder } from './order.ts';
import { always, ask, keep, type Notes, type Place, refuse, settle, type Three } from './settle.ts';
import { same, withProperty } from './value.ts';

export interface Entry {
  readonly code: string;
  readonly label: string;
  readonly goTo?: string;
  readonly ownership?: Ownership;
}

export interface ListPlace {
  readonly element: ElementKey;
  /** `options` or `grid`. */
  readonly property: string;
  readonly title: string;
  readonly ownership: Ownership;
}

export interface Lists<T extends Entry> {
  readonly base: readonly T[] | undefined;
  readonly theirs: readonly T[];
  readonly ours: readonly T[];
}

type ByCode<T> = ReadonlyMap<string, T>;
const byCode = <T extends Entry>(list: readonly T[]): ByCode<T> =>
  new Map(list.map((one) => [one.code, one]));

/** What the chamber added by itself and JCCI now offers under the same label is one option: it takes JCCI's code. */
function alignCodes<T extends Entry>({ base = [], theirs, ours }: Lists<T>): readonly T[] {
  const known = new Set([...base, ...theirs].map(({ code }) => code));
  const taken = new Set(ours.map(({ code }) => code));
  const free = new Map(theirs.filter(({ code }) => !taken.has(code)).map((one) => [one.label, one.code]));
  return ours.map((one) => {
    const code = known.has(one.code) ? undefined : free.get(one.label);
    return code === undefined ? one : { ...one, code };
  });
}

interface Merging<T extends Entry> {
  readonly notes: Notes;
  readonly place: ListPlace;
  /** Whether a page is there to be led to. */
  readonly leads: (target: string) => boolean;
  readonly base: ByCode<T>;
  readonly theirs: ByCode<T>;
  readonly ours: ByCode<T>;
}

const at = <T extends Entry>(
  { place }: Merging<T>,
  code: string,
  ownership: Ownership,
  part = '',
): Place => ({
  element: place.element,
  property: `${place.property}.${code}${part}`,
  title: place.title,
  ownership,
});

function labels<T extends Entry>(base?: T, theirs?: T, ours?: T): Three<string> {
  return { base: base?.label, theirs: theirs?.label, ours: ours?.label };
}

/** JCCI's lead where it can be followed; else the form's own stands, and the page that is missing is named. */
export function mergeLead(
  notes: Notes,
  leads: (target: string) => boolean,
  place: Place,
  three: Three<string>,
): string | undefined {
  if (three.theirs !== undefined && !leads(three.theirs)) {
    if (!same(three.theirs, three.base) && !same(three.theirs, three.ours))
      refuse(notes, place, three, 'no-such-page');
    return three.ours;
  }
  return settle(notes, place, three, always);
}

/** An option that both have: its label and its lead. */
function mergeBoth<T extends Entry>(merging: Merging<T>, base: T | undefined, theirs: T, ours: T): T {
  const who = theirs.ownership ?? merging.place.ownership;
  const label = settle(
    merging.notes,
    at(merging, ours.code, who, '.label'),
    labels(base, theirs, ours),
    always,
  );
  const leads = { base: base?.goTo, theirs: theirs.goTo, ours: ours.goTo };
  const goTo = mergeLead(merging.notes, merging.leads, at(merging, ours.code, who, '.goTo'), leads);
  const merged = same(label, ours.label) ? ours : withProperty(ours, 'label', label);
  return same(goTo, ours.goTo) ? merged : withProperty(merged, 'goTo', goTo);
}

/** An option that JCCI has and the chamber does not: a new one comes, one that was taken away stays away. */
function mergeMissing<T extends Entry>(merging: Merging<T>, base: T | undefined, theirs: T): T | undefined {
  const { notes, place, leads } = merging;
  const who = theirs.ownership ?? place.ownership;
  const here = at(merging, theirs.code, who);
  const three = labels(base, theirs, undefined);
  if (who === 'own' && theirs.ownership === undefined) {
    if (base === undefined) keep(notes, here, three, 'own');
    return undefined;
  }
  if (base !== undefined && who !== 'mandated') {
    if (who !== 'own') keep(notes, here, three, 'chamber-removed');
    return undefined;
  }
  const label = theirs.label;
  const standing = [...merging.ours.values()].find((one) => one.label === label);
  if (standing !== undefined && who !== 'mandated') {
    keep(notes, here, { theirs: label, ours: standing.label }, 'chamber-changed');
    return undefined;
  }
  if (theirs.goTo === undefined || leads(theirs.goTo)) return theirs;
  refuse(
    notes,
    at(merging, theirs.code, who, '.goTo'),
    { base: undefined, theirs: theirs.goTo },
    'no-such-page',
  );
  return withProperty(theirs, 'goTo', null);
}

/** An option that JCCI does not have: one it dropped goes unless the chamber reworded it, the chamber's own stays. */
function mergeExtra<T extends Entry>(merging: Merging<T>, base: T | undefined, ours: T): T | undefined {
  const { notes, place } = merging;
  const who = base?.ownership ?? place.ownership;
  const here = at(merging, ours.code, who);
  const three = labels(base, undefined, ours);
  const drop = (): T | undefined => {
    if (!notes.structureClosed) return undefined;
    refuse(notes, here, three, 'structure-while-open');
    return ours;
  };
  if (place.ownership === 'mandated' && who !== 'own') return drop();
  if (base === undefined || who === 'own') {
    keep(notes, here, three, base === undefined ? 'chamber-added' : 'own');
    return ours;
  }
  if (same(base.label, ours.label) && same(base.goTo, ours.goTo)) return drop();
  return ask(notes, here, three, 'removed-by-jcci') === 'theirs' ? drop() : ours;
}

/** Takes back that an option of the chamber's own stays. */
function untell<T extends Entry>({ notes, place }: Merging<T>, code: string): void {
  const told = notes.kept.findIndex(
    ({ element, property }) => element === place.element && property === `${place.property}.${code}`,
  );
  if (told >= 0) notes.kept.splice(told, 1);
}

/** No two options may read the same: of two the chamber's own goes, and a new wording that is taken does not come. */
function withoutTwins<T extends Entry>(merging: Merging<T>, merged: readonly T[]): readonly T[] {
  const isKnown = ({ code }: T): boolean => merging.theirs.has(code) || merging.base.has(code);
  const known = new Set(merged.filter(isKnown).map(({ label }) => label));
  const list = merged.filter((one) => {
    const isTwin = !isKnown(one) && known.has(one.label);
    if (isTwin) untell(merging, one.code);
    return !isTwin;
  });
  const count = new Map<string, number>();
  for (const { label } of list) count.set(label, (count.get(label) ?? 0) + 1);
  return list.flatMap((one) => {
    const ours = merging.ours.get(one.code);
    const twins = count.get(one.label) ?? 0;
    if (twins < 2 || ours?.label === one.label) return [one];
    count.set(one.label, twins - 1);
    return ours === undefined ? [] : [withProperty(one, 'label', ours.label)];
  });
}

/**
 * Merges a list. Codes say which entry is which; an entry without a match in the base or in JCCI's list is the chamber's own.
 * Nothing changed: the very list of ours comes back.
 */
export function mergeList<T extends Entry>(
  notes: Notes,
  place: ListPlace,
  lists: Lists<T>,
  leads: (target: string) => boolean,
): readonly T[] {
  if (same(lists.theirs, lists.ours)) return lists.ours;
  const aligned = alignCodes(lists);
  const base = lists.base ?? [];
  const merging: Merging<T> = {
    notes,
    place,
    leads,
    base: byCode(base),
    theirs: byCode(lists.theirs),
    ours: byCode(aligned),
  };
  const result = new Map<string, T>();
  for (const code of new Set([...lists.theirs, ...aligned].map((one) => one.code))) {
    const [was, theirs, ours] = [merging.base.get(code), merging.theirs.get(code), merging.ours.get(code)];
    const merged =
      theirs === undefined
        ? ours && mergeExtra(merging, was, ours)
        : ours === undefined
          ? mergeMissing(merging, was, theirs)
          : mergeBoth(merging, was, theirs, ours);
    if (merged !== undefined) result.set(code, merged);
  }
  const merged = byCode(withoutTwins(merging, [...result.values()]));
  const order = mergeListOrder(merging, base, lists.theirs, aligned, merged);
  const list = order.flatMap((code) => merged.get(code) ?? []);
  return same(list, aligned) ? lists.ours : list;
}

function mergeListOrder<T extends Entry>(
  { notes, place }: Merging<T>,
  base: readonly T[],
  theirs: readonly T[],
  ours: readonly T[],
  merged: ByCode<T>,
): readonly string[] {
  const codes = (list: readonly T[]) => list.map(({ code }) => code);
  const names = (list: readonly T[]) => list.flatMap(({ code, label }) => (merged.has(code) ? [label] : []));
  const orders = {
    base: codes(base),
    theirs: codes(theirs),
    ours: codes(ours),
    alive: new Set(merged.keys()),
    free: new Set(place.ownership === 'own' ? merged.keys() : []),
    bound: new Set<string>(),
    leftover: new Set<string>(),
    replaces: new Map<string, string>(),
  };
  // A mandated list is JCCI's in its order too: as if the chamber had moved nothing.
  if (place.ownership === 'mandated')
    return mergeOrder({ ...orders, base: orders.ours }, () => 'theirs').order;
  const here = { ...place, property: `${place.property}.order` };
  const three = { base: names(base), theirs: names(theirs), ours: names(ours) };
  return mergeOrder(orders, () => ask(notes, here, three, 'order')).order;
}
