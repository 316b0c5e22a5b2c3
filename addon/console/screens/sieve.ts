/** What sifts the table: words, prefecture, ring, state, version, and what is wrong. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { inputValue } from '../../sidebar/dom/patch.ts';
import { div, p } from '../../sidebar/dom/tags.ts';
import { count } from '../../sidebar/format.ts';
import { button } from '../../sidebar/parts/button.ts';
import { field } from '../../sidebar/parts/field.ts';
import { icon } from '../../sidebar/parts/icon.ts';
import type { ConsoleView } from '../../view/console-protocol.ts';
import { stateFaces, stateIds } from '../../view/console-words.ts';
import type { Actions } from '../actions/index.ts';
import type { State } from '../state.ts';
import { everything, lookLabels, looks } from '../table.ts';

export const searchId = 'search';

interface Choice {
  readonly value: string;
  readonly label: string;
}

function choice(
  id: string,
  label: string,
  value: string,
  options: readonly Choice[],
  onInput: (value: string) => void,
): VNode {
  return field({ id, label, value, options, onInput });
}

function search(state: State, actions: Actions): VNode {
  const words = '会議所の名前・コードでさがす';
  return h(
    'div',
    { class: 'search', role: 'search' },
    icon('search'),
    h('input', {
      id: searchId,
      class: 'input',
      type: 'search',
      value: state.filter.text,
      placeholder: words,
      'aria-label': `${words}（/ キーで移動）`,
      autocomplete: 'off',
      maxlength: 100,
      on: { input: (event) => actions.sift({ text: inputValue(event) }) },
    }),
  );
}

export function sieve(state: State, view: ConsoleView, shown: number, actions: Actions): VNode {
  const { filter } = state;
  const all: Choice = { value: '', label: 'すべて' };
  const isSifted = JSON.stringify(filter) !== JSON.stringify(everything);
  const reason = view.reasons.find(({ code }) => code === filter.reason);
  return div(
    'sieve',
    search(state, actions),
    div(
      'sieve-choices',
      choice(
        'prefecture',
        '都道府県',
        filter.prefecture,
        [
          all,
          ...view.prefectures
            .filter(({ total }) => total > 0)
            .map(({ code, name, total }) => ({ value: code, label: `${name}（${total}）` })),
        ],
        (prefecture) => actions.sift({ prefecture }),
      ),
      choice(
        'ring',
        '輪',
        filter.ring,
        [{ value: '*', label: 'すべて' }, ...view.rings.map(({ id, name }) => ({ value: id, label: name }))],
        (ring) => actions.sift({ ring }),
      ),
      choice(
        'state',
        '状態',
        filter.state,
        [
          all,
          ...view.counts.map(({ state: id, count: amount }) => ({
            value: id,
            label: `${stateFaces[id].label}（${amount}）`,
          })),
        ],
        (wanted) => actions.sift({ state: stateIds.find((id) => id === wanted) ?? '' }),
      ),
      choice(
        'version',
        '版',
        filter.version,
        [all, ...view.versions.map(({ version }) => ({ value: version, label: version }))],
        (version) => actions.sift({ version }),
      ),
      choice(
        'look',
        '見るもの',
        filter.look,
        looks.map((value) => ({ value, label: lookLabels[value] })),
        (wanted) => actions.sift({ look: looks.find((one) => one === wanted) ?? '' }),
      ),
    ),
    div(
      'sieve-line',
      h(
        'p',
        { class: 'sieve-count', role: 'status' },
        `${count(view.rows.length)} 会議所のうち ${count(shown)}`,
        filter.reason !== '' && `（理由：${reason?.message ?? filter.reason}）`,
      ),
      isSifted
        ? button(state, { label: 'しぼり込みをやめる', icon: 'close', look: 'quiet', onPress: actions.all })
        : p('hint', '見出しを押すと並べ替えます。'),
    ),
  );
}
