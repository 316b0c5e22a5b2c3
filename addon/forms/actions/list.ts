/** Actions of the list of forms: fetch it, stop taking answers, take them again. */
import { failed, loaded, loading } from '../../sidebar/store.ts';
import { done } from '../../sidebar/work.ts';
import type { FormCardView } from '../../view/forms-protocol.ts';
import { type App, work } from '../app.ts';
import { noTerms } from '../state.ts';

export interface ListActions {
  loadForms(): Promise<void>;
  /** Shows a form as the server has just told it. */
  put(form: FormCardView): void;
  askClose(formId: string): void;
  closeForm(formId: string): Promise<void>;
  openForm(formId: string): Promise<void>;
}

export const closePanelId = 'close-heading';

export function listActions(app: App): ListActions {
  const { store } = app;

  /** Only the newest list is looked at closely, form by form: each takes the server a second or two. */
  let asked = 0;

  const put = (form: FormCardView): void =>
    store.update((state) => {
      const { value } = state.forms;
      if (value === null) return state;
      const forms = value.forms.map((one) => (one.formId === form.formId ? form : one));
      return { ...state, forms: { ...state.forms, value: { ...value, forms } } };
    });

  return {
    put,

    async loadForms() {
      store.update((state) => ({ ...state, forms: loading(state.forms) }));
      const reply = await app.call('forms', {});
      const turn = ++asked;
      store.update((state) => ({
        ...state,
        forms: reply.ok ? loaded(reply.result) : failed(state.forms, reply.issues),
      }));
      if (!reply.ok) return;
      for (const { formId, state, ownChanges } of reply.result.forms) {
        if (ownChanges !== null || state.id === 'making' || state.id === 'missing') continue;
        const card = await app.call('formCard', { formId });
        if (turn !== asked) return;
        if (card.ok) put(card.result);
      }
    },
    askClose(formId) {
      store.update((state) => ({ ...state, closing: formId, terms: noTerms, notice: null }));
      app.focus(formId === '' ? 'heading' : closePanelId);
    },
    async closeForm(formId) {
      const form = await work(app, `close:${formId}`, 'closeForm', { formId });
      if (form === null) return;
      store.update((state) => ({ ...state, closing: '' }));
      put(form);
      done(app, `「${form.title}」の受付を止めました。集まった回答はそのまま残っています。`);
    },
    async openForm(formId) {
      const form = await work(app, `open:${formId}`, 'openForm', { formId });
      if (form === null) return;
      put(form);
      done(app, `「${form.title}」の受付を再開しました。`);
    },
  };
}
