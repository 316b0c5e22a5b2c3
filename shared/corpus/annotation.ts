/** What is added to a text in 〔〕, and how it is taken out again. */

const content =
  '(?:(?:[^〔〕〘〙\\n]+ )?(?:附則|別表|様式|別紙|第[0-9]+[条項号編章節])[^〔〕〘〙\\n]*|「[^〔〕〘〙「」\\n]+」の問い)';
const added = new RegExp(`〔(${content})〕`, 'g');
const kept = new RegExp(`〘(${content})〙`, 'g');

/** 〔〕 of the source that look like an addition become 〘〙, so that none is taken for the other. */
export function guardBrackets(text: string): string {
  return text.includes('〔') ? text.replace(added, '〘$1〙') : text;
}

/** The text as the source has it. */
export function withoutAnnotations(text: string): string {
  return text.replace(added, '').replace(kept, '〔$1〕');
}

export interface Insertion {
  readonly at: number;
  readonly words: string;
}

/** Puts words into a text behind the given places; places count in the unguarded text (guarding keeps lengths). */
export function insert(text: string, insertions: readonly Insertion[]): string {
  const guarded = guardBrackets(text);
  let done = '';
  let from = 0;
  for (const { at, words } of [...insertions].sort((a, b) => a.at - b.at)) {
    done += `${guarded.slice(from, at)}〔${words.replace(/[〔〕\n]/g, ' ')}〕`;
    from = at;
  }
  return done + guarded.slice(from);
}
