/** One column of a sample: what stands in it, how well a field's kind reads it, and which style writes it back. */
import type { Catalogue, Field } from '../../fields/catalogue.ts';
import type { Normalised } from '../../record/normalise.ts';
import { foldAscii } from '../../text/width.ts';
import { fieldColumns } from '../columns.ts';
import type { Profile, ProfileColumn } from '../profile.ts';
import { stylesByKind } from '../styles.ts';
import { shapes } from './shapes.ts';

export type Normalise = (typed: Readonly<Record<string, string>>) => Normalised;

export interface SampleColumn {
  readonly header: string;
  /** Rows in which the column holds anything. */
  readonly filled: number;
  /** Different values in the order of the file, at most `most`. */
  readonly distinct: readonly string[];
}

const most = 200;

/** Gathers a column of the sample. */
export function sampleColumn(
  header: string,
  rows: readonly (readonly string[])[],
  index: number,
): SampleColumn {
  const distinct = new Set<string>();
  let filled = 0;
  for (const row of rows) {
    const cell = row[index] ?? '';
    if (cell.trim() === '') continue;
    filled++;
    if (distinct.size < most) distinct.add(cell);
  }
  return { header, filled, distinct: [...distinct] };
}

/** Share of the values that the field's kind reads without error, 0–1; null when there are no values. */
export function readable(field: Field, column: SampleColumn, normalise: Normalise): number | null {
  if (column.distinct.length === 0) return null;
  let count = 0;
  for (const value of column.distinct) if (!normalise({ [field.key]: value }).unread.has(field.key)) count++;
  return count / column.distinct.length;
}

/** Share of the values that look like the kind to a reader who knows nothing else, 0–1. */
export function shapely(field: Field, column: SampleColumn): number {
  const shape = shapes[field.kind];
  if (shape === undefined || column.distinct.length === 0) return 0;
  let count = 0;
  for (const value of column.distinct) if (shape.looks.test(foldAscii(value.trim()))) count++;
  return count / column.distinct.length;
}

export interface LearnedStyle {
  readonly style: string;
  /** Own spellings of options (`個人` for 個人事業主), where the sample uses one each. */
  readonly codes: Readonly<Record<string, string>>;
  /** Share of the values that are written back exactly as they stand, 0–1. */
  readonly kept: number;
  /** A value that is not, and what would be written; '' when all are. */
  readonly example: string;
  readonly written: string;
}

const optionKinds: ReadonlySet<string> = new Set(['choice', 'consent']);
/** Kinds whose `plain` only means what the profile says for the whole file. */
const namedByProfile: ReadonlySet<string> = new Set(['choice', 'choices', 'consent']);

/** The style of the field's kind by which most values survive reading and writing unchanged. */
export function bestStyle(
  field: Field,
  column: SampleColumn,
  base: Profile,
  catalogue: Catalogue,
  normalise: Normalise,
): LearnedStyle {
  const attempt = (style: string, codes: Readonly<Record<string, string>> = {}) =>
    tryStyle(field, column, base, catalogue, normalise, style, codes);
  let best: Attempt | undefined;
  for (const style of Object.keys(stylesByKind[field.kind])) {
    if (style === 'plain' && namedByProfile.has(field.kind)) continue;
    const found = attempt(style);
    if (best === undefined || found.kept > best.kept) best = found;
  }
  if (best === undefined) return { style: 'plain', codes: {}, kept: 1, example: '', written: '' };
  if (best.kept === 1 || !optionKinds.has(field.kind)) return best;
  const codes = ownSpellings(field, column, normalise, best.textOf);
  return Object.keys(codes).length === 0 ? best : attempt(best.style, codes);
}

interface Attempt extends LearnedStyle {
  readonly textOf: (code: string) => string;
}

function tryStyle(
  field: Field,
  column: SampleColumn,
  base: Profile,
  catalogue: Catalogue,
  normalise: Normalise,
  style: string,
  codes: Readonly<Record<string, string>>,
): Attempt {
  const own: ProfileColumn = { header: column.header, key: field.key, style, codes: { ...codes } };
  const ready = fieldColumns({ ...base, columns: [own] }, catalogue)[0];
  const textOf = (value: string): string => ready?.style.write(value, ready.context) ?? value;
  let kept = 0;
  let example = '';
  let written = '';
  for (const text of column.distinct) {
    const typed = ready?.style.read(text, ready.context) ?? text;
    const back = textOf(normalise({ [field.key]: typed }).values[field.key] ?? '');
    if (back === text) kept++;
    else if (example === '') {
      example = text;
      written = back;
    }
  }
  const share = column.distinct.length === 0 ? 1 : kept / column.distinct.length;
  return { style, codes, kept: share, example, written, textOf };
}

/** Option code → the one text by which the sample writes it, where that is neither the label nor the code in use. */
function ownSpellings(
  field: Field,
  column: SampleColumn,
  normalise: Normalise,
  textOf: (code: string) => string,
): Record<string, string> {
  const texts = new Map<string, Set<string>>();
  for (const text of column.distinct) {
    const { values, unread } = normalise({ [field.key]: text });
    const code = values[field.key];
    if (code === undefined || unread.has(field.key)) continue;
    texts.set(code, (texts.get(code) ?? new Set()).add(text));
  }
  const codes: Record<string, string> = {};
  for (const [code, [text, ...others]] of texts) {
    if (text !== undefined && others.length === 0 && text !== textOf(code)) codes[code] = text;
  }
  return codes;
}
