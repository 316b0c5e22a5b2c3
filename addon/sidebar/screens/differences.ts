/** Field by field: what the ledger holds, what the answer says, what other answers say, and which is to stand. */
import type { AnswerView, DifferenceView } from '../../view/register-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { div, dl, dt, h2, p, span } from '../dom/tags.ts';
import { shortTime } from '../format.ts';
import { radios } from '../parts/choice.ts';
import type { State } from '../state.ts';

const or = (text: string): string => (text === '' ? '（空）' : text);

export function differences(state: State, view: AnswerView, actions: Actions): VNode {
  const decidable = view.actions.includes('approve');
  return h(
    'section',
    { class: 'stack', 'aria-label': '台帳との違い', key: 'differences' },
    h2('', `台帳との違い ${view.differences.length}項目`),
    view.differences.map((one) =>
      decidable ? choice(state, one, actions) : settled(one, state.answer.takes[one.key] ?? ''),
    ),
  );
}

const why: Readonly<Record<DifferenceView['kind'], string>> = {
  change: '',
  'conflict-ledger': 'リンクを作ったあとに、台帳の値が変わりました。どちらが正しいか選んでください。',
  'conflict-answers': 'ほかの回答と値が違います。どれが正しいか選んでください。',
};

function choice(state: State, one: DifferenceView, actions: Actions): VNode {
  const take = state.answer.takes[one.key] ?? '';
  const conflict = one.kind !== 'change';
  return h(
    'div',
    { class: conflict && take === '' ? 'card card-warning difference' : 'card difference', key: one.key },
    radios({
      id: `difference-${one.key}`,
      className: 'choices choices-values',
      legend: [span('strong data', one.label), conflict && span('mark mark-warning', '食い違い')],
      value: take,
      options: [
        { value: 'ledger', label: or(one.ledger), hint: '台帳のまま' },
        { value: 'answer', label: or(one.answer), hint: 'この回答の値にする' },
        ...one.others.map((other) => ({
          value: other.answerId,
          label: or(other.value),
          hint: `ほかの回答（${other.sourceLabel}　${shortTime(other.at, state.today)}）の値にする`,
        })),
      ],
      onPick: (value) => actions.take(one.key, value),
    }),
    (conflict || one.note !== '' || one.base !== '') &&
      div(
        'hint',
        why[one.kind] !== '' && p('', why[one.kind]),
        one.note !== '' && one.note !== why[one.kind] && p('data', one.note),
        one.base !== '' && p('data', `リンクを作ったときの台帳：${one.base}`),
      ),
  );
}

/** What was decided, or what would have to be, where nothing can be chosen now. */
function settled(one: DifferenceView, take: string): VNode {
  const other = one.others.find((each) => each.answerId === take);
  const lines: readonly (readonly [string, string, boolean])[] = [
    ['台帳', one.ledger, take === 'ledger'],
    ['回答', one.answer, take === 'answer'],
    ...(other === undefined ? [] : [[`ほかの回答（${other.sourceLabel}）`, other.value, true] as const]),
  ];
  return h(
    'div',
    { class: 'card difference', key: one.key },
    p('strong data', one.label),
    dl(
      'pair',
      lines.map(([label, text, chosen]) => [
        dt('', label),
        h(
          'dd',
          { class: chosen && one.decided !== '' ? 'data after' : 'data' },
          or(text),
          chosen && one.decided !== '' && span('mark mark-good', '採用'),
        ),
      ]),
    ),
  );
}
