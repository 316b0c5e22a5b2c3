/** Rows that stay out of a CSV: which, why, and the character that could stand in. */
import type { ExportPreview, HeldRowView } from '../../view/protocol.ts';
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { div, h2, p, span, ul } from '../dom/tags.ts';
import { cases } from '../format.ts';
import { button } from '../parts/button.ts';
import type { State } from '../state.ts';

/** How to get a character out that the core system cannot take. */
export const substituteHint =
  '文字が理由のときは、シート「設定」の「代わりの文字」に「𠮷=吉」のように書いてください。CSVにだけその字が使われ、元の字は残ります。';

/** Held rows shown before 「すべて見る」. */
const heldShown = 5;

export function heldRows(
  state: State,
  preview: ExportPreview,
  things: string,
  actions: Actions,
): VNode | null {
  if (preview.held.length === 0) return null;
  const rest = preview.held.slice(heldShown);
  const line = (row: HeldRowView): VNode => heldLine(state, row, actions);
  const substitutes = preview.held.some((row) => row.substitutes.some((one) => one.to !== ''));
  return h(
    'section',
    { class: 'card card-error', 'aria-label': `保留の${things}` },
    h2('', `保留 ${cases(preview.held.length)}`),
    p(
      'hint',
      `次の${things}は今回のCSVに入りません。理由がなくなると、次のCSVに入ります。名前を押すと、内容が開きます。`,
    ),
    !substitutes && p('hint', substituteHint),
    ul('plain-list', preview.held.slice(0, heldShown).map(line)),
    rest.length > 0 &&
      h(
        'details',
        { class: 'more', key: 'more' },
        h('summary', {}, `残り${cases(rest.length)}を見る`),
        ul('plain-list', rest.map(line)),
      ),
  );
}

function heldLine(state: State, row: HeldRowView, actions: Actions): VNode {
  const { kind } = state.csv;
  const words = [
    h(
      'span',
      { class: kind === 'full' ? 'strong data' : 'held-name data' },
      row.name === '' ? '（名前なし）' : row.name,
    ),
    span('hint', row.receiptNumber),
    row.reasons.map((reason) => span('held-reason data', reason)),
  ];
  const open = (): void =>
    void (kind === 'updates' ? actions.openAnswer(row.applicationId) : actions.openCase(row.applicationId));
  return h(
    'li',
    { key: row.applicationId },
    kind === 'full'
      ? div('held', words)
      : h('button', { type: 'button', class: 'held', on: { click: open } }, words),
    row.substitutes
      .filter((one) => one.to !== '')
      .map(({ from, to }) =>
        button(state, {
          label: `この会議所では「${from}」を「${to}」と書く`,
          work: `substitute-${from}`,
          working: '覚えています…',
          onPress: () => void actions.setSubstitute(from, to),
        }),
      ),
  );
}
