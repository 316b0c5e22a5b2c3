/** Markdown tables. What somebody typed never becomes markup: bars, stars, brackets and tags are written as themselves. */

/** Text that may stand anywhere in Markdown. */
export function plainText(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/([\\`*_[\]#|!~])/g, '\\$1');
}

export interface TableColumn {
  readonly head: string;
  /** Figures stand to the right. */
  readonly isFigure?: boolean;
}

/** A table with its header; cells are escaped here. */
export function markdownTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(plainText).join(' | ')} |`;
  return [
    line(columns.map(({ head }) => head)),
    `|${columns.map(({ isFigure }) => (isFigure === true ? '---:' : '---')).join('|')}|`,
    ...rows.map(line),
  ];
}
