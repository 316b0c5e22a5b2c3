/** Typing in an answer that came by telephone, postcard or at the door. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, p } from '../../sidebar/dom/tags.ts';
import { radios } from '../../sidebar/parts/choice.ts';
import { field } from '../../sidebar/parts/field.ts';
import { panel } from '../../sidebar/parts/panel.ts';
import type { MeetingView } from '../../view/meeting-protocol.ts';
import { entryHeadingId, entryId } from '../actions/attendance.ts';
import type { Actions } from '../actions/index.ts';
import { type AttendanceDraft, needsPaper } from '../attendance-draft.ts';
import type { State } from '../state.ts';
import { membersOf } from './attendance-row.ts';

export function entryPanel(
  state: State,
  meeting: MeetingView,
  draft: AttendanceDraft,
  actions: Actions,
): VNode {
  const { faults } = state.attendance;
  const change = actions.changeEntry;
  return panel(
    state,
    {
      title: '電話・葉書などの回答',
      headingId: entryHeadingId,
      cancel: () => actions.closeEntry(),
      cancelLabel: '閉じる',
      confirm: {
        label: 'この回答を記録する',
        work: 'save-entry',
        working: '記録しています…',
        onPress: () => void actions.saveEntry(),
      },
    },
    div(
      'entry-fields',
      meeting.kind === 'other'
        ? [
            field({
              id: entryId('name'),
              label: 'お名前',
              value: draft.name,
              required: true,
              fault: faults.name,
              onInput: (name) => change({ name }),
            }),
            field({
              id: entryId('firm'),
              label: '事業所名',
              value: draft.firm,
              onInput: (firm) => change({ firm }),
            }),
          ]
        : field({
            id: entryId('memberId'),
            label: 'お名前',
            value: draft.memberId,
            required: true,
            fault: faults.memberId,
            options: [{ value: '', label: '名簿から選ぶ' }, ...membersOf(meeting)],
            onInput: (memberId) => change({ memberId }),
          }),
      field({
        id: entryId('channel'),
        label: '受けた方法',
        value: draft.channel,
        options: meeting.channels.map((label) => ({ value: label, label })),
        onInput: (channel) => {
          const found = meeting.channels.find((one) => one === channel);
          if (found !== undefined) change({ channel: found });
        },
      }),
    ),
    radios({
      id: entryId('attendance'),
      legend: '出欠',
      value: draft.attendance,
      fault: faults.attendance,
      options: meeting.attendances,
      onPick: (attendance) => change({ attendance }),
    }),
    draft.attendance === 'proxy' &&
      field({
        id: entryId('holder'),
        label: '委任する相手',
        value: draft.holder,
        required: true,
        fault: faults.holder,
        options: [
          { value: '', label: '選んでください' },
          { value: 'chair', label: '議長' },
          ...membersOf(meeting),
        ],
        onInput: (holder) => change({ holder }),
      }),
    meeting.kind !== 'other' && needsPaper(draft.attendance) && paperBox(draft, actions),
    field({
      id: entryId('note'),
      label: 'メモ',
      value: draft.note,
      placeholder: '例：電話は秘書の見本さん',
      onInput: (note) => change({ note }),
    }),
    p('hint', '前に届いた回答は消えません。新しいほうを数え、入力した人と方法が履歴に残ります。'),
  );
}

function paperBox(draft: AttendanceDraft, actions: Actions): VNode {
  const paper = draft.attendance === 'proxy' ? '委任状' : '議決書';
  return h(
    'label',
    { class: 'choice' },
    h('input', {
      id: entryId('hasPaper'),
      type: 'checkbox',
      checked: draft.hasPaper,
      on: {
        change: (event) =>
          actions.changeEntry({
            hasPaper: event.currentTarget instanceof HTMLInputElement && event.currentTarget.checked,
          }),
      },
    }),
    h('span', { class: 'choice-words' }, `${paper}を受け取った`),
  );
}
