import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { typeText } from './value-typing.ts';

type Row = Record<'入力' | '書式' | '種類' | '値' | '備考', string>;
const text = readFileSync(new URL('./value-typing.csv', import.meta.url), 'utf8');
const { data } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true, quoteChar: '"' });
const NOW = Date.parse('2026-06-01T00:00:00Z');

describe('typeText', () => {
  it.each(data)('$入力 [$書式] → $種類 $値（$備考）', (row) => {
    const { value } = typeText(row.入力, row.書式, NOW);
    expect(value.t).toBe(row.種類);
    const shown =
      value.t === 'empty'
        ? ''
        : value.t === 'formula'
          ? value.f
          : value.t === 'date'
            ? new Date(value.v).toISOString()
            : String(value.v);
    expect(shown).toBe(row.値);
  });
});
