/** Actions of 準備 and 今日: the overview, the first set-up, making a form, fetching answers. */
import type { ScreenName } from '../../view/office-screens.ts';
import { type App, done, fail, headingId, work } from '../app.ts';
import { cases, listOf } from '../format.ts';
import { setupFaults } from '../setup-check.ts';
import type { SetupDraft } from '../state.ts';
import { failed, loaded, loading } from '../store.ts';

export interface StartActions {
  loadOverview(): Promise<void>;
  /** The overview, and then what takes the server longer to find out. */
  loadToday(): Promise<void>;
  changeSetup(field: keyof SetupDraft, value: string): void;
  submitSetup(): Promise<void>;
  createForm(templateId: string, title: string): Promise<void>;
  /** The page of forms: gallery, updates, taking over. */
  openForms(): Promise<void>;
  /** The page 点検と設定. */
  openOffice(screen: ScreenName): Promise<void>;
  /** The page 規程を調べる. */
  openRules(): Promise<void>;
  collect(): Promise<void>;
  copyAddress(address: string, fromId: string): Promise<void>;
}

export function startActions(app: App): StartActions {
  const { store } = app;
  const actions: StartActions = {
    async loadOverview() {
      store.update((state) => ({ ...state, overview: loading(state.overview) }));
      const reply = await app.call('overview', {});
      store.update((state) => {
        if (!reply.ok) return { ...state, overview: failed(state.overview, reply.issues) };
        const { profileId, setup } = reply.result;
        const { draft } = state.setup;
        /** What is held already, until the clerk begins to type. */
        const held =
          draft.chamberName === '' && draft.phone === ''
            ? { ...setup, divisions: setup.divisions.join('\n'), districts: setup.districts.join('\n') }
            : draft;
        return {
          ...state,
          overview: loaded(reply.result),
          csv: { ...state.csv, profileId: state.csv.profileId || profileId },
          import: { ...state.import, profileId: state.import.profileId || profileId },
          setup: {
            ...state.setup,
            draft: {
              ...held,
              profileId: draft.profileId || profileId || (reply.result.profiles[0]?.id ?? ''),
            },
          },
        };
      });
    },

    async loadToday() {
      await actions.loadOverview();
      if (store.get().overview.value?.ready !== true) return;
      const reply = await app.call('attention', {});
      // Without an answer nothing is said: 点検 itself tells what is wrong.
      store.update((state) => ({ ...state, attention: reply.ok ? reply.result : null }));
    },

    changeSetup(field, value) {
      store.update((state) => {
        const { [field]: _mended, ...faults } = state.setup.faults;
        return { ...state, setup: { draft: { ...state.setup.draft, [field]: value }, faults } };
      });
    },

    async submitSetup() {
      const { draft } = store.get().setup;
      const faults = setupFaults(draft);
      store.update((state) => ({ ...state, setup: { draft, faults } }));
      const [first] = Object.keys(faults);
      if (first !== undefined) {
        app.focus(`setup-${first}`);
        return;
      }
      const overview = await work(app, 'setup', 'setup', {
        chamberName: draft.chamberName.trim(),
        phone: draft.phone.trim(),
        email: draft.email.trim(),
        address: draft.address.trim(),
        privacyUrl: draft.privacyUrl.trim(),
        articlesUrl: draft.articlesUrl.trim(),
        divisions: [...listOf(draft.divisions)],
        districts: [...listOf(draft.districts)],
        profileId: draft.profileId,
      });
      if (overview === null) return;
      store.update((state) => ({
        ...state,
        overview: loaded(overview),
        csv: { ...state.csv, profileId: overview.profileId },
      }));
      done(app, '準備ができました。次は、申込フォームを作りましょう。');
      app.focus(headingId);
    },

    async createForm(templateId, title) {
      const form = await work(app, `form:${templateId}`, 'createForm', { templateId });
      if (form === null) return;
      done(
        app,
        `「${form.title || title}」を作り、公開しました。回答ページのアドレスを事業者に知らせてください。`,
      );
      await actions.loadOverview();
      app.focus(headingId);
    },

    async openForms() {
      const problem = await app.openForms();
      if (problem !== null) fail(app, [problem], false);
    },

    async openOffice(screen) {
      const problem = await app.openOffice(screen);
      if (problem !== null) fail(app, [problem], false);
    },

    async openRules() {
      const problem = await app.openRules();
      if (problem !== null) fail(app, [problem], false);
    },

    async collect() {
      const result = await work(app, 'collect', 'collect', {});
      if (result === null) return;
      const { added } = result;
      done(
        app,
        added === 0
          ? '新しい回答はありません。すべて取り込み済みです。'
          : `新しい回答を${cases(added)}取り込みました。`,
      );
      store.update((state) => ({ ...state, queue: { ...state.queue, stale: true } }));
      await actions.loadOverview();
    },

    async copyAddress(address, fromId) {
      if (await app.copy(address, fromId))
        done(app, 'アドレスをコピーしました。メールや案内状に貼り付けてください。');
      else {
        fail(
          app,
          [
            {
              code: 'client.copy',
              severity: 'info',
              severityLabel: '情報',
              key: '',
              label: '',
              message: 'ブラウザーがコピーを許しませんでした。',
              remedy: 'アドレスを選んだ状態にしました。Ctrl+C（Mac は ⌘+C）でコピーしてください。',
              value: '',
              suggestion: '',
            },
          ],
          false,
        );
        app.focus(fromId);
      }
    },
  };
  return actions;
}
