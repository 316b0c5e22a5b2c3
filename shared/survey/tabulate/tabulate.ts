/** Answers → tables: counted, made into shares and indexes, and cleared of what may not be shown. */
import type { SurveyColumns } from '../columns.ts';
import { countMany, type GroupCounts, type GroupNumbers, numbersOf } from '../count/count.ts';
import { addTotals, cubeOf, leavesOf } from '../count/cube.ts';
import { questionTypes } from '../definition/question-types.ts';
import type { AskedQuestion } from '../definition/questions.ts';
import { indexTenths, type Rounding } from '../index/index-value.ts';
import { shareTenths, tenths } from '../index/round.ts';
import type { HiddenWhy } from '../protect/model.ts';
import type { Nesting, ProtectedTables } from '../protect/of-tables.ts';
import { cellId, type EarlierTables, protectTables, type TableOfN } from '../protect/of-tables.ts';
import { ofScores } from '../weight/interval.ts';
import { amountFigures } from './amounts.ts';
import type { Cell, QuestionTable, QuestionTables } from './model.ts';

export interface TabulateInput {
  readonly columns: SurveyColumns;
  readonly questions: readonly AskedQuestion[];
  /** Dimensions of each table; the one without any is always made. */
  readonly layouts: readonly (readonly string[])[];
  /** Labels of the options of a dimension. */
  labelOf(dimension: string, option: number): string;
  readonly nesting: readonly Nesting[];
  readonly minN: number;
  /** Smaller groups that all answered alike are hidden. */
  readonly unanimousBelow: number;
  readonly rounding: Rounding;
  /** One weight a row; absent: unweighted alone. */
  readonly weights?: Float64Array;
  /** What an earlier edition of the same wave has shown, by question. */
  readonly earlier?: ReadonlyMap<string, EarlierTables>;
  /** Groups whose answers the reader knows (`protect/of-tables.ts`). */
  readonly known?: readonly string[];
}

export interface Tabulated {
  readonly tables: readonly QuestionTables[];
  /** What readers of this edition know, by question; kept with it. */
  readonly shown: ReadonlyMap<string, EarlierTables>;
  /** Cells that an earlier edition gives away whatever is hidden now. */
  readonly recoverable: number;
}

/** One table of one question as it was counted. */
type Counted =
  | {
      readonly kind: 'options';
      /** One option an answer, not several. */
      readonly isOne: boolean;
      readonly plain: GroupCounts;
      readonly weighted: GroupCounts | null;
    }
  | { readonly kind: 'numbers'; readonly numbers: GroupNumbers; readonly n: Float64Array };

const tableOfN = (counted: Counted): TableOfN =>
  counted.kind === 'options'
    ? counted.plain
    : { by: counted.numbers.by, groups: counted.numbers.groups, n: counted.n };

/** All tables of all questions but those answered freely. */
export function tabulate(input: TabulateInput): Tabulated {
  const layouts = [[], ...input.layouts.filter((by) => by.length > 0)];
  const counted = countAll(input, layouts);
  const tables: QuestionTables[] = [];
  const shown = new Map<string, EarlierTables>();
  let recoverable = 0;
  const sizes = new Map(layouts.map((by) => [by.join('*'), groupSizes(input.columns, by)]));
  const sizesOf = (one: Counted): Float64Array =>
    sizes.get(tableOfN(one).by.join('*')) ?? new Float64Array(0);
  for (const question of input.questions) {
    const own = counted.get(question.key);
    if (own === undefined) continue;
    const earlier = input.earlier?.get(question.key);
    const protection = protectTables({
      tables: own.map(tableOfN),
      nesting: input.nesting,
      minN: input.minN,
      sensitive: unanimous(own, input),
      ...(earlier === undefined ? {} : { earlier }),
      ...(input.known === undefined ? {} : { known: input.known }),
    });
    shown.set(question.key, protection.shown);
    recoverable += protection.recoverable.length;
    tables.push({
      question,
      tables: own.map((one) => tableOf(input, question, one, protection, sizesOf(one))),
      small: protection.small,
      complement: protection.complement,
    });
  }
  return { tables, shown, recoverable };
}

/** Businesses of each group, whatever they answered. */
function groupSizes(columns: SurveyColumns, by: readonly string[]): Float64Array {
  const cube = cubeOf(columns, by);
  const sizes = new Float64Array(cube.size);
  for (const leaf of leavesOf(cube, columns.rows)) sizes[leaf] = (sizes[leaf] ?? 0) + 1;
  addTotals(cube, sizes, 1);
  return sizes;
}

/** Groups of which a figure would tell what every single firm answered to a question of one answer. */
function unanimous(
  tables: readonly Counted[],
  { nesting, minN, unanimousBelow }: TabulateInput,
): ReadonlyMap<string, HiddenWhy> {
  const found = new Map<string, HiddenWhy>();
  for (const counted of tables) {
    if (counted.kind === 'numbers' || !counted.isOne) continue;
    const { by, groups, n } = counted.plain;
    groups.forEach((group, at) => {
      const size = n[at] ?? 0;
      if (size < minN || size >= unanimousBelow) return;
      if (countsAt(counted.plain, at).includes(size)) found.set(cellId(by, group, nesting), 'unanimous');
    });
  }
  return found;
}

function countAll(
  { columns, questions, weights }: TabulateInput,
  layouts: readonly (readonly string[])[],
): ReadonlyMap<string, readonly Counted[]> {
  const found = new Map<string, Counted[]>();
  const add = (key: string, counted: Counted): void => {
    const own = found.get(key);
    if (own === undefined) found.set(key, [counted]);
    else own.push(counted);
  };
  const withOptions = questions.filter(({ type }) => questionTypes[type].hasOptions).map(({ key }) => key);
  const numbers = questions.filter(({ type }) => questionTypes[type].column === 'number');
  for (const by of layouts) {
    const plain = countMany(columns, withOptions, by);
    const weighted = weights === undefined ? null : countMany(columns, withOptions, by, weights);
    for (const [key, counts] of plain)
      add(key, {
        kind: 'options',
        isOne: columns.columns.get(key)?.kind === 'choice',
        plain: counts,
        weighted: weighted?.get(key) ?? null,
      });
    for (const { key } of numbers) {
      const own = numbersOf(columns, key, by);
      add(key, {
        kind: 'numbers',
        numbers: own,
        n: Float64Array.from(own.values, (values) => values.length),
      });
    }
  }
  return found;
}

function tableOf(
  input: TabulateInput,
  question: AskedQuestion,
  counted: Counted,
  protection: ProtectedTables,
  sizes: Float64Array,
): QuestionTable {
  const { by, groups } = tableOfN(counted);
  const cells = groups.map((group, at): Cell => {
    const n = tableOfN(counted).n[at] ?? 0;
    const size = sizes[at] ?? 0;
    // That none of two firms answered tells of both.
    const hidden =
      protection.why(by, group) ?? (n === 0 && size > 0 && size < input.minN ? 'small' : undefined);
    const head = {
      group,
      labels: group.map((option, place) => (option < 0 ? '' : input.labelOf(by[place] ?? '', option))),
      // That a single firm of an industry took part is nobody's business either.
      n: hidden !== undefined && n < input.minN ? null : n,
      hidden,
    };
    return hidden !== undefined || n === 0
      ? { ...head, ...nothing }
      : { ...head, ...figures(input, question, counted, at, n) };
  });
  return { question, by, cells };
}

const nothing = {
  counts: null,
  shares: null,
  index: null,
  interval: null,
  weighted: null,
  amounts: null,
} as const;

function figures(
  { rounding }: TabulateInput,
  question: AskedQuestion,
  counted: Counted,
  at: number,
  n: number,
): Omit<Cell, 'group' | 'labels' | 'n' | 'hidden'> {
  if (counted.kind === 'numbers')
    return { ...nothing, amounts: amountFigures(counted.numbers.values[at] ?? [], stepOf(question)) };
  const counts = countsAt(counted.plain, at);
  const hasIndex = question.rule !== null && question.type === 'choice';
  const indexOf = (of: readonly number[], whole: number): number | null =>
    hasIndex ? indexTenths(question.indexWeights, of, whole, rounding) : null;
  const { weighted } = counted;
  const weightedN = weighted?.weightedN[at] ?? 0;
  const weightedCounts = weighted === null ? [] : countsAt(weighted, at);
  return {
    counts,
    shares: counts.map((count) => shareTenths(count, n)),
    index: indexOf(counts, n),
    interval: hasIndex ? intervalOf(question, counts, n) : null,
    weighted:
      weighted === null || weightedN <= 0
        ? null
        : {
            shares: weightedCounts.map((count) => shareTenths(count, weightedN)),
            index: indexOf(weightedCounts, weightedN),
          },
    amounts: null,
  };
}

/** 95 % interval of an index in tenths; null for few answers, and where all answered alike. */
function intervalOf(
  { indexWeights }: AskedQuestion,
  counts: readonly number[],
  n: number,
): readonly [number, number] | null {
  const found = ofScores(
    indexWeights.map((weight) => weight * 100),
    counts,
    n,
  );
  return found === undefined ? null : [tenths(found.low), tenths(found.high)];
}

const countsAt = ({ counts, options }: GroupCounts, at: number): readonly number[] =>
  Array.from(counts.subarray(at * options.length, (at + 1) * options.length));

/** Shares are given to a tenth, as all shares are. */
const stepOf = ({ type, roundTo }: AskedQuestion): number => (type === 'percent' ? 0.1 : roundTo);
