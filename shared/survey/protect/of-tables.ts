/**
 * Cells and sums of the tables of one question: nested regions (会議所 ⊂ 都道府県 ⊂ ブロック ⊂ 全国), any further dimension, several tables
 * that share totals, and what an earlier edition of the same wave has already shown.
 */
import type { SurveyColumns } from '../columns.ts';
import type { GroupCounts } from '../count/count.ts';
import { type EarlierTables, earlierLayer } from './earlier.ts';
import type { HiddenWhy, ProtectCell, ProtectSum } from './model.ts';
import { protect } from './protect.ts';

export type { EarlierTables } from './earlier.ts';

/** Every option of `inner` lies in one option of `outer`. */
export interface Nesting {
  readonly inner: string;
  readonly outer: string;
  /** Option of `outer` by option of `inner`; −1 for one that no answer places, or that answers place twice. */
  readonly of: readonly number[];
  /** Options of `inner` that lie in no single one of `outer` (`apart.ts`). */
  readonly split?: readonly number[];
}

/** What of a count decides about hiding. */
export type TableOfN = Pick<GroupCounts, 'by' | 'groups' | 'n'> &
  // What was answered, where it is counted by options: answers that are all alike tell of each firm.
  Partial<Pick<GroupCounts, 'options' | 'counts'>>;

export interface TablesToProtect {
  /** All tables of one question that readers see together, of one wave. */
  readonly tables: readonly TableOfN[];
  readonly nesting: readonly Nesting[];
  readonly minN: number;
  /** Fewer answers than this that are all alike are hidden; absent: never. */
  readonly alikeBelow?: number;
  readonly earlier?: EarlierTables;
  /** Further cells to hide (by `cellId`), for instance those of `dominatedCells`. */
  readonly sensitive?: ReadonlyMap<string, HiddenWhy>;
  /**
   * Groups (`chamber=3`) of which the reader knows every answer, as a chamber does of its own businesses: nothing there can hide
   * anything else.
   */
  readonly known?: readonly string[];
}

export interface ProtectedTables {
  /** Why a group is hidden; undefined where it is shown. */
  why(by: readonly string[], group: readonly number[]): HiddenWhy | undefined;
  readonly small: number;
  readonly complement: number;
  /** Cells that readers can compute from an earlier edition whatever is hidden now. */
  readonly recoverable: readonly string[];
  /** To be kept with the edition: what its readers know from now on. */
  readonly shown: EarlierTables;
}

/** Reads from the answers in which option of `outer` each option of `inner` lies; undefined where one of the two is no dimension. */
export function nestingOf(columns: SurveyColumns, inner: string, outer: string): Nesting | undefined {
  const within = columns.columns.get(inner);
  const around = columns.columns.get(outer);
  if (within?.kind !== 'choice' || around?.kind !== 'choice') return undefined;
  const of = within.options.map(() => -1);
  const split = new Set<number>();
  for (let row = 0; row < columns.rows; row++) {
    const [low, high] = [within.codes[row] ?? -1, around.codes[row] ?? -1];
    if (low < 0) continue;
    // An answer with the one and without the other lies in no option of the outer dimension.
    if (high < 0 || (of[low] !== -1 && of[low] !== high)) split.add(low);
    of[low] = high;
  }
  for (const low of split) of[low] = -1;
  return { inner, outer, of, ...(split.size === 0 ? {} : { split: [...split].sort((a, b) => a - b) }) };
}

type Fixed = ReadonlyMap<string, number>;

/** The name of a cell: its dimensions in order, without regions that follow from a smaller one. */
function nameOf(fixed: Fixed): string {
  return [...fixed]
    .map(([key, option]) => `${key}=${option}`)
    .sort()
    .join('|');
}

/** What a group fixes, regions reduced to the smallest; undefined where it contradicts itself (会議所 A in another 都道府県). */
function fixedOf(
  by: readonly string[],
  group: readonly number[],
  nesting: readonly Nesting[],
): Fixed | undefined {
  const fixed = new Map<string, number>();
  by.forEach((key, at) => {
    const option = group[at] ?? -1;
    if (option >= 0) fixed.set(key, option);
  });
  const implied = new Set<string>();
  for (const [key, option] of fixed) {
    let [inner, inside] = [key, option];
    for (let link = above(nesting, inner); link !== undefined; link = above(nesting, inner)) {
      const outside = link.of[inside] ?? -1;
      const stated = fixed.get(link.outer);
      if (stated !== undefined && stated !== outside) return undefined;
      implied.add(link.outer);
      [inner, inside] = [link.outer, outside];
    }
  }
  for (const key of implied) fixed.delete(key);
  return fixed;
}

const above = (nesting: readonly Nesting[], key: string): Nesting | undefined =>
  nesting.find(({ inner }) => inner === key);

/** The id under which a group is known to `protectTables`. */
export function cellId(
  by: readonly string[],
  group: readonly number[],
  nesting: readonly Nesting[] = [],
): string {
  return nameOf(fixedOf(by, group, nesting) ?? new Map());
}

/** Decides for all tables of a question together what they may show. */
export function protectTables(input: TablesToProtect): ProtectedTables {
  const { nesting } = input;
  const layer = cellsOfTables(input.tables, nesting);
  const earlier = input.earlier === undefined ? undefined : earlierLayer(layer, input.earlier);
  const cells = [...layer.cells, ...(earlier?.cells ?? [])];
  const known = new Set(cells.map(({ id }) => id));
  const sensitive = new Map([...(input.sensitive ?? []), ...(earlier?.secret ?? [])]);
  const found = protect({
    cells,
    sums: [...layer.sums, ...(earlier?.sums ?? [])],
    minN: input.minN,
    ...(input.alikeBelow === undefined ? {} : { alikeBelow: input.alikeBelow }),
    published: new Set([...(earlier?.published ?? []), ...knownCells(layer, input.known ?? [])]),
    sensitive: new Map([...sensitive].filter(([id]) => known.has(id))),
  });
  const shown = layer.cells.filter(({ id }) => layer.printed.has(id));
  const hidden = shown.filter(({ id }) => found.hidden.has(id));
  const complement = hidden.filter(({ id }) => found.hidden.get(id) === 'complement').length;
  return {
    why: (by, group) => found.hidden.get(cellId(by, group, nesting)),
    small: hidden.length - complement,
    complement,
    recoverable: found.recoverable,
    shown: {
      cells: layer.cells.map(({ id, n }) => ({ id, n })),
      sums: layer.sums,
      hidden: layer.cells.flatMap(({ id }) => (found.hidden.has(id) ? [id] : [])),
    },
  };
}

/** Cells of which the reader knows every answer, with what is left of their totals. */
function knownCells({ cells }: TableCells, known: readonly string[]): readonly string[] {
  const own = new Set(known);
  return cells.flatMap(({ id }) => (id.split('|').some((part) => own.has(part)) ? [id] : []));
}

export interface TableCells {
  readonly cells: readonly ProtectCell[];
  readonly sums: readonly ProtectSum[];
  /** Cells that stand in a table; the others are what is left of a total beside its parts. */
  readonly printed: ReadonlySet<string>;
}

/** Cells and sums of tables that are read together. */
export function cellsOfTables(tables: readonly TableOfN[], nesting: readonly Nesting[]): TableCells {
  const fixed = new Map<string, Fixed>();
  const sizes = new Map<string, number>();
  const answers = new Map<string, readonly number[]>();
  const options = new Map<string, number>();
  for (const { by, groups, n, counts, options: { length } = [] } of tables)
    groups.forEach((group, at) => {
      by.forEach((key, place) => {
        options.set(key, Math.max(options.get(key) ?? 0, (group[place] ?? -1) + 1));
      });
      const own = fixedOf(by, group, nesting);
      if (own === undefined) return;
      const id = nameOf(own);
      const size = n[at] ?? 0;
      const known = sizes.get(id);
      if (known !== undefined && known !== size)
        throw new RangeError(`${id} has ${known} answers in one table and ${size} in another`);
      sizes.set(id, size);
      fixed.set(id, own);
      if (counts !== undefined) answers.set(id, [...counts.subarray(at * length, (at + 1) * length)]);
    });
  const printed = new Set(sizes.keys());
  const chains = chainsOf([...options.keys()], nesting);
  const sums: ProtectSum[] = [];
  const open = [...fixed].flatMap(([id, own]) => chains.map((chain) => ({ id, own, chain })));
  // What is left of one total is a cell that is a total in the other dimensions, so that sums are found in several rounds.
  for (let found = true; found; ) {
    found = false;
    for (const one of open.splice(0)) {
      const level = partsOf(one.own, one.chain, options, nesting).find(({ parts }) =>
        parts.every((part) => sizes.has(part)),
      );
      if (level === undefined) {
        open.push(one);
        continue;
      }
      found = true;
      const { parts, left } = level;
      const rest = (sizes.get(one.id) ?? 0) - parts.reduce((sum, part) => sum + (sizes.get(part) ?? 0), 0);
      if (rest < 0) throw new RangeError(`${one.id} has fewer answers than its parts`);
      const id = nameOf(left);
      if (!sizes.has(id)) for (const chain of chains) open.push({ id, own: left, chain });
      sizes.set(id, rest);
      const whole = answers.get(one.id);
      if (whole !== undefined)
        answers.set(
          id,
          whole.map((count, option) =>
            parts.reduce((sum, part) => sum - (answers.get(part)?.[option] ?? 0), count),
          ),
        );
      sums.push({ total: one.id, parts: [...parts, id] });
    }
  }
  const cells = [...sizes].map(([id, n]) => ({ id, n, alike: optionsOfAll(answers.get(id) ?? [], n) }));
  return { cells, sums, printed };
}

/** Options that each of n answers names. */
function optionsOfAll(counts: readonly number[], n: number): readonly number[] {
  return n === 0 ? [] : counts.flatMap((count, option) => (count === n ? [option] : []));
}

/** Dimensions as chains from the largest to the smallest region; one that is not nested is a chain of its own. */
function chainsOf(keys: readonly string[], nesting: readonly Nesting[]): readonly (readonly string[])[] {
  const ends = keys.filter(
    (key) => !nesting.some(({ outer, inner }) => outer === key && keys.includes(inner)),
  );
  return ends.map((end) => {
    const chain = [end];
    for (let link = above(nesting, end); link !== undefined; link = above(nesting, link.outer))
      chain.unshift(link.outer);
    return chain;
  });
}

/** Businesses that answered the question and not the dimension: nobody prints them, anybody can subtract. */
const unplaced = -2;

/** How the id of a cell names answers without a dimension. */
export const unplacedPart = (dimension: string): string => `${dimension}=${unplaced}`;

interface Level {
  readonly parts: readonly string[];
  /** What the total holds beside the parts. */
  readonly left: Fixed;
}

/** What a cell is the sum of along a chain: its parts on the next level down, or else on each level below that. */
function partsOf(
  own: Fixed,
  chain: readonly string[],
  options: ReadonlyMap<string, number>,
  nesting: readonly Nesting[],
): readonly Level[] {
  if (chain.some((key) => own.get(key) === unplaced)) return [];
  const at = chain.findIndex((key) => own.has(key));
  const from = chain[at];
  const others = new Map([...own].filter(([key]) => key !== from));
  return chain.slice(at + 1).flatMap((key) => {
    const count = options.get(key);
    if (count === undefined) return [];
    const inside = Array.from({ length: count }, (_, option) => option).filter(
      (option) => from === undefined || liesIn(key, option, from, nesting) === own.get(from),
    );
    const parts = inside.map((option) => nameOf(new Map([...others, [key, option]])));
    return [{ parts, left: new Map([...own, [key, unplaced]]) }];
  });
}

/** The option of `outer` around an option of `key`. */
function liesIn(key: string, option: number, outer: string, nesting: readonly Nesting[]): number {
  let [inner, inside] = [key, option];
  while (inner !== outer) {
    const link = above(nesting, inner);
    if (link === undefined) return -1;
    [inner, inside] = [link.outer, link.of[inside] ?? -1];
  }
  return inside;
}
