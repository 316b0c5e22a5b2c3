/** Actions of 保存期間: rules, what would be destroyed, and destroying it. */
import { loaded, notLoaded } from '../../sidebar/store.ts';
import { done, fail, headingId, workWith } from '../../sidebar/work.ts';
import type { RetentionView } from '../../view/retention-protocol.ts';
import { type App, change, fetchInto, work } from '../app.ts';
import { daysOf, draftsOf, nextRule, type RuleDraft, ruleFaults, sameRules } from '../rule-drafts.ts';
import type { RetentionState } from '../state.ts';

export interface RetentionActions {
  loadRetention(): Promise<void>;
  addRule(target: RetentionView['targets'][number]): void;
  changeRule(at: number, part: Partial<RuleDraft>): void;
  removeRule(at: number): void;
  dropRules(): void;
  saveRules(): Promise<void>;
  showPreview(): Promise<void>;
  leavePreview(): void;
  changeTyped(typed: string): void;
  destroy(): Promise<void>;
}

export const daysId = (at: number): string => `rule-days-${at}`;
export const typedId = 'destroy-typed';
export const previewId = 'destruction-heading';
/** What was shown is no longer what is due. */
const changed = 'retention.changed';
/** A run of the largest chamber takes a few calls; more than this is no progress. */
const mostCalls = 100;

export const rulesOf = ({ draft, view }: RetentionState): readonly RuleDraft[] =>
  draft ?? draftsOf(view.value?.rules ?? []);

export function retentionActions(app: App): RetentionActions {
  const part = (): RetentionState => app.store.get().retention;

  function put(rules: readonly RuleDraft[]): void {
    const same = sameRules(draftsOf(part().view.value?.rules ?? []), rules);
    change(app, 'retention', { draft: same ? null : rules, faults: {} });
  }

  const loadRecords = (): Promise<void> =>
    fetchInto(
      app,
      'destructionRecords',
      {},
      (state) => state.retention.records,
      (records) => change(app, 'retention', { records }),
    );

  const actions: RetentionActions = {
    async loadRetention() {
      await fetchInto(
        app,
        'retention',
        {},
        (state) => state.retention.view,
        (view) => change(app, 'retention', { view }),
      );
      await loadRecords();
    },
    addRule(target) {
      const rules = rulesOf(part());
      const rule = nextRule(target, rules);
      if (rule === null) return;
      put([...rules, rule]);
      app.focus(daysId(rules.length));
    },
    changeRule: (at, with_) =>
      put(rulesOf(part()).map((rule, index) => (index === at ? { ...rule, ...with_ } : rule))),
    removeRule(at) {
      put(rulesOf(part()).filter((_rule, index) => index !== at));
      app.focus(headingId);
    },
    dropRules() {
      change(app, 'retention', { draft: null, faults: {} });
      app.focus(headingId);
    },
    async saveRules() {
      const rules = rulesOf(part());
      const faults = ruleFaults(rules);
      change(app, 'retention', { faults });
      const [first] = Object.keys(faults);
      if (first !== undefined) {
        app.focus(daysId(Number(first)));
        return;
      }
      const view = await work(app, 'save-rules', 'saveRetention', {
        rules: rules.map(({ templateId, start, days }) => ({ templateId, start, days: daysOf(days) ?? 0 })),
      });
      if (view === null) return;
      change(app, 'retention', { view: loaded(view), draft: null, preview: notLoaded() });
      done(app, '保存期間を保存しました。廃棄は、内容を確かめてから行います。');
      app.focus(headingId);
    },
    async showPreview() {
      change(app, 'retention', { report: null, typed: '', typedFault: '' });
      const preview = await work(app, 'preview', 'destructionPreview', {});
      if (preview === null) return;
      change(app, 'retention', { preview: loaded(preview) });
      app.focus(previewId);
    },
    leavePreview() {
      change(app, 'retention', { preview: notLoaded(), typed: '', typedFault: '' });
      app.focus(headingId);
    },
    changeTyped: (typed) => change(app, 'retention', { typed, typedFault: '' }),
    async destroy() {
      const { preview, typed } = part();
      const shown = preview.value;
      if (shown === null) return;
      const amount = typed.normalize('NFKC').replace(/[,\s件]/g, '');
      if (shown.unfinished === '' && amount !== String(shown.total)) {
        change(app, 'retention', {
          typedFault: '件数が違います。上の合計の件数を、数字で入れてください。',
        });
        app.focus(typedId);
        return;
      }
      for (let call = 0; call < mostCalls; call++) {
        const reply = await workWith(app, 'destroy', () => app.call('destroy', { hash: shown.hash }));
        if (reply === null) return;
        if (!reply.ok) {
          fail(app, reply.issues, false);
          if (reply.issues.some(({ code }) => code === changed)) {
            const fresh = await app.call('destructionPreview', {});
            if (fresh.ok) change(app, 'retention', { preview: loaded(fresh.result), typed: '' });
          }
          return;
        }
        change(app, 'retention', { report: reply.result });
        if (reply.result.left === 0) break;
      }
      const { report } = part();
      if (report?.left === 0) {
        change(app, 'retention', { preview: notLoaded(), typed: '' });
        done(app, `${report.destroyed}件を廃棄しました。`);
      }
      app.focus(headingId);
      await loadRecords();
    },
  };
  return actions;
}
