/** Actions of 引継ぎ: look, take over, and for whoever leaves: take one's own triggers away. */
import { loaded } from '../../sidebar/store.ts';
import { done, headingId } from '../../sidebar/work.ts';
import { type App, change, fetchInto, work } from '../app.ts';

export interface HandOverActions {
  loadHandOver(): Promise<void>;
  takeOver(): Promise<void>;
  askLetGo(isLeaving: boolean): void;
  letGo(): Promise<void>;
}

export const letGoPanelId = 'let-go-heading';

export function handOverActions(app: App): HandOverActions {
  const actions: HandOverActions = {
    loadHandOver: () =>
      fetchInto(
        app,
        'handOver',
        {},
        (state) => state.handOver.view,
        (view) => change(app, 'handOver', { view }),
      ),
    async takeOver() {
      const view = await work(app, 'take-over', 'takeOver', {});
      if (view === null) {
        await actions.loadHandOver();
        return;
      }
      change(app, 'handOver', { view: loaded(view), isTaken: true, removed: null });
      done(app, view.done ? 'このアカウントに引き継ぎました。' : '引き継げるものを引き継ぎました。');
      app.focus(headingId);
    },
    askLetGo(isLeaving) {
      change(app, 'handOver', { isLeaving });
      app.focus(isLeaving ? letGoPanelId : headingId);
    },
    async letGo() {
      const result = await work(app, 'let-go', 'letGo', {});
      if (result === null) return;
      const { removed } = result;
      change(app, 'handOver', { isLeaving: false, isTaken: false, removed });
      done(
        app,
        removed === 0
          ? 'このアカウントには、外すトリガーがありません。'
          : `このアカウントのトリガーを${removed}個外しました。`,
      );
      app.focus(headingId);
      await actions.loadHandOver();
    },
  };
  return actions;
}
