/**
 * A JSON text in cells: a cell holds at most 50,000 characters, so a longer text continues in the next one. Each
 * part begins with `|`, so none can look like a formula, a number or a date.
 */
import type { Cells } from '../port.ts';

const partLength = 45_000;
const mark = '|';

/** Headers of the cells that carry a JSON text: `データ1` … */
export function jsonHeaders(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_unused, index) => `${prefix}${index + 1}`);
}

/** Longest text that `count` cells carry. */
export function jsonCapacity(count: number): number {
  return count * partLength;
}

/** Spreads a value over the cells. Throws when it is longer than they carry: the caller limits what it stores. */
export function toJsonCells(headers: readonly string[], value: unknown): Cells {
  const text = JSON.stringify(value);
  if (text.length > jsonCapacity(headers.length)) throw new Error(`stored text of ${text.length} characters`);
  const cells: Record<string, string> = {};
  headers.forEach((header, index) => {
    const part = text.slice(index * partLength, (index + 1) * partLength);
    cells[header] = part === '' ? '' : mark + part;
  });
  return cells;
}

/** Reads the value back; null when the cells hold no JSON. */
export function fromJsonCells(headers: readonly string[], cells: Cells): unknown {
  const text = headers.map((header) => (cells[header] ?? '').slice(mark.length)).join('');
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
