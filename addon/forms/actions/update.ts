/** Actions of an update: see the plan, decide, apply, look back, take back. */
import { failed, loaded, loading, notLoaded } from '../../sidebar/store.ts';
import { done, fail, headingId, workWith } from '../../sidebar/work.ts';
import type { AppliedView, ConflictView, UpdatePlanView } from '../../view/forms-protocol.ts';
import type { IssueView } from '../../view/protocol.ts';
import { type App, change } from '../app.ts';
import { type Choice, carriedOver, decisionKey, decisionsOf } from '../decisions.ts';
import { emptyPlan } from '../state.ts';
import type { Show } from './index.ts';

export interface UpdateActions {
  showPlan(formId: string): void;
  loadPlan(): Promise<void>;
  choose(conflict: ConflictView, choice: Choice): void;
  applyUpdate(): Promise<void>;
  showHistory(formId: string): void;
  loadHistory(): Promise<void>;
  askRollBack(entryId: string): void;
  /** `keepEdited`: what was edited since stays as it is. */
  rollBack(formId: string, entryId: string, keepEdited: boolean): Promise<void>;
}

export const rollBackPanelId = 'roll-back-heading';
/** The form was edited between preview and apply, or a newer template came. */
const changedSince = 'update.changed-since';
/** The form was edited after the update that is to be taken back. */
const editedSince = 'update.edited-since';
/** An update of the largest form takes a few calls; more than this is no progress. */
const mostCalls = 50;

export function updateActions(app: App, show: Show, loadForms: () => Promise<void>): UpdateActions {
  const { store } = app;

  /** Calls again until it is finished; the state shows how far it is. */
  async function goOn(
    id: string,
    step: () => Promise<{ ok: true; result: AppliedView } | { ok: false; issues: readonly IssueView[] }>,
  ): Promise<readonly IssueView[] | null> {
    for (let call = 0; call < mostCalls; call++) {
      const reply = await workWith(app, id, step);
      if (reply === null) return [];
      if (!reply.ok) return reply.issues;
      change(app, 'plan', { applied: reply.result });
      if (reply.result.finished) return null;
    }
    return [];
  }

  const actions: UpdateActions = {
    showPlan(formId) {
      change(app, 'plan', { ...emptyPlan, formId });
      show('plan');
      void actions.loadPlan();
    },

    async loadPlan() {
      const { formId, view } = store.get().plan;
      change(app, 'plan', { view: loading(view) });
      const reply = await app.call('updatePlan', { formId });
      if (store.get().plan.formId !== formId) return;
      const before = store.get().plan;
      if (!reply.ok) change(app, 'plan', { view: failed(before.view, reply.issues) });
      else {
        const old = before.view.value;
        const choices = old === null ? {} : carriedOver(old, reply.result, before.choices);
        change(app, 'plan', { view: loaded(reply.result), choices });
      }
    },

    choose(conflict, choice) {
      const { choices } = store.get().plan;
      change(app, 'plan', { choices: { ...choices, [decisionKey(conflict)]: choice } });
    },

    async applyUpdate() {
      const { formId, view, choices } = store.get().plan;
      const plan: UpdatePlanView | null = view.value;
      if (plan === null) return;
      const decisions = decisionsOf(plan, choices);
      change(app, 'plan', { applied: null, appliedKind: 'update', changed: '' });
      const problems = await goOn('apply', () =>
        app.call('applyUpdate', { formId, hash: plan.hash, decisions }),
      );
      if (problems === null) {
        show('applied');
        done(app, `「${plan.form.title}」をひな型 ${plan.to} に更新しました。`);
      } else if (problems.some((one) => one.code === changedSince)) {
        const [first] = problems.filter((one) => one.code === changedSince);
        change(app, 'plan', { changed: first?.message ?? '' });
        await actions.loadPlan();
        app.focus('changed-since');
      } else if (problems.length > 0) {
        fail(app, problems, true);
        await actions.loadPlan();
      }
      await loadForms();
    },

    showHistory(formId) {
      change(app, 'history', { formId, view: notLoaded(), asking: '', edited: '' });
      show('history');
      void actions.loadHistory();
    },

    async loadHistory() {
      const { formId, view } = store.get().history;
      change(app, 'history', { view: loading(view) });
      const reply = await app.call('updateHistory', { formId });
      if (store.get().history.formId !== formId) return;
      change(app, 'history', {
        view: reply.ok ? loaded(reply.result) : failed(store.get().history.view, reply.issues),
      });
    },

    askRollBack(entryId) {
      change(app, 'history', { asking: entryId, edited: '' });
      app.focus(entryId === '' ? headingId : rollBackPanelId);
    },

    async rollBack(formId, entryId, keepEdited) {
      change(app, 'plan', {
        ...emptyPlan,
        formId,
        appliedKind: 'roll-back',
        applied: store.get().plan.applied,
      });
      const problems = await goOn('roll-back', () => app.call('rollBack', { formId, entryId, keepEdited }));
      if (problems === null) {
        change(app, 'history', { asking: '', edited: '' });
        show('applied');
        done(app, '更新の前の形に戻しました。');
      } else {
        const edited = problems.find((one) => one.code === editedSince);
        if (edited !== undefined) {
          change(app, 'history', { edited: edited.message });
          app.focus(rollBackPanelId);
        } else if (problems.length > 0) fail(app, problems, true);
        if (store.get().screen === 'history') await actions.loadHistory();
      }
      await loadForms();
    },
  };
  return actions;
}
