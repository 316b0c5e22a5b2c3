import { describe, expect, it } from 'vitest';
import type { DifferenceView } from '../view/register-protocol.ts';
import { firstTakes, takenCount, undecided } from './answer-takes.ts';
import { makeAnswer } from './testing/mock-register-data.ts';

const view = makeAnswer(1, false);
const withFirst = (part: Partial<DifferenceView>) => ({
  ...view,
  differences: view.differences.map((one, index) => (index === 0 ? { ...one, ...part } : one)),
});

describe('takes', () => {
  it('plain_changes_are_taken_and_conflicts_wait', () => {
    expect(view.differences.map((one) => one.kind)).toEqual([
      'conflict-answers',
      'conflict-ledger',
      'change',
    ]);
    expect(firstTakes(view)).toEqual({ representativeName: 'answer' });
    expect(undecided(view, firstTakes(view)).map((one) => one.key)).toEqual(['phone', 'address']);
  });

  it('what_was_decided__stands_chosen_again', () => {
    expect(firstTakes(withFirst({ decided: 'leave' })).phone).toBe('ledger');
    expect(firstTakes(withFirst({ decided: 'take' })).phone).toBe('answer');
    expect(firstTakes(withFirst({ decided: 'other' })).phone).toBe('answer-1001');
  });

  it('count__of_fields_that_would_change_leaves_out_the_ledgers_own', () => {
    expect(takenCount(view, { phone: 'answer-1001', address: 'ledger', representativeName: 'answer' })).toBe(
      2,
    );
  });
});
