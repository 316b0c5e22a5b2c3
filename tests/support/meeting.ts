/** Chambers with a meeting: its form, 議員名簿, answers by form and by staff. */
import type { Input, Outputs } from '../../addon/view/protocol.ts';
import type { FormState } from '../../emulator/workspace/model.ts';
import type { Built } from './built.ts';
import { ask, type Chamber, run } from './chamber.ts';
import { putRows } from './register.ts';
import { makeForm, putAnswer, setUpChamber } from './submissions.ts';

export interface MeetingChamber {
  readonly chamber: Chamber;
  readonly form: FormState;
}

/** 氏名, 事業所名, 常議員. */
export const roll: readonly (readonly [string, string, string])[] = [
  ['見本 太郎', '株式会社見本製作所', '○'],
  ['髙橋 花子', '髙橋商店', '○'],
  ['商事 四郎', '見本商事株式会社', ''],
  ['運輸 五郎', '見本運輸', '○'],
  ['観光 六子', '見本観光', ''],
  ['食堂 七子', '見本食堂', ''],
  ['印刷 八郎', '見本印刷', ''],
];

/** Id of a member on the roll. */
export const memberId = (name: string): string => `${name}／${roll.find(([one]) => one === name)?.[1] ?? ''}`;

export function makeMeeting(built: Built, meetingName = '第120回通常議員総会'): MeetingChamber {
  const chamber = setUpChamber(built);
  const form = makeForm(chamber, 'meeting-attendance', {
    meetingName,
    eventDate: '3月25日（水）午後3時',
    place: '商工会館',
    agenda: '第1号議案　事業報告',
  });
  ask(chamber, 'openRoll', { formId: form.id });
  putRows(
    chamber,
    '議員名簿',
    roll.map(([氏名, 事業所名, 常議員]) => ({ 氏名, 事業所名, 常議員 })),
  );
  return { chamber, form };
}

export const attend = (name: string, more: Readonly<Record<string, string>> = {}) => ({
  contactName: name,
  name: '見本',
  'local.attendance': '出席する',
  ...more,
});
export const give = (name: string, holder: string) =>
  attend(name, {
    'local.attendance': '欠席し、委任する',
    'local.proxy': holder === '議長' ? '議長に委任する' : 'ほかの議員に委任する',
    ...(holder === '議長' ? {} : { 'local.proxyName': holder }),
  });

/** Answers by form, taken in. */
export function answers({ chamber, form }: MeetingChamber, ...all: Parameters<typeof putAnswer>[2][]): void {
  putAnswer(chamber, form, ...all);
  const result = run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' });
  if (!result.ok) throw new Error(result.error.message);
}

/** What staff type in of somebody. */
export const entry = (
  { form }: MeetingChamber,
  name: string,
  more: Partial<Input<'enterAttendance'>> = {},
): Input<'enterAttendance'> => ({
  formId: form.id,
  memberId: memberId(name),
  name: '',
  firm: '',
  channel: '電話',
  attendance: 'attend',
  proxyTo: '',
  holder: '',
  hasPaper: false,
  note: '',
  ...more,
});

export type MeetingOf = NonNullable<Outputs['attendance']['meeting']>;

export function look({ chamber, form }: MeetingChamber): MeetingOf {
  const { meeting } = ask(chamber, 'attendance', { formId: form.id });
  if (meeting === null) throw new Error('no meeting');
  return meeting;
}

export function rowOf(meeting: MeetingOf, name: string): MeetingOf['rows'][number] {
  const row = meeting.rows.find((one) => one.name === name);
  if (row === undefined) throw new Error(`no row of ${name}`);
  return row;
}
