/** CSV: what would go out, what is held and why, writing the file. */
import type { ExportKind, ExportPreview } from '../../view/protocol.ts';
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { p, span } from '../dom/tags.ts';
import { cases } from '../format.ts';
import { profileLabel } from '../parts/badge.ts';
import { button, heading } from '../parts/button.ts';
import { field } from '../parts/field.ts';
import { figures } from '../parts/figures.ts';
import { layoutNote } from '../parts/layout-note.ts';
import { page, section } from '../parts/page.ts';
import { couldNotLoad, emptyState, skeleton } from '../parts/waiting.ts';
import type { State } from '../state.ts';
import { batchList } from './batches.ts';
import { heldRows } from './held.ts';

export function csvScreen(state: State, actions: Actions): VNode {
  const { preview, profileId, kind } = state.csv;
  const profiles = state.overview.value?.profiles ?? [];
  const profile = profiles.find((one) => one.id === profileId);
  return page(
    preview.loading,
    heading('CSV'),
    field({
      id: 'csv-kind',
      label: '出すもの',
      value: kind,
      options: kinds.map(({ id, label }) => ({ value: id, label })),
      hint: kindOf(kind).hint,
      onInput: (value) => void actions.chooseKind(kindOf(value).id),
    }),
    field({
      id: 'csv-profile',
      label: 'CSVの配置',
      value: profileId,
      options: profiles.map((one) => ({
        value: one.id,
        label: profileLabel(one),
      })),
      onInput: (value) => void actions.chooseProfile(value),
    }),
    profile !== undefined && !profile.verified && layoutNote(state, profile.id, actions),
    preview.issues.length > 0 && couldNotLoad(state, preview.issues, () => void actions.reloadCsv()),
    preview.value === null
      ? preview.loading && skeleton([60, 100, 100, 100, 80])
      : previewPart(state, preview.value, actions),
    button(state, {
      label: '自分のシステムの並びを覚えさせる',
      look: 'quiet',
      onPress: () => {
        actions.openLearn('csv');
        void actions.loadFiles();
      },
    }),
    batchList(state, actions),
  );
}

const kinds: readonly {
  readonly id: ExportKind;
  readonly label: string;
  readonly hint: string;
  readonly things: string;
  readonly empty: string;
}[] = [
  {
    id: 'applications',
    label: '入会申込',
    hint: '承認した申込のうち、まだ出していないもの',
    things: '申込',
    empty: '申込を承認すると、ここに並びます。',
  },
  {
    id: 'updates',
    label: '台帳の変更',
    hint: '承認した回答のうち、まだ取り込まれていない変更',
    things: '変更',
    empty: '台帳の回答を承認すると、ここに並びます。',
  },
  {
    id: 'full',
    label: '台帳の全件',
    hint: '台帳のすべての事業所を、いまの値で',
    things: '事業所',
    empty: '「台帳」でCSVを取り込むと、出せるようになります。',
  },
];

function kindOf(id: string): (typeof kinds)[number] {
  const [first] = kinds;
  const found = kinds.find((one) => one.id === id) ?? first;
  if (found === undefined) throw new TypeError('csv: no kinds');
  return found;
}

function previewPart(state: State, preview: ExportPreview, actions: Actions): VNode {
  const { things, empty } = kindOf(state.csv.kind);
  return section(
    '',
    '出す前の確認',
    figures([
      { label: state.csv.kind === 'full' ? '台帳' : '承認済み', amount: preview.waiting },
      { label: '出す', amount: preview.rows, tone: 'good' },
      { label: '保留', amount: preview.held.length, tone: 'error' },
    ]),
    preview.rows === 0
      ? emptyState(
          `いま出せる${things}はありません。`,
          p('', preview.held.length > 0 ? 'すべて保留になっています。下の理由を直すと出せます。' : empty),
          state.csv.kind === 'applications'
            ? button(state, { label: '受付を開く', onPress: () => actions.go('queue') })
            : button(state, { label: '台帳を開く', onPress: () => actions.go('register') }),
        )
      : [
          table(preview),
          button(state, {
            label: `CSVを出す（${cases(preview.rows)}）`,
            work: 'export',
            working: 'CSVを書いています…',
            look: 'primary',
            icon: 'download',
            wide: true,
            disabled: state.csv.preview.loading,
            onPress: () => void actions.exportCsv(),
          }),
        ],
    heldRows(state, preview, things, actions),
  );
}

function table(preview: ExportPreview): VNode {
  const rest = preview.rows - preview.sample.length;
  return h(
    'figure',
    { class: 'preview' },
    h('figcaption', {}, span('data', preview.fileName), ` ・ ${preview.header.length}列`),
    h(
      'div',
      {
        class: 'table-scroll',
        tabindex: 0,
        role: 'region',
        'aria-label': 'CSVの最初の行（左右に動かせます）',
      },
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col', class: 'number' }, '行'),
            preview.header.map((name) => h('th', { scope: 'col', class: 'data' }, name)),
          ),
        ),
        h(
          'tbody',
          {},
          preview.sample.map((cells, index) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row', class: 'number' }, index + 1),
              cells.map((cell) =>
                h('td', { class: 'data', title: cell.length > 24 ? cell : undefined }, cell),
              ),
            ),
          ),
        ),
      ),
    ),
    rest > 0 && p('hint', `ほか${cases(rest)}。ファイルにはすべて入ります。`),
  );
}
