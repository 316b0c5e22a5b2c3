/** Actions on one answer about the register: choosing values field by field, deciding, saying whose it is. */
import type { AnswerView } from '../../view/register-protocol.ts';
import { firstTakes, undecided } from '../answer-takes.ts';
import { type App, done, headingId, work } from '../app.ts';
import { neighbour } from '../list-rows.ts';
import { withChangedRow } from '../list-state.ts';
import { type AnswerAction, emptyAnswer, emptyFind } from '../register-state.ts';
import { failed, loaded, loading } from '../store.ts';
import { changer } from './part.ts';

export interface AnswerActions {
  openAnswer(answerId: string): Promise<void>;
  openNextAnswer(step: 1 | -1): Promise<void>;
  reloadAnswer(): Promise<void>;
  /** `take`: `answer`, `ledger` or the id of another answer. */
  take(key: string, take: string): void;
  openDiscard(): void;
  closeDiscard(): void;
  changeAnswerReason(reason: string): void;
  pickBusiness(businessNumber: string): void;
  decideAnswer(action: AnswerAction): Promise<void>;
  /** Shows an answer that has just come into being or changed. */
  showAnswer(view: AnswerView): void;
}

const words: Readonly<Record<AnswerAction, string>> = {
  approve: '承認しました。基幹システムへの出力待ちに入りました。',
  discard: '見送りにしました。台帳は変わっていません。',
  assign: 'どの事業所の回答かを記録しました。内容を確かめてください。',
  reopen: '確認待ちに戻しました。',
};

/** @param reloadRegister fetches the figures of 台帳 again, after a decision. */
export function answerActions(app: App, reloadRegister: () => Promise<void>): AnswerActions {
  const { store } = app;
  const change = changer(app, 'answer');
  const settled = (view: AnswerView) => ({
    ...emptyAnswer,
    answerId: view.answerId,
    view: loaded(view),
    takes: firstTakes(view),
  });

  async function fetch(answerId: string): Promise<void> {
    const reply = await app.call('answer', { answerId });
    change((part) => {
      if (part.answerId !== answerId) return {};
      return reply.ok ? settled(reply.result) : { view: failed(part.view, reply.issues) };
    });
  }

  const actions: AnswerActions = {
    async openAnswer(answerId) {
      store.update((state) => ({
        ...state,
        screen: 'answer',
        notice: null,
        find: emptyFind,
        answer: { ...emptyAnswer, answerId, view: { value: null, loading: true, issues: [] } },
      }));
      app.focus(headingId);
      await fetch(answerId);
    },

    async openNextAnswer(step) {
      const { answers, answer } = store.get();
      const row = neighbour(answers.list.value ?? [], (one) => one.answerId === answer.answerId, step);
      if (row === null) return;
      changer(app, 'answers')((part) => ({ active: Math.max(0, part.active + step) }));
      await actions.openAnswer(row.answerId);
    },

    async reloadAnswer() {
      store.update((state) => ({ ...state, notice: null }));
      change((part) => ({ view: loading(part.view) }));
      app.focus(headingId);
      await fetch(store.get().answer.answerId);
    },

    take(key, take) {
      change((part) => ({ takes: { ...part.takes, [key]: take } }));
    },

    openDiscard() {
      change(() => ({ panel: 'discard', fault: '' }));
      app.focus('panel-heading');
    },

    closeDiscard() {
      change(() => ({ panel: 'none' }));
      app.focus('answer-discard');
    },

    changeAnswerReason(reason) {
      change(() => ({ reason, fault: '' }));
    },

    pickBusiness(businessNumber) {
      change(() => ({ businessNumber }));
    },

    async decideAnswer(action) {
      const { answer } = store.get();
      const view = answer.view.value;
      if (view === null) return;
      if (action === 'approve') {
        const [first] = undecided(view, answer.takes);
        if (first !== undefined) {
          app.focus(`difference-${first.key}`);
          return;
        }
      }
      if (action === 'discard' && answer.reason.trim() === '') {
        change(() => ({ fault: '見送る理由を書いてください。履歴に残ります。' }));
        app.focus('answer-reason');
        return;
      }
      const result = await work(
        app,
        `answer-${action}`,
        'decideAnswer',
        {
          answerId: view.answerId,
          version: view.version,
          action,
          takes: action === 'approve' ? { ...answer.takes } : {},
          businessNumber: action === 'assign' ? answer.businessNumber : '',
          reason: action === 'discard' ? answer.reason.trim() : '',
        },
        true,
      );
      if (result === null) return;
      actions.showAnswer(result);
      done(app, words[action]);
      await reloadRegister();
    },

    showAnswer(view) {
      store.update((state) => ({
        ...state,
        screen: 'answer',
        find: emptyFind,
        answer: settled(view),
        answers: withChangedRow(state.answers, view, (row) => row.answerId === view.answerId),
      }));
      app.focus(headingId);
    },
  };
  return actions;
}
