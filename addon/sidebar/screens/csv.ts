/** CSV: what would go out, what is held and why, writing the file. */
import type { ExportPreview } from '../../view/protocol.ts';
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { cases, count, firstOf } from '../format.ts';
import { profileLabel, provisionalNote } from '../parts/badge.ts';
import { button, heading } from '../parts/button.ts';
import { field } from '../parts/field.ts';
import { couldNotLoad, emptyState, skeleton } from '../parts/waiting.ts';
import type { State } from '../state.ts';
import { batchList } from './batches.ts';

/** How to get a character out that the core system cannot take. */
export const substituteHint =
  '文字が理由のときは、シート「設定」の「代わりの文字」に「𠮷=吉」のように書いてください。CSVにだけその字が使われ、元の字は残ります。';

/** Held rows shown before 「すべて見る」. */
const heldShown = 5;

export function csvScreen(state: State, actions: Actions): VNode {
  const { preview, profileId } = state.csv;
  const profiles = state.overview.value?.profiles ?? [];
  const profile = profiles.find((one) => one.id === profileId);
  return h(
    'div',
    { class: 'screen', 'aria-busy': preview.loading ? 'true' : undefined },
    heading('CSV'),
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
    profile !== undefined && !profile.verified && provisionalNote(),
    preview.issues.length > 0 && couldNotLoad(state, preview.issues, () => void actions.reloadCsv()),
    preview.value === null
      ? preview.loading && skeleton([60, 100, 100, 100, 80])
      : previewPart(state, preview.value, actions),
    batchList(state, actions),
  );
}

function previewPart(state: State, preview: ExportPreview, actions: Actions): VNode {
  return h(
    'section',
    { 'aria-label': '出す前の確認' },
    h(
      'dl',
      { class: 'figures' },
      figure('承認済み', preview.waiting, 'none'),
      figure('出す', preview.rows, preview.rows > 0 ? 'good' : 'none'),
      figure('保留', preview.held.length, preview.held.length > 0 ? 'error' : 'none'),
    ),
    preview.rows === 0
      ? emptyState(
          'いま出せる申込はありません。',
          h(
            'p',
            {},
            preview.held.length > 0
              ? '出力待ちの申込は、すべて保留になっています。下の理由を直すと出せます。'
              : '申込を承認すると、ここに並びます。',
          ),
          button(state, { label: '受付を開く', onPress: () => actions.go('queue') }),
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
    held(preview, actions),
  );
}

function figure(label: string, amount: number, tone: string): VNode {
  return h(
    'div',
    { class: `figure figure-${tone}` },
    h('dt', {}, label),
    h('dd', {}, count(amount), h('span', { class: 'unit' }, '件')),
  );
}

function table(preview: ExportPreview): VNode {
  const rest = preview.rows - preview.sample.length;
  return h(
    'figure',
    { class: 'preview' },
    h('figcaption', {}, h('span', { class: 'data' }, preview.fileName), ` ・ ${preview.header.length}列`),
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
    rest > 0 && h('p', { class: 'hint' }, `ほか${cases(rest)}。ファイルにはすべて入ります。`),
  );
}

function held(preview: ExportPreview, actions: Actions): VNode | null {
  if (preview.held.length === 0) return null;
  const { items, more } = firstOf(preview.held, heldShown);
  const line = (row: ExportPreview['held'][number]): VNode =>
    h(
      'li',
      { key: row.applicationId },
      h(
        'button',
        { type: 'button', class: 'held', on: { click: () => void actions.openCase(row.applicationId) } },
        h('span', { class: 'held-name data' }, row.name === '' ? '（名前なし）' : row.name),
        h('span', { class: 'hint' }, row.receiptNumber),
        row.reasons.map((reason) => h('span', { class: 'held-reason data' }, reason)),
      ),
    );
  return h(
    'section',
    { class: 'card card-error', 'aria-label': '保留の申込' },
    h('h2', {}, `保留 ${cases(preview.held.length)}`),
    h(
      'p',
      { class: 'hint' },
      '次の申込は今回のCSVに入りません。理由がなくなると、次のCSVに入ります。名前を押すと、申込が開きます。',
    ),
    h('p', { class: 'hint' }, substituteHint),
    h('ul', { class: 'plain-list' }, items.map(line)),
    more > 0 &&
      h(
        'details',
        { class: 'more', key: 'more' },
        h('summary', {}, `残り${cases(more)}を見る`),
        h('ul', { class: 'plain-list' }, preview.held.slice(heldShown).map(line)),
      ),
  );
}
