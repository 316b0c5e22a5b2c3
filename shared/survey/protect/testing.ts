/** Independent checker for tests: solves the published system with exact fractions, column by column, in no way as `protect` does. */
import type { ProtectInput, ProtectSum } from './model.ts';

/** A fraction in lowest terms, denominator positive. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
function fraction(over: bigint, under: bigint): Fraction {
  const by = gcd(over, under) * (under < 0n ? -1n : 1n);
  return by === 0n ? { over: 0n, under: 1n } : { over: over / by, under: under / by };
}
const zero = fraction(0n, 1n);
const less = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.under - b.over * a.under, a.under * b.under);
const mul = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under);
const div = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under, a.under * b.over);

/** The sums as a reader sees them: one row a sum, one column a hidden cell. */
function unknowns(sums: readonly ProtectSum[], columns: readonly string[]): Fraction[][] {
  return sums.map(({ total, parts }) =>
    columns.map((id) => {
      const times = parts.filter((part) => part === id).length - (total === id ? 1 : 0);
      return fraction(BigInt(times), 1n);
    }),
  );
}

/** Row echelon form by plain elimination from the left. */
function echelon(rows: Fraction[][], width: number): { readonly rows: Fraction[][]; readonly rank: number } {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < width && rank < left.length; column++) {
    const pivot = left.findIndex((row, at) => at >= rank && (row[column]?.over ?? 0n) !== 0n);
    if (pivot < 0) continue;
    const [row] = left.splice(pivot, 1);
    if (row === undefined) continue;
    left.splice(rank, 0, row);
    const head = row[column] ?? zero;
    for (let at = rank + 1; at < left.length; at++) {
      const other = left[at] ?? [];
      const factor = div(other[column] ?? zero, head);
      if (factor.over === 0n) continue;
      left[at] = other.map((value, to) => less(value, mul(factor, row[to] ?? zero)));
    }
    rank++;
  }
  return { rows: left, rank };
}

/** True where the sum of `group` follows from the sums and all cells that are not in `hidden`. */
export function computable(
  sums: readonly ProtectSum[],
  hidden: readonly string[],
  group: readonly string[],
): boolean {
  const rows = unknowns(sums, hidden);
  const asked = hidden.map((id) => fraction(group.includes(id) ? 1n : 0n, 1n));
  // The group follows from the rows when it adds nothing to their rank.
  return echelon([...rows, asked], hidden.length).rank === echelon(rows, hidden.length).rank;
}

/** Every group of up to `most` hidden cells with fewer than `minN` businesses that a reader can compute. */
export function leaks(input: ProtectInput, hidden: readonly string[], most: number): readonly string[] {
  const sizes = new Map(input.cells.map(({ id, n }) => [id, n]));
  const found: string[] = [];
  const walk = (from: number, group: readonly string[], n: number): void => {
    if (group.length > 0 && computable(input.sums, hidden, group)) found.push(group.join(' + '));
    if (group.length === most) return;
    for (let at = from; at < hidden.length; at++) {
      const id = hidden[at] ?? '';
      const more = n + (sizes.get(id) ?? 0);
      if (more < input.minN) walk(at + 1, [...group, id], more);
    }
  };
  walk(0, [], 0);
  // A complement gives nothing away by itself, but one that can be computed hides nothing either.
  for (const id of hidden)
    if ((sizes.get(id) ?? 0) >= input.minN && computable(input.sums, hidden, [id])) found.push(id);
  return found;
}

/** Tells, exactly, whether a row of whole numbers is a combination of the given ones. */
export function spanOf(
  rows: readonly (readonly number[])[],
  width: number,
): (row: readonly number[]) => boolean {
  const exact = rows.map((row) => row.map((value) => fraction(BigInt(value), 1n)));
  const basis = echelon(exact, width);
  const leads = basis.rows
    .slice(0, basis.rank)
    .map((row) => ({ row, lead: row.findIndex(({ over }) => over !== 0n) }));
  return (asked) => {
    let left = asked.map((value) => fraction(BigInt(value), 1n));
    for (const { row, lead } of leads) {
      const factor = div(left[lead] ?? zero, row[lead] ?? zero);
      if (factor.over !== 0n) left = left.map((value, at) => less(value, mul(factor, row[at] ?? zero)));
    }
    return left.every(({ over }) => over === 0n);
  };
}
