import { describe, expect, it } from 'vitest';
import { catalogue, membership } from '../../tests/support/library.ts';
import { readHeader } from './columns.ts';
import { answersFromRows, momentOf } from './from-rows.ts';

const read = (header: string[]) => readHeader(header, membership, catalogue);
const keys = (header: string[]) => read(header).columns.map((c) => (c.use === 'field' ? c.key : c.use));

describe('readHeader', () => {
  it.each([
    [
      ['タイムスタンプ', '事業所名', '郵便番号'],
      ['timestamp', 'name', 'postalCode'],
    ],
    [
      ['responseId', 'timestamp', 'name', 'capital'],
      ['responseId', 'timestamp', 'name', 'capital'],
    ],
    [
      ['\uFEFF事業所名', ' ＦＡＸ番号 ', 'Timestamp'],
      ['name', 'fax', 'timestamp'],
    ],
    [
      ['事業所番号', '紹介者', 'ひみつ'],
      ['businessNumber', 'referrer', 'unknown'],
    ],
  ])('header %j → %j', (header, expected) => {
    expect(keys(header)).toEqual(expected);
    expect(read(header).issues).toEqual([]);
  });

  it('one_item_in_two_columns__label_and_key__is_refused_with_both_places', () => {
    const { issues } = read(['事業所名', '住所', 'name']);
    expect(issues.map((i) => [i.code, i.params.first, i.params.second])).toEqual([['header.twice', 1, 3]]);
  });

  it('header_without_a_known_name__is_refused', () => {
    expect(read(['1', '株式会社見本', '見本市']).issues.map((i) => i.code)).toEqual(['header.unknown']);
  });
});

describe('answersFromRows', () => {
  const { columns } = read(['responseId', '事業所名', 'FAX番号']);

  it('each_row__keeps_its_number_line_and_typed_text', () => {
    const [first, second] = answersFromRows(
      columns,
      [
        ['r1', '　見本 ', ''],
        ['', 'B', '1'],
      ],
      [2, 5],
    );
    expect(first).toEqual({
      row: 1,
      line: 2,
      answer: { responseId: 'r1', submittedAt: '', source: 'file', typed: { name: '　見本 ' } },
      issues: [],
    });
    expect(second?.answer.responseId).toBe('row-2');
    expect(second?.line).toBe(5);
  });

  it('ragged_and_doubled_rows__are_marked_not_dropped', () => {
    const rows = answersFromRows(
      columns,
      [
        ['r1', 'A'],
        ['r2', 'B', '', ''],
        ['r2', 'C', '', 'x'],
      ],
      [2, 3, 4],
    );
    expect(rows.map((r) => r.issues.map((i) => i.code))).toEqual([
      ['row.ragged'],
      [],
      ['row.ragged', 'response.twice'],
    ]);
    expect(rows.map((r) => r.answer.typed.name)).toEqual(['A', 'B', 'C']);
  });
});

describe('momentOf', () => {
  it('spellings_of_one_moment__agree', () => {
    const moments = [
      '2026-11-24T09:05:00+09:00',
      '2026-11-24T00:05:00Z',
      '2026/11/24 9:05:00',
      '2026/11/24 9:05:00 午前 GMT+9',
      '2026/11/24 午前 9:05:00',
      '2026/11/24 午前9:05:00 GMT+9',
      '2026/11/24 09:05',
    ].map(momentOf);
    expect(new Set(moments).size).toBe(1);
    expect(moments[0]).not.toBeNull();
  });
  it('afternoon_and_nonsense', () => {
    expect((momentOf('2026/11/24 1:05:00 午後') ?? 0) - (momentOf('2026/11/24 1:05:00 午前') ?? 0)).toBe(
      12 * 3600,
    );
    expect(momentOf('きのう')).toBeNull();
  });
});
