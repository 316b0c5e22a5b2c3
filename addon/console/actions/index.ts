/** What people do on the page: look, sift, open a chamber, copy a command. Nothing is changed from here. */
import { failed, loaded, loading, notLoaded } from '../../sidebar/store.ts';
import { done, fail, headingId } from '../../sidebar/work.ts';
import type { App } from '../app.ts';
import type { OpenChamber, ScreenName, State } from '../state.ts';
import { type Column, everything, type Filter, filtered, pressed, sorted } from '../table.ts';

/** Heading of the commands, to which whoever reads why it stands still may go. */
export const commandsId = 'commands';

export const rowId = (code: string): string => `chamber-${code}`;

const copyFailed = {
  code: 'client.copy',
  severity: 'error',
  severityLabel: '中断',
  key: '',
  label: '',
  message: 'ブラウザーが、写すことを許しませんでした。',
  remedy: '命令の文字を選んで、写してください。',
  value: '',
  suggestion: '',
} as const;

/** Rows as the table shows them now. */
export function shownRows({ view, filter, sort }: State) {
  return view.value === null ? [] : sorted(filtered(view.value, filter), sort, view.value.rings);
}

export function createActions(app: App) {
  const { store } = app;
  const change = (part: Partial<State>): void => store.update((state) => ({ ...state, ...part }));

  async function reload(): Promise<void> {
    if (store.get().view.loading) return;
    change({ view: loading(store.get().view), notice: null });
    const reply = await app.call('console', {});
    const before = store.get().view;
    change({ view: reply.ok ? loaded(reply.result) : failed(before, reply.issues) });
    const { open } = store.get();
    if (open !== null && reply.ok) await fetchChamber(open);
  }

  async function fetchChamber({ code, detail }: OpenChamber): Promise<void> {
    change({ open: { code, detail: loading(detail) } });
    const reply = await app.call('consoleChamber', { code });
    const { open } = store.get();
    // Somebody went on to another chamber meanwhile.
    if (open?.code !== code) return;
    change({ open: { code, detail: reply.ok ? loaded(reply.result) : failed(open.detail, reply.issues) } });
  }

  function back(): void {
    const { open } = store.get();
    if (open === null) return;
    change({ open: null, active: open.code });
    app.focus(rowId(open.code));
  }

  return {
    reload: () => void reload(),
    go(screen: ScreenName): void {
      change({ screen, open: null, notice: null });
      app.focus(headingId);
    },
    /** Shows these chambers and no others. */
    show(part: Partial<Filter>): void {
      change({ screen: 'list', open: null, active: '', filter: { ...everything, ...part } });
      app.focus(headingId);
    },
    sift(part: Partial<Filter>): void {
      change({ active: '', filter: { ...store.get().filter, ...part } });
    },
    all(): void {
      change({ active: '', filter: everything });
    },
    sort(column: Column): void {
      change({ active: '', sort: pressed(store.get().sort, column) });
    },
    open(code: string): void {
      change({ screen: 'list', open: { code, detail: notLoaded() }, active: code, notice: null });
      app.focus(headingId);
      void fetchChamber({ code, detail: notLoaded() });
    },
    retryChamber(): void {
      const { open } = store.get();
      if (open !== null) void fetchChamber(open);
    },
    back,
    toCommands(): void {
      app.focus(commandsId);
    },
    /** Moves the row that has the focus; false for a key that means nothing here. */
    move(key: string): boolean {
      const rows = shownRows(store.get());
      const at = Math.max(
        0,
        rows.findIndex(({ code }) => code === store.get().active),
      );
      const last = rows.length - 1;
      const steps: Readonly<Record<string, number>> = {
        ArrowDown: at + 1,
        ArrowUp: at - 1,
        PageDown: at + 10,
        PageUp: at - 10,
        Home: 0,
        End: last,
      };
      const wanted = steps[key];
      const next = wanted === undefined ? undefined : rows[Math.max(0, Math.min(last, wanted))];
      if (next === undefined) return false;
      change({ active: next.code });
      app.focus(rowId(next.code));
      return true;
    },
    closeNotice(): void {
      change({ notice: null });
    },
    async copy(command: string): Promise<void> {
      if (await app.copy(command))
        done(app, '命令を写しました。会議所キットのフォルダーで、貼って実行してください。');
      else fail(app, [copyFailed], false);
    },
  };
}

export type Actions = ReturnType<typeof createActions>;
