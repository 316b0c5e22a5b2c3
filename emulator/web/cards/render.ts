/** A card as the panel shows it. Whatever can be pressed or changed carries the number of its action, which only the server knows. */
import { html, type Markup } from '../core/html.ts';
import { drawIcon, pictureFrame } from './icons.ts';
import type { Action, Button, Card, DecoratedText, Grid, Header, OnClick, Section, Widget } from './model.ts';
import { dateTimeField, selectionField, switchField, textField } from './render-fields.ts';
import { richText } from './rich-text.ts';

/** One thing that can be done on the shown card. */
export interface Act {
  readonly click: OnClick;
  readonly extra?: Action['parameters'];
}

/** Collects what the drawn card can do; its numbers stand in the markup. */
export class Acts {
  readonly list: Act[] = [];
  /** Before every field id, so that two panels of one page do not clash. */
  readonly prefix: string;

  constructor(prefix: string) {
    this.prefix = prefix;
  }

  /** Attributes of an element that does this when it is pressed. */
  press(click: OnClick, extra?: Action['parameters']): Markup {
    this.list.push(extra === undefined ? { click } : { click, extra });
    const action = click.action ?? click.openDynamicLinkAction;
    return html` data-act="${this.list.length - 1}"${action?.loadIndicator === 'NONE' ? html` data-quiet` : ''}${
      action?.persistValues === true ? html` data-keep` : ''
    }${click.openLink || click.authorizationAction ? html` data-opens` : ''}`;
  }

  /** Attributes of an input that does this when it is changed; '' for one without such an action. */
  change(action: Action | undefined): Markup {
    if (action === undefined) return html``;
    this.list.push({ click: { action } });
    return html` data-change="${this.list.length - 1}"${action.loadIndicator === 'NONE' ? html` data-quiet` : ''}${
      action.persistValues === true ? html` data-keep` : ''
    }`;
  }
}

/** A background colour alone makes a filled button; the colour itself is the page's own (no inline styles here). */
function buttonClass(button: Button): string {
  const filled = button.type === 'FILLED' || (button.type === undefined && button.color !== undefined);
  const look = filled
    ? 'filled'
    : button.type === 'FILLED_TONAL'
      ? 'tonal'
      : button.type === 'OUTLINED'
        ? 'outlined'
        : 'text';
  return `gbutton gbutton--${look}`;
}

export function drawButton(button: Button, acts: Acts): Markup {
  if (button.icon) {
    const { altText, ...sign } = button.icon;
    const name = button.altText ?? altText ?? 'ボタン';
    return html`<button type="button" class="gbutton gbutton--icon" aria-label="${name}"${acts.press(button.onClick)}>${drawIcon(
      sign,
    )}</button>`;
  }
  const name = button.altText === undefined ? '' : html` aria-label="${button.altText}"`;
  const disabled = button.disabled === true ? html` disabled` : '';
  return html`<button type="button" class="${buttonClass(button)}"${name}${disabled}${acts.press(button.onClick)}>${
    button.text ?? ''
  }</button>`;
}

/** Texts beside a sign; with an action the whole of it is a button, and what is beside it stays its own. */
function decorated(text: DecoratedText, acts: Acts): Markup {
  const body = html`${text.startIcon ? html`<span class="grow__icon">${drawIcon(text.startIcon)}</span>` : ''}<span class="grow__texts">${
    text.topLabel ? html`<span class="grow__label">${text.topLabel}</span>` : ''
  }<span class="grow__text${text.wrapText === true ? ' is-wrapped' : ''}">${richText(text.text)}</span>${
    text.bottomLabel ? html`<span class="grow__label">${text.bottomLabel}</span>` : ''
  }</span>`;
  const end = text.button
    ? drawButton(text.button, acts)
    : text.switchControl
      ? switchField(text.switchControl, text.text, acts)
      : text.endIcon
        ? html`<span class="grow__icon">${drawIcon(text.endIcon)}</span>`
        : html``;
  const main = text.onClick
    ? html`<button type="button" class="grow__main grow__main--press"${acts.press(text.onClick)}>${body}</button>`
    : html`<div class="grow__main">${body}</div>`;
  return html`<div class="grow">${main}${end}</div>`;
}

function drawGrid(grid: Grid, acts: Acts): Markup {
  const columns = Math.min(grid.columnCount ?? 2, 4);
  const items = (grid.items ?? []).map((item) => {
    const picture = item.image ? pictureFrame(item.image.altText ?? '') : html``;
    const texts = html`<span class="gcell__texts">${item.title ? html`<b>${item.title}</b>` : ''}${
      item.subtitle ? html`<span class="grow__label">${item.subtitle}</span>` : ''
    }</span>`;
    const inside = item.layout === 'TEXT_ABOVE' ? html`${texts}${picture}` : html`${picture}${texts}`;
    const extra = [{ key: 'grid_item_identifier', value: item.id ?? '' }];
    return grid.onClick
      ? html`<li><button type="button" class="gcell gcell--press"${acts.press(grid.onClick, extra)}>${inside}</button></li>`
      : html`<li><div class="gcell">${inside}</div></li>`;
  });
  return html`${grid.title ? html`<p class="gcard__part">${grid.title}</p>` : ''}<ul class="ggrid ggrid--${columns}">${items}</ul>`;
}

function drawWidget(widget: Widget, acts: Acts): Markup {
  if (widget.textParagraph) return html`<p class="gtext">${richText(widget.textParagraph.text)}</p>`;
  if (widget.decoratedText) return decorated(widget.decoratedText, acts);
  if (widget.buttonList) {
    return html`<div class="gbuttons">${widget.buttonList.buttons.map((button) => drawButton(button, acts))}</div>`;
  }
  if (widget.image) {
    const frame = pictureFrame(widget.image.altText ?? '');
    return widget.image.onClick
      ? html`<button type="button" class="gimage gimage--press"${acts.press(widget.image.onClick)}>${frame}</button>`
      : html`<div class="gimage">${frame}</div>`;
  }
  if (widget.divider) return html`<hr class="gline">`;
  if (widget.textInput) return textField(widget.textInput, acts);
  if (widget.selectionInput) return selectionField(widget.selectionInput, acts);
  if (widget.dateTimePicker) return dateTimeField(widget.dateTimePicker, acts);
  return widget.grid ? drawGrid(widget.grid, acts) : html``;
}

function drawSection(section: Section, index: number, acts: Acts): Markup {
  const widgets = (section.widgets ?? []).map((widget) => drawWidget(widget, acts));
  const head = section.header ? html`<h3 class="gsection__head">${richText(section.header)}</h3>` : html``;
  const always = section.uncollapsibleWidgetsCount ?? 0;
  if (section.collapsible !== true || widgets.length <= always) {
    return html`<section class="gsection">${head}${widgets}</section>`;
  }
  const rest = widgets.length - always;
  return html`<section class="gsection">${head}${widgets.slice(0, always)}<details class="gmore" data-more="${index}"><summary class="gmore__sign"><span class="gmore__open">あと${rest}件を表示</span><span class="gmore__close">閉じる</span></summary>${widgets.slice(
    always,
  )}</details></section>`;
}

export function drawHeader(header: Header): Markup {
  const image = header.imageUrl
    ? html`<span class="ghead__image${header.imageType === 'CIRCLE' ? ' is-round' : ''}">${pictureFrame(header.imageAltText ?? '')}</span>`
    : html``;
  return html`<header class="ghead">${image}<div><h2 class="ghead__title" tabindex="-1" data-title>${header.title}</h2>${
    header.subtitle ? html`<p class="ghead__sub">${header.subtitle}</p>` : ''
  }</div></header>`;
}

/** The card's body, and what stays at the foot of the panel. */
export function drawCard(card: Card, acts: Acts): { readonly body: Markup; readonly foot: Markup } {
  const sections = (card.sections ?? []).map((section, index) => drawSection(section, index, acts));
  const body = html`${card.header ? drawHeader(card.header) : ''}${sections}`;
  if (!card.fixedFooter) return { body, foot: html`` };
  const { primaryButton, secondaryButton } = card.fixedFooter;
  const main = { ...primaryButton, type: primaryButton.type ?? ('FILLED' as const) };
  const foot = html`<footer class="gfoot">${secondaryButton ? drawButton(secondaryButton, acts) : ''}${drawButton(main, acts)}</footer>`;
  return { body, foot };
}
