/** How a core system writes its files: encoding, newline, quoting and whether there is a header, read off a sample's bytes. */
import { decodeText } from '../../bytes/detect.ts';
import { type Issue, issue, UnusableInput } from '../../issue/issue.ts';
import { formatTable } from '../../table/format.ts';
import { isBlankRow, parseDelimited } from '../../table/parse.ts';
import type { Profile } from '../profile.ts';

export interface SampleLayout {
  readonly encoding: Profile['encoding'];
  readonly newline: Profile['newline'];
  readonly quoting: Profile['quoting'];
  readonly header: boolean;
  /** Headers as they stand in the file; made up (列1 …) where it has none. */
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** `learn.tab`, `learn.newline`, `learn.quoting`: what a layout cannot say. Warnings of decoding besides. */
  readonly issues: readonly Issue[];
}

/** Rows compared with what the file holds, to see how it quotes. */
const compared = 200;

/** Text that stands in data and in no header: numbers, telephone numbers, addresses of mail. */
const dataLike = /^[\d０-９]{4,}$|@|^〒?\d{3}-\d{4}$|^0\d+-\d|^\d{4}[-/]\d/;

function newlineOf(text: string): Profile['newline'] | 'cr' {
  const lf = text.indexOf('\n');
  if (lf < 0) return text.indexOf('\r') < 0 ? 'crlf' : 'cr';
  return text.charAt(lf - 1) === '\r' ? 'crlf' : 'lf';
}

function quotingOf(
  text: string,
  rows: readonly (readonly string[])[],
  newline: Profile['newline'],
): Profile['quoting'] | null {
  const first = rows.slice(0, compared);
  for (const quoting of ['minimal', 'all'] as const) {
    const written = formatTable(first, { newline, quoting });
    const end = written.length - (newline === 'crlf' ? 2 : 1);
    if (text.startsWith(written.slice(0, end))) return quoting;
  }
  return null;
}

/**
 * Reads a sample. Throws `UnusableInput` where it is no text, or damaged: `ledger.row-ragged`, `ledger.quote-open`,
 * `header.twice`.
 * @param isKnownHeader whether a text is known as a header
 */
export function readLayout(
  file: string,
  bytes: Uint8Array,
  isKnownHeader: (header: string) => boolean,
): SampleLayout {
  const decoded = decodeText(bytes, file);
  const { text } = decoded;
  const table = parseDelimited(text);
  const issues: Issue[] = [...decoded.issues];
  const all: (readonly string[])[] = [];
  const wrong: Issue[] = table.issues
    .filter((i) => i.severity === 'error')
    .map((i) => ({
      ...i,
      code: i.code === 'table.quote-open' ? 'ledger.quote-open' : i.code,
      params: { file, ...i.params },
    }));
  const width = table.rows[0]?.length ?? 0;
  table.rows.forEach((cells, index) => {
    if (all.length > 0 && isBlankRow(cells)) return;
    if (cells.length !== width) {
      const params = { file, line: table.lines[index] ?? 0, cells: cells.length, columns: width };
      wrong.push(issue('ledger.row-ragged', 'error', '', { params }));
    } else all.push(cells);
  });
  if (wrong.length > 0) throw new UnusableInput(wrong);

  const newline = newlineOf(text);
  if (newline === 'cr') issues.push(issue('learn.newline', 'warning', ''));
  if (table.delimiter === '\t') issues.push(issue('learn.tab', 'warning', ''));
  const lineEnd = newline === 'cr' ? 'crlf' : newline;
  const quoting = quotingOf(text, all, lineEnd);
  if (quoting === null && newline !== 'cr' && table.delimiter === ',')
    issues.push(issue('learn.quoting', 'warning', ''));

  const top = all[0] ?? [];
  const header = top.some(isKnownHeader) || !top.some((cell) => dataLike.test(cell.trim()));
  const headers = header ? top : top.map((_, index) => `列${index + 1}`);
  refuseTwice(file, headers);
  return {
    encoding: decoded.encoding,
    newline: lineEnd,
    quoting: quoting ?? 'minimal',
    header,
    headers,
    rows: header ? all.slice(1) : all,
    issues,
  };
}

function refuseTwice(file: string, headers: readonly string[]): void {
  const first = new Map<string, number>();
  headers.forEach((text, index) => {
    const header = text.trim();
    if (header === '') return;
    const before = first.get(header);
    if (before !== undefined) {
      const params = { file, header, first: before + 1, second: index + 1 };
      throw new UnusableInput([issue('header.twice', 'error', '', { params })]);
    }
    first.set(header, index);
  });
}
