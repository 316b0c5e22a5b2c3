/** Weights of a report from population counts, or in words why there are none. */
import { describe } from '../../issue/messages.ts';
import type { SurveyColumns } from '../columns.ts';
import type { CountsFile } from '../read/counts-file.ts';
import { type Margin, postStratify } from '../weight/post-stratify.ts';

export interface Weighed {
  readonly values: Float64Array | null;
  /** Why the answers are not weighted; null where they are. */
  readonly off: string | null;
}

/** Reasons that are said one by one. */
const mostReasons = 3;

/** @param labelOf label of an option, for the words */
export function weigh(
  columns: SurveyColumns,
  population: CountsFile,
  labelOf: (dimension: string, option: number) => string,
): Weighed {
  if (population.issues.length > 0 || population.strange.length > 0)
    return { values: null, off: '母集団の事業者数の表に、読めない行があります。' };
  const by = population.dimensions;
  const margin: Margin = {
    by,
    groups: population.rows.map(({ options, count }) => ({
      group: by.map((key) => options.get(key) ?? -1),
      count,
    })),
  };
  const found = postStratify(columns, [margin]);
  if (found.on) return { values: found.weights, off: null };
  const labels = new Map(
    by.flatMap((key): [string, string][] => {
      const column = columns.columns.get(key);
      return column?.kind === 'choice'
        ? column.options.map((code, option): [string, string] => [code, labelOf(key, option)])
        : [];
    }),
  );
  const inWords = (name: string): string =>
    name
      .split('・')
      .map((code) => labels.get(code) ?? code)
      .join('・');
  const reasons = found.reasons.slice(0, mostReasons).map((reason) => {
    const { group } = reason.params;
    const named =
      group === undefined
        ? reason
        : { ...reason, params: { ...reason.params, group: inWords(String(group)) } };
    return describe(named, (key) => key).message;
  });
  const more = found.reasons.length - reasons.length;
  return { values: null, off: `${reasons.join('')}${more > 0 ? `ほかに ${more} つの理由があります。` : ''}` };
}
