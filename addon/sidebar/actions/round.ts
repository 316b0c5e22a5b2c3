/** Actions of 「照会を始める」 and of its sending: whom to ask, the look before, mails, letters, keys. */
import { type App, done, headingId, work } from '../app.ts';
import { cases, isDay } from '../format.ts';
import type { RoundState, SendState } from '../register-state.ts';
import { loaded, loading, notLoaded } from '../store.ts';
import { changer } from './part.ts';
import { keepRegister } from './register.ts';

export interface RoundActions {
  changeRound(part: Partial<RoundState>): void;
  startRound(): Promise<void>;
  openSend(purpose: SendState['purpose']): void;
  changeSend(part: Partial<Pick<SendState, 'purpose' | 'filter'>>): void;
  previewSend(): Promise<void>;
  send(): Promise<void>;
  openSendPanel(panel: SendState['panel']): void;
  changeRevoke(revoke: boolean): void;
  takeOverSending(): Promise<void>;
  renewSecret(): Promise<void>;
  makeLetters(): Promise<void>;
}

const filterOf = ({ filter }: Pick<SendState, 'filter'>) => ({
  ...filter,
  divisions: [...filter.divisions],
});

export function roundActions(app: App, reloadRegister: () => Promise<void>): RoundActions {
  const { store } = app;
  const changeRound = changer(app, 'round');
  const changeSend = changer(app, 'send');

  async function preview(): Promise<boolean> {
    const { send } = store.get();
    changeSend((part) => ({ preview: loading(part.preview) }));
    const input = { purpose: send.purpose, filter: filterOf(send) };
    const result = await work(app, 'send-preview', 'sendPreview', input);
    changeSend((part) => ({
      preview: result === null ? { ...part.preview, loading: false } : loaded(result),
    }));
    return result !== null;
  }

  return {
    changeRound(part) {
      changeRound(() => ({ ...part, fault: '' }));
    },

    async startRound() {
      const { round, today } = store.get();
      if (!isDay(round.deadline) || round.deadline < today) {
        changeRound(() => ({ fault: '今日より後の日付を入れてください。' }));
        app.focus('round-deadline');
        return;
      }
      const view = await work(app, 'round', 'startRound', {
        deadline: round.deadline,
        filter: filterOf(round),
        prefill: [...round.prefill],
      });
      if (view === null) return;
      keepRegister(app, view);
      store.update((state) => ({
        ...state,
        screen: 'send',
        send: {
          ...state.send,
          purpose: 'request',
          filter: round.filter,
          preview: notLoaded(),
          panel: 'none',
        },
      }));
      done(app, '照会を始めました。メールはまだ送っていません。次は、送る相手を確かめましょう。');
      app.focus(headingId);
    },

    openSend(purpose) {
      changeSend(() => ({ purpose, preview: notLoaded(), panel: 'none' }));
      store.update((state) => ({ ...state, screen: 'send', notice: null }));
      app.focus(headingId);
      void reloadRegister();
    },

    changeSend(part) {
      changeSend(() => ({ ...part, preview: notLoaded() }));
    },

    async previewSend() {
      if (await preview()) app.focus('preview-heading');
    },

    async send() {
      const { send } = store.get();
      if (send.preview.value === null) return;
      const { hash } = send.preview.value;
      const input = { purpose: send.purpose, filter: filterOf(send), hash };
      const result = await work(app, 'send', 'send', input, true);
      if (result === null) return;
      keepRegister(app, result.register);
      changeSend(() => ({ preview: notLoaded() }));
      const rest = result.queued - result.sent;
      done(
        app,
        rest > 0
          ? `${cases(result.sent)}を送りました。残りの${cases(rest)}は、続きを自動で送ります。`
          : `${cases(result.sent)}を送りました。`,
      );
      app.focus(headingId);
    },

    openSendPanel(panel) {
      const before = store.get().send.panel;
      changeSend(() => ({ panel, revoke: false }));
      app.focus(panel === 'none' ? `open-${before}` : 'panel-heading');
    },

    changeRevoke(revoke) {
      changeSend(() => ({ revoke }));
    },

    async takeOverSending() {
      const view = await work(app, 'take-over', 'takeOverSending', {});
      if (view === null) return;
      keepRegister(app, view);
      changeSend(() => ({ panel: 'none' }));
      done(app, '送付を引き継ぎました。これからは、あなたのアカウントで送ります。');
      app.focus(headingId);
    },

    async renewSecret() {
      const { revoke } = store.get().send;
      const view = await work(app, 'secret', 'renewSecret', { revoke });
      if (view === null) return;
      keepRegister(app, view);
      changeSend(() => ({ panel: 'none', preview: notLoaded() }));
      done(
        app,
        revoke
          ? '鍵を替えました。これまでのリンクは使えません。もう一度お送りください。'
          : '鍵を替えました。これから作るリンクに使います。',
      );
      app.focus(headingId);
    },

    async makeLetters() {
      const { send } = store.get();
      const input = { purpose: send.purpose, filter: filterOf(send) };
      const letters = await work(app, 'letters', 'makeLetters', input);
      if (letters === null) return;
      done(app, `手紙を${cases(letters.count)}作りました。下の一覧から開いて印刷してください。`);
      app.focus('letters-heading');
      await reloadRegister();
    },
  };
}
