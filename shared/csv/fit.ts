/** Makes a text fit a profile: line breaks, safe folds, the chamber's substitutes; what is left over is reported. */
import { foldForWindows31j } from '../bytes/windows31j.ts';
import { type Issue, issue } from '../issue/issue.ts';
import type { NormalisationChange } from '../record/record.ts';
import type { Profile } from './profile.ts';
import { proposeSubstitute } from './substitutes.ts';

/** The text as it may be written, what was done to it, and the characters that nobody has decided about. */
export interface Fitted {
  readonly text: string;
  readonly changes: readonly NormalisationChange[];
  /** `character.unmappable`, one for each distinct character; when there are any the text may not be written. */
  readonly issues: readonly Issue[];
}

export interface FitInput {
  readonly text: string;
  readonly key: string;
  /** The canonical value, for the suggestion. */
  readonly value: string;
  readonly header: string;
}

/** What becomes of a line break, with the spaces about it. */
const lineBreakWays: Readonly<Record<Profile['lineBreaks'], (text: string) => string>> = {
  space: (text) => text.replace(/ *[\r\n][ \r\n]*/g, ' '),
  remove: (text) => text.replace(/[\r\n]+/g, ''),
  keep: (text) => text,
};

const hasLineBreak = /[\r\n]/;

/** `U+20BB7`: at least four digits. */
export function codePointName(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${'0000'.slice(hex.length)}${hex}`;
}

/**
 * @param canWrite whether the profile can write a text (see `CellWriter`)
 * @param substitutes the chamber's choices; used only for characters that the profile cannot write
 */
export function createFitter(
  profile: Profile,
  canWrite: (text: string) => boolean,
  substitutes: Readonly<Record<string, string>>,
): (input: FitInput) => Fitted {
  const fold = profile.encoding === 'windows-31j' ? foldForWindows31j : (text: string): string => text;
  const chosen = new Map<string, string>();
  for (const [character, text] of Object.entries(substitutes)) {
    const folded = fold(text);
    if (character !== '' && canWrite(folded)) chosen.set(character, folded);
  }
  /** Choices for sequences (か + combining mark): they go before single characters. */
  const sequences = Array.from(chosen.keys()).filter((c) => Array.from(c).length > 1);

  const substitute = (text: string): string => {
    let next = text;
    for (const sequence of sequences) {
      if (!canWrite(sequence)) next = next.split(sequence).join(chosen.get(sequence) ?? sequence);
    }
    let out = '';
    for (const character of next)
      out += canWrite(character) ? character : (chosen.get(character) ?? character);
    return out;
  };
  const propose = (character: string): string => {
    const own = profile.refused?.[character];
    if (own !== undefined && own !== '' && canWrite(own)) return own;
    return proposeSubstitute(character, canWrite);
  };
  const suggest = (text: string): string => {
    let out = '';
    for (const character of text)
      out += canWrite(fold(character)) ? character : propose(character) || character;
    return canWrite(fold(out)) ? out : '';
  };

  return ({ text: given, key, value, header }) => {
    const changes: NormalisationChange[] = [];
    const step = (rule: string, before: string, after: string): string => {
      if (after !== before) changes.push({ key, rule, before, after });
      return after;
    };
    let text = given;
    if (hasLineBreak.test(text)) text = step('csv-newline', text, lineBreakWays[profile.lineBreaks](text));
    text = step('csv-fold', text, fold(text));
    if (canWrite(text)) return { text, changes, issues: [] };
    text = step('csv-substitute', text, substitute(text));
    if (canWrite(text)) return { text, changes, issues: [] };

    const lacking = new Set<string>();
    for (const character of text) if (!canWrite(character)) lacking.add(character);
    const base = Array.from(lacking).every((character) => value.includes(character)) ? value : given;
    const suggestion = suggest(base);
    const issues = Array.from(lacking, (character) =>
      issue('character.unmappable', 'error', key, {
        params: {
          character,
          codePoint: codePointName(character),
          column: header,
          substitute: propose(character),
          reason: profile.refused?.[character] === undefined ? 'encoding' : 'refused',
        },
        value,
        suggestion,
      }),
    );
    return { text, changes, issues };
  };
}
