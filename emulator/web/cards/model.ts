/** Cards as the script's realm hands them over: google.apps.card.v1 as `CardService` of this emulator writes it. */

export interface Parameter {
  readonly key: string;
  readonly value: string;
}
export interface Action {
  readonly function: string;
  readonly parameters?: readonly Parameter[];
  readonly loadIndicator?: 'SPINNER' | 'NONE';
  readonly persistValues?: boolean;
  readonly requiredWidgets?: readonly string[];
  readonly allWidgetsAreRequired?: boolean;
}
export interface OpenLink {
  readonly url: string;
  readonly openAs?: 'FULL_SIZE' | 'OVERLAY';
  readonly onClose?: 'NOTHING' | 'RELOAD' | 'RELOAD_ADD_ON';
}
/** One of these. */
export interface OnClick {
  readonly action?: Action;
  readonly openDynamicLinkAction?: Action;
  readonly openLink?: OpenLink;
  readonly authorizationAction?: { readonly url: string };
}
export interface Icon {
  readonly knownIcon?: string;
  readonly iconUrl?: string;
  readonly materialIcon?: { readonly name?: string };
  readonly altText?: string;
  readonly imageType?: string;
}
export interface Button {
  readonly text?: string;
  readonly icon?: Icon;
  readonly altText?: string;
  readonly color?: string;
  readonly type?: 'OUTLINED' | 'FILLED' | 'FILLED_TONAL' | 'BORDERLESS';
  readonly disabled?: boolean;
  readonly onClick: OnClick;
}
export interface SwitchControl {
  readonly name: string;
  readonly value?: string;
  readonly selected?: boolean;
  readonly controlType?: 'SWITCH' | 'CHECK_BOX';
  readonly onChangeAction?: Action;
}
export interface DecoratedText {
  readonly text: string;
  readonly topLabel?: string;
  readonly bottomLabel?: string;
  readonly wrapText?: boolean;
  readonly startIcon?: Icon;
  readonly endIcon?: Icon;
  readonly button?: Button;
  readonly switchControl?: SwitchControl;
  readonly onClick?: OnClick;
}
export interface TextInput {
  readonly name: string;
  readonly label?: string;
  readonly hintText?: string;
  readonly value?: string;
  readonly type?: 'SINGLE_LINE' | 'MULTIPLE_LINE';
  readonly initialSuggestions?: { readonly items?: readonly { readonly text: string }[] };
  readonly onChangeAction?: Action;
}
export interface SelectionInput {
  readonly name: string;
  readonly label?: string;
  readonly type: 'CHECK_BOX' | 'RADIO_BUTTON' | 'DROPDOWN' | 'SWITCH';
  readonly items?: readonly { readonly text: string; readonly value: string; readonly selected: boolean }[];
  readonly onChangeAction?: Action;
}
export interface DateTimePicker {
  readonly name: string;
  readonly label?: string;
  readonly type: 'DATE_ONLY' | 'DATE_AND_TIME' | 'TIME_ONLY';
  readonly valueMsEpoch?: number;
  readonly timezoneOffsetDate?: number;
  readonly onChangeAction?: Action;
}
export interface Grid {
  readonly title?: string;
  readonly columnCount?: number;
  readonly items?: readonly {
    readonly id?: string;
    readonly title?: string;
    readonly subtitle?: string;
    readonly image?: { readonly imageUri?: string; readonly altText?: string };
    readonly layout?: 'TEXT_BELOW' | 'TEXT_ABOVE';
  }[];
  readonly onClick?: OnClick;
}
/** One of these. */
export interface Widget {
  readonly textParagraph?: { readonly text: string };
  readonly decoratedText?: DecoratedText;
  readonly buttonList?: { readonly buttons: readonly Button[] };
  readonly image?: { readonly imageUrl: string; readonly altText?: string; readonly onClick?: OnClick };
  readonly divider?: object;
  readonly textInput?: TextInput;
  readonly selectionInput?: SelectionInput;
  readonly dateTimePicker?: DateTimePicker;
  readonly grid?: Grid;
}
export interface Section {
  readonly header?: string;
  readonly collapsible?: boolean;
  readonly uncollapsibleWidgetsCount?: number;
  readonly widgets?: readonly Widget[];
}
export interface Header {
  readonly title: string;
  readonly subtitle?: string;
  readonly imageUrl?: string;
  readonly imageType?: 'SQUARE' | 'CIRCLE';
  readonly imageAltText?: string;
}
export interface Card {
  readonly name?: string;
  readonly header?: Header;
  readonly peekCardHeader?: Header;
  readonly sections?: readonly Section[];
  readonly cardActions?: readonly { readonly actionLabel: string; readonly onClick: OnClick }[];
  readonly fixedFooter?: { readonly primaryButton: Button; readonly secondaryButton?: Button };
}
/** One of these. */
export interface NavigationStep {
  readonly pushCard?: Card;
  readonly updateCard?: Card;
  readonly pop?: true;
  readonly popToRoot?: true;
  readonly popToCard?: string;
}
export interface Response {
  readonly renderActions: {
    readonly action?: {
      readonly navigations?: readonly NavigationStep[];
      readonly link?: OpenLink;
      readonly notification?: { readonly text: string };
    };
    readonly hostAppAction?: {
      readonly editorAction?: object;
      readonly driveAction?: { readonly requestFileScope: { readonly itemId: string } };
    };
  };
  readonly stateChanged?: boolean;
}
export type Outcome =
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  | { readonly kind: 'response'; readonly response: Response }
  | { readonly kind: 'nothing' };

/** A field's value as the event object carries it (https://developers.google.com/workspace/add-ons/concepts/event-objects#common_event_object). */
export interface FieldInput {
  readonly stringInputs?: { readonly value: readonly string[] };
  readonly dateInput?: { readonly msSinceEpoch: string };
  readonly dateTimeInput?: {
    readonly msSinceEpoch: string;
    readonly hasDate: boolean;
    readonly hasTime: boolean;
  };
  readonly timeInput?: { readonly hours: number; readonly minutes: number };
}
export type FormInputs = Readonly<Record<string, FieldInput>>;
