/** Actions of 設定: change the chamber's values and save them. */
import { loaded } from '../../sidebar/store.ts';
import { done, fail, headingId, workWith } from '../../sidebar/work.ts';
import { type App, change, fetchInto } from '../app.ts';
import { type SettingsDraft, settingsDraft, settingsFaults, valuesOf } from '../settings-draft.ts';

export interface SettingsActions {
  loadSettings(): Promise<void>;
  changeSetting(name: keyof SettingsDraft, value: string): void;
  dropSettings(): void;
  saveSettings(): Promise<void>;
}

export const settingId = (name: string): string => `setting-${name}`;
/** Somebody changed the settings since they were shown. */
const changedSince = 'settings.changed';

export function settingsActions(app: App): SettingsActions {
  const { store } = app;
  const actions: SettingsActions = {
    loadSettings: () =>
      fetchInto(
        app,
        'officeSettings',
        {},
        (state) => state.settings.view,
        (view) => change(app, 'settings', { view }),
      ),
    changeSetting(name, value) {
      const { view, draft, faults } = store.get().settings;
      if (view.value === null) return;
      const stored = settingsDraft(view.value.values);
      const next = { ...(draft ?? stored), [name]: value };
      const { [name]: _mended, ...others } = faults;
      const same = JSON.stringify(next) === JSON.stringify(stored);
      change(app, 'settings', { draft: same ? null : next, faults: others });
    },
    dropSettings() {
      change(app, 'settings', { draft: null, faults: {} });
      app.focus(headingId);
    },
    async saveSettings() {
      const { view, draft } = store.get().settings;
      if (view.value === null || draft === null) return;
      const { hash } = view.value;
      const faults = settingsFaults(draft, view.value);
      change(app, 'settings', { faults });
      const [first] = Object.keys(faults);
      if (first !== undefined) {
        app.focus(settingId(first));
        return;
      }
      const { divisions, districts, feeTable, ...texts } = valuesOf(draft);
      const values = {
        ...texts,
        divisions: [...divisions],
        districts: [...districts],
        feeTable: [...feeTable],
      };
      const reply = await workWith(app, 'save-settings', () =>
        app.call('saveOfficeSettings', { hash, values }),
      );
      if (reply === null) return;
      if (!reply.ok) {
        const names = Object.keys(draft);
        const known = reply.issues.filter(({ key }) => names.includes(key));
        change(app, 'settings', {
          faults: Object.fromEntries(known.map(({ key, message, remedy }) => [key, `${message}${remedy}`])),
        });
        fail(app, reply.issues, false);
        // What was typed stays; what the others wrote is what it is compared with from now on.
        if (reply.issues.some(({ code }) => code === changedSince)) await actions.loadSettings();
        return;
      }
      change(app, 'settings', { view: loaded(reply.result), draft: null, faults: {} });
      done(app, '設定を保存しました。すでに作ったフォームは、次に更新したときに変わります。');
      app.focus(headingId);
    },
  };
  return actions;
}
