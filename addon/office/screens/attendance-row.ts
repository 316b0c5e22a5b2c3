/** One person of the list of a meeting: what they said, how it came, what has to be looked into. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, p, span } from '../../sidebar/dom/tags.ts';
import { shortTime } from '../../sidebar/format.ts';
import { button } from '../../sidebar/parts/button.ts';
import { field } from '../../sidebar/parts/field.ts';
import type { AttendanceRowView, MeetingView } from '../../view/meeting-protocol.ts';
import type { Actions } from '../actions/index.ts';
import type { State } from '../state.ts';

const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('・');

export function attendanceRow(
  state: State,
  meeting: MeetingView,
  row: AttendanceRowView,
  mayEnter: boolean,
  actions: Actions,
): VNode {
  const how = joined([
    row.channel,
    shortTime(row.at, state.today),
    row.by === '' ? '' : `入力 ${row.by}`,
    row.earlier === 0 ? '' : `前の回答 ${row.earlier}件`,
    row.paper === 'there' ? '書面あり' : '',
  ]);
  return h(
    'li',
    {
      class: row.issues.length > 0 ? 'attendee attendee-check' : 'attendee',
      key: row.isMember ? row.id : row.answerId,
    },
    div('attendee-who', p('strong data', row.name), p('hint data', joined([row.firm, row.group]))),
    div(
      'attendee-what',
      p(
        '',
        span(`mark mark-${row.tone}`, row.label),
        row.holder !== '' && span('data attendee-holder', `代理人 ${row.holder}`),
      ),
      how !== '' && p('hint data', how),
      row.issues.map(({ code, message, remedy }) =>
        h('p', { class: 'attendee-issue data', key: code }, message, span('hint', ` ${remedy}`)),
      ),
      !row.isMember && mayEnter && owner(state, meeting, row, actions),
    ),
    mayEnter && row.isMember && deeds(state, meeting, row, actions),
  );
}

function deeds(state: State, meeting: MeetingView, row: AttendanceRowView, actions: Actions): VNode {
  return div(
    'attendee-deeds',
    row.paper !== 'none' &&
      button(state, {
        label: row.paper === 'missing' ? '書面を受け取った' : '書面を取り消す',
        spoken: `${row.name}：${row.paper === 'missing' ? '書面を受け取った' : '書面を取り消す'}`,
        look: row.paper === 'missing' ? 'plain' : 'quiet',
        work: `paper:${row.answerId}`,
        working: '記録しています…',
        onPress: () => void actions.setPaper(row, row.paper === 'missing'),
      }),
    meeting.kind !== 'other' &&
      button(state, {
        label: row.answerId === '' ? '回答を入力' : '入力し直す',
        spoken: `${row.name}：${row.answerId === '' ? '回答を入力' : '入力し直す'}`,
        look: 'quiet',
        onPress: () => actions.openEntry(row.id),
      }),
  );
}

/** For an answer of nobody on the roll: who it is. */
function owner(state: State, meeting: MeetingView, row: AttendanceRowView, actions: Actions): VNode {
  const picked = state.attendance.owners[row.answerId] ?? '';
  return div(
    'attendee-owner',
    field({
      id: `owner-${row.answerId}`,
      label: `「${row.name}」はだれの回答ですか`,
      value: picked,
      options: [{ value: '', label: '名簿から選ぶ' }, ...membersOf(meeting)],
      onInput: (memberId) => actions.pickOwner(row.answerId, memberId),
    }),
    button(state, {
      label: '結び付ける',
      work: `owner:${row.answerId}`,
      working: '記録しています…',
      disabled: picked === '',
      onPress: () => void actions.saveOwner(row),
    }),
  );
}

export const membersOf = (meeting: MeetingView): readonly { value: string; label: string }[] =>
  meeting.rows
    .filter((row) => row.isMember)
    .map(({ id, name, firm }) => ({ value: id, label: firm === '' ? name : `${name}（${firm}）` }));
