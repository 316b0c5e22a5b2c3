/** 履歴: every update of a form, what the chamber decided, and the way back. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, h2, li, p, span, ul } from '../../sidebar/dom/tags.ts';
import { shortTime } from '../../sidebar/format.ts';
import { button, heading } from '../../sidebar/parts/button.ts';
import { page } from '../../sidebar/parts/page.ts';
import { couldNotLoad, emptyState, skeleton } from '../../sidebar/parts/waiting.ts';
import { walkLine } from '../../sidebar/parts/walk.ts';
import type { UpdateHistoryView } from '../../view/forms-protocol.ts';
import type { Actions } from '../actions/index.ts';
import type { State } from '../state.ts';
import { rollBackPanel } from './roll-back.ts';

type Entry = UpdateHistoryView['entries'][number];

export function historyScreen(state: State, actions: Actions): VNode {
  const { view } = state.history;
  const back = walkLine(state, 'フォーム一覧', () => actions.back());
  const history = view.value;
  return page(
    view.loading,
    back,
    heading('履歴', history !== null && span('chamber data', history.form.title)),
    view.issues.length > 0 && couldNotLoad(state, view.issues, () => void actions.loadHistory()),
    history === null
      ? view.issues.length === 0 && skeleton([100, 80])
      : [
          history.entries.length === 0
            ? emptyState('まだ更新していません。', p('', 'ひな型の更新を適用すると、ここに記録が残ります。'))
            : ul(
                'cards',
                history.entries.map((one) => entry(state, history, one, actions)),
              ),
          history.decisions.length > 0 && decisions(state, history),
        ],
  );
}

function entry(state: State, { form }: UpdateHistoryView, one: Entry, actions: Actions): VNode {
  return h(
    'li',
    { class: 'card', key: one.id },
    div(
      'form-head',
      div('form-words', h2('data', one.what), p('hint data', `${shortTime(one.at, state.today)}・${one.by}`)),
      one.canRollBack &&
        state.history.asking !== one.id &&
        button(state, {
          label: '元に戻す',
          spoken: `元に戻す：${one.what}`,
          onPress: () => actions.askRollBack(one.id),
        }),
    ),
    one.lines.length > 0 &&
      h(
        'details',
        { class: 'more', key: 'lines' },
        h('summary', {}, `変えたところ ${one.lines.length}件`),
        ul(
          'done-lines',
          one.lines.map((text) => li('data', text)),
        ),
      ),
    state.history.asking === one.id && rollBackPanel(state, form.formId, one.id, actions),
  );
}

function decisions(state: State, { decisions: list }: UpdateHistoryView): VNode {
  return h(
    'section',
    { class: 'card', 'aria-label': 'これまでの判断' },
    h2('', 'これまでの判断'),
    p('hint', '日商がもう一度同じところを直すまで、同じことはたずねません。'),
    ul(
      'entries',
      list.map((one) =>
        li(
          'entry',
          p(
            'entry-head',
            span('strong data', one.title),
            one.part !== '' && span('conflict-part data', one.part),
          ),
          p('', one.choiceLabel),
          p('hint data', `${shortTime(one.at, state.today)}・${one.by}`),
        ),
      ),
    ),
  );
}
