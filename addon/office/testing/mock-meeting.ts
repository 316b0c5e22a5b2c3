/** The list of a meeting from memory: entries, papers and owners change it as the real server would. */
import type {
  AttendanceRowView,
  AttendanceView,
  MeetingOutputs,
  MeetingView,
} from '../../view/meeting-protocol.ts';
import type { Input } from '../../view/protocol.ts';
import { hostileText, me } from './mock-data.ts';
import type { Scenario } from './mock-state.ts';

type Answers = { readonly [M in keyof MeetingOutputs]: (input: Input<M>) => MeetingOutputs[M] };

const blank: AttendanceRowView = {
  id: '',
  name: '',
  firm: '',
  group: '1号議員',
  isMember: true,
  answerId: '',
  version: 0,
  label: '未回答',
  tone: 'wait',
  holder: '',
  channel: '',
  by: '',
  at: '',
  earlier: 0,
  paper: 'none',
  issues: [],
};

const warning = (code: string, message: string, remedy: string): AttendanceRowView['issues'][number] => ({
  code,
  severity: 'warning',
  severityLabel: '確認',
  key: '',
  label: '',
  message,
  remedy,
  value: '',
  suggestion: '',
});

const came = { channel: 'ウェブ', at: '2026-11-24 10:05', label: '出席', tone: 'good', version: 1 } as const;

const started: readonly AttendanceRowView[] = [
  { ...blank, ...came, id: 'm1', name: '見本 太郎', firm: '株式会社見本製作所', answerId: 'a1' },
  {
    ...blank,
    ...came,
    id: 'm2',
    name: '髙橋 花子',
    firm: '髙橋商店',
    answerId: 'a2',
    label: '委任',
    tone: 'neutral',
    holder: '商事 四郎',
    earlier: 1,
    paper: 'missing',
    issues: [
      warning(
        'attendance.paper-missing',
        '委任状が届いていません。',
        '届いたら「書面を受け取った」を押してください。',
      ),
      warning(
        'attendance.holder-open',
        '代理人の商事 四郎さんは、まだ出欠を回答していません。',
        '代理人に出欠を確かめてください。',
      ),
    ],
  },
  { ...blank, id: 'm3', name: '商事 四郎', firm: '見本商事株式会社' },
  { ...blank, id: 'm4', name: '運輸 五郎', firm: '見本運輸', group: '2号議員' },
  {
    ...blank,
    ...came,
    id: 'a5',
    name: 'みほん たろう',
    group: '',
    isMember: false,
    answerId: 'a5',
    tone: 'error',
    issues: [
      warning(
        'attendance.unknown',
        '「みほん たろう」は名簿にありません。',
        'だれの回答かを名簿から選んでください。',
      ),
    ],
  },
];

export function meetingMethods(scenario: Scenario, allow: () => void): Answers {
  let rows = scenario.hostile
    ? started.map((row) => ({ ...row, name: hostileText, firm: hostileText, holder: hostileText }))
    : started;
  let { kind, rules }: Pick<MeetingView, 'kind' | 'rules'> = {
    kind: 'assembly',
    rules: { assembly: true, board: false, electronic: false },
  };
  let rollIsThere = scenario.meeting === 'some';

  const meeting = (): MeetingView => ({
    formId: 'form-9',
    title: scenario.hostile ? hostileText : '第120回通常議員総会',
    kind,
    rules,
    countsVotes: true,
    rollIsThere,
    rollIssues: [],
    total: rollIsThere ? rows.filter((row) => row.isMember).length : 0,
    presence: { persons: 1, proxies: 1, writings: 0, absent: 0, unanswered: 2, unread: 1 },
    quorums: [
      {
        title: '通常の議事',
        ground: '商工会議所法48条1項、全議員の3分の1以上',
        words: '確かめが済めば足ります（2名／必要2名、確かなのは1名）',
        state: 'doubtful',
      },
      {
        title: '定款の変更・解散・合併・除名・解任',
        ground: '49条の議事、全議員の半数以上',
        words: 'あと1名足りません（2名／必要3名）',
        state: 'short',
      },
    ],
    rows: rollIsThere ? rows : [],
    attendances: [
      { value: 'attend', label: '出席する' },
      { value: 'proxy', label: '欠席し、委任する' },
      { value: 'writing', label: '欠席し、書面で議決権を行使する' },
      { value: 'absent', label: '欠席する（委任・書面とも行わない）' },
    ],
    channels: ['電話', '葉書・郵送', 'FAX', 'メール', '窓口・口頭', '当日'],
  });
  const view = (): AttendanceView => ({
    meetings: [
      { formId: 'form-9', title: meeting().title },
      { formId: 'form-8', title: '第5回常議員会' },
    ],
    kinds: [
      { value: 'assembly', label: '議員総会' },
      { value: 'board', label: '常議員会' },
      { value: 'other', label: '委員会・部会など（定足数を数えない）' },
    ],
    rollSheet: '議員名簿',
    sheet: '出欠',
    mayEnter: !scenario.viewer,
    mayChange: !scenario.viewer,
    meeting: scenario.meeting === 'none' ? null : meeting(),
  });
  const changed = (answerId: string, part: Partial<AttendanceRowView>): void => {
    rows = rows.map((row) => (row.answerId === answerId ? { ...row, ...part } : row));
  };

  return {
    attendance: view,
    enterAttendance({ memberId, channel, attendance }) {
      allow();
      rows = rows.map((row) =>
        row.id === memberId
          ? {
              ...row,
              ...came,
              answerId: `staff/${memberId}`,
              channel,
              by: me,
              label: attendance === 'absent' ? '欠席' : '出席',
            }
          : row,
      );
      return view();
    },
    markAttendance({ answerId, mark }) {
      allow();
      if (mark === 'member') rows = rows.filter((row) => row.answerId !== answerId);
      else changed(answerId, { paper: mark === 'paper' ? 'there' : 'missing', issues: [] });
      return view();
    },
    saveMeeting(input) {
      allow();
      ({ kind, rules } = input);
      return view();
    },
    openRoll() {
      allow();
      rollIsThere = true;
      return view();
    },
    drawAttendance() {
      allow();
      return view();
    },
  };
}
