/** A parsed HTML or XML text as a tree of values: what the readers of this folder walk, whoever parsed it. */

export interface MarkupElement {
  /** As written in XML (`w:p`), in lower case in HTML. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Markup[];
}

export type Markup = MarkupElement | string;

export function isElement(node: Markup): node is MarkupElement {
  return typeof node !== 'string';
}

/** The elements among the children, of one name where it is given. */
export function childrenOf(node: MarkupElement, name?: string): MarkupElement[] {
  const found: MarkupElement[] = [];
  for (const child of node.children) {
    if (isElement(child) && (name === undefined || child.name === name)) found.push(child);
  }
  return found;
}

/** The first child of a name. */
export function childOf(node: MarkupElement | undefined, name: string): MarkupElement | undefined {
  return node === undefined ? undefined : childrenOf(node, name)[0];
}

/** The first element of a name in the tree, itself included. */
export function findElement(node: MarkupElement, name: string): MarkupElement | undefined {
  if (node.name === name) return node;
  for (const child of node.children) {
    const found = isElement(child) ? findElement(child, name) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every element of a name in the tree, in document order, none inside another of them. */
export function allElements(node: MarkupElement, name: string): MarkupElement[] {
  if (node.name === name) return [node];
  return node.children.flatMap((child) => (isElement(child) ? allElements(child, name) : []));
}

/** All the text of a tree, as it stands. */
export function textOf(node: Markup): string {
  return isElement(node) ? node.children.map(textOf).join('') : node;
}
