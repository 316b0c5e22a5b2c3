/**
 * Law XML of e-Gov (法令標準XMLスキーマ, https://laws.e-gov.go.jp/docs/): each article, paragraph and item as one line with its number as
 * printed, the way the law's page shows it.
 */
import { type Issue, issue } from '../../issue/issue.ts';
import type { SourceDocument, SourceLine } from '../model.ts';
import { line, tidy } from './lines.ts';
import { childOf, childrenOf, findElement, isElement, type MarkupElement } from './markup.ts';
import { tableLines } from './table.ts';

interface State {
  readonly lines: SourceLine[];
  ruby: string[];
  figures: number;
}

/** Text of an element in one line, ruby aside; columns of a sentence are parted by a full-width blank. */
function sentence(node: MarkupElement, state: State): string {
  let text = '';
  for (const child of node.children) {
    if (!isElement(child)) text += child.replace(/\s*\n\s*/g, '');
    else if (child.name === 'Rt') state.ruby.push(sentence(child, state));
    else if (child.name === 'Fig') state.figures++;
    else {
      const words = sentence(child, state);
      text += child.name === 'Column' && text !== '' ? `\u3000${words}` : words;
    }
  }
  return text;
}

function put(state: State, texts: readonly string[], more: Partial<SourceLine> = {}): void {
  const text = tidy(
    texts
      .map(tidy)
      .filter((each) => each !== '')
      .join('\u3000'),
  );
  const ruby = state.ruby.join(' ');
  state.ruby = [];
  if (text !== '') state.lines.push(line({ text, ...more, ...(ruby === '' ? {} : { ruby }) }));
}

const words = (node: MarkupElement | undefined, state: State): string =>
  node === undefined ? '' : sentence(node, state);

/** Parts with a title of their own → its level as a heading. */
const headed: Readonly<Record<string, number>> = {
  PartTitle: 2,
  ChapterTitle: 3,
  SectionTitle: 4,
  SubsectionTitle: 5,
  DivisionTitle: 6,
  AppdxTableTitle: 2,
  AppdxNoteTitle: 2,
  AppdxStyleTitle: 2,
  AppdxFormatTitle: 2,
  AppdxFigTitle: 2,
  AppdxTitle: 2,
  SupplProvisionAppdxTableTitle: 3,
  SupplProvisionAppdxStyleTitle: 3,
  SupplProvisionAppdxTitle: 3,
};

/** A number and its sentence in one line, then what stands below: `２　前項の…`, `イ　…`. */
function putNumbered(
  node: MarkupElement,
  number: string,
  sentenceName: string,
  state: State,
  before = '',
): void {
  put(state, [before, words(childOf(node, number), state), words(childOf(node, sentenceName), state)]);
  const own = [number, sentenceName, 'ParagraphCaption'];
  for (const child of childrenOf(node)) if (!own.includes(child.name)) walk(child, state);
}

function putParagraph(node: MarkupElement, state: State, before = ''): void {
  put(state, [words(childOf(node, 'ParagraphCaption'), state)]);
  putNumbered(node, 'ParagraphNum', 'ParagraphSentence', state, before);
}

function putArticle(node: MarkupElement, state: State): void {
  put(state, [words(childOf(node, 'ArticleCaption'), state)]);
  const title = words(childOf(node, 'ArticleTitle'), state);
  const paragraphs = childrenOf(node, 'Paragraph');
  if (paragraphs.length === 0) put(state, [title]);
  for (const [index, paragraph] of paragraphs.entries())
    putParagraph(paragraph, state, index === 0 ? title : '');
  const own = ['ArticleCaption', 'ArticleTitle', 'Paragraph'];
  for (const child of childrenOf(node)) if (!own.includes(child.name)) walk(child, state);
}

function putSupplement(node: MarkupElement, state: State): void {
  const law = node.attributes.AmendLawNum;
  const label = words(childOf(node, 'SupplProvisionLabel'), state).replace(/[\s\u3000]/g, '');
  const extract = node.attributes.Extract === 'true' ? '抄' : '';
  put(state, [`${label}${law === undefined ? '' : `（${law}）`}`, extract], { kind: 'heading', level: 2 });
  for (const child of childrenOf(node)) if (child.name !== 'SupplProvisionLabel') walk(child, state);
}

/** A table of a law is an HTML table under other names. */
function asHtmlTable(node: MarkupElement): MarkupElement {
  const names: Readonly<Record<string, string>> = {
    TableRow: 'tr',
    TableHeaderRow: 'tr',
    TableColumn: 'td',
    TableHeaderColumn: 'th',
  };
  const children = node.children.map((child) => (isElement(child) ? asHtmlTable(child) : child));
  return { name: names[node.name] ?? node.name, attributes: node.attributes, children };
}

function putTable(node: MarkupElement, state: State): void {
  const cell = (each: MarkupElement): string => {
    const inner: State = { lines: [], ruby: state.ruby, figures: 0 };
    walkChildren(each, inner);
    state.figures += inner.figures;
    return inner.lines.map(({ text }) => text).join('\u3000');
  };
  state.lines.push(...tableLines(asHtmlTable(node), cell));
}

type Put = (node: MarkupElement, state: State) => void;

const putLine: Put = (node, state) => put(state, [words(node, state)]);
/** `第一章　総則（第一条―第五条）` of the table of contents. */
const putContents: Put = (node, state) => {
  const own = childrenOf(node).filter(({ name }) => name.endsWith('Title') || name === 'ArticleRange');
  put(state, [own.map((each) => words(each, state)).join('')]);
  for (const child of childrenOf(node)) if (!own.includes(child)) walk(child, state);
};

const kinds: Readonly<Record<string, Put>> = {
  Article: putArticle,
  Paragraph: (node, state) => putParagraph(node, state),
  Item: (node, state) => putNumbered(node, 'ItemTitle', 'ItemSentence', state),
  SupplProvision: putSupplement,
  Table: putTable,
  Sentence: putLine,
  Column: putLine,
  LawNum: putLine,
  LawTitle: (node, state) => put(state, [words(node, state)], { kind: 'heading', level: 1 }),
  TOCLabel: putLine,
  ArithFormula: putLine,
  Fig: (_node, state) => {
    state.figures++;
  },
};

function walk(node: MarkupElement, state: State): void {
  const level = headed[node.name];
  const subitem = /^Subitem\d+$/.test(node.name);
  const own = kinds[node.name];
  if (level !== undefined) put(state, [words(node, state)], { kind: 'heading', level });
  else if (own !== undefined) own(node, state);
  else if (subitem) putNumbered(node, `${node.name}Title`, `${node.name}Sentence`, state);
  else if (/^TOC./.test(node.name)) putContents(node, state);
  else walkChildren(node, state);
}

/** Text that stands bare in an element which no rule names is a line, too: nothing is lost. */
function walkChildren(node: MarkupElement, state: State): void {
  for (const child of node.children) {
    if (isElement(child)) walk(child, state);
    else put(state, [child.replace(/\s*\n\s*/g, '')]);
  }
}

/** True for a parsed file that holds a law. */
export function isLaw(root: MarkupElement): boolean {
  return findElement(root, 'LawBody') !== undefined;
}

/** Reads the law in a parsed file, also in the answer of the law API around it. */
export function readEgovXml(root: MarkupElement, file: string): SourceDocument {
  const law = findElement(root, 'Law') ?? root;
  const body = findElement(law, 'LawBody') ?? law;
  const state: State = { lines: [], ruby: [], figures: 0 };
  const titles = childrenOf(body, 'LawTitle');
  for (const title of titles) walk(title, state);
  const title = state.lines[0]?.text ?? '';
  for (const number of childrenOf(law, 'LawNum')) put(state, [`（${words(number, state)}）`]);
  for (const child of childrenOf(body)) if (!titles.includes(child)) walk(child, state);
  const issues: Issue[] = [];
  if (state.figures > 0) {
    issues.push(issue('corpus.read.pictures', 'info', '', { params: { count: state.figures } }));
  }
  return { file, format: 'egov-xml', title, lines: state.lines, issues };
}
