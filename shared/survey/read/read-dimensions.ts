/** The dimensions of a file, one column each; those that follow from another (ブロック from 都道府県) are worked out. */
import type { CodeList } from '../../fields/catalogue.ts';
import { issue } from '../../issue/issue.ts';
import { cleanText } from '../../text/clean.ts';
import type { SurveyColumn } from '../columns.ts';
import type { SurveyDefinition, SurveyDimension } from '../definition/schema.ts';
import type { ReportAnswer } from './answer-cells.ts';
import { choiceColumn } from './builders.ts';
import { dimensionOptions, groupOfMember } from './dimensions.ts';
import { optionReader } from './options.ts';
import { fillOuter } from './regions.ts';

export interface Labelled {
  readonly codes: readonly string[];
  readonly labels: readonly string[];
  /** False: neither the file nor another dimension says anything of it. */
  readonly isGiven: boolean;
}

interface Coded {
  readonly codes: readonly string[];
  readonly labels: readonly string[];
  readonly values: readonly number[];
}

/** Whatever is named, in the order of the names; a blank is nobody's name. */
function openValues(cells: readonly string[]): Coded {
  const texts = cells.map((cell) => cleanText(cell, false));
  const codes = [...new Set(texts.filter((text) => text !== ''))].sort();
  const places = new Map(codes.map((code, at): [string, number] => [code, at]));
  return { codes, labels: codes, values: texts.map((text) => places.get(text) ?? -1) };
}

/** Reads the dimensions into `columns`. An answer that does not say belongs to no group and counts in totals alone. */
export function readDimensions(
  definition: SurveyDefinition,
  lists: ReadonlyMap<string, CodeList>,
  places: ReadonlyMap<string, number>,
  cellsOf: (at: number | undefined) => readonly string[],
  report: ReportAnswer,
  columns: Map<string, SurveyColumn>,
): ReadonlyMap<string, Labelled> {
  const read = new Map<string, Labelled>();
  const texts = new Map<string, readonly string[]>();
  for (const dimension of definition.dimensions) {
    const at = places.get(dimension.key);
    const from = dimension.groups?.of;
    const derived = at === undefined && from !== undefined ? texts.get(from) : undefined;
    const cells = derived === undefined ? cellsOf(at) : derived.map(memberReader(dimension, lists));
    const options = dimensionOptions(dimension, lists);
    const listed =
      options === null
        ? openValues(cells)
        : listedValues(dimension, options, cells, report, derived === undefined);
    const { codes, labels } = listed;
    const inner = at === undefined ? undefined : regionWithin(definition, dimension, places);
    const values =
      inner === undefined
        ? listed.values
        : fillOuter(
            {
              inner: {
                label: inner.label,
                // A prefecture has been read before a block that is typed; a chamber is whatever is named.
                values:
                  texts.get(inner.key) ??
                  cellsOf(places.get(inner.key)).map((text) => cleanText(text, false)),
              },
              outer: { key: dimension.key, label: dimension.label, labels, values: listed.values },
            },
            report,
          );
    const isGiven = at !== undefined || derived !== undefined;
    columns.set(dimension.key, choiceColumn(codes, values));
    texts.set(
      dimension.key,
      values.map((value) => codes[value] ?? ''),
    );
    read.set(dimension.key, { codes, labels, isGiven });
  }
  return read;
}

/** The next smaller region of which the file has a column. */
function regionWithin(
  { dimensions }: SurveyDefinition,
  { region }: SurveyDimension,
  places: ReadonlyMap<string, number>,
): SurveyDimension | undefined {
  if (region !== 'prefecture' && region !== 'block') return undefined;
  const smaller = region === 'block' ? (['prefecture', 'chamber'] as const) : (['chamber'] as const);
  return smaller
    .map((one) => dimensions.find((dimension) => dimension.region === one && places.has(dimension.key)))
    .find((one) => one !== undefined);
}

function memberReader(
  dimension: SurveyDimension,
  lists: ReadonlyMap<string, CodeList>,
): (member: string) => string {
  const groups = groupOfMember(dimension, lists);
  return (member) => groups.get(member) ?? '';
}

function listedValues(
  dimension: SurveyDimension,
  options: NonNullable<ReturnType<typeof dimensionOptions>>,
  cells: readonly string[],
  report: ReportAnswer,
  isTyped: boolean,
): Coded {
  const reader = optionReader(options);
  const values = cells.map((cell, at) => {
    const text = cell.trim();
    if (text === '') return -1;
    const found = reader.find(text);
    if (found < 0 && isTyped)
      report(
        at,
        issue('survey.dimension-unknown', 'warning', dimension.key, {
          value: text,
          params: {
            dimension: dimension.label,
            expected: options.length > 12 ? '' : options.map(({ label }) => label).join('、'),
          },
        }),
      );
    return found;
  });
  return { codes: options.map(({ code }) => code), labels: options.map(({ label }) => label), values };
}
