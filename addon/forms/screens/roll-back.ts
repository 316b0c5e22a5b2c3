/** The question before an update is taken back. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { p } from '../../sidebar/dom/tags.ts';
import { panel } from '../../sidebar/parts/panel.ts';
import type { Actions } from '../actions/index.ts';
import { rollBackPanelId } from '../actions/update.ts';
import type { State } from '../state.ts';
import { progress } from './progress.ts';

export function rollBackPanel(state: State, formId: string, entryId: string, actions: Actions): VNode {
  const { edited } = state.history;
  const isEdited = edited !== '';
  return panel(
    state,
    {
      title: isEdited ? '変更していないところだけ戻しますか' : 'この更新の前の形に戻しますか',
      headingId: rollBackPanelId,
      danger: true,
      cancel: () => actions.askRollBack(''),
      confirm: {
        label: isEdited ? '変更していないところだけ戻す' : '更新の前に戻す',
        work: 'roll-back',
        working: '戻しています…',
        onPress: () => void actions.rollBack(formId, entryId, isEdited),
      },
    },
    isEdited
      ? [
          h('p', { class: 'data strong' }, edited),
          p('', '更新のあとに直したところはそのままにして、ほかを更新の前の形に戻します。'),
        ]
      : p('', 'フォームの設問や文、選択肢、順番が、更新の前の形に戻ります。'),
    p('', '集まった回答は消えません。更新で加わった設問に回答があるときは、消さずに閉じておきます。'),
    state.busy?.id === 'roll-back' && progress(state.plan.applied, '戻しています'),
  );
}
