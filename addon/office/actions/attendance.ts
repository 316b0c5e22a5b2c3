/** Actions of 会議の出欠: look at a meeting, type an answer in, note a paper, say whose an answer is, draw the sheet. */
import { loaded } from '../../sidebar/store.ts';
import { done, headingId } from '../../sidebar/work.ts';
import type { AttendanceRowView, AttendanceView, MeetingView } from '../../view/meeting-protocol.ts';
import { type App, change, fetchInto, work } from '../app.ts';
import { type AttendanceDraft, draftFaults, emptyDraft, entryOf } from '../attendance-draft.ts';
import type { AttendanceState, RowFilter } from '../state.ts';

export interface AttendanceActions {
  loadAttendance(): Promise<void>;
  pickMeeting(formId: string): Promise<void>;
  filterRows(filter: RowFilter): void;
  searchRows(search: string): void;
  /** `memberId`: '' for somebody to be picked. */
  openEntry(memberId: string): void;
  closeEntry(): void;
  changeEntry(part: Partial<AttendanceDraft>): void;
  saveEntry(): Promise<void>;
  setPaper(row: AttendanceRowView, isThere: boolean): Promise<void>;
  pickOwner(answerId: string, memberId: string): void;
  saveOwner(row: AttendanceRowView): Promise<void>;
  changeRules(part: Partial<Pick<MeetingView, 'kind' | 'rules'>>): Promise<void>;
  openRoll(): Promise<void>;
  drawSheet(): Promise<void>;
}

export const entryHeadingId = 'entry-heading';
export const entryId = (name: string): string => `entry-${name}`;

export function attendanceActions(app: App): AttendanceActions {
  const part = (): AttendanceState => app.store.get().attendance;
  const meeting = (): MeetingView | null => part().view.value?.meeting ?? null;
  const put = (view: AttendanceView): void => change(app, 'attendance', { view: loaded(view) });

  const load = (formId: string): Promise<void> =>
    fetchInto(
      app,
      'attendance',
      { formId },
      (state) => state.attendance.view,
      (view) => change(app, 'attendance', { view }),
    );

  return {
    loadAttendance: () => load(meeting()?.formId ?? ''),
    async pickMeeting(formId) {
      change(app, 'attendance', { entry: null, faults: {}, filter: 'all', search: '' });
      await load(formId);
    },
    filterRows: (filter) => change(app, 'attendance', { filter }),
    searchRows: (search) => change(app, 'attendance', { search }),
    openEntry(memberId) {
      change(app, 'attendance', { entry: emptyDraft(part().channel, memberId), faults: {} });
      app.focus(entryHeadingId);
    },
    closeEntry() {
      change(app, 'attendance', { entry: null, faults: {} });
      app.focus(headingId);
    },
    changeEntry(changed) {
      const { entry, faults } = part();
      if (entry === null) return;
      const left = Object.fromEntries(Object.entries(faults).filter(([name]) => !(name in changed)));
      change(app, 'attendance', { entry: { ...entry, ...changed }, faults: left });
    },
    async saveEntry() {
      const { entry } = part();
      const now = meeting();
      if (entry === null || now === null) return;
      const faults = draftFaults(entry, now);
      change(app, 'attendance', { faults });
      const [first] = Object.keys(faults);
      if (first !== undefined) {
        app.focus(entryId(first));
        return;
      }
      const view = await work(app, 'save-entry', 'enterAttendance', entryOf(entry, now));
      if (view === null) return;
      put(view);
      const who = now.rows.find(({ id }) => id === entry.memberId)?.name ?? entry.name;
      const what = now.attendances.find(({ value }) => value === entry.attendance)?.label ?? '';
      change(app, 'attendance', { entry: emptyDraft(entry.channel), channel: entry.channel });
      done(app, `${who}さんの回答「${what}」を記録しました。続けて次の人を入力できます。`);
      app.focus(entryId(now.kind === 'other' ? 'name' : 'memberId'));
    },
    async setPaper(row, isThere) {
      const formId = meeting()?.formId ?? '';
      const { answerId, version } = row;
      const mark = isThere ? 'paper' : 'no-paper';
      const input = { formId, answerId, version, mark, memberId: '' } as const;
      const view = await work(app, `paper:${answerId}`, 'markAttendance', input);
      if (view === null) return;
      put(view);
      done(app, isThere ? `${row.name}さんの書面の受取りを記録しました。` : '書面の受取りを取り消しました。');
    },
    pickOwner: (answerId, memberId) =>
      change(app, 'attendance', { owners: { ...part().owners, [answerId]: memberId } }),
    async saveOwner({ answerId, version, name }) {
      const memberId = part().owners[answerId] ?? '';
      const formId = meeting()?.formId ?? '';
      const input = { formId, answerId, version, mark: 'member', memberId } as const;
      const view = await work(app, `owner:${answerId}`, 'markAttendance', input);
      if (view === null) return;
      put(view);
      done(app, `「${name}」の回答を、名簿の人に結び付けました。`);
      app.focus(headingId);
    },
    async changeRules(changed) {
      const now = meeting();
      if (now === null) return;
      const { formId, kind, rules } = { ...now, ...changed };
      const view = await work(app, 'save-meeting', 'saveMeeting', { formId, kind, rules });
      if (view === null) return;
      put(view);
      done(app, '数え方を保存しました。');
    },
    async openRoll() {
      const view = await work(app, 'open-roll', 'openRoll', { formId: meeting()?.formId ?? '' });
      if (view === null) return;
      put(view);
      done(app, `シート「${view.rollSheet}」を開きました。書いたら「最新にする」を押してください。`);
    },
    async drawSheet() {
      const view = await work(app, 'draw-sheet', 'drawAttendance', { formId: meeting()?.formId ?? '' });
      if (view === null) return;
      put(view);
      done(app, `シート「${view.sheet}」に書き出しました。そのまま印刷できます。`);
    },
  };
}
