/**
 * The one Japanese catalogue. Code and parameters in, words out: what is wrong and where, and how to mend it. The
 * sidebar, the sheet, the mails and the command line read the same entries.
 */
import { lazy } from '../lazy.ts';
import type { Issue, Severity } from './issue.ts';
import { issueWords } from './ja/catalogue.ts';
import type { Words } from './ja/words.ts';

/** Words by issue code, gathered (in the script of the platform: unpacked) when the first problem is put into words. */
export const catalogue = lazy(issueWords);

export const severityLabels: Readonly<Record<Severity, string>> = {
  error: '直す',
  warning: '確認',
  info: '情報',
};

export interface DescribedIssue {
  readonly severityLabel: string;
  /** Label of the field, '' when the issue is about a whole row or file. */
  readonly label: string;
  readonly message: string;
  readonly remedy: string;
}

/** Parameters in the program's own words: lists of what may be written, and places. They are never cut short. */
const ownWords = new Set(['place', 'known', 'expected', 'command', 'at']);

/** Longest piece of a typed value that a message quotes. */
const quoteLimit = 40;
/** Longest reason that another program gave. */
const reasonLimit = 300;
/** Longest piece of a path. */
const pathLimit = 80;

function quote(text: string, limit: number = quoteLimit): string {
  const oneLine = text.replace(/\s+/g, ' ');
  const characters = Array.from(oneLine.slice(0, limit * 2 + 2));
  return characters.length > limit ? `${characters.slice(0, limit).join('')}…` : oneLine;
}

/** A path, short: its end says which file it is. */
function tail(path: string): string {
  const characters = Array.from(path.replace(/\s+/g, ' '));
  return characters.length > pathLimit ? `…${characters.slice(-pathLimit).join('')}` : characters.join('');
}

/** Words that count instead of the catalogue's, by its keys: those of a release that a workbook took. */
let reworded: (key: string) => Words | undefined = () => undefined;
export function rewordBy(words: (key: string) => Words | undefined): void {
  reworded = words;
}

/**
 * Words for an issue: those of `code/reason` where the catalogue tells reasons apart, else those of the code.
 * @param labelOf Japanese label of a field key (the chamber's own title where it has one)
 */
export function describe(found: Issue, labelOf: (key: string) => string): DescribedIssue {
  const all = catalogue();
  const special = `${found.code}/${found.params.reason ?? ''}`;
  const key = all[special] === undefined ? found.code : special;
  const words = reworded(key) ??
    all[key] ?? {
      message: `確認が必要です（${found.code}）。`,
      remedy: '',
    };
  const any = found.params.any;
  const label =
    typeof any === 'string'
      ? any.split(',').map(labelOf).join('」か「')
      : found.key === ''
        ? ''
        : labelOf(found.key);
  const fill = (text: string): string =>
    text.replace(/\{([A-Za-z0-9]+)\}/g, (_all, name: string) => {
      if (name === 'label') return label;
      if (name === 'label2') return quote(String(found.params.label ?? ''));
      const param = found.params[name];
      if (name === 'file' && param !== undefined) return tail(String(param));
      if (name === 'reason' && param !== undefined) return quote(String(param), reasonLimit);
      if (param !== undefined) return ownWords.has(name) ? String(param) : quote(String(param));
      return name === 'value' ? quote(found.value) : '';
    });
  return {
    severityLabel: severityLabels[found.severity],
    label,
    message: fill(words.message),
    remedy: fill(words.remedy),
  };
}

/** One line for the command line: words, then the English code in brackets. */
export function lineOf(found: Issue, labelOf: (key: string) => string = (key) => key): string {
  const { message, remedy } = describe(found, labelOf);
  return `${message}${remedy} [${found.code}]`;
}
