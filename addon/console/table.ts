/** Which chambers the table shows, and in which order. Pure. */
import type { ConsoleRow, ConsoleView } from '../view/console-protocol.ts';
import { partNames, type StateId, stateFaces, stateIds } from '../view/console-words.ts';

/** What the figures of the overview lead to. */
export const looks = ['', 'drift', 'deferred', 'silent', 'unreported', 'trouble'] as const;
export type Look = (typeof looks)[number];

export const lookLabels: Readonly<Record<Look, string>> = {
  '': 'すべて',
  trouble: '失敗した',
  drift: '日商のひな型と違うところがある',
  deferred: '見送り中',
  silent: '2日以上報告がない',
  unreported: '一度も報告がない',
};

export interface Filter {
  readonly text: string;
  readonly prefecture: string;
  /** Ring id; `*` for all, since '' is the ring of those in none. */
  readonly ring: string;
  readonly state: StateId | '';
  readonly version: string;
  readonly look: Look;
  /** Code of what went wrong, '' for all. */
  readonly reason: string;
}

export const everything: Filter = {
  text: '',
  prefecture: '',
  ring: '*',
  state: '',
  version: '',
  look: '',
  reason: '',
};

export const columns = [
  'name',
  'prefecture',
  'ring',
  'state',
  'version',
  'own',
  'conflicts',
  'waiting',
  'at',
] as const;
export type Column = (typeof columns)[number];

export interface Sort {
  /** null: in the order of JCCI's list. */
  readonly column: Column | null;
  readonly isDown: boolean;
}

/** Widths and cases of letters do not matter to whoever searches. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

const hasLook: Readonly<Record<Look, (row: ConsoleRow) => boolean>> = {
  '': () => true,
  drift: ({ own, conflicts, waiting }) => own > 0 || conflicts > 0 || waiting > 0,
  deferred: ({ deferral }) => deferral !== '',
  silent: ({ isSilent }) => isSilent,
  unreported: ({ at }) => at === '',
  trouble: ({ state }) => stateFaces[state].part === 'trouble',
};

export function filtered({ rows }: Pick<ConsoleView, 'rows'>, filter: Filter): readonly ConsoleRow[] {
  const words = folded(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter((row) => {
    if (filter.prefecture !== '' && row.prefecture !== filter.prefecture) return false;
    if (filter.ring !== '*' && row.ring !== filter.ring) return false;
    if (filter.state !== '' && row.state !== filter.state) return false;
    if (filter.version !== '' && row.version !== filter.version) return false;
    if (filter.reason !== '' && row.reason !== filter.reason) return false;
    if (!hasLook[filter.look](row)) return false;
    const text = folded(`${row.name} ${row.code}`);
    return words.every((word) => text.includes(word));
  });
}

const order: ReadonlyMap<StateId, number> = new Map(stateIds.map((id, at) => [id, at]));

function keyOf(row: ConsoleRow, column: Column, rings: ReadonlyMap<string, number>): string | number {
  if (column === 'state') return order.get(row.state) ?? partNames.length;
  if (column === 'ring') return rings.get(row.ring) ?? rings.size;
  if (column === 'version') return row.version.replace(/\d+/g, (digits) => digits.padStart(4, '0'));
  return row[column];
}

/** Sorted; chambers that are alike stay in the order of the list. */
export function sorted(
  rows: readonly ConsoleRow[],
  { column, isDown }: Sort,
  rings: ConsoleView['rings'],
): readonly ConsoleRow[] {
  if (column === null) return rows;
  const places = new Map(rings.map(({ id }, at) => [id, at]));
  const keyed = rows.map((row, at) => ({ row, at, key: keyOf(row, column, places) }));
  keyed.sort((a, b) => {
    const by =
      typeof a.key === 'string' && typeof b.key === 'string'
        ? a.key.localeCompare(b.key, 'ja')
        : Number(a.key) - Number(b.key);
    return (isDown ? -by : by) || a.at - b.at;
  });
  return keyed.map(({ row }) => row);
}

/** The next order after a press on a header: up, down, and as in the list. */
export function pressed({ column, isDown }: Sort, wanted: Column): Sort {
  if (column !== wanted) return { column: wanted, isDown: false };
  return isDown ? { column: null, isDown: false } : { column, isDown: true };
}
