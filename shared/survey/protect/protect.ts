/**
 * Hides small cells and, with them, as many further cells as it takes that no group of fewer than `minN` businesses can be
 * computed from what is shown: neither a cell alone, by any combination of sums, nor several hidden ones together.
 * Kept apart: "what can be computed" is linear algebra (`tableau.ts`), "which cell to give up" is chosen here.
 */
import type { HiddenWhy, Protected, ProtectInput } from './model.ts';
import { smallGroups } from './small-groups.ts';
import { computedFrom, type Tableau, tableauOf } from './tableau.ts';

export type { HiddenWhy, ProtectCell, Protected, ProtectInput, ProtectSum } from './model.ts';

/** One protection under way; cells by number. */
interface Work {
  readonly n: Float64Array;
  readonly minN: number;
  /** Options that all answers of a cell name. */
  readonly alike: readonly (readonly number[])[];
  readonly alikeBelow: number;
  readonly ids: readonly string[];
  readonly why: (HiddenWhy | undefined)[];
  readonly published: Uint8Array;
  readonly tableau: Tableau;
  /** The sums as they were given: parts, and the number of the total. */
  readonly sums: readonly { readonly total: number; readonly parts: readonly number[] }[];
  readonly sumsOf: readonly (readonly number[])[];
  /** Cells given up: readers know them. */
  readonly lost: Set<number>;
}

/** Decides what a table may show. Cells with n = 0 are shown as 回答なし and never serve to hide others: all know that they are nothing. */
export function protect(input: ProtectInput): Protected {
  const work = begin(input);
  const { tableau, why } = work;
  const own = why.flatMap((reason, cell) => (reason === undefined ? [] : [cell]));
  // What readers know already cannot be hidden from them, however small it is.
  for (const cell of own)
    if (work.published[cell] === 1) work.lost.add(cell);
    else tableau.hide(cell);
  if (own.length > work.lost.size) {
    close(work);
    showNeedless(work);
    close(work);
  }
  const hidden = new Map<string, HiddenWhy>();
  why.forEach((reason, cell) => {
    if (reason !== undefined) hidden.set(work.ids[cell] ?? '', reason);
  });
  return {
    hidden,
    small: own.length,
    complement: hidden.size - own.length,
    recoverable: [...work.lost].map((cell) => work.ids[cell] ?? ''),
  };
}

function begin({ cells, sums, minN, alikeBelow = 0, published, sensitive }: ProtectInput): Work {
  const numbers = new Map(cells.map(({ id }, cell) => [id, cell]));
  if (numbers.size < cells.length) throw new RangeError('two cells with one id');
  const numberOf = (id: string): number => {
    const cell = numbers.get(id);
    if (cell === undefined) throw new RangeError(`a sum names the cell ${id}, which is none`);
    return cell;
  };
  const numbered = sums.map(({ total, parts }) => ({ total: numberOf(total), parts: parts.map(numberOf) }));
  const sumsOf: number[][] = cells.map(() => []);
  numbered.forEach(({ total, parts }, at) => {
    for (const cell of [total, ...parts]) sumsOf[cell]?.push(at);
  });
  return {
    n: Float64Array.from(cells, ({ n }) => n),
    minN,
    alike: cells.map(({ alike = [] }) => alike),
    alikeBelow,
    ids: cells.map(({ id }) => id),
    why: cells.map(({ id, n, alike = [] }) => {
      if (n > 0 && n < minN) return 'small';
      return sensitive?.get(id) ?? (n > 0 && n < alikeBelow && alike.length > 0 ? 'unanimous' : undefined);
    }),
    published: Uint8Array.from(cells, ({ id }) => (published?.has(id) === true ? 1 : 0)),
    tableau: tableauOf(
      cells.length,
      numbered.map(({ total, parts }) => new Map([[total, -1], ...parts.map((cell) => [cell, 1] as const)])),
    ),
    sums: numbered,
    sumsOf,
    lost: new Set(),
  };
}

/** Hides complements until nothing small can be computed. */
function close(work: Work): void {
  for (let changed = true; changed; ) {
    changed = closeCells(work);
    if (!changed) changed = closeSums(work);
    if (!changed) changed = closeGroups(work);
  }
}

/** Breaks one way of computing `group`; where only published cells lead there, its cells are lost. */
function guard(work: Work, group: readonly number[], from: readonly number[]): boolean {
  const choice = cheapest(work, group, from);
  if (choice === undefined) {
    for (const cell of group) work.lost.add(cell);
    return false;
  }
  work.why[choice] = 'complement';
  work.tableau.hide(choice);
  return true;
}

/** Cells that can be computed by themselves: rows with one hidden entry. */
function closeCells(work: Work): boolean {
  const { tableau } = work;
  let changed = false;
  for (let at = 0; at < tableau.solved.length; at++) {
    while (tableau.hiddenIn[at] === 1) {
      const cell = tableau.solved[at] ?? -1;
      if (work.lost.has(cell) || !guard(work, [cell], [...(tableau.rows[at]?.keys() ?? [])])) break;
      changed = true;
    }
  }
  return changed;
}

/** Hidden parts of one shown total, and rows of the reduced system that are plain sums: fewer than `minN` businesses together. */
function closeSums(work: Work): boolean {
  const { tableau } = work;
  let changed = false;
  for (const { total, parts } of work.sums) {
    if (tableau.isHidden(total)) continue;
    const group = hiddenParts(work, parts);
    if (isSmall(work, group) && guard(work, group, [total, ...parts])) changed = true;
  }
  tableau.rows.forEach((row) => {
    const group: number[] = [];
    for (const [cell, value] of row)
      if (tableau.isHidden(cell)) {
        if (value !== 1) return;
        group.push(cell);
      }
    if (isSmall(work, group) && guard(work, group, [...row.keys()])) changed = true;
  });
  return changed;
}

function closeGroups(work: Work): boolean {
  const { tableau, n, minN } = work;
  const hidden = [...work.ids.keys()].filter((cell) => tableau.isHidden(cell));
  // The first that is broken changes the system: look anew.
  for (const group of smallGroups(tableau, hidden, (cell) => n[cell] ?? 0, minN))
    if (isSmall(work, group) && guard(work, group, computedFrom(tableau, group))) return true;
  return false;
}

/** True for a group that has something to hide and is too small, or all of one mind; lost groups are not looked at again. */
function isSmall(work: Work, group: readonly number[]): boolean {
  const { n, minN, lost, alikeBelow } = work;
  if (group.length < 2) return false;
  const sum = group.reduce((all, cell) => all + (n[cell] ?? 0), 0);
  const isOpen = sum < minN || (sum < alikeBelow && areAlike(work, group));
  return isOpen && group.some((cell) => !lost.has(cell));
}

/** True where one option is named by every answer of the group: its sum tells what each of them said. */
function areAlike({ n, alike }: Work, group: readonly number[]): boolean {
  const [first, ...others] = group.filter((cell) => (n[cell] ?? 0) > 0);
  const named = first === undefined ? [] : (alike[first] ?? []);
  return named.some((option) => others.every((cell) => alike[cell]?.includes(option)));
}

/** How many candidates are looked at closely. */
const closely = 24;

/**
 * The cell of `from` that loses least when hidden: few businesses, in one sum with the group where possible, and no further
 * cells to hide with it.
 */
function cheapest(work: Work, group: readonly number[], from: readonly number[]): number | undefined {
  const { tableau, n, sumsOf, published } = work;
  const beside = new Set(group.flatMap((cell) => sumsOf[cell] ?? []));
  const candidates = from
    .filter((cell) => !tableau.isHidden(cell) && published[cell] !== 1 && (n[cell] ?? 0) > 0)
    .map((cell) => {
      const near = (sumsOf[cell] ?? []).some((sum) => beside.has(sum));
      return { cell, cost: (n[cell] ?? 0) * (near ? 1 : 1.5) };
    })
    .sort((a, b) => a.cost - b.cost || a.cell - b.cell)
    .slice(0, closely)
    .map(({ cell, cost }) => ({ cell, cost: cost + further(work, cell) }))
    .filter(({ cost }) => cost < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.cost - b.cost || a.cell - b.cell);
  return candidates[0]?.cell;
}

/**
 * What hiding `cell` costs elsewhere: in every sum that was whole, one more cell at least has to go. Without end where readers know
 * all others of a sum: hiding would be in vain.
 */
function further({ tableau, n, published }: Work, cell: number): number {
  let cost = 0;
  for (const at of tableau.rowsOf[cell] ?? []) {
    if (tableau.solved[at] !== -1) continue;
    let least = Number.POSITIVE_INFINITY;
    for (const other of tableau.rows[at]?.keys() ?? []) {
      const size = n[other] ?? 0;
      if (other !== cell && published[other] !== 1 && size > 0 && size < least) least = size;
    }
    cost += least;
  }
  return cost;
}

/** Shows again, the largest first, what later choices made needless. */
function showNeedless(work: Work): void {
  const { why, n } = work;
  const complements = why
    .flatMap((reason, cell) => (reason === 'complement' ? [cell] : []))
    .sort((a, b) => (n[b] ?? 0) - (n[a] ?? 0) || a - b);
  for (const cell of complements) {
    if (why[cell] !== 'complement') continue;
    for (const shown of tryToShow(work, cell)) why[shown] = undefined;
  }
}

/**
 * Shows a complement, and with it the complements that could then be computed: they hide nothing any more. Gives the cells that
 * are shown now; none, and nothing changed, where that would give a cell away that is hidden for its own sake.
 */
function tryToShow(work: Work, first: number): readonly number[] {
  const { tableau, why, lost } = work;
  const shown: number[] = [];
  const waiting = [first];
  let isSafe = true;
  for (let cell = waiting.pop(); cell !== undefined && isSafe; cell = waiting.pop()) {
    if (!tableau.isHidden(cell)) continue;
    tableau.show(cell);
    shown.push(cell);
    for (const at of tableau.rowsOf[cell] ?? []) {
      const given = tableau.solved[at] ?? -1;
      if (tableau.hiddenIn[at] !== 1 || lost.has(given)) continue;
      if (why[given] !== 'complement') isSafe = false;
      else waiting.push(given);
    }
  }
  if (isSafe && !shown.some((cell) => opensSum(work, cell))) return shown;
  for (const cell of shown.reverse()) tableau.hide(cell);
  return [];
}

/** True where a total stands over too few hidden businesses now that `cell` is shown. */
function opensSum(work: Work, cell: number): boolean {
  const { sums, sumsOf, tableau } = work;
  return (sumsOf[cell] ?? []).some((at) => {
    const sum = sums[at];
    return sum !== undefined && !tableau.isHidden(sum.total) && isSmall(work, hiddenParts(work, sum.parts));
  });
}

const hiddenParts = ({ tableau }: Work, parts: readonly number[]): readonly number[] =>
  parts.filter((cell) => tableau.isHidden(cell));
