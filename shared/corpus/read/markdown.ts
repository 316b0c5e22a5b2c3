/** Markdown as people write rules in it: headings, lists with their numbers, tables; the marks of emphasis are taken off. */
import type { SourceDocument, SourceLine } from '../model.ts';
import { beginsUnit, joined, line, tableRow, tidy } from './lines.ts';

function plain(text: string): string {
  return text
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(^|[^\w*])[*_](?=[^\s*_])([^*_]*[^\s*_])[*_](?!\w)/g, '$1$2')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\\([\\`*_{}[\]()#+.!|-])/g, '$1');
}

const cellsOf = (row: string): string[] =>
  row
    .replace(/^\s*\||\|\s*$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => plain(cell.trim()));

interface State {
  readonly lines: SourceLine[];
  /** Pieces of the paragraph that is still open. */
  open: string;
  numbering: string;
  isFenced: boolean;
}

function endParagraph(state: State): void {
  const text = tidy(plain(state.open));
  if (text !== '') {
    state.lines.push(line({ text, ...(state.numbering === '' ? {} : { numbering: state.numbering }) }));
  }
  state.open = '';
  state.numbering = '';
}

function begin(state: State, numbering: string, words: string): void {
  state.numbering = numbering;
  state.open = words;
}

function fence(state: State): void {
  state.isFenced = true;
}

interface Rule {
  readonly pattern: RegExp;
  take(found: RegExpExecArray, state: State): void;
}

/** What the beginning of a line says, the first that fits. */
const rules: readonly Rule[] = [
  { pattern: /^\s*(```|~~~)/, take: (_found, state) => fence(state) },
  { pattern: /^\s*(?:[-*_]\s*){3,}$/, take: () => undefined },
  {
    pattern: /^\s{0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/,
    take: ([, marks = '', words = ''], state) => {
      state.lines.push(line({ kind: 'heading', level: marks.length, text: tidy(plain(words)) }));
    },
  },
  { pattern: /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*$/, take: () => undefined },
  {
    pattern: /^\s*\|(.+)\|\s*$/,
    take: ([row], state) => {
      const made = tableRow(cellsOf(row));
      if (made !== null) state.lines.push(made);
    },
  },
  {
    pattern: /^\s*(\d+[.)])\s+(.*)$/,
    take: ([, number = '', words = ''], state) => {
      begin(state, number, words);
    },
  },
  { pattern: /^\s*(?:[-*+]|>+)\s+(.*)$/, take: ([, words = ''], state) => begin(state, '', words) },
];

/** Setext headings are underlined: the line before becomes the heading. */
function underlined(text: string, state: State): boolean {
  const level = /^=+\s*$/.test(text) ? 1 : /^-{2,}\s*$/.test(text) ? 2 : 0;
  if (level === 0 || state.open === '' || state.numbering !== '') return false;
  state.lines.push(line({ kind: 'heading', level, text: tidy(plain(state.open)) }));
  state.open = '';
  return true;
}

/** Reads a text with its newlines as `\n`. The title is the first heading of level 1, or `title:` of the front matter. */
export function readMarkdown(text: string, file: string): SourceDocument {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text);
  const state: State = { lines: [], open: '', numbering: '', isFenced: false };
  const body = (front === null ? text : text.slice(front[0].length)).replace(/<!--[\s\S]*?-->/g, '');
  for (const each of body.split('\n')) {
    if (state.isFenced) {
      if (/^\s*(```|~~~)/.test(each)) state.isFenced = false;
      else if (tidy(each) !== '') state.lines.push(line({ text: tidy(each) }));
      continue;
    }
    if (tidy(each) === '') {
      endParagraph(state);
      continue;
    }
    if (underlined(each, state)) continue;
    const rule = rules.find(({ pattern }) => pattern.test(each));
    if (rule !== undefined || beginsUnit(tidy(each)) || / {2}$|\\$/.test(state.open)) endParagraph(state);
    const found = rule?.pattern.exec(each);
    if (rule !== undefined && found) rule.take(found, state);
    else state.open = state.open === '' ? each : joined(tidy(state.open), each.trimStart());
  }
  endParagraph(state);
  const given = /^title:\s*["']?(.+?)["']?\s*$/m.exec(front?.[1] ?? '')?.[1];
  const title = given ?? state.lines.find(({ kind, level }) => kind === 'heading' && level === 1)?.text ?? '';
  return { file, format: 'markdown', title, lines: state.lines, issues: [] };
}
