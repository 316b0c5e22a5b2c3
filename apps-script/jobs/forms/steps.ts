/** The steps that bring a form from where it stands to where a group of operations leaves it. */

import type { CopyItem } from '../../../shared/form/copy.ts';
import type { ElementKey } from '../../../shared/merge/model.ts';
import { contentProperties } from '../../../shared/template/properties.ts';
import { formElement } from '../book/form-base.ts';
import type { FormSettings, FormStep, ItemProperty } from '../port.ts';
import { type Actual, type Course, firstHead, type Group, orphanOf, planAt } from './progress.ts';
import { copyValues, type Ids, seen, type Wanted, wantedItems, wantedSettings } from './wanted.ts';

/** Properties of which at least a part cannot be read back, and whether the plan says anything about them. */
const unread: readonly ItemProperty[] = ['validation', 'grid', 'media'];
const says = (wanted: Wanted, property: ItemProperty): boolean =>
  Object.entries(wanted.values).some(([name, value]) => name === property && value !== undefined);

function differing(wanted: Wanted, actual: CopyItem): readonly ItemProperty[] {
  const now = seen(copyValues(actual));
  const want = seen(wanted.values);
  return contentProperties.filter(
    (property) => want.has(property) && want.get(property) !== now.get(property),
  );
}

/** What is set of an item that stands: of a set what it names and what differs, of one half made all that differs. */
function propertiesToSet(group: Group, wanted: Wanted, actual: CopyItem): readonly ItemProperty[] {
  const differs = new Set(differing(wanted, actual));
  const named = new Set(group.operations.flatMap((one) => (one.op === 'set' ? [one.property] : [])));
  if (named.size > 0) {
    return contentProperties.filter(
      (property) => named.has(property) && (differs.has(property) || unread.includes(property)),
    );
  }
  const isNew = group.operations.some(({ op }) => op === 'add-item' || op === 'add-section');
  return contentProperties.filter(
    (property) => differs.has(property) || (isNew && unread.includes(property) && says(wanted, property)),
  );
}

function settingSteps(group: Group, want: FormSettings, actual: FormSettings): readonly FormStep[] {
  const named = new Set(group.operations.flatMap((one) => (one.op === 'set' ? [one.property] : [])));
  const now = new Map<string, unknown>(Object.entries(actual));
  const changed = Object.entries(want).filter(([name, value]) => named.has(name) && now.get(name) !== value);
  if (changed.length === 0) return [];
  const values: Partial<FormSettings> = Object.fromEntries(changed);
  return [{ step: 'settings', values }];
}

/** Item that should stand directly before, among those that the plan knows; null for the first place. */
function neighbourOf(key: ElementKey, list: readonly Wanted[]): string | null {
  const at = list.findIndex((one) => one.key === key);
  return at > 0 ? (list[at - 1]?.itemId ?? null) : null;
}

function standsBehind(
  itemId: string,
  after: string | null,
  actual: Actual,
  list: readonly Wanted[],
): boolean {
  const known = new Set(list.flatMap((one) => one.itemId ?? []));
  const order = actual.items.map((item) => item.itemId).filter((id) => known.has(id) || id === itemId);
  const at = order.indexOf(itemId);
  return at >= 0 && (order[at - 1] ?? null) === after;
}

/** What has a place: all but a head of the first page that the chamber has moved away from the beginning. */
function placed(list: readonly Wanted[], head: ElementKey, actual: Actual): readonly Wanted[] {
  const first = actual.items.find((item) => list.some((one) => one.itemId === item.itemId))?.itemId;
  return list.filter(({ key, itemId }) => key !== head || itemId === null || itemId === first);
}

export interface Work {
  readonly steps: readonly FormStep[];
  /** Item that a run before left unlinked and that is now the element's. */
  readonly adopted: string | null;
}

/** Steps of the group that comes next at this stage; none when nothing that can be read is left to do. */
export function stepsFor(course: Course, stage: number, ids: Ids, actual: Actual): Work {
  const group = course.groups[stage];
  if (group === undefined) return { steps: [], adopted: null };
  const plan = planAt(course, stage + 1);
  if (group.element === formElement) {
    return { steps: settingSteps(group, wantedSettings(plan), actual.settings), adopted: null };
  }
  const list = wantedItems(plan, ids);
  const wanted = list.find((one) => one.key === group.element);
  const standing = new Map(actual.items.map((item) => [item.itemId, item]));
  const itemId = ids.get(group.element) ?? null;
  if (wanted === undefined) {
    const leads = leadSteps(course, stage, ids, actual, null);
    const gone = itemId === null || !standing.has(itemId);
    return { steps: gone ? leads : [...leads, { step: 'remove', itemId }], adopted: null };
  }
  const orphan = itemId === null ? orphanOf(wanted, course, ids, actual) : undefined;
  const item = orphan ?? standing.get(itemId ?? '');
  const steps: FormStep[] = [];
  const inPlace = placed(list, firstHead(plan), actual);
  const after = neighbourOf(group.element, inPlace);
  if (item === undefined) {
    steps.push({ step: 'add', values: wanted.values });
    const last = actual.items[actual.items.length - 1]?.itemId ?? null;
    if (after !== last) steps.push({ step: 'move', itemId: '', after });
  } else {
    const properties = propertiesToSet(group, wanted, item);
    if (properties.length > 0) {
      steps.push({ step: 'set', itemId: item.itemId, values: wanted.values, properties });
    }
    const moves = orphan !== undefined || group.operations.some(({ op }) => op !== 'set');
    if (moves && !standsBehind(item.itemId, after, actual, inPlace)) {
      steps.push({ step: 'move', itemId: item.itemId, after });
    }
  }
  const leads = leadSteps(course, stage, ids, actual, { key: group.element, itemId: item?.itemId ?? '' });
  return { steps: [...steps, ...leads], adopted: orphan?.itemId ?? null };
}

/** Ways of pages that change with this group; a page that is being added is named by ''. */
function leadSteps(
  course: Course,
  stage: number,
  ids: Ids,
  actual: Actual,
  busy: { readonly key: ElementKey; readonly itemId: string } | null,
): readonly FormStep[] {
  const known = new Map(ids);
  if (busy !== null) known.set(busy.key, busy.itemId);
  const now = new Map(wantedItems(planAt(course, stage), known).map((one) => [one.key, one]));
  const standing = new Map(actual.items.map((item) => [item.itemId, item]));
  return wantedItems(planAt(course, stage + 1), known).flatMap((want): readonly FormStep[] => {
    if (want.values.type !== 'page' || want.itemId === null) return [];
    const changes = now.get(want.key)?.before !== want.before || !now.has(want.key);
    const stands = standing.get(want.itemId)?.before === want.before;
    return changes && !stands ? [{ step: 'lead', pageId: want.itemId, goTo: want.before }] : [];
  });
}
