import { describe, expect, it } from 'vitest';
import { emptyList, withChangedRow } from './list-state.ts';
import { loaded } from './store.ts';

interface Row {
  readonly id: string;
  readonly state: string;
}
const isB = (row: Row): boolean => row.id === 'b';

describe('withChangedRow', () => {
  it('fetched_list__holds_the_row_as_it_is_now__and_asks_again_later', () => {
    const list = {
      ...emptyList<Row>(),
      list: loaded<readonly (Row | null)[]>([{ id: 'a', state: '1' }, null, { id: 'b', state: '1' }]),
    };
    const after = withChangedRow(list, { id: 'b', state: '2' }, isB);
    expect(after.list.value).toEqual([{ id: 'a', state: '1' }, null, { id: 'b', state: '2' }]);
    expect(after.stale).toBe(true);
  });

  it('list_never_fetched__is_not_taken_for_an_empty_one', () => {
    expect(withChangedRow(emptyList<Row>(), { id: 'b', state: '2' }, isB).list.value).toBeNull();
  });
});
