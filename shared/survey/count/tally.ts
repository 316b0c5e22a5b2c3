/**
 * The loops over rows. Adding one to a cell waits for the last addition to the same cell, and in survey tables that is nearly
 * always a recent one; so up to three questions are counted jointly with one addition a row, and taken apart afterwards.
 */
import type { ChoiceColumn, ChoicesColumn } from '../columns.ts';

/** Joint tables above this size leave the cache, and joint counting loses what it won. */
const mostCells = 65_536;

/** One column more than options: the first holds who did not answer. */
export const widthOf = ({ options }: { readonly options: readonly string[] }): number => options.length + 1;

/** Splits questions into packs that are counted jointly, in order. */
export function packsOf<T extends ChoiceColumn>(
  questions: readonly T[],
  groups: number,
  rows: number,
): readonly (readonly T[])[] {
  const limit = Math.min(mostCells, rows / 4);
  const packs: T[][] = [];
  let size = 0;
  for (const question of questions) {
    const pack = packs[packs.length - 1];
    size *= widthOf(question);
    if (pack !== undefined && pack.length < 3 && size <= limit) pack.push(question);
    else {
      packs.push([question]);
      size = groups * widthOf(question);
    }
  }
  return packs;
}

/** Counts a pack; one table a question, `groups` × its width. `leaves` are the groups of the rows. */
export function tallyPack(
  pack: readonly ChoiceColumn[],
  leaves: Int32Array,
  groups: number,
): readonly Float64Array[] {
  const widths = pack.map(widthOf);
  const joint = new Int32Array(widths.reduce((size, width) => size * width, groups));
  const [a, b, c] = pack.map(({ codes }) => codes);
  const [, second = 1, third = 1] = widths;
  if (a !== undefined && b !== undefined && c !== undefined)
    tallyThree(leaves, [a, b, c], [(widths[0] ?? 1) * second * third, second * third, third], joint);
  else if (a !== undefined && b !== undefined)
    tallyTwo(leaves, [a, b], [(widths[0] ?? 1) * second, second], joint);
  else if (a !== undefined) tallyOne(leaves, a, widths[0] ?? 1, joint);
  return apart(joint, widths, groups);
}

function tallyOne(leaves: Int32Array, codes: Int16Array, width: number, table: Int32Array): void {
  for (let row = 0; row < leaves.length; row++) {
    const at = (leaves[row] ?? 0) * width + (codes[row] ?? 0) + 1;
    table[at] = (table[at] ?? 0) + 1;
  }
}

function tallyTwo(
  leaves: Int32Array,
  [a, b]: readonly [Int16Array, Int16Array],
  [step, inner]: readonly [number, number],
  table: Int32Array,
): void {
  // An answer that is missing has code −1: one is added to every code, all at once.
  const none = inner + 1;
  for (let row = 0; row < leaves.length; row++) {
    const at = (leaves[row] ?? 0) * step + (a[row] ?? 0) * inner + (b[row] ?? 0) + none;
    table[at] = (table[at] ?? 0) + 1;
  }
}

function tallyThree(
  leaves: Int32Array,
  [a, b, c]: readonly [Int16Array, Int16Array, Int16Array],
  [step, middle, inner]: readonly [number, number, number],
  table: Int32Array,
): void {
  const none = middle + inner + 1;
  for (let row = 0; row < leaves.length; row++) {
    const at =
      (leaves[row] ?? 0) * step + (a[row] ?? 0) * middle + (b[row] ?? 0) * inner + (c[row] ?? 0) + none;
    table[at] = (table[at] ?? 0) + 1;
  }
}

/** One table a question out of the joint one. */
function apart(joint: Int32Array, widths: readonly number[], groups: number): readonly Float64Array[] {
  const tables = widths.map((width) => new Float64Array(groups * width));
  const places = widths.map(() => 0);
  let at = 0;
  for (let group = 0; group < groups; group++) {
    places.fill(0);
    for (let left = joint.length / groups; left > 0; left--, at++) {
      const count = joint[at] ?? 0;
      if (count > 0)
        for (let question = 0; question < widths.length; question++) {
          const table = tables[question];
          const cell = group * (widths[question] ?? 1) + (places[question] ?? 0);
          if (table !== undefined) table[cell] = (table[cell] ?? 0) + count;
        }
      // The last question turns fastest, like the wheels of a counter.
      for (let question = widths.length - 1; question >= 0; question--) {
        const next = (places[question] ?? 0) + 1;
        places[question] = next === widths[question] ? 0 : next;
        if (next !== widths[question]) break;
      }
    }
  }
  return tables;
}

/** Several options: the first column counts who answered, each further one an option. */
export function tallyChoices(
  { bits, answered, options }: ChoicesColumn,
  leaves: Int32Array,
  groups: number,
): Float64Array {
  const width = options.length + 1;
  const table = new Int32Array(groups * width);
  for (let row = 0; row < leaves.length; row++) {
    if (answered[row] === 0) continue;
    const at = (leaves[row] ?? 0) * width;
    table[at] = (table[at] ?? 0) + 1;
    for (let left = bits[row] ?? 0; left !== 0; left &= left - 1) {
      const cell = at + 32 - Math.clz32(left & -left);
      table[cell] = (table[cell] ?? 0) + 1;
    }
  }
  return Float64Array.from(table);
}

/** The same with a weight for each row. */
export function tallyWeighted(
  question: ChoiceColumn | ChoicesColumn,
  leaves: Int32Array,
  groups: number,
  weights: Float64Array,
): Float64Array {
  const width = widthOf(question);
  const table = new Float64Array(groups * width);
  if (question.kind === 'choice') {
    const { codes } = question;
    for (let row = 0; row < leaves.length; row++) {
      const at = (leaves[row] ?? 0) * width + (codes[row] ?? 0) + 1;
      table[at] = (table[at] ?? 0) + (weights[row] ?? 0);
    }
    return table;
  }
  const { bits, answered } = question;
  for (let row = 0; row < leaves.length; row++) {
    if (answered[row] === 0) continue;
    const weight = weights[row] ?? 0;
    const at = (leaves[row] ?? 0) * width;
    table[at] = (table[at] ?? 0) + weight;
    for (let left = bits[row] ?? 0; left !== 0; left &= left - 1) {
      const cell = at + 32 - Math.clz32(left & -left);
      table[cell] = (table[cell] ?? 0) + weight;
    }
  }
  return table;
}
