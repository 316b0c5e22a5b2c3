/** 仮の配置: what it means, and noting that a person has tried it. */
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { div, p } from '../dom/tags.ts';
import type { State } from '../state.ts';
import { provisionalNote } from './badge.ts';
import { button } from './button.ts';
import { field } from './field.ts';

export function layoutNote(state: State, profileId: string, actions: Actions): VNode {
  const { ground, groundFault } = state.learn;
  return h(
    'div',
    { class: 'layout-note', key: 'layout-note' },
    provisionalNote(),
    h(
      'details',
      { class: 'more', key: 'confirm' },
      h('summary', {}, '確かめが済んだら'),
      div(
        'card',
        p(
          '',
          '少ない件数で基幹システムに取り込み、正しく入ったら記録してください。「仮の配置」の印が消えます。',
        ),
        field({
          id: 'layout-ground',
          label: 'どう確かめたか',
          value: ground,
          placeholder: '例：11/24に2件を取り込み、画面で確認',
          fault: groundFault === '' ? undefined : groundFault,
          onInput: (text) => actions.changeGround(text),
        }),
        button(state, {
          label: '確かめたと記録する',
          work: 'confirm-layout',
          working: '記録しています…',
          onPress: () => void actions.confirmLayout(profileId),
        }),
      ),
    ),
  );
}
