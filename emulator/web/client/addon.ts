/**
 * The panel of a card add-on. The server draws the card and knows its actions; this script sends which one was pressed with
 * what stands in the fields, and shows what comes back.
 */
interface Said {
  readonly ok: boolean;
  readonly panel?: string;
  /** Null when the card did not change: what was typed stays. */
  readonly html?: string | null;
  readonly toast?: string;
  readonly problem?: string;
  readonly message?: string;
  readonly gone?: boolean;
  readonly open?: { readonly url: string; readonly onClose?: string } | null;
}
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
interface Field {
  readonly name: string;
  readonly kind: string;
  readonly values: readonly string[];
  readonly offset: number;
}

const loadAfter = 150;

function toast(text: string, problem = false): void {
  const place = document.getElementById('toasts');
  if (!place || text === '') return;
  const item = document.createElement('p');
  item.className = problem ? 'toast toast--problem' : 'toast';
  item.textContent = text;
  place.append(item);
  window.setTimeout(() => item.remove(), 6000);
}

const isControl = (one: Element): one is Control =>
  one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement;

class Panel {
  private readonly root: HTMLElement;
  private id = '';
  private busy = false;
  /** What to do when the panel is closed. */
  readonly onClose: () => void;

  constructor(root: HTMLElement, onClose: () => void) {
    this.root = root;
    this.onClose = onClose;
    root.addEventListener('click', (event) => this.clicked(event));
    root.addEventListener('change', (event) => this.changed(event));
    root.addEventListener('keydown', (event) => this.keyed(event));
  }

  private controls(): Control[] {
    return [...this.root.querySelectorAll('[data-field]')].filter(isControl);
  }

  private fields(): Field[] {
    const fields = new Map<string, { kind: string; values: string[]; offset: number }>();
    for (const control of this.controls()) {
      const { field = '', kind = '', offset = '0' } = control.dataset;
      const known = fields.get(field) ?? { kind, values: [], offset: Number(offset) };
      fields.set(field, known);
      const box = control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);
      if (!box || control.checked) known.values.push(control.value);
    }
    return [...fields].map(([name, rest]) => ({ name, ...rest }));
  }

  /** Puts back what stood in the fields, where the new card has fields of the same names. */
  private restore(fields: readonly Field[]): void {
    const values = new Map(fields.map((field) => [field.name, field.values]));
    for (const control of this.controls()) {
      const kept = values.get(control.dataset.field ?? '');
      if (!kept) continue;
      if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) {
        control.checked = kept.includes(control.value);
      } else if (kept[0] !== undefined) control.value = kept[0];
    }
  }

  private load(on: boolean, quiet: boolean): void {
    const shade = this.root.querySelector<HTMLElement>('[data-load]');
    const text = this.root.querySelector<HTMLElement>('[data-load-text]');
    this.root.setAttribute('aria-busy', String(on));
    if (quiet || !shade) return;
    shade.hidden = !on;
    if (text) text.textContent = on ? '実行しています…' : '';
  }

  private place(): object {
    const { addon, file, message, user } = this.root.dataset;
    return { host: addon, file, message, user };
  }

  private async ask(body: object): Promise<Said> {
    try {
      const reply = await fetch('/addon', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ ...this.place(), panel: this.id, ...body }),
      });
      return (await reply.json()) as Said;
    } catch {
      return { ok: false, message: 'サーバーにつながりません。' };
    }
  }

  /** Sends one step; while it runs the panel takes no other, unless the action is to run quietly. */
  async step(body: object, quiet = false, keep = false): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const begun = window.setTimeout(() => this.load(true, quiet), quiet ? 0 : loadAfter);
    if (!quiet) this.root.classList.add('is-busy');
    const fields = this.fields();
    const said = await this.ask({ fields, ...body });
    const now = this.fields();
    window.clearTimeout(begun);
    this.busy = false;
    this.root.classList.remove('is-busy');
    this.load(false, quiet);
    if (said.gone) {
      await this.open();
      return;
    }
    this.show(said, keep ? now : null);
  }

  private show(said: Said, kept: readonly Field[] | null): void {
    if (said.panel !== undefined) this.id = said.panel;
    if (typeof said.html === 'string') {
      const held = this.root.contains(document.activeElement);
      // Markup of this server only; every text in it is escaped there.
      this.root.innerHTML = said.html;
      if (kept) this.restore(kept);
      if (held) this.focus();
    }
    toast(said.toast ?? '');
    toast(said.problem ?? '', true);
    if (!said.ok) toast(said.message ?? '実行できませんでした。', true);
    if (said.open) this.follow(said.open);
  }

  /** A link is opened in a tab; with RELOAD the add-on begins anew when one comes back. */
  private follow(link: { readonly url: string; readonly onClose?: string }): void {
    window.open(link.url, '_blank');
    if (link.onClose !== undefined && link.onClose !== 'NOTHING') {
      window.addEventListener('focus', () => void this.step({ step: 'reload' }), { once: true });
    }
  }

  focus(): void {
    const title = this.root.querySelector<HTMLElement>('[data-title]');
    (title ?? this.root.querySelector<HTMLElement>('.gbar__button'))?.focus({ preventScroll: true });
  }

  async open(): Promise<void> {
    if (this.root.childElementCount === 0) {
      const wait = document.createElement('p');
      wait.className = 'gwait';
      wait.setAttribute('role', 'status');
      wait.textContent = '読み込んでいます…';
      this.root.append(wait);
    }
    const said = await this.ask({ step: 'open', panel: '' });
    if (!said.ok) this.root.querySelector('.gwait')?.remove();
    this.show(said, null);
  }

  private clicked(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    for (const menu of this.root.querySelectorAll<HTMLDetailsElement>('.gmenu[open]')) {
      if (!target || !menu.contains(target) || target.closest('.gmenu__item')) menu.open = false;
    }
    const pressed = target?.closest<HTMLElement>('[data-do],[data-act],[data-universal],[data-choose]');
    if (!pressed) return;
    const { do: what, act, universal, choose, quiet, keep } = pressed.dataset;
    if (what === 'close') this.onClose();
    else if (what !== undefined) void this.step({ step: what });
    else if (universal !== undefined) void this.step({ step: 'universal', index: Number(universal) });
    else if (choose !== undefined) void this.step({ step: 'choose', index: Number(choose) });
    else void this.step({ step: 'act', index: Number(act) }, quiet !== undefined, keep !== undefined);
  }

  private changed(event: Event): void {
    const control =
      event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-change]') : null;
    if (!control) return;
    const { change, quiet, keep } = control.dataset;
    void this.step({ step: 'act', index: Number(change) }, quiet !== undefined, keep !== undefined);
  }

  private keyed(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    const menu = this.root.querySelector<HTMLDetailsElement>('.gmenu[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    } else this.onClose();
  }
}

for (const root of document.querySelectorAll<HTMLElement>('[data-addon]')) {
  const dock = root.closest<HTMLElement>('[data-dock]');
  const button = dock?.querySelector<HTMLButtonElement>('[data-dock-open]') ?? null;
  const remembered = `addon:${root.dataset.addon ?? ''}`;
  const close = (): void => {
    if (!button) return;
    root.hidden = true;
    dock?.classList.remove('is-open');
    button.setAttribute('aria-expanded', 'false');
    sessionStorage.removeItem(remembered);
    button.focus();
  };
  const panel = new Panel(root, close);
  const open = (): void => {
    root.hidden = false;
    dock?.classList.add('is-open');
    button?.setAttribute('aria-expanded', 'true');
    sessionStorage.setItem(remembered, '1');
    void panel.open();
  };
  button?.addEventListener('click', () => {
    if (root.hidden) open();
    else close();
  });
  // An add-on that was open stays open when one goes to another message or file of the same host.
  if (!button || sessionStorage.getItem(remembered) === '1') open();
}
