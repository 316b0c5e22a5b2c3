/** The chamber's own substitutes, as people write them: a line a character, `鷗=鴎`. Read, written, and added to. */
import { ByteBuffer } from '../bytes/buffer.ts';
import { foldForWindows31j } from '../bytes/windows31j.ts';
import { type Issue, issue } from '../issue/issue.ts';
import { isFormulaLike } from '../text/formula.ts';
import { createCellWriter } from './cells.ts';
import { codePointName } from './fit.ts';
import type { Profile } from './profile.ts';

export interface SubstituteTable {
  /** The lines that can be used, by the character that is lacking. */
  readonly substitutes: Readonly<Record<string, string>>;
  /**
   * One for each line that can not be used (errors; `line` is its number, `value` its text): `substitutes.no-sign`,
   * `substitutes.not-one-character`, `substitutes.blank`, `substitutes.control`, `substitutes.formula`,
   * `substitutes.unwritable` (character, codePoint), `substitutes.twice` (first: the line that counts).
   */
  readonly issues: readonly Issue[];
}

/** Whether the file of a profile can hold a text, after the folds that lose nothing. */
export function writableBy(profile: Profile): (text: string) => boolean {
  const { canWrite } = createCellWriter(profile, new ByteBuffer(1));
  return profile.encoding === 'windows-31j' ? (text) => canWrite(foldForWindows31j(text)) : canWrite;
}

/** One code point, or one with its variation selector or combining marks. */
const oneCharacter = /^(?:[\s\S]|\P{M}\p{M}{1,3})$/u;
const control = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/;
const startsFormula = /^[=＝]/;

type Refusal = readonly [code: string, params?: Readonly<Record<string, string>>];

/** Why a pair can not be used, or null. */
function refusalOf(lacking: string, text: string, isWritable: (text: string) => boolean): Refusal | null {
  if (!oneCharacter.test(lacking)) return ['substitutes.not-one-character', { character: lacking }];
  if (control.test(lacking) || control.test(text)) return ['substitutes.control'];
  if (text === '') return ['substitutes.blank', { character: lacking }];
  if (startsFormula.test(text) || isFormulaLike(text)) return ['substitutes.formula', { text }];
  for (const character of text) {
    if (!isWritable(character)) {
      return ['substitutes.unwritable', { character, codePoint: codePointName(character) }];
    }
  }
  return null;
}

interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  readonly lacking: string;
  readonly substitute: string;
  readonly hasSign: boolean;
}

/** Lines that are not blank. The sign stands behind the first character, which may be a sign itself. */
function linesOf(table: string): readonly Line[] {
  return table.split(/\r\n?|\n/).flatMap((raw, index) => {
    const text = raw.trim();
    if (text === '') return [];
    const first = String.fromCodePoint(text.codePointAt(0) ?? 0).length;
    const sign = text.slice(first).search(/[=＝]/);
    const at = sign < 0 ? text.length : first + sign;
    const line = { lacking: text.slice(0, at).trim(), substitute: text.slice(at + 1).trim() };
    return [{ number: index + 1, text, hasSign: sign >= 0, ...line }];
  });
}

/**
 * Reads a table. A bad line is named and left out; the others count. Of two lines for one character the first counts,
 * and the second is named unless it says the same.
 * @param isWritable whether the chamber's file can hold a text (`writableBy`)
 */
export function readSubstituteTable(table: string, isWritable: (text: string) => boolean): SubstituteTable {
  const found = new Map<string, Line>();
  const issues: Issue[] = [];
  const report = (code: string, line: Line, params: Readonly<Record<string, string | number>> = {}): void => {
    issues.push(issue(code, 'error', '', { params: { line: line.number, ...params }, value: line.text }));
  };
  for (const line of linesOf(table)) {
    const { lacking, substitute, hasSign } = line;
    const refusal = hasSign ? refusalOf(lacking, substitute, isWritable) : (['substitutes.no-sign'] as const);
    const known = found.get(lacking);
    if (refusal !== null) report(refusal[0], line, refusal[1]);
    else if (known === undefined) found.set(lacking, line);
    else if (known.substitute !== substitute) {
      report('substitutes.twice', line, { character: lacking, first: known.number });
    }
  }
  const pairs = Array.from(found, ([lacking, { substitute }]) => [lacking, substitute] as const);
  return { substitutes: Object.fromEntries(pairs), issues };
}

/** The lines of a table, in its order. */
export function writeSubstituteTable(substitutes: Readonly<Record<string, string>>): string {
  return Object.entries(substitutes)
    .map(([lacking, substitute]) => `${lacking}=${substitute}`)
    .join('\n');
}

/**
 * The table with a choice added, or changed where the character has a line already. Other lines stay as people wrote
 * them, bad ones too. With an issue (codes as above) the table is the one given.
 */
export function rememberSubstitute(
  table: string,
  lacking: string,
  substitute: string,
  isWritable: (text: string) => boolean,
): { readonly table: string; readonly issues: readonly Issue[] } {
  const line = `${lacking}=${substitute}`;
  const refusal = refusalOf(lacking, substitute, isWritable);
  if (refusal !== null) {
    const params = refusal[1] ?? {};
    return { table, issues: [issue(refusal[0], 'error', '', { params, value: line })] };
  }
  const lines = linesOf(table);
  const isTheirs = (known: Line): boolean => known.hasSign && known.lacking === lacking;
  const place = lines.findIndex(isTheirs);
  const texts = lines.filter((known) => !isTheirs(known)).map(({ text }) => text);
  texts.splice(place < 0 ? texts.length : place, 0, line);
  return { table: texts.join('\n'), issues: [] };
}
