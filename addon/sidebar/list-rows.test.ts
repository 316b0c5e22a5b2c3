import { describe, expect, it } from 'vitest';
import type { QueueRow } from '../view/protocol.ts';
import { missingPage, neighbour, pageSize, type Rows, withPage, withRow } from './list-rows.ts';

function row(id: number, part: Partial<QueueRow> = {}): QueueRow {
  return {
    applicationId: `a${id}`,
    receiptNumber: `R8-${id}`,
    name: `事業所${id}`,
    typeLabel: '法人',
    receivedAt: '2026-11-24 10:00',
    state: { id: 'received', label: '仮申込' },
    errors: 0,
    warnings: 0,
    exportLabel: '',
    ...part,
  };
}

function page(from: number, length: number, total: number): { rows: QueueRow[]; total: number; counts: [] } {
  return { rows: Array.from({ length }, (_, index) => row(from + index)), total, counts: [] };
}

describe('withPage', () => {
  it('pages_in_any_order__leave_gaps_where_nothing_came_yet', () => {
    let rows: Rows<QueueRow> = withPage<QueueRow>([], 0, page(0, 2, 6));
    rows = withPage(rows, 4, page(4, 2, 6));
    expect(rows.map((one) => one?.applicationId ?? '–')).toEqual(['a0', 'a1', '–', '–', 'a4', 'a5']);
  });

  it('total_changed_meanwhile__drops_rows_whose_place_is_no_longer_known', () => {
    const rows = withPage(withPage<QueueRow>([], 0, page(0, 2, 6)), 4, page(4, 2, 7));
    expect(rows).toHaveLength(7);
    expect(rows[0]).toBeNull();
  });

  it('more_rows_than_the_total__never_outgrows_it', () => {
    expect(withPage([], 0, page(0, 5, 3))).toHaveLength(3);
  });
});

describe('missingPage', () => {
  it('gap_in_sight__asks_for_the_page_that_holds_it', () => {
    const rows: Rows<QueueRow> = withPage([], 0, page(0, pageSize, pageSize * 3));
    expect(missingPage(rows, 0, 20)).toBeNull();
    expect(missingPage(rows, pageSize - 5, pageSize + 5)).toBe(pageSize);
    expect(missingPage(rows, pageSize * 3 - 5, pageSize * 3 + 50)).toBe(pageSize * 2);
  });
});

const is = (id: string) => (one: QueueRow) => one.applicationId === id;

describe('neighbour', () => {
  it('ends_gaps_and_strangers__have_none', () => {
    const rows: Rows<QueueRow> = [row(1), row(2), null];
    expect(neighbour(rows, is('a1'), 1)?.applicationId).toBe('a2');
    expect(neighbour(rows, is('a1'), -1)).toBeNull();
    expect(neighbour(rows, is('a2'), 1)).toBeNull();
    expect(neighbour(rows, is('zz'), 1)).toBeNull();
  });
});

describe('withRow', () => {
  it('decided_row__is_replaced_in_its_place', () => {
    const changed = row(2, { name: '新しい名' });
    expect(withRow([row(1), row(2), null], changed, is('a2'))[1]).toBe(changed);
  });
});
