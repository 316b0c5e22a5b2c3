import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue, loadProfile } from '../../scripts/library.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { encodeWindows31j } from '../bytes/windows31j.ts';
import type { Profile } from '../csv/profile.ts';
import { UnusableInput } from '../issue/issue.ts';
import { issueWords } from '../issue/ja/catalogue.ts';
import { defaultSettings } from '../settings/settings.ts';
import { formatTable } from '../table/format.ts';
import { type CurrentRow, type ImportInput, type ImportPlan, planImport } from './import.ts';
import { importBatches } from './import-batches.ts';
import { createLedgerCells } from './ledger-cells.ts';

const catalogue = loadCatalogue();
const profile = loadProfile('toas-provisional', catalogue);
const headerless = loadProfile('yamato-example', catalogue);
const cells = createLedgerCells(catalogue, defaultSettings);

const csv = (rows: readonly (readonly string[])[]): Uint8Array =>
  encodeUtf8(formatTable(rows, { newline: 'crlf', quoting: 'minimal' }));
const current = (...rows: readonly Record<string, string>[]): CurrentRow[] =>
  rows.map((values) => ({ businessNumber: values.businessNumber ?? '', values }));
const plan = (
  rows: readonly (readonly string[])[] | Uint8Array,
  known: readonly CurrentRow[] = [],
  more: Partial<ImportInput> = {},
): ImportPlan =>
  planImport({
    ledger: { file: '台帳.csv', bytes: rows instanceof Uint8Array ? rows : csv(rows) },
    profile,
    catalogue,
    settings: defaultSettings,
    today: '2026-11-24',
    current: known,
    ...more,
  });
const codes = (found: ImportPlan, severity?: string): string[] =>
  found.issues.filter((i) => severity === undefined || i.severity === severity).map((i) => i.code);
const refusal = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof UnusableInput) return error.issues;
    throw error;
  }
  throw new Error('nothing was refused');
};

const header = ['事業所番号', '事業所名', '郵便番号', '設立年月日', '電話番号'];

describe('an import plan', () => {
  it('new_changed_same_and_missing_businesses__each_has_its_place', () => {
    const known = current(
      { businessNumber: '0001', name: '変わらない', postalCode: '0600001', referrer: '甲' },
      { businessNumber: '0002', name: '変わる', establishedOn: '2019-04-01' },
      { businessNumber: '0009', name: 'ファイルにない' },
    );
    const found = plan(
      [
        header,
        ['0100', '新しい一', '', '平成31年4月1日', '03ー1234ー5678 内線12'],
        ['0002', '変わった', '', '2019/4/1', ''],
        ['0001', '変わらない', '060-0001', '', ''],
        ['0007', '新しい二', '', '', ''],
      ],
      known,
    );
    expect(found.keys).toEqual([
      'businessNumber',
      'name',
      'postalCode',
      'phone',
      'establishedOn',
      'extension',
    ]);
    expect(found.counts).toEqual({ inFile: 4, added: 2, changed: 1, unchanged: 1, missing: 1, leftOut: 0 });
    expect(found.rows.map(({ businessNumber, row, at, kind }) => [businessNumber, row, at, kind])).toEqual([
      ['0100', 1, 3, 'added'],
      ['0002', 2, 1, 'changed'],
      ['0001', 3, 0, 'unchanged'],
      ['0007', 4, 4, 'added'],
    ]);
    const byKey = (row: number) =>
      Object.fromEntries(found.keys.map((key, k) => [key, found.rows[row]?.cells?.[k]]));
    expect(byKey(0)).toMatchObject({
      businessNumber: '0100',
      establishedOn: '2019/04/01',
      phone: '03-1234-5678',
      extension: '12',
    });
    expect(found.rows[2]?.cells).toBeNull();
    expect(found.missing).toEqual([{ businessNumber: '0009', at: 2 }]);
    expect(found.changedByKey).toEqual({ name: 1 });
    expect(found.samples[1]).toEqual({
      businessNumber: '0002',
      name: '変わった',
      kind: 'changed',
      changes: [{ key: 'name', before: '変わる', after: '変わった' }],
    });
    expect(found.blocked).toBe(false);
  });

  it('a_column_the_file_lacks__leaves_what_the_sheet_holds', () => {
    const known = current({
      businessNumber: '1',
      name: '甲',
      address: '東京都',
      extension: '5',
      phone: '03-1234-5678',
    });
    const found = plan(
      [
        ['事業所番号', '事業所名', '電話番号'],
        ['1', '甲', '03-1234-5678'],
      ],
      known,
    );
    expect(found.counts).toMatchObject({ unchanged: 1, changed: 0 });
    expect(found.keys).not.toContain('address');
    expect(codes(found, 'warning')).toContain('ledger.column-missing');
  });

  it('values_that_cannot_be_read__stay_as_written_and_are_listed', () => {
    const rows = Array.from({ length: 30 }, (_, i) => [`${i + 1}`, '甲', '', i < 25 ? 'そのうち' : '', '']);
    const found = plan([header, ...rows]);
    const [unread] = found.unread;
    expect(unread).toMatchObject({ key: 'establishedOn', count: 25 });
    expect(unread?.examples).toHaveLength(20);
    expect(unread?.examples[1]).toEqual({ row: 2, value: 'そのうち' });
    expect(found.rows[0]?.cells?.[found.keys.indexOf('establishedOn')]).toBe('そのうち');
    expect(found.issues.find((i) => i.code === 'ledger.unread')?.params).toMatchObject({ count: 25, row: 1 });
    // Imported once, the same file changes nothing.
    const again = plan([header, ...rows], applied(found, []));
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 30 });
  });

  it('blank_and_double_numbers__all_their_rows_are_left_out', () => {
    const known = current({ businessNumber: '8', name: '甲' }, { businessNumber: '8', name: '乙' });
    const rows = [
      ['1', 'a'],
      ['', 'b'],
      ['2', 'c'],
      ['1', 'd'],
      ['8', 'e'],
      ['3', 'f'],
      ['4', 'g'],
      ['5', 'h'],
    ];
    const found = plan([header, ...rows.map((r) => [...r, '', '', ''])], known);
    expect(found.leftOut).toEqual([
      { row: 1, businessNumber: '1', reason: 'twice' },
      { row: 2, businessNumber: '', reason: 'blank' },
      { row: 4, businessNumber: '1', reason: 'twice' },
      { row: 5, businessNumber: '8', reason: 'sheet-twice' },
    ]);
    expect(found.rows.map((r) => [r.businessNumber, r.at])).toEqual([
      ['2', 2],
      ['3', 3],
      ['4', 4],
      ['5', 5],
    ]);
    expect(codes(found)).toEqual(
      expect.arrayContaining(['ledger.left-out-blank', 'ledger.left-out-twice', 'ledger.left-out-sheet']),
    );
    expect(found.missing).toEqual([]);
    const mostly = plan([header, ['', 'a', '', '', ''], ['', 'b', '', '', ''], ['1', 'c', '', '', '']]);
    expect(codes(mostly, 'error')).toEqual(['ledger.numbers-doubtful']);
  });

  it('numbers_without_their_zeros__a_few_warn_and_most_refuse', () => {
    const known = current(
      ...['0001', '0002', '0003', '100'].map((businessNumber) => ({ businessNumber, name: 'a' })),
    );
    const rows = (numbers: readonly string[]) => [header, ...numbers.map((n) => [n, 'a', '', '', ''])];
    const few = plan(rows(['1', '0002', '0003', '100']), known);
    expect(few.lostZeros).toEqual([{ row: 1, businessNumber: '1', before: '0001' }]);
    expect([few.blocked, codes(few, 'warning')]).toEqual([
      false,
      expect.arrayContaining(['ledger.zeros-lost']),
    ]);
    const most = plan(rows(['1', '2', '0003', '100']), known);
    expect([most.blocked, codes(most, 'error')]).toEqual([true, ['ledger.zeros-lost-most']]);
    expect(() => importBatches(most, 10)).toThrow();
  });

  it('columns__moved_alone_is_fine__renamed_refuses__unknown_is_told', () => {
    const moved = plan([
      ['郵便番号', '事業所番号', '備考', '事業所名'],
      ['060-0001', '1', 'x', '甲'],
    ]);
    expect(moved.blocked).toBe(false);
    expect(moved.rows[0]?.cells?.[moved.keys.indexOf('postalCode')]).toBe('060-0001');
    expect(codes(moved, 'info')).toEqual(['ledger.column-unknown', 'ledger.column-moved']);
    expect(moved.drift.moved.map((m) => m.header)).toEqual(['郵便番号']);
    expect(moved.columns[2]).toEqual({ header: '備考', key: '' });
    const renamed = plan([
      ['事業所番号', '会社名'],
      ['1', '甲'],
    ]);
    expect(renamed.issues.find((i) => i.severity === 'error')).toMatchObject({
      code: 'ledger.column-renamed',
      key: 'name',
      params: { header: '事業所名', found: '会社名' },
    });
  });

  it('no_header__values_that_contradict_their_columns_refuse', () => {
    const line = (
      more: Readonly<Record<string, string>>,
      order = headerless.columns.map((c) => c.key ?? ''),
    ) => order.map((key) => more[key] ?? '');
    const good = { businessNumber: '01', name: '甲', postalCode: '060-0001', phone: '03-1234-5678' };
    const options = { profile: headerless };
    expect(plan([line(good)], [], options).blocked).toBe(false);
    const swapped = { ...good, postalCode: good.phone, phone: good.postalCode };
    expect(codes(plan([line(swapped)], [], options), 'error')).toEqual(['ledger.shape', 'ledger.shape']);
    const labelled = headerless.columns.map((c) => c.header);
    expect(codes(plan([labelled, line(good)], [], options), 'error')).toContain('ledger.header-found');
  });

  it('a_file_cut_off__is_refused_inside_a_row_and_told_at_a_row_end', () => {
    const whole = csv([header, ['1', '甲', '', '', ''], ['2', '乙', '', '', '']]);
    expect(refusal(() => plan(whole.slice(0, -4))).map((i) => i.code)).toEqual(['ledger.row-ragged']);
    expect(codes(plan(whole.slice(0, -2)))).toContain('ledger.no-newline');
    const known = current(...Array.from({ length: 20 }, (_, i) => ({ businessNumber: `${i + 1}` })));
    const found = plan(whole, known);
    expect(codes(found, 'warning')).toContain('ledger.many-missing');
    expect(found.missing).toHaveLength(18);
  });

  it('mixed_encodings_and_no_key_column__are_refused', () => {
    const mixed = Uint8Array.of(
      ...csv([header, ['1', '甲乙', '', '', '']]),
      ...encodeWindows31j('2,株式会社丙,,,\r\n').bytes,
    );
    expect(refusal(() => plan(mixed)).map((i) => i.code)).toContain('file.encoding');
    expect(refusal(() => plan([['事業所名'], ['甲']])).map((i) => i.code)).toEqual(['header.key-missing']);
    const without: Profile = {
      ...profile,
      columns: profile.columns.filter((c) => c.key !== 'businessNumber'),
    };
    expect(refusal(() => plan([['事業所名'], ['甲']], [], { profile: without })).map((i) => i.code)).toEqual([
      'ledger.no-number-column',
    ]);
    expect(codes(plan([header]), 'error')).toEqual(['ledger.no-rows']);
  });

  it('more_rows_than_a_sheet_takes__the_limit_is_named', () => {
    const rows = Array.from({ length: 5 }, (_, i) => [`${i}`, 'a', '', '', '']);
    const [many] = refusal(() => plan([header, ...rows], [], { maxRows: 4 }));
    expect(many).toMatchObject({ code: 'ledger.too-many-rows', params: { limit: 4 } });
    const known = current({ businessNumber: 'x' }, { businessNumber: 'y' });
    const [full] = refusal(() => plan([header, ...rows], known, { maxRows: 6 }));
    expect(full).toMatchObject({ code: 'ledger.sheet-full', params: { rows: 7, limit: 6 } });
    const lines = Array.from({ length: 200_000 }, (_, i) => `${i},a`);
    const huge = encodeUtf8(`事業所番号,事業所名\r\n${lines.join('\r\n')}\r\n`);
    expect(refusal(() => plan(huge))[0]).toMatchObject({ params: { limit: 150_000 } });
  });

  it('the_hash_changes_with_what_would_be_done_and_with_nothing_else', () => {
    const rows = [header, ['1', '甲', '', '', '']];
    const known = current({ businessNumber: '1', name: '乙', referrer: 'x' });
    const first = plan(rows, known);
    expect(plan(rows, known, { today: '2026-11-25' }).hash).toBe(first.hash);
    expect(plan(rows, current({ businessNumber: '1', name: '乙', referrer: 'y' })).hash).toBe(first.hash);
    expect(plan(rows, current({ businessNumber: '1', name: '丙', referrer: 'x' })).hash).not.toBe(first.hash);
    expect(plan(rows, []).hash).not.toBe(first.hash);
    const same = plan(rows, known, { lastFileHash: first.fileHash });
    expect([same.sameAsLast, codes(same, 'info').includes('ledger.same-file')]).toEqual([true, true]);
    expect(codes(first)).not.toContain('ledger.same-file');
  });
});

/** The sheet after the given batches: what a job does, without the job. */
function applied(
  found: ImportPlan,
  known: readonly CurrentRow[],
  only = Number.POSITIVE_INFINITY,
  size = 3,
): CurrentRow[] {
  const sheet = [...known];
  const batches = importBatches(found, size);
  for (let index = 0; index < Math.min(only, batches.length); index++) {
    for (const { at, businessNumber, cells: texts } of batches.batch(index).rows) {
      if (texts === null) continue;
      const written = Object.fromEntries(found.keys.map((key, k) => [key, texts[k] ?? '']));
      const before = cells.ledgerCells(sheet[at]?.values ?? {});
      sheet[at] = { businessNumber, values: cells.ledgerValues({ ...before, ...written }) };
    }
  }
  return sheet;
}

describe('words', () => {
  it('every_code_of_the_report_has_some', () => {
    const source = readFileSync(new URL('import-account.ts', import.meta.url), 'utf8');
    const found = source.match(/'ledger\.[a-z-]+'/g) ?? [];
    expect(found.length).toBeGreaterThan(15);
    expect(found.map((code) => code.slice(1, -1)).filter((code) => issueWords()[code] === undefined)).toEqual(
      [],
    );
  });
});

describe('batches', () => {
  const number = fc.integer({ min: 1, max: 12 }).map((n) => `00${n}`);
  const business = fc.record({
    businessNumber: number,
    name: fc.constantFrom('甲', '乙'),
    postalCode: fc.constantFrom('', '0600001'),
  });
  const distinct = fc.uniqueArray(business, { selector: (b) => b.businessNumber });

  it('a_run_that_died_anywhere__planned_anew__ends_in_the_same_sheet', () => {
    fc.assert(
      fc.property(distinct, distinct, fc.nat(5), fc.nat(5), (sheet, file, died, redone) => {
        if (file.length === 0) return;
        const rows = [header.slice(0, 3), ...file.map((b) => [b.businessNumber, b.name, b.postalCode])];
        const known = current(...sheet);
        const whole = plan(rows, known);
        const straight = applied(whole, known);
        const partly = applied(whole, known, died);
        const again = plan(rows, partly);
        expect(applied(again, partly)).toEqual(straight);
        // The same plan may also be gone on with, and any batch written twice.
        const twice = applied(whole, applied(whole, known, redone));
        expect(twice).toEqual(straight);
        expect(plan(rows, straight).counts).toMatchObject({ added: 0, changed: 0 });
        expect(straight.slice(0, known.length).map((r) => r.businessNumber)).toEqual(
          known.map((r) => r.businessNumber),
        );
      }),
    );
  });

  it('cover_every_place_once__and_name_the_missing', () => {
    const known = current(
      { businessNumber: '1', name: 'a' },
      { businessNumber: '' },
      { businessNumber: '3', name: 'c' },
    );
    const found = plan([header, ['1', 'a', '', '', ''], ['4', 'd', '', '', '']], known);
    const batches = importBatches(found, 2);
    expect(batches.length).toBe(2);
    expect(batches.batch(0)).toEqual({
      index: 0,
      from: 0,
      to: 2,
      rows: [{ businessNumber: '1', at: 0, kind: 'unchanged', cells: null }],
      writes: 0,
    });
    expect(batches.batch(1)).toMatchObject({
      from: 2,
      to: 4,
      rows: [
        { businessNumber: '3', kind: 'missing' },
        { businessNumber: '4', at: 3, kind: 'added' },
      ],
      writes: 1,
    });
    expect(() => batches.batch(2)).toThrow(RangeError);
  });
});
