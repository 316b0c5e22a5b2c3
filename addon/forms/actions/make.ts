/** Actions of the gallery and of making a form: choose, fill in, look at it, make it. */
import { failed, loaded, loading, notLoaded } from '../../sidebar/store.ts';
import { done, headingId } from '../../sidebar/work.ts';
import type { TemplateCardView } from '../../view/forms-protocol.ts';
import { type App, change, work } from '../app.ts';
import { fillInFaults, initialValues, shownValues } from '../fill-in-check.ts';
import { emptyMake, type State } from '../state.ts';
import type { Show } from './index.ts';

export interface MakeActions {
  loadGallery(): Promise<void>;
  chooseTemplate(templateId: string): void;
  changeValue(key: string, value: string): void;
  loadPreview(): Promise<void>;
  createForm(): Promise<void>;
}

/** A preview is fetched when nothing was typed for so many milliseconds. */
const pause = 700;

export const fillInId = (key: string): string => `fill-in-${key}`;

export function templateOf(state: State): TemplateCardView | null {
  const shelves = state.gallery.value?.shelves ?? [];
  const all = shelves.flatMap(({ templates }) => templates);
  return all.find(({ id }) => id === state.make.templateId) ?? null;
}

export function makeActions(app: App, show: Show, loadForms: () => Promise<void>): MakeActions {
  const { store } = app;
  let callOff: () => void = () => undefined;
  /** Only the answer to the newest question counts. */
  let asked = 0;

  const actions: MakeActions = {
    async loadGallery() {
      store.update((state) => ({ ...state, gallery: loading(state.gallery) }));
      const reply = await app.call('gallery', {});
      store.update((state) => ({
        ...state,
        gallery: reply.ok ? loaded(reply.result) : failed(state.gallery, reply.issues),
      }));
    },

    chooseTemplate(templateId) {
      change(app, 'make', { ...emptyMake, templateId, draft: app.draft() });
      const values = initialValues(templateOf(store.get())?.fillIns ?? []);
      change(app, 'make', { values });
      show('make');
      void actions.loadPreview();
    },

    changeValue(key, value) {
      const { values, faults } = store.get().make;
      const { [key]: _mended, ...others } = faults;
      change(app, 'make', { values: { ...values, [key]: value }, faults: others, stale: true });
      callOff();
      callOff = app.later(pause, () => void actions.loadPreview());
    },

    async loadPreview() {
      callOff();
      const { templateId, values, preview } = store.get().make;
      const turn = ++asked;
      change(app, 'make', { preview: loading(preview), stale: false });
      const fillIns = templateOf(store.get())?.fillIns ?? [];
      const reply = await app.call('formPreview', { templateId, values: shownValues(fillIns, values) });
      if (turn !== asked || store.get().make.templateId !== templateId) return;
      change(app, 'make', {
        preview: reply.ok ? loaded(reply.result) : failed(store.get().make.preview, reply.issues),
      });
    },

    async createForm() {
      const { templateId, values, draft } = store.get().make;
      const template = templateOf(store.get());
      if (template === null) return;
      const faults = fillInFaults(template.fillIns, values);
      change(app, 'make', { faults });
      const first = template.fillIns.find(({ key }) => faults[key] !== undefined);
      if (first !== undefined) {
        app.focus(fillInId(first.key));
        return;
      }
      const input = template.several ? { draft } : {};
      const made = await work(app, 'create', 'createForm', { templateId, values: { ...values }, ...input });
      if (made === null) return;
      change(app, 'make', { made, preview: notLoaded() });
      show('made');
      done(app, `「${made.title}」ができ、公開されました。`);
      app.focus(headingId);
      await loadForms();
    },
  };
  return actions;
}
