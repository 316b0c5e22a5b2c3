/** 一件: everything about one application, from what has to be mended to who did what. */
import type { ApplicationView, QueueRow } from '../../view/protocol.ts';
import type { Actions } from '../actions/index.ts';
import { fieldOf } from '../correction.ts';
import { h, type VNode } from '../dom/h.ts';
import { h2, li, p, span, ul } from '../dom/tags.ts';
import { cases, shortTime } from '../format.ts';
import { neighbour } from '../list-rows.ts';
import { stateMark } from '../parts/badge.ts';
import { boardHint } from '../parts/board.ts';
import { button } from '../parts/button.ts';
import { historyPart } from '../parts/history.ts';
import { icon } from '../parts/icon.ts';
import { issueList } from '../parts/issues.ts';
import { page, section } from '../parts/page.ts';
import { couldNotLoad, skeleton } from '../parts/waiting.ts';
import { walkLine } from '../parts/walk.ts';
import type { State } from '../state.ts';
import { decisionBar, decisionPanel } from './decision.ts';
import { fieldSection, focusField } from './fields.ts';
import { substituteHint } from './held.ts';

export function caseScreen(state: State, actions: Actions): VNode {
  const { value, loading, issues } = state.case.view;
  return page(
    loading,
    walk(state, actions),
    caseHead(state, value ?? listed(state), actions),
    issues.length > 0 && couldNotLoad(state, issues, () => void actions.reloadCase()),
    value !== null ? content(state, value, actions) : loading && skeleton([40, 100, 100, 60, 90, 80]),
  );
}

/** Back to the list, and the application before and after. */
function walk(state: State, actions: Actions): VNode {
  const rows = state.queue.list.value ?? [];
  const isIt = (row: QueueRow): boolean => row.applicationId === state.case.applicationId;
  return walkLine(state, '受付に戻る', () => actions.backToQueue(), {
    things: '申込',
    before: neighbour(rows, isIt, -1),
    after: neighbour(rows, isIt, 1),
    go: (step) => void actions.openNeighbour(step),
  });
}

/** What the list already knows of the application, shown while the rest is on its way. */
function listed(state: State): QueueRow | null {
  const rows = state.queue.list.value ?? [];
  return rows.find((row) => row?.applicationId === state.case.applicationId) ?? null;
}

function caseHead(state: State, row: QueueRow | null, actions: Actions): VNode {
  const title = row === null ? '申込' : row.name === '' ? '（名前なし）' : row.name;
  return h(
    'header',
    { class: 'case-head', key: 'case-head' },
    h('h1', { id: 'heading', tabindex: -1, class: 'data' }, title),
    row !== null && [
      p(
        'marks',
        stateMark(row.state),
        row.exportLabel !== '' && span('mark mark-neutral', row.exportLabel),
        span('', row.typeLabel),
        button(state, {
          label: 'シートで見る',
          work: 'jump',
          working: '探しています…',
          look: 'quiet',
          icon: 'sheet',
          onPress: () => void actions.jumpToRow('queue', row.applicationId),
        }),
      ),
      p(
        'case-numbers',
        span('', `受付番号 ${row.receiptNumber}`),
        span('', `受付 ${shortTime(row.receivedAt, state.today)}`),
      ),
    ],
  );
}

function content(state: State, view: ApplicationView, actions: Actions): readonly (VNode | null | false)[] {
  const { panel } = state.case;
  return [
    panel === null ? null : decisionPanel(state, view, panel, actions),
    boardHint(state, view.state.id, actions, view.applicationId),
    heldFromCsv(state, view),
    view.issues.length === 0
      ? reasonsHeld(state, view).length === 0 && p('all-done', icon('check'), '直すところはありません。')
      : section(
          '',
          '気になるところ',
          h2('', issueHeading(view)),
          issueList(view.issues, focusField, (issue) => {
            if (issue.suggestion === '' || (fieldOf(view, issue.key)?.edit ?? null) === null)
              return undefined;
            return () => {
              focusField(issue.key);
              actions.openCorrection(issue.key, issue.suggestion);
            };
          }),
          view.issues.some((issue) => issue.code === 'character.unmappable') && p('hint', substituteHint),
        ),
    duplicates(state, view, actions),
    ...view.sections.map((part) => fieldSection(state, part, actions)),
    historyPart('履歴とメール', view.history, state.today),
    panel === null ? decisionBar(state, view, actions) : null,
  ];
}

/** Why the last look at the CSV held this application back; nothing for what is said among the issues anyway. */
function reasonsHeld(state: State, view: ApplicationView): readonly string[] {
  const held = state.csv.preview.value?.held ?? [];
  const reasons = held.find((row) => row.applicationId === view.applicationId)?.reasons ?? [];
  return reasons.filter((reason) => view.issues.every((issue) => !reason.startsWith(issue.message)));
}

function heldFromCsv(state: State, view: ApplicationView): VNode | null {
  const reasons = reasonsHeld(state, view);
  if (reasons.length === 0) return null;
  return h(
    'section',
    { class: 'card card-error', 'aria-label': 'CSVに出せない理由', key: 'held' },
    h2('', 'CSVに出せない理由'),
    ul(
      'plain-list',
      reasons.map((reason) => li('data', reason)),
    ),
    p('hint', substituteHint),
  );
}

function issueHeading(view: ApplicationView): string {
  const errors = view.issues.filter((issue) => issue.severity === 'error').length;
  if (errors === 0) return '念のため確かめるところ';
  return `直すところ ${cases(errors)}`;
}

function duplicates(state: State, view: ApplicationView, actions: Actions): VNode | null {
  if (view.duplicates.length === 0) return null;
  return section(
    'card card-warning',
    '同じ事業所かもしれません',
    h2('', '同じ事業所かもしれません'),
    ul(
      'plain-list',
      view.duplicates.map((one) =>
        li(
          '',
          p('data strong', one.name),
          p('hint data', `${one.where}・${one.reason}`),
          one.applicationId !== '' &&
            one.applicationId !== view.applicationId &&
            button(state, {
              label: 'この申込を開く',
              look: 'quiet',
              spoken: `${one.name}の申込を開く`,
              onPress: () => void actions.openCase(one.applicationId),
            }),
        ),
      ),
    ),
  );
}
