/**
 * An earlier edition of the same wave (速報, a report before late answers came in): its readers subtract. Where one firm answered
 * late, new total − old total is that firm.
 */
import type { HiddenWhy, ProtectCell, ProtectSum } from './model.ts';

/** What an edition showed and hid; kept with it, plain data. A cell that is not hidden counts as known. */
export interface EarlierTables {
  readonly cells: readonly ProtectCell[];
  readonly sums: readonly ProtectSum[];
  readonly hidden: readonly string[];
}

export interface EarlierLayer {
  readonly cells: readonly ProtectCell[];
  readonly sums: readonly ProtectSum[];
  readonly published: ReadonlySet<string>;
  readonly secret: ReadonlyMap<string, HiddenWhy>;
}

const old = (id: string): string => `earlier:${id}`;

/** The earlier edition as cells and sums beside those of now, and the difference of each cell as a cell of its own. */
export function earlierLayer(
  now: { readonly cells: readonly ProtectCell[] },
  { cells: before, sums: sumsBefore, hidden }: EarlierTables,
): EarlierLayer {
  const secret = new Set(hidden);
  const published = new Set(before.flatMap(({ id }) => (secret.has(id) ? [] : [old(id)])));
  const known = new Map(before.map(({ id, n }) => [id, n]));
  const cells: ProtectCell[] = before.map(({ id, n }) => ({ id: old(id), n }));
  const sums: ProtectSum[] = sumsBefore.map(({ total, parts }) => ({
    total: old(total),
    parts: parts.map(old),
  }));
  for (const { id, n } of now.cells) {
    const size = known.get(id);
    if (size === undefined) continue;
    // As many answers as before are taken to be the same answers.
    if (size === n) {
      if (secret.has(id)) sums.push({ total: id, parts: [old(id)] });
      else published.add(id);
      continue;
    }
    const change = `change:${id}`;
    cells.push({ id: change, n: Math.abs(n - size) });
    sums.push(n > size ? { total: id, parts: [old(id), change] } : { total: old(id), parts: [id, change] });
  }
  return { cells, sums, published, secret: new Map(hidden.map((id) => [old(id), 'small'])) };
}
