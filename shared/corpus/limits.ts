/**
 * What a notebook takes: 500,000 words or 200 MB a source, so many sources a notebook. How words are counted in Japanese
 * is not said: one character is counted as one word.
 * https://support.google.com/gemininotebook/answer/16215270
 */
export interface NotebookLimits {
  readonly charactersOfSource: number;
  readonly bytesOfSource: number;
  /** Of one notebook, the index among them. */
  readonly sources: number;
  /** Of one account. */
  readonly notebooks: number;
}

/**
 * Notebooks and sources a notebook by the plan of an account, named by the sources. Which plan an account of a Workspace
 * has is not published: a setting, not a fact. https://support.google.com/gemininotebook/answer/16213268
 */
export const notebookPlans: Readonly<Record<string, Pick<NotebookLimits, 'sources' | 'notebooks'>>> = {
  '50': { notebooks: 100, sources: 50 },
  '100': { notebooks: 200, sources: 100 },
  '300': { notebooks: 500, sources: 300 },
  '600': { notebooks: 500, sources: 600 },
};

export const notebookLimits: NotebookLimits = {
  charactersOfSource: 500_000,
  bytesOfSource: 200 * 1024 * 1024,
  /** Without a paid plan; `--plan` or `--sources` says another number. */
  sources: 50,
  notebooks: 100,
};

/** Characters as a person counts them: code points. */
export function countCharacters(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xdc00) count -= 1;
  }
  return count;
}

/** Groups paragraphs so that none of the parts is longer than the limit; one paragraph is never cut. */
export function splitParagraphs(
  paragraphs: readonly string[],
  limit: number,
): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  let size = 0;
  for (const paragraph of paragraphs) {
    const length = countCharacters(paragraph) + 2;
    const current = parts[parts.length - 1];
    if (current !== undefined && (size + length <= limit || current.length === 0)) {
      current.push(paragraph);
      size += length;
    } else {
      parts.push([paragraph]);
      size = length;
    }
  }
  return parts;
}
