/** 引用を確かめる: the answer, each citation beside the words of its rule, and what nobody looked at. */
import type { Verdict } from '../../../shared/corpus/citations.ts';
import type { Lookup } from '../../../shared/corpus/lookup.ts';
import type { CheckedAnswer, CheckedCitation } from '../../../shared/corpus/lookup-check.ts';
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { inputValue } from '../../sidebar/dom/patch.ts';
import { dd, div, dl, dt, li, ol, p, span, ul } from '../../sidebar/dom/tags.ts';
import { button, heading } from '../../sidebar/parts/button.ts';
import { card } from '../../sidebar/parts/page.ts';
import { answerId, resultId } from '../actions/check.ts';
import type { Actions } from '../actions/index.ts';
import { citationOf } from '../cited.ts';
import type { State } from '../state.ts';
import { ruleText } from './rule-text.ts';
import { withLookup } from './shown.ts';

const verdicts: Readonly<Record<Verdict, { readonly tone: string; readonly means: string }>> = {
  本文一致: { tone: 'good', means: '引いた言葉が、その番地にあります。' },
  存在: {
    tone: 'info',
    means: 'その番地はあります。言葉どおりかは調べていません。並べた本文と読み比べてください。',
  },
  不一致: { tone: 'error', means: '引いた言葉（または日数や人数などの数）が、その番地と違います。' },
  存在しない: { tone: 'error', means: 'その番地は、この束の規程にありません。' },
  未確認: { tone: 'warning', means: 'その規程は束にありません。元の文書で確かめてください。' },
};
const order: readonly Verdict[] = ['存在しない', '不一致', '未確認', '存在', '本文一致'];

export function checkScreen(state: State, actions: Actions): VNode {
  return withLookup(state, actions, '引用を確かめる', (lookup) => [
    heading('引用を確かめる'),
    p(
      'lead',
      'ノートブックなどの答えを貼ると、引かれた番地を一つずつ束と照らします。貼った文は、この画面の外に送られません。',
    ),
    form(state, actions),
    state.check.result !== null && result(state, lookup, state.check.result, actions),
    meanings(),
  ]);
}

function form(state: State, actions: Actions): VNode {
  const { answer, fault } = state.check;
  return h(
    'form',
    {
      class: 'card',
      novalidate: true,
      on: {
        submit: (event) => {
          event.preventDefault();
          actions.check();
        },
      },
    },
    div(
      'field',
      h('label', { for: answerId }, '答え'),
      h('textarea', {
        id: answerId,
        class: 'input',
        rows: 7,
        value: answer,
        maxlength: 50000,
        placeholder:
          '例：議員総会は会頭が招集します（定款第12条第1項）。通知は「会日の7日前までに」発します（定款第12条第2項）。',
        'aria-invalid': fault === '' ? undefined : 'true',
        'aria-describedby': fault === '' ? undefined : 'answer-fault',
        on: { input: (event) => actions.changeAnswer(inputValue(event)) },
      }),
      fault !== '' && h('p', { class: 'fault', id: 'answer-fault' }, fault),
    ),
    div(
      'ask-deeds',
      h('button', { type: 'submit', class: 'button button-primary' }, span('button-label', '確かめる')),
      answer !== '' && button(state, { label: '消す', look: 'quiet', onPress: () => actions.clearAnswer() }),
    ),
  );
}

function verdictMark(verdict: Verdict): VNode {
  return span(`mark mark-${verdicts[verdict].tone}`, verdict);
}

function headline(checked: CheckedAnswer): string {
  if (checked.citations.length > 0) {
    const wrong = checked.counts.存在しない + checked.counts.不一致;
    return wrong === 0
      ? `引用 ${checked.citations.length}件：誤りは見つかりません`
      : `引用 ${checked.citations.length}件：誤りの疑い ${wrong}件`;
  }
  return checked.saysNone ? '引用なし：「規定なし」という答えです' : '引用なし：番地のない答えです';
}

function result(state: State, lookup: Lookup, checked: CheckedAnswer, actions: Actions): VNode {
  const { citations, counts } = checked;
  const wrong = counts.存在しない + counts.不一致;
  return h(
    'section',
    { class: 'stack', 'aria-labelledby': resultId },
    h(
      'h2',
      { id: resultId, tabindex: -1, class: wrong > 0 ? 'verdict verdict-wrong' : 'verdict' },
      headline(checked),
    ),
    citations.length > 0 &&
      ul(
        'counts',
        order
          .filter((verdict) => counts[verdict] > 0)
          .map((verdict) => li('', verdictMark(verdict), ` ${counts[verdict]}件`)),
      ),
    citations.length === 0 && withoutCitations(state, checked, actions),
    ol(
      'citations',
      citations.map((one, at) => citation(state, lookup, one, at, actions)),
    ),
    notChecked(checked),
  );
}

function withoutCitations(state: State, checked: CheckedAnswer, actions: Actions): VNode {
  return div(
    'note note-warning',
    p(
      '',
      checked.saysNone
        ? '本当に規定がないかは、「さがす」で言葉を変えて確かめてください。'
        : '答えの中に、番地の引用がありません。「根拠の条・項を、規程の名前と一緒に示してください」と、もう一度尋ねてください。',
    ),
    button(state, { label: '「さがす」を開く', look: 'quiet', onPress: () => actions.go('search') }),
  );
}

const bare = (text: string): string => text.replace(/\s/g, '');

function citation(state: State, lookup: Lookup, one: CheckedCitation, at: number, actions: Actions): VNode {
  const { verdict, words, address, document, place, rule, heading: title } = one;
  const cited = citationOf(document, place);
  return li(
    `citation citation-${verdicts[verdict].tone}`,
    div(
      'citation-said',
      p('citation-head', verdictMark(verdict), span('strong data', words)),
      p('hint', verdicts[verdict].means),
      bare(address) !== bare(words) && p('hint data', `読み取った番地：${address}`),
    ),
    rule === ''
      ? verdict === '存在しない' && document !== '' && nearest(state, lookup, document, at, actions)
      : div(
          'citation-rule',
          p('hint data', `${cited}${title === '' ? '' : `（${title}）`}`),
          div(
            'hit-text data',
            ruleText(rule, (line) => [line]),
          ),
          div(
            'deed-buttons',
            button(state, {
              label: '前後も読む',
              look: 'quiet',
              spoken: `${cited}の前後も読む`,
              id: `citation-${at}`,
              onPress: () => actions.read({ document, address: place }, `citation-${at}`),
            }),
            button(state, {
              label: '写す',
              look: 'quiet',
              icon: 'copy',
              spoken: `${cited}を番地つきで写す`,
              onPress: () => void actions.copyRule({ document, address: place, heading: title, text: rule }),
            }),
          ),
        ),
  );
}

/** Where there is no such place: how far the document goes. */
function nearest(state: State, lookup: Lookup, document: string, at: number, actions: Actions): VNode {
  const articles = lookup.groups(document).filter(({ address }) => /^第[0-9]+条/.test(address));
  const last = articles[articles.length - 1];
  return div(
    'citation-rule',
    last !== undefined && p('', `「${document}」の本則は、${last.address}までです。`),
    div(
      'deed-buttons',
      button(state, {
        id: `citation-${at}`,
        label: 'この規程を読む',
        look: 'quiet',
        spoken: `この規程を読む：${document}`,
        onPress: () => actions.read({ document, address: '' }, `citation-${at}`),
      }),
    ),
  );
}

function notChecked({ unchecked }: CheckedAnswer): VNode {
  return card(
    '確かめていないこと',
    unchecked.length > 0 &&
      div(
        '',
        p('', `番地のない文 ${unchecked.length}：どの規程とも照らしていません。`),
        ul(
          'unchecked',
          unchecked.slice(0, 20).map((sentence) => li('data', sentence)),
        ),
        unchecked.length > 20 && p('hint', `ほかに ${unchecked.length - 20}文あります。`),
      ),
    ul(
      'dots',
      li('', '答えの意味や、その条を当てはめてよい場面かどうか。'),
      li('', '束を作ったあとの改正と、束に入れていない規程。'),
      li('', '答えが触れていない、ほかの条（例外や特則）。'),
    ),
  );
}

function meanings(): VNode {
  return h(
    'details',
    { class: 'more', key: 'meanings' },
    h('summary', {}, '印の意味'),
    dl(
      'meanings',
      [...order]
        .reverse()
        .map((verdict) => div('', dt('', verdictMark(verdict)), dd('', verdicts[verdict].means))),
    ),
  );
}
