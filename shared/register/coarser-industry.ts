/** An answer that names only the 大分類 of a finer industry code of the ledger says nothing new. */
import { jsic } from '../record/kinds/jsic.ts';
import type { AnswerDiff, FieldDifference, Values } from './answer-diff.ts';

/**
 * True when the answer names the 大分類 that the ledger's finer code stands in: the form asks no finer, so it says
 * nothing new and must not make the ledger coarser.
 */
function isCoarserIndustry({ key, ledger, answer }: FieldDifference): boolean {
  return (
    key === 'industry' &&
    /^[A-T]$/.test(answer) &&
    /^\d{2,4}$/.test(ledger) &&
    jsic().majorOf.get(ledger.slice(0, 2)) === answer
  );
}

/** The comparison without such an industry, which stands in `coarser` then. */
export function withoutCoarserIndustry(
  diff: AnswerDiff,
  answer: Values,
): AnswerDiff & { readonly coarser: FieldDifference | null } {
  const coarser = diff.differences.find(isCoarserIndustry) ?? null;
  if (coarser === null) return { ...diff, coarser };
  const differences = diff.differences.filter((one) => one !== coarser);
  const differs = differences.length > 0;
  return {
    ...diff,
    differences,
    contradiction: diff.contradiction && differs,
    nothingNew: answer.changeStatus === 'changed' && !differs,
    coarser,
  };
}
