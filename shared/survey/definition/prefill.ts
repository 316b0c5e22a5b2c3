/** Values that the link of a survey fills in from the ledger, question by question. */
import { type FactBusiness, type FactId, factNeeds, facts } from './facts.ts';
import type { SurveyDefinition } from './schema.ts';

export interface Prefilled {
  readonly question: string;
  readonly label: string;
  /** '' where the ledger does not say it: nothing is filled in, least of all a zero. */
  readonly value: string;
  /** How the number was counted, or why there is none. */
  readonly ground: string;
}

function isSaid(id: FactId, businesses: readonly FactBusiness[]): boolean {
  const key = factNeeds[id];
  if (key !== undefined) return businesses.some(({ values }) => (values[key] ?? '') !== '');
  return (
    id !== 'count.specified' ||
    businesses.some(({ specified }) => specified !== null && specified !== 'unknown')
  );
}

/** The values of all questions that a definition wants filled in. */
export function prefillOf(
  definition: SurveyDefinition,
  businesses: readonly FactBusiness[],
): readonly Prefilled[] {
  return definition.questions.flatMap(({ key, label, prefill }): readonly Prefilled[] => {
    if (prefill === undefined) return [];
    const { ground, counts } = facts[prefill];
    if (!isSaid(prefill, businesses))
      return [{ question: key, label, value: '', ground: '台帳からは分かりません' }];
    return [{ question: key, label, value: String(businesses.filter(counts).length), ground }];
  });
}
