/** What a line begins with: the number of a division, an article, a paragraph or an item, or none of these. */
import { foldAscii } from '../text/width.ts';
import {
  aiueoOrder,
  branchPattern,
  circledNumber,
  irohaOrder,
  numeralPattern,
  readBranched,
  readNumeral,
  romanNumber,
} from './numerals.ts';

export type DivisionKind = 'part' | 'chapter' | 'section-of-chapter' | 'subsection';
/** How a numbered line below an article is counted. */
export type ListStyle =
  | 'arabic'
  | 'circled'
  | 'kanji'
  | 'paren-arabic'
  | 'paren-kanji'
  | 'iroha'
  | 'aiueo'
  | 'alpha'
  | 'roman';

export interface ListLabel {
  readonly style: ListStyle;
  readonly value: number;
  /** As an address shows it below 号: イ, (1), ①. */
  readonly shown: string;
  /** 枝番 of a 号: `3の2`; else the value. */
  readonly branched: string;
  readonly rest: string;
}

const divisionKinds: Readonly<Record<string, DivisionKind>> = {
  編: 'part',
  章: 'chapter',
  節: 'section-of-chapter',
  款: 'subsection',
  目: 'subsection',
};

const spaces = /^[\s\u3000]+|[\s\u3000]+$/g;
export const trimLine = (text: string): string => text.replace(spaces, '');

const divisionLine = new RegExp(
  `^第(${numeralPattern}${branchPattern}*)([編章節款目])(?:[\\s\\u3000]+(.*)|([（(【].*)|$)`,
);

export interface DivisionLabel {
  readonly kind: DivisionKind;
  readonly number: string;
  /** `第2章`, `第1目`. */
  readonly shown: string;
  readonly heading: string;
}

export function divisionLabel(text: string): DivisionLabel | null {
  const found = divisionLine.exec(text);
  if (found === null || text.length > 80 || /[。]/.test(text)) return null;
  const number = readBranched(found[1] ?? '');
  const kind = divisionKinds[found[2] ?? ''];
  if (number === null || kind === undefined) return null;
  return {
    kind,
    number,
    shown: numbered(number, found[2] ?? ''),
    heading: unbracketed(trimLine(found[3] ?? found[4] ?? '')),
  };
}

/** `10の2`, 条 → `第10条の2`. */
export function numbered(number: string, unit: string): string {
  const [first = '', ...branches] = number.split('の');
  return `第${first}${unit}${branches.map((branch) => `の${branch}`).join('')}`;
}

/** Between an article's number and its text: a reference goes on without a gap. */
const articleLine = new RegExp(
  `^第(${numeralPattern})条(${branchPattern}*)(?:(?:から|及び|、|・|～|〜|－|-)第(${numeralPattern})条(${branchPattern}*)(?:まで)?(?=[\\s\\u3000]*削除))?([\\s\\u3000]*)(.*)$`,
);
const goesOn =
  /^(?:[のにをはがへもやと、。，・第及又並若]|から|まで|中|各|本文|ただし書|前段|後段|関係|例|文)/;

export interface ArticleLabel {
  readonly number: string;
  /** Of 第10条から第12条まで: the last. */
  readonly last: string;
  readonly rest: string;
}

export function articleLabel(text: string): ArticleLabel | null {
  const found = articleLine.exec(text);
  if (found === null) return null;
  const number = readBranched(`${found[1]}${found[2] ?? ''}`);
  if (number === null) return null;
  const rest = found[6] ?? '';
  if (goesOn.test(rest) && (found[5] ?? '') === '') return null;
  // A line that a page broke: 「第五条　の規定による」.
  if (/^[のをにはが、。]/.test(rest)) return null;
  const last = found[3] === undefined ? number : readBranched(`${found[3]}${found[4] ?? ''}`);
  return { number, last: last ?? number, rest };
}

const listPatterns: readonly {
  readonly style: ListStyle;
  readonly pattern: RegExp;
  readonly value: (label: string) => number | null;
  readonly shown: (value: number, label: string) => string;
}[] = [
  {
    style: 'paren-arabic',
    pattern: /^[（(]([0-9０-９]{1,3})[）)]/,
    value: readNumeral,
    shown: (value) => `(${value})`,
  },
  {
    style: 'paren-kanji',
    pattern: /^[（(]([一二三四五六七八九十]{1,3})[）)]/,
    value: readNumeral,
    shown: (value) => `(${value})`,
  },
  {
    style: 'paren-arabic',
    pattern: /^([\u2474-\u2487])/u,
    value: (label) => (label.codePointAt(0) ?? 0) - 0x2474 + 1,
    shown: (value) => `(${value})`,
  },
  {
    style: 'circled',
    pattern: /^([\u2460-\u2473\u3251-\u325f\u32b1-\u32bf])/u,
    value: circledNumber,
    shown: (_value, label) => label,
  },
  {
    style: 'arabic',
    pattern: /^([0-9０-９]{1,3})(?:[\s\u3000]+|[．、](?![0-9０-９])|\.(?![0-9０-９])|$)/,
    value: readNumeral,
    shown: (value) => `(${value})`,
  },
  {
    style: 'kanji',
    pattern: /^([一二三四五六七八九十百]{1,5}(?:の[二三四五六七八九十]{1,3})*)(?:[\s\u3000]+|[．、.]|$)/,
    value: (label) => readNumeral(label.split('の')[0] ?? ''),
    shown: (value) => `(${value})`,
  },
  {
    style: 'iroha',
    pattern:
      /^[（(]?([イロハニホヘトチリヌルヲワカヨタレソツネナラム])(?:[）)][\s\u3000]*|[\s\u3000]+|[．、.]|$)/,
    value: (label) => irohaOrder.indexOf(label) + 1,
    shown: (_value, label) => label,
  },
  {
    style: 'aiueo',
    pattern: /^[（(]?([ア-ノ])(?:[）)][\s\u3000]*|[\s\u3000]+|[．、.]|$)/,
    value: (label) => (aiueoOrder.indexOf(label) < 0 ? null : aiueoOrder.indexOf(label) + 1),
    shown: (_value, label) => label,
  },
  {
    style: 'alpha',
    pattern: /^[（(]?([a-zａ-ｚ])(?:[）)][\s\u3000]*|[\s\u3000]+|[．、.])/,
    value: (label) => foldAscii(label).charCodeAt(0) - 0x60,
    shown: (_value, label) => foldAscii(label),
  },
  {
    style: 'roman',
    pattern: /^([\u2160-\u216b]|[IVX]{1,4})(?:[\s\u3000]+|[．、.]|$)/,
    value: romanNumber,
    shown: (value) => `(${value})`,
  },
];

/** All readings of a numbered line (イ is the first of イロハ and the second of アイウ), the likelier first. */
export function listLabels(text: string): readonly ListLabel[] {
  const found: ListLabel[] = [];
  for (const { style, pattern, value, shown } of listPatterns) {
    const match = pattern.exec(text);
    const label = match?.[1];
    if (match === null || label === undefined) continue;
    const number = value(label);
    if (number === null || number < 1) continue;
    const rest = trimLine(text.slice(match[0].length));
    const branched = style === 'kanji' ? (readBranched(label) ?? String(number)) : String(number);
    found.push({ style, value: number, shown: shown(number, label), branched, rest });
  }
  return found;
}

/** Words in brackets and nothing else: a 見出し, without its brackets; null for another line. */
export function bracketedHeading(text: string): string | null {
  const found = /^(?:（([^（）]*(?:（[^（）]*）[^（）]*)*)）|\(([^()]*)\)|【([^【】]*)】)$/.exec(text);
  const heading = found?.[1] ?? found?.[2] ?? found?.[3];
  if (heading === undefined || heading.length > 60 || heading === '' || heading.includes('。')) return null;
  return trimLine(heading);
}

/** A 見出し at the beginning of a text: `（目的）この規程は` → 目的 and the rest; null where there is none. */
export function leadingHeading(text: string): { readonly heading: string; readonly rest: string } | null {
  const found = /^(?:（([^（）。]{1,40})）|\(([^()。]{1,40})\)|【([^【】。]{1,40})】)[\s\u3000]*(.*)$/s.exec(
    text,
  );
  const heading = found?.[1] ?? found?.[2] ?? found?.[3];
  return heading === undefined ? null : { heading: trimLine(heading), rest: found?.[4] ?? '' };
}

export function unbracketed(text: string): string {
  return bracketedHeading(text) ?? text;
}
