/** Actions of one round: sending, counting, closing, destroying. */
import { loaded } from '../../sidebar/store.ts';
import { done, fail } from '../../sidebar/work.ts';
import type { SurveyView } from '../../view/survey-protocol.ts';
import { type App, work } from '../app.ts';

export interface RoundActions {
  lookAtMails(purpose: 'request' | 'reminder'): Promise<void>;
  closeMails(): void;
  send(): Promise<void>;
  hold(paused: boolean): Promise<void>;
  takeOver(): Promise<void>;
  /** Calls the server until sheet and document stand. */
  count(): Promise<void>;
  askToClose(open: boolean): void;
  closeRound(): Promise<void>;
  lookAtDestruction(): Promise<void>;
  closeDestruction(): void;
  destroy(): Promise<void>;
}

export const mailsId = 'mails-heading';
export const destructionId = 'destruction-heading';

export function roundActions(app: App): RoundActions {
  const { store } = app;
  const roundId = (): string => store.get().round.value?.roundId ?? '';
  const show = (survey: SurveyView): void => store.update((state) => ({ ...state, round: loaded(survey) }));

  /** One step after another; null when one of them failed. */
  async function countAll(): Promise<number | null> {
    for (;;) {
      const reply = await app.call('tabulateSurvey', { roundId: roundId() });
      if (!reply.ok) {
        fail(app, reply.issues, true);
        return null;
      }
      show(reply.result.survey);
      if (reply.result.phase === 'done') return reply.result.counted;
      store.update((state) => ({ ...state, counting: 'sheet' }));
    }
  }

  return {
    async lookAtMails(purpose) {
      const mails = await work(app, `look-${purpose}`, 'surveyMails', { roundId: roundId(), purpose });
      if (mails === null) return;
      store.update((state) => ({ ...state, mails }));
      app.focus(mailsId);
    },
    closeMails() {
      store.update((state) => ({ ...state, mails: null }));
      app.focus('sending');
    },
    async send() {
      const { mails } = store.get();
      if (mails === null) return;
      const { purpose, hash } = mails;
      const sent = await work(app, 'send', 'sendSurvey', { roundId: roundId(), purpose, hash });
      if (sent === null) return;
      store.update((state) => ({ ...state, mails: null, round: loaded(sent.survey) }));
      const { waiting } = sent.survey.mails;
      done(
        app,
        waiting === 0
          ? `${sent.sent}通 送りました。`
          : `${sent.sent}通 送りました。残り ${waiting}通 は、送れる数に合わせて自動で送ります。`,
      );
      app.focus('sending');
    },
    async hold(paused) {
      const survey = await work(app, 'hold', 'holdSurvey', { roundId: roundId(), paused });
      if (survey === null) return;
      show(survey);
      done(app, paused ? '送付を止めました。' : '送付を続けます。');
    },
    async takeOver() {
      const survey = await work(app, 'take-over', 'takeOverSurvey', { roundId: roundId() });
      if (survey === null) return;
      show(survey);
      done(app, '送付を引き継ぎました。残りは、このアカウントから送ります。');
    },
    async count() {
      if (store.get().busy !== null) return;
      store.update((state) => ({
        ...state,
        counting: 'count',
        busy: { id: 'count', slow: false },
        notice: null,
      }));
      const counted = await countAll();
      store.update((state) => ({ ...state, counting: '', busy: null }));
      if (counted === null) return;
      done(app, `${counted}件 の回答を集計しました。`);
      app.focus('report');
    },
    askToClose(open) {
      store.update((state) => ({ ...state, asking: open ? 'close' : '' }));
      app.focus(open ? 'close-heading' : 'ending');
    },
    async closeRound() {
      const survey = await work(app, 'close', 'closeSurvey', { roundId: roundId() });
      if (survey === null) return;
      store.update((state) => ({ ...state, asking: '', round: loaded(survey) }));
      done(app, '調査を締め切りました。集計すると、最後の報告ができます。');
      app.focus('ending');
    },
    async lookAtDestruction() {
      const destruction = await work(app, 'look-destroy', 'surveyDestruction', { roundId: roundId() });
      if (destruction === null) return;
      store.update((state) => ({ ...state, destruction }));
      app.focus(destructionId);
    },
    closeDestruction() {
      store.update((state) => ({ ...state, destruction: null }));
      app.focus('ending');
    },
    async destroy() {
      const { destruction } = store.get();
      if (destruction === null) return;
      const { hash } = destruction;
      const survey = await work(app, 'destroy', 'destroySurvey', { roundId: roundId(), hash });
      if (survey === null) return;
      store.update((state) => ({ ...state, destruction: null, round: loaded(survey) }));
      done(app, `識別情報を廃棄しました（${survey.destroyed}）。`);
      app.focus('ending');
    },
  };
}
