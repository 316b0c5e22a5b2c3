/** Which value of each differing field is to stand in the ledger: what is taken at first, what is still open. */
import type { AnswerView, DifferenceView } from '../view/register-protocol.ts';

export type Takes = Readonly<Record<string, string>>;

/** What stands chosen when an answer is opened: plain changes are taken, conflicts wait for a person. */
export function firstTakes(view: AnswerView): Takes {
  const takes: Record<string, string> = {};
  for (const one of view.differences) {
    const take = decidedTake(one) ?? (one.kind === 'change' ? 'answer' : undefined);
    if (take !== undefined) takes[one.key] = take;
  }
  return takes;
}

function decidedTake(one: DifferenceView): string | undefined {
  if (one.decided === 'take') return 'answer';
  if (one.decided === 'leave') return 'ledger';
  return one.decided === 'other' ? one.others[0]?.answerId : undefined;
}

/** Differences that nobody decided yet. */
export function undecided(view: AnswerView, takes: Takes): readonly DifferenceView[] {
  return view.differences.filter((one) => takes[one.key] === undefined);
}

/** How many fields of the ledger would change. */
export function takenCount(view: AnswerView, takes: Takes): number {
  return view.differences.filter((one) => (takes[one.key] ?? 'ledger') !== 'ledger').length;
}
