/** Invented register rows for the benches of bytes and tables: wide, mostly Japanese, a quoted cell here and there. */
import { random } from './answers.ts';

const names = [
  '株式会社髙橋製作所',
  '有限会社見本商店',
  '山川工務店',
  '合同会社大空企画',
  '石橋印刷株式会社',
];
const towns = ['東京都千代田区丸の内', '新潟県新潟市中央区', '群馬県高崎市', '埼玉県飯能市', '静岡県三島市'];

/** Rows of `columns` cells: names, addresses, numbers, dates, empty cells in the proportions of a real register. */
export function registerRows(count: number, columns: number, seed = 11): string[][] {
  const pick = random(seed);
  const cell = (row: number, column: number): string => {
    const kind = column % 8;
    if (kind === 0) return String(row + 1).padStart(7, '0');
    if (kind === 1) return `${names[pick(names.length)]}${row}`;
    if (kind === 2) return `${towns[pick(towns.length)]}${1 + pick(9)}-${1 + pick(30)}`;
    if (kind === 3) return `0${1 + pick(9)}-${1000 + pick(9000)}-${1000 + pick(9000)}`;
    if (kind === 4) return `${1950 + pick(70)}/0${1 + pick(9)}/1${pick(9)}`;
    if (kind === 5) return String(pick(100_000_000));
    if (kind === 6) return pick(3) === 0 ? '卸売,小売および"通信販売"' : '金属製品の製造';
    return '';
  };
  return Array.from({ length: count }, (_, row) => Array.from({ length: columns }, (_, c) => cell(row, c)));
}
