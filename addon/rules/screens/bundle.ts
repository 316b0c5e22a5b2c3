/** 規程の束: the folder, what lies in it, the making, and what the notebook has to be told. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { inputValue } from '../../sidebar/dom/patch.ts';
import { div, h3, li, ol, p, span, ul } from '../../sidebar/dom/tags.ts';
import { severityMark } from '../../sidebar/parts/badge.ts';
import { button, heading, outsideLink } from '../../sidebar/parts/button.ts';
import { card, page } from '../../sidebar/parts/page.ts';
import { couldNotLoad, skeleton } from '../../sidebar/parts/waiting.ts';
import type {
  RulesBundleView,
  RulesProblemView,
  RulesProgress,
  RulesView,
} from '../../view/rules-protocol.ts';
import { addressId } from '../actions/bundle.ts';
import type { Actions } from '../actions/index.ts';
import type { State } from '../state.ts';

export function bundleScreen(state: State, actions: Actions): VNode {
  const { value, loading, issues } = state.view;
  if (value === null)
    return page(
      loading,
      heading('規程の束'),
      issues.length > 0 ? couldNotLoad(state, issues, () => void actions.load()) : skeleton([100, 80, 100]),
    );
  return page(
    loading,
    heading('規程の束'),
    p(
      'lead',
      'フォルダーの規程を、番地つきのドキュメントにします。ノートブックに入れると答えが根拠を示し、この画面でもさがせます。',
    ),
    !value.mayBuild &&
      p('note note-warning', '束を作るには「設定」の役割が必要です。さがすこと、確かめることはできます。'),
    folderCard(state, value, actions),
    value.folder !== null && value.mayBuild && makeCard(state, value, actions),
    value.bundle !== null && standingCard(value.bundle),
    value.bundle !== null && value.bundle.problems.length > 0 && problemsCard(value.bundle),
  );
}

function folderCard(state: State, view: RulesView, actions: Actions): VNode {
  const { folder, mayBuild } = view;
  return card(
    '規程のフォルダー',
    folder === null
      ? p('', 'まだ決まっていません。')
      : p('folder', span('strong data', folder.name), outsideLink(folder.url, 'ドライブで開く')),
    mayBuild &&
      folder === null &&
      button(state, {
        label: 'フォルダー「規程の束」を作る',
        look: 'primary',
        work: 'make-folder',
        working: '作っています…',
        onPress: () => void actions.makeFolder(),
      }),
    mayBuild &&
      folder === null &&
      p('hint', '会員データ管理のブックと同じ場所に作ります。もうあれば、それを使います。'),
    mayBuild &&
      h(
        'details',
        { class: 'more', key: 'choose', open: folder === null },
        h('summary', {}, folder === null ? '今あるフォルダーを選ぶ' : '別のフォルダーを選ぶ'),
        chooseForm(state, actions),
      ),
  );
}

function chooseForm(state: State, actions: Actions): VNode {
  const { address, fault } = state.bundle;
  return h(
    'form',
    {
      class: 'choose',
      novalidate: true,
      on: {
        submit: (event) => {
          event.preventDefault();
          void actions.chooseFolder();
        },
      },
    },
    div(
      'field',
      h('label', { for: addressId }, 'フォルダーのアドレス'),
      h('input', {
        id: addressId,
        class: 'input',
        value: address,
        autocomplete: 'off',
        placeholder: 'https://drive.google.com/drive/folders/…',
        maxlength: 2000,
        'aria-invalid': fault === '' ? undefined : 'true',
        'aria-describedby': fault === '' ? 'folder-hint' : 'folder-fault',
        on: { input: (event) => actions.changeAddress(inputValue(event)) },
      }),
      fault === ''
        ? h(
            'p',
            { class: 'hint', id: 'folder-hint' },
            'ドライブでフォルダーを開いたときの、ブラウザーのアドレスです。',
          )
        : h('p', { class: 'fault', id: 'folder-fault' }, fault),
    ),
    h('button', { type: 'submit', class: 'button button-plain' }, span('button-label', '選ぶ')),
  );
}

function makeCard(state: State, view: RulesView, actions: Actions): VNode {
  const { value, issues, loading } = state.bundle.files;
  return card(
    view.bundle === null ? '束を作る' : '作り直す',
    value === null && issues.length > 0 && couldNotLoad(state, issues, () => void actions.loadFiles()),
    value === null && issues.length === 0 && loading && skeleton([80]),
    value !== null &&
      p(
        '',
        value.isBundle
          ? `命令（cci corpus build）で作った束があります。束の中身 ${value.readable.length}件を、そのまま使います。`
          : `読む規程 ${value.readable.length}件：`,
        !value.isBundle && span('data', value.readable.slice(0, 12).join('、')),
        !value.isBundle && value.readable.length > 12 && ` ほか ${value.readable.length - 12}件`,
      ),
    value !== null && problemList(value.problems),
    button(state, {
      label: view.bundle === null ? '束を作る' : '作り直す',
      look: 'primary',
      work: 'build',
      working: '作っています…',
      disabled: value === null,
      onPress: () => void actions.build(),
    }),
    h(
      'p',
      { class: 'hint build-words', role: 'status' },
      progressWords(state.bundle.progress, state.busy?.id === 'build'),
    ),
    state.bundle.progress?.phase === 'done' && syncList(state.bundle.progress),
    p(
      'hint',
      '変わった規程だけを読み、同じドキュメントを書き直します。元の規程には触れません。途中で画面を閉じても、次に押すと続きから進みます。',
    ),
  );
}

function progressWords(progress: RulesProgress | null, isRunning: boolean): string {
  if (progress === null) return isRunning ? '規程を読んでいます…' : '';
  if (progress.phase === 'read') return `規程を読んでいます（${progress.done} / ${progress.total}件まで）…`;
  if (progress.phase === 'write')
    return `ドキュメントを書いています（${progress.done} / ${progress.total}件まで）…`;
  return progress.sync.length === 0 ? '変わった規程はありません。' : 'できました。';
}

const todo = {
  changed: '再同期する',
  added: 'ノートブックに追加する',
  removed: 'ノートブックから外す',
} as const;
const tones = { changed: 'new', added: 'good', removed: 'warning' } as const;

function syncList({ sync }: RulesProgress): VNode | null {
  if (sync.length === 0) return null;
  return div(
    '',
    h3('', 'ノートブックですること'),
    ul(
      'syncs',
      sync.map(({ name, kind }) => li('', span(`mark mark-${tones[kind]}`, todo[kind]), span('data', name))),
    ),
  );
}

function standingCard(bundle: RulesBundleView): VNode {
  return card(
    '今の束',
    p('hint', `${bundle.at} に作りました。`),
    ol(
      'documents',
      bundle.sources.map(({ name, url, characters }) =>
        li('', outsideLink(url, name), span('hint', `${characters.toLocaleString('ja-JP')}字`)),
      ),
      bundle.indexUrl !== '' && li('', outsideLink(bundle.indexUrl, '索引')),
    ),
    p('hint', '上のドキュメントをノートブックのソースに加えてください。'),
    p(
      'links',
      outsideLink(bundle.outUrl, 'フォルダー「ノートブック用」'),
      bundle.comparisonUrl !== '' && outsideLink(bundle.comparisonUrl, '新旧対照表'),
      bundle.syncUrl !== '' && outsideLink(bundle.syncUrl, '再同期一覧'),
    ),
  );
}

function problemsCard({ problems, counts }: RulesBundleView): VNode {
  const shown = problems.length;
  const all = counts.error + counts.warning + counts.info;
  return card(
    `束の報告（直す ${counts.error}・確認 ${counts.warning}・情報 ${counts.info}）`,
    counts.error > 0 &&
      p(
        'note note-warning',
        '直すところが残っています。元の規程を直して作り直すまで、その条の答えには気を付けてください。',
      ),
    problemList(problems),
    shown < all && p('hint', `ほかに ${all - shown}件あります。`),
  );
}

function problemList(problems: readonly RulesProblemView[]): VNode | null {
  if (problems.length === 0) return null;
  const line = (one: RulesProblemView): VNode =>
    li(
      'problem',
      p('', severityMark(one.severity, one.severityLabel), ' ', span('data', one.message)),
      one.remedy !== '' && p('hint data', one.remedy),
    );
  const first = problems.slice(0, 5);
  return div(
    '',
    ul('problems', first.map(line)),
    problems.length > first.length &&
      h(
        'details',
        { class: 'more' },
        h('summary', {}, `ほかの ${problems.length - first.length}件`),
        ul('problems', problems.slice(first.length).map(line)),
      ),
  );
}
