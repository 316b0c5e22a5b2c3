/**
 * Which businesses count as 商業 or サービス業 for the threshold of five employees (商工会議所法7条2項1号). The Act
 * does not define it by JSIC; this table is a working rule after the split that small-business law uses, applied to
 * JSIC rev. 14. A chamber may put its own list in its place, and staff may override a single business.
 */

import { isIndustryCode } from '../record/kinds/jsic.ts';

/** `true` 商業・サービス業, `false` その他, `null` not decidable from this code. */
export type IndustryGroup = boolean | null;

/**
 * Middle classes (two digits) and, where one is split, its small classes (three digits): 41 (映像・音声・文字情報制作) without
 * 新聞 and 出版, 69 (不動産賃貸・管理) only 駐車場, 79 (その他の生活関連サービス) without 旅行.
 */
const commerceService: readonly string[] = [
  ...['50', '51', '52', '53', '54', '55'], // 卸売
  ...['56', '57', '58', '59', '60', '61', '76', '77'], // 小売と飲食
  ...['38', '39', '411', '412', '415', '416', '693', '70', '71', '72', '73', '74', '75', '78'],
  ...['790', '792', '793', '794', '795', '796', '799', '80', '81', '82', '83', '84', '85', '86', '87'],
  ...['88', '89', '90', '91', '92', '93', '94', '95', '96'],
];

/** Middle classes of each major class of JSIC rev. 14, first and last. */
const majors: Readonly<Record<string, readonly [number, number]>> = {
  A: [1, 2],
  B: [3, 4],
  C: [5, 5],
  D: [6, 8],
  E: [9, 32],
  F: [33, 36],
  G: [37, 41],
  H: [42, 49],
  I: [50, 61],
  J: [62, 67],
  K: [68, 70],
  L: [71, 74],
  M: [75, 77],
  N: [78, 80],
  O: [81, 82],
  P: [83, 85],
  Q: [86, 87],
  R: [88, 96],
  S: [97, 98],
  T: [99, 99],
};

function middlesOf(code: string): readonly string[] {
  const range = majors[code];
  if (range === undefined) return [code];
  const middles: string[] = [];
  for (let n = range[0]; n <= range[1]; n++) middles.push(String(n).padStart(2, '0'));
  return middles;
}

/** Expands major letters of a chamber's own list into middle classes; the codes there are (`A`–`T`, two to four digits). */
export function expandIndustries(codes: readonly string[]): readonly string[] {
  return codes.flatMap((code) => middlesOf(code.toUpperCase()));
}

/**
 * Group of an industry code (major letter, or two to four digits). Anything that is no code of the classification is
 * not decidable.
 * @param own the chamber's list in place of the table, or null
 */
export function industryGroup(code: string, own: readonly string[] | null = null): IndustryGroup {
  if (!isIndustryCode(code)) return null;
  const listed = own === null ? commerceService : expandIndustries(own);
  const groups = middlesOf(code).map((middle): IndustryGroup => {
    if (listed.some((entry) => middle.startsWith(entry))) return true;
    return listed.some((entry) => entry.startsWith(middle)) ? null : false;
  });
  if (groups.every((group) => group === true)) return true;
  return groups.every((group) => group === false) ? false : null;
}
