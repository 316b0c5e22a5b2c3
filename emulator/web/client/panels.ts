/** What a program shows around an open file, whichever editor it is: menus, notices, the frames of sidebar and dialog. */
import { createFrame, type Frame } from './frame.ts';

export interface Effects {
  readonly alerts: readonly string[];
  readonly toasts: readonly string[];
  readonly sidebar: { readonly title: string } | null;
  readonly dialog: {
    readonly title: string;
    readonly width: number | null;
    readonly height: number | null;
    readonly modal: boolean;
  } | null;
  readonly select: { readonly sheetId: number; readonly a1: string } | null;
}
export interface Said {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly name?: string;
  readonly message?: string;
  readonly effects?: Effects;
}

/** What only the editor itself can do. */
export interface Editor {
  focus(): void;
  select(at: NonNullable<Effects['select']>): void;
}

export interface Panels {
  post(path: string, body: unknown): Promise<Said>;
  apply(effects: Effects): void;
  /** Chooses the menu item that the address names (`#menu=…`). */
  chooseWanted(): void;
}

export function toast(text: string): void {
  const place = document.getElementById('toasts');
  if (!place) return;
  const item = document.createElement('p');
  item.className = 'toast';
  item.textContent = text;
  place.append(item);
  window.setTimeout(() => item.remove(), 6000);
}

/** `root` holds the markup of `rpc/panels.ts`; `file` is the open file. */
export function createPanels(root: HTMLElement, file: string, editor: Editor): Panels {
  const find = <T extends HTMLElement>(name: string): T | null => root.querySelector<T>(`[data-${name}]`);
  const side = find('side');
  const sideFrame = find<HTMLIFrameElement>('side-frame');
  const dialog = find<HTMLDialogElement>('dialog');
  const dialogFrame = find<HTMLIFrameElement>('dialog-frame');
  const alertBox = find<HTMLDialogElement>('alert');
  const alerts: string[] = [];
  const frames: Frame[] = [];

  async function post(path: string, body: unknown): Promise<Said> {
    try {
      const reply = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(body),
      });
      const said = (await reply.json()) as Said;
      if (said.effects) apply(said.effects);
      return said;
    } catch {
      return { ok: false, name: 'NetworkError', message: 'サーバーにつながりません。' };
    }
  }

  function nextAlert(): void {
    const text = alerts[0];
    const place = find('alert-text');
    if (text === undefined || !alertBox || !place || alertBox.open) return;
    place.textContent = text;
    alertBox.showModal();
  }
  alertBox?.addEventListener('close', () => {
    alerts.shift();
    nextAlert();
  });

  function apply(effects: Effects): void {
    for (const text of effects.toasts) toast(text);
    alerts.push(...effects.alerts);
    nextAlert();
    if (effects.sidebar) openSide(effects.sidebar.title);
    if (effects.dialog) openDialog(effects.dialog);
    if (effects.select) editor.select(effects.select);
  }
  function openSide(title: string): void {
    if (!side || !sideFrame) return;
    side.hidden = false;
    root.classList.add('has-sidebar');
    const place = find('side-title');
    if (place) place.textContent = title;
    sideFrame.title = title;
    sideFrame.src = '/frame/sidebar';
  }
  function openDialog(shown: NonNullable<Effects['dialog']>): void {
    if (!dialog || !dialogFrame) return;
    const place = find('dialog-title');
    if (place) place.textContent = shown.title;
    if (shown.width) dialogFrame.style.width = `${shown.width}px`;
    if (shown.height) dialogFrame.style.height = `${shown.height}px`;
    dialogFrame.src = '/frame/dialog';
    // A modeless dialog leaves the sheet behind it usable (https://developers.google.com/apps-script/guides/dialogs).
    if (dialog.open) dialog.close();
    if (shown.modal) dialog.showModal();
    else dialog.show();
  }
  async function closeSide(): Promise<void> {
    if (!side || !sideFrame) return;
    side.hidden = true;
    root.classList.remove('has-sidebar');
    sideFrame.removeAttribute('src');
    await post('/frame/sidebar/close', {});
  }
  async function closeDialog(): Promise<void> {
    dialog?.close();
    dialogFrame?.removeAttribute('src');
    await post('/frame/dialog/close', {});
  }
  find('side-close')?.addEventListener('click', () => void closeSide());
  find('dialog-close')?.addEventListener('click', () => void closeDialog());
  dialog?.addEventListener('cancel', () => void closeDialog());

  const run = (fn: string, args: readonly unknown[]): Promise<Said> => post('/rpc', { fn, args, file });
  if (sideFrame) {
    frames.push(createFrame(sideFrame, run, { close: () => void closeSide(), focus: () => editor.focus() }));
  }
  if (dialogFrame) {
    frames.push(
      createFrame(dialogFrame, run, { close: () => void closeDialog(), focus: () => editor.focus() }),
    );
  }
  window.addEventListener('message', (event) => {
    for (const frame of frames) frame.receive(event);
  });

  async function choose(fn: string): Promise<void> {
    root.classList.add('is-busy');
    const said = await post('/menu', { fn, args: [], file });
    root.classList.remove('is-busy');
    if (!said.ok) {
      alerts.push(said.message ?? '実行できませんでした。');
      nextAlert();
    }
  }
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const item = target?.closest<HTMLElement>('[data-menu]');
    for (const menu of root.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
      if (item || !target || !menu.contains(target)) menu.open = false;
    }
    if (item?.dataset.menu) void choose(item.dataset.menu);
  });
  return {
    post,
    apply,
    chooseWanted() {
      const wanted = new URLSearchParams(location.hash.slice(1)).get('menu');
      if (!wanted) return;
      void choose(wanted);
      history.replaceState(null, '', location.pathname + location.search);
    },
  };
}
