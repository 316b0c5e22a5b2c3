import { describe, expect, it } from 'vitest';
import { type AttendanceAnswer, answeredList, attendanceList, type Member } from './attendance.ts';
import { countQuorum } from './quorum.ts';

const member = (name: string, firm = `${name}商店`): Member => ({ id: `${name}／${firm}`, name, firm });
const roll = ['見本 太郎', '髙橋 花子', '商事 四郎', '運輸 五郎', '観光 六子', '食堂 七子', '印刷 八郎'].map(
  (name) => member(name),
);
let made = 0;
const answer = (name: string, more: Partial<AttendanceAnswer> = {}): AttendanceAnswer => ({
  id: `a${made++}`,
  at: '2026-11-02T09:00:00+09:00',
  name,
  firm: '',
  attitude: 'attend',
  proxyTo: '',
  holder: '',
  hasPaper: false,
  memberId: '',
  ...more,
});
const codes = (answers: readonly AttendanceAnswer[], name: string): readonly string[] =>
  attendanceList(roll, answers)
    .filter((row) => row.member?.name === name)
    .flatMap((row) =>
      row.issues.map((one) => `${one.code}${one.params.reason ? `/${one.params.reason}` : ''}`),
    );

describe('attendanceList', () => {
  it('answered_twice__counts_once__the_latest_whatever_way_and_order_it_came', () => {
    const late = answer('高橋花子', { at: '2026-11-04T09:00:00+09:00', attitude: 'absent' });
    const early = answer('髙橋　花子', { at: '2026-11-03T23:00:00+09:00' });
    for (const order of [
      [late, early],
      [early, late],
    ]) {
      const rows = attendanceList(roll, order);
      expect(rows).toHaveLength(roll.length);
      expect(rows[1]).toMatchObject({ answer: { id: late.id }, earlier: 1, issues: [] });
    }
  });

  it('same_moment__the_one_stored_last_counts', () => {
    const first = answer('見本太郎');
    const second = answer('見本太郎', { attitude: 'absent' });
    expect(attendanceList(roll, [first, second])[0]?.answer?.id).toBe(second.id);
  });

  it.each([
    ['出席しない代理人', [answer('商事四郎', { attitude: 'absent' })], ['attendance.holder-absent']],
    ['まだ答えない代理人', [], ['attendance.holder-open']],
    ['出席する代理人', [answer('商事四郎')], []],
    [
      '代理人も委任',
      [answer('商事四郎', { attitude: 'proxy', proxyTo: 'chair' })],
      ['attendance.holder-absent'],
    ],
  ])('proxy_with_its_paper__%s', (_name, others, expected) => {
    const given = answer('見本太郎', {
      attitude: 'proxy',
      proxyTo: 'member',
      holder: '商事　四郎',
      hasPaper: true,
    });
    expect(codes([given, ...others], '見本 太郎')).toEqual(expected);
  });

  it.each([
    ['', 'attendance.holder-missing'],
    ['だれか', 'attendance.holder-unknown'],
    ['見本太郎', 'attendance.holder-self'],
  ])('proxy_to_%j__%s', (holder, code) => {
    const given = answer('見本太郎', { attitude: 'proxy', proxyTo: 'member', holder, hasPaper: true });
    expect(codes([given], '見本 太郎')).toEqual([code]);
  });

  it('paper_missing__said_of_proxy_and_writing__not_of_the_chair_with_paper', () => {
    expect(codes([answer('見本太郎', { attitude: 'proxy', proxyTo: 'chair' })], '見本 太郎')).toEqual([
      'attendance.paper-missing/proxy',
    ]);
    expect(codes([answer('見本太郎', { attitude: 'writing' })], '見本 太郎')).toEqual([
      'attendance.paper-missing/writing',
    ]);
    expect(codes([answer('見本太郎', { attitude: 'writing', hasPaper: true })], '見本 太郎')).toEqual([]);
  });

  it('nobody_of_that_name_or_several__a_row_of_its_own__until_staff_say_who', () => {
    const two = [...roll, member('見本 太郎', '別の店')];
    const rows = attendanceList(two, [answer('見本太郎', { firm: 'どこか' }), answer('知らない 人')]);
    expect(rows.slice(two.length).map((row) => row.issues[0]?.code)).toEqual([
      'attendance.ambiguous',
      'attendance.unknown',
    ]);
    const byFirm = attendanceList(two, [answer('見本太郎', { firm: '（株）別の店' })]);
    expect(byFirm.find((row) => row.member?.firm === '別の店')?.answer).not.toBeNull();
    const said = attendanceList(two, [answer('知らない 人', { memberId: two[7]?.id ?? '' })]);
    expect(said).toHaveLength(two.length);
    expect(said[7]?.answer).not.toBeNull();
  });

  it('meeting_without_roll__everybody_who_answered_once', () => {
    const rows = answeredList([
      answer('部会 一郎', { firm: '見本商店' }),
      answer('部会　一郎', { firm: '㈱見本商店', attitude: 'absent' }),
      answer('部会 二郎', { attitude: null }),
    ]);
    expect(rows.map((row) => [row.answer?.attitude, row.earlier, row.issues.length])).toEqual([
      ['absent', 1, 0],
      [null, 0, 1],
    ]);
  });
});

describe('countQuorum', () => {
  const five = roll.slice(0, 5);
  const vote = { attitude: 'writing', hasPaper: true } as const;

  it('one_third_and_one_half_of_all__proxies_and_writing_counted__rounded_up', () => {
    const rows = attendanceList(roll, [answer('見本太郎'), answer('髙橋花子', vote), answer('だれか')]);
    const { quorums, ...count } = countQuorum(rows, 'assembly', true);
    expect(count).toMatchObject({
      total: 7,
      counted: 2,
      sure: 2,
      presence: { persons: 1, writings: 1, proxies: 0, unanswered: 5, unread: 1 },
    });
    expect(quorums).toEqual([
      { matters: 'ordinary', needed: 3, state: 'short', wanted: 1 },
      { matters: 'special', needed: 4, state: 'short', wanted: 2 },
    ]);
  });

  it('exactly_a_third_is_enough__and_so_is_exactly_half', () => {
    const six = roll.slice(0, 6);
    const two = attendanceList(six, [answer('見本太郎'), answer('髙橋花子', vote)]);
    expect(countQuorum(two, 'assembly', true).quorums.map((one) => one.state)).toEqual(['met', 'short']);
    const three = attendanceList(six, [answer('見本太郎'), answer('髙橋花子', vote), answer('商事四郎')]);
    expect(countQuorum(three, 'assembly', true).quorums.map((one) => one.state)).toEqual(['met', 'met']);
  });

  it('votes_in_doubt__are_counted__and_the_quorum_says_that_it_rests_on_them', () => {
    const proxy = answer('髙橋花子', { attitude: 'proxy', proxyTo: 'chair' });
    const count = countQuorum(attendanceList(five, [answer('見本太郎'), proxy]), 'assembly', true);
    expect(count).toMatchObject({
      counted: 2,
      sure: 1,
      quorums: [{ needed: 2, state: 'doubtful' }, { needed: 3 }],
    });
  });

  it('board__only_persons__unless_the_bylaws_say_otherwise', () => {
    const rows = attendanceList(five, [answer('見本太郎'), answer('髙橋花子', vote)]);
    expect(countQuorum(rows, 'board', false)).toMatchObject({
      counted: 1,
      presence: { writings: 1 },
      quorums: [{ matters: 'ordinary', needed: 2, state: 'short', wanted: 1 }],
    });
    expect(countQuorum(rows, 'board', true).quorums).toMatchObject([{ state: 'met' }]);
  });

  it('nobody_on_the_roll__is_no_quorum', () => {
    expect(countQuorum([], 'assembly', true).quorums.map((one) => one.state)).toEqual(['short', 'short']);
  });
});
