/** Response rates by region and industry, against the number of answers that makes a result usable. */
import { sizesOf } from '../count/sizes.ts';
import type { SurveyDefinition } from '../definition/schema.ts';
import { takenApart } from '../protect/apart.ts';
import type { HiddenWhy } from '../protect/model.ts';
import { type Nesting, protectTables, unplacedPart } from '../protect/of-tables.ts';
import { type CountsFile, countOf } from '../read/counts-file.ts';
import type { ReadAnswers } from '../read/read-answers.ts';
import type { ResponseRow } from './model.ts';

function answeredBy({ columns }: ReadAnswers, dimension: string): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const column = columns.columns.get(dimension);
  if (column?.kind !== 'choice') return counts;
  for (const code of column.codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

const isOpen = (definition: SurveyDefinition, key: string): boolean =>
  definition.dimensions.some((one) => one.key === key && one.values !== undefined);

/** Which counts of answers may not be told: small ones, and those from which they can be computed. */
export interface HiddenCounts {
  /** @param dimension '' for all answers together */
  why(dimension: string, option: number): HiddenWhy | undefined;
  /** True where the number of answers without a dimension may be told. */
  tellsUnplaced(dimension: string): boolean;
}

export function hiddenCounts(
  { columns }: Pick<ReadAnswers, 'columns'>,
  dimensions: readonly string[],
  nesting: readonly Nesting[],
  minN: number,
): HiddenCounts {
  const layouts = [[], ...dimensions.map((key) => [key])];
  const seen = nesting.some(({ outer }) => dimensions.includes(outer));
  const apart = seen ? takenApart(columns, nesting) : undefined;
  const tables = layouts.map((by) => sizesOf(apart?.columns ?? columns, by));
  const found = protectTables({ tables, nesting: apart?.nesting ?? nesting, minN });
  return {
    why: (dimension, option) => {
      if (dimension === '') return found.why([], []);
      return apart?.inPieces.get(dimension)?.has(option) === true
        ? 'complement'
        : found.why([dimension], [option]);
    },
    tellsUnplaced: (dimension) =>
      !found.shown.hidden.some((id) => id.split('|').includes(unplacedPart(dimension))),
  };
}

/** The whole first, then every dimension that a table is broken down by. */
export function responsesOf(
  definition: SurveyDefinition,
  answers: ReadAnswers,
  asked: CountsFile | null,
  layouts: readonly (readonly string[])[],
  region: string,
  hidden: HiddenCounts,
): readonly ResponseRow[] {
  // The targets of industries are those of the whole survey: no single chamber has a hundred of each.
  const isRegion = (key: string): boolean =>
    definition.dimensions.some((one) => one.key === key && one.region !== undefined);
  const targetOf = (key: string): number | null =>
    region === '' || isRegion(key) ? (definition.targets[key] ?? null) : null;
  const rows: ResponseRow[] = [
    {
      dimension: '',
      label: '合計',
      answered: answers.rows.counted,
      hidden: hidden.why('', -1),
      asked: asked === null ? null : countOf(asked, [], []),
      target: definition.targets[region === '' ? 'total' : region] ?? null,
    },
  ];
  for (const key of new Set(layouts.flat())) {
    const counts = answeredBy(answers, key);
    (answers.dimensions.get(key)?.labels ?? []).forEach((label, option) => {
      const answered = counts.get(option) ?? 0;
      const ofGroup = asked === null ? null : countOf(asked, [key], [option]);
      // Of 47 prefectures only those that somebody asked or answered in.
      if (answered === 0 && (ofGroup ?? 0) === 0 && isOpen(definition, key)) return;
      rows.push({
        dimension: key,
        label,
        answered,
        hidden: hidden.why(key, option),
        asked: ofGroup,
        target: targetOf(key),
      });
    });
    for (const { dimension, name } of asked?.strange ?? [])
      if (dimension === key)
        rows.push({
          dimension: key,
          label: name,
          answered: 0,
          hidden: undefined,
          asked: null,
          target: targetOf(key),
        });
  }
  return rows;
}

/** Regions and industries that were asked, or belong to a fixed list, and did not answer at all. */
export function regionsWithout(
  definition: SurveyDefinition,
  answers: ReadAnswers,
  asked: CountsFile | null,
  dimensions: readonly string[],
): readonly { readonly dimension: string; readonly names: readonly string[] }[] {
  return dimensions.flatMap((key) => {
    const counts = answeredBy(answers, key);
    const names = (answers.dimensions.get(key)?.labels ?? []).filter((_, option) => {
      if ((counts.get(option) ?? 0) > 0) return false;
      return !isOpen(definition, key) || (asked !== null && (countOf(asked, [key], [option]) ?? 0) > 0);
    });
    const strange = (asked?.strange ?? [])
      .filter(({ dimension }) => dimension === key)
      .map(({ name }) => name);
    const all = [...names, ...new Set(strange)];
    return all.length === 0 ? [] : [{ dimension: key, names: all }];
  });
}
