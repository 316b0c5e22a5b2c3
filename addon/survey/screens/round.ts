/** One round: how many have answered, what goes out, answers typed in, the report, the end. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, p, span } from '../../sidebar/dom/tags.ts';
import { count } from '../../sidebar/format.ts';
import { button, heading, outsideLink } from '../../sidebar/parts/button.ts';
import { page } from '../../sidebar/parts/page.ts';
import { couldNotLoad, skeleton } from '../../sidebar/parts/waiting.ts';
import type { SurveyRateView, SurveyView } from '../../view/survey-protocol.ts';
import type { Actions } from '../actions/index.ts';
import type { State } from '../state.ts';
import { figure, percent, shareBar } from './bars.ts';
import { focusCard } from './card.ts';
import { endingCard } from './ending.ts';
import { entryCard } from './entry.ts';
import { stateTones } from './list.ts';
import { reportCard } from './report.ts';
import { sendingCard } from './sending.ts';

export function roundScreen(state: State, actions: Actions): VNode {
  const { value, loading, issues } = state.round;
  const back = button(state, { label: '一覧に戻る', look: 'quiet', onPress: () => actions.toList() });
  if (value === null)
    return page(
      loading,
      heading('調査', back),
      issues.length > 0 ? couldNotLoad(state, issues, () => actions.toList()) : skeleton([100, 100, 80, 100]),
    );
  return page(
    loading,
    heading(
      `${value.title}　${value.wave}`,
      span(`mark mark-${stateTones[value.state]}`, value.stateLabel),
      back,
    ),
    answersCard(state, value, actions),
    sendingCard(state, value, actions),
    entryCard(state, value, actions),
    reportCard(state, value, actions),
    endingCard(state, value, actions),
  );
}

function answersCard(state: State, survey: SurveyView, actions: Actions): VNode {
  const { rates, channels, answers } = survey;
  const [total] = rates;
  const dimensions = [...new Set(rates.map(({ dimension }) => dimension))].filter((one) => one !== '');
  const target = total?.target ?? null;
  return focusCard(
    'answers',
    '回答の状況',
    h(
      'dl',
      { class: 'presence' },
      figure('回答', `${count(survey.answered)} / ${count(survey.asked)}`),
      figure('回答率', percent(survey.answered, survey.asked)),
      target !== null && figure('使える目安', count(target)),
      figure('締切', survey.deadline),
      channels.map(({ label, count: n }) => figure(label, count(n))),
    ),
    target !== null &&
      survey.answered < target &&
      p(
        'hint',
        `目安の ${count(target)}件 まで、あと ${count(target - survey.answered)}件 です。届かない結果は参考にとどめてください。`,
      ),
    answers.twice > 0 &&
      p(
        'hint',
        `同じ事業所の古い回答が ${count(answers.twice)}件 あります。残してありますが、数えるのは新しいほうだけです。`,
      ),
    answers.unknown > 0 &&
      p(
        'note note-warning',
        `番号の合わない回答が ${count(answers.unknown)}件 あります。誰の回答か確かめられないので、集計に入れていません。`,
      ),
    dimensions.map((dimension) =>
      rateTable(
        dimension,
        rates.filter((one) => one.dimension === dimension),
      ),
    ),
    div(
      'links',
      survey.formUrl !== '' && outsideLink(survey.formUrl, 'フォームを見る'),
      button(state, {
        label: '最新を読み直す',
        look: 'quiet',
        icon: 'refresh',
        onPress: () => void actions.openRound(survey.roundId),
      }),
    ),
  );
}

function rateTable(dimension: string, rates: readonly SurveyRateView[]): VNode {
  return h(
    'details',
    { class: 'more', key: dimension, open: rates.length <= 8 },
    h('summary', {}, `${dimension}別`),
    h(
      'table',
      { class: 'rates' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ['区分', '回答', '依頼', '回答率', '目安'].map((head) => h('th', { scope: 'col' }, head)),
        ),
      ),
      h(
        'tbody',
        {},
        rates.map((one) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row', class: 'data' }, one.label),
            h('td', {}, count(one.answered)),
            h('td', {}, count(one.asked)),
            h('td', {}, percent(one.answered, one.asked)),
            h(
              'td',
              { class: 'rate-bar' },
              shareBar(one.answered, one.asked, one.target),
              one.target !== null &&
                span('hint', one.answered >= one.target ? '目安に届いた' : `目安 ${count(one.target)}`),
            ),
          ),
        ),
      ),
    ),
  );
}
