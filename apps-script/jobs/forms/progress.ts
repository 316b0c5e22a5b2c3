/**
 * How far an update has come, told by the form itself: its operations in groups, the form as data after each, and whether
 * a form that was read is one of these. So nothing has to be written down between two calls, and a foreign edit shows.
 */
import type { CopyItem, FormCopy } from '../../../shared/form/copy.ts';
import type { FormPlan } from '../../../shared/form/plan.ts';
import { applyOperations } from '../../../shared/merge/apply.ts';
import type { ElementKey, Operation } from '../../../shared/merge/model.ts';
import { formElement, sectionElement } from '../book/form-base.ts';
import type { Update } from '../book/updates.ts';
import type { FormSettings, ItemLink } from '../port.ts';
import { copyValues, type Ids, seen, type Wanted, wantedItems, wantedSettings } from './wanted.ts';

/** Operations of one element that stand together: they are carried out and read back as one. */
export interface Group {
  readonly element: ElementKey;
  readonly operations: readonly Operation[];
}

/** The form as it was read. */
export interface Actual {
  readonly settings: FormSettings;
  readonly items: readonly CopyItem[];
}

export const actualOf = ({ title, description, settings, items }: FormCopy): Actual => ({
  settings: { ...settings, title, description },
  items,
});

export function groupsOf(operations: readonly Operation[]): readonly Group[] {
  const groups: { element: ElementKey; operations: Operation[] }[] = [];
  for (const operation of operations) {
    const last = groups[groups.length - 1];
    const joins = last?.element === operation.element && operation.op === 'set';
    if (joins && last.operations.every(({ op }) => op === 'set')) last.operations.push(operation);
    else groups.push({ element: operation.element, operations: [operation] });
  }
  return groups;
}

/** The form before the first group and after each. */
export function stagesOf(start: FormPlan, groups: readonly Group[]): readonly FormPlan[] {
  const stages = [start];
  let plan = start;
  for (const { operations } of groups) {
    plan = applyOperations(plan, operations);
    stages.push(plan);
  }
  return stages;
}

/** Item id by key: of what is linked, and of what the chamber added itself. */
export function idsOf(links: readonly ItemLink[], ownKeys: readonly ElementKey[]): Map<ElementKey, string> {
  const ids = new Map<ElementKey, string>();
  for (const key of ownKeys) ids.set(key, key.slice(key.lastIndexOf('.') + 1));
  for (const { key, itemId } of links) ids.set(key, itemId);
  return ids;
}

export interface Course {
  readonly update: Update;
  readonly groups: readonly Group[];
  readonly stages: readonly FormPlan[];
}

export function courseOf(update: Update): Course {
  const groups = groupsOf(update.operations);
  return { update, groups, stages: stagesOf(update.start, groups) };
}

/** An item that the run before added and did not live to link: not in the snapshot, nobody's, of the right kind. */
export function orphanOf(wanted: Wanted, { update }: Course, ids: Ids, actual: Actual): CopyItem | undefined {
  const known = new Set([...ids.values(), ...update.snapshot.items.map((item) => item.itemId)]);
  return [...actual.items]
    .reverse()
    .find(
      (item) =>
        !known.has(item.itemId) &&
        item.type === wanted.values.type &&
        (item.title === wanted.values.title || item.title === ''),
    );
}

const touches = (group: Group | undefined, property: string): boolean =>
  group?.operations.some((one) => one.op === 'set' && one.property === property) ?? false;

function settingsFit(course: Course, stage: number, actual: FormSettings): boolean {
  const was = new Map<string, unknown>(Object.entries(actualOf(course.update.snapshot).settings));
  const first = new Map<string, unknown>(Object.entries(wantedSettings(planAt(course, 0))));
  const want = Object.entries(wantedSettings(planAt(course, stage)));
  const now = new Map<string, unknown>(Object.entries(actual));
  const group = course.groups[stage];
  return want.every(([name, value]) => {
    if (group?.element === formElement && touches(group, name)) return true;
    return now.get(name) === (value === first.get(name) ? was.get(name) : value);
  });
}

export function planAt({ stages, update }: Course, stage: number): FormPlan {
  return stages[stage] ?? update.start;
}

interface Sides {
  readonly actual: CopyItem;
  /** As it stood before the update; absent for what the update added. */
  readonly was: CopyItem | undefined;
  readonly first: Wanted | undefined;
  readonly want: Wanted;
  readonly next: Wanted | undefined;
}

function itemFits({ actual, was, first, want, next }: Sides, group: Group | undefined): boolean {
  const isBusy = group?.element === want.key;
  const isSet = group?.operations.every(({ op }) => op === 'set') ?? false;
  if (isBusy && !isSet) return true;
  const now = seen(copyValues(actual));
  const before = was === undefined ? null : seen(copyValues(was));
  const planned = seen(want.values);
  const start = first === undefined ? null : seen(first.values);
  for (const [property, value] of planned) {
    if (isBusy && touches(group, property)) continue;
    const untouched = before !== null && start?.get(property) === value;
    if (now.get(property) !== (untouched ? before.get(property) : value)) return false;
  }
  if (actual.type !== 'page') return true;
  const leads = [was !== undefined && first?.before === want.before ? was.before : want.before];
  // Steps on one page may change where the page before another leads.
  if (group !== undefined && next?.before !== want.before) leads.push(next?.before);
  return leads.includes(actual.before);
}

/** Element of the first page's head. */
export const firstHead = ({ sections }: FormPlan): ElementKey => sectionElement(sections[0]?.key ?? '');

/** Whether the form is as it should be when the groups before `stage` are done and that one perhaps in part. */
export function fits(course: Course, stage: number, ids: Ids, actual: Actual): boolean {
  const { update, groups } = course;
  const group = groups[stage];
  const keyOf = new Map([...ids].map(([key, itemId]) => [itemId, key]));
  const wantList = wantedItems(planAt(course, stage), ids);
  const byKey = (list: readonly Wanted[]) => new Map(list.map((one) => [one.key, one]));
  const [want, first] = [byKey(wantList), byKey(wantedItems(planAt(course, 0), ids))];
  const next = byKey(wantedItems(planAt(course, group === undefined ? stage : stage + 1), ids));
  const was = new Map(update.snapshot.items.map((item) => [item.itemId, item]));
  const busy = next.get(group?.element ?? '');
  const orphan = busy?.itemId === null ? orphanOf(busy, course, ids, actual) : undefined;

  for (const item of actual.items) {
    const key = keyOf.get(item.itemId);
    if (key === undefined) {
      const isLeftAlone = item.type === 'unknown' && was.has(item.itemId);
      if (!isLeftAlone && item !== orphan) return false;
      continue;
    }
    const wanted = want.get(key);
    if (wanted === undefined) {
      if (key !== group?.element) return false;
      continue;
    }
    const sides = { actual: item, was: was.get(item.itemId), first: first.get(key), want: wanted };
    if (!itemFits({ ...sides, next: next.get(key) }, group)) return false;
  }
  const standing = new Set(actual.items.map((item) => item.itemId));
  const isElse = (key: ElementKey): boolean => key !== group?.element;
  const missing = wantList.some(
    ({ key, itemId }) => isElse(key) && (itemId === null || !standing.has(itemId)),
  );
  if (missing) return false;
  // The text that heads the first page may stand anywhere: the page begins at the very first item all the same.
  const head = firstHead(update.start);
  const isPlaced = (key: ElementKey): boolean => key !== head && isElse(key);
  const order = actual.items.flatMap((item) => keyOf.get(item.itemId) ?? []).filter(isPlaced);
  const wantedOrder = wantList.map(({ key }) => key).filter(isPlaced);
  if (order.length !== wantedOrder.length || order.some((key, at) => key !== wantedOrder[at])) return false;
  return settingsFit(course, stage, actual.settings);
}

/**
 * How many groups are done. Of several numbers that fit the smallest: what cannot be read back is done again.
 * null: the form is none of these, somebody else has changed it.
 */
export function progressOf(course: Course, ids: Ids, actual: Actual): number | null {
  for (let stage = 0; stage <= course.groups.length; stage++) {
    if (fits(course, stage, ids, actual)) return stage;
  }
  return null;
}
