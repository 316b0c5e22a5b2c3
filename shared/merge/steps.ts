/** The operations that lead from one form to another, in an order in which the form can be answered after each. */
import { closedSectionKey, type FormPlan, type PlannedItem } from '../form/plan.ts';
import { closedPage } from '../issue/ja/update.ts';
import { closedItem } from './apply.ts';
import type { ElementKey, Operation } from './model.ts';
import { unmoved } from './order.ts';
import { isText } from './presence.ts';
import { closedHead, isHead, pagesOf, type Sequence, sequenceOf } from './sequence.ts';
import { same } from './value.ts';

/** Item properties in the order in which they are set: words first, then what decides where an answer leads. */
const itemProperties = [
  'title',
  'help',
  'other',
  'validation',
  'scale',
  'rating',
  'grid',
  'date',
  'media',
  'options',
  'required',
] as const;
const headProperties = ['title', 'help'] as const;
const settingProperties = [
  'collectEmail',
  'progressBar',
  'limitOneResponse',
  'allowEdit',
  'shuffleQuestions',
  'confirmation',
  'closedMessage',
  'closesOn',
] as const;

function setting(
  element: ElementKey,
  property: string,
  before: unknown,
  after: unknown,
): readonly Operation[] {
  if (same(before, after)) return [];
  return [{ op: 'set', element, property, before: before ?? null, after: after ?? null }];
}

interface Way {
  readonly from: Sequence;
  readonly to: Sequence;
  /** Elements as they stand after the operations so far. */
  readonly list: ElementKey[];
  readonly leaving: ReadonlySet<ElementKey>;
}

/**
 * Place of a newcomer: behind the nearest element before it that stands where it will stand; behind what it replaces, where that
 * is next.
 */
function placeFor(way: Way, fixed: ReadonlySet<ElementKey>, element: ElementKey): ElementKey | null {
  const { list, to } = way;
  const target = to.order;
  let at = target.indexOf(element) - 1;
  while (at >= 0 && !fixed.has(target[at] ?? '')) at--;
  const anchor = target[at];
  if (anchor === undefined) return null;
  const old = to.items.get(element)?.replaces;
  const start = list.indexOf(anchor) + 1;
  let place = anchor;
  for (const next of list.slice(start)) {
    if (isHead(next) || !way.leaving.has(next)) break;
    // What leaves stays on its page until then: a new page begins behind it.
    if (next === old || isHead(element)) place = next;
    if (next === old) break;
  }
  return place;
}

/** Where the page before a new page leads from then on, where that cannot stay as it was. */
function leadBefore(
  { from, to, list }: Way,
  element: ElementKey,
  place: ElementKey | null,
): { readonly before?: 'submit' | null } {
  if (element === closedHead) return { before: 'submit' };
  const page = pagesOf(list).get(place ?? '') ?? '';
  const wasEnd = from.heads.get(page)?.next === 'submit' && to.heads.get(page)?.next !== 'submit';
  const open = list.filter((key) => isHead(key) && key !== closedHead);
  return wasEnd && open[open.length - 1] === page ? { before: null } : {};
}

function put(list: ElementKey[], element: ElementKey, place: ElementKey | null): void {
  list.splice(place === null ? 0 : list.indexOf(place) + 1, 0, element);
}

function additions(way: Way, fixed: Set<ElementKey>): readonly Operation[] {
  const { from, to, list } = way;
  const operations: Operation[] = [];
  const newcomers = to.order.filter((element) => !from.heads.has(element) && !from.items.has(element));
  for (const element of [...newcomers.filter(isHead), ...newcomers.filter((key) => !isHead(key))]) {
    const place = element === closedHead ? (list[list.length - 1] ?? null) : placeFor(way, fixed, element);
    const head = to.heads.get(element);
    const item = to.items.get(element);
    if (head !== undefined) {
      const next = head.next === 'submit' ? { next: 'submit' as const } : {};
      operations.push({
        op: 'add-section',
        element,
        title: head.title,
        help: head.help,
        place,
        ...next,
        ...leadBefore(way, element, place),
      });
    } else if (item !== undefined) operations.push({ op: 'add-item', element, item, place });
    put(list, element, place);
    fixed.add(element);
  }
  return operations;
}

function moves(way: Way, fixed: ReadonlySet<ElementKey>): readonly Operation[] {
  const { to, list } = way;
  return to.order.flatMap((element, at): Operation[] => {
    if (fixed.has(element)) return [];
    const place = to.order[at - 1] ?? null;
    list.splice(list.indexOf(element), 1);
    put(list, element, place);
    return [{ op: 'move', element, place }];
  });
}

function itemSettings(from: PlannedItem, to: PlannedItem): readonly Operation[] {
  return itemProperties.flatMap((property) => setting(to.key, property, from[property], to[property]));
}

/** The form with the questions that leave put on the page of closed ones, made where there is none. */
export function withClosed(form: FormPlan, leaving: readonly PlannedItem[]): FormPlan {
  const questions = leaving.filter((item) => !isText(item));
  if (questions.length === 0) return form;
  const closed = form.sections.find(({ key }) => key === closedSectionKey) ?? {
    key: closedSectionKey,
    ...closedPage,
    items: [],
  };
  const page = { ...closed, items: [...closed.items, ...questions.map(closedItem)] };
  const sections = form.sections.some(({ key }) => key === closedSectionKey)
    ? form.sections.map((section) => (section.key === closedSectionKey ? page : section))
    : [...form.sections, page];
  return { ...form, sections, retired: [...form.retired, ...questions.map(({ key }) => key)] };
}

/**
 * Operations from `ours` to `planned`: pages first, then questions, words and settings, choices with their leads, leads of pages, moves,
 * closings, removals. `retiring`: keys of the questions that `planned` has closed.
 */
export function stepsTo(
  ours: FormPlan,
  planned: FormPlan,
  retiring: readonly ElementKey[],
): readonly Operation[] {
  if (ours === planned) return [];
  const from = sequenceOf(ours.sections);
  const complete = sequenceOf(planned.sections);
  const gone = new Set(retiring);
  const to: Sequence = { ...complete, order: complete.order.filter((element) => !gone.has(element)) };
  const there = new Set(to.order);
  const left = from.order.filter((element) => !there.has(element));
  const way: Way = { from, to, list: [...from.order], leaving: new Set(left) };
  const fixed = new Set(unmoved(from.order, to.order));
  const added = additions(way, fixed);
  const heads = to.order.flatMap((element) => to.heads.get(element) ?? []);
  const before = leadsAfter(from, added);
  const words: Operation[] = [
    ...(['title', 'description'] as const).flatMap((name) =>
      setting('form', name, ours[name], planned[name]),
    ),
    ...settingProperties.flatMap((name) =>
      setting('form', name, ours.settings[name], planned.settings[name]),
    ),
    ...heads.flatMap((head) => {
      const old = from.heads.get(`section.${head.key}`);
      if (old === undefined) return [];
      return headProperties.flatMap((name) => setting(`section.${head.key}`, name, old[name], head[name]));
    }),
  ];
  const changed = to.order.flatMap((element) => {
    const [old, item] = [from.items.get(element), to.items.get(element)];
    return old === undefined || item === undefined || old === item ? [] : itemSettings(old, item);
  });
  const isLead = (operation: Operation): boolean =>
    operation.op === 'set' && operation.property === 'options';
  return [
    ...added,
    ...words,
    ...changed.filter((operation) => !isLead(operation)),
    ...changed.filter(isLead),
    ...heads.flatMap((head) =>
      setting(`section.${head.key}`, 'next', before.get(`section.${head.key}`), head.next),
    ),
    ...moves(way, fixed),
    ...retiring.map((element): Operation => ({ op: 'retire', element })),
    ...removals(left.filter((element) => !gone.has(element))),
  ];
}

/** Texts before the pages that they stand on. */
function removals(left: readonly ElementKey[]): readonly Operation[] {
  return [...left.filter((key) => !isHead(key)), ...left.filter(isHead)].map((element) => ({
    op: 'remove',
    element,
  }));
}

/** Where each page leads once the pages are added. */
function leadsAfter(
  from: Sequence,
  added: readonly Operation[],
): ReadonlyMap<ElementKey, string | undefined> {
  const leads = new Map([...from.heads].map(([element, head]) => [element, head.next]));
  const list = [...from.order];
  for (const operation of added) {
    if (operation.op !== 'add-section') continue;
    leads.set(operation.element, operation.next);
    const page = pagesOf(list).get(operation.place ?? '');
    if (operation.before !== undefined && page !== undefined) leads.set(page, operation.before ?? undefined);
    put(list, operation.element, operation.place);
  }
  return leads;
}
