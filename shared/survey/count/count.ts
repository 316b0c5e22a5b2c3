/** Counts answers by groups: one pass over typed arrays for several questions, totals made afterwards from the groups. */
import type { ChoiceColumn, ChoicesColumn, SurveyColumns } from '../columns.ts';
import { addTotals, type Cube, checkCodes, cubeOf, groupsOf, leavesOf } from './cube.ts';
import { packsOf, tallyChoices, tallyPack, tallyWeighted, widthOf } from './tally.ts';

/** How often each option was chosen, by group. */
export interface GroupCounts {
  readonly by: readonly string[];
  /** Option index per dimension; −1 in a dimension is its total (`groupNumber` finds one). */
  readonly groups: readonly (readonly number[])[];
  readonly options: readonly string[];
  /** Businesses that answered the question, unweighted: what disclosure control looks at. */
  readonly n: Float64Array;
  /** Group-major: `counts[group * options.length + option]`; weighted where weights were given. */
  readonly counts: Float64Array;
  /** Sum of the weights of those who answered; `n` where no weights were given. */
  readonly weightedN: Float64Array;
}

type Counted = ChoiceColumn | ChoicesColumn;

function questionOf(columns: SurveyColumns, key: string): Counted {
  const column = columns.columns.get(key);
  if (column?.kind === 'choice') {
    checkCodes(column, columns.rows);
    return column;
  }
  if (column?.kind !== 'choices') throw new TypeError(`question ${key} has no options to count`);
  if (column.options.length > 32) throw new RangeError(`question ${key} has more than 32 options`);
  return column;
}

/** Counts of one question by the dimensions of `by`; `[]` counts all together. */
export function countGroups(
  columns: SurveyColumns,
  question: string,
  by: readonly string[],
  weights?: Float64Array,
): GroupCounts {
  const counted = countMany(columns, [question], by, weights).get(question);
  if (counted === undefined) throw new TypeError(`question ${question} was not counted`);
  return counted;
}

/** Counts of several questions by the same dimensions: the groups of the rows are worked out once. */
export function countMany(
  columns: SurveyColumns,
  questions: readonly string[],
  by: readonly string[],
  weights?: Float64Array,
): ReadonlyMap<string, GroupCounts> {
  if (weights !== undefined && weights.length !== columns.rows)
    throw new RangeError(`${weights.length} weights for ${columns.rows} rows`);
  const cube = cubeOf(columns, by);
  const groups = groupsOf(cube);
  const leaves = leavesOf(cube, columns.rows);
  const counted = questions.map((key) => ({ key, ...questionOf(columns, key) }));
  const tables = new Map<string, Float64Array>();
  const lists = counted.filter((question) => question.kind === 'choice');
  for (const pack of packsOf(lists, cube.size, columns.rows)) {
    const apart = tallyPack(pack, leaves, cube.size);
    pack.forEach(({ key }, at) => {
      tables.set(key, apart[at] ?? new Float64Array(0));
    });
  }
  const found = new Map<string, GroupCounts>();
  for (const question of counted) {
    const width = widthOf(question);
    const plain =
      question.kind === 'choices'
        ? tallyChoices(question, leaves, cube.size)
        : (tables.get(question.key) ?? new Float64Array(0));
    addTotals(cube, plain, width);
    const n = answered(question, cube, plain, width);
    const table = weights === undefined ? plain : tallyWeighted(question, leaves, cube.size, weights);
    if (weights !== undefined) addTotals(cube, table, width);
    found.set(question.key, {
      by,
      groups,
      options: question.options,
      n,
      counts: withoutFirst(cube, table, width),
      weightedN: weights === undefined ? n : answered(question, cube, table, width),
    });
  }
  return found;
}

/** Who answered: all options of a list together; of several options the first column, since one may choose none or many. */
function answered(question: Counted, cube: Cube, table: Float64Array, width: number): Float64Array {
  const n = new Float64Array(cube.size);
  for (let group = 0; group < cube.size; group++) {
    const first = group * width;
    let sum = question.kind === 'choices' ? (table[first] ?? 0) : 0;
    if (question.kind === 'choice') for (let at = first + 1; at < first + width; at++) sum += table[at] ?? 0;
    n[group] = sum;
  }
  return n;
}

function withoutFirst(cube: Cube, table: Float64Array, width: number): Float64Array {
  const counts = new Float64Array(cube.size * (width - 1));
  for (let group = 0; group < cube.size; group++)
    counts.set(table.subarray(group * width + 1, (group + 1) * width), group * (width - 1));
  return counts;
}

export { type GroupNumbers, numbersOf } from './numbers.ts';
