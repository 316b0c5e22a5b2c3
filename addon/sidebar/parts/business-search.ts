/** Finding a business in the ledger by name or number. */
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { inputValue } from '../dom/patch.ts';
import { div, p } from '../dom/tags.ts';
import type { FoundBusiness } from '../register-state.ts';
import type { State } from '../state.ts';
import { icon } from './icon.ts';
import { couldNotLoad, skeleton } from './waiting.ts';

/** Businesses shown at once. */
const foundShown = 8;

/** @param draw what is shown of those found */
export function businessSearch(
  state: State,
  actions: Actions,
  draw: (found: readonly FoundBusiness[]) => VNode,
): VNode {
  const { search, found } = state.find;
  const words = '事業所名・番号・電話でさがす';
  return div(
    'find',
    h(
      'div',
      { class: 'search', role: 'search' },
      icon('search'),
      h('input', {
        id: 'find-business',
        class: 'input',
        type: 'search',
        value: search,
        placeholder: words,
        'aria-label': words,
        autocomplete: 'off',
        maxlength: 200,
        on: {
          input: (event) =>
            actions.findBusinesses(inputValue(event), !(event instanceof InputEvent && event.isComposing)),
          compositionend: (event) => actions.findBusinesses(inputValue(event), true),
        },
      }),
    ),
    found.issues.length > 0 && couldNotLoad(state, found.issues, () => actions.findBusinesses(search, true)),
    found.value === null
      ? found.loading && skeleton([90, 70, 80])
      : found.value.length > 0
        ? [
            draw(found.value.slice(0, foundShown)),
            found.value.length > foundShown && p('hint', 'ほかにもあります。字を足してしぼってください。'),
          ]
        : h(
            'p',
            { class: 'blank', role: 'status' },
            '見つかりません。字を減らすか、電話番号や事業所番号でさがしてください。',
          ),
  );
}

export function businessLines(one: {
  readonly businessNumber: string;
  readonly address: string;
  readonly phone?: string;
}): string {
  return [one.businessNumber, one.address, one.phone ?? ''].filter((part) => part !== '').join('　');
}
