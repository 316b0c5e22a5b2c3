/** The order of elements merged three ways: who moved something, where newcomers go, which moves are left to make. */
import { isHead, pagesOf } from './sequence.ts';
import { same } from './value.ts';

export interface Orders {
  readonly base: readonly string[];
  readonly theirs: readonly string[];
  readonly ours: readonly string[];
  /** Elements of the merged form. */
  readonly alive: ReadonlySet<string>;
  /** Elements whose place is the chamber's alone. */
  readonly free: ReadonlySet<string>;
  /** Elements whose place is JCCI's: they stand on JCCI's page, in JCCI's order among themselves. */
  readonly bound: ReadonlySet<string>;
  /** Heads of pages that stay only for what the chamber put on them: they stand behind the page before them. */
  readonly leftover: ReadonlySet<string>;
  /** New element → the closed one whose place it takes. */
  readonly replaces: ReadonlyMap<string, string>;
}

/** Those of `source` that are in `wanted`, in order. */
const only = (source: readonly string[], wanted: { has(key: string): boolean }): readonly string[] =>
  source.filter((key) => wanted.has(key));

/** A page moves only where that spares moving many items: while it is under way, items stand on wrong pages. */
const weight = (key: string): number => (isHead(key) ? 4 : 1);

/**
 * Elements that need not move to get from one order to the other: the weightiest ones in order, of several the one with the earliest
 * elements of the target. So the moves that are left after some were made are those of the first plan.
 */
export function unmoved(from: readonly string[], target: readonly string[]): ReadonlySet<string> {
  const rank = new Map(target.map((key, at) => [key, at]));
  const values = from.flatMap((key) => rank.get(key) ?? []);
  if (values.every((value, at) => at === 0 || value > (values[at - 1] ?? -1)))
    return new Set(only(from, rank));
  const weights = values.map((value) => weight(target[value] ?? ''));
  const best = [...weights];
  for (let i = values.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < values.length; j++) {
      if ((values[j] ?? 0) <= (values[i] ?? 0)) continue;
      best[i] = Math.max(best[i] ?? 0, (weights[i] ?? 0) + (best[j] ?? 0));
    }
  }
  const kept = new Set<string>();
  let at = -1;
  let value = -1;
  for (let need = Math.max(0, ...best); need > 0; ) {
    let next = -1;
    for (let i = at + 1; i < values.length; i++) {
      const here = values[i] ?? -1;
      if (best[i] === need && here > value && (next < 0 || here < (values[next] ?? 0))) next = i;
    }
    if (next < 0) break;
    at = next;
    value = values[next] ?? value;
    need -= weights[next] ?? need;
    kept.add(target[value] ?? '');
  }
  return kept;
}

/** Takes an element to the place behind another, '' for the front. */
function moveBehind(list: string[], key: string, place: string): void {
  const from = list.indexOf(key);
  if (from >= 0) list.splice(from, 1);
  list.splice(place === '' ? 0 : list.indexOf(place) + 1, 0, key);
}

/** Nearest element before `key` in its source that the list has; '' for none. */
function anchorOf(key: string, source: Source, list: Listed): string {
  let at = (source.at.get(key) ?? 0) - 1;
  while (at >= 0 && !list.pages.has(source.order[at] ?? '')) at--;
  return source.order[at] ?? '';
}

/** The same, on the page where the source has it, if that page is there. */
function anchorOnPage(key: string, source: Source, list: Listed): string {
  const page = source.pages.get(key) ?? '';
  if (!list.pages.has(page)) return anchorOf(key, source, list);
  const before = source.order.slice(0, source.at.get(key) ?? 0).reverse();
  return before.find((one) => list.pages.get(one) === page) ?? page;
}

interface Source {
  readonly order: readonly string[];
  readonly at: ReadonlyMap<string, number>;
  readonly pages: ReadonlyMap<string, string>;
}
interface Listed {
  readonly order: string[];
  pages: Map<string, string>;
}

const sourceOf = (order: readonly string[]): Source => ({
  order,
  at: new Map(order.map((key, index) => [key, index])),
  pages: pagesOf(order),
});

function endOfPage(list: Listed, key: string): string {
  let at = list.order.indexOf(key);
  while (at + 1 < list.order.length && !isHead(list.order[at + 1] ?? '')) at++;
  return list.order[at] ?? '';
}

/**
 * Puts newcomers (in the order of their source) into a list, each behind its neighbour. A new page that takes nothing of the
 * page before it begins behind all of that page.
 */
function settleIn(
  order: readonly string[],
  newcomers: readonly string[],
  source: Source,
  leftover: ReadonlySet<string>,
): string[] {
  const list: Listed = { order: [...order], pages: new Map(pagesOf(order)) };
  const known = new Set(order);
  for (const key of newcomers.filter(isHead)) {
    const anchor = anchorOf(key, source, list);
    const following = source.order.slice((source.at.get(key) ?? 0) + 1).find((next) => known.has(next));
    const splits = !leftover.has(key) && following !== undefined && !isHead(following);
    moveBehind(list.order, key, anchor === '' || splits ? anchor : endOfPage(list, anchor));
    list.pages = new Map(pagesOf(list.order));
  }
  for (const key of newcomers) {
    if (isHead(key)) continue;
    const anchor = anchorOf(key, source, list);
    moveBehind(list.order, key, anchor);
    list.pages.set(key, list.pages.get(anchor) ?? '');
  }
  return list.order;
}

/** JCCI's order; what only the chamber has stands behind its neighbour in `anchors`. */
function ledByTheirs(orders: Orders, anchors: readonly string[]): string[] {
  const { theirs, ours, alive, free, leftover, replaces } = orders;
  const has = new Set(ours);
  const lead = theirs.filter((key) => alive.has(key) && !(free.has(key) && has.has(key)));
  const led = new Set(lead);
  const rest = new Set(ours.filter((key) => alive.has(key) && !led.has(key)));
  const known = new Set(anchors);
  const late = ours.filter((key) => rest.has(key) && !known.has(key));
  // Where a closed question stood, its successor is the neighbour.
  const heirs = new Map([...replaces].flatMap(([key, old]) => (led.has(key) ? [[old, key]] : [])));
  const source = (order: readonly string[]) => sourceOf(order.map((key) => heirs.get(key) ?? key));
  const anchored = settleIn(lead, only(anchors, rest), source(anchors), leftover);
  return settleIn(anchored, late, source(ours), leftover);
}

/** The chamber's order; what is new stands behind its neighbour in JCCI's, or in the place of what it replaces. */
function ledByOurs(orders: Orders): string[] {
  const { theirs, ours, alive, replaces, leftover } = orders;
  const mine = new Set(ours);
  const replaced = new Map<string, string>();
  for (const [key, old] of replaces) {
    if (alive.has(key) && !mine.has(key) && mine.has(old) && !alive.has(old)) replaced.set(old, key);
  }
  const lead = ours.flatMap((key) => (alive.has(key) ? [key] : (replaced.get(key) ?? [])));
  const led = new Set(lead);
  const rest = theirs.filter((key) => alive.has(key) && !led.has(key));
  const list = settleIn(lead, rest, sourceOf(theirs), leftover);
  holdBound(list, orders);
  return list;
}

/** Puts bound items where JCCI has them: those that stand on another page, those that JCCI moved, those out of order. */
function holdBound(list: string[], { base, theirs, bound }: Orders): void {
  if (bound.size === 0) return;
  const source = sourceOf(theirs);
  const steady = unmoved(only(base, source.at), only(theirs, new Set(base)));
  const known = new Set(base);
  const placed = new Set(list);
  const mine = theirs.filter((key) => bound.has(key) && placed.has(key) && !isHead(key));
  for (const key of mine) {
    const pages = new Map(pagesOf(list));
    const page = source.pages.get(key) ?? '';
    const elsewhere = pages.has(page) && pages.get(key) !== page;
    if (!elsewhere && (steady.has(key) || !known.has(key))) continue;
    pages.delete(key);
    moveBehind(list, key, anchorOnPage(key, source, { order: list, pages }));
  }
  const pages = pagesOf(list);
  const lastOn = new Map<string, string>();
  for (const key of mine) {
    const page = pages.get(key) ?? '';
    const before = lastOn.get(page);
    if (before !== undefined && list.indexOf(key) < list.indexOf(before)) moveBehind(list, key, before);
    lastOn.set(page, key);
  }
}

/** Whether ours is the base with the first of JCCI's moves made: an update that was broken off, no wish of the chamber. */
function isHalfway(
  base: readonly string[],
  ours: readonly string[],
  target: readonly string[],
  without: ReadonlySet<string>,
): boolean {
  const shared = new Set(only(base, new Set(only(target, new Set(ours)))).filter((key) => !without.has(key)));
  const now = only(ours, shared);
  const end = only(target, shared);
  const list = [...only(base, shared)];
  const kept = unmoved(list, end);
  for (const [at, key] of end.entries()) {
    if (kept.has(key)) continue;
    moveBehind(list, key, end[at - 1] ?? '');
    if (same(list, now)) return true;
  }
  return false;
}

/** A list with what `source` has besides, each behind its neighbour there. */
export function withNewcomers(list: readonly string[], source: readonly string[]): readonly string[] {
  const known = new Set(list);
  const newcomers = source.filter((key) => !known.has(key));
  return newcomers.length === 0 ? list : settleIn(list, newcomers, sourceOf(source), new Set());
}

export interface MergedOrder {
  readonly order: readonly string[];
  /** Both sides moved something: what stands is the chamber's order, or JCCI's where `choose` said so. */
  readonly conflict: boolean;
  /** Whose order leads. */
  readonly led: 'theirs' | 'ours';
}

/** Merges the order. `choose` is asked only where both sides moved elements that all three have. */
export function mergeOrder(orders: Orders, choose: () => 'ours' | 'theirs' | null): MergedOrder {
  const { base, theirs, ours, alive, free, bound, leftover } = orders;
  const inTheirs = new Set(theirs);
  const inOurs = new Set(ours);
  const common = new Set(
    base.filter((key) => {
      const everywhere = alive.has(key) && inTheirs.has(key) && inOurs.has(key);
      return everywhere && !free.has(key) && !bound.has(key);
    }),
  );
  const [before, new_] = [only(base, common), only(theirs, common)];
  // Where the chamber put something on a page that only the two of them have, it moved it too.
  const between = new Set([...common, ...leftover]);
  const unmovedByChamber = same(only(ours, between), only(base, between));
  const byTheirs = { conflict: false, led: 'theirs' } as const;
  const byOurs = { conflict: false, led: 'ours' } as const;
  if (unmovedByChamber) return { ...byTheirs, order: ledByTheirs(orders, ours) };
  const halfway = ledByTheirs(orders, base);
  if (isHalfway(base, ours, halfway, new Set()) || isHalfway(base, ours, halfway, leftover))
    return { ...byTheirs, order: halfway };
  if (same(new_, before) || same(new_, only(ours, common))) return { ...byOurs, order: ledByOurs(orders) };
  return choose() === 'theirs'
    ? { ...byTheirs, order: ledByTheirs(orders, ours), conflict: true }
    : { ...byOurs, order: ledByOurs(orders), conflict: true };
}
