/**
 * The tree of a document and the changes it takes. Pure: the script's realm keeps a copy of the tree and makes the same
 * changes to it as the workspace does.
 */
import type { DocNode, DocRun, DocTab, DocumentState } from './model.ts';

/** Attributes that letters have; set on a container they hold for all text in it. */
export const TEXT_ATTRIBUTES: ReadonlySet<string> = new Set([
  'BACKGROUND_COLOR',
  'BOLD',
  'FONT_FAMILY',
  'FONT_SIZE',
  'FOREGROUND_COLOR',
  'ITALIC',
  'LINK_URL',
  'STRIKETHROUGH',
  'UNDERLINE',
]);

export type DocChange =
  | { do: 'insert'; parent: string; at: number; node: DocNode }
  | { do: 'remove'; node: string }
  /** `null` takes an attribute away. */
  | { do: 'attributes'; node: string; values: Record<string, string | number | boolean | null> }
  | { do: 'runs'; node: string; runs: DocRun[] }
  | { do: 'image'; node: string; image: { mimeType: string; content: string } }
  | { do: 'section'; which: 'header' | 'footer'; node: DocNode | null };

/** Nodes and parents by node id, so that a change costs the same in a long document. */
export interface DocIndex {
  nodes: Map<string, DocNode>;
  parents: Map<string, DocNode>;
}

export function enter(index: DocIndex, node: DocNode, parent: DocNode | null): void {
  index.nodes.set(node.id, node);
  if (parent !== null) index.parents.set(node.id, parent);
  for (const child of node.children ?? []) enter(index, child, node);
}

function leave(index: DocIndex, node: DocNode): void {
  index.nodes.delete(node.id);
  index.parents.delete(node.id);
  for (const child of node.children ?? []) leave(index, child);
}

const bodiesOf = (tabs: readonly DocTab[]): DocNode[] =>
  tabs.flatMap((tab) => [tab.body, ...bodiesOf(tab.tabs ?? [])]);

export function indexOf(doc: DocumentState): DocIndex {
  const index: DocIndex = { nodes: new Map(), parents: new Map() };
  for (const section of [doc.body, doc.header, doc.footer, ...bodiesOf(doc.tabs ?? [])])
    if (section !== undefined) enter(index, section, null);
  return index;
}

/** Every TEXT below a node (or itself), in reading order; what a footnote says stands apart. */
export function textsOf(node: DocNode): DocNode[] {
  if (node.type === 'FOOTNOTE') return [];
  return node.type === 'TEXT' ? [node] : (node.children ?? []).flatMap(textsOf);
}

export const plainText = (node: DocNode): string => (node.runs ?? []).map((run) => run.text).join('');

const BLOCKS = new Set(['PARAGRAPH', 'LIST_ITEM']);

/** Text as `getText` gives it: paragraphs joined by newlines. */
export function textOf(node: DocNode): string {
  if (node.type === 'TEXT') return plainText(node);
  if (node.type === 'FOOTNOTE') return '';
  const children = node.children ?? [];
  if (BLOCKS.has(node.type)) return children.map(textOf).join('');
  return children.map(textOf).join('\n');
}

/** Own attributes change; those of letters are taken from everything below, which then follows this node. */
export function setAttributes(
  node: DocNode,
  values: Record<string, string | number | boolean | null>,
  own = true,
): void {
  for (const [name, value] of Object.entries(values)) {
    if (own && value !== null && node.type !== 'TEXT') node.attributes[name] = value;
    else if (TEXT_ATTRIBUTES.has(name) || own) delete node.attributes[name];
  }
  for (const run of node.runs ?? []) {
    for (const [name, value] of Object.entries(values)) {
      if (!TEXT_ATTRIBUTES.has(name)) continue;
      if (own && value !== null) run.style[name] = value;
      else delete run.style[name];
    }
  }
  for (const child of node.children ?? []) setAttributes(child, values, false);
}

/** Runs with neighbours of one look joined and empty ones left out. */
export function joinRuns(runs: readonly DocRun[]): DocRun[] {
  const out: DocRun[] = [];
  for (const run of runs) {
    const last = out[out.length - 1];
    if (run.text === '') continue;
    if (last !== undefined && JSON.stringify(last.style) === JSON.stringify(run.style)) last.text += run.text;
    else out.push({ text: run.text, style: { ...run.style } });
  }
  return out;
}

/** Runs of `from` up to (not with) `to`, in UTF-16 units. */
export function cutRuns(runs: readonly DocRun[], from: number, to: number): DocRun[] {
  let at = 0;
  const out: DocRun[] = [];
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') out.push({ text, style: { ...run.style } });
    at += run.text.length;
  }
  return out;
}

/** Makes one change; an unknown node is left alone (another execution has removed it). */
export function applyChange(doc: DocumentState, index: DocIndex, change: DocChange): void {
  switch (change.do) {
    case 'insert': {
      const parent = index.nodes.get(change.parent);
      if (parent === undefined) return;
      const children = parent.children ?? [];
      parent.children = children;
      children.splice(Math.min(change.at, children.length), 0, change.node);
      enter(index, change.node, parent);
      return;
    }
    case 'remove': {
      const node = index.nodes.get(change.node);
      const children = index.parents.get(change.node)?.children;
      if (node === undefined || children === undefined) return;
      children.splice(children.lastIndexOf(node), 1);
      leave(index, node);
      return;
    }
    case 'section': {
      const before = doc[change.which];
      if (before !== undefined) leave(index, before);
      if (change.node === null) delete doc[change.which];
      else {
        doc[change.which] = change.node;
        enter(index, change.node, null);
      }
      return;
    }
    default: {
      const node = index.nodes.get(change.node);
      if (node === undefined) return;
      if (change.do === 'attributes') setAttributes(node, change.values);
      else if (change.do === 'runs') node.runs = change.runs;
      else node.image = change.image;
    }
  }
}

/** A copy with ids of its own. */
export function copyNode(node: DocNode, newId: () => string): DocNode {
  const { children, ...rest } = node;
  return {
    ...(JSON.parse(JSON.stringify(rest)) as DocNode),
    id: newId(),
    ...(children === undefined ? {} : { children: children.map((child) => copyNode(child, newId)) }),
  };
}
