/**
 * Cards as data: what is shown and what a press asks for. `render.ts` makes the platform's cards of them; tests read them as
 * they are. Texts are plain here; the renderer takes care of signs that the platform would read as markup.
 */
import type { ActionName } from './action-names.ts';

/** Values that travel with a press: ids, numbers and names of our own, never what people typed. */
export type With = Readonly<Record<string, string>>;

/** What a press does: an action of the program, or a page that opens. */
export type Press = { readonly act: ActionName; readonly with: With } | { readonly open: string };

export interface Button {
  readonly text: string;
  readonly press: Press;
  /** The one button of a card that leads on. */
  readonly isMain?: boolean;
  /** Fields that must hold something, else the press is refused before it is sent. */
  readonly needs?: readonly string[];
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export type Icon = 'done' | 'look' | 'mend' | 'wait' | 'none';

/** `row`: one line of a list, with what stands above and below it. */
export type Widget =
  | { readonly kind: 'text'; readonly text: string; readonly look?: 'strong' | 'soft' | 'warning' }
  | {
      readonly kind: 'row';
      readonly text: string;
      readonly top?: string;
      readonly bottom?: string;
      readonly icon?: Icon;
      readonly press?: Press;
      readonly button?: Button;
    }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | {
      readonly kind: 'input';
      readonly name: string;
      readonly label: string;
      readonly hint?: string;
      readonly value?: string;
      readonly isLong?: boolean;
    }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: string;
      readonly options: readonly Option[];
      readonly value: string;
      /** Asked as soon as another option is chosen. */
      readonly onChange?: Press;
    }
  /** Any of several. */
  | {
      readonly kind: 'ticks';
      readonly name: string;
      readonly label: string;
      readonly options: readonly Option[];
      readonly values: readonly string[];
    }
  /** `value`: `YYYY-MM-DD`, '' for none. */
  | { readonly kind: 'date'; readonly name: string; readonly label: string; readonly value: string }
  | { readonly kind: 'line' };

export interface Section {
  readonly header?: string;
  readonly widgets: readonly Widget[];
  /** Widgets in sight before the section is unfolded; absent: all. */
  readonly inSight?: number;
}

export interface Card {
  /** By which a later answer finds the card in the stack. */
  readonly name: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly sections: readonly Section[];
  /** Stays at the lower edge. */
  readonly footer?: { readonly primary: Button; readonly secondary?: Button };
}

/** One move of the stack of cards. */
export type Move =
  | { readonly move: 'push'; readonly card: Card }
  | { readonly move: 'update'; readonly card: Card }
  | { readonly move: 'back' }
  | { readonly move: 'root' }
  | { readonly move: 'to'; readonly name: string };

/** What an action is answered with. */
export interface Answer {
  readonly moves: readonly Move[];
  /** Said for a moment at the lower edge, '' for nothing. */
  readonly notice: string;
}

/** What a press leads to: an answer, or the question for access to the open file. */
export type Shown = { readonly answer: Answer } | { readonly askFile: true };

export const push = (card: Card, notice = ''): Answer => ({ moves: [{ move: 'push', card }], notice });
export const update = (card: Card, notice = ''): Answer => ({ moves: [{ move: 'update', card }], notice });
/** Leaves the card in front and shows the one behind it anew. */
export const backTo = (card: Card, notice = ''): Answer => ({
  moves: [{ move: 'back' }, { move: 'update', card }],
  notice,
});

/** A card holds at most 100 widgets in all; those beyond would not be shown (docs/platform.md). */
export const mostWidgets = 100;
const mostButtons = 6;

const limits = { title: 60, top: 80, row: 200, bottom: 300, text: 1500, button: 40, label: 60, value: 3000 };

/** A text of at most so many characters, with … where it goes on. */
export function short(text: string, most: number): string {
  const characters = Array.from(text.slice(0, most * 2 + 2));
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

const fitButton = (button: Button): Button => ({ ...button, text: short(button.text, limits.button) });

function fitWidget(widget: Widget): Widget {
  switch (widget.kind) {
    case 'text':
      return { ...widget, text: short(widget.text, limits.text) };
    case 'row':
      return {
        ...widget,
        text: short(widget.text === '' ? '（空欄）' : widget.text, limits.row),
        ...(widget.top === undefined ? {} : { top: short(widget.top, limits.top) }),
        ...(widget.bottom === undefined ? {} : { bottom: short(widget.bottom, limits.bottom) }),
        ...(widget.button === undefined ? {} : { button: fitButton(widget.button) }),
      };
    case 'buttons':
      return { ...widget, buttons: widget.buttons.slice(0, mostButtons).map(fitButton) };
    case 'input':
      return {
        ...widget,
        label: short(widget.label, limits.label),
        ...(widget.value === undefined ? {} : { value: short(widget.value, limits.value) }),
      };
    case 'choice':
    case 'ticks':
      return {
        ...widget,
        options: widget.options
          .slice(0, 100)
          .map((one) => ({ ...one, label: short(one.label, limits.label) })),
      };
    default:
      return widget;
  }
}

/** Whether the platform would take a widget: it refuses empty ones. */
const isThere = (widget: Widget): boolean =>
  (widget.kind !== 'text' || widget.text.trim() !== '') &&
  (widget.kind !== 'buttons' || widget.buttons.length > 0) &&
  ((widget.kind !== 'choice' && widget.kind !== 'ticks') || widget.options.length > 0);

/** The card within the limits: long texts end with …, and where widgets are too many the last line says so. */
export function withinLimits(card: Card): Card {
  let left = mostWidgets - 1;
  let cut = 0;
  const sections = card.sections.flatMap((section): Section[] => {
    const whole = section.widgets.filter(isThere);
    const widgets = whole.slice(0, left).map(fitWidget);
    left -= widgets.length;
    cut += whole.length - widgets.length;
    return widgets.length === 0 ? [] : [{ ...section, widgets }];
  });
  const more: readonly Section[] =
    cut === 0
      ? []
      : [{ widgets: [{ kind: 'text', look: 'soft', text: `ほか ${cut} 行は、サイドバーで見られます。` }] }];
  return {
    ...card,
    title: short(card.title === '' ? '会議所キット' : card.title, limits.title),
    ...(card.subtitle === undefined ? {} : { subtitle: short(card.subtitle, limits.top) }),
    sections: [...sections, ...more],
    ...(card.footer === undefined
      ? {}
      : {
          footer: {
            primary: fitButton(card.footer.primary),
            ...(card.footer.secondary === undefined ? {} : { secondary: fitButton(card.footer.secondary) }),
          },
        }),
  };
}
