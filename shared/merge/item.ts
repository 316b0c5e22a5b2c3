/** One question or text that both sides have, merged property by property. */
import type { PlannedItem } from '../form/plan.ts';
import { mergeList } from './list.ts';
import type { ElementKey } from './model.ts';
import {
  always,
  keep,
  type Notes,
  never,
  owner,
  type Place,
  refuse,
  type Structural,
  settle,
} from './settle.ts';
import { same, withProperty } from './value.ts';

type Plain = 'title' | 'help' | 'required' | 'other' | 'validation';
type Record_ = 'scale' | 'rating' | 'date' | 'media';

/** Properties merged as one value, and whether a change alters what is asked. */
const plainProperties: Readonly<Record<Plain, Structural<unknown>>> = {
  title: never,
  help: never,
  required: (_before, after) => after === true,
  other: (_before, after) => after !== true,
  validation: never,
};
/** Properties made of parts that are merged each for itself. */
const recordProperties: Readonly<Record<Record_, Structural<unknown>>> = {
  scale: always,
  rating: always,
  date: always,
  media: never,
};
/** What every item has, whatever its type. */
const common: ReadonlySet<string> = new Set(['title', 'help', 'required']);
const specific = ['options', 'other', 'validation', 'scale', 'rating', 'grid', 'date', 'media'] as const;

interface Sides {
  readonly base: PlannedItem | undefined;
  readonly theirs: PlannedItem;
  readonly ours: PlannedItem;
}

const place = ({ theirs, ours }: Sides, property: string): Place => ({
  element: ours.key,
  property,
  title: ours.title,
  ownership: owner(theirs.ownership, property.split('.')[0] ?? ''),
});

/** The parts of a value that all three have as a record are merged one by one. */
function mergeRecord(notes: Notes, sides: Sides, property: Record_): unknown {
  const { base, theirs, ours } = sides;
  const structural = recordProperties[property];
  const [was, new_, now] = [base?.[property], theirs[property], ours[property]];
  if (was === undefined || new_ === undefined || now === undefined) {
    return settle<unknown>(notes, place(sides, property), { base: was, theirs: new_, ours: now }, structural);
  }
  const part = (side: object, name: string): unknown =>
    Object.entries(side).find(([key]) => key === name)?.[1];
  return Object.keys(now).reduce<object>((merged, name) => {
    const three = { base: part(was, name), theirs: part(new_, name), ours: part(now, name) };
    const value = settle(notes, place(sides, `${property}.${name}`), three, structural);
    return same(value, three.ours) ? merged : withProperty(merged, name, value);
  }, now);
}

function mergeGrid(notes: Notes, sides: Sides): PlannedItem['grid'] {
  const { base, theirs, ours } = sides;
  if (theirs.grid === undefined || ours.grid === undefined) {
    const three = { base: base?.grid, theirs: theirs.grid, ours: ours.grid };
    return settle(notes, place(sides, 'grid'), three, always);
  }
  const lists = { base: base?.grid?.rows, theirs: theirs.grid.rows, ours: ours.grid.rows };
  const rows = mergeList(notes, place(sides, 'grid'), lists, () => false);
  const limits = {
    base: base?.grid?.onePerColumn,
    theirs: theirs.grid.onePerColumn,
    ours: ours.grid.onePerColumn,
  };
  const limit = settle(notes, place(sides, 'grid.onePerColumn'), limits, always) ?? false;
  return rows === lists.ours && limit === limits.ours ? ours.grid : { rows, onePerColumn: limit };
}

/** The chamber gave the item another type: what belongs to the type is the chamber's, and JCCI's cannot be put there. */
function leaveSpecific(notes: Notes, sides: Sides): void {
  const { base, theirs, ours } = sides;
  keep(notes, place(sides, 'type'), { theirs: theirs.type, ours: ours.type }, 'chamber-changed');
  for (const property of specific) {
    const here = place(sides, property);
    const three = { base: base?.[property], theirs: theirs[property], ours: ours[property] };
    if (same(three.theirs, three.ours)) continue;
    if (here.ownership === 'mandated') refuse(notes, here, three, 'type-changed');
    else if (!same(three.theirs, three.base)) keep(notes, here, three, 'chamber-changed');
  }
}

/** The merged item; ours itself where nothing changes, or where JCCI changed the type under the same key. */
export function mergeItem(
  notes: Notes,
  base: PlannedItem | undefined,
  theirs: PlannedItem,
  ours: PlannedItem,
  leads: (target: string) => boolean,
): PlannedItem {
  const sides: Sides = { base, theirs, ours };
  const sameType = theirs.type === ours.type;
  if (!sameType && (base === undefined || base.type !== theirs.type)) {
    refuse(
      notes,
      place(sides, 'type'),
      { base: base?.type ?? ours.type, theirs: theirs.type },
      'type-changed',
    );
    return ours;
  }
  if (!sameType) leaveSpecific(notes, sides);
  let merged = ours;
  const put = (property: ElementKey, value: unknown, standing: unknown): void => {
    if (!same(value, standing)) merged = withProperty(merged, property, value);
  };
  for (const property of ['title', 'help', 'required', 'other', 'validation'] as const) {
    if (!sameType && !common.has(property)) continue;
    const three = { base: base?.[property], theirs: theirs[property], ours: ours[property] };
    put(
      property,
      settle<unknown>(notes, place(sides, property), three, plainProperties[property]),
      ours[property],
    );
  }
  if (!sameType) return merged;
  const lists = { base: base?.options, theirs: theirs.options, ours: ours.options };
  put('options', mergeList(notes, place(sides, 'options'), lists, leads), ours.options);
  for (const property of ['scale', 'rating', 'date', 'media'] as const) {
    put(property, mergeRecord(notes, sides, property), ours[property]);
  }
  put('grid', mergeGrid(notes, sides), ours.grid);
  return merged;
}
