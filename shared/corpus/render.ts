/** A regulation as the text of a source: its head, then one paragraph a block, each beginning with its own address. */
import { sha256Hex } from '../bytes/sha256.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { guardBrackets } from './annotation.ts';
import type { Blocked } from './blocks.ts';
import { joint } from './draft.ts';
import type { Block } from './model.ts';

/** Labels of the head that are no dates. */
export const headLabels = {
  short: '略称',
  version: '版',
  file: '元のファイル',
  part: '分冊',
  unread: '読めなかったところ',
  term: '用語',
} as const;

/** A paragraph of more characters goes on in another one with the same address. */
const longest = 1200;

export const addressMark = (title: string, address: string): string =>
  `〔${address === '' ? title : `${title} ${address}`}〕`;

/** True for what only holds others: 附則 says nothing that its paragraphs do not. */
function isEmpty(block: Block, next: Block | undefined): boolean {
  return (
    block.kind === 'supplement' &&
    block.heading === '' &&
    block.text === '' &&
    next?.address.startsWith(`${block.address}第`) === true
  );
}

/** True for an article of several paragraphs: its first paragraph carries its heading. */
function isCarried(block: Block, next: Block | undefined): boolean {
  return (
    block.kind === 'article' &&
    block.text === '' &&
    next?.kind === 'paragraph' &&
    next.address.startsWith(block.address)
  );
}

/** Text and tables of a block as paragraphs; lines of one paragraph are joined. */
function paragraphs(mark: string, heading: string, text: string): readonly string[] {
  const done: string[] = [];
  let line = `${mark}${heading === '' ? '' : `（${guardBrackets(heading)}）`}`;
  let isEmpty = heading === '';
  let open = true;
  let rows: string[] = [];
  const close = () => {
    if (open || rows.length > 0) done.push([line, ...rows].join('\n'));
    open = false;
    rows = [];
  };
  for (const one of text === '' ? [] : text.split('\n')) {
    if (one.startsWith('|')) {
      if (rows.length === 1) rows.push(ruleOf(rows[0] ?? ''));
      rows.push(one);
      open = true;
      continue;
    }
    if (rows.length > 0 || (!isEmpty && line.length + one.length > longest)) {
      finishTable(rows);
      close();
      line = mark;
      isEmpty = true;
      open = true;
    }
    // A text that begins like a heading is told apart by the joint before it.
    const guarded = isEmpty && /^[（〔]/.test(one) ? joint : '';
    line += isEmpty ? guarded + one : joint + one;
    isEmpty = false;
    open = true;
  }
  finishTable(rows);
  close();
  return done;
}

/** Markdown wants a rule below the first row. */
function ruleOf(row: string): string {
  const cells = row.split('|').length - 2;
  return `|${' --- |'.repeat(Math.max(cells, 1))}`;
}

function finishTable(rows: string[]): void {
  if (rows.length === 1) rows.push(ruleOf(rows[0] ?? ''));
}

/** Paragraphs of all blocks, in order. */
export function bodyOf(title: string, blocks: readonly Block[]): readonly string[] {
  const done: string[] = [];
  let carried = '';
  blocks.forEach((block, at) => {
    if (isEmpty(block, blocks[at + 1])) return;
    if (isCarried(block, blocks[at + 1])) {
      carried = block.heading;
      return;
    }
    done.push(
      ...paragraphs(addressMark(title, block.address), carried === '' ? block.heading : carried, block.text),
    );
    carried = '';
  });
  return done;
}

/** The version of a text: it changes when the words change, and only then. */
export function versionOf(body: readonly string[]): string {
  return sha256Hex(encodeUtf8(body.join('\n\n'))).slice(0, 12);
}

/** Head lines of a source. */
export function headOf(
  { regulation, definitions }: Pick<Blocked, 'regulation' | 'definitions'>,
  more: { readonly version: string; readonly part: string; readonly unread: readonly string[] },
): string {
  const line = (label: string, text: string) => `- ${label}：${text.replace(/\s*\n\s*/g, ' ')}`;
  const terms = new Map(
    definitions
      .filter(({ address }) => !address.startsWith('附則（'))
      .map(({ term, address }) => [term, address] as const)
      .reverse(),
  );
  return [
    `# ${regulation.title}`,
    '',
    ...(regulation.shortTitle === regulation.title ? [] : [line(headLabels.short, regulation.shortTitle)]),
    ...regulation.dates.map(({ label, text }) => line(label, text)),
    line(headLabels.version, more.version),
    line(headLabels.file, regulation.file),
    ...(more.part === '' ? [] : [line(headLabels.part, more.part)]),
    ...more.unread.map((words) => line(headLabels.unread, words)),
    ...[...terms].reverse().map(([term, address]) => line(headLabels.term, `「${term}」 ${address}`)),
  ].join('\n');
}

export const sourceText = (head: string, body: readonly string[]): string =>
  `${[head, ...body].join('\n\n')}\n`;
