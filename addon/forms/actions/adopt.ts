/** Actions of 取り込む and of 「ひな型として保存」. */
import { failed, loaded, loading, notLoaded } from '../../sidebar/store.ts';
import { done } from '../../sidebar/work.ts';
import type { FormCardView } from '../../view/forms-protocol.ts';
import { type App, change, work } from '../app.ts';
import { twiceTaken } from '../matches.ts';
import type { Show } from './index.ts';

export interface AdoptActions {
  changeAddress(address: string): void;
  /** Reads the form of the address; `templateId` '' takes the likeliest. */
  lookAt(templateId: string): Promise<void>;
  changeMatch(itemId: string, key: string): void;
  adopt(): Promise<void>;
  leaveAdopt(): void;
  /** Of a form in the list, or null for one by its address. */
  showCapture(form: FormCardView | null): void;
  changeCapture(part: 'address' | 'title', value: string): void;
  capture(): Promise<void>;
}

export const addressId = 'adopt-address';

export function adoptActions(app: App, show: Show, loadForms: () => Promise<void>): AdoptActions {
  const { store } = app;
  return {
    changeAddress(address) {
      change(app, 'adopt', { address, fault: '' });
    },

    async lookAt(templateId) {
      const { address, view } = store.get().adopt;
      if (address.trim() === '') {
        change(app, 'adopt', { fault: 'フォームの編集ページのアドレスを貼り付けてください。' });
        app.focus(addressId);
        return;
      }
      change(app, 'adopt', { view: loading(view) });
      const reply = await app.call('adoptPreview', { address: address.trim(), templateId });
      if (!reply.ok) {
        change(app, 'adopt', { view: failed(notLoaded(), reply.issues) });
        return;
      }
      const keys = Object.fromEntries(reply.result.matches.map(({ itemId, key }) => [itemId, key]));
      change(app, 'adopt', { view: loaded(reply.result), keys });
      app.focus('adopt-matches');
    },

    changeMatch(itemId, key) {
      change(app, 'adopt', { keys: { ...store.get().adopt.keys, [itemId]: key } });
    },

    async adopt() {
      const { view, keys } = store.get().adopt;
      const found = view.value;
      if (found === null || twiceTaken(keys).size > 0) return;
      const matches = found.matches.map(({ itemId }) => ({ itemId, key: keys[itemId] ?? '' }));
      const { formId, templateId, hash } = found;
      const form = await work(app, 'adopt', 'adopt', { formId, templateId, hash, matches });
      if (form === null) return;
      change(app, 'adopt', { address: '', view: notLoaded(), keys: {} });
      show('list');
      done(app, `「${form.title}」を取り込みました。これからは、ひな型の更新を受け取れます。`);
      await loadForms();
    },

    leaveAdopt() {
      change(app, 'adopt', { view: notLoaded(), keys: {} });
      app.focus(addressId);
    },

    showCapture(form) {
      change(app, 'capture', {
        address: form === null ? '' : form.editUrl,
        title: form === null ? '' : form.title,
        faults: {},
        result: null,
      });
      show('capture');
    },

    changeCapture(part, value) {
      change(app, 'capture', { [part]: value, faults: {} });
    },

    async capture() {
      const { address, title } = store.get().capture;
      const faults = {
        ...(address.trim() === '' ? { address: 'フォームの編集ページのアドレスを貼り付けてください。' } : {}),
        ...(title.trim() === '' ? { title: 'ひな型の名前を書いてください。' } : {}),
      };
      change(app, 'capture', { faults });
      const [first] = Object.keys(faults);
      if (first !== undefined) {
        app.focus(`capture-${first}`);
        return;
      }
      const result = await work(app, 'capture', 'capture', { address: address.trim(), title: title.trim() });
      if (result === null) return;
      change(app, 'capture', { result });
      done(app, `ひな型の下書き「${result.fileName}」を保存しました。`);
    },
  };
}
