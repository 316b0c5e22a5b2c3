/** Places of the 47 prefectures as squares of a grid: roughly where they lie, no outline of anybody's. Rows of codes, `..` for sea. */
const rows: readonly string[] = [
  '.. .. .. .. .. .. .. .. .. .. .. 01 ..',
  '.. .. .. .. .. .. .. .. .. .. .. 02 ..',
  '.. .. .. .. .. .. .. .. .. .. 05 03 ..',
  '.. .. .. .. .. .. .. .. .. .. 06 04 ..',
  '.. .. .. .. .. .. .. .. 17 16 15 07 ..',
  '.. .. .. .. .. .. .. 18 21 20 10 09 08',
  '.. .. .. 32 31 28 26 25 23 19 11 13 12',
  '.. .. 35 34 33 .. 27 29 24 22 14 .. ..',
  '40 44 .. .. .. .. 30 .. .. .. .. .. ..',
  '41 43 45 .. 38 37 .. .. .. .. .. .. ..',
  '42 46 .. .. 39 36 .. .. .. .. .. .. ..',
  '47 .. .. .. .. .. .. .. .. .. .. .. ..',
];

export interface Tile {
  readonly code: string;
  /** Both from 1, as a grid counts. */
  readonly column: number;
  readonly row: number;
}

/** In the order of their codes, which is also how one reads them: north to south. */
export const tiles: readonly Tile[] = rows
  .flatMap((line, row) =>
    line.split(' ').map((code, column): Tile => ({ code, column: column + 1, row: row + 1 })),
  )
  .filter(({ code }) => code !== '..')
  .sort((a, b) => (a.code < b.code ? -1 : 1));

/** How full a square is drawn: 0 nothing, 4 all, and three steps between. */
export function stepOf(done: number, total: number): 0 | 1 | 2 | 3 | 4 {
  if (total === 0 || done === 0) return 0;
  if (done >= total) return 4;
  const share = done / total;
  return share < 1 / 3 ? 1 : share < 2 / 3 ? 2 : 3;
}

/** 東京都 → 東京, so that it fits; 北海道 stays. */
export const shortName = (name: string): string => (name === '北海道' ? name : name.replace(/[都府県]$/, ''));
