/** Actions of 締切と定員: open the panel, type, look what would happen, change. */
import { failed, loaded, loading } from '../../sidebar/store.ts';
import { done, fail, workWith } from '../../sidebar/work.ts';
import type { FormCardView } from '../../view/forms-protocol.ts';
import { type App, change } from '../app.ts';
import { noTerms, type TermsState } from '../state.ts';

export type TermsDraft = Pick<TermsState, 'closesOn' | 'places' | 'open'>;

export interface TermsActions {
  /** Opens the panel of a form; it says how many places are taken. */
  showTerms(form: FormCardView): void;
  hideTerms(): void;
  changeDraft(part: Partial<TermsDraft>): void;
  lookAtTerms(): Promise<void>;
  changeTerms(): Promise<void>;
}

export const termsPanelId = 'terms-heading';
export const termsResultId = 'terms-result';
export const termsFieldId = { closesOn: 'terms-closes-on', places: 'terms-places' } as const;

const isField = (key: string): key is keyof typeof termsFieldId => key === 'closesOn' || key === 'places';

export function termsActions(app: App, put: (form: FormCardView) => void): TermsActions {
  const { store } = app;

  function inputOf({ formId, closesOn, places, open }: TermsState) {
    return { formId, closesOn, places, open };
  }

  /** Asks for the effect of what is typed; what was typed since makes the answer old. */
  async function look(): Promise<void> {
    const asked = inputOf(store.get().terms);
    change(app, 'terms', { view: loading(store.get().terms.view) });
    const reply = await app.call('formTerms', asked);
    const now = store.get().terms;
    if (now.formId !== asked.formId) return;
    const isFresh = JSON.stringify(inputOf(now)) === JSON.stringify(asked);
    change(app, 'terms', {
      view: reply.ok ? loaded(reply.result) : failed(now.view, reply.issues),
      isFresh: reply.ok && isFresh,
    });
    if (!reply.ok) fail(app, reply.issues, false);
  }

  const actions: TermsActions = {
    showTerms(form) {
      const { formId, closesOn, places } = form;
      store.update((state) => ({ ...state, closing: '', notice: null }));
      change(app, 'terms', { ...noTerms, formId, closesOn, places: places ?? '' });
      app.focus(termsPanelId);
      void look();
    },

    hideTerms() {
      change(app, 'terms', noTerms);
      app.focus('heading');
    },

    changeDraft(part) {
      change(app, 'terms', { ...part, isFresh: false, isAsked: false });
    },

    async lookAtTerms() {
      change(app, 'terms', { isAsked: true });
      await look();
      const key = store.get().terms.view.value?.issues[0]?.key ?? '';
      app.focus(isField(key) ? termsFieldId[key] : termsResultId);
    },

    async changeTerms() {
      const { terms } = store.get();
      const view = terms.view.value;
      if (view === null || !terms.isFresh) return;
      const input = { ...inputOf(terms), hash: view.hash };
      const reply = await workWith(app, 'terms', () => app.call('changeTerms', input));
      if (reply === null) return;
      if (!reply.ok) {
        fail(app, reply.issues, false);
        await look();
        return;
      }
      put(reply.result);
      change(app, 'terms', noTerms);
      app.focus('heading');
      const moved = view.promoted.length;
      done(
        app,
        `「${view.form.title}」を変えました。${moved === 0 ? '' : `キャンセル待ちの${moved}件が受付になりました。`}`,
      );
    },
  };
  return actions;
}
