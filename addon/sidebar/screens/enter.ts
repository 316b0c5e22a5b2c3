/** 代理入力: an answer that came by telephone or on paper, typed in by staff. */
import type { BusinessView } from '../../view/register-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { div, h2, p, span, ul } from '../dom/tags.ts';
import { changedFields, grounds } from '../entry-check.ts';
import { businessLines, businessSearch } from '../parts/business-search.ts';
import { button, heading } from '../parts/button.ts';
import { radios } from '../parts/choice.ts';
import { field } from '../parts/field.ts';
import { icon } from '../parts/icon.ts';
import { section } from '../parts/page.ts';
import { walkLine } from '../parts/walk.ts';
import type { State } from '../state.ts';

export function enterScreen(state: State, actions: Actions): VNode {
  const business = state.enter.business.value;
  return business === null ? search(state, actions) : form(state, business, actions);
}

function search(state: State, actions: Actions): VNode {
  return div(
    'screen',
    walkLine(state, '台帳に戻る', () => actions.back()),
    heading('代理入力'),
    p('lead', '電話や紙で届いた回答を、職員が代わりに入れます。まず事業所をさがしてください。'),
    businessSearch(state, actions, (found) =>
      ul(
        'lines',
        found.map((one) =>
          h(
            'li',
            { key: one.businessNumber },
            h(
              'button',
              {
                type: 'button',
                class: 'line',
                on: { click: () => void actions.openBusiness(one.businessNumber) },
              },
              span(
                'line-words',
                span('line-label data', one.name),
                span('line-hint data', businessLines(one)),
              ),
              icon('forward'),
            ),
          ),
        ),
      ),
    ),
  );
}

function form(state: State, business: BusinessView, actions: Actions): VNode {
  const { ground, otherGround, status, respondent, faults, typed } = state.enter;
  const changed = Object.keys(changedFields(business, typed)).length;
  return div(
    'screen',
    walkLine(state, '事業所を選び直す', () => actions.leaveBusiness()),
    heading('代理入力'),
    section('card', '事業所', p('strong data', business.name), p('hint data', businessLines(business))),
    section(
      'card',
      '届き方',
      radios({
        id: 'entry-ground',
        className: 'choices choices-row',
        legend: '何で届いたか',
        value: ground,
        fault: faults.ground,
        options: grounds.map((one) => ({ value: one, label: one })),
        onPick: (value) => actions.changeEnter({ ground: value }),
      }),
      ground === 'その他' &&
        field({
          id: 'entry-other',
          label: 'どう届いたか',
          value: otherGround,
          placeholder: '例：会合の席で',
          fault: faults.other,
          onInput: (value) => actions.changeEnter({ otherGround: value }),
        }),
      field({
        id: 'entry-respondent',
        label: '回答した方のお名前',
        value: respondent,
        placeholder: '例：見本　花子',
        fault: faults.respondent,
        onInput: (value) => actions.changeEnter({ respondent: value }),
      }),
    ),
    section(
      'card',
      '変更の有無',
      radios({
        id: 'entry-status',
        className: 'choices choices-row',
        legend: '変更の有無',
        value: status,
        fault: faults.status,
        options: [
          { value: 'unchanged', label: '変更なし' },
          { value: 'changed', label: '変更あり' },
        ],
        onPick: (value) => actions.changeEnter({ status: value === 'changed' ? 'changed' : 'unchanged' }),
      }),
    ),
    status === 'changed' && fields(state, business, actions),
    div(
      'bar-bottom',
      button(state, {
        label: status === 'changed' && changed > 0 ? `${changed}項目の変更を保存` : '保存する',
        work: 'enter',
        working: '保存しています…',
        look: 'primary',
        wide: true,
        onPress: () => void actions.saveEntry(),
      }),
    ),
  );
}

function fields(state: State, business: BusinessView, actions: Actions): VNode {
  const { typed, faults } = state.enter;
  return h(
    'section',
    { class: 'fields entry', 'aria-label': '変わった項目', key: 'fields' },
    h2('fields-head', '変わった項目だけ入れてください'),
    faults.fields !== undefined &&
      h('p', { class: 'fault', id: 'entry-fields', tabindex: -1, role: 'alert' }, faults.fields),
    div(
      '',
      business.fields.map((one) => {
        const text = typed[one.key];
        return h(
          'div',
          { class: 'field-line', key: one.key },
          p('hint data', one.label),
          p('data lines-kept', one.shown === '' ? '（空）' : one.shown),
          text === undefined
            ? h(
                'button',
                {
                  type: 'button',
                  id: `open-${one.key}`,
                  class: 'correct link',
                  'aria-label': `${one.label}が変わった`,
                  on: { click: () => actions.openField(one.key) },
                },
                '変わった',
              )
            : editor(one, text, actions),
        );
      }),
    ),
  );
}

function editor(one: BusinessView['fields'][number], text: string, actions: Actions): VNode {
  return div(
    'correction',
    field({
      id: `enter-${one.key}`,
      label: '新しい内容',
      value: text,
      ...(one.options.length > 0
        ? { options: [{ value: '', label: '（選んでください）' }, ...one.options] }
        : {}),
      onInput: (value) => actions.typeField(one.key, value),
    }),
    h(
      'button',
      {
        type: 'button',
        class: 'link',
        'aria-label': `${one.label}は台帳のまま`,
        on: { click: () => actions.closeField(one.key) },
      },
      '台帳のままにする',
    ),
  );
}
