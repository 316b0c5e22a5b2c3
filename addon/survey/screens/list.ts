/** 調査の一覧: every round with its state, newest first, and the way to begin one. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, li, p, span, ul } from '../../sidebar/dom/tags.ts';
import { count } from '../../sidebar/format.ts';
import { button, heading, outsideLink } from '../../sidebar/parts/button.ts';
import { page } from '../../sidebar/parts/page.ts';
import { couldNotLoad, emptyState, skeleton } from '../../sidebar/parts/waiting.ts';
import type { SurveyCard } from '../../view/survey-protocol.ts';
import type { Actions } from '../actions/index.ts';
import type { State } from '../state.ts';
import { percent, shareBar } from './bars.ts';

export const stateTones = { making: 'warning', open: 'new', closed: 'neutral' } as const;

export function listScreen(state: State, actions: Actions): VNode {
  const { value, loading, issues } = state.view;
  if (value === null)
    return page(
      loading,
      heading('調査'),
      issues.length > 0 ? couldNotLoad(state, issues, () => void actions.load()) : skeleton([100, 100, 60]),
    );
  const begin = (): VNode | false =>
    value.mayStart &&
    button(state, { label: '調査を始める', look: 'primary', onPress: () => actions.openStart() });
  if (value.rounds.length === 0)
    return page(
      loading,
      heading('調査'),
      emptyState(
        'まだ調査がありません',
        p(
          '',
          'LOBO などの調査を、依頼から報告まで、この画面で進めます。依頼は事業所ごとのリンクで送り、紙や電話の回答もここに入れます。',
        ),
        begin() || p('note note-warning', '調査を始めるには「出力」の役割が必要です。'),
      ),
    );
  return page(
    loading,
    heading('調査', begin()),
    ul(
      'rounds',
      value.rounds.map((one) => roundLine(one, actions)),
    ),
  );
}

function roundLine(one: SurveyCard, actions: Actions): VNode {
  return li(
    `round round-${one.state}`,
    div(
      'round-head',
      h(
        'button',
        { type: 'button', class: 'round-button', on: { click: () => void actions.openRound(one.roundId) } },
        span('round-title data', one.title),
        span('round-wave', one.wave),
      ),
      span(`mark mark-${stateTones[one.state]}`, one.stateLabel),
      one.isDestroyed && span('mark mark-neutral', '識別情報は廃棄済'),
    ),
    div(
      'round-figures',
      span('hint', `締切 ${one.deadline}`),
      shareBar(one.answered, one.asked),
      span(
        'round-rate',
        `回答 ${count(one.answered)} / ${count(one.asked)}（${percent(one.answered, one.asked)}）`,
      ),
      one.reportUrl !== '' && outsideLink(one.reportUrl, '報告'),
    ),
  );
}
