import { describe, expect, it } from 'vitest';
import type { AttendanceRowView, MeetingView } from '../view/meeting-protocol.ts';
import { draftFaults, emptyDraft, entryOf } from './attendance-draft.ts';
import { matching } from './attendance-rows.ts';
import { meetingMethods } from './testing/mock-meeting.ts';
import { usual } from './testing/mock-state.ts';

const { meeting } = meetingMethods(usual, () => undefined).attendance({ formId: '' });
if (meeting === null) throw new Error('no meeting');
const assembly: MeetingView = meeting;
const committee: MeetingView = { ...assembly, kind: 'other' };

describe('draftFaults', () => {
  it('says_first_who__then_what__then_to_whom', () => {
    expect(Object.keys(draftFaults(emptyDraft(), assembly))).toEqual(['memberId', 'attendance']);
    const proxy = { ...emptyDraft('電話', 'm1'), attendance: 'proxy' };
    expect(Object.keys(draftFaults(proxy, assembly))).toEqual(['holder']);
    expect(draftFaults({ ...proxy, holder: 'm1' }, assembly).holder).toBe('ご本人は代理人になれません。');
    expect(draftFaults({ ...proxy, holder: 'm3' }, assembly)).toEqual({});
  });

  it('without_a_roll__the_name_is_typed', () => {
    const draft = { ...emptyDraft(), attendance: 'attend' };
    expect(Object.keys(draftFaults(draft, committee))).toEqual(['name']);
    expect(draftFaults({ ...draft, name: '部会 一郎' }, committee)).toEqual({});
  });
});

describe('entryOf', () => {
  it('holder_goes_by_name__paper_only_where_one_is_needed', () => {
    const draft = { ...emptyDraft('FAX', 'm1'), attendance: 'proxy', holder: 'm3', hasPaper: true };
    expect(entryOf(draft, assembly)).toMatchObject({ proxyTo: 'other', holder: '商事 四郎', hasPaper: true });
    expect(entryOf({ ...draft, holder: 'chair' }, assembly)).toMatchObject({ proxyTo: 'chair', holder: '' });
    expect(entryOf({ ...draft, attendance: 'attend' }, assembly)).toMatchObject({
      proxyTo: '',
      holder: '',
      hasPaper: false,
    });
  });
});

describe('matching', () => {
  const [, flagged, open] = assembly.rows;
  const names = (rows: readonly (AttendanceRowView | undefined)[]): number => rows.filter(Boolean).length;
  it('filters_by_what_is_to_do_and_searches_without_regard_to_width_and_spaces', () => {
    expect(names([flagged, open])).toBe(2);
    if (flagged === undefined || open === undefined) return;
    expect([matching(flagged, 'check', ''), matching(open, 'check', '')]).toEqual([true, false]);
    expect([matching(flagged, 'open', ''), matching(open, 'open', '')]).toEqual([false, true]);
    expect(matching(open, 'all', '商事四郎')).toBe(true);
    expect(matching(open, 'all', '見本商事　株式')).toBe(true);
    expect(matching(open, 'all', '運輸')).toBe(false);
  });
});
