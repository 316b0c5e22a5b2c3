/** Widgets of cards and what they are made of; members that a table does not list throw by name. */
import {
  CardPart,
  copyOf,
  countOf,
  type Data,
  flag,
  inner,
  type Json,
  type Method,
  type Methods,
  oneOf,
  partOf,
  picture,
  push,
  text,
  textOf,
  whole,
} from './card-part.ts';
import { refusal, signatureError } from './face.ts';

import C = GoogleAppsScript.Card_Service;

/** A table for a published class: only its own members may be listed. */
export type Of<Real> = { readonly [Name in keyof Real]?: Method };

/** https://developers.google.com/workspace/add-ons/guides/workspace-restrictions */
export const MOST_WIDGETS = 100;

/** "Both keys and values must be strings" (https://developers.google.com/apps-script/reference/card-service/action#setParameters(Object)). */
const parameters: Method = (part, args, name) => {
  const [given] = args;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw signatureError('CardService.Action', name, args);
  }
  part.data_.parameters = Object.entries(given).map(([key, value]) => {
    if (typeof value !== 'string') throw refusal(`Invalid argument: parameters.${key} (${typeof value})`);
    return { key, value };
  });
};

export const action: Of<C.Action> = {
  setFunctionName: text('function'),
  setParameters: parameters,
  setLoadIndicator: oneOf('LoadIndicator', 'loadIndicator'),
  setPersistValues: flag('persistValues'),
  addRequiredWidget: (part, args, name) => push(part, 'requiredWidgets', textOf(part, args, name)),
  setAllWidgetsAreRequired: flag('allWidgetsAreRequired'),
};

export const openLink: Of<C.OpenLink> = {
  setUrl: text('url'),
  setOpenAs: oneOf('OpenAs', 'openAs'),
  setOnClose: oneOf('OnClose', 'onClose'),
};

export const authorizationAction: Of<C.AuthorizationAction> = { setAuthorizationUrl: text('url') };

/** An action must name its function ("Required" in its reference). */
function actionData(given: CardPart): Data {
  if (given.data_.function === undefined) throw refusal('Invalid argument: Action without a function name');
  return copyOf(given.data_);
}

function linkData(given: CardPart): Data {
  if (given.data_.url === undefined) throw refusal(`Invalid argument: ${given.kind_} without a URL`);
  return copyOf(given.data_);
}

const click = (key: string, kind: string, data: (given: CardPart) => Data): Method =>
  inner('onClick', [kind], (given) => ({ [key]: data(given) }));

/** What a press does; the last one set stands. */
const clicks = {
  setOnClickAction: click('action', 'Action', actionData),
  setOnClickOpenLinkAction: click('openDynamicLinkAction', 'Action', actionData),
  setOpenLink: click('openLink', 'OpenLink', linkData),
  setAuthorizationAction: click('authorizationAction', 'AuthorizationAction', linkData),
} satisfies Methods;

export const onChange: Method = inner('onChangeAction', ['Action'], actionData);

export const cardAction: Of<C.CardAction> = { setText: text('actionLabel'), ...clicks };

export const materialIcon: Of<C.MaterialIcon> = {
  setName: text('name'),
  setFill: flag('fill'),
  setWeight: whole('weight'),
  setGrade: whole('grade', -50),
};

const setMaterialIcon: Method = inner('materialIcon', ['MaterialIcon']);

export const iconImage: Of<C.IconImage> = {
  setIcon: oneOf('Icon', 'knownIcon'),
  setIconUrl: picture('iconUrl'),
  setMaterialIcon,
  setAltText: text('altText'),
  setImageCropType: oneOf('ImageCropType', 'imageType'),
};

export const textButton: Of<C.TextButton> = {
  setText: text('text'),
  setAltText: text('altText'),
  setBackgroundColor: text('color'),
  setDisabled: flag('disabled'),
  setTextButtonStyle: oneOf('TextButtonStyle', 'type'),
  ...clicks,
};

export const imageButton: Of<C.ImageButton> = {
  setAltText: text('altText'),
  setIcon: oneOf('Icon', 'knownIcon'),
  setIconUrl: picture('iconUrl'),
  setMaterialIcon,
  ...clicks,
};

const BUTTONS = ['TextButton', 'ImageButton'];
const ICON_KEYS = ['knownIcon', 'iconUrl', 'materialIcon', 'altText', 'imageType'];

/** A finished button: a text or a picture, and what a press does (without it the live service fails; docs/platform.md). */
export function buttonData(given: CardPart): Data {
  const { onClick, ...rest } = copyOf(given.data_);
  const label = rest.text ?? rest.knownIcon ?? rest.iconUrl ?? rest.materialIcon;
  if (label === undefined) throw refusal(`Invalid argument: ${given.kind_} without text or icon`);
  if (onClick === undefined) throw refusal(`Invalid argument: ${given.kind_} without an action`);
  if (given.kind_ === 'TextButton') return { ...rest, onClick };
  const icon = Object.fromEntries(Object.entries(rest).filter(([key]) => ICON_KEYS.includes(key)));
  return { icon, ...(rest.altText === undefined ? {} : { altText: rest.altText }), onClick };
}

export const buttonSet: Of<C.ButtonSet> = {
  addButton: (part, args, name) => push(part, 'buttons', buttonData(partOf(part, args, name, BUTTONS))),
};

export const textParagraph: Of<C.TextParagraph> = { setText: text('text') };

export const image: Of<C.Image> = {
  setImageUrl: picture('imageUrl'),
  setAltText: text('altText'),
  ...clicks,
};

export const switchControl: Of<C.Switch> = {
  setFieldName: text('name'),
  setValue: text('value'),
  setSelected: flag('selected'),
  setControlType: oneOf('SwitchControlType', 'controlType'),
  setOnChangeAction: onChange,
};

function fieldData(given: CardPart): Data {
  if (given.data_.name === undefined) throw refusal(`Invalid argument: ${given.kind_} without a field name`);
  return copyOf(given.data_);
}

const nested = (key: string, field: string, method: Method): Method => {
  return (part, args, name) => {
    const sub = new CardPart(part.kind_, {});
    method(sub, args, name);
    const before = part.data_[key];
    const kept = typeof before === 'object' && before !== null && !Array.isArray(before) ? before : {};
    part.data_[key] = { ...kept, [field]: sub.data_[field] ?? null };
  };
};

/** The old ways to set the icon of a text, kept under `startIcon`. */
const oldIcon = {
  setIcon: nested('startIcon', 'knownIcon', oneOf('Icon', 'knownIcon')),
  setIconUrl: nested('startIcon', 'iconUrl', picture('iconUrl')),
  setIconAltText: nested('startIcon', 'altText', text('altText')),
} satisfies Methods;

export const decoratedText: Of<C.DecoratedText> = {
  setText: text('text'),
  setTopLabel: text('topLabel'),
  setBottomLabel: text('bottomLabel'),
  setWrapText: flag('wrapText'),
  setButton: inner('button', BUTTONS, buttonData),
  setSwitchControl: inner('switchControl', ['Switch'], fieldData),
  setStartIcon: inner('startIcon', ['IconImage']),
  setEndIcon: inner('endIcon', ['IconImage']),
  ...oldIcon,
  ...clicks,
};

export const keyValue: Of<C.KeyValue> = {
  setContent: text('text'),
  setTopLabel: text('topLabel'),
  setBottomLabel: text('bottomLabel'),
  setMultiline: flag('wrapText'),
  setButton: inner('button', BUTTONS, buttonData),
  setSwitch: inner('switchControl', ['Switch'], fieldData),
  ...oldIcon,
  ...clicks,
};

export const suggestions: Of<C.Suggestions> = {
  addSuggestion: (part, args, name) => push(part, 'items', { text: textOf(part, args, name) }),
  addSuggestions: (part, [given], name) => {
    if (!Array.isArray(given)) throw signatureError('CardService.Suggestions', name, [given]);
    for (const each of given) push(part, 'items', { text: textOf(part, [each], name) });
  },
};

export const textInput: Of<C.TextInput> = {
  setFieldName: text('name'),
  setTitle: text('label'),
  setHint: text('hintText'),
  setValue: text('value'),
  setMultiline: (part, args, name) => {
    const [value] = args;
    if (typeof value !== 'boolean') throw signatureError('CardService.TextInput', name, args);
    part.data_.type = value ? 'MULTIPLE_LINE' : 'SINGLE_LINE';
  },
  setSuggestions: inner('initialSuggestions', ['Suggestions']),
  setOnChangeAction: onChange,
};

/** "Non-string primitive arguments are converted to strings" (https://developers.google.com/apps-script/reference/card-service/selection-input#addItem(Object,Object,Boolean)). */
const addItem: Method = (part, args, name) => {
  const [label, value, selected] = args;
  const plain = [label, value].every((one) => ['string', 'number', 'boolean'].includes(typeof one));
  if (!plain || typeof selected !== 'boolean') throw signatureError('CardService.SelectionInput', name, args);
  push(part, 'items', { text: String(label), value: String(value), selected });
};

export const selectionInput: Of<C.SelectionInput> = {
  setFieldName: text('name'),
  setTitle: text('label'),
  setType: oneOf('SelectionInputType', 'type'),
  addItem,
  setOnChangeAction: onChange,
};

/** Milliseconds since 1970 as a number or as its digits. */
const instant: Method = (part, args, name) => {
  const [value] = args;
  const ms = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof ms !== 'number' || !Number.isFinite(ms)) {
    throw signatureError(`CardService.${part.kind_}`, name, args);
  }
  part.data_.valueMsEpoch = Math.trunc(ms);
};

const picker = {
  setFieldName: text('name'),
  setTitle: text('label'),
  setOnChangeAction: onChange,
} satisfies Methods;

export const datePicker: Of<C.DatePicker> = { ...picker, setValueInMsSinceEpoch: instant };
export const dateTimePicker: Of<C.DateTimePicker> = {
  ...picker,
  setValueInMsSinceEpoch: instant,
  setTimeZoneOffsetInMins: whole('timezoneOffsetDate', -1440),
};

const clock =
  (key: 'hours' | 'minutes', most: number): Method =>
  (part, args, name) => {
    whole(key)(part, args, name);
    if (Number(part.data_[key]) > most) throw refusal(`Invalid argument: ${name}`);
  };
export const timePicker: Of<C.TimePicker> = {
  ...picker,
  setHours: clock('hours', 23),
  setMinutes: clock('minutes', 59),
};

export const borderStyle: Of<C.BorderStyle> = {
  setType: oneOf('BorderType', 'type'),
  setStrokeColor: text('strokeColor'),
  setCornerRadius: whole('cornerRadius'),
};
export const imageCropStyle: Of<C.ImageCropStyle> = {
  setImageCropType: oneOf('ImageCropType', 'type'),
  setAspectRatio: (part, args, name) => {
    const [ratio] = args;
    if (typeof ratio !== 'number') throw signatureError('CardService.ImageCropStyle', name, args);
    if (!(ratio > 0)) throw refusal(`Invalid argument: ${name}`);
    part.data_.aspectRatio = ratio;
  },
};
export const imageComponent: Of<C.ImageComponent> = {
  setImageUrl: picture('imageUri'),
  setAltText: text('altText'),
  setBorderStyle: inner('borderStyle', ['BorderStyle']),
  setCropStyle: inner('cropStyle', ['ImageCropStyle']),
};
export const gridItem: Of<C.GridItem> = {
  setIdentifier: text('id'),
  setTitle: text('title'),
  setSubtitle: text('subtitle'),
  setImage: inner('image', ['ImageComponent']),
  setLayout: oneOf('GridItemLayout', 'layout'),
  setTextAlignment: oneOf('HorizontalAlignment', 'textAlignment'),
};
export const grid: Of<C.Grid> = {
  setTitle: text('title'),
  setNumColumns: whole('columnCount', 1),
  addItem: (part, args, name) => push(part, 'items', copyOf(partOf(part, args, name, ['GridItem']).data_)),
  setBorderStyle: inner('borderStyle', ['BorderStyle']),
  ...clicks,
};

/** How each widget stands in a section: its name there, what it cannot do without, and what it becomes. */
const wrap =
  (key: string, needs: readonly string[], more: (data: Data) => Data = (data) => data) =>
  (given: CardPart): Json => {
    for (const need of needs) {
      if (given.data_[need] === undefined) throw refusal(`Invalid argument: ${given.kind_} without ${need}`);
    }
    return { [key]: more(copyOf(given.data_)) };
  };

const pickerAs = (type: string) => (data: Data) => ({ ...data, type });

function timeData({ hours, minutes, ...rest }: Data): Data {
  const set = hours !== undefined || minutes !== undefined;
  const valueMsEpoch = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return { ...rest, ...(set ? { valueMsEpoch } : {}), type: 'TIME_ONLY' };
}

const oneButton = (given: CardPart): Json => ({ buttonList: { buttons: [buttonData(given)] } });

const widgets: Readonly<Record<string, (given: CardPart) => Json>> = {
  TextParagraph: wrap('textParagraph', ['text']),
  DecoratedText: wrap('decoratedText', ['text']),
  KeyValue: wrap('decoratedText', ['text']),
  TextButton: oneButton,
  ImageButton: oneButton,
  ButtonSet: wrap('buttonList', ['buttons']),
  Image: wrap('image', ['imageUrl']),
  Divider: wrap('divider', []),
  TextInput: wrap('textInput', ['name']),
  SelectionInput: wrap('selectionInput', ['name'], (data) => ({ type: 'CHECK_BOX', ...data })),
  DatePicker: wrap('dateTimePicker', ['name'], pickerAs('DATE_ONLY')),
  DateTimePicker: wrap('dateTimePicker', ['name'], pickerAs('DATE_AND_TIME')),
  TimePicker: wrap('dateTimePicker', ['name'], timeData),
  Grid: wrap('grid', ['items']),
};

export const cardSection: Of<C.CardSection> = {
  setHeader: text('header'),
  setCollapsible: flag('collapsible'),
  setNumUncollapsibleWidgets: whole('uncollapsibleWidgetsCount'),
  addWidget: (part, args, name) => {
    const given = partOf(part, args, name, Object.keys(widgets));
    if (countOf(part, 'widgets') >= MOST_WIDGETS) {
      throw refusal(`Invalid argument: a section cannot hold more than ${MOST_WIDGETS} widgets`);
    }
    push(part, 'widgets', widgets[given.kind_]?.(given) ?? null);
  },
};
