/** One open panel: runs the add-on's functions, keeps its stack of cards, asks for access to files. */
import type { ScriptRuntime } from '../../api.ts';
import { eventOf, isGranted, type Place, type Pressed } from './event.ts';
import type { Addon, HostPart } from './manifest.ts';
import type { Action, Card, FormInputs, OnClick, OpenLink, Outcome, Response } from './model.ts';
import { navigate, type View, viewOf } from './stack.ts';

/** What the person at the screen gets beside the cards. */
export interface Effect {
  /** A notification of the script, shown for a moment. */
  readonly toast?: string;
  /** A page to open. */
  readonly open?: OpenLink;
  /** Why nothing happened. */
  readonly problem?: string;
}

const nothing: Effect = {};
const BROKEN = 'アドオンの実行中にエラーが発生しました。';

export class AddonSession {
  readonly addon: Addon;
  readonly place: Place;
  private readonly runtime: ScriptRuntime;
  private readonly part: HostPart;
  private stack: readonly View[] = [];
  /** Grows whenever another view is shown. */
  revision = 0;
  /** The file for which access is asked now, '' for none. */
  asking = '';
  /** Why there is no card, '' when there is one. */
  failure = '';

  constructor(runtime: ScriptRuntime, addon: Addon, part: HostPart, place: Place) {
    this.runtime = runtime;
    this.addon = addon;
    this.part = part;
    this.place = place;
  }

  get view(): View | null {
    return this.stack[this.stack.length - 1] ?? null;
  }

  get depth(): number {
    return this.stack.length;
  }

  private show(stack: readonly View[]): void {
    if (stack !== this.stack) this.revision += 1;
    this.stack = stack;
    this.failure = '';
  }

  /** Runs a function of the script as a card action (30 seconds). The active document is not there: see docs/platform.md. */
  private run(fn: string, cause: 'homepage' | 'context' | Pressed): Outcome | string {
    const event = eventOf(this.addon, this.runtime.workspace.state, this.place, cause);
    const result = this.runtime.run({ fn, args: [event], user: this.place.user, kind: 'card' });
    if (!result.ok) return result.error.message;
    return result.value as Outcome;
  }

  /** Shows what the place calls for: the card of the message or the items, or else the homepage. */
  home(): Effect {
    const { contextual, onItemsSelected, homepage } = this.part;
    const { host, message, items } = this.place;
    const wanted: readonly (readonly [string, 'homepage' | 'context'])[] =
      host === 'gmail' && message !== undefined && contextual.length > 0
        ? contextual.map((fn) => [fn, 'context'] as const)
        : host === 'drive' && items !== undefined && items.length > 0 && onItemsSelected !== ''
          ? [[onItemsSelected, 'context']]
          : homepage === ''
            ? []
            : [[homepage, 'homepage']];
    return this.begin(wanted);
  }

  /** Forgets every card and begins again. */
  restart(): Effect {
    this.stack = [];
    this.asking = '';
    this.failure = '';
    this.revision += 1;
    return this.home();
  }

  /** Functions whose cards become the root. */
  private begin(wanted: readonly (readonly [string, 'homepage' | 'context'])[]): Effect {
    const cards: Card[] = [];
    let effect = nothing;
    for (const [fn, cause] of wanted) {
      const outcome = this.run(fn, cause);
      if (typeof outcome === 'string') return this.fail(outcome);
      if (outcome.kind === 'cards') cards.push(...outcome.cards);
      if (outcome.kind === 'response') effect = this.respond(outcome.response);
    }
    const view = viewOf(cards);
    if (view !== null) this.show([view]);
    else if (this.stack.length === 0 && this.asking === '') this.failure = '表示するカードがありません。';
    return effect;
  }

  /** The live service shows a page of its own instead of the card; going back or opening anew leaves it. */
  private fail(message: string): Effect {
    this.failure = message === '' ? BROKEN : message;
    this.revision += 1;
    return nothing;
  }

  back(): Effect {
    if (this.failure !== '' && this.stack.length > 0) {
      this.failure = '';
      this.revision += 1;
    } else if (this.depth > 1) this.show(this.stack.slice(0, -1));
    return nothing;
  }

  /** Opens one card of the list of headers. */
  choose(index: number): Effect {
    const { view } = this;
    const card = view?.kind === 'list' ? view.cards[index] : undefined;
    if (card) this.show([...this.stack, { kind: 'card', card }]);
    return nothing;
  }

  /** A widget was pressed or changed. `extra` is what the widget itself adds to the parameters (a grid's item). */
  press(click: OnClick, inputs: FormInputs, extra: Action['parameters'] = []): Effect {
    if (click.openLink) return this.link(click.openLink);
    if (click.authorizationAction) return this.link(click.authorizationAction);
    const action = click.action ?? click.openDynamicLinkAction;
    return action ? this.act(action, inputs, extra) : nothing;
  }

  private act(action: Action, inputs: FormInputs, extra: Action['parameters'] = []): Effect {
    // Without the values it needs the submission is aborted
    // (https://developers.google.com/apps-script/reference/card-service/action#addRequiredWidget(String)).
    const missing = (action.requiredWidgets ?? []).filter((name) => inputs[name] === undefined);
    if (missing.length > 0) return { problem: '入力していない欄があります。' };
    const parameters = [...(action.parameters ?? []), ...extra];
    const outcome = this.run(action.function, { parameters, inputs });
    return this.receive(outcome);
  }

  /** An entry of the menu that every card has (https://developers.google.com/workspace/add-ons/how-tos/universal-actions). */
  universal(index: number, inputs: FormInputs): Effect {
    const action = this.addon.universalActions[index];
    if (!action) return nothing;
    if (action.runFunction === '') return this.link({ url: action.openLink });
    return this.receive(this.run(action.runFunction, { parameters: [], inputs }));
  }

  private receive(outcome: Outcome | string): Effect {
    if (typeof outcome === 'string') return this.fail(outcome);
    if (outcome.kind === 'response') return this.respond(outcome.response);
    // A card instead of a response is pushed. 未検証
    const view = outcome.kind === 'cards' ? viewOf(outcome.cards) : null;
    if (view !== null) this.show([...this.stack, view]);
    return nothing;
  }

  private respond({ renderActions }: Response): Effect {
    const { action, hostAppAction } = renderActions;
    if (hostAppAction?.editorAction) return this.ask(this.place.file ?? '');
    if (hostAppAction?.driveAction) return this.ask(hostAppAction.driveAction.requestFileScope.itemId);
    if (action?.navigations) this.show(navigate(this.stack, action.navigations));
    const toast = action?.notification ? { toast: action.notification.text } : {};
    return { ...toast, ...(action?.link ? this.link(action.link) : {}) };
  }

  /** Only https addresses that begin as the manifest allows. */
  private link(link: OpenLink): Effect {
    const prefixes = this.addon.openLinkUrlPrefixes;
    const fits = prefixes === null || prefixes.some((prefix) => link.url.startsWith(prefix));
    if (!/^https:\/\//i.test(link.url) || !fits) {
      return {
        problem: `このリンクはマニフェストの openLinkUrlPrefixes にないため、開けません: ${link.url}`,
      };
    }
    return { open: link };
  }

  private ask(file: string): Effect {
    if (!this.addon.fileScope) {
      return this.fail(
        'マニフェストの oauthScopes に drive.file がないため、ファイルへのアクセスを求められません。',
      );
    }
    if (this.runtime.workspace.state.files[file] === undefined) {
      return this.fail('アクセスを求めるファイルがありません。');
    }
    this.asking = file;
    this.revision += 1;
    return nothing;
  }

  /**
   * The person's answer. When granted, the function of `onFileScopeGrantedTrigger` makes the next card; without one the
   * homepage (Drive: the card of the selected items) is made again (未検証).
   */
  answer(granted: boolean): Effect {
    const { asking } = this;
    if (asking === '') return nothing;
    this.asking = '';
    this.revision += 1;
    if (!granted) return nothing;
    const { workspace } = this.runtime;
    const { user } = this.place;
    if (!isGranted(workspace.state, user, asking)) {
      const grants = workspace.state.fileGrants ?? {};
      workspace.state.fileGrants = { ...grants, [user]: [...(grants[user] ?? []), asking] };
      workspace.touch();
    }
    const { onFileScopeGranted } = this.part;
    return onFileScopeGranted === '' ? this.home() : this.begin([[onFileScopeGranted, 'context']]);
  }
}

/** Opens the panel of a place and runs its first function; null when the manifest does not have this host. */
export function openAddon(runtime: ScriptRuntime, addon: Addon | null, place: Place): AddonSession | null {
  const part = addon?.hosts[place.host];
  if (!addon || !part) return null;
  const session = new AddonSession(runtime, addon, part, place);
  session.home();
  return session;
}
