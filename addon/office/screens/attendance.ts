/** 会議の出欠: whether there are enough, what to look into, and everybody with their latest answer. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { inputValue } from '../../sidebar/dom/patch.ts';
import { dd, div, dl, dt, p, span, ul } from '../../sidebar/dom/tags.ts';
import { count } from '../../sidebar/format.ts';
import { button, heading } from '../../sidebar/parts/button.ts';
import { field } from '../../sidebar/parts/field.ts';
import { issueList } from '../../sidebar/parts/issues.ts';
import { card } from '../../sidebar/parts/page.ts';
import type { AttendanceView, MeetingView, QuorumView } from '../../view/meeting-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { matching, rowFilters } from '../attendance-rows.ts';
import type { State } from '../state.ts';
import { entryPanel } from './attendance-entry.ts';
import { attendanceRow } from './attendance-row.ts';
import { attendanceRules } from './attendance-rules.ts';
import { shown } from './shown.ts';

const title = '会議の出欠';

export function attendanceScreen(state: State, actions: Actions): VNode {
  return shown(
    state,
    title,
    state.attendance.view,
    () => void actions.loadAttendance(),
    (view) => [heading(title, refresh(state, actions)), ...body(state, view, actions)],
  );
}

const refresh = (state: State, actions: Actions): VNode =>
  button(state, { label: '最新にする', look: 'quiet', icon: 'refresh', onPress: () => actions.reload() });

function body(state: State, view: AttendanceView, actions: Actions): readonly (VNode | false)[] {
  const { meeting, mayEnter, mayChange } = view;
  if (meeting === null) {
    return [
      card(
        'まだ出欠をたずねるフォームがありません',
        p(
          '',
          'メニューの「フォームの作成と更新」で、「議員総会の出欠」か「委員会・部会の出欠」のフォームを作ってください。',
        ),
        p('hint', '公開すると、ここに会議が出ます。電話や葉書の回答も、ここに入力します。'),
      ),
    ];
  }
  return [
    whichMeeting(view, meeting, actions),
    meeting.kind !== 'other' && rollCard(state, view, meeting, actions),
    standing(meeting),
    state.attendance.entry !== null
      ? entryPanel(state, meeting, state.attendance.entry, actions)
      : deeds(state, view, meeting, actions),
    ...(meeting.rows.length === 0 ? [] : [list(state, meeting, mayEnter, actions)]),
    attendanceRules(state, view, meeting, mayChange, actions),
  ];
}

function whichMeeting(view: AttendanceView, meeting: MeetingView, actions: Actions): VNode {
  if (view.meetings.length < 2) return p('meeting-title data', meeting.title);
  return field({
    id: 'which-meeting',
    label: '会議',
    value: meeting.formId,
    options: view.meetings.map((one) => ({ value: one.formId, label: one.title })),
    onInput: (formId) => void actions.pickMeeting(formId),
  });
}

/** What is wrong with 議員名簿, and the way to it. */
function rollCard(state: State, view: AttendanceView, meeting: MeetingView, actions: Actions): VNode | false {
  if (meeting.rollIsThere && meeting.rollIssues.length === 0) return false;
  return h(
    'section',
    { class: 'card card-warning', 'aria-label': view.rollSheet },
    meeting.rollIsThere
      ? issueList(meeting.rollIssues)
      : [
          h('h2', {}, 'はじめに、名簿を用意します'),
          p(
            '',
            `定足数は「全議員」の数から計算します。シート「${view.rollSheet}」に、全員を1行に1人ずつ貼り付けてください。`,
          ),
        ],
    view.mayEnter &&
      div(
        'deed-line',
        button(state, {
          label: meeting.rollIsThere
            ? `シート「${view.rollSheet}」を開く`
            : `シート「${view.rollSheet}」を作る`,
          look: meeting.rollIsThere ? 'plain' : 'primary',
          work: 'open-roll',
          working: '開いています…',
          onPress: () => void actions.openRoll(),
        }),
      ),
  );
}

const stateMarks: Readonly<Record<QuorumView['state'], readonly [tone: string, label: string]>> = {
  met: ['good', '足りています'],
  doubtful: ['warning', '確かめが必要'],
  short: ['error', '不足'],
};

function standing({ kind, total, presence, quorums, countsVotes }: MeetingView): VNode {
  const { persons, proxies, writings, absent, unanswered, unread } = presence;
  const figures: readonly (readonly [string, number])[] = [
    [kind === 'other' ? '回答' : kind === 'board' ? '構成員' : '全議員', total],
    ['出席', persons],
    ['委任・代理', proxies],
    ['書面', writings],
    ['欠席', absent],
    ...(kind === 'other' ? [] : ([['未回答', unanswered]] as const)),
    ...(unread > 0 ? ([['数に入らない回答', unread]] as const) : []),
  ];
  return card(
    kind === 'other' ? '人数' : '定足数',
    total > 0 &&
      ul(
        'quorums',
        quorums.map((one) => {
          const [tone, label] = stateMarks[one.state];
          return h(
            'li',
            { class: `quorum quorum-${tone}`, key: one.title },
            span(`mark mark-${tone}`, label),
            div('quorum-words', p('strong', one.title), p('', one.words), p('hint', one.ground)),
          );
        }),
      ),
    dl(
      'presence',
      figures.map(([label, amount]) => div('', dt('', label), dd('', count(amount), span('unit', '名')))),
    ),
    kind !== 'other' &&
      p(
        'hint',
        countsVotes
          ? '委任・書面も出席に数えています。'
          : '委任・書面は数えず、出席する人だけを数えています。',
      ),
  );
}

function deeds(state: State, view: AttendanceView, meeting: MeetingView, actions: Actions): VNode | false {
  if (!view.mayEnter || (meeting.kind !== 'other' && meeting.total === 0)) return false;
  return div(
    'deed-line',
    button(state, {
      label: '電話・葉書などの回答を入力する',
      look: 'primary',
      onPress: () => actions.openEntry(''),
    }),
    meeting.rows.length > 0 &&
      button(state, {
        label: `印刷用のシート「${view.sheet}」を作る`,
        work: 'draw-sheet',
        working: '書き出しています…',
        onPress: () => void actions.drawSheet(),
      }),
    meeting.kind !== 'other' &&
      button(state, {
        label: `シート「${view.rollSheet}」を開く`,
        look: 'quiet',
        work: 'open-roll',
        working: '開いています…',
        onPress: () => void actions.openRoll(),
      }),
  );
}

function list(state: State, meeting: MeetingView, mayEnter: boolean, actions: Actions): VNode {
  const { filter, search } = state.attendance;
  const rows = meeting.rows.filter((row) => matching(row, filter, search));
  const chip = ({ id, label, has }: (typeof rowFilters)[number]): VNode =>
    h(
      'button',
      {
        type: 'button',
        key: id,
        class: 'chip',
        'aria-pressed': filter === id ? 'true' : 'false',
        on: { click: () => actions.filterRows(id) },
      },
      `${label} ${count(meeting.rows.filter(has).length)}`,
    );
  return card(
    '一覧',
    div(
      'list-head',
      h('div', { class: 'chips', role: 'group', 'aria-label': '一覧をしぼる' }, rowFilters.map(chip)),
      h('input', {
        id: 'search-people',
        class: 'input',
        type: 'search',
        value: search,
        placeholder: '氏名・事業所名でさがす',
        'aria-label': '氏名・事業所名でさがす',
        autocomplete: 'off',
        maxlength: 100,
        on: { input: (event) => actions.searchRows(inputValue(event)) },
      }),
    ),
    rows.length === 0
      ? h('p', { class: 'blank', role: 'status' }, 'あてはまる人はいません。')
      : ul(
          'attendees',
          rows.map((row) => attendanceRow(state, meeting, row, mayEnter, actions)),
        ),
  );
}
