/** Plain text: a line is a paragraph, unless the file was broken at a fixed width. */
import { issue } from '../../issue/issue.ts';
import type { SourceDocument, SourceLine } from '../model.ts';
import { beginsUnit, hasEnded, joined, line, tidy, widthOf } from './lines.ts';

const narrowest = 20;
const widest = 60;

/** The width at which the file was broken, 0 when it was not: many lines end within two characters of the longest. */
export function brokenAt(lines: readonly string[]): number {
  const widths = lines.filter((text) => tidy(text) !== '').map(widthOf);
  const longest = widths.reduce((most, width) => Math.max(most, width), 0);
  if (longest < narrowest || longest > widest) return 0;
  const full = lines.filter((text) => widthOf(text) > longest - 2.5 && !/[。）]$/.test(text)).length;
  return full >= 3 && full * 6 >= widths.length ? longest : 0;
}

/** Whether a line goes on in the next one, in a file broken at `width`. */
function goesOn(text: string, next: string, width: number): boolean {
  if (widthOf(text) <= width - 2.5 || beginsUnit(tidy(next), hasEnded(text))) return false;
  return !hasEnded(text) || !/^[ \u3000\t]/.test(next);
}

/** Reads a text with its newlines as `\n`. Blank lines part paragraphs. */
export function readText(text: string, file: string): SourceDocument {
  const raw = text.replace(/\f/g, '\n').split('\n');
  const width = brokenAt(raw);
  const lines: SourceLine[] = [];
  let joins = 0;
  let current = '';
  raw.forEach((each, index) => {
    const words = tidy(each);
    current = current === '' ? words : joined(current, words);
    const next = raw[index + 1] ?? '';
    if (width > 0 && words !== '' && tidy(next) !== '' && goesOn(each, next, width)) {
      joins++;
      return;
    }
    if (current !== '') lines.push(line({ text: current }));
    current = '';
  });
  const issues =
    joins > 0 ? [issue('corpus.read.lines-joined', 'info', '', { params: { count: joins, width } })] : [];
  return { file, format: 'text', title: '', lines, issues };
}
