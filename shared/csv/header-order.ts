/** Two header rows compared: what moved, what came, what went, and what a missing one may be called now. */
import type { Catalogue } from '../fields/catalogue.ts';
import { createHeaderMatcher } from './learn/headers.ts';

export interface MovedColumn {
  readonly header: string;
  /** Places from 0. */
  readonly from: number;
  readonly to: number;
}

export interface RenamedColumn {
  readonly before: string;
  readonly after: string;
  /** Field of the column, '' where it has none. */
  readonly key: string;
  /** `meaning`: the new header means the same field; `place`: it stands where the old one stood. Never taken by guess. */
  readonly by: 'meaning' | 'place';
}

export interface HeaderDrift {
  /** The fewest columns that have to be moved to turn one order into the other. */
  readonly moved: readonly MovedColumn[];
  readonly renamed: readonly RenamedColumn[];
  /** Headers that only the new row has, without those that are renamed ones. */
  readonly appeared: readonly string[];
  /** Headers that only the old row has, without renamed ones. */
  readonly disappeared: readonly string[];
}

/** A header as compared: without a byte order mark and outer spaces. */
export const bareHeader = (text: string): string => text.replace(/^\ufeff/, '').trim();

/** Places of a longest increasing subsequence. */
function longestIncreasing(numbers: readonly number[]): ReadonlySet<number> {
  /** Place of the least last number of a run of each length. */
  const ends: number[] = [];
  const before = new Array<number>(numbers.length).fill(-1);
  numbers.forEach((number, at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[at] = ends[low - 1] ?? -1;
    ends[low] = at;
  });
  const kept = new Set<number>();
  for (let at = ends[ends.length - 1] ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at);
  return kept;
}

/**
 * Compares the header that a layout expects with that of a file. Blank headers do not count; of a header that stands
 * twice the first counts.
 * @param keyOf field key that a header of the old row has, '' for none
 */
export function compareHeaders(
  old: readonly string[],
  fresh: readonly string[],
  keyOf: (header: string) => string,
  catalogue: Catalogue,
): HeaderDrift {
  const places = (headers: readonly string[]): Map<string, number> => {
    const found = new Map<string, number>();
    headers.map(bareHeader).forEach((header, at) => {
      if (header !== '' && !found.has(header)) found.set(header, at);
    });
    return found;
  };
  const before = places(old);
  const after = places(fresh);
  const common = [...before].filter(([header]) => after.has(header));
  const kept = longestIncreasing(common.map(([header]) => after.get(header) ?? 0));
  const moved = common
    .map(([header, from]) => ({ header, from, to: after.get(header) ?? 0 }))
    .filter((_, at) => !kept.has(at));
  const gone = new Set([...before.keys()].filter((header) => !after.has(header)));
  const come = new Set([...after.keys()].filter((header) => !before.has(header)));
  const renamed: RenamedColumn[] = [];
  const take = (from: string, to: string, by: RenamedColumn['by']): void => {
    renamed.push({ before: from, after: to, key: keyOf(from), by });
    gone.delete(from);
    come.delete(to);
  };
  if (gone.size > 0 && come.size > 0) {
    const match = createHeaderMatcher(catalogue);
    for (const from of [...gone]) {
      const key = keyOf(from);
      const to = key === '' ? undefined : [...come].find((header) => match(header)[0]?.key === key);
      if (to !== undefined) take(from, to, 'meaning');
    }
    if (old.length === fresh.length) {
      for (const from of [...gone]) {
        const to = bareHeader(fresh[before.get(from) ?? -1] ?? '');
        if (come.has(to)) take(from, to, 'place');
      }
    }
  }
  return { moved, renamed, appeared: [...come], disappeared: [...gone] };
}
