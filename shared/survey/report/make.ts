/** Makes a report of read answers: tables of this wave and of those it is compared with, and the facts of the method note. */
import type { CodeList } from '../../fields/catalogue.ts';
import { type Others, type ShownIndexes, shownIndexes } from '../compare/compare.ts';
import { type AskedQuestion, questionsOf } from '../definition/questions.ts';
import type { SurveyDefinition } from '../definition/schema.ts';
import { waveBefore, waveYearBefore } from '../definition/waves.ts';
import { type EarlierTables, type Nesting, nestingOf } from '../protect/of-tables.ts';
import type { Beside } from '../read/beside.ts';
import type { CountsFile } from '../read/counts-file.ts';
import type { ReadAnswers } from '../read/read-answers.ts';
import { totalOf } from '../tabulate/model.ts';
import { type Tabulated, type TabulateInput, tabulate } from '../tabulate/tabulate.ts';
import { freeAnswers } from '../text/free-answers.ts';
import { type Insider, withOwn } from './insider.ts';
import type { SurveyReport } from './model.ts';
import { hiddenCounts, regionsWithout, responsesOf } from './responses.ts';
import { scopeOf } from './scope.ts';
import { trendOf } from './trend.ts';

export interface MakeReportInput {
  readonly definition: SurveyDefinition;
  readonly lists: ReadonlyMap<string, CodeList>;
  readonly answers: ReadAnswers;
  /** Other waves, in any order; those of the wave before and of the year before are compared. */
  readonly waves: readonly ReadAnswers[];
  readonly layouts: readonly (readonly string[])[];
  readonly minN: number;
  readonly beside: Beside | null;
  readonly asked: CountsFile | null;
  /** Weights of the rows, or why there are none; null: nobody asked for them. */
  readonly weights: {
    readonly values: Float64Array | null;
    readonly by: readonly string[];
    readonly off: string | null;
  } | null;
  /** Names that free answers must not give away. */
  readonly names: readonly string[];
  /** What earlier editions have shown, by wave and question. */
  readonly shown?: (wave: string, answers: ReadAnswers) => ReadonlyMap<string, EarlierTables>;
  /** A region whose answers the reader knows: the tables are then for him alone. */
  readonly insider?: Insider;
}

export interface MadeReport {
  readonly report: SurveyReport;
  readonly shown: ReadonlyMap<string, EarlierTables>;
}

/** Regions within regions, as the answers place them; those that an answer places twice are left to stand alone. */
function nestingsOf(definition: SurveyDefinition, { columns, dimensions }: ReadAnswers): readonly Nesting[] {
  const order = ['chamber', 'prefecture', 'block'];
  const regions = definition.dimensions
    .filter(({ key, region }) => region !== undefined && dimensions.get(key)?.isGiven === true)
    .sort((a, b) => order.indexOf(a.region ?? '') - order.indexOf(b.region ?? ''))
    .map(({ key }) => key);
  return regions.flatMap((inner, at) => {
    const outer = regions[at + 1];
    return outer === undefined ? [] : (nestingOf(columns, inner, outer) ?? []);
  });
}

function tabulated(input: MakeReportInput, answers: ReadAnswers, isNow: boolean): Tabulated {
  const { definition, layouts, minN, weights } = input;
  const earlier = input.shown?.(answers.wave, answers);
  const given: TabulateInput = {
    columns: answers.columns,
    questions: questionsOf(definition, answers.wave).filter(({ key }) => answers.asked.has(key)),
    layouts: layouts.filter((by) => by.every((key) => answers.dimensions.get(key)?.isGiven === true)),
    labelOf: (dimension, option) => answers.dimensions.get(dimension)?.labels[option] ?? '',
    nesting: nestingsOf(definition, answers),
    minN,
    unanimousBelow: definition.unanimousBelow,
    rounding: definition.rounding,
    dominance: definition.dominance,
    ...(isNow && weights?.values != null ? { weights: weights.values, weightsBy: weights.by } : {}),
    ...(earlier === undefined ? {} : { earlier }),
  };
  return tabulate(input.insider === undefined ? given : withOwn(given, answers, input.insider));
}

/** Question → the one that asks its outlook. */
function outlooksOf(questions: readonly AskedQuestion[]): ReadonlyMap<string, string> {
  return new Map(
    questions.flatMap(({ key, outlookOf }): [string, string][] =>
      outlookOf === undefined ? [] : [[outlookOf, key]],
    ),
  );
}

export function makeReport(input: MakeReportInput): MadeReport {
  const { definition, answers, minN } = input;
  const { wave } = answers;
  const questions = questionsOf(definition, wave);
  const now = tabulated(input, answers, true);
  const waves = new Map(
    input.waves.map((other): [string, Tabulated] => [other.wave, tabulated(input, other, false)]),
  );
  const indexes = (name: string | null): ShownIndexes | null => {
    const found = name === null ? undefined : waves.get(name);
    return found === undefined ? null : shownIndexes(found.tables);
  };
  const [beforeWave, yearBeforeWave] = [
    waveBefore(definition.wave, wave),
    waveYearBefore(definition.wave, wave),
  ];
  // A survey that is asked once in a while, or whose wave nobody says, is compared with whatever wave is given.
  const isLoose = definition.wave === 'once' || wave === '';
  const last = isLoose ? (input.waves[input.waves.length - 1]?.wave ?? null) : beforeWave;
  const others: Others = {
    before: indexes(last),
    yearBefore: indexes(yearBeforeWave),
    now: shownIndexes(now.tables),
    outlooks: outlooksOf(questions.filter(({ key }) => answers.asked.has(key))),
  };
  const free = questions
    .filter(({ key, type }) => type === 'text' && answers.asked.has(key))
    .map((question) => freeAnswers(answers.columns, question, minN, input.names));
  const scope = scopeOf(definition, answers);
  const dimensions = [...new Set(input.layouts.flat())];
  const hidden = hiddenCounts(answers, dimensions, nestingsOf(definition, answers), minN);
  const report: SurveyReport = {
    definition,
    wave,
    scope: scope.name,
    isRegional:
      scope.isRegional ||
      definition.dimensions.some(({ key, region }) => region !== undefined && dimensions.includes(key)),
    tables: now.tables,
    layouts: input.layouts,
    others,
    beforeWave: others.before === null ? null : last,
    yearBeforeWave: others.yearBefore === null ? null : yearBeforeWave,
    beside: input.beside?.figures ?? new Map(),
    free,
    trend: trendOf(definition.wave, questions, waves, now, wave),
    responses: responsesOf(definition, answers, input.asked, input.layouts, scope.region, hidden),
    weights: input.weights,
    minN,
    period: answers.period,
    counted: answers.rows.counted,
    rows: answers.rows,
    without: dimensions
      .map((dimension) => ({ dimension, count: withoutOf(answers, dimension) }))
      .filter(({ count }) => count > 0)
      .map(({ dimension, count }) => ({ dimension, count: hidden.tellsUnplaced(dimension) ? count : null })),
    regionsWithout: regionsWithout(definition, answers, input.asked, dimensions),
    recoverable: now.recoverable,
    issues: answers.issues,
    listNotes: listNotes(input, dimensions),
    allHidden: now.tables.every(({ tables }) =>
      tables.every(
        (table) =>
          (totalOf(table)?.hidden ?? 'small') !== undefined &&
          table.cells.every(({ hidden, n }) => hidden !== undefined || n === 0),
      ),
    ),
  };
  return { report, shown: now.shown };
}

function withoutOf({ columns }: ReadAnswers, dimension: string): number {
  const column = columns.columns.get(dimension);
  return column?.kind === 'choice' ? column.codes.reduce((sum, code) => (code < 0 ? sum + 1 : sum), 0) : 0;
}

/** What is open about the code lists by which the tables are broken down. */
function listNotes({ definition, lists }: MakeReportInput, dimensions: readonly string[]): readonly string[] {
  return definition.dimensions.flatMap(({ key, groups }) => {
    const list = groups === undefined || !dimensions.includes(key) ? undefined : lists.get(groups.list);
    return list?.verified === false && list.note !== undefined ? [list.note] : [];
  });
}
