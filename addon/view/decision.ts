/** What a decision needs before it is made, and what it is called: the same in the sidebar and on cards. */
import type { ApplicationView, IssueView, MissingStepView } from './protocol.ts';

export type Decision = ApplicationView['actions'][number];

/** Words of each decision: its button, the same while it runs, and what is said afterwards. */
export const decisionWords: Readonly<
  Record<Decision, { readonly button: string; readonly working: string; readonly done: string }>
> = {
  advance: { button: '次へ', working: '進めています…', done: '次の段階に進めました。' },
  approve: { button: '承認', working: '承認しています…', done: '承認しました。CSVの出力待ちに入りました。' },
  return: { button: '差戻し', working: '差し戻しています…', done: '差し戻しました。' },
  withdraw: { button: '取下げ', working: '取り下げています…', done: '取下げにしました。' },
  reopen: { button: '再開', working: '再開しています…', done: '受付を再開しました。' },
};

/**
 * Steps that are asked for with a date and a ground: those before approval, or the one that 次へ leads to. What follows approval
 * (入金, 会員) is always asked: membership rests on it (商工会議所法16条2項).
 */
export function stepsOf(view: ApplicationView, decision: Decision): readonly MissingStepView[] {
  if (decision === 'approve') return view.missingSteps;
  if (decision !== 'advance' || view.nextState === null) return [];
  if (!view.actions.includes('approve')) return [{ state: view.nextState }];
  return view.missingSteps.filter((step) => step.state.id === view.nextState?.id);
}

/** True when a decision is made by its button alone. */
export function isImmediate(view: ApplicationView, decision: Decision): boolean {
  return decision === 'advance' && stepsOf(view, decision).length === 0;
}

/** 次へ and 承認 would be the same step; one button is enough. */
export const leadsToApproval = (view: ApplicationView): boolean => view.nextState?.id === 'approved';

/** A first text for a return, made of what has to be mended: one line a problem. */
export function reasonFromIssues(issues: readonly IssueView[]): string {
  return issues
    .filter((issue) => issue.severity === 'error')
    .map((issue) => `・${issue.label === '' ? '' : `${issue.label}：`}${issue.message}${issue.remedy}`)
    .join('\n');
}
