/** S14: one list of who comes to a meeting, kept by form, by staff and on paper up to the day. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceState } from '../../emulator/workspace/model.ts';
import type { Built } from '../support/built.ts';
import { ask, call, chamberFrom, records, sheetRows, snapshot } from '../support/chamber.ts';
import { buildJobs } from '../support/jobs-bundle.ts';
import { killedAtEveryCall } from '../support/kill.ts';
import {
  answers,
  attend,
  entry,
  give,
  look,
  type MeetingChamber,
  makeMeeting,
  memberId,
  rowOf,
} from '../support/meeting.ts';
import { makeForm, setUpChamber } from '../support/submissions.ts';

let built: Built;
let start: { readonly state: WorkspaceState; readonly bookId: string; readonly formId: string };
beforeAll(async () => {
  built = await buildJobs();
  const { chamber, form } = makeMeeting(built);
  start = { state: snapshot(chamber), bookId: chamber.bookId, formId: form.id };
}, 180_000);

function meeting(): MeetingChamber {
  const chamber = chamberFrom(built, start.state, start.bookId);
  const form = chamber.workspace.state.forms[start.formId];
  if (form === undefined) throw new Error('no form');
  return { chamber, form };
}
const codes = (at: MeetingChamber, name: string): readonly string[] =>
  rowOf(look(at), name).issues.map((one) => one.code);

describe('attendance', () => {
  it('one_list__each_with_its_channel__the_latest_of_two_counts_whatever_way_it_came', () => {
    const at = meeting();
    answers(at, attend('見本　太郎'), give('高橋花子', '議長'), attend('食堂七子'));
    at.chamber.workspace.advance(60_000);
    ask(at.chamber, 'enterAttendance', entry(at, '食堂 七子', { channel: '電話', attendance: 'absent' }));
    ask(
      at.chamber,
      'enterAttendance',
      entry(at, '運輸 五郎', { channel: '葉書・郵送', attendance: 'writing' }),
    );
    at.chamber.workspace.advance(60_000);
    answers(at, attend('髙橋 花子'));
    const { rows, total, presence } = look(at);
    expect(rows.map((row) => `${row.name} ${row.label} ${row.channel} ${row.earlier}`)).toEqual([
      '見本 太郎 出席 ウェブ 0',
      '髙橋 花子 出席 ウェブ 1',
      '商事 四郎 未回答  0',
      '運輸 五郎 書面 葉書・郵送 0',
      '観光 六子 未回答  0',
      '食堂 七子 欠席 電話 1',
      '印刷 八郎 未回答  0',
    ]);
    expect(total).toBe(7);
    expect(presence).toEqual({ persons: 2, proxies: 0, writings: 1, absent: 1, unanswered: 3, unread: 0 });
    const list = records(at.chamber, '申込・回答');
    expect(list.map((row) => row.内容の要約).filter((text) => text?.includes('（代理入力）'))).toHaveLength(
      2,
    );
  });

  it('quorum__a_third_and_a_half__proxies_and_writing_count__in_doubt_while_paper_is_out', () => {
    const at = meeting();
    answers(at, attend('見本 太郎'), give('髙橋 花子', '議長'), give('商事 四郎', '見本太郎'));
    const words = (): readonly string[] => look(at).quorums.map((one) => `${one.state} ${one.words}`);
    expect(words()).toEqual([
      'doubtful 確かめが済めば足ります（3名／必要3名、確かなのは1名）',
      'short あと1名足りません（3名／必要4名）',
    ]);
    expect(codes(at, '髙橋 花子')).toEqual(['attendance.paper-missing']);
    for (const name of ['髙橋 花子', '商事 四郎']) {
      const { answerId, version } = rowOf(look(at), name);
      const mark = { formId: at.form.id, answerId, version, mark: 'paper', memberId: '' } as const;
      ask(at.chamber, 'markAttendance', mark);
    }
    ask(at.chamber, 'enterAttendance', entry(at, '運輸 五郎', { attendance: 'writing', hasPaper: true }));
    expect(words()).toEqual(['met 足りています（4名／必要3名）', 'met 足りています（4名／必要4名）']);
    const done = records(at.chamber, '変更履歴').filter((row) => row.変更後 === '書面を受領');
    expect(done).toHaveLength(3);
  });

  it('holder_who_will_not_come__is_flagged__and_so_is_one_who_calls_off_later', () => {
    const at = meeting();
    answers(at, attend('見本 太郎'), give('商事 四郎', '見本太郎'));
    expect(codes(at, '商事 四郎')).toEqual(['attendance.paper-missing']);
    at.chamber.workspace.advance(60_000);
    ask(at.chamber, 'enterAttendance', entry(at, '見本 太郎', { channel: '電話', attendance: 'absent' }));
    expect(codes(at, '商事 四郎')).toEqual(['attendance.paper-missing', 'attendance.holder-absent']);
  });

  it('board__only_persons_of_the_board_count__unless_the_setting_says_otherwise', () => {
    const at = makeMeeting(built, '第5回常議員会');
    answers(at, attend('見本 太郎'), give('髙橋 花子', '議長'), attend('商事 四郎'));
    const before = look(at);
    expect(before).toMatchObject({ kind: 'board', countsVotes: false, total: 3 });
    expect(before.quorums.map((one) => one.words)).toEqual(['足りています（1名／必要1名）']);
    expect(rowOf(before, '商事 四郎').issues.map((one) => one.code)).toEqual(['attendance.unknown']);
    const rules = { assembly: true, board: true, electronic: true };
    ask(at.chamber, 'saveMeeting', { formId: at.form.id, kind: 'board', rules });
    expect(look(at).quorums.map((one) => one.words)).toEqual(['足りています（2名／必要1名）']);
    // An answer by form stands for the paper now.
    expect(codes(at, '髙橋 花子')).toEqual([]);
    const settings = records(at.chamber, '設定').filter((row) => row.キー?.startsWith('meeting.'));
    expect(settings.map((row) => `${row.項目} ${row.値}`)).toEqual([
      '議員総会で委任・書面を出席に数える はい',
      '常議員会で委任・書面を出席に数える はい',
      'フォームの回答を委任状・議決書の代わりにする はい',
      '会議の種類（第5回常議員会） 常議員会',
    ]);
  });

  it('nobody_of_that_name__staff_say_whose_answer_it_is', () => {
    const at = meeting();
    answers(at, attend('みほん たろう'));
    const stray = rowOf(look(at), 'みほん たろう');
    expect(stray).toMatchObject({ isMember: false, issues: [{ code: 'attendance.unknown' }] });
    const mark = { formId: at.form.id, answerId: stray.answerId, version: 0, mark: 'member' } as const;
    const { reply } = call(at.chamber, 'markAttendance', { ...mark, memberId: 'だれか／' });
    expect(reply).toMatchObject({ ok: false, issues: [{ code: 'attendance.member-unknown' }] });
    ask(at.chamber, 'markAttendance', { ...mark, memberId: memberId('見本 太郎') });
    expect(look(at).rows).toHaveLength(7);
    expect(rowOf(look(at), '見本 太郎').label).toBe('出席');
    const other = call(at.chamber, 'markAttendance', { ...mark, memberId: memberId('髙橋 花子') }).reply;
    expect(other).toMatchObject({ ok: false, issues: [{ code: 'decision.conflict' }] });
  });

  it('sheet__goes_to_paper_with_the_quorum__follows_what_staff_do__holds_formulas_as_text', () => {
    const at = meeting();
    answers(at, attend('=1+1'), attend('見本 太郎'));
    ask(at.chamber, 'drawAttendance', { formId: at.form.id });
    ask(at.chamber, 'enterAttendance', entry(at, '髙橋 花子'));
    const rows = sheetRows(at.chamber, '出欠') ?? [];
    expect(rows.map((row) => row.slice(0, 4).join('|'))).toEqual([
      '番号|氏名|事業所名|出欠',
      '1|見本 太郎|株式会社見本製作所|出席',
      '2|髙橋 花子|髙橋商店|出席',
      '3|商事 四郎|見本商事株式会社|未回答',
      '4|運輸 五郎|見本運輸|未回答',
      '5|観光 六子|見本観光|未回答',
      '6|食堂 七子|見本食堂|未回答',
      '7|印刷 八郎|見本印刷|未回答',
      '8|=1+1|見本|出席',
      '以上|7名|第120回通常議員総会|出席 2',
      '|定足数|商工会議所法48条1項、全議員の3分の1以上|',
      '|定足数|49条の議事、全議員の半数以上|',
    ]);
    const cells = at.chamber.workspace.state.spreadsheets[at.chamber.bookId]?.sheets.find(
      (one) => one.name === '出欠',
    )?.cells;
    expect(cells?.[8]?.[1]).toEqual({ t: 'text', v: '=1+1' });
  });

  it('entry__the_same_twice_is_one__what_is_missing_is_said__nothing_is_written_then', () => {
    const at = meeting();
    ask(at.chamber, 'enterAttendance', entry(at, '見本 太郎'));
    ask(at.chamber, 'enterAttendance', entry(at, '見本 太郎'));
    expect(records(at.chamber, '申込・回答')).toHaveLength(1);
    const faults = [
      [{ memberId: 'だれか／' }, 'attendance.member-unknown'],
      [{ attendance: '' }, 'attendance.attendance-missing'],
      [{ attendance: 'proxy' }, 'attendance.holder-missing'],
      [{ attendance: 'proxy', proxyTo: 'other' }, 'attendance.holder-missing'],
    ] as const;
    for (const [more, code] of faults) {
      const { reply } = call(at.chamber, 'enterAttendance', entry(at, '髙橋 花子', more));
      expect(reply).toMatchObject({ ok: false, issues: [{ code }] });
    }
    expect(records(at.chamber, '申込・回答')).toHaveLength(1);
  });

  it('committee__needs_no_roll__everybody_who_answers_is_on_the_list', () => {
    const chamber = setUpChamber(built);
    const form = makeForm(chamber, 'committee-attendance', {
      meetingName: '商業部会',
      eventDate: '12月1日',
      place: '商工会館',
    });
    const at = { chamber, form };
    answers(at, attend('部会 一郎', { 'local.attendance': '出席（オンライン）' }));
    const typed = { memberId: '', name: '部会 二郎', firm: '見本商店' };
    ask(chamber, 'enterAttendance', entry(at, '', typed));
    expect(look(at)).toMatchObject({ kind: 'other', quorums: [], presence: { persons: 2 } });
  });

  it('without_a_roll_sheet__the_screen_says_so__and_making_it_twice_is_once', () => {
    const chamber = setUpChamber(built);
    expect(ask(chamber, 'attendance', { formId: '' }).meeting).toBeNull();
    const values = { meetingName: '臨時議員総会', eventDate: '3月', place: '会館', agenda: '議案' };
    const form = makeForm(chamber, 'meeting-attendance', values);
    expect(ask(chamber, 'attendance', { formId: '' }).meeting).toMatchObject({
      rollIsThere: false,
      total: 0,
    });
    ask(chamber, 'openRoll', { formId: form.id });
    const { meeting: one } = ask(chamber, 'openRoll', { formId: form.id });
    expect(one).toMatchObject({ rollIsThere: true, rollIssues: [{ code: 'attendance.roll-empty' }] });
    const names = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.map((sheet) => sheet.name);
    expect(names?.filter((name) => name === '議員名簿' || name === '出欠')).toEqual(['議員名簿', '出欠']);
  });

  it('dies_before_any_call__the_same_entry_again_ends_the_same', () => {
    const at = meeting();
    answers(at, give('商事 四郎', '見本太郎'));
    ask(at.chamber, 'drawAttendance', { formId: at.form.id });
    const random = (text: string): string => text.replace(/staff\/[^"\\/]+/g, 'staff/…');
    const input = entry(at, '見本 太郎', { attendance: 'absent' });
    killedAtEveryCall(built, at.chamber, ['enterAttendance', input], random);
  });
});
