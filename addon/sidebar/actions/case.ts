/** Actions of 一件: opening an application, preparing a decision, sending it, finding its row in the sheet. */
import type { Input } from '../../view/protocol.ts';
import { type App, done, headingId, work } from '../app.ts';
import {
  decisionFaults,
  decisionWords,
  isImmediate,
  reasonFromIssues,
  stepDraft,
  stepsOf,
} from '../decision.ts';
import { neighbour } from '../list-rows.ts';
import { withChangedRow } from '../list-state.ts';
import { type CaseState, type Decision, emptyCase, type StepDraft } from '../state.ts';
import { failed, loaded, loading } from '../store.ts';

export interface CaseActions {
  openCase(applicationId: string): Promise<void>;
  openNeighbour(step: 1 | -1): Promise<void>;
  reloadCase(): Promise<void>;
  openPanel(decision: Decision): Promise<void>;
  closePanel(): void;
  changeReason(text: string): void;
  fillReason(): void;
  changeStep(stateId: string, part: Partial<StepDraft>): void;
  decide(decision: Decision): Promise<void>;
  jumpToRow(list: Input<'jumpToRow'>['list'], applicationId: string): Promise<void>;
}

/** @param refreshOverview fetches the counts of 今日 again, after a decision. */
export function caseActions(app: App, refreshOverview: () => Promise<void>): CaseActions {
  const { store } = app;

  const change = (with_: (current: CaseState) => Partial<CaseState>): void =>
    store.update((state) => ({ ...state, case: { ...state.case, ...with_(state.case) } }));

  async function fetchCase(applicationId: string): Promise<void> {
    const reply = await app.call('application', { applicationId });
    change((current) => {
      if (current.applicationId !== applicationId) return {};
      return { view: reply.ok ? loaded(reply.result) : failed(current.view, reply.issues) };
    });
  }

  const actions: CaseActions = {
    async openCase(applicationId) {
      store.update((state) => ({
        ...state,
        screen: 'case',
        notice: null,
        case: { ...emptyCase, applicationId, view: { value: null, loading: true, issues: [] } },
      }));
      app.focus(headingId);
      await fetchCase(applicationId);
    },

    async openNeighbour(step) {
      const { queue, case: current } = store.get();
      const row = neighbour(
        queue.list.value ?? [],
        (one) => one.applicationId === current.applicationId,
        step,
      );
      if (row === null) return;
      store.update((state) => ({
        ...state,
        queue: { ...state.queue, active: Math.max(0, state.queue.active + step) },
      }));
      await actions.openCase(row.applicationId);
    },

    async reloadCase() {
      store.update((state) => ({ ...state, notice: null }));
      change((current) => ({ view: loading(current.view) }));
      app.focus(headingId);
      await fetchCase(store.get().case.applicationId);
    },

    async openPanel(decision) {
      const view = store.get().case.view.value;
      if (view === null) return;
      if (isImmediate(view, decision)) {
        await actions.decide(decision);
        return;
      }
      change(() => ({ panel: decision, faults: {} }));
      store.update((state) => ({ ...state, notice: null }));
      app.focus('panel-heading');
    },

    closePanel() {
      const { panel } = store.get().case;
      change(() => ({ panel: null, faults: {} }));
      if (panel !== null) app.focus(`action-${panel}`);
    },

    changeReason(text) {
      change(() => ({ reason: text, faults: {} }));
    },

    fillReason() {
      change((current) => {
        const proposed = reasonFromIssues(current.view.value?.issues ?? []);
        const kept = current.reason.trim();
        return { reason: kept === '' ? proposed : `${kept}\n${proposed}`, faults: {} };
      });
      app.focus('decision-reason');
    },

    changeStep(stateId, part) {
      const { today } = store.get();
      change((current) => {
        const { [`date-${stateId}`]: _date, [`ground-${stateId}`]: _ground, ...faults } = current.faults;
        return {
          steps: { ...current.steps, [stateId]: { ...stepDraft(current, stateId, today), ...part } },
          faults,
        };
      });
    },

    async decide(decision) {
      const { case: current, today } = store.get();
      const view = current.view.value;
      if (view === null) return;
      const faults = decisionFaults(view, decision, current, today);
      change(() => ({ faults }));
      const [first] = Object.keys(faults);
      if (first !== undefined) {
        app.focus(`decision-${first}`);
        return;
      }
      const steps = stepsOf(view, decision).map(({ state }) => {
        const { date, ground } = stepDraft(current, state.id, today);
        return { state: state.id, date, ground: ground.trim() };
      });
      const result = await work(
        app,
        `decide:${decision}`,
        'decide',
        {
          applicationId: view.applicationId,
          version: view.version,
          action: decision,
          reason: current.reason.trim(),
          steps,
        },
        true,
      );
      if (result === null) return;
      store.update((state) => ({
        ...state,
        case: { ...emptyCase, applicationId: result.applicationId, view: loaded(result) },
        queue: withChangedRow(state.queue, result, (row) => row.applicationId === result.applicationId),
      }));
      done(
        app,
        decision === 'advance' ? `「${result.state.label}」に進めました。` : decisionWords[decision].done,
      );
      app.focus(headingId);
      await refreshOverview();
    },

    async jumpToRow(list, applicationId) {
      const result = await work(app, 'jump', 'jumpToRow', { list, applicationId });
      if (result !== null) done(app, `シート「${result.sheet}」の${result.row}行目を選びました。`);
    },
  };
  return actions;
}
