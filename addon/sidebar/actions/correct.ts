/** Actions of 「直す」: opening the editor of a value, typing in it, saving. */
import { type App, done, work } from '../app.ts';
import {
  type CorrectionDraft,
  correctionFault,
  correctionValueId,
  draftFor,
  fieldOf,
} from '../correction.ts';
import { withChangedRow } from '../list-state.ts';
import { emptyCase } from '../state.ts';
import { loaded } from '../store.ts';

export interface CorrectActions {
  /** Opens the editor of a field with what was typed, or with a proposal. */
  openCorrection(key: string, proposed?: string): void;
  changeCorrection(part: Partial<Pick<CorrectionDraft, 'value' | 'reason'>>): void;
  closeCorrection(): void;
  saveCorrection(): Promise<void>;
}

/** Id of the element that stands for a field in 一件. */
export function fieldId(key: string): string {
  return `field-${key}`;
}

/** @param refreshOverview fetches the counts of 今日 again. */
export function correctActions(app: App, refreshOverview: () => Promise<void>): CorrectActions {
  const { store } = app;
  const draft = (next: CorrectionDraft | null): void =>
    store.update((state) => ({ ...state, case: { ...state.case, correction: next } }));

  return {
    openCorrection(key, proposed) {
      const { view } = store.get().case;
      const next = view.value === null ? null : draftFor(view.value, key, proposed);
      if (next === null) return;
      store.update((state) => ({ ...state, notice: null }));
      draft(next);
      app.focus(correctionValueId);
    },

    changeCorrection(part) {
      const { correction } = store.get().case;
      if (correction !== null) draft({ ...correction, ...part, fault: '' });
    },

    closeCorrection() {
      const { correction } = store.get().case;
      draft(null);
      if (correction !== null) app.focus(fieldId(correction.key));
    },

    async saveCorrection() {
      const { correction, view } = store.get().case;
      if (correction === null || view.value === null) return;
      const { key, value, reason } = correction;
      const fault = correctionFault(view.value, correction);
      if (fault !== '') {
        draft({ ...correction, fault });
        app.focus(correctionValueId);
        return;
      }
      const { applicationId, version } = view.value;
      const label = fieldOf(view.value, key)?.label ?? '';
      const input = { applicationId, version, key, value, reason: reason.trim() };
      const result = await work(app, 'correct', 'correct', input, true);
      if (result === null) return;
      store.update((state) => ({
        ...state,
        case:
          state.case.applicationId === applicationId
            ? { ...emptyCase, applicationId, view: loaded(result) }
            : state.case,
        queue: withChangedRow(state.queue, result, (row) => row.applicationId === result.applicationId),
      }));
      done(app, `「${label}」を直しました。`);
      app.focus(fieldId(key));
      await refreshOverview();
    },
  };
}
