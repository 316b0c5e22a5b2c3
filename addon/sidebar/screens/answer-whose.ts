/** 要確認: whose answer it is, proposed by likeness or found by hand. */
import type { AnswerView } from '../../view/register-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { h2, p } from '../dom/tags.ts';
import { businessLines, businessSearch } from '../parts/business-search.ts';
import { button } from '../parts/button.ts';
import { radios } from '../parts/choice.ts';
import type { State } from '../state.ts';

export function whose(state: State, view: AnswerView, actions: Actions): VNode {
  const { businessNumber } = state.answer;
  const named = [...view.candidates, ...(state.find.found.value ?? [])].find(
    (one) => one.businessNumber === businessNumber,
  );
  return h(
    'section',
    { class: 'card', 'aria-label': 'どの事業所の回答か', key: 'whose' },
    h2('', 'どの事業所の回答か'),
    view.candidates.length > 0
      ? radios({
          id: 'candidates',
          legend: '似ている事業所',
          value: businessNumber,
          options: view.candidates.map((one) => ({
            value: one.businessNumber,
            label: one.name,
            hint: [businessLines(one), h('br'), `${one.reason}（近さ${one.score}）`],
          })),
          onPick: (value) => actions.pickBusiness(value),
        })
      : p('hint', '似ている事業所が見つかりません。下でさがしてください。'),
    businessSearch(state, actions, (found) =>
      radios({
        id: 'found',
        legend: 'さがした事業所',
        value: businessNumber,
        options: found.map((one) => ({
          value: one.businessNumber,
          label: one.name,
          hint: businessLines(one),
        })),
        onPick: (value) => actions.pickBusiness(value),
      }),
    ),
    p(
      'hint',
      '事業所が分からないときや、いたずらと思われるときは「見送る」にしてください。回答者に事業所の情報は伝わりません。',
    ),
    button(state, {
      label: named === undefined ? '上から事業所を選んでください' : `「${named.name}」の回答にする`,
      work: 'answer-assign',
      working: '記録しています…',
      look: 'primary',
      wide: true,
      disabled: named === undefined,
      onPress: () => void actions.decideAnswer('assign'),
    }),
  );
}
