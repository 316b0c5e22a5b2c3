/** Reads dates as people write them in Japan: 西暦 and 和暦, with kanji, marks or nothing between the parts. */
import { foldKanjiDigits } from './amount.ts';
import { foldHyphens } from './hyphen.ts';
import { foldAscii } from './width.ts';

/** Parts of a date as written; month and day are 0 where they were not written. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Name of the era when it was written in 和暦. */
  readonly era: string;
  readonly eraYear: number;
}

interface Era {
  readonly name: string;
  readonly letters: string;
  /** First and last day, `YYYYMMDD` as a number. */
  readonly first: number;
  readonly last: number;
}

/**
 * The eras since 1868, last first. The day of change counts to both where both were in use for it (1912-07-30,
 * 1926-12-25); 1989 and 2019 changed at midnight (元号を改める政令, 昭和64年政令1号 and 平成31年政令143号).
 */
const eras: readonly Era[] = [
  { name: '令和', letters: '令R', first: 20190501, last: 99991231 },
  { name: '平成', letters: '平H', first: 19890108, last: 20190430 },
  { name: '昭和', letters: '昭S', first: 19261225, last: 19890107 },
  { name: '大正', letters: '大T', first: 19120730, last: 19261225 },
  { name: '明治', letters: '明M', first: 18680125, last: 19120730 },
];
/** 元年 of the older eras, by the usual year tables: only for years, the calendar was another one. */
const olderEras: Readonly<Record<string, readonly [first: number, years: number]>> = {
  慶長: [1596, 20],
  元和: [1615, 10],
  寛永: [1624, 21],
  正保: [1644, 5],
  慶安: [1648, 5],
  承応: [1652, 4],
  明暦: [1655, 4],
  万治: [1658, 4],
  寛文: [1661, 13],
  延宝: [1673, 9],
  天和: [1681, 4],
  貞享: [1684, 5],
  元禄: [1688, 17],
  宝永: [1704, 8],
  正徳: [1711, 6],
  享保: [1716, 21],
  元文: [1736, 6],
  寛保: [1741, 4],
  延享: [1744, 5],
  寛延: [1748, 4],
  宝暦: [1751, 14],
  明和: [1764, 9],
  安永: [1772, 10],
  天明: [1781, 9],
  寛政: [1789, 13],
  享和: [1801, 4],
  文化: [1804, 15],
  文政: [1818, 13],
  天保: [1830, 15],
  弘化: [1844, 5],
  嘉永: [1848, 7],
  安政: [1854, 7],
  万延: [1860, 2],
  文久: [1861, 4],
  元治: [1864, 2],
  慶応: [1865, 4],
  慶應: [1865, 4],
};
const squareEras: Readonly<Record<string, string>> = {
  '㍾': '明治',
  '㍽': '大正',
  '㍼': '昭和',
  '㍻': '平成',
  '㋿': '令和',
};

const time = /[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?$/;
const weekday = /\([月火水木金土日](?:曜日?)?\)$|[月火水木金土日]曜日?$/;
const eraHead = /^(明治|大正|昭和|平成|令和|[明大昭平令MTSHR]\.?)(元|[0-9]{1,2})(.*)$/;
const compactEra = /^(明治|大正|昭和|平成|令和|[明大昭平令MTSHR])([0-9]{2})([0-9]{2})([0-9]{2})?$/;
const olderHead = /^([\u4E00-\u9FFF]{2})(元|[0-9]{1,2})年?$/;
const gregorianHead = /^([0-9]{4})(.*)$/;
const compactGregorian = /^([0-9]{4})([0-9]{2})([0-9]{2})?$/;
/** What may follow the year: nothing, 年, or month and perhaps day behind 年 or one kind of mark. */
const restKanji = /^年([0-9]{1,2})(?:月(?:([0-9]{1,2})日?)?)?$/;
const restMarks = /^([-/.])([0-9]{1,2})(?:\1([0-9]{1,2}))?\.?$/;

/** Turns 十-style numerals of a date (`三十一`, `十二`) into digits. */
function foldTens(text: string): string {
  return text.replace(
    /([0-9])?十([0-9])?/g,
    (_, tens?: string, ones?: string) => `${tens ?? '1'}${ones ?? '0'}`,
  );
}

/** The text in ASCII digits and marks, without blanks; kanji numerals become digits. */
export function foldDateText(typed: string): string {
  let text = foldAscii(typed).replace(/[㍻㍼㍽㍾㋿]/g, (c) => squareEras[c] ?? c);
  text = text.trim().replace(time, '').replace(weekday, '');
  text = foldTens(foldKanjiDigits(text))
    .replace(/([0-9]) (?=[0-9])/g, '$1/')
    .replace(/ /g, '');
  return foldHyphens(text)
    .replace(/[・･。]/g, '.')
    .toUpperCase()
    .replace(/^西暦/, '')
    .replace(/^\(西暦\)/, '');
}

function findEra(name: string): Era | undefined {
  const bare = name.replace('.', '');
  for (const era of eras) if (era.name === bare || era.letters.includes(bare)) return era;
  return undefined;
}

/** Month and day as written behind the year, '' where they are not; undefined when the rest is no date. */
function split(rest: string): readonly [month: string, day: string] | undefined {
  if (rest === '' || rest === '年') return ['', ''];
  const found = restKanji.exec(rest);
  if (found !== null) return [found[1] ?? '', found[2] ?? ''];
  const marks = restMarks.exec(rest);
  return marks === null ? undefined : [marks[2] ?? '', marks[3] ?? ''];
}

/** Days of a month, Gregorian. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Year, month and day as written in the older eras, which only years are taken from. */
function readOlderYear(text: string): DateParts | undefined {
  const found = olderHead.exec(text);
  const name = found?.[1] ?? '';
  const era = olderEras[name];
  if (found === null || era === undefined) return undefined;
  const eraYear = found[2] === '元' ? 1 : Number(found[2]);
  if (eraYear < 1 || eraYear > era[1]) return undefined;
  return { year: era[0] + eraYear - 1, month: 0, day: 0, era: name, eraYear };
}

function checked(
  year: number,
  parts: readonly [month: string, day: string] | undefined,
  era: string,
  eraYear: number,
): DateParts | undefined {
  if (parts === undefined || year < 1000) return undefined;
  const month = Number(parts[0]);
  const day = Number(parts[1]);
  if (parts[0] !== '' && (month < 1 || month > 12)) return undefined;
  if (parts[1] !== '' && (day < 1 || day > daysInMonth(year, month))) return undefined;
  return { year, month, day, era, eraYear };
}

/**
 * Reads a date, a month or a year. Undefined for anything else: two-digit Gregorian years, serial numbers of
 * spreadsheets, day-first and month-first orders, impossible days. Whether an era held the date: `eraCorrection`.
 */
export function parseDate(typed: string): DateParts | undefined {
  if (typed.length > 40) return undefined;
  const text = foldDateText(typed);
  const plain = compactGregorian.exec(text);
  if (plain !== null) return checked(Number(plain[1]), [plain[2] ?? '', plain[3] ?? ''], '', 0);
  const compact = compactEra.exec(text);
  const head = compact ?? eraHead.exec(text);
  const era = head === null ? undefined : findEra(head[1] ?? '');
  if (head !== null && era !== undefined) {
    const eraYear = head[2] === '元' ? 1 : Number(head[2]);
    if (eraYear === 0) return undefined;
    const year = Math.floor(era.first / 10000) + eraYear - 1;
    const parts = compact === null ? split(head[3] ?? '') : ([head[3] ?? '', head[4] ?? ''] as const);
    return checked(year, parts, era.name, eraYear);
  }
  const gregorian = gregorianHead.exec(text);
  if (gregorian === null) return readOlderYear(text);
  return checked(Number(gregorian[1]), split(gregorian[2] ?? ''), '', 0);
}

function asNumber(parts: DateParts, openMonth: number, openDay: number): number {
  const month = parts.month === 0 ? openMonth : parts.month;
  return parts.year * 10000 + month * 100 + (parts.day === 0 ? openDay : parts.day);
}

/**
 * For a date written in an era that did not hold it (平成31年5月1日, 令和元年4月): the same date in its own era, as it would be
 * written. Undefined when era and date agree.
 */
export function eraCorrection(parts: DateParts): string | undefined {
  const era = eras.find((e) => e.name === parts.era);
  if (era === undefined) return undefined;
  const earliest = asNumber(parts, 1, 1);
  const latest = asNumber(parts, 12, 31);
  if (latest >= era.first && earliest <= era.last) return undefined;
  const own = eras.find((e) => latest >= e.first && earliest <= e.last);
  const ownYear = own === undefined ? 0 : parts.year - Math.floor(own.first / 10000) + 1;
  const yearText = own === undefined ? `${parts.year}` : `${own.name}${ownYear === 1 ? '元' : ownYear}`;
  const monthText = parts.month === 0 ? '' : `${parts.month}月`;
  return `${yearText}年${monthText}${parts.day === 0 ? '' : `${parts.day}日`}`;
}
