/** Answers → tables: counted, made into shares and indexes, and cleared of what may not be shown. */
import type { SurveyColumns } from '../columns.ts';
import { sizesOf as groupSizes } from '../count/sizes.ts';
import type { AskedQuestion } from '../definition/questions.ts';
import { indexTenths, type Rounding } from '../index/index-value.ts';
import { shareTenths, tenths } from '../index/round.ts';
import type { Dominance } from '../protect/dominance.ts';
import type { EarlierTables, Nesting } from '../protect/of-tables.ts';
import { ofScores } from '../weight/interval.ts';
import { amountFigures } from './amounts.ts';
import { type Counted, countAll, countsAt, tableOfN } from './counted.ts';
import { type Hiding, hiding, type WeightedAt } from './hiding.ts';
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
  /** When an amount stands for one business; absent: nothing is hidden for that. */
  readonly dominance?: Dominance | undefined;
  readonly rounding: Rounding;
  /** One weight a row; absent: unweighted alone. */
  readonly weights?: Float64Array;
  /** Dimensions by which the weights were made. */
  readonly weightsBy?: readonly string[];
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

/** All tables of all questions but those answered freely. */
export function tabulate(input: TabulateInput): Tabulated {
  const layouts = [[], ...input.layouts.filter((by) => by.length > 0)];
  const counted = countAll(input, layouts);
  const hide = hiding(input, layouts, counted);
  const tables: QuestionTables[] = [];
  const shown = new Map<string, EarlierTables>();
  let recoverable = 0;
  const sizes = new Map(layouts.map((by) => [by.join('*'), groupSizes(input.columns, by).n]));
  const sizesOf = (one: Counted): Float64Array =>
    sizes.get(tableOfN(one).by.join('*')) ?? new Float64Array(0);
  for (const question of input.questions) {
    const own = counted.get(question.key);
    if (own === undefined) continue;
    const found = hide(question);
    shown.set(question.key, found.shown);
    recoverable += found.recoverable.length;
    tables.push({
      question,
      tables: own.map((one) => tableOf(input, question, one, found, sizesOf(one))),
      small: found.small,
      complement: found.complement,
    });
  }
  return { tables, shown, recoverable };
}

function tableOf(
  input: TabulateInput,
  question: AskedQuestion,
  counted: Counted,
  protection: Hiding,
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
      // That a single firm of an industry took part is nobody's business either, and is computed from the n of all others.
      n: hidden === undefined ? n : null,
      hidden,
    };
    return hidden !== undefined || n === 0
      ? { ...head, ...nothing }
      : { ...head, ...figures(input, question, counted, at, n, protection.mayWeigh) };
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
  mayWeigh: WeightedAt,
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
      weighted === null || weightedN <= 0 || !mayWeigh(counted.plain.by, counted.plain.groups[at] ?? [], n)
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

/** Shares are given to a tenth, as all shares are. */
const stepOf = ({ type, roundTo }: AskedQuestion): number => (type === 'percent' ? 0.1 : roundTo);
