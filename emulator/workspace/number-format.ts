/** The text a cell shows: number formats as far as the product's sheets use them; anything else is refused by name. */
import type { CellValue, SheetState } from './model.ts';
import { PlatformError } from './platform-error.ts';

const ZONE_OFFSET = 9 * 3_600_000;
const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'];

function grouped(text: string): string {
  return text.replace(/\B(?=(\d{3})+$)/g, ',');
}

function fixed(value: number, decimals: number, group: boolean): string {
  const text = Math.abs(value).toFixed(decimals);
  const [whole = '0', fraction] = text.split('.');
  const body = `${group ? grouped(whole) : whole}${fraction === undefined ? '' : `.${fraction}`}`;
  return value < 0 && Number(text) !== 0 ? `-${body}` : body;
}

/** A number as the automatic format shows it: at most ten significant decimals, no grouping. */
function automatic(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  if (Math.abs(value) >= 1e15)
    return value
      .toExponential(5)
      .toUpperCase()
      .replace(/E([+-])(\d)$/, 'E$10$2');
  return String(Number(value.toPrecision(10)));
}

const DATE_TOKEN = /"([^"]*)"|yyyy|yy|MMMM|MM|M|mm|m|dddd|ddd|dd|d|HH|H|hh|h|ss|s|aaa|./gu;

/** `mm` and `m` are minutes after an hour or before seconds, else months. */
function dateText(at: number, format: string): string {
  const d = new Date(at + ZONE_OFFSET);
  const tokens = [...format.matchAll(DATE_TOKEN)];
  let afterHour = false;
  const two = (n: number): string => String(n).padStart(2, '0');
  return tokens
    .map((match, index) => {
      const token = match[0];
      if (match[1] !== undefined) return match[1];
      const beforeSeconds = /^s/.test(tokens.slice(index + 1).find((t) => /^[a-zA-Z]/.test(t[0]))?.[0] ?? '');
      switch (token) {
        case 'yyyy':
          return String(d.getUTCFullYear());
        case 'yy':
          return two(d.getUTCFullYear() % 100);
        case 'MM':
          return two(d.getUTCMonth() + 1);
        case 'M':
          return String(d.getUTCMonth() + 1);
        case 'mm':
          return afterHour || beforeSeconds ? two(d.getUTCMinutes()) : two(d.getUTCMonth() + 1);
        case 'm':
          return String(afterHour || beforeSeconds ? d.getUTCMinutes() : d.getUTCMonth() + 1);
        case 'dd':
          return two(d.getUTCDate());
        case 'd':
          return String(d.getUTCDate());
        case 'ddd':
        case 'aaa':
          return WEEKDAYS[d.getUTCDay()] ?? '';
        case 'dddd':
          return `${WEEKDAYS[d.getUTCDay()] ?? ''}曜日`;
        case 'HH':
        case 'hh':
          afterHour = true;
          return two(d.getUTCHours());
        case 'H':
        case 'h':
          afterHour = true;
          return String(d.getUTCHours());
        case 'ss':
          return two(d.getUTCSeconds());
        case 's':
          return String(d.getUTCSeconds());
        default:
          return token;
      }
    })
    .join('');
}

const NUMERIC = /^(\[\$([^\]-]*)(?:-[^\]]*)?\]|"([^"]*)"|[¥￥$])?(#,##0|0+|#)(\.(0+|#+))?(%)?(?:"([^"]*)")?$/;

/**
 * A format of several parts: what is above zero (or all that has no part of its own), below it, zero
 * (https://developers.google.com/workspace/sheets/api/guides/formats). A negative number shows no sign of its own in its part.
 */
function partOf(value: number, format: string): { readonly value: number; readonly format: string } {
  const parts = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const [positive = '', negative, zero] = parts;
  if (value < 0 && negative !== undefined) return { value: -value, format: negative };
  return { value, format: value === 0 && zero !== undefined ? zero : positive };
}

function numberText(given: number, whole: string): string {
  const { value, format } = partOf(given, whole);
  if (format === '' || format === 'General' || format === '0.###############' || format === '@')
    return automatic(value);
  const match = NUMERIC.exec(format);
  if (match === null) {
    throw new PlatformError(
      `表示形式「${format}」の数値表示はエミュレーターにありません。`,
      'NotImplemented',
    );
  }
  const prefix = match[2] ?? match[3] ?? (match[1]?.startsWith('[') ? '' : (match[1] ?? ''));
  const decimals = (match[6] ?? '').length;
  const scaled = match[7] === '%' ? value * 100 : value;
  let body = fixed(scaled, decimals, match[4] === '#,##0');
  if (/^0+$/.test(match[4] ?? '')) {
    const [whole = '', fraction] = body.replace('-', '').split('.');
    body = `${body.startsWith('-') ? '-' : ''}${whole.padStart((match[4] ?? '').length, '0')}${fraction === undefined ? '' : `.${fraction}`}`;
  }
  return `${body.startsWith('-') ? '-' : ''}${prefix}${body.replace('-', '')}${match[7] ?? ''}${match[8] ?? ''}`;
}

/** Text of one value under a format. A formula shows its own text: nothing is computed. */
export function showValue(value: CellValue, format: string): string {
  switch (value.t) {
    case 'empty':
      return '';
    case 'text':
      return value.v;
    case 'boolean':
      return value.v ? 'TRUE' : 'FALSE';
    case 'number':
      return /[yMdHhs]/.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''))
        ? dateText((value.v - 25569) * 86_400_000 - ZONE_OFFSET, format)
        : numberText(value.v, format);
    case 'date':
      return dateText(
        value.v,
        format === '' || format === '@' || !/[yMdHhsm]/.test(format) ? 'yyyy/MM/dd' : format,
      );
    case 'formula':
      return value.f;
  }
}

/** The number format in force at a cell: its own, its column's, or '' (automatic). */
export function formatAt(sheet: SheetState, row: number, column: number): string {
  return sheet.formats[row]?.[column] ?? sheet.columnFormats[column] ?? '';
}

/** Text a cell shows; row and column from 0. */
export function displayValue(sheet: SheetState, row: number, column: number): string {
  const value = sheet.cells[row]?.[column];
  return value === undefined ? '' : showValue(value, formatAt(sheet, row, column));
}
