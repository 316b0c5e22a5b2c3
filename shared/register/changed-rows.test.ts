import { describe, expect, it } from 'vitest';
import { type ApprovedAnswer, changedRows } from './changed-rows.ts';

const ledger = new Map([
  ['0001', { businessNumber: '0001', name: '見本商店', phone: '03-5253-5111', fax: '03-5253-5112' }],
  ['0002', { businessNumber: '0002', name: '手本食堂', phone: '03-5253-5113' }],
  ['0010', { businessNumber: '0010', name: '例示堂' }],
]);
const answer = (
  receipt: string,
  businessNumber: string,
  at: string,
  values: Record<string, string>,
  batchState: ApprovedAnswer['batchState'] = 'none',
): ApprovedAnswer => ({ receipt, businessNumber, at, values, batchState });

describe('changedRows', () => {
  it('several_answers_of_a_business__one_row_with_the_latest_value_of_each_field', () => {
    const answers = [
      answer('R-3', '0001', '2026-09-03', { phone: '03-5253-5199', email: 'b@example.jp' }),
      answer('R-1', '0001', '2026-09-01', { phone: '03-5253-5100', contactName: '見本 花子' }, 'failed'),
      answer('R-2', '0010', '2026-09-02', { name: '例示堂本店' }),
    ];
    const expected = {
      rows: [
        {
          businessNumber: '0001',
          values: {
            businessNumber: '0001',
            name: '見本商店',
            phone: '03-5253-5199',
            fax: '03-5253-5112',
            contactName: '見本 花子',
            email: 'b@example.jp',
          },
          keys: ['contactName', 'email', 'phone'],
          receipts: ['R-1', 'R-3'],
          isClosed: false,
        },
        {
          businessNumber: '0010',
          values: { businessNumber: '0010', name: '例示堂本店' },
          keys: ['name'],
          receipts: ['R-2'],
          isClosed: false,
        },
      ],
      alreadyThere: [],
      notInLedger: [],
    };
    expect(changedRows(answers, ledger)).toEqual(expected);
    expect(JSON.stringify(changedRows([...answers].reverse(), ledger))).toBe(
      JSON.stringify(changedRows(answers, ledger)),
    );
  });

  it.each([
    ['none', ['R-1']],
    ['failed', ['R-1']],
    ['made', []],
    ['imported', []],
  ] as const)('batch %s__waiting receipts %j', (state, receipts) => {
    const { rows } = changedRows([answer('R-1', '0002', '2026-09-01', { phone: '1' }, state)], ledger);
    expect(rows.flatMap((row) => row.receipts)).toEqual(receipts);
  });

  it('S8__an_imported_change_is_not_taken_back_by_the_next_row_of_its_business', () => {
    const { rows } = changedRows(
      [
        answer('R-1', '0001', '2026-09-01', { phone: '03-5253-5199' }, 'imported'),
        answer('R-2', '0001', '2026-09-02', { fax: '03-5253-5198' }),
      ],
      ledger,
    );
    expect(rows[0]?.values).toMatchObject({ phone: '03-5253-5199', fax: '03-5253-5198' });
    expect(rows[0]?.receipts).toEqual(['R-2']);
  });

  it('a_blank_never_empties_a_cell_of_the_ledger', () => {
    const { rows } = changedRows(
      [answer('R-1', '0001', '2026-09-01', { phone: '', fax: '03-5253-5198' })],
      ledger,
    );
    expect(rows[0]?.values.phone).toBe('03-5253-5111');
    expect(rows[0]?.keys).toEqual(['fax']);
    expect(changedRows([answer('R-1', '0001', '2026-09-01', { phone: '' })], ledger)).toEqual({
      rows: [],
      alreadyThere: [],
      notInLedger: [],
    });
  });

  it('a_closed_business__goes_out_flagged', () => {
    const { rows } = changedRows(
      [answer('R-1', '0002', '2026-09-01', { operatingStatus: 'closed' })],
      ledger,
    );
    expect(rows[0]).toMatchObject({ isClosed: true, keys: ['operatingStatus'] });
  });

  it('what_the_ledger_holds_already_or_does_not_know_at_all__is_named_and_left_out', () => {
    const found = changedRows(
      [
        answer('R-1', '0002', '2026-09-01', { name: '手本食堂' }),
        answer('R-2', '9999', '2026-09-01', { name: '未知堂' }),
      ],
      ledger,
    );
    expect(found).toEqual({ rows: [], alreadyThere: ['R-1'], notInLedger: ['R-2'] });
  });

  it('of_two_at_the_same_time__the_later_receipt_wins', () => {
    const answers = [
      answer('R-2', '0002', '2026-09-01', { phone: '2' }),
      answer('R-1', '0002', '2026-09-01', { phone: '1' }),
    ];
    expect(changedRows(answers, ledger).rows[0]?.values.phone).toBe('2');
  });
});
