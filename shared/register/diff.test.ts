import { describe, expect, it } from 'vitest';
import { diffLedgers } from './diff.ts';

describe('diffLedgers', () => {
  const entry = (row: number, values: Record<string, string>) => ({ row, values });
  it('changed_added_removed__in_order_with_doubtful_rows_left_out', () => {
    const before = [
      entry(1, { businessNumber: '001', name: 'A', phone: '1' }),
      entry(2, { businessNumber: '002' }),
      entry(3, { businessNumber: '009' }),
      entry(4, {}),
    ];
    const after = [
      entry(1, { businessNumber: '003' }),
      entry(2, { businessNumber: '001', name: 'B' }),
      entry(3, { businessNumber: '009', name: 'x' }),
      entry(4, { businessNumber: '009' }),
    ];
    const { rows, issues } = diffLedgers(before, after, ['name', 'phone']);
    expect(rows).toEqual([
      { kind: 'added', businessNumber: '003', key: '', before: '', after: '' },
      { kind: 'changed', businessNumber: '001', key: 'name', before: 'A', after: 'B' },
      { kind: 'changed', businessNumber: '001', key: 'phone', before: '1', after: '' },
      { kind: 'removed', businessNumber: '002', key: '', before: '', after: '' },
    ]);
    expect(issues.map((i) => [i.file, i.row, i.issue.code])).toEqual([
      ['before', 4, 'ledger.number-blank'],
      ['after', 4, 'ledger.number-twice'],
    ]);
  });
});
