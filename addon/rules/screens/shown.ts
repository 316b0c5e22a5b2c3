/** What every screen does until the bundle can be searched: on its way, not there, not opened, not made. */
import type { Lookup } from '../../../shared/corpus/lookup.ts';
import type { Child, VNode } from '../../sidebar/dom/h.ts';
import { div, li, ol, p } from '../../sidebar/dom/tags.ts';
import { button, heading } from '../../sidebar/parts/button.ts';
import { page } from '../../sidebar/parts/page.ts';
import { couldNotLoad, emptyState, skeleton } from '../../sidebar/parts/waiting.ts';
import type { Actions } from '../actions/index.ts';
import type { State } from '../state.ts';

/** How a bundle is brought in, in the words of whoever has to do it. */
export function howToBegin(state: State, actions: Actions): VNode {
  const mayBuild = state.view.value?.mayBuild === true;
  return emptyState(
    state.view.value?.isClosed === true ? '規程の束を開けません。' : '規程の束が、まだありません。',
    p(
      '',
      state.view.value?.isClosed === true
        ? 'フォルダー「ノートブック用」があなたに共有されているかを、フォルダーの持ち主に確かめてください。'
        : '規程を入れたフォルダーから束を作ると、ここで条文をさがし、答えの引用を確かめられます。',
    ),
    ol(
      'steps',
      li('', '定款や規程を、Google ドキュメントにして一つのフォルダーに入れます。'),
      li('', '「規程の束」の画面でフォルダーを選び、「束を作る」を押します。'),
      li('', 'できたドキュメントは、ノートブックにも入れられます。'),
    ),
    mayBuild
      ? button(state, { label: '規程の束を作りに行く', look: 'primary', onPress: () => actions.go('bundle') })
      : p('note note-warning', '束を作るには「設定」の役割が必要です。担当の方に頼んでください。'),
  );
}

/** The screen over the look-up, or what stands in its place. */
export function withLookup(
  state: State,
  actions: Actions,
  title: string,
  draw: (lookup: Lookup) => readonly Child[],
): VNode {
  const { view, texts, lookup } = state;
  const issues = texts.issues.length > 0 ? texts.issues : view.issues;
  if (lookup !== null && issues.length === 0) return page(view.loading, ...draw(lookup));
  if (issues.length > 0)
    return page(
      false,
      heading(title),
      couldNotLoad(state, issues, () => void actions.load()),
    );
  if (view.value !== null && view.value.bundle === null)
    return page(view.loading, heading(title), howToBegin(state, actions));
  return page(
    true,
    heading(title),
    p(
      'lead',
      texts.total === 0
        ? '規程の束を確かめています…'
        : texts.done < texts.total
          ? `規程を読み込んでいます（${texts.done + 1} / ${texts.total}）…`
          : 'さがす準備をしています…',
    ),
    div('', skeleton([100, 100, 80])),
  );
}
