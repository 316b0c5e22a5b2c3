/** Actions of 「配置を覚えさせる」: reading the columns of a real file, putting them right, saving, confirming. */
import { type App, done, headingId, work } from '../app.ts';
import { layoutFault, proposedChoices } from '../layout-check.ts';
import { emptyLearn } from '../register-state.ts';
import { loaded } from '../store.ts';
import { changer } from './part.ts';

export interface LearnActions {
  openLearn(from: 'import' | 'csv'): void;
  learnLayout(): Promise<void>;
  chooseColumn(index: number, key: string): void;
  nameLayout(name: string): void;
  saveLayout(): Promise<void>;
  changeGround(ground: string): void;
  /** Notes that a person has tried the layout on the real system. */
  confirmLayout(profileId: string): Promise<void>;
  leaveLearn(): void;
}

export function learnActions(
  app: App,
  refreshOverview: () => Promise<void>,
  go: (screen: 'import' | 'csv') => void,
): LearnActions {
  const { store } = app;
  const change = changer(app, 'learn');

  return {
    openLearn(from) {
      store.update((state) => ({ ...state, screen: 'learn', notice: null, learn: { ...emptyLearn, from } }));
      app.focus(headingId);
    },

    async learnLayout() {
      const view = await work(app, 'learn', 'learnLayout', { fileId: store.get().file.fileId });
      if (view === null) return;
      change(() => ({ view: loaded(view), choices: proposedChoices(view), fault: '', saved: null }));
      app.focus('columns-heading');
    },

    chooseColumn(index, key) {
      change((part) => ({ choices: { ...part.choices, [index]: key }, fault: '' }));
    },

    nameLayout(name) {
      change(() => ({ name, fault: '' }));
    },

    async saveLayout() {
      const { learn, file } = store.get();
      const { fault, at } = layoutFault(learn.choices, learn.name);
      change(() => ({ fault }));
      if (fault !== '') {
        app.focus(at === 'name' ? 'layout-name' : 'learn-fault');
        return;
      }
      const choices = Object.entries(learn.choices).map(([index, key]) => ({ index: Number(index), key }));
      const saved = await work(app, 'save-layout', 'saveLayout', {
        fileId: file.fileId,
        name: learn.name.trim(),
        choices,
      });
      if (saved === null) return;
      change(() => ({ saved }));
      changer(app, 'import')(() => ({ profileId: saved.id }));
      changer(app, 'csv')(() => ({ profileId: saved.id }));
      done(app, `配置「${saved.name}」を覚えました。`);
      app.focus(headingId);
      await refreshOverview();
    },

    changeGround(ground) {
      change(() => ({ ground, groundFault: '' }));
    },

    async confirmLayout(profileId) {
      const ground = store.get().learn.ground.trim();
      if (ground === '') {
        change(() => ({ groundFault: 'いつ、何件で、どう確かめたかを短く書いてください。' }));
        app.focus('layout-ground');
        return;
      }
      const profile = await work(app, 'confirm-layout', 'confirmLayout', { profileId, ground });
      if (profile === null) return;
      change((part) => ({ ground: '', saved: part.saved?.id === profile.id ? profile : part.saved }));
      done(app, `配置「${profile.name}」を、確かめ済みとして記録しました。`);
      app.focus(headingId);
      await refreshOverview();
    },

    leaveLearn() {
      go(store.get().learn.from);
    },
  };
}
