/** 更新しました: what was done, and the way back. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, h2, li, p, ul } from '../../sidebar/dom/tags.ts';
import { button, heading, outsideLink } from '../../sidebar/parts/button.ts';
import { page } from '../../sidebar/parts/page.ts';
import { emptyState } from '../../sidebar/parts/waiting.ts';
import type { Actions } from '../actions/index.ts';
import type { State } from '../state.ts';
import { stateMark, updateMark } from './marks.ts';
import { rollBackPanel } from './roll-back.ts';

export function appliedScreen(state: State, actions: Actions): VNode {
  const { applied, appliedKind } = state.plan;
  if (applied === null) return page(false, heading('更新'), emptyState('更新の記録はありません。'));
  const { form, lines, entryId } = applied;
  const back = appliedKind === 'roll-back';
  return page(
    false,
    heading(back ? '元に戻しました' : '更新しました'),
    h(
      'section',
      { class: 'card', 'aria-label': form.title },
      h2('data', form.title),
      p(
        'marks',
        stateMark(form.state),
        updateMark(form),
        h('span', { class: 'mark mark-neutral' }, `ひな型 ${form.version}`),
      ),
      lines.length === 0
        ? p('', back ? '更新の前と違うところはありませんでした。' : '変えたところはありません。')
        : ul(
            'done-lines',
            lines.map((text) => li('data', text)),
          ),
      p('hint', '集まった回答と、シートの列はそのままです。'),
      p(
        'links',
        outsideLink(form.publishedUrl, '回答ページで確かめる'),
        outsideLink(form.editUrl, '編集ページ'),
      ),
    ),
    state.history.asking !== '' && state.history.asking === entryId
      ? rollBackPanel(state, form.formId, entryId, actions)
      : div(
          'bar-row',
          button(state, { label: 'フォーム一覧へ', look: 'primary', onPress: () => actions.go('list') }),
          entryId !== '' &&
            !back &&
            button(state, {
              label: '元に戻す',
              look: 'quiet',
              onPress: () => actions.askRollBack(entryId),
            }),
        ),
  );
}
