/** Cell values between script and bridge: a date crosses as `{ d: epoch ms }`. */
import type { WireValue } from '../../workspace/value-typing.ts';
import { refusal } from './face.ts';

export type CellScalar = string | number | boolean | Date;

export function encodeCell(value: unknown): WireValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : '#NUM!';
  if (value instanceof Date) {
    const d = value.getTime();
    return Number.isNaN(d) ? '' : { d };
  }
  if (Array.isArray(value) || typeof value === 'object') return String(value);
  throw refusal(`The parameters (${typeof value}) don't match the method signature for a cell value.`);
}

export function decodeCell(value: WireValue): CellScalar {
  if (value === null) return '';
  return typeof value === 'object' ? new Date(value.d) : value;
}

export function decodeBlock(values: WireValue[][]): CellScalar[][] {
  return values.map((line) => line.map(decodeCell));
}
