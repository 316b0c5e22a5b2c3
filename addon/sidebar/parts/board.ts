/** Says where the list for the next 常議員会 is, for what waits for it. */
import type { boardState } from '../../../shared/change/states.ts';
import type { Actions } from '../actions/index.ts';
import type { VNode } from '../dom/h.ts';
import { div, p } from '../dom/tags.ts';
import type { State } from '../state.ts';
import { button } from './button.ts';

const waits: typeof boardState = 'board';

/** @param applicationId the one to show, '' for the whole list; nothing for another state than 常議員会付議 */
export function boardHint(
  state: State,
  stateId: string,
  actions: Actions,
  applicationId: string,
): VNode | false {
  return (
    stateId === waits &&
    div(
      'note',
      p('', '次の会議の一覧は、シート「常議員会」から印刷できます。'),
      button(state, {
        label: '一覧を開く',
        work: 'jump',
        icon: 'sheet',
        onPress: () => void actions.jumpToRow('board', applicationId),
      }),
    )
  );
}
