/** An open document in one execution: a copy of its tree, and the changes on their way to the workspace. */
import {
  applyChange,
  copyNode,
  type DocChange,
  type DocIndex,
  indexOf,
  setAttributes,
} from '../../workspace/document-tree.ts';
import type { DocNode, DocRun, DocumentState } from '../../workspace/model.ts';
import { call } from './bridge-client.ts';
import { type Face, refusal } from './face.ts';

type Maker = (session: DocSession, node: DocNode) => Face;
const makers = new Map<string, Maker>();

/** Tells which class shows an element type; the classes name themselves when they are loaded. */
export function register(type: string, maker: Maker): void {
  makers.set(type, maker);
}

export class DocSession {
  readonly doc: DocumentState;
  private readonly index: DocIndex;
  private readonly prefix: string;
  private readonly faces = new WeakMap<DocNode, Face>();
  private serial = 0;
  private closed = false;

  constructor(opened: { doc: DocumentState; prefix: string }) {
    this.doc = opened.doc;
    this.prefix = opened.prefix;
    this.index = indexOf(this.doc);
  }

  /** Ids that no other execution makes. */
  newId(): string {
    this.serial += 1;
    return `${this.prefix}.${this.serial}`;
  }

  node(type: string, over: Partial<DocNode> = {}): DocNode {
    return { id: this.newId(), type, attributes: {}, ...over };
  }

  paragraph(text: string): DocNode {
    return this.node('PARAGRAPH', { children: this.lines(text) });
  }

  /** The text of a paragraph as its children: one TEXT, or none for no text. */
  lines(text: string): DocNode[] {
    return text === '' ? [] : [this.node('TEXT', { runs: [{ text, style: {} }] })];
  }

  copy(node: DocNode): DocNode {
    return copyNode(node, () => this.newId());
  }

  face(node: DocNode): Face {
    const known = this.faces.get(node);
    if (known !== undefined) return known;
    const maker = makers.get(node.type);
    if (maker === undefined) throw new Error(`unknown element type ${node.type}`);
    const made = maker(this, node);
    this.faces.set(node, made);
    return made;
  }

  parent(node: DocNode): DocNode | null {
    return this.index.parents.get(node.id) ?? null;
  }

  attached(node: DocNode): boolean {
    return this.index.nodes.get(node.id) === node;
  }

  /** Counts a look at the content. */
  read(): void {
    if (this.closed) this.refuse();
    call('Document.read');
  }

  private refuse(): never {
    throw refusal('Document is closed, its contents cannot be updated.');
  }

  /** One write, here and in the workspace. */
  change(changes: DocChange[]): void {
    if (this.closed) this.refuse();
    call('Document.change', this.doc.id, changes);
    for (const change of changes) applyChange(this.doc, this.index, change);
  }

  insert(parent: DocNode, at: number, node: DocNode): void {
    if (this.attached(parent)) this.change([{ do: 'insert', parent: parent.id, at, node }]);
    else {
      const children = parent.children ?? [];
      parent.children = children;
      children.splice(at, 0, node);
    }
  }

  /** Attributes of the node itself; one that is not in the document yet changes here only. */
  setAttributes(node: DocNode, values: Record<string, string | number | boolean | null>): void {
    if (this.attached(node)) this.change([{ do: 'attributes', node: node.id, values }]);
    else setAttributes(node, values);
  }

  setRuns(edits: readonly { node: DocNode; runs: DocRun[] }[]): void {
    const sent: DocChange[] = [];
    for (const { node, runs } of edits) {
      if (this.attached(node)) sent.push({ do: 'runs', node: node.id, runs });
      else node.runs = runs;
    }
    if (sent.length > 0) this.change(sent);
  }

  /** Takes nodes out and puts others in their place, as one write. */
  replaceChildren(parent: DocNode, children: DocNode[]): void {
    if (!this.attached(parent)) {
      parent.children = children;
      return;
    }
    this.change([
      ...(parent.children ?? []).map((node): DocChange => ({ do: 'remove', node: node.id })),
      ...children.map((node, at): DocChange => ({ do: 'insert', parent: parent.id, at, node })),
    ]);
  }

  section(which: 'header' | 'footer', node: DocNode): void {
    this.change([{ do: 'section', which, node }]);
  }

  /** https://developers.google.com/apps-script/reference/document/document#saveandclose */
  close(): void {
    if (this.closed) this.refuse();
    call('Document.saveAndClose');
    this.closed = true;
  }
}
