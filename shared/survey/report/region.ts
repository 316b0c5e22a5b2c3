/** The answers of one region, read as if there were no others. */
import { type Issue, issue } from '../../issue/issue.ts';
import { foldHeader } from '../../response/columns.ts';
import type { SurveyDefinition } from '../definition/schema.ts';
import { type FormerAnswers, type ReadAnswers, readAnswers } from '../read/read-answers.ts';
import type { BuildReportInput, SourceFile } from './build.ts';
import { namedOptions } from './scope.ts';

/** Regions from the smallest: a name that is a prefecture's and a chamber's means the chamber's own answers. */
const regionOrder = ['chamber', 'prefecture', 'block'] as const;

/** Dimension and option of a region by its name, as far as answers name it. */
function regionIn(
  definition: SurveyDefinition,
  answers: ReadAnswers,
  name: string,
): { readonly key: string; readonly option: number } | null {
  const folded = foldHeader(name);
  for (const region of regionOrder) {
    const key = definition.dimensions.find((one) => one.region === region)?.key ?? '';
    const labels = answers.dimensions.get(key)?.labels ?? [];
    const option = labels.findIndex((label) => foldHeader(label) === folded);
    const named = option < 0 ? [] : namedOptions(answers, key);
    if (named.includes(option)) return { key, option };
  }
  return null;
}

/**
 * The answers of the region that is asked for, read as if there were no others: their values, issues and names leave no trace.
 * Null where no answer is of that region.
 */
export function readRegion(
  { definition, lists, region, port }: BuildReportInput,
  wave: string,
  source: SourceFile,
  former?: FormerAnswers,
): ReadAnswers | null {
  const given = {
    definition,
    lists,
    wave,
    ...source,
    ...(former === undefined ? {} : { former }),
    ...(port === undefined ? {} : { port }),
  };
  const all = readAnswers(given);
  if (region === undefined) return all;
  const place = regionIn(definition, all, region);
  const column = place === null ? undefined : all.columns.columns.get(place.key);
  if (place === null || column?.kind !== 'choice') return null;
  const only = new Set(all.dataRows.filter((_, row) => column.codes[row] === place.option));
  return readAnswers({ ...given, only });
}

export function regionUnknown(
  { definition, lists, region = '', port }: BuildReportInput,
  wave: string,
  source: SourceFile,
): Issue {
  const all = readAnswers({ definition, lists, wave, ...source, ...(port === undefined ? {} : { port }) });
  const known = definition.dimensions
    .filter((one) => one.region !== undefined)
    .flatMap(({ key }) =>
      namedOptions(all, key).map((option) => all.dimensions.get(key)?.labels[option] ?? ''),
    );
  return issue('survey.region-unknown', 'error', '', {
    params: { name: region, known: known.slice(0, 60).join('、') },
  });
}
