/** Actions of CSV: choosing a layout, previewing, writing the file, noting how the import went. */
import type { ExportKind } from '../../view/protocol.ts';
import { type App, done, headingId, work } from '../app.ts';
import { cases } from '../format.ts';
import { failed, loaded, loading } from '../store.ts';

export interface CsvActions {
  /** Fetches preview and batches. */
  reloadCsv(): Promise<void>;
  chooseProfile(profileId: string): Promise<void>;
  chooseKind(kind: ExportKind): Promise<void>;
  /** CSV with what waits of one kind. */
  openCsv(kind: ExportKind): void;
  /** From now on this chamber writes `to` where a file cannot hold `from`. */
  setSubstitute(from: string, to: string): Promise<void>;
  remakeBatch(batchId: string): Promise<void>;
  exportCsv(): Promise<void>;
  startMark(batchId: string, result: 'imported' | 'failed'): void;
  changeMarkNote(note: string): void;
  cancelMark(): void;
  sendMark(): Promise<void>;
}

/** @param refreshOverview fetches the counts of 今日 again. */
export function csvActions(app: App, refreshOverview: () => Promise<void>): CsvActions {
  const { store } = app;
  let asked = 0;

  async function fetchPreview(): Promise<void> {
    const mine = ++asked;
    store.update((state) => ({ ...state, csv: { ...state.csv, preview: loading(state.csv.preview) } }));
    // CSV may be opened before the overview, which names the chamber's layout, has come.
    if (store.get().csv.profileId === '') await refreshOverview();
    if (mine !== asked) return;
    const { overview, csv } = store.get();
    const { profileId, kind } = csv;
    if (profileId === '') {
      store.update((state) => ({
        ...state,
        csv: { ...state.csv, preview: failed(csv.preview, overview.issues) },
      }));
      return;
    }
    const reply = await app.call('exportPreview', { profileId, kind });
    if (mine !== asked) return;
    store.update((state) => ({
      ...state,
      csv: {
        ...state.csv,
        preview: reply.ok ? loaded(reply.result) : failed(state.csv.preview, reply.issues),
      },
    }));
  }

  async function fetchBatches(): Promise<void> {
    store.update((state) => ({ ...state, csv: { ...state.csv, batches: loading(state.csv.batches) } }));
    const reply = await app.call('batches', {});
    store.update((state) => ({
      ...state,
      csv: {
        ...state.csv,
        batches: reply.ok ? loaded(reply.result) : failed(state.csv.batches, reply.issues),
      },
    }));
  }

  return {
    async reloadCsv() {
      store.update((state) => (state.notice?.kind === 'failed' ? { ...state, notice: null } : state));
      await Promise.all([fetchPreview(), fetchBatches()]);
    },

    async chooseProfile(profileId) {
      store.update((state) => ({
        ...state,
        learn: { ...state.learn, ground: '', groundFault: '' },
        csv: { ...state.csv, profileId, preview: { value: null, loading: true, issues: [] } },
      }));
      await fetchPreview();
    },

    async chooseKind(kind) {
      store.update((state) => ({
        ...state,
        csv: { ...state.csv, kind, preview: { value: null, loading: true, issues: [] } },
      }));
      await fetchPreview();
    },

    openCsv(kind) {
      store.update((state) => ({
        ...state,
        screen: 'csv',
        notice: null,
        csv: { ...state.csv, kind, preview: { value: null, loading: true, issues: [] } },
      }));
      app.focus(headingId);
      void Promise.all([fetchPreview(), fetchBatches()]);
    },

    async setSubstitute(from, to) {
      const result = await work(app, `substitute-${from}`, 'setSubstitute', { from, to });
      if (result === null) return;
      done(app, `これから「${from}」は、CSVにだけ「${to}」と書きます。元の字は残ります。`);
      await fetchPreview();
      app.focus(headingId);
    },

    async remakeBatch(batchId) {
      const result = await work(app, `remake-${batchId}`, 'remakeBatch', { batchId });
      if (result === null) return;
      const before = store.get().csv.batches.value?.find((batch) => batch.batchId === batchId);
      store.update((state) => ({
        ...state,
        csv: {
          ...state.csv,
          remade: { batchId, fileUrl: result.fileUrl, same: before?.sha256 === result.sha256 },
        },
      }));
      app.focus(`remade-${batchId}`);
    },

    async exportCsv() {
      const { preview, profileId, kind } = store.get().csv;
      if (preview.value === null) return;
      const batch = await work(
        app,
        'export',
        'exportCsv',
        { profileId, kind, hash: preview.value.hash },
        true,
      );
      if (batch === null) return;
      done(
        app,
        `CSVを出しました（${cases(batch.rows)}）。基幹システムに取り込んだら、下の一覧で結果を記録してください。`,
      );
      app.focus(`batch-${batch.batchId}`);
      store.update((state) => ({
        ...state,
        csv: { ...state.csv, batches: loaded([batch, ...(state.csv.batches.value ?? [])]) },
        queue: { ...state.queue, stale: true },
      }));
      await Promise.all([fetchPreview(), fetchBatches(), refreshOverview()]);
    },

    startMark(batchId, result) {
      store.update((state) => ({
        ...state,
        notice: null,
        csv: { ...state.csv, marking: { batchId, result, note: '' } },
      }));
      app.focus('mark-note');
    },

    changeMarkNote(note) {
      store.update((state) =>
        state.csv.marking === null
          ? state
          : { ...state, csv: { ...state.csv, marking: { ...state.csv.marking, note } } },
      );
    },

    cancelMark() {
      const { marking } = store.get().csv;
      store.update((state) => ({ ...state, csv: { ...state.csv, marking: null } }));
      if (marking !== null) app.focus(`batch-${marking.batchId}`);
    },

    async sendMark() {
      const { marking } = store.get().csv;
      if (marking === null) return;
      const { batchId, result, note } = marking;
      const batches = await work(app, 'mark', 'markBatch', { batchId, result, note: note.trim() }, true);
      if (batches === null) return;
      store.update((state) => ({
        ...state,
        csv: { ...state.csv, marking: null, batches: loaded(batches) },
        queue: { ...state.queue, stale: true },
      }));
      done(
        app,
        result === 'imported'
          ? '取込済として記録しました。'
          : '取込失敗として記録しました。この回の行は、もう一度「出力待ち」に戻りました。',
      );
      app.focus(batches.some((batch) => batch.batchId === batchId) ? `batch-${batchId}` : headingId);
      await Promise.all([fetchPreview(), refreshOverview()]);
    },
  };
}
