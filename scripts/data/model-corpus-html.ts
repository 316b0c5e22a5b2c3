/** The model texts as web pages, one older and one newer in its ways, and as the page that is printed to a PDF. */
import { type Block, escaped, plainOf, reachOf } from './model-corpus-text.ts';

function titleOf(blocks: readonly Block[]): string {
  const title = blocks.find(({ kind }) => kind === 'title');
  return title?.kind === 'title' ? title.text : '';
}

function tableOf(rows: readonly (readonly string[])[], attributes: string): string {
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, column) => {
      if (column === 0 && cell === '') return '';
      const reach = column === 0 ? reachOf(rows, at) : 1;
      const name = at === 0 ? 'th' : 'td';
      return `<${name}${reach > 1 ? ` rowspan="${reach}"` : ''}>${escaped(cell)}</${name}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table${attributes}>\n${lines.join('\n')}\n</table>`;
}

interface Manner {
  readonly title: (text: string) => string;
  readonly heading: (text: string, level: number) => string;
  readonly text: (text: string) => string;
  readonly table: string;
}

function bodyOf(blocks: readonly Block[], manner: Manner): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'title':
          return manner.title(escaped(block.text));
        case 'heading':
          return manner.heading(escaped(block.text), block.level);
        case 'table':
          return tableOf(block.rows, manner.table);
        default:
          return manner.text(escaped(plainOf(block.text)));
      }
    })
    .join('\n');
}

/** A page as a chamber's site of the years after 2000 has it: Shift_JIS, fonts and breaks in the text, a path to the top. */
export function olderPage(blocks: readonly Block[]): string {
  const body = bodyOf(blocks, {
    title: (text) => `<h1 align="center"><font size="5">${text}</font></h1>`,
    heading: (text) => `<p align="center"><b>${text}</b></p>`,
    text: (text) => `${text}<br>`,
    table: ' border="1" cellspacing="0" cellpadding="4"',
  });
  return `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html lang="ja">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">
<title>${escaped(titleOf(blocks))}</title>
</head>
<body bgcolor="#ffffff">
<div id="topicpath"><a href="index.html">ホーム</a> &gt; <a href="kitei.html">規程の一覧</a></div>
${body}
</body>
</html>
`;
}

/** A page of today: UTF-8, headings as such, navigation and footer of the site around it. */
export function newerPage(blocks: readonly Block[]): string {
  const body = bodyOf(blocks, {
    title: (text) => `<h1>${text}</h1>`,
    heading: (text, level) => `<h${level + 1}>${text}</h${level + 1}>`,
    text: (text) => `<p>${text}</p>`,
    table: '',
  });
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<title>${escaped(titleOf(blocks))}</title>
<style>main { max-width: 46em; margin: auto; } table { border-collapse: collapse; } th, td { border: 1px solid; }</style>
</head>
<body>
<nav><ul><li><a href="/">ホーム</a></li><li><a href="/kitei/">規程</a></li><li><a href="/toiawase/">お問い合わせ</a></li></ul></nav>
<main>
${body}
</main>
</body>
</html>
`;
}

/** The page that is printed: A4, one column, in a serif. */
export function printedPage(blocks: readonly Block[]): string {
  const body = bodyOf(blocks, {
    title: (text) => `<h1>${text}</h1>`,
    heading: (text) => `<h2>${text}</h2>`,
    text: (text) => `<p>${text}</p>`,
    table: '',
  });
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<title>${escaped(titleOf(blocks))}</title>
<style>
body { font: 10.5pt/1.75 "Noto Serif CJK JP", serif; margin: 0; }
h1 { font-size: 16pt; text-align: center; font-weight: normal; }
h2 { font-size: 10.5pt; font-weight: normal; margin: 1.5em 0 0.5em 3em; }
p { margin: 0; text-align: justify; }
table { border-collapse: collapse; break-inside: avoid; }
th, td { border: 0.5pt solid; padding: 0 0.8em; font-weight: normal; text-align: left; vertical-align: top; }
</style>
</head>
<body>
${body}
</body>
</html>
`;
}
