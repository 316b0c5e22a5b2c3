/** `CardService` (https://developers.google.com/apps-script/reference/card-service/card-service). Nothing here calls the workspace. */
import { CARD_ENUMS } from './card-enums.ts';
import {
  CardPart,
  copyOf,
  countOf,
  type Data,
  flag,
  inner,
  type Json,
  type Methods,
  oneOf,
  partOf,
  picture,
  push,
  text,
  textOf,
} from './card-part.ts';
import type { Of } from './card-widgets.ts';
import * as widget from './card-widgets.ts';
import { Face, inward, outward, refusal, signatureError } from './face.ts';

import C = GoogleAppsScript.Card_Service;

/** https://developers.google.com/workspace/add-ons/concepts/cards */
const MOST_SECTIONS = 100;

/** Makes a finished object of a builder: it prints itself, and the host takes its data. */
const built =
  (kind: string, check: (data: Data) => Data = (data) => data) =>
  (part: CardPart): CardPart =>
    new CardPart(
      kind,
      { printJson: (self) => JSON.stringify(self.data_, null, 2) },
      check(copyOf(part.data_)),
    );

const cardHeader: Of<C.CardHeader> = {
  setTitle: text('title'),
  setSubtitle: text('subtitle'),
  setImageUrl: picture('imageUrl'),
  setImageStyle: oneOf('ImageStyle', 'imageType'),
  setImageAltText: text('imageAltText'),
};

/** Names of all fields under a card, in order. */
function fieldNames(value: Json, key = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => fieldNames(one, key));
  const named = ['textInput', 'selectionInput', 'dateTimePicker', 'switchControl'].includes(key);
  const own = named && 'name' in value && typeof value.name === 'string' ? [value.name] : [];
  return [...own, ...Object.entries(value).flatMap(([name, inside]) => fieldNames(inside, name))];
}

/** Field names must be unique in a card (https://developers.google.com/apps-script/reference/card-service/text-input#setFieldName(String)). */
function checkedCard(data: Data): Data {
  const names = fieldNames(data);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw refusal(`Invalid argument: field name "${twice}" is used twice`);
  return data;
}

function headerData(given: CardPart): Data {
  if (given.data_.title === undefined) throw refusal('Invalid argument: CardHeader without a title');
  return copyOf(given.data_);
}

function cardActionData(given: CardPart): Data {
  if (given.data_.actionLabel === undefined || given.data_.onClick === undefined) {
    throw refusal('Invalid argument: CardAction without text or action');
  }
  return copyOf(given.data_);
}

const fixedFooter: Of<C.FixedFooter> = {
  setPrimaryButton: inner('primaryButton', ['TextButton'], widget.buttonData),
  setSecondaryButton: inner('secondaryButton', ['TextButton'], widget.buttonData),
};

function footerData(given: CardPart): Data {
  if (given.data_.primaryButton === undefined) {
    throw refusal('Invalid argument: FixedFooter without a primary button');
  }
  return copyOf(given.data_);
}

const cardBuilder: Of<C.CardBuilder> = {
  setName: text('name'),
  setHeader: inner('header', ['CardHeader'], headerData),
  setPeekCardHeader: inner('peekCardHeader', ['CardHeader'], headerData),
  setDisplayStyle: oneOf('DisplayStyle', 'displayStyle'),
  setFixedFooter: inner('fixedFooter', ['FixedFooter'], footerData),
  addCardAction: (part, args, name) =>
    push(part, 'cardActions', cardActionData(partOf(part, args, name, ['CardAction']))),
  addSection: (part, args, name) => {
    const given = partOf(part, args, name, ['CardSection']);
    if (countOf(part, 'sections') >= MOST_SECTIONS) {
      throw refusal(`Invalid argument: a card cannot hold more than ${MOST_SECTIONS} sections`);
    }
    push(part, 'sections', copyOf(given.data_));
  },
  build: built('Card', checkedCard),
};

const step = (make: (part: CardPart, args: readonly unknown[], name: string) => Json) =>
  ((part, args, name) => push(part, 'navigations', make(part, args, name))) satisfies Methods[string];
const card = (part: CardPart, args: readonly unknown[], name: string): Data =>
  copyOf(partOf(part, args, name, ['Card']).data_);

/** Steps are taken in the order they were chained (https://developers.google.com/apps-script/reference/card-service/navigation). */
const navigation: Of<C.Navigation> = {
  pushCard: step((part, args, name) => ({ pushCard: card(part, args, name) })),
  updateCard: step((part, args, name) => ({ updateCard: card(part, args, name) })),
  popCard: step(() => ({ pop: true })),
  popToRoot: step(() => ({ popToRoot: true })),
  popToNamedCard: step((part, args, name) => ({ popToCard: textOf(part, args, name) })),
  printJson: (part) => JSON.stringify(part.data_, null, 2),
};

const notification: Of<C.Notification> = { setText: text('text') };

function linkOf(given: CardPart): Data {
  if (given.data_.url === undefined) throw refusal('Invalid argument: OpenLink without a URL');
  return copyOf(given.data_);
}

/** The reference says that `build` throws for a response that is not valid; one that does nothing is taken for that. */
function responseData({ stateChanged, ...parts }: Data): Data {
  if (Object.keys(parts).length === 0 && stateChanged === undefined) {
    throw refusal('Invalid argument: an ActionResponse must hold a navigation, a link or a notification');
  }
  return { renderActions: { action: parts }, ...(stateChanged === undefined ? {} : { stateChanged }) };
}

const actionResponse: Of<C.ActionResponseBuilder> = {
  setNavigation: inner('navigations', ['Navigation'], (given) => copyOf(given.data_).navigations ?? []),
  setNotification: inner('notification', ['Notification'], (given) => {
    if (given.data_.text === undefined) throw refusal('Invalid argument: Notification without text');
    return copyOf(given.data_);
  }),
  setOpenLink: inner('link', ['OpenLink'], linkOf),
  setStateChanged: flag('stateChanged'),
  build: built('ActionResponse', responseData),
};

const universalResponse: Of<C.UniversalActionResponseBuilder> = {
  displayAddOnCards: (part, args, name) => {
    const [cards] = args;
    if (!Array.isArray(cards)) {
      throw signatureError('CardService.UniversalActionResponseBuilder', name, args);
    }
    part.data_.navigations = cards.map((one) => ({ pushCard: card(part, [inward(one)], name) }));
  },
  setOpenLink: inner('link', ['OpenLink'], linkOf),
  build: built('UniversalActionResponse', responseData),
};

const asks = (host: string, action: Data): Data => ({ renderActions: { hostAppAction: { [host]: action } } });

const editorScope: Of<C.EditorFileScopeActionResponseBuilder> = {
  requestFileScopeForActiveDocument: (part) => {
    part.data_.asked = true;
  },
  build: built('EditorFileScopeActionResponse', () =>
    asks('editorAction', { requestFileScopeForActiveDocument: {} }),
  ),
};

const driveScope: Of<C.DriveItemsSelectedActionResponseBuilder> = {
  requestFileScope: text('itemId'),
  build: built('DriveItemsSelectedActionResponse', ({ itemId }) => {
    if (itemId === undefined) throw refusal('Invalid argument: requestFileScope without an item');
    return asks('driveAction', { requestFileScope: { itemId } });
  }),
};

type Factory = Extract<keyof C.CardService, `new${string}`>;

/** Every factory that an add-on in Sheets, Drive, Gmail and Calendar can do with; the others throw by name. */
const factories: { readonly [Name in Factory]?: readonly [string, Methods] } = {
  newAction: ['Action', widget.action],
  newActionResponseBuilder: ['ActionResponseBuilder', actionResponse],
  newAuthorizationAction: ['AuthorizationAction', widget.authorizationAction],
  newBorderStyle: ['BorderStyle', widget.borderStyle],
  newButtonSet: ['ButtonSet', widget.buttonSet],
  newCardAction: ['CardAction', widget.cardAction],
  newCardBuilder: ['CardBuilder', cardBuilder],
  newCardHeader: ['CardHeader', cardHeader],
  newCardSection: ['CardSection', widget.cardSection],
  newDatePicker: ['DatePicker', widget.datePicker],
  newDateTimePicker: ['DateTimePicker', widget.dateTimePicker],
  newDecoratedText: ['DecoratedText', widget.decoratedText],
  newDivider: ['Divider', {}],
  newDriveItemsSelectedActionResponseBuilder: ['DriveItemsSelectedActionResponseBuilder', driveScope],
  newEditorFileScopeActionResponseBuilder: ['EditorFileScopeActionResponseBuilder', editorScope],
  newFixedFooter: ['FixedFooter', fixedFooter],
  newGrid: ['Grid', widget.grid],
  newGridItem: ['GridItem', widget.gridItem],
  newIconImage: ['IconImage', widget.iconImage],
  newImage: ['Image', widget.image],
  newImageButton: ['ImageButton', widget.imageButton],
  newImageComponent: ['ImageComponent', widget.imageComponent],
  newImageCropStyle: ['ImageCropStyle', widget.imageCropStyle],
  newKeyValue: ['KeyValue', widget.keyValue],
  newMaterialIcon: ['MaterialIcon', widget.materialIcon],
  newNavigation: ['Navigation', navigation],
  newNotification: ['Notification', notification],
  newOpenLink: ['OpenLink', widget.openLink],
  newSelectionInput: ['SelectionInput', widget.selectionInput],
  newSuggestions: ['Suggestions', widget.suggestions],
  newSwitch: ['Switch', widget.switchControl],
  newTextButton: ['TextButton', widget.textButton],
  newTextInput: ['TextInput', widget.textInput],
  newTextParagraph: ['TextParagraph', widget.textParagraph],
  newTimePicker: ['TimePicker', widget.timePicker],
  newUniversalActionResponseBuilder: ['UniversalActionResponseBuilder', universalResponse],
};

export class CardServiceFace extends Face {
  constructor() {
    super();
    for (const [name, group] of Object.entries(CARD_ENUMS)) {
      Object.defineProperty(this, name, { value: group, enumerable: true, configurable: true });
    }
    for (const [name, [kind, methods]] of Object.entries(factories)) {
      Object.defineProperty(this, name, {
        value: () => new CardPart(kind, methods),
        enumerable: true,
        configurable: true,
      });
    }
  }

  className_(): string {
    return 'CardService';
  }
}

/** What an add-on's function gave back, for its host. */
export type CardOutcome =
  | { readonly kind: 'cards'; readonly cards: readonly Data[] }
  | { readonly kind: 'response'; readonly response: Data }
  | { readonly kind: 'nothing' };

const RESPONSES = [
  'ActionResponse',
  'UniversalActionResponse',
  'EditorFileScopeActionResponse',
  'DriveItemsSelectedActionResponse',
];

/** Describes the value that may not be returned, as far as a person needs it. */
function described(value: unknown): string {
  if (value instanceof Face) return value.className_();
  return typeof value === 'object' ? `Object with values: ${JSON.stringify(outward(value))}` : String(value);
}

/**
 * Takes what a card function returned. Throws the platform's error for anything but built cards and responses
 * (its text is known from public reports; docs/platform.md).
 */
export function cardOutcome(value: unknown): CardOutcome {
  if (value === undefined || value === null) return { kind: 'nothing' };
  const given = (Array.isArray(value) ? value : [value]).map(inward);
  const parts = given.flatMap((one) => (one instanceof CardPart ? [one] : []));
  const first = parts[0];
  if (parts.length === given.length && parts.every((part) => part.kind_ === 'Card')) {
    return parts.length === 0
      ? { kind: 'nothing' }
      : { kind: 'cards', cards: parts.map((part) => part.data_) };
  }
  if (!Array.isArray(value) && first !== undefined && RESPONSES.includes(first.kind_)) {
    return { kind: 'response', response: first.data_ };
  }
  throw new Error(
    'The value returned from Apps Script has a type that cannot be used by the add-ons platform. ' +
      `Also make sure to call build on any builder before returning it. Value: ${described(given[0])}`,
  );
}
