/** さがす: the question, what was found, or that there is no such rule and whom to ask. */
import type { Found, Hit, Lookup } from '../../../shared/corpus/lookup.ts';
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { inputValue } from '../../sidebar/dom/patch.ts';
import { div, h2, li, ol, p, span, ul } from '../../sidebar/dom/tags.ts';
import { button, heading, outsideLink } from '../../sidebar/parts/button.ts';
import { icon } from '../../sidebar/parts/icon.ts';
import type { Actions } from '../actions/index.ts';
import { questionId } from '../actions/search.ts';
import { citationOf, dateOf } from '../cited.ts';
import type { State } from '../state.ts';
import { marked, ruleText } from './rule-text.ts';
import { withLookup } from './shown.ts';

export function searchScreen(state: State, actions: Actions): VNode {
  const made = state.view.value?.bundle?.at ?? '';
  return withLookup(state, actions, 'さがす', (lookup) => [
    heading('さがす', p('chamber', `規程 ${lookup.documents.length}・${made} の束`)),
    form(state, lookup, actions),
    h('p', { class: 'found-words', role: 'status' }, foundWords(state.search.found)),
    state.search.found === null ? shelf(state, lookup, actions) : results(state, state.search.found, actions),
  ]);
}

function form(state: State, lookup: Lookup, actions: Actions): VNode {
  const { question, document } = state.search;
  return h(
    'form',
    {
      class: 'ask',
      role: 'search',
      on: {
        submit: (event) => {
          event.preventDefault();
          actions.search();
        },
      },
    },
    div(
      'field ask-words',
      h('label', { for: questionId }, '言葉、よみ、条の番号、または質問'),
      h('input', {
        id: questionId,
        class: 'input',
        type: 'search',
        value: question,
        placeholder: '例：総会の招集　そうかい　定款12条',
        autocomplete: 'off',
        enterkeyhint: 'search',
        maxlength: 300,
        on: { input: (event) => actions.changeQuestion(inputValue(event)) },
      }),
    ),
    div(
      'field ask-where',
      h('label', { for: 'where' }, '規程'),
      h(
        'select',
        {
          id: 'where',
          class: 'input',
          value: document,
          on: { change: (event) => actions.changeDocument(inputValue(event)) },
        },
        h('option', { key: '', value: '' }, 'すべての規程'),
        lookup.documents.map(({ title }) => h('option', { key: title, value: title }, title)),
      ),
    ),
    h(
      'button',
      { type: 'submit', class: 'button button-primary ask-go' },
      icon('search'),
      span('button-label', 'さがす'),
    ),
  );
}

function foundWords(found: Found | null): string {
  if (found === null) return '';
  if (found.cover === 'none')
    return found.hits.length === 0 ? '規定なし' : '規定なし。近いものを下に並べました。';
  if (found.cover === 'unsure') return 'ぴったりの条は見つかりません。近いものを並べました。';
  return found.hits.length === 100 ? '100件以上見つかりました。' : `${found.hits.length}件見つかりました。`;
}

function results(state: State, found: Found, actions: Actions): VNode {
  const shown = found.hits.slice(0, state.search.most);
  return div(
    'stack',
    found.cover === 'none' && noRule(state, found),
    found.cover === 'unsure' && unsure(found),
    found.cover !== 'found' && shown.length > 0 && h2('', '近いもの'),
    ol(
      'hits',
      shown.map((hit, at) => hitCard(state, found, hit, at, actions)),
    ),
    shown.length < found.hits.length &&
      button(state, {
        label: `さらに表示する（ほかに ${found.hits.length - shown.length}件）`,
        wide: true,
        onPress: () => actions.showMore(),
      }),
  );
}

/** Nothing in the bundle speaks of it: said outright, with whom to ask. */
function noRule(state: State, found: Found): VNode {
  const { chamberName, phone, email } = state.view.value?.ask ?? { chamberName: '', phone: '', email: '' };
  const missing = found.missing.map((word) => `「${word}」`).join('');
  const ways = [phone === '' ? '' : `電話 ${phone}`, email].filter((way) => way !== '').join('、');
  return h(
    'section',
    { class: 'none', 'aria-label': '規定なし' },
    h2('', '規定なし'),
    p(
      '',
      found.outside !== ''
        ? `「${found.outside}」は、この束にありません。`
        : missing === ''
          ? 'お尋ねのことをまとめて定めた条は、この束に見つかりません。'
          : `${missing}という言葉は、この束のどの規程にもありません。`,
    ),
    p(
      '',
      `別の言い方でもさがしてみてください。それでもなければ、${chamberName === '' ? '事務局' : `${chamberName} 事務局`}の担当か、その規程を受け持つ係に尋ねてください。`,
      ways !== '' && span('data', `（${ways}）`),
    ),
    p('hint', '束に入れていない規程や、法令、国や日本商工会議所の通知は、ここではさがしていません。'),
  );
}

/** Some of it may stand there in other words: a person has to look. */
function unsure(found: Found): VNode {
  const missing = found.missing.map((word) => `「${word}」`).join('');
  return p(
    'note note-warning',
    missing === '' ? '' : `${missing}という言葉は、この束にありません。`,
    '下の条がお尋ねのことを定めているかは、読んで確かめてください。別の言い方でさがすと、見つかることもあります。',
  );
}

function hitCard(state: State, found: Found, hit: Hit, at: number, actions: Actions): VNode {
  const { document, address, path, text } = hit;
  const draw = marked(found.terms);
  const cited = citationOf(document, address);
  const own = path[path.length - 1] ?? '';
  return li(
    'hit',
    h(
      'h2',
      { class: 'hit-address' },
      h(
        'button',
        {
          type: 'button',
          id: `hit-${at}`,
          class: 'link data',
          on: { click: () => actions.read({ document, address }, `hit-${at}`) },
        },
        cited,
      ),
    ),
    path.length > 0 && p('hit-path data', draw(path.join(' › '))),
    div('hit-text data', ruleText(text, draw)),
    div(
      'deed-buttons',
      button(state, {
        label: '前後も読む',
        look: 'quiet',
        spoken: `${cited}の前後も読む`,
        onPress: () => actions.read({ document, address }, `hit-${at}`),
      }),
      button(state, {
        label: '写す',
        look: 'quiet',
        icon: 'copy',
        spoken: `${cited}を番地つきで写す`,
        onPress: () => void actions.copyRule({ document, address, heading: own, text }),
      }),
    ),
  );
}

/** Before anything is asked: what there is to read. */
function shelf(state: State, lookup: Lookup, actions: Actions): VNode {
  const sources = state.view.value?.bundle?.sources ?? [];
  return h(
    'section',
    { class: 'card', 'aria-label': 'この束の規程' },
    h2('', 'この束の規程'),
    ul(
      'shelf',
      lookup.documents.map((one, at) => {
        const url = sources.find(({ title }) => title === one.title)?.url ?? '';
        return li(
          'shelf-line',
          div(
            'shelf-words',
            h(
              'button',
              {
                type: 'button',
                id: `shelf-${at}`,
                class: 'link data',
                on: { click: () => actions.read({ document: one.title, address: '' }, `shelf-${at}`) },
              },
              one.title,
            ),
            p('hint', [dateOf(one), `版 ${one.version}`].filter((text) => text !== '').join('・')),
            one.unread.length > 0 &&
              p('note note-warning', `読めなかったところがあります：${one.unread.join(' ')}`),
          ),
          url !== '' && outsideLink(url, 'ドキュメント'),
        );
      }),
    ),
  );
}
