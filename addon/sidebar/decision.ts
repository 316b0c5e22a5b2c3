/** What a decision needs before it may be sent: the draft of its panel, and what is missing in it. */
import { stepsOf } from '../view/decision.ts';
import type { ApplicationView } from '../view/protocol.ts';
import { isDay } from './format.ts';
import type { CaseState, Decision, StepDraft } from './state.ts';

export { decisionWords, isImmediate, reasonFromIssues, stepsOf } from '../view/decision.ts';

/** The draft of a step: what was typed, otherwise today and no ground. */
export function stepDraft(state: CaseState, stateId: string, today: string): StepDraft {
  return state.steps[stateId] ?? { date: today, ground: '' };
}

/** 承認 alone, all steps before it recorded: its own ground has to be told, there is no other. */
export const isResolved = (view: ApplicationView, decision: Decision): boolean =>
  decision === 'approve' && view.missingSteps.length === 0;

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
  if (isResolved(view, decision) && draft.reason.trim() === '') {
    faults.reason = '承認の根拠を短く入れてください。';
  }
  if (decision === 'withdraw' && draft.reason.trim() === '') {
    faults.reason = '取下げの理由を書いてください。履歴に残ります。';
  }
  return faults;
}
