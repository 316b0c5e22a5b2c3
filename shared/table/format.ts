/** Writes rows as comma-separated text by RFC 4180; the reader is `parse.ts`. */

export interface FormatOptions {
  readonly newline: 'crlf' | 'lf';
  /** `minimal` quotes only cells that hold a comma, a quote or a line break; `all` quotes every cell. */
  readonly quoting: 'minimal' | 'all';
}

const needsQuotes = /[",\r\n]/;

/** One cell as it stands in the file. */
export function formatCell(text: string, quoting: FormatOptions['quoting']): string {
  if (quoting === 'minimal' && !needsQuotes.test(text)) return text;
  return text.indexOf('"') < 0 ? `"${text}"` : `"${text.split('"').join('""')}"`;
}

/**
 * The text of a table: a newline after every row, the last one included. A row of one empty cell is quoted even in
 * `minimal`, since a blank line would be no row. Text that a spreadsheet would run is not touched: see `neutralise`.
 */
export function formatTable(rows: readonly (readonly string[])[], options: FormatOptions): string {
  const newline = options.newline === 'crlf' ? '\r\n' : '\n';
  const { quoting } = options;
  const lines: string[] = [];
  for (const row of rows) {
    if (row.length === 1 && row[0] === '') {
      lines.push('""');
      continue;
    }
    let line = '';
    for (let i = 0; i < row.length; i++) {
      const cell = formatCell(row[i] ?? '', quoting);
      line += i === 0 ? cell : `,${cell}`;
    }
    lines.push(line);
  }
  return lines.length === 0 ? '' : lines.join(newline) + newline;
}
