/**
 * Makes the platform's cards of ours, and nothing more: what stands in a card and what a press means is decided before.
 * https://developers.google.com/apps-script/reference/card-service
 */
import type { EntryName } from '../../apps-script/entries.ts';
import {
  type Answer,
  type Button,
  type Card,
  type Icon,
  type Press,
  type Shown,
  type Widget,
  type With,
  withinLimits,
} from './model.ts';

type Clickable<T> = {
  setOnClickAction(action: GoogleAppsScript.Card_Service.Action): T;
  setOpenLink(link: GoogleAppsScript.Card_Service.OpenLink): T;
};

const entry: EntryName = 'cardAction';

/** Texts of cards may hold markup (https://developers.google.com/workspace/add-ons/concepts/widgets#text_formatting); ours never do. */
const plain = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const wraps: Readonly<Record<'strong' | 'soft' | 'warning', readonly [string, string]>> = {
  strong: ['<b>', '</b>'],
  soft: ['<font color="#5f6368">', '</font>'],
  warning: ['<font color="#b3261e">', '</font>'],
};

function marked({ text, look }: Extract<Widget, { kind: 'text' }>): string {
  const [before, after] = look === undefined ? ['', ''] : wraps[look];
  return `${before}${plain(text).replace(/\n/g, '<br>')}${after}`;
}

function action(press: Extract<Press, { act: string }>, common: With, needs: readonly string[] = []) {
  const made = CardService.newAction()
    .setFunctionName(entry)
    .setParameters({ ...common, ...press.with, do: press.act })
    .setLoadIndicator(CardService.LoadIndicator.SPINNER);
  for (const name of needs) made.addRequiredWidget(name);
  return made;
}

function pressed<T>(widget: Clickable<T>, press: Press, common: With, needs?: readonly string[]): T {
  return 'open' in press
    ? widget.setOpenLink(CardService.newOpenLink().setUrl(press.open))
    : widget.setOnClickAction(action(press, common, needs));
}

function button({ text, press, isMain, needs }: Button, common: With) {
  const made = CardService.newTextButton().setText(text);
  if (isMain === true) made.setTextButtonStyle(CardService.TextButtonStyle.FILLED);
  return pressed(made, press, common, needs);
}

/** Names of https://fonts.google.com/icons, and what is read out in their place. */
const pictures: Readonly<Record<Exclude<Icon, 'none'>, readonly [string, string]>> = {
  done: ['check_circle', '良好'],
  look: ['info', '確認'],
  mend: ['error', '要対応'],
  wait: ['schedule', '待ち'],
};

function picture(icon: Exclude<Icon, 'none'>) {
  const [name, words] = pictures[icon];
  return CardService.newIconImage()
    .setMaterialIcon(CardService.newMaterialIcon().setName(name))
    .setAltText(words);
}

function row(
  { text, top, bottom, icon, press, button: own }: Extract<Widget, { kind: 'row' }>,
  common: With,
) {
  const made = CardService.newDecoratedText().setText(plain(text)).setWrapText(true);
  // The labels above and below take no markup.
  if (top !== undefined && top !== '') made.setTopLabel(top);
  if (bottom !== undefined && bottom !== '') made.setBottomLabel(bottom);
  if (icon !== undefined && icon !== 'none') made.setStartIcon(picture(icon));
  if (own !== undefined) made.setButton(button(own, common));
  return press === undefined ? made : pressed(made, press, common);
}

function widget(one: Widget, common: With): GoogleAppsScript.Card_Service.Widget {
  switch (one.kind) {
    case 'text':
      return CardService.newTextParagraph().setText(marked(one));
    case 'row':
      return row(one, common);
    case 'buttons': {
      const set = CardService.newButtonSet();
      for (const each of one.buttons) set.addButton(button(each, common));
      return set;
    }
    case 'input': {
      const made = CardService.newTextInput().setFieldName(one.name).setTitle(one.label);
      if (one.hint !== undefined && one.hint !== '') made.setHint(one.hint);
      if (one.value !== undefined && one.value !== '') made.setValue(one.value);
      return one.isLong === true ? made.setMultiline(true) : made;
    }
    case 'choice': {
      const made = CardService.newSelectionInput()
        .setFieldName(one.name)
        .setTitle(one.label)
        .setType(CardService.SelectionInputType.DROPDOWN);
      for (const { value, label } of one.options) made.addItem(label, value, value === one.value);
      return one.onChange === undefined || 'open' in one.onChange
        ? made
        : made.setOnChangeAction(action(one.onChange, common));
    }
    case 'ticks': {
      const made = CardService.newSelectionInput()
        .setFieldName(one.name)
        .setTitle(one.label)
        .setType(CardService.SelectionInputType.CHECK_BOX);
      for (const { value, label } of one.options) made.addItem(label, value, one.values.includes(value));
      return made;
    }
    case 'date': {
      const made = CardService.newDatePicker().setFieldName(one.name).setTitle(one.label);
      const at = Date.parse(`${one.value}T00:00:00Z`);
      return Number.isNaN(at) ? made : made.setValueInMsSinceEpoch(at);
    }
    case 'line':
      return CardService.newDivider();
  }
}

/** One card, within the platform's limits. `common` travels with every press of it. */
export function renderCard(given: Card, common: With): GoogleAppsScript.Card_Service.Card {
  const card = withinLimits(given);
  const header = CardService.newCardHeader().setTitle(card.title);
  if (card.subtitle !== undefined && card.subtitle !== '') header.setSubtitle(card.subtitle);
  const builder = CardService.newCardBuilder().setName(card.name).setHeader(header);
  for (const section of card.sections) {
    const made = CardService.newCardSection();
    if (section.header !== undefined) made.setHeader(plain(section.header));
    for (const one of section.widgets) made.addWidget(widget(one, common));
    const { inSight } = section;
    if (inSight !== undefined && inSight < section.widgets.length) {
      made.setCollapsible(true).setNumUncollapsibleWidgets(inSight);
    }
    builder.addSection(made);
  }
  if (card.footer !== undefined) {
    const footer = CardService.newFixedFooter().setPrimaryButton(
      button({ ...card.footer.primary, isMain: true }, common),
    );
    const { secondary } = card.footer;
    if (secondary !== undefined) footer.setSecondaryButton(button(secondary, common));
    builder.setFixedFooter(footer);
  }
  return builder.build();
}

function renderAnswer({ moves, notice }: Answer, common: With): GoogleAppsScript.Card_Service.ActionResponse {
  const response = CardService.newActionResponseBuilder();
  if (moves.length > 0) {
    const navigation = CardService.newNavigation();
    for (const one of moves) {
      if (one.move === 'push') navigation.pushCard(renderCard(one.card, common));
      else if (one.move === 'update') navigation.updateCard(renderCard(one.card, common));
      else if (one.move === 'back') navigation.popCard();
      else if (one.move === 'root') navigation.popToRoot();
      else if (one.move === 'to') navigation.popToNamedCard(one.name);
    }
    response.setNavigation(navigation);
  }
  // An answer that does nothing is not taken (docs/platform.md).
  if (notice !== '' || moves.length === 0) {
    response.setNotification(CardService.newNotification().setText(notice === '' ? '済みました。' : notice));
  }
  return response.setStateChanged(true).build();
}

/** The question whether the add-on may use the open file (https://developers.google.com/apps-script/reference/card-service/editor-file-scope-action-response-builder). */
const askFile = () =>
  CardService.newEditorFileScopeActionResponseBuilder().requestFileScopeForActiveDocument().build();

/** What an action of a card hands back. */
export const renderShown = (shown: Shown, common: With): unknown =>
  'askFile' in shown ? askFile() : renderAnswer(shown.answer, common);

/** What an entry of the menu hands back (https://developers.google.com/workspace/add-ons/how-tos/universal-actions). */
export const renderUniversal = (card: Card, common: With): unknown =>
  CardService.newUniversalActionResponseBuilder()
    .displayAddOnCards([renderCard(card, common)])
    .build();
