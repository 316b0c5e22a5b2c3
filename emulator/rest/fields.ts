/** Partial answers: the `fields` parameter (https://developers.google.com/workspace/drive/api/guides/fields-parameter). */
import { badRequest } from './errors.ts';

/** Selected names; null selects everything below. */
interface Selection {
  readonly [name: string]: Selection | null;
}

function fault(text: string): never {
  throw badRequest(`Invalid field selection ${text}`);
}

/** Reads `a,b/c,d(e,f)`, a dot meaning the same as a slash; `*` is everything. */
export function parseFields(text: string): Selection {
  let at = 0;
  const list = (): Selection => {
    const out: Record<string, Selection | null> = {};
    for (;;) {
      const name = /^[\w*]+/.exec(text.slice(at))?.[0];
      if (name === undefined) fault(text);
      at += name.length;
      out[name] = below();
      if (text[at] !== ',') return out;
      at += 1;
    }
  };
  const below = (): Selection | null => {
    if (text[at] === '/' || text[at] === '.') {
      at += 1;
      const name = /^[\w*]+/.exec(text.slice(at))?.[0];
      if (name === undefined) fault(text);
      at += name.length;
      return { [name]: below() };
    }
    if (text[at] !== '(') return null;
    at += 1;
    const inner = list();
    if (text[at] !== ')') fault(text);
    at += 1;
    return inner;
  };
  const selection = list();
  if (at !== text.length) fault(text);
  return selection;
}

/** The parts of a JSON value that are selected; lists are walked through. */
export function select(value: unknown, selection: Selection | null): unknown {
  if (selection === null || '*' in selection) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => select(one, selection));
  if (typeof value !== 'object' || value === null) return value;
  const out: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const chosen = selection[name];
    if (chosen !== undefined) out[name] = select(inner, chosen);
  }
  return out;
}
