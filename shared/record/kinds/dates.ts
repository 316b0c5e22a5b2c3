/** 年月日, 年月, 年, 月: read from 西暦 or 和暦, kept as `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, `1`–`12`. */

import { type DateParts, eraCorrection, foldDateText, parseDate } from '../../text/japanese-date.ts';
import { foldAscii } from '../../text/width.ts';
import type { Kind, KindSink } from '../kind.ts';

const canonicalDate = /^[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])$/;
const canonicalMonth = /^[12][0-9]{3}-(?:0[1-9]|1[0-2])$/;
const canonicalYear = /^[12][0-9]{3}$/;
const canonicalMonthOfYear = /^(?:[1-9]|1[0-2])$/;
/** Words around a date that a person may take away. */
const remark = /(?:創業|設立|開業|創立|開始|頃|ごろ|ころ|生|より|から)+$|^(?:創業|設立|開業|創立)[:：]?/g;

function pad(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function datePart(parts: DateParts): string {
  return parts.day === 0 ? '' : `${parts.year}-${pad(parts.month)}-${pad(parts.day)}`;
}
function monthPart(parts: DateParts): string {
  return parts.month === 0 ? '' : `${parts.year}-${pad(parts.month)}`;
}
function yearPart(parts: DateParts): string {
  return `${parts.year}`;
}

function read(
  typed: string,
  today: string,
  part: (parts: DateParts) => string,
  surplus: (parts: DateParts) => boolean,
  sink: KindSink,
): string {
  const parts = parseDate(typed);
  const value = parts === undefined ? '' : part(parts);
  if (parts === undefined || value === '') {
    const inner = typed.length > 60 ? typed : typed.replace(remark, '');
    const again = inner === typed ? undefined : parseDate(inner);
    const proposal = again === undefined || eraCorrection(again) !== undefined ? '' : part(again);
    sink.issue('date.format', 'error', undefined, proposal);
    return typed;
  }
  const correction = eraCorrection(parts);
  if (correction !== undefined) {
    sink.issue('date.format', 'error', { era: parts.era }, correction);
    return typed;
  }
  if (value > today.slice(0, value.length)) {
    sink.issue('date.future', 'error', { today });
    return typed;
  }
  if (value !== typed) {
    if (foldAscii(typed) !== typed) sink.rule('width');
    if (parts.era !== '') sink.rule('era');
    sink.rule(surplus(parts) ? 'date-part' : 'date-format');
  }
  return value;
}

function never(): boolean {
  return false;
}
function hasDay(parts: DateParts): boolean {
  return parts.day !== 0;
}
function hasMonth(parts: DateParts): boolean {
  return parts.month !== 0;
}

/** `YYYY-MM-DD`, not after today. A date in an era that did not hold it is `date.format` with the right era proposed. */
export const date: Kind = {
  id: 'date',
  normalise(typed, context, sink) {
    if (canonicalDate.test(typed) && typed <= context.today) return typed;
    return read(typed, context.today, datePart, never, sink);
  },
};

/** `YYYY-MM`; a full date gives its month (rule `date-part`). */
export const month: Kind = {
  id: 'month',
  normalise(typed, context, sink) {
    if (canonicalMonth.test(typed) && typed <= context.today.slice(0, 7)) return typed;
    return read(typed, context.today, monthPart, hasDay, sink);
  },
};

/** `YYYY`; a month or a date gives its year (rule `date-part`). Eras before 1868 are read too (慶応3年). */
export const year: Kind = {
  id: 'year',
  normalise(typed, context, sink) {
    if (canonicalYear.test(typed) && typed <= context.today.slice(0, 4)) return typed;
    return read(typed, context.today, yearPart, hasMonth, sink);
  },
};

const monthAlone = /^(?:毎年)?([0-9]{1,2})(?:月(?:末日?|期|決算|末決算|(?:0?[1-9]|[12][0-9]|3[01])日)?)?$/;
const monthAndDay = /^([0-9]{1,2})[/.-](?:0?[1-9]|[12][0-9]|3[01])$/;

/** `1`–`12`, from `3月`, `３月末`, `3/31`, `令和6年3月31日` (year and day are dropped, rule `date-part`).
 * A number outside 1–12 is `number.range`, anything else `number.format`. */
export const monthOfYear: Kind = {
  id: 'month-of-year',
  normalise(typed, _context, sink) {
    if (canonicalMonthOfYear.test(typed)) return typed;
    const text = typed.length > 20 ? '' : foldDateText(typed);
    const found = monthAlone.exec(text) ?? monthAndDay.exec(text);
    const number = found === null ? (parseDate(typed)?.month ?? 0) : Number(found[1]);
    if (number < 1 || number > 12) {
      sink.issue(found === null ? 'number.format' : 'number.range', 'error');
      return typed;
    }
    if (foldAscii(typed) !== typed) sink.rule('width');
    sink.rule(found === null || /[0-9]日|末|[/.-]/.test(text) ? 'date-part' : 'date-format');
    return `${number}`;
  },
};
