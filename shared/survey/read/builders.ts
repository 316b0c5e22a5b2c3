/** Columns in the making: typed arrays that grow answer by answer. */
import {
  type ChoiceColumn,
  type ChoicesColumn,
  type NumberColumn,
  notAnswered,
  type TextColumn,
} from '../columns.ts';

/** Codes of a question or dimension, for so many rows. */
export function choiceColumn(options: readonly string[], codes: readonly number[]): ChoiceColumn {
  return { kind: 'choice', options, codes: Int16Array.from(codes) };
}

/** Sets of options: null is no answer. */
export function choicesColumn(
  options: readonly string[],
  sets: readonly (readonly number[] | null)[],
): ChoicesColumn {
  const bits = new Uint32Array(sets.length);
  const answered = new Uint8Array(sets.length);
  sets.forEach((set, row) => {
    if (set === null) return;
    answered[row] = 1;
    for (const at of set) bits[row] = ((bits[row] ?? 0) | (1 << at)) >>> 0;
  });
  return { kind: 'choices', options, bits, answered };
}

export function numberColumn(values: readonly number[]): NumberColumn {
  return { kind: 'number', values: Float64Array.from(values) };
}

export function textColumn(values: readonly string[]): TextColumn {
  return { kind: 'text', values };
}

export { notAnswered };
