/** What stands around an open file of either editor: its menus, the frame of the sidebar, the dialogs. */
import type { MenuView, ShownHtml } from '../../api.ts';
import { html, type Markup } from '../core/html.ts';

const sandbox = 'allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox';

export function menus(views: readonly MenuView[]): Markup {
  return html`${views.map(
    (menu) =>
      html`<details class="menu"><summary class="menu__name">${menu.caption}</summary><div class="menu__items">${menu.items.map(
        (item) =>
          item.fn === ''
            ? html`<hr>`
            : html`<button class="menu__item" type="button" data-menu="${item.fn}">${item.caption}</button>`,
      )}</div></details>`,
  )}`;
}

export function sidePanel(shown: ShownHtml | null): Markup {
  return html`<aside class="side" data-side aria-label="サイドバー"${shown ? '' : html` hidden`}><header class="side__head"><h2 class="side__title" data-side-title>${
    shown?.title ?? ''
  }</h2><button class="side__close" type="button" data-side-close aria-label="サイドバーを閉じる">×</button></header><iframe class="side__frame" data-side-frame title="${
    shown?.title ?? 'サイドバー'
  }" sandbox="${sandbox}"${shown ? html` src="/frame/sidebar"` : ''}></iframe></aside>`;
}

export const dialogs: Markup = html`<dialog class="dialog" data-dialog><header class="side__head"><h2 class="side__title" data-dialog-title></h2><button class="side__close" type="button" data-dialog-close aria-label="閉じる">×</button></header><iframe
  class="dialog__frame" data-dialog-frame title="ダイアログ" sandbox="${sandbox}"></iframe></dialog>
  <dialog class="dialog dialog--alert" data-alert><p class="dialog__text" data-alert-text></p><form method="dialog"><button class="button button--main" autofocus>OK</button></form></dialog>`;
