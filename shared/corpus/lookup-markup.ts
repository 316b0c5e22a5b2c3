/** Builds the tree that the readers walk out of the events of a parser, whoever's parser it is. */
import type { Markup, MarkupElement } from './read/markup.ts';

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Markup[];
}

export interface TreeHandler {
  readonly onopentag: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly ontext: (text: string) => void;
  readonly onclosetag: () => void;
}

/** A handler of parser events, and the root (without a name) that they fill. */
export function treeHandler(): { readonly handler: TreeHandler; readonly root: MarkupElement } {
  const root: Open = { name: '', attributes: {}, children: [] };
  const stack: Open[] = [root];
  const top = (): Open => stack[stack.length - 1] ?? root;
  const handler: TreeHandler = {
    onopentag(name, attributes) {
      const element: Open = { name, attributes, children: [] };
      top().children.push(element);
      stack.push(element);
    },
    ontext(text) {
      const { children } = top();
      const last = children[children.length - 1];
      if (typeof last === 'string') children[children.length - 1] = last + text;
      else children.push(text);
    },
    onclosetag() {
      if (stack.length > 1) stack.pop();
    },
  };
  return { handler, root };
}
