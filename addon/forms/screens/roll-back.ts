/** The question before an update is taken back. */
import type { VNode } from '../../sidebar/dom/h.ts';
import { p } from '../../sidebar/dom/tags.ts';
import { panel } from '../../sidebar/parts/panel.ts';
import type { Actions } from '../actions/index.ts';
import { rollBackPanelId } from '../actions/update.ts';
import type { State } from '../state.ts';
import { progress } from './progress.ts';

export function rollBackPanel(state: State, formId: string, entryId: string, actions: Actions): VNode {
  return panel(
    state,
    {
      title: 'この更新の前の形に戻しますか',
      headingId: rollBackPanelId,
      danger: true,
      cancel: () => actions.askRollBack(''),
      confirm: {
        label: '更新の前に戻す',
        work: 'roll-back',
        working: '戻しています…',
        onPress: () => void actions.rollBack(formId, entryId),
      },
    },
    p(
      '',
      'フォームの設問や文が、更新の前の形に戻ります。更新のあとに編集ページで直したところも、前の形に戻ります。',
    ),
    p('', '集まった回答は消えません。更新で加わった設問は、回答が残るように閉じておきます。'),
    state.busy?.id === 'roll-back' && progress(state.plan.applied, '戻しています'),
  );
}
