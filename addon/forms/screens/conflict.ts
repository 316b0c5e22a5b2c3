/** 要判断: three texts side by side, and the choice between two of them. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, h3, p, span } from '../../sidebar/dom/tags.ts';
import { radios } from '../../sidebar/parts/choice.ts';
import type { ConflictView } from '../../view/forms-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { type Choice, decisionKey } from '../decisions.ts';
import type { State } from '../state.ts';
import { differingFromAny, type Piece } from '../text-diff.ts';
import { markedText } from './marked-text.ts';
import { ownershipMark } from './marks.ts';

export const conflictId = (conflict: ConflictView): string =>
  `conflict-${decisionKey(conflict).replace(/[^A-Za-z0-9-]/g, '_')}`;

const isChoice = (value: string): value is Choice => value === 'ours' || value === 'theirs';

export function conflictCard(state: State, one: ConflictView, number: number, actions: Actions): VNode {
  const choice = state.plan.choices[decisionKey(one)] ?? '';
  const id = conflictId(one);
  return h(
    'li',
    {
      class: choice === '' ? 'card conflict card-warning' : 'card conflict',
      key: id,
      'aria-labelledby': `${id}-title`,
    },
    h3WithId(
      `${id}-title`,
      `${number}. ${one.title}`,
      one.part !== '' && span('conflict-part data', one.part),
      span(
        choice === '' ? 'mark mark-warning' : 'mark mark-good',
        choice === '' ? '選んでください' : choice === 'ours' ? one.oursLabel : one.theirsLabel,
      ),
      ownershipMark(one.ownershipLabel),
    ),
    p('', one.reason),
    div(
      'texts',
      side('前のひな型', '', compare(one, one.base, [one.theirs, one.ours]), 'del'),
      side('日商の新しいひな型', 'text-theirs', compare(one, one.theirs, [one.base]), 'ins'),
      side('いまの自所のフォーム', 'text-ours', compare(one, one.ours, [one.base]), 'ins'),
    ),
    radios({
      id,
      className: 'choices choices-pair',
      legend: span('spoken', `「${one.title}」をどちらにしますか`),
      value: choice,
      options: [
        { value: 'theirs', label: one.theirsLabel, hint: one.theirsWords },
        { value: 'ours', label: one.oursLabel, hint: one.oursWords },
      ],
      onPick: (value) => {
        if (isChoice(value)) actions.choose(one, value);
      },
    }),
  );
}

const compare = ({ isText }: ConflictView, text: string, others: readonly string[]): readonly Piece[] =>
  isText ? differingFromAny(text, others) : [{ text, marked: false }];

function h3WithId(id: string, title: string, ...beside: readonly (VNode | false | null)[]): VNode {
  return div('conflict-head', h('h3', { id, class: 'data' }, title), beside);
}

function side(title: string, className: string, pieces: readonly Piece[], tag: 'ins' | 'del'): VNode {
  return div(`text-side ${className}`.trim(), h3('text-title', title), markedText(pieces, tag));
}
