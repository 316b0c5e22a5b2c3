/** One answer about the register: who says what, where it differs from the ledger, and what becomes of it. */
import type { AnswerRow, AnswerView } from '../../view/register-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { takenCount, undecided } from '../answer-takes.ts';
import { h, type VNode } from '../dom/h.ts';
import { div, h2, p, span } from '../dom/tags.ts';
import { cases, shortTime } from '../format.ts';
import { neighbour } from '../list-rows.ts';
import { answerMark } from '../parts/badge.ts';
import { button } from '../parts/button.ts';
import { field } from '../parts/field.ts';
import { historyPart } from '../parts/history.ts';
import { icon } from '../parts/icon.ts';
import { issueList } from '../parts/issues.ts';
import { card, page, pairs } from '../parts/page.ts';
import { panel } from '../parts/panel.ts';
import { couldNotLoad, skeleton } from '../parts/waiting.ts';
import { walkLine } from '../parts/walk.ts';
import type { State } from '../state.ts';
import { whose } from './answer-whose.ts';
import { differences } from './differences.ts';

export function answerScreen(state: State, actions: Actions): VNode {
  const { answerId, view } = state.answer;
  const rows = state.answers.list.value ?? [];
  const isIt = (row: AnswerRow): boolean => row.answerId === answerId;
  const known = view.value ?? rows.find((row) => row !== null && isIt(row)) ?? null;
  return page(
    view.loading,
    walkLine(state, '回答に戻る', () => actions.backToAnswers(), {
      things: '回答',
      before: neighbour(rows, isIt, -1),
      after: neighbour(rows, isIt, 1),
      go: (step) => void actions.openNextAnswer(step),
    }),
    head(state, known),
    view.issues.length > 0 && couldNotLoad(state, view.issues, () => void actions.reloadAnswer()),
    view.value === null ? view.loading && skeleton([40, 100, 100, 60]) : content(state, view.value, actions),
  );
}

function head(state: State, row: AnswerRow | null): VNode {
  return h(
    'header',
    { class: 'case-head', key: 'answer-head' },
    h(
      'h1',
      { id: 'heading', tabindex: -1, class: 'data' },
      row === null ? '回答' : row.name === '' ? '（事業所が不明）' : row.name,
    ),
    row !== null && [
      p(
        'marks',
        answerMark(row.state),
        span('mark mark-neutral', row.statusLabel),
        row.exportLabel !== '' && span('mark mark-neutral', row.exportLabel),
      ),
      p(
        'case-numbers',
        span('', `受付番号 ${row.receiptNumber}`),
        span('', shortTime(row.receivedAt, state.today)),
        span('data', row.sourceLabel),
      ),
    ],
  );
}

function content(state: State, view: AnswerView, actions: Actions): readonly (VNode | null | false)[] {
  const waits = view.state.id === 'quarantine';
  return [
    state.answer.panel === 'discard' && discard(state, actions),
    view.issues.length > 0 &&
      h(
        'section',
        { 'aria-label': waits ? '要確認になった理由' : '気になるところ', key: 'issues' },
        h2('', waits ? '要確認になった理由' : '気になるところ'),
        issueList(view.issues),
      ),
    view.actions.includes('assign') && whose(state, view, actions),
    view.differences.length > 0
      ? differences(state, view, actions)
      : !waits && p('all-done', icon('check'), '台帳と違うところはありません。'),
    who(view),
    historyPart('履歴', view.history, state.today),
    state.answer.panel === 'none' && bar(state, view, actions),
  ];
}

function who(view: AnswerView): VNode {
  const known: readonly (readonly [string, string])[] = [
    ['事業所番号', view.business?.number ?? ''],
    ['住所', view.business?.address ?? ''],
    ['電話', view.business?.phone ?? ''],
    ['記入者', view.respondent],
    ['記入日', view.respondedOn],
    ['メール', view.email],
    ['届き方', view.sourceLabel],
    ['入力した人', view.enteredBy],
  ];
  return card('事業所と回答者', pairs(known));
}

function discard(state: State, actions: Actions): VNode {
  const { reason, fault } = state.answer;
  return panel(
    state,
    {
      title: 'この回答を見送る',
      danger: true,
      cancel: () => actions.closeDiscard(),
      confirm: {
        label: '見送りにする',
        work: 'answer-discard',
        working: '記録しています…',
        onPress: () => void actions.decideAnswer('discard'),
      },
    },
    p('', '台帳には反映しません。回答は残り、あとから再開できます。'),
    field({
      id: 'answer-reason',
      label: '理由',
      lines: 2,
      value: reason,
      required: true,
      placeholder: '例：電話で確かめたところ、別の事業所の回答だった',
      fault: fault === '' ? undefined : fault,
      onInput: (text) => actions.changeAnswerReason(text),
    }),
  );
}

/** What can be done now; stays in sight while the clerk reads. */
function bar(state: State, view: AnswerView, actions: Actions): VNode | null {
  const can = new Set(view.actions);
  if (!can.has('approve') && !can.has('discard') && !can.has('reopen')) return null;
  const waiting = undecided(view, state.answer.takes);
  const [first] = waiting;
  const open = waiting.length;
  const taken = takenCount(view, state.answer.takes);
  return h(
    'div',
    { class: 'bar-bottom', role: 'group', 'aria-label': 'この回答をどうするか' },
    can.has('approve') &&
      open > 0 &&
      h(
        'p',
        { class: 'bar-words', role: 'status' },
        h(
          'button',
          {
            type: 'button',
            class: 'link',
            on: { click: () => document.getElementById(`difference-${first?.key ?? ''}`)?.focus() },
          },
          `食い違い${cases(open)}を選ぶと、承認できます`,
        ),
      ),
    div(
      'bar-row',
      can.has('discard') &&
        button(state, { id: 'answer-discard', label: '見送る', onPress: () => actions.openDiscard() }),
      can.has('reopen') &&
        button(state, {
          label: '再開する',
          work: 'answer-reopen',
          working: '戻しています…',
          onPress: () => void actions.decideAnswer('reopen'),
        }),
      can.has('approve') &&
        button(state, {
          label: taken > 0 ? `承認する（${taken}項目を変更）` : '承認する',
          work: 'answer-approve',
          working: '承認しています…',
          look: 'primary',
          disabled: open > 0,
          onPress: () => void actions.decideAnswer('approve'),
        }),
    ),
  );
}
