/** Menus, dialogs and the sidebar (https://developers.google.com/apps-script/reference/base/ui). */
import { call } from './bridge-client.ts';
import { EnumGroup } from './enums.ts';
import { Face, refusal } from './face.ts';
import type { HtmlOutput } from './html.ts';

const BUTTONS = new EnumGroup('Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
const BUTTON_SETS = new EnumGroup('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

interface MenuItem {
  caption: string;
  fn: string;
}

class Menu extends Face {
  private readonly caption: string;
  private readonly items: MenuItem[] = [];

  constructor(caption: string) {
    super();
    this.caption = caption;
  }

  className_(): string {
    return 'Menu';
  }

  addItem(caption: string, functionName: string): Menu {
    this.items.push({ caption, fn: functionName });
    return this;
  }

  addSeparator(): Menu {
    this.items.push({ caption: '', fn: '' });
    return this;
  }

  addSubMenu(menu: Menu): Menu {
    for (const item of menu.items)
      this.items.push({ caption: `${menu.caption} › ${item.caption}`, fn: item.fn });
    return this;
  }

  addToUi(): void {
    call('Ui.menu', { caption: this.caption, items: this.items });
  }
}

class PromptResponse extends Face {
  private readonly answer: { button: string; text: string };

  constructor(answer: { button: string; text: string }) {
    super();
    this.answer = answer;
  }

  className_(): string {
    return 'PromptResponse';
  }

  getSelectedButton(): unknown {
    return BUTTONS.of_(this.answer.button);
  }

  getResponseText(): string {
    return this.answer.text;
  }
}

export class Ui extends Face {
  readonly Button = BUTTONS;
  readonly ButtonSet = BUTTON_SETS;

  constructor(host: 'spreadsheet' | 'form') {
    super();
    const { file, kind } = call('Session.info');
    if (file?.type !== host || !MENU_CONTEXTS.has(kind)) {
      const app = host === 'spreadsheet' ? 'SpreadsheetApp' : 'FormApp';
      throw refusal(`Cannot call ${app}.getUi() from this context.`);
    }
  }

  className_(): string {
    return 'Ui';
  }

  createMenu(caption: string): Menu {
    return new Menu(caption);
  }

  createAddonMenu(): Menu {
    return new Menu('拡張機能');
  }

  alert(...args: unknown[]): unknown {
    const texts = args.filter((arg): arg is string => typeof arg === 'string');
    const set = args.find((arg) => arg instanceof Face);
    return BUTTONS.of_(
      call('Ui.alert', texts.join('\n'), set === undefined ? 'OK' : String(Reflect.get(set, 'text_'))),
    );
  }

  prompt(...args: unknown[]): PromptResponse {
    const texts = args.filter((arg): arg is string => typeof arg === 'string');
    return new PromptResponse(call('Ui.prompt', texts.join('\n')));
  }

  showSidebar(output: HtmlOutput): void {
    call('Ui.show', output.shown_('sidebar', output.getTitle(), false));
  }

  showModalDialog(output: HtmlOutput, title: string): void {
    call('Ui.show', output.shown_('dialog', title, true));
  }

  showModelessDialog(output: HtmlOutput, title: string): void {
    call('Ui.show', output.shown_('dialog', title, false));
  }
}

/** Only an execution that stands beside an open editor has a user interface; `onOpen` is run as `menu`. */
const MENU_CONTEXTS = new Set(['menu', 'rpc', 'manual']);
