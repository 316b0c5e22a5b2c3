/** 取り込む: take over a form that was copied by hand or made long ago. */
import { type Child, h, type VNode } from '../../sidebar/dom/h.ts';
import { inputValue } from '../../sidebar/dom/patch.ts';
import { div, p, span, ul } from '../../sidebar/dom/tags.ts';
import { button, heading } from '../../sidebar/parts/button.ts';
import { field } from '../../sidebar/parts/field.ts';
import { issueList } from '../../sidebar/parts/issues.ts';
import { page } from '../../sidebar/parts/page.ts';
import { couldNotLoad, skeleton } from '../../sidebar/parts/waiting.ts';
import type { AdoptPreview, MatchView } from '../../view/forms-protocol.ts';
import { addressId } from '../actions/adopt.ts';
import type { Actions } from '../actions/index.ts';
import { matchCounts, twiceTaken } from '../matches.ts';
import type { State } from '../state.ts';
import { confidenceMark } from './marks.ts';

export function adoptScreen(state: State, actions: Actions): VNode {
  const { address, fault, view } = state.adopt;
  return page(
    view.loading,
    heading('今あるフォームを取り込む'),
    p(
      'lead',
      'ドライブでコピーしたフォームや、以前に作ったフォームを、ひな型につなぎます。フォームの見た目や回答は変わりません。',
    ),
    h(
      'section',
      { class: 'card', 'aria-label': 'どのフォームか' },
      field({
        id: addressId,
        label: 'フォームの編集ページのアドレス',
        value: address,
        type: 'url',
        placeholder: 'https://docs.google.com/forms/d/…/edit',
        hint: 'Google フォームの編集ページを開き、ブラウザーの上に出ているアドレスを貼り付けます。',
        fault: fault === '' ? undefined : fault,
        onInput: (value) => actions.changeAddress(value),
      }),
      strangers(state, actions),
      button(state, {
        label: view.value === null ? '設問を調べる' : '調べ直す',
        look: view.value === null ? 'primary' : 'plain',
        disabled: view.loading,
        onPress: () => void actions.lookAt(''),
      }),
    ),
    view.issues.length > 0 && couldNotLoad(state, view.issues, () => void actions.lookAt('')),
    view.loading && view.value === null && skeleton([100, 100, 80]),
    view.value !== null && found(state, view.value, actions),
    view.value === null &&
      p(
        'links',
        h(
          'button',
          { type: 'button', class: 'link', on: { click: () => actions.showCapture(null) } },
          'ひな型にないフォームを、ひな型の下書きとして保存する',
        ),
      ),
  );
}

function strangers(state: State, actions: Actions): Child {
  const list = state.forms.value?.strangers ?? [];
  if (list.length === 0) return null;
  return div(
    'chips',
    span('hint', 'このシートに回答が届いているフォーム：'),
    list.map(({ address, title }) =>
      button(state, {
        label: title,
        onPress: () => {
          actions.changeAddress(address);
          void actions.lookAt('');
        },
      }),
    ),
  );
}

function found(state: State, view: AdoptPreview, actions: Actions): VNode {
  const { keys } = state.adopt;
  const { matched, own, missing } = matchCounts(view, keys);
  const twice = twiceTaken(keys);
  return h(
    'section',
    { class: 'stack', 'aria-label': '設問の対応', key: 'found' },
    h('h2', { id: 'adopt-matches', tabindex: -1 }, `「${view.title}」の設問`),
    h(
      'div',
      { class: 'card' },
      field({
        id: 'adopt-template',
        label: 'どのひな型につなぐか',
        value: view.templateId,
        options: view.templates.map(({ id, title }) => ({ value: id, label: title })),
        onInput: (id) => void actions.lookAt(id),
      }),
      p(
        'strong',
        `${view.matches.length}問のうち${matched}問がひな型の設問です。${own}問は自所の設問として残します。`,
      ),
      missing.length > 0 && p('hint data', `ひな型にあって、このフォームにない設問：${missing.join('、')}`),
    ),
    view.issues.length > 0 && issueList(view.issues),
    p('hint', '「低」の行は、選んである設問が合っているかを必ず確かめてください。違うときは選び直します。'),
    ul(
      'matches',
      view.matches.map((one) => match(view, one, keys[one.itemId] ?? '', twice, actions)),
    ),
    div(
      'bar-bottom',
      twice.size > 0 &&
        h(
          'p',
          { class: 'why', role: 'status' },
          '同じひな型の設問が2か所で選ばれています。どちらか1つにしてください。',
        ),
      div(
        'bar-row',
        button(state, { label: 'やめる', look: 'quiet', onPress: () => actions.leaveAdopt() }),
        button(state, {
          label: `この対応で取り込む（${matched}問）`,
          work: 'adopt',
          working: '取り込んでいます…',
          look: 'primary',
          disabled: twice.size > 0 || matched === 0,
          onPress: () => void actions.adopt(),
        }),
      ),
    ),
  );
}

function match(
  view: AdoptPreview,
  one: MatchView,
  key: string,
  twice: ReadonlySet<string>,
  actions: Actions,
): VNode {
  const byHand = key !== one.key;
  const id = `match-${one.itemId}`;
  const fault = twice.has(key) ? 'ほかの設問でも選ばれています。' : '';
  return h(
    'li',
    { class: 'match', key: one.itemId },
    div(
      'match-own',
      h('label', { for: id, class: 'strong data' }, one.title === '' ? '（題なし）' : one.title),
      span('hint', one.typeLabel),
    ),
    div(
      'match-why',
      byHand
        ? confidenceMark('none', '手で選択')
        : confidenceMark(one.confidence, `確かさ ${one.confidenceLabel}`),
      !byHand && one.ground !== '' && span('hint data', one.ground),
    ),
    div(
      'match-key',
      h(
        'select',
        {
          id,
          class: 'input',
          value: key,
          'aria-invalid': fault === '' ? undefined : 'true',
          'aria-describedby': fault === '' ? undefined : `${id}-fault`,
          on: { change: (event) => actions.changeMatch(one.itemId, inputValue(event)) },
        },
        h('option', { key: '', value: '' }, '自所の設問として残す'),
        view.questions.map((question) =>
          h(
            'option',
            { key: question.key, value: question.key },
            `${question.title}（${question.typeLabel}）`,
          ),
        ),
      ),
      fault !== '' && h('p', { class: 'fault', id: `${id}-fault` }, fault),
    ),
  );
}
