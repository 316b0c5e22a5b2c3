/** Actions of the import: choosing a file and a layout, the look before it, the run that goes on until it is finished. */
import { type App, done, fail, headingId, work } from '../app.ts';
import { failed, loaded, loading, notLoaded } from '../store.ts';
import { changer } from './part.ts';

export interface ImportActions {
  loadFiles(): Promise<void>;
  pickFile(fileId: string): void;
  /** A file of this computer: sent when it is small enough. */
  sendFile(file: File): Promise<void>;
  pickLayout(profileId: string): void;
  previewImport(): Promise<void>;
  /** Begins the import, or goes on with it. */
  runImport(): Promise<void>;
  stopImport(): void;
  /** Away with the result: another file. */
  anotherFile(): void;
}

export function importActions(app: App, reloadRegister: () => Promise<void>): ImportActions {
  const { store } = app;
  const change = changer(app, 'import');
  const changeFile = changer(app, 'file');
  /** Another file or layout: what was seen no longer holds. */
  const forget = (): void => {
    change(() => ({ preview: notLoaded(), progress: null, trouble: [] }));
    changer(app, 'learn')(() => ({ view: notLoaded(), saved: null }));
  };

  const actions: ImportActions = {
    async loadFiles() {
      changeFile((part) => ({ files: loading(part.files) }));
      const reply = await app.call('ledgerFiles', {});
      changeFile((part) => ({ files: reply.ok ? loaded(reply.result) : failed(part.files, reply.issues) }));
    },

    pickFile(fileId) {
      if (store.get().import.run !== 'idle') return;
      forget();
      changeFile(() => ({ fileId, tooLarge: '' }));
    },

    async sendFile(file) {
      const limit = store.get().file.files.value?.uploadLimit ?? 0;
      if (file.size > limit) {
        changeFile(() => ({ tooLarge: file.name }));
        app.focus('too-large');
        return;
      }
      const base64 = await app.readBase64(file);
      if (base64 === null) {
        fail(app, [unreadable(file.name)], false);
        return;
      }
      const sent = await work(app, 'upload', 'uploadLedger', { name: file.name, base64 });
      if (sent === null) return;
      forget();
      changeFile((part) => ({
        fileId: sent.fileId,
        tooLarge: '',
        files:
          part.files.value === null
            ? part.files
            : loaded({
                ...part.files.value,
                files: [sent, ...part.files.value.files.filter((one) => one.fileId !== sent.fileId)],
              }),
      }));
      done(app, `「${sent.name}」を受け取りました。まだ台帳は変わっていません。`);
    },

    pickLayout(profileId) {
      change(() => ({ profileId, preview: notLoaded(), progress: null, trouble: [] }));
    },

    async previewImport() {
      const { fileId } = store.get().file;
      const { profileId } = store.get().import;
      change((part) => ({ preview: loading(part.preview), progress: null }));
      const preview = await work(app, 'import-preview', 'importPreview', { fileId, profileId });
      change((part) => ({
        preview: preview === null ? { ...part.preview, loading: false } : loaded(preview),
      }));
      if (preview !== null) app.focus('preview-heading');
    },

    async runImport() {
      const { import: part, file } = store.get();
      const hash = part.preview.value?.hash ?? '';
      if (part.run !== 'idle' || hash === '') return;
      const input = { fileId: file.fileId, profileId: part.profileId, hash };
      change(() => ({ run: 'running', trouble: [] }));
      app.focus('import-progress');
      for (;;) {
        const reply = await app.call('importLedger', input);
        if (!reply.ok) {
          const begun = store.get().import.progress !== null;
          change(() => ({ run: 'idle', trouble: reply.issues }));
          // Refused at the door: the file or the ledger is another than the one that was looked at.
          if (!begun) {
            const fresh = await app.call('importPreview', {
              fileId: input.fileId,
              profileId: input.profileId,
            });
            if (fresh.ok) change(() => ({ preview: loaded(fresh.result) }));
          }
          app.focus('import-trouble');
          return;
        }
        const { result } = reply;
        const over = result.finished || store.get().import.run === 'stopping';
        change(() => ({ progress: result, ...(over ? { run: 'idle' as const } : {}) }));
        if (result.finished) done(app, '取り込みが終わりました。');
        if (over) {
          if (store.get().screen === 'import') app.focus(result.finished ? 'import-result' : 'import-go-on');
          await reloadRegister();
          return;
        }
      }
    },

    stopImport() {
      change((part) => (part.run === 'running' ? { run: 'stopping' } : {}));
    },

    anotherFile() {
      forget();
      changeFile(() => ({ fileId: '' }));
      app.focus(headingId);
    },
  };
  return actions;
}

function unreadable(name: string): Parameters<typeof fail>[1][number] {
  return {
    code: 'client.file',
    severity: 'error',
    severityLabel: '中断',
    key: '',
    label: '',
    message: `「${name}」を読めませんでした。`,
    remedy: 'ほかのソフトで開いていれば閉じて、もう一度選んでください。',
    value: '',
    suggestion: '',
  };
}
