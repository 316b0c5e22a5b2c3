/** The cards of the built product on a chamber, pressed by the words that stand on them. */

import type { RunRequest, RunResult } from '../../emulator/api.ts';
import { addons } from '../../emulator/index.ts';
import type { Built } from './built.ts';
import { type Chamber, clerk } from './chamber.ts';

type Session = addons.AddonSession;
type Widget = addons.Widget;

export interface Fields {
  readonly [name: string]: string;
}

/** A day is given as a date, everything else as a text. */
function inputsOf(fields: Fields): addons.FormInputs {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      /^\d{4}-\d\d-\d\d$/.test(value)
        ? { dateInput: { msSinceEpoch: String(Date.parse(`${value}T00:00:00Z`)) } }
        : { stringInputs: { value: [value] } },
    ]),
  );
}

export class Hand {
  readonly session: Session;
  private readonly chamber: Chamber;

  constructor(session: Session, chamber: Chamber) {
    this.session = session;
    this.chamber = chamber;
  }

  card(): addons.Card {
    const { view, failure } = this.session;
    if (failure !== '') throw new Error(failure);
    if (view?.kind !== 'card') throw new Error('no card');
    return view.card;
  }

  title(): string {
    return this.card().header?.title ?? '';
  }

  widgets(): readonly Widget[] {
    return (this.card().sections ?? []).flatMap((section) => section.widgets ?? []);
  }

  /** Everything that can be read on the card, as it is written in it. */
  words(): string {
    const { header, sections } = this.card();
    return JSON.stringify([header, sections]);
  }

  /** The text of a row by what stands above it. */
  row(top: string): string {
    const found = this.widgets().find(({ decoratedText }) => decoratedText?.topLabel === top);
    if (found?.decoratedText === undefined) throw new Error(`no row ${top}: ${this.words()}`);
    return found.decoratedText.text;
  }

  private buttons(): readonly addons.Button[] {
    const { fixedFooter } = this.card();
    const foot = fixedFooter === undefined ? [] : [fixedFooter.primaryButton, fixedFooter.secondaryButton];
    const rows = this.widgets().flatMap(({ buttonList, decoratedText }) => [
      ...(buttonList?.buttons ?? []),
      ...(decoratedText?.button === undefined ? [] : [decoratedText.button]),
    ]);
    return [...rows, ...foot].flatMap((one) => (one === undefined ? [] : [one]));
  }

  has(text: string): boolean {
    return this.buttons().some((one) => one.text === text);
  }

  private clickOf(words: string): addons.OnClick {
    const button = this.buttons().find((one) => one.text === words);
    const row = this.widgets().find(
      ({ decoratedText: one }) =>
        one?.onClick !== undefined &&
        [one.text, one.topLabel ?? '', one.bottomLabel ?? ''].some((text) => text.includes(words)),
    );
    const click = button?.onClick ?? row?.decoratedText?.onClick;
    if (click === undefined) throw new Error(`nothing to press: ${words} in ${this.words()}`);
    return click;
  }

  /** Presses the button with these words, or the first row that shows them. */
  press(words: string, fields: Fields = {}): addons.Effect {
    const effect = this.session.press(this.clickOf(words), inputsOf(fields));
    if (this.session.failure !== '') throw new Error(this.session.failure);
    return effect;
  }

  /** The same press under other conditions (a run that dies, that is looked at); the cards stay as they are. */
  run(words: string, more: Partial<RunRequest>, fields: Fields = {}): RunResult {
    const { action } = this.clickOf(words);
    if (action === undefined) throw new Error(`no action: ${words}`);
    const parameters = Object.fromEntries((action.parameters ?? []).map(({ key, value }) => [key, value]));
    const { user, host } = this.session.place;
    const event = {
      commonEventObject: { hostApp: host.toUpperCase(), parameters, formInputs: inputsOf(fields) },
      sheets: { addonHasFileScopePermission: true, id: this.chamber.bookId, title: '' },
    };
    return this.chamber.runtime.run({ fn: action.function, args: [event], user, kind: 'card', ...more });
  }

  /** Chooses an option of the card's only list. */
  choose(value: string): void {
    const input = this.widgets().find(({ selectionInput }) => selectionInput !== undefined)?.selectionInput;
    if (input?.onChangeAction === undefined) throw new Error('no list');
    this.session.press({ action: input.onChangeAction }, inputsOf({ [input.name]: value }));
  }

  /** An entry of the menu by its words. */
  menu(label: string): void {
    const index = this.session.addon.universalActions.findIndex((one) => one.label === label);
    this.session.universal(index, {});
  }

  back(): void {
    this.session.back();
  }
}

export interface At {
  readonly user?: string;
  readonly file?: string;
  readonly message?: string;
}

/** The panel of a host, as it opens. */
export function openCards(built: Built, chamber: Chamber, host: addons.HostName, at: At = {}): Hand {
  const { user = clerk, ...place } = at;
  const session = addons.openAddon(chamber.runtime, addons.addonOf(built.manifest), { host, user, ...place });
  if (session === null) throw new Error(`no add-on in ${host}`);
  return new Hand(session, chamber);
}

/** The workbook is open in Sheets and may be used. */
export function grantBook(chamber: Chamber, user = clerk): void {
  const { state } = chamber.workspace;
  state.fileGrants = {
    ...state.fileGrants,
    [user]: [...(state.fileGrants?.[user] ?? []), chamber.bookId],
  };
}
