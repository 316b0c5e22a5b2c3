/**
 * What a value becomes when it is written into a cell, as if typed by a person
 * (https://developers.google.com/apps-script/reference/spreadsheet/range#setvaluesvalues; the rules for text are
 * those of `USER_ENTERED`, https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption).
 */
import type { CellValue } from './model.ts';

/** A cell's value and, where typing implies one, the number format it brings along. */
export interface Typed {
  value: CellValue;
  format?: string;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PERCENT = /^[+-]?\d+(?:\.\d+)?%$/;
const YEN = /^[+-]?[¥￥]\s?\d[\d,]*$/;
const DATE = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const JAPANESE_DATE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const YEAR_MONTH = /^(\d{4})[/-](\d{1,2})$/;
const MONTH_DAY = /^(\d{1,2})\/(\d{1,2})$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/** Offset of the workbook's zone; Japan keeps one offset all year. */
const ZONE_OFFSET = 9 * 3_600_000;

function local(y: number, m: number, d: number, h = 0, min = 0, s = 0): number | null {
  const utc = Date.UTC(y, m - 1, d, h, min, s);
  const back = new Date(utc);
  if (back.getUTCFullYear() !== y || back.getUTCMonth() !== m - 1 || back.getUTCDate() !== d) return null;
  if (h > 23 || min > 59 || s > 59) return null;
  return utc - ZONE_OFFSET;
}

const part = (match: RegExpExecArray, index: number): number => Number(match[index] ?? 0);

function typedDate(text: string, now: number): Typed | null {
  const full = DATE.exec(text);
  if (full) {
    const withTime = full[4] !== undefined;
    const v = local(part(full, 1), part(full, 2), part(full, 3), part(full, 4), part(full, 5), part(full, 6));
    return v === null
      ? null
      : { value: { t: 'date', v }, format: withTime ? 'yyyy/MM/dd H:mm:ss' : 'yyyy/MM/dd' };
  }
  const japanese = JAPANESE_DATE.exec(text);
  if (japanese) {
    const v = local(part(japanese, 1), part(japanese, 2), part(japanese, 3));
    return v === null ? null : { value: { t: 'date', v }, format: 'yyyy"年"M"月"d"日"' };
  }
  const month = YEAR_MONTH.exec(text);
  if (month) {
    const v = local(part(month, 1), part(month, 2), 1);
    return v === null ? null : { value: { t: 'date', v }, format: 'yyyy/MM' };
  }
  const day = MONTH_DAY.exec(text);
  if (day) {
    const year = new Date(now + ZONE_OFFSET).getUTCFullYear();
    const v = local(year, part(day, 1), part(day, 2));
    return v === null ? null : { value: { t: 'date', v }, format: 'M/d' };
  }
  const time = TIME.exec(text);
  if (time) {
    const v = local(1899, 12, 30, part(time, 1), part(time, 2), part(time, 3));
    return v === null ? null : { value: { t: 'date', v }, format: 'H:mm:ss' };
  }
  return null;
}

/**
 * Types a text as the sheet would. `format` is the cell's number format: under `@` every text stays text.
 * `now` gives the year of a bare month and day.
 */
export function typeText(text: string, format: string, now: number): Typed {
  if (text === '') return { value: { t: 'empty' } };
  if (text.startsWith('=') && text.length > 1) return { value: { t: 'formula', f: text } };
  if (format === '@') return { value: { t: 'text', v: text } };
  if (text.startsWith("'")) return { value: { t: 'text', v: text.slice(1) } };
  const trimmed = text.trim();
  if (/^true$/i.test(trimmed)) return { value: { t: 'boolean', v: true } };
  if (/^false$/i.test(trimmed)) return { value: { t: 'boolean', v: false } };
  if (NUMBER.test(trimmed)) return { value: { t: 'number', v: Number(trimmed) } };
  if (GROUPED.test(trimmed)) {
    const v = Number(trimmed.replace(/,/g, ''));
    return { value: { t: 'number', v }, format: trimmed.includes('.') ? '#,##0.00' : '#,##0' };
  }
  if (PERCENT.test(trimmed)) {
    const v = Number(trimmed.slice(0, -1)) / 100;
    return { value: { t: 'number', v }, format: trimmed.includes('.') ? '0.00%' : '0%' };
  }
  if (YEN.test(trimmed)) {
    return { value: { t: 'number', v: Number(trimmed.replace(/[¥￥,\s]/g, '')) }, format: '[$¥-411]#,##0' };
  }
  return typedDate(trimmed, now) ?? { value: { t: 'text', v: text } };
}

/** A value as it crosses from the script: a date is `{ d: epoch ms }`. */
export type WireValue = string | number | boolean | null | { d: number };

/** Types any written value. */
export function typeValue(value: WireValue, format: string, now: number): Typed {
  if (value === null) return { value: { t: 'empty' } };
  if (typeof value === 'string') return typeText(value, format, now);
  if (typeof value === 'number') return { value: { t: 'number', v: value } };
  if (typeof value === 'boolean') return { value: { t: 'boolean', v: value } };
  return { value: { t: 'date', v: value.d }, format: 'yyyy/MM/dd H:mm:ss' };
}
