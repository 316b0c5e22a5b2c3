/** How a meeting is counted: its kind, and what the bylaws say of those who do not come. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { p } from '../../sidebar/dom/tags.ts';
import { checks } from '../../sidebar/parts/choice.ts';
import { field } from '../../sidebar/parts/field.ts';
import type { AttendanceView, MeetingRules, MeetingView } from '../../view/meeting-protocol.ts';
import type { Actions } from '../actions/index.ts';
import type { State } from '../state.ts';

const options: readonly {
  readonly value: keyof MeetingRules;
  readonly label: string;
  readonly hint: string;
}[] = [
  {
    value: 'assembly',
    label: '議員総会では、委任・書面を出席に数える',
    hint: '定款に定めがあるとき（商工会議所法17条2項・50条）。',
  },
  {
    value: 'board',
    label: '常議員会でも、委任・書面を出席に数える',
    hint: '法53条は委任・書面の決まりを常議員会に当てはめていません。定款に定めがあるときだけ付けてください（未検証）。',
  },
  {
    value: 'electronic',
    label: 'フォームの回答を、委任状・議決書の代わりにする',
    hint: '定款に電磁的方法の定めがあるときだけ付けてください。',
  },
];

export function attendanceRules(
  state: State,
  view: AttendanceView,
  meeting: MeetingView,
  mayChange: boolean,
  actions: Actions,
): VNode {
  const kind = view.kinds.find(({ value }) => value === meeting.kind)?.label ?? '';
  return h(
    'details',
    { class: 'more', key: 'rules' },
    h('summary', {}, `数え方（${kind}）`),
    mayChange && state.busy === null
      ? [
          field({
            id: 'meeting-kind',
            label: '会議の種類',
            value: meeting.kind,
            options: view.kinds,
            onInput: (value) => {
              const found = view.kinds.find((one) => one.value === value);
              if (found !== undefined) void actions.changeRules({ kind: found.value });
            },
          }),
          checks({
            id: 'meeting-rules',
            legend: '定款の定め（どの会議にも同じ）',
            options,
            values: options.map(({ value }) => value).filter((name) => meeting.rules[name]),
            onChange: (values) =>
              void actions.changeRules({
                rules: {
                  assembly: values.includes('assembly'),
                  board: values.includes('board'),
                  electronic: values.includes('electronic'),
                },
              }),
          }),
        ]
      : p('hint', '数え方を変えるには「設定」の役割が必要です。'),
  );
}
