/** Actions of 規程の束: choose the folder, see what lies in it, make the bundle. */
import { failed, loaded, loading, notLoaded } from '../../sidebar/store.ts';
import { done, fail, headingId, workWith } from '../../sidebar/work.ts';
import type { RulesProgress } from '../../view/rules-protocol.ts';
import { type App, change, work } from '../app.ts';
import type { LoadActions } from './load.ts';

export interface BundleActions {
  changeAddress(address: string): void;
  makeFolder(): Promise<void>;
  chooseFolder(): Promise<void>;
  loadFiles(): Promise<void>;
  /** Calls the server until the bundle stands. */
  build(): Promise<void>;
}

export const addressId = 'folder-address';

export function bundleActions(app: App, load: LoadActions): BundleActions {
  const { store } = app;

  /** One execution after another; null when one of them failed. */
  async function buildAll(): Promise<RulesProgress | null> {
    for (;;) {
      const reply = await app.call('buildRules', {});
      if (!reply.ok) {
        fail(app, reply.issues, true);
        return null;
      }
      change(app, 'bundle', { progress: reply.result });
      if (reply.result.phase === 'done') return reply.result;
    }
  }

  const actions: BundleActions = {
    changeAddress: (address) => change(app, 'bundle', { address, fault: '' }),
    async makeFolder() {
      const view = await work(app, 'make-folder', 'makeRulesFolder', {});
      if (view === null) return;
      change(app, 'bundle', { files: notLoaded(), progress: null });
      done(app, `フォルダー「${view.folder?.name ?? ''}」を作りました。規程のドキュメントを入れてください。`);
      app.focus(headingId);
      await load.take(view);
      await actions.loadFiles();
    },
    async chooseFolder() {
      const address = store.get().bundle.address.trim();
      if (address === '') {
        change(app, 'bundle', { fault: 'フォルダーのアドレスを貼り付けてください。' });
        app.focus(addressId);
        return;
      }
      const reply = await workWith(app, 'choose-folder', () => app.call('chooseRulesFolder', { address }));
      if (reply === null) return;
      if (!reply.ok) {
        const own = reply.issues.find(({ key }) => key === 'address');
        if (own === undefined) fail(app, reply.issues, true);
        else {
          change(app, 'bundle', { fault: `${own.message}${own.remedy}` });
          app.focus(addressId);
        }
        return;
      }
      change(app, 'bundle', { address: '', fault: '', files: notLoaded(), progress: null });
      done(app, `フォルダー「${reply.result.folder?.name ?? ''}」を選びました。`);
      app.focus(headingId);
      await load.take(reply.result);
      await actions.loadFiles();
    },
    async loadFiles() {
      const { view, bundle } = store.get();
      if (view.value === null || view.value.folder === null || !view.value.mayBuild) return;
      change(app, 'bundle', { files: loading(bundle.files) });
      const reply = await app.call('rulesFiles', {});
      const files = reply.ok ? loaded(reply.result) : failed(store.get().bundle.files, reply.issues);
      change(app, 'bundle', { files });
    },
    async build() {
      if (store.get().busy !== null) return;
      change(app, 'bundle', { progress: null });
      store.update((state) => ({ ...state, busy: { id: 'build', slow: false }, notice: null }));
      const end = await buildAll();
      store.update((state) => ({ ...state, busy: null }));
      if (end === null) return;
      done(
        app,
        end.sync.length === 0
          ? '変わった規程はありません。ドキュメントはそのままです。'
          : `規程の束ができました。ノートブックですることが ${end.sync.length}件 あります。`,
      );
      app.focus(headingId);
      await load.load();
    },
  };
  return actions;
}
