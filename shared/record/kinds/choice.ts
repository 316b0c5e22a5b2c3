/** 選択: one option, or several; labels and codes are accepted, codes are kept. */
import type { Choice, Kind } from '../kind.ts';
import { atomsOf, clip, indexOptions, looseKey, nearestLabel, type OptionIndex } from './options.ts';

/** Code of an option typed exactly, as code or label; undefined otherwise. */
export function exactOption(typed: string, index: OptionIndex): string | undefined {
  return index.codes.has(typed) ? typed : index.byLabel.get(typed);
}

/**
 * One option. A list without options cannot be checked (a chamber's own list that was not given): the text is kept.
 * An exact code or label names no rule, any other spelling names `choice-label`.
 */
export const choice: Kind = {
  id: 'choice',
  normalise(typed, context, sink) {
    if (context.choices.length === 0) return typed;
    const index = indexOptions(context.choices);
    const exact = exactOption(typed, index);
    if (exact !== undefined) return exact;
    const code = index.byKey.get(looseKey(typed));
    if (code !== undefined) {
      sink.rule('choice-label');
      return code;
    }
    if (context.open !== true)
      sink.issue('choice.unknown', 'error', { choice: clip(typed) }, nearestLabel(typed, context.choices));
    return typed;
  },
};

/** Different answers remembered per list of options. */
const memory = 1000;

interface Reading {
  readonly codes: readonly string[];
  /** Parts that are no option, with the place among the codes where each stood. */
  readonly unknown: readonly string[];
  readonly inexact: boolean;
}

/** Reads options from left to right, the longest spelling first, so a label with a separator in it is found whole. */
function readSeveral(typed: string, index: OptionIndex): Reading {
  const atoms = atomsOf(typed);
  const codes: string[] = [];
  const unknown: string[] = [];
  let stray = '';
  let inexact = false;
  for (let i = 0; i < atoms.length; ) {
    let taken = 0;
    let joined = '';
    let code: string | undefined;
    const limit = Math.min(index.longest, atoms.length - i);
    for (let n = 1; n <= limit; n++) {
      joined += looseKey(atoms[i + n - 1] ?? '');
      const found = index.byKey.get(joined);
      if (found !== undefined) {
        code = found;
        taken = n;
      }
    }
    if (code === undefined) {
      stray = stray === '' ? (atoms[i] ?? '') : `${stray} ${atoms[i] ?? ''}`;
      i++;
      continue;
    }
    if (stray !== '') unknown.push(stray);
    stray = '';
    const first = atoms[i] ?? '';
    if (taken > 1 ? !typed.includes(index.labelOf.get(code) ?? '') : exactOption(first, index) === undefined)
      inexact = true;
    codes.push(code);
    i += taken;
  }
  if (stray !== '') unknown.push(stray);
  return { codes, unknown, inexact };
}

function wholeSuggestion(reading: Reading, index: OptionIndex, choices: readonly Choice[]): string {
  const labels = reading.codes.map((code) => index.labelOf.get(code) ?? code);
  for (const part of reading.unknown) {
    const label = nearestLabel(part, choices);
    if (label === '') return '';
    labels.push(label);
  }
  return [...new Set(labels)].join(';');
}

/**
 * Several options joined by `;`, `、`, `,` or line breaks → codes joined by `;`, in the order of the list, without repeats.
 * Rules: `choice-label` for an inexact spelling, `choice-order` where order or repeats changed.
 */
export const choices: Kind = {
  id: 'choices',
  normalise(typed, context, sink) {
    if (context.choices.length === 0) return typed;
    const index = indexOptions(context.choices);
    const single = exactOption(typed, index);
    if (single !== undefined) return single;
    const known = index.seen.get(typed);
    if (known !== undefined) return known;
    const reading = readSeveral(typed, index);
    const isOwn = context.open === true && reading.unknown.length > 0;
    if (!isOwn && (reading.unknown.length > 0 || reading.codes.length === 0)) {
      const suggestion = wholeSuggestion(reading, index, context.choices);
      const choice = reading.unknown.length > 0 ? reading.unknown.join('、') : typed;
      sink.issue('choice.unknown', 'error', { choice: clip(choice) }, suggestion);
      return typed;
    }
    const ordered = [...new Set(reading.codes)].sort(
      (a, b) => (index.order.get(a) ?? 0) - (index.order.get(b) ?? 0),
    );
    // What is no option came out of the box beside 「その他」, which stands last.
    const value = [...ordered, ...(isOwn ? [reading.unknown.join(' ')] : [])].join(';');
    if (reading.inexact) sink.rule('choice-label');
    const reordered = ordered.join(';') !== reading.codes.join(';');
    if (reordered) sink.rule('choice-order');
    if (!isOwn && !reading.inexact && !reordered && index.seen.size < memory) index.seen.set(typed, value);
    return value;
  },
};
