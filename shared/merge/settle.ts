/** One value merged three ways under its ownership, and what a person is told about it. */
import type { Owned, Ownership } from '../form/plan.ts';
import type { Conflict, Decision, ElementKey, Kept, Refused } from './model.ts';
import { same } from './value.ts';

/** What is noted on the way, and what people decided before. */
export interface Notes {
  readonly conflicts: Conflict[];
  readonly kept: Kept[];
  readonly refused: Refused[];
  readonly structureClosed: boolean;
  readonly decisions: ReadonlyMap<string, readonly Decision[]>;
}

export interface Place {
  readonly element: ElementKey;
  readonly property: string;
  readonly title: string;
  readonly ownership: Ownership;
}

export interface Three<T> {
  readonly base: T | undefined;
  readonly theirs: T | undefined;
  readonly ours: T | undefined;
}

const address = (element: ElementKey, property: string): string => `${element}\n${property}`;

export function newNotes(decisions: readonly Decision[], structureClosed: boolean): Notes {
  const byPlace = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const at = address(decision.element, decision.property);
    byPlace.set(at, [...(byPlace.get(at) ?? []), decision]);
  }
  return { conflicts: [], kept: [], refused: [], structureClosed, decisions: byPlace };
}

/** Ownership of a property; what is not named is 推奨. */
export const owner = (owned: Owned | undefined, property: string): Ownership =>
  owned?.[property] ?? 'recommended';

/** What was decided about JCCI's value as it is now; of several the latest. */
export function decided(
  notes: Notes,
  { element, property }: Pick<Place, 'element' | 'property'>,
  theirs: unknown,
): 'ours' | 'theirs' | null {
  const made = notes.decisions.get(address(element, property)) ?? [];
  const valid = made.filter((one) => one.theirs === undefined || same(one.theirs, theirs));
  return valid[valid.length - 1]?.choice ?? null;
}

const plain = (value: unknown): unknown => value ?? null;

/** Notes a conflict and gives what was decided about it. */
export function ask(
  notes: Notes,
  place: Place,
  { base, theirs, ours }: Three<unknown>,
  reason: Conflict['reason'],
): 'ours' | 'theirs' | null {
  const choice = decided(notes, place, plain(theirs));
  const sides = { base: plain(base), theirs: plain(theirs), ours: plain(ours) };
  notes.conflicts.push({ ...place, ...sides, reason, choice });
  return choice;
}

export function keep(
  notes: Notes,
  { element, property, title }: Omit<Place, 'ownership'>,
  { theirs, ours }: Pick<Three<unknown>, 'theirs' | 'ours'>,
  reason: Kept['reason'],
): void {
  notes.kept.push({ element, property, title, reason, theirs: plain(theirs), ours: plain(ours) });
}

export function refuse(
  notes: Notes,
  { element, property, title }: Omit<Place, 'ownership'>,
  { base, theirs }: Pick<Three<unknown>, 'base' | 'theirs'>,
  reason: Refused['reason'],
): void {
  notes.refused.push({ element, property, title, reason, base: plain(base), theirs: plain(theirs) });
}

function wish<T>(notes: Notes, place: Place, three: Three<T>): T | undefined {
  const { base, theirs, ours } = three;
  if (place.ownership === 'mandated') return theirs;
  if (place.ownership === 'own') {
    if (!same(theirs, base)) keep(notes, place, three, 'own');
    return ours;
  }
  if (same(ours, base)) return theirs;
  if (same(theirs, base)) {
    const before = decided(notes, place, plain(theirs)) === 'ours';
    keep(notes, place, three, before ? 'decided-before' : 'chamber-changed');
    return ours;
  }
  return ask(notes, place, three, 'both-changed') === 'theirs' ? theirs : ours;
}

/** A change that would alter what is being asked while answers come in. */
export type Structural<T> = (before: T | undefined, after: T | undefined) => boolean;
export const always = (): boolean => true;
export const never = (): boolean => false;

/** The merged value. A `structural` change is refused while answers are given, and ours stands. */
export function settle<T>(
  notes: Notes,
  place: Place,
  three: Three<T>,
  structural: Structural<T> = never,
): T | undefined {
  if (same(three.theirs, three.ours)) return three.ours;
  const wanted = wish(notes, place, three);
  if (same(wanted, three.ours)) return three.ours;
  if (notes.structureClosed && structural(three.ours, wanted)) {
    refuse(notes, place, three, 'structure-while-open');
    return three.ours;
  }
  return wanted;
}
