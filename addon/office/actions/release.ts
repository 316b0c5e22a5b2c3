/** Actions of 配信: how releases are taken, and the connection with JCCI. */
import type { Policy } from '../../../shared/release/policy.ts';
import { loaded } from '../../sidebar/store.ts';
import { done, headingId } from '../../sidebar/work.ts';
import { type App, change, fetchInto, work } from '../app.ts';
import { draftFault, releaseDraft } from '../release-draft.ts';

export interface ReleaseActions {
  loadRelease(): Promise<void>;
  choosePolicy(policy: Policy): void;
  deferUntil(day: string): void;
  dropRelease(): void;
  saveRelease(): Promise<void>;
  typeCode(code: string): void;
  /** Connects by the code that was typed. */
  connect(): Promise<void>;
  askDisconnect(isAsked: boolean): void;
  disconnect(): Promise<void>;
  /** The page フォームの作成と更新, where what waits is decided. */
  goToForms(): void;
}

export const deferralId = 'release-defer';
export const codeId = 'release-code';

export function releaseActions(app: App): ReleaseActions {
  const { store } = app;
  const draft = (part: Partial<ReturnType<typeof releaseDraft>>): void => {
    const { view, draft: standing } = store.get().release;
    if (view.value === null) return;
    const stored = releaseDraft(view.value);
    const next = { ...(standing ?? stored), ...part };
    const isSame = JSON.stringify(next) === JSON.stringify(stored);
    change(app, 'release', { draft: isSame ? null : next, fault: '' });
  };
  const connectWith = async (code: string, words: string): Promise<void> => {
    const view = await work(app, 'connect', 'connectRelease', { code });
    if (view === null) return;
    change(app, 'release', { view: loaded(view), code: '', codeFault: '', isLeaving: false });
    done(app, words);
    app.focus(headingId);
  };
  return {
    loadRelease: () =>
      fetchInto(
        app,
        'release',
        {},
        (state) => state.release.view,
        (view) => change(app, 'release', { view }),
      ),
    choosePolicy: (policy) => draft({ policy }),
    deferUntil: (day) => draft({ deferUntil: day }),
    dropRelease() {
      change(app, 'release', { draft: null, fault: '' });
      app.focus(headingId);
    },
    async saveRelease() {
      const { release, today } = store.get();
      const { view, draft: wanted } = release;
      if (view.value === null || wanted === null) return;
      const fault = draftFault(wanted, view.value.deferUntil, today);
      change(app, 'release', { fault });
      if (fault !== '') {
        app.focus(deferralId);
        return;
      }
      const saved = await work(app, 'save-release', 'saveRelease', { ...wanted });
      if (saved === null) return;
      change(app, 'release', { view: loaded(saved), draft: null });
      done(app, '受け取り方を保存しました。次に見に行くときから使います。');
      app.focus(headingId);
    },
    typeCode: (code) => change(app, 'release', { code, codeFault: '' }),
    async connect() {
      const code = store.get().release.code.trim();
      if (code === '') {
        change(app, 'release', { codeFault: '日商から届いた接続コードを貼り付けてください。' });
        app.focus(codeId);
        return;
      }
      await connectWith(code, '日商とつなぎました。1時間以内に、最初に見に行きます。');
    },
    askDisconnect: (isAsked) => change(app, 'release', { isLeaving: isAsked }),
    disconnect: () => connectWith('', '日商とのつながりを外しました。いまのフォームは、そのまま使えます。'),
    goToForms: () => void app.openForms(),
  };
}
