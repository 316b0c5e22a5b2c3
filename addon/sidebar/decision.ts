/** What a decision needs before it may be sent, and what it is called on screen. */
import type { ApplicationView, IssueView, MissingStepView } from '../view/protocol.ts';
import { isDay } from './format.ts';
import type { CaseState, Decision, StepDraft } from './state.ts';

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

/** Steps that the panel asks a date and a ground for: those before approval, or the one that 次へ leads to. */
export function stepsOf(view: ApplicationView, decision: Decision): readonly MissingStepView[] {
  if (decision === 'approve') return view.missingSteps;
  if (decision !== 'advance') return [];
  return view.missingSteps.filter((step) => step.state.id === view.nextState?.id);
}

/** True when a decision is made by its button alone, without a panel. */
export function isImmediate(view: ApplicationView, decision: Decision): boolean {
  return decision === 'advance' && stepsOf(view, decision).length === 0;
}

/** The draft of a step: what was typed, otherwise today and no ground. */
export function stepDraft(state: CaseState, stateId: string, today: string): StepDraft {
  return state.steps[stateId] ?? { date: today, ground: '' };
}

/** What is missing, by field id (`reason`, `date-visited`, `ground-visited`), in the order of the panel. */
export function decisionFaults(
  view: ApplicationView,
  decision: Decision,
  draft: CaseState,
  today: string,
): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  for (const { state } of stepsOf(view, decision)) {
    const { date, ground } = stepDraft(draft, state.id, today);
    if (!isDay(date)) faults[`date-${state.id}`] = `${state.label}の日付を入れてください。`;
    else if (date > today) faults[`date-${state.id}`] = '今日までの日付を入れてください。';
    if (ground.trim() === '') faults[`ground-${state.id}`] = `${state.label}の根拠を短く入れてください。`;
  }
  if (decision === 'return' && draft.reason.trim() === '') {
    faults.reason = '直してほしいことを書いてください。この文が申込者に届きます。';
  }
  if (decision === 'withdraw' && draft.reason.trim() === '') {
    faults.reason = '取下げの理由を書いてください。履歴に残ります。';
  }
  return faults;
}

/** A first text for a return, made of what has to be mended: one line a problem. */
export function reasonFromIssues(issues: readonly IssueView[]): string {
  return issues
    .filter((issue) => issue.severity === 'error')
    .map((issue) => `・${issue.label === '' ? '' : `${issue.label}：`}${issue.message}${issue.remedy}`)
    .join('\n');
}
