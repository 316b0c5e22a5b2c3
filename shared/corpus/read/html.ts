/** HTML pages: blocks become lines; what is no part of the document (scripts, navigation) is left out and counted. */
import { type Issue, issue } from '../../issue/issue.ts';
import type { SourceDocument, SourceLine } from '../model.ts';
import { line, tidy } from './lines.ts';
import { listNumber } from './list-number.ts';
import { findElement, isElement, type Markup, type MarkupElement, textOf } from './markup.ts';
import { isLayoutTable, tableLines } from './table.ts';

const unseen = new Set(
  'head title script style noscript template object iframe svg canvas audio video select button datalist rp'.split(
    ' ',
  ),
);
const blocks = new Set(
  'html body address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const navigationRoles = new Set(['navigation', 'banner', 'contentinfo', 'search', 'menu', 'menubar']);
const navigationNames =
  /^(nav|navi|navigation|g-?navi?|global-?navi?|breadcrumbs?|topic-?path|pankuzu|page-?top|site-?map|sns|skip-?link)$/i;

/** True for what leads around a site. Names alone do not decide over a part in which articles stand. */
function isNavigation(element: MarkupElement): boolean {
  const { role = '', class: classes = '', id = '' } = element.attributes;
  if (element.name === 'nav' || navigationRoles.has(role)) return true;
  const named = `${classes} ${id}`.split(/\s+/).some((name) => navigationNames.test(name));
  return named && !/第[0-9０-９一二三四五六七八九十百]+条/.test(textOf(element));
}

function isHidden({ attributes }: MarkupElement): boolean {
  return attributes.hidden !== undefined || /display\s*:\s*none/i.test(attributes.style ?? '');
}

/** Blanks and newlines as a browser shows them, except that a newline between Japanese characters is no blank. */
function inline(text: string): string {
  return text.replace(/[ \t]*[\r\n]+[ \t\r\n]*/g, '\n');
}

function withoutNewlines(text: string): string {
  return tidy(text.replace(/(^|[^!-~ ])\n+(?=[^!-~])/g, '$1').replace(/([^!-~ ])\n+/g, '$1'));
}

interface State {
  readonly lines: SourceLine[];
  readonly ruby: string[];
  text: string;
  numbering: string;
  heading: number;
  left: number;
  images: number;
}

function endLine(state: State): void {
  const text = withoutNewlines(state.text);
  const ruby = state.ruby.splice(0).join(' ');
  state.text = '';
  if (text === '') return;
  state.lines.push(
    line({
      text,
      ...(state.heading > 0 ? { kind: 'heading' as const, level: state.heading } : {}),
      ...(state.numbering === '' ? {} : { numbering: state.numbering }),
      ...(ruby === '' ? {} : { ruby }),
    }),
  );
  state.numbering = '';
}

function walkAll(nodes: readonly Markup[], state: State): void {
  for (const node of nodes) walk(node, state);
}

function walkList(list: MarkupElement, state: State): void {
  let position = 0;
  const items = list.children.filter((child) => isElement(child) && child.name === 'li').length;
  for (const child of list.children) {
    if (isElement(child) && child.name === 'li') {
      endLine(state);
      state.numbering = listNumber(list, child, position++, items);
    }
    walk(child, state);
  }
}

function walkPreformatted(element: MarkupElement, state: State): void {
  for (const text of textOf(element).split('\n')) {
    state.text += text;
    endLine(state);
  }
}

/** Text of a cell, its blocks parted by a blank; ruby goes to the row. */
function cellText(cell: MarkupElement, state: State): string {
  const inner: State = { ...state, lines: [], ruby: [], text: '', numbering: '', heading: 0 };
  walkAll(cell.children, inner);
  endLine(inner);
  state.images += inner.images - state.images;
  return inner.lines.map((each) => (each.numbering ?? '') + each.text).join('\u3000');
}

/** What an element does that is no plain block. */
const special: Readonly<Record<string, (element: MarkupElement, state: State) => void>> = {
  br: (_element, state) => endLine(state),
  img: (element, state) => {
    state.images++;
    state.text += element.attributes.alt ?? '';
  },
  rt: (element, state) => {
    state.ruby.push(tidy(textOf(element)));
  },
  ol: walkList,
  ul: walkList,
  pre: walkPreformatted,
  table: (element, state) => {
    if (isLayoutTable(element)) walkAll(element.children, state);
    else state.lines.push(...tableLines(element, (cell) => cellText(cell, state)));
  },
};

function walk(node: Markup, state: State): void {
  if (!isElement(node)) {
    state.text += inline(node);
    return;
  }
  if (unseen.has(node.name)) return;
  if (isNavigation(node) || isHidden(node)) {
    if (tidy(textOf(node)) !== '') state.left++;
    return;
  }
  const isBlock = blocks.has(node.name);
  if (isBlock) endLine(state);
  const level = /^h[1-6]$/.test(node.name) ? Number(node.name[1]) : 0;
  if (level > 0) state.heading = level;
  const how = special[node.name];
  if (how !== undefined) how(node, state);
  else walkAll(node.children, state);
  if (isBlock) endLine(state);
  if (level > 0) state.heading = 0;
}

/** Charset that a page declares for itself (`<meta charset>`, `http-equiv`, XML declaration), from its first bytes. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  let head = '';
  for (const byte of bytes.subarray(0, 4096)) head += String.fromCharCode(byte & 0x7f);
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}

/** Reads a parsed page. Ruby stands aside, list numbers in `numbering`, rows of tables as rows. */
export function readHtml(page: MarkupElement, file: string): SourceDocument {
  const state: State = { lines: [], ruby: [], text: '', numbering: '', heading: 0, left: 0, images: 0 };
  const title = findElement(page, 'title');
  walkAll(page.children, state);
  endLine(state);
  const issues: Issue[] = [];
  if (state.left > 0) {
    issues.push(issue('corpus.read.navigation-left-out', 'info', '', { params: { count: state.left } }));
  }
  if (state.images > 0) {
    issues.push(issue('corpus.read.pictures', 'info', '', { params: { count: state.images } }));
  }
  return {
    file,
    format: 'html',
    title: title === undefined ? '' : tidy(textOf(title)),
    lines: state.lines,
    issues,
  };
}
