/** The panel around a card: bar with back, name and menu, the card, its foot, and the question for access to a file. */
import type { WorkspaceState } from '../../workspace/model.ts';
import { html, type Markup } from '../core/html.ts';
import { type Act, Acts, drawCard } from './render.ts';
import type { AddonSession } from './session.ts';
import type { View } from './stack.ts';

/** What the page around gets: the markup, and on the server the actions it names. */
export interface Drawn {
  readonly html: Markup;
  readonly acts: readonly Act[];
}

function menu(session: AddonSession, view: View | null, acts: Acts): Markup {
  const own = view?.kind === 'card' ? (view.card.cardActions ?? []) : [];
  const { universalActions } = session.addon;
  return html`<details class="gmenu"><summary class="gbar__button" aria-label="メニュー"><span aria-hidden="true">⋮</span></summary><div class="gmenu__list"><button type="button" class="gmenu__item" data-do="reload">最新の情報に更新</button>${own.map(
    (action) =>
      html`<button type="button" class="gmenu__item"${acts.press(action.onClick)}>${action.actionLabel}</button>`,
  )}${universalActions.map(
    (action, index) =>
      html`<button type="button" class="gmenu__item" data-universal="${index}">${action.label}</button>`,
  )}</div></details>`;
}

function list(cards: Extract<View, { kind: 'list' }>['cards']): Markup {
  return html`<ul class="glist">${cards.map((card, index) => {
    const head = card.peekCardHeader ?? card.header;
    return html`<li><button type="button" class="glist__row" data-choose="${index}"><span class="grow__texts"><b>${head?.title ?? card.name ?? `カード${index + 1}`}</b>${
      head?.subtitle ? html`<span class="grow__label">${head.subtitle}</span>` : ''
    }</span><span class="glist__sign" aria-hidden="true">›</span></button></li>`;
  })}</ul>`;
}

function question(session: AddonSession, state: WorkspaceState): Markup {
  const name = state.files[session.asking]?.name ?? '';
  return html`<section class="gask" aria-labelledby="gask-title"><h2 class="ghead__title" id="gask-title" tabindex="-1" data-title>アクセスの許可</h2><p>「${
    session.addon.name
  }」が、次のファイルを開こうとしています。許可すると、このファイルだけを読み書きできるようになります。</p><p class="gask__file">${name}</p><div class="gbuttons gbuttons--end"><button type="button" class="gbutton gbutton--text" data-do="deny">キャンセル</button><button type="button" class="gbutton gbutton--filled" data-do="grant">許可する</button></div></section>`;
}

function failure(message: string): Markup {
  return html`<section class="gfault" role="alert"><h2 class="ghead__title" tabindex="-1" data-title>アドオンでエラーが発生しました</h2><p class="gfault__text">${message}</p><div class="gbuttons"><button type="button" class="gbutton gbutton--outlined" data-do="reload">最初からやり直す</button></div></section>`;
}

/** Draws what the session shows now. */
export function drawPanel(session: AddonSession, state: WorkspaceState, prefix: string): Drawn {
  const acts = new Acts(prefix);
  const { view, addon } = session;
  const canGoBack =
    session.asking === '' && (session.depth > 1 || (session.failure !== '' && session.depth > 0));
  const card = view?.kind === 'card' ? drawCard(view.card, acts) : null;
  const shown =
    session.asking !== ''
      ? question(session, state)
      : session.failure !== ''
        ? failure(session.failure)
        : view?.kind === 'list'
          ? list(view.cards)
          : (card?.body ?? html``);
  const foot = session.asking === '' && session.failure === '' ? (card?.foot ?? html``) : html``;
  const bar = html`<div class="gbar">${
    canGoBack
      ? html`<button type="button" class="gbar__button" data-do="back" aria-label="戻る"><span aria-hidden="true">←</span></button>`
      : html`<span class="gbar__mark" aria-hidden="true">${[...addon.name][0] ?? ''}</span>`
  }<span class="gbar__name">${addon.name}</span>${menu(session, view, acts)}<button type="button" class="gbar__button gbar__close" data-do="close" aria-label="アドオンを閉じる"><span aria-hidden="true">×</span></button></div>`;
  return {
    html: html`${bar}<div class="gbody" data-body>${shown}</div>${foot}<div class="gload" data-load hidden><span class="visually-hidden" role="status" data-load-text></span></div>`,
    acts: acts.list,
  };
}
