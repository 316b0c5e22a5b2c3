/** HTML and XML parsed into the tree that the readers walk. The parser forgives: broken markup gives what can be read. */
import { Parser } from 'htmlparser2';
import type { Markup, MarkupElement } from '../../../shared/corpus/read/markup.ts';

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Markup[];
}

/** The tree under a root without a name; comments and instructions are left out. */
export function parseMarkup(text: string, kind: 'html' | 'xml'): MarkupElement {
  const root: Open = { name: '', attributes: {}, children: [] };
  const stack: Open[] = [root];
  const top = (): Open => stack[stack.length - 1] ?? root;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element: Open = { name, attributes, children: [] };
        top().children.push(element);
        stack.push(element);
      },
      ontext: (words) => {
        const { children } = top();
        const last = children[children.length - 1];
        if (typeof last === 'string') children[children.length - 1] = last + words;
        else children.push(words);
      },
      onclosetag: () => void (stack.length > 1 && stack.pop()),
    },
    { xmlMode: kind === 'xml', decodeEntities: true },
  );
  parser.end(text);
  return root;
}
