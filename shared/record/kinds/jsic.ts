/** Looking things up in 日本標準産業分類 (JSIC, rev. 14): names by code, codes by name. */
import { comparisonKey } from '../../text/width.ts';
import { jsicLines, managementName } from './jsic-table.ts';

/** One class with its code: a letter (大分類), 2, 3 or 4 digits. A 細分類 carries the name of its 小分類. */
export interface IndustryClass {
  readonly code: string;
  readonly name: string;
}

interface Jsic {
  /** Names of 大・中・小分類 by code. */
  readonly names: ReadonlyMap<string, string>;
  /** All 細分類. */
  readonly details: ReadonlySet<string>;
  /** Letter of the 大分類 by 中分類. */
  readonly majorOf: ReadonlyMap<string, string>;
  /** Codes by the key of their name, the broadest first. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

const marks = /[、，,・･()（）]/g;

/** Key under which two spellings of an industry's name meet. */
export function industryKey(name: string): string {
  return comparisonKey(name).replace(marks, '');
}

let loaded: Jsic | undefined;

/** The classification, unpacked at first use. */
export function jsic(): Jsic {
  if (loaded !== undefined) return loaded;
  const names = new Map<string, string>();
  const details = new Set<string>();
  const majorOf = new Map<string, string>();
  let letter = '';
  for (const line of jsicLines().split('\n')) {
    const [head = '', ...minors] = line.split('|');
    const code = head.slice(0, head.indexOf(' '));
    names.set(code, head.slice(code.length + 1));
    if (code.length === 1) {
      letter = code;
      continue;
    }
    majorOf.set(code, letter);
    for (const part of minors) {
      const colon = part.indexOf(':');
      const minor = code + part.charAt(0);
      names.set(minor, part.slice(colon + 1) || managementName);
      for (const digit of part.slice(1, colon)) details.add(minor + digit);
    }
  }
  const byName = new Map<string, string[]>();
  const ordered = [...names].sort(([a], [b]) => a.length - b.length);
  for (const [code, name] of ordered) {
    const key = industryKey(name);
    const list = byName.get(key);
    if (list === undefined) byName.set(key, [code]);
    else list.push(code);
  }
  loaded = { names, details, majorOf, byName };
  return loaded;
}

/** True for a code of the classification: `E`, `09`, `091`, `0911`. */
export function isIndustryCode(code: string): boolean {
  const { names, details } = jsic();
  return names.has(code) || details.has(code);
}

/** Name of a class; a 細分類 answers with the name of its 小分類; '' for an unknown code. */
export function industryName(code: string): string {
  const { names, details } = jsic();
  return names.get(code) ?? (details.has(code) ? (names.get(code.slice(0, 3)) ?? '') : '');
}

/** Letter of the 大分類 that a code belongs to (`0911` → `E`), '' for an unknown code. */
export function industryMajor(code: string): string {
  if (code.length === 1) return jsic().names.has(code) ? code : '';
  return jsic().majorOf.get(code.slice(0, 2)) ?? '';
}

/**
 * Codes whose name is exactly this (width, blanks and marks aside), the broadest first. Where the codes lie one inside
 * the other (電気業: 33 and 331) only the broadest is given: they mean the same.
 */
export function industriesByName(name: string): readonly string[] {
  const codes = jsic().byName.get(industryKey(name)) ?? [];
  const broadest = codes[0];
  if (broadest !== undefined && codes.every((code) => code.startsWith(broadest))) return [broadest];
  return codes;
}
