/**
 * Hidden cells whose figures can be computed together although none can alone: two single firms under one total are a group of
 * two, shown. Any group of fewer than `minN` businesses has at most minN − 1 cells, so that small ones are found by looking.
 */
import { add, minus, prime } from './modular.ts';
import { randomSolution, type Tableau } from './tableau.ts';

/** Above this many cells groups of three and four are not looked for any more: pairs alone are. */
const mostCells = 1200;

interface Tuple {
  readonly cells: readonly number[];
  readonly n: number;
  readonly x: number;
  readonly y: number;
}

const key = (x: number, y: number): number => x * prime + y;

/** Groups of two to four hidden cells with fewer than `below` businesses together whose sum can be computed. */
export function smallGroups(
  tableau: Tableau,
  hidden: readonly number[],
  n: (cell: number) => number,
  below: number,
): readonly (readonly number[])[] {
  // Two independent solutions: what vanishes in both does not vanish by chance.
  const first = randomSolution(tableau, hidden, 20_261);
  const second = randomSolution(tableau, hidden, 71_993);
  const singles = hidden
    .filter((cell) => n(cell) > 0 && n(cell) < below - 1)
    .map((cell) => ({ cells: [cell], n: n(cell), x: first.get(cell) ?? 0, y: second.get(cell) ?? 0 }))
    // A cell that can be computed by itself is no matter of groups.
    .filter(({ x, y }) => x !== 0 || y !== 0);
  const found: (readonly number[])[] = [];
  match(singles, singles, below, found);
  if (below > 3 && singles.length <= mostCells) {
    const pairs = pairsOf(singles, below);
    match(singles, pairs, below, found);
    if (below > 4) match(pairs, pairs, below, found);
  }
  return found;
}

function pairsOf(singles: readonly Tuple[], below: number): readonly Tuple[] {
  const pairs: Tuple[] = [];
  singles.forEach((a, at) => {
    for (const b of singles.slice(at + 1))
      if (a.n + b.n < below - 1)
        pairs.push({ cells: [...a.cells, ...b.cells], n: a.n + b.n, x: add(a.x, b.x), y: add(a.y, b.y) });
  });
  return pairs;
}

/** Finds one of each that together vanish, share no cell and stay below. */
function match(
  ones: readonly Tuple[],
  others: readonly Tuple[],
  below: number,
  found: (readonly number[])[],
): void {
  const opposite = new Map<number, Tuple[]>();
  for (const one of ones) {
    const place = key(minus(one.x), minus(one.y));
    const there = opposite.get(place);
    if (there === undefined) opposite.set(place, [one]);
    else there.push(one);
  }
  const seen = new Set<string>();
  for (const other of others)
    for (const one of opposite.get(key(other.x, other.y)) ?? []) {
      if (one.n + other.n >= below || one.cells.some((cell) => other.cells.includes(cell))) continue;
      const group = [...one.cells, ...other.cells].sort((a, b) => a - b);
      const name = group.join(' ');
      if (!seen.has(name)) found.push(group);
      seen.add(name);
    }
}
