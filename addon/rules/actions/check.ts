/** Actions of 引用を確かめる: an answer is pasted and held against the bundle, in the page itself. */
import { checkAnswer } from '../../../shared/corpus/lookup-check.ts';
import { type App, change } from '../app.ts';

export interface CheckActions {
  changeAnswer(answer: string): void;
  check(): void;
  clearAnswer(): void;
}

export const answerId = 'answer';
export const resultId = 'check-result';

export function checkActions(app: App): CheckActions {
  return {
    changeAnswer: (answer) => change(app, 'check', { answer, fault: '' }),
    check() {
      const { lookup, check } = app.store.get();
      if (lookup === null) return;
      if (check.answer.trim() === '') {
        change(app, 'check', { fault: 'ノートブックの答えを貼り付けてください。', result: null });
        app.focus(answerId);
        return;
      }
      change(app, 'check', { result: checkAnswer(check.answer, lookup), fault: '' });
      app.focus(resultId);
    },
    clearAnswer() {
      change(app, 'check', { answer: '', result: null, fault: '' });
      app.focus(answerId);
    },
  };
}
