/**
 * The quick start as a page to print: the few things that its Markdown uses, put into HTML. What it does not know it refuses, so
 * that nothing of the guide is missing on paper.
 */

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Bold, and of links the name of what they lead to: an address helps nobody on paper. */
function inline(text: string): string {
  if (/[`*_]{3}|`|!\[/.test(text)) throw new Error(`the sheet to print knows no such mark: ${text}`);
  return escaped(text)
    .replace(/ ?\[([^\]]+)\]\([^)]*\) ?/g, '「$1」')
    .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>');
}

const cellsOf = (line: string): readonly string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

function table(lines: readonly string[]): string {
  const [head = '', rule = '', ...rows] = lines;
  const names = cellsOf(head);
  if (!/^\|(?:\s*:?-+:?\s*\|)+$/.test(rule)) throw new Error(`no table: ${head}`);
  const row = (line: string, tag: 'th' | 'td'): string => {
    const cells = cellsOf(line);
    if (cells.length !== names.length) throw new Error(`a row of another width: ${line}`);
    return `<tr>${cells.map((cell) => `<${tag}>${inline(cell)}</${tag}>`).join('')}</tr>`;
  };
  const body = rows.map((line) => row(line, 'td')).join('');
  return `<table class="columns-${names.length}"><thead>${row(head, 'th')}</thead><tbody>${body}</tbody></table>`;
}

function block(lines: readonly string[]): string {
  const [first = ''] = lines;
  if (first.startsWith('# ')) return `<h1>${inline(first.slice(2))}</h1>`;
  if (first.startsWith('|')) return table(lines);
  if (/^(#|[-*+] |\d+\. |>|<|```|---)/.test(first))
    throw new Error(`the sheet to print knows no such block: ${first}`);
  return `<p>${inline(lines.join(''))}</p>`;
}

/** Blocks as they follow each other, each between blank lines. */
export function sheetBody(markdown: string): string {
  return markdown
    .split(/\n\s*\n/)
    .map((text) => text.split('\n').filter((line) => line !== ''))
    .filter((lines) => lines.length > 0)
    .map(block)
    .join('\n');
}

/** A4 upright; letters of at least 10 points, so that it can be read on a wall. */
const style = `
@page { size: A4 portrait; margin: 13mm 14mm 11mm; }
* { box-sizing: border-box; }
html { font-family: "Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", "Meiryo", sans-serif; }
body { margin: 0; color: #1b2420; font-size: 10.5pt; line-height: 1.4; line-break: strict; word-break: auto-phrase; }
h1 { margin: 0 0 1mm; padding: 0 0 1.6mm; border-bottom: 0.8mm solid #0b6650; font-size: 18pt; line-height: 1.2; }
p { margin: 2.4mm 0; }
h1 + p { margin-top: 1.4mm; color: #53615a; font-size: 10pt; }
b { font-weight: 700; }
table { width: 100%; margin: 2.6mm 0; border-collapse: collapse; }
th { padding: 0.9mm 2.4mm; background: #0b6650; color: #fff; font-weight: 700; text-align: left; }
td { padding: 0.85mm 2.4mm; border-bottom: 0.25mm solid #b9c4bd; vertical-align: top; }
tr { break-inside: avoid; }
tbody tr:nth-child(even) td { background: #f1f6f3; }
table:last-of-type th { background: #a8201c; }
.columns-3 th:first-child, .columns-3 td:first-child { width: 11mm; text-align: center; font-weight: 700; }
.columns-3 td:nth-child(2) { width: 62mm; }
.columns-2 td:first-child { width: 62mm; font-weight: 700; }
p:last-child { margin: 4.5mm 0 0; padding: 2.6mm 3mm; border: 0.4mm solid #0b6650; }
@media print { th, tbody tr:nth-child(even) td { print-color-adjust: exact; } }
`;

export function sheetPage(markdown: string): string {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? '';
  return `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head><body>
${sheetBody(markdown)}
</body></html>`;
}
