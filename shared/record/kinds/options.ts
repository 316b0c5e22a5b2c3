/** The options of a choice made ready for looking up: by code, by label, and by anything people type for them. */
import { nearest } from '../../text/distance.ts';
import { comparisonKey } from '../../text/width.ts';
import type { Choice } from '../kind.ts';

export interface OptionIndex {
  readonly codes: ReadonlySet<string>;
  /** Exact label → code. */
  readonly byLabel: ReadonlyMap<string, string>;
  /** Comparison key (see `looseKey`) of code, label and aliases → code. */
  readonly byKey: ReadonlyMap<string, string>;
  readonly order: ReadonlyMap<string, number>;
  readonly labelOf: ReadonlyMap<string, string>;
  /** Most atoms (see `atomsOf`) that one spelling consists of. */
  readonly longest: number;
  /** Answers to a several-choice that were read without any remark, and their value; a bounded memory. */
  readonly seen: Map<string, string>;
}

/** What stands between several answers: `;`, `、`, `,`, line breaks, blanks (NFKC has folded the full-width ones). */
const separators = /[;、,，；\s]+/;
const separatorsAll = /[;、,，；\s]+/g;

/** A key that also ignores separators, so a label that contains one still meets itself. */
export function looseKey(text: string): string {
  return comparisonKey(text).replace(separatorsAll, '');
}

/** Splits at every separator and blank; the pieces of a label that contains one are put together again by the caller. */
export function atomsOf(text: string): readonly string[] {
  return text.split(separators).filter((atom) => atom !== '');
}

const cache = new WeakMap<readonly Choice[], OptionIndex>();

/** The index of a list of options, made once per list. */
export function indexOptions(choices: readonly Choice[]): OptionIndex {
  const known = cache.get(choices);
  if (known !== undefined) return known;
  const byLabel = new Map<string, string>();
  const byKey = new Map<string, string>();
  const order = new Map<string, number>();
  const labelOf = new Map<string, string>();
  let longest = 1;
  const add = (spelling: string, code: string): void => {
    const key = looseKey(spelling);
    if (key !== '' && !byKey.has(key)) byKey.set(key, code);
    longest = Math.max(longest, atomsOf(spelling).length);
  };
  choices.forEach((choice, position) => {
    if (!byLabel.has(choice.label)) byLabel.set(choice.label, choice.code);
    if (!order.has(choice.code)) order.set(choice.code, position);
    labelOf.set(choice.code, choice.label);
  });
  for (const choice of choices) add(choice.code, choice.code);
  for (const choice of choices) add(choice.label, choice.code);
  for (const choice of choices) for (const alias of choice.aliases ?? []) add(alias, choice.code);
  const index = {
    codes: new Set(order.keys()),
    byLabel,
    byKey,
    order,
    labelOf,
    longest,
    seen: new Map<string, string>(),
  };
  cache.set(choices, index);
  return index;
}

/** The label nearest to what was typed, '' when none is near. */
export function nearestLabel(typed: string, choices: readonly Choice[]): string {
  const byLoose = new Map(choices.map((choice) => [looseKey(choice.label), choice.label]));
  const key = nearest(looseKey(typed), [...byLoose.keys()]);
  return key === undefined ? '' : (byLoose.get(key) ?? '');
}

/** What was typed, short enough to stand in a message. */
export function clip(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
