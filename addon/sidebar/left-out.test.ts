import { describe, expect, it } from 'vitest';
import { groupLeftOut } from './left-out.ts';

const row = (name: string, reason: string) => ({ businessNumber: name, name, reason });

describe('groupLeftOut', () => {
  it('reasons__most_frequent_first_and_nobody_lost', () => {
    const rows = [
      row('a', '回答済み'),
      row('b', '宛先不明'),
      row('c', '宛先不明'),
      row('d', '回答済み'),
      row('e', '宛先不明'),
    ];
    const groups = groupLeftOut(rows);
    expect(groups.map((one) => [one.reason, one.rows.map((member) => member.name).join('')])).toEqual([
      ['宛先不明', 'bce'],
      ['回答済み', 'ad'],
    ]);
  });
});
