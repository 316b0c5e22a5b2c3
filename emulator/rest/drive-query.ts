/** The search language of files.list, as far as it is used: terms joined by `and` (https://developers.google.com/workspace/drive/api/guides/search-files). */
import type { DriveFile } from '../workspace/model.ts';
import { badRequest } from './errors.ts';

type Test = (file: DriveFile) => boolean;

const TEXT = `'((?:[^'\\\\]|\\\\.)*)'`;
const plain = (text: string): string => text.replace(/\\(.)/g, '$1');

/** One row a kind of term. `contains` on names matches the beginnings of words only; Japanese names count as one word. */
const TERMS: readonly { readonly pattern: RegExp; readonly test: (a: string, b: string) => Test }[] = [
  {
    pattern: new RegExp(`^name\\s*(=|!=|contains)\\s*${TEXT}$`),
    test: (operator, value) => (file) => {
      if (operator === 'contains') {
        return file.name
          .toLowerCase()
          .split(/[\s._-]+/)
          .some((w) => w.startsWith(plain(value).toLowerCase()));
      }
      return (file.name === plain(value)) === (operator === '=');
    },
  },
  {
    pattern: new RegExp(`^mimeType\\s*(=|!=)\\s*${TEXT}$`),
    test: (operator, value) => (file) => (file.mimeType === plain(value)) === (operator === '='),
  },
  { pattern: new RegExp(`^${TEXT}\\s+(in)\\s+parents$`), test: (id) => (file) => file.parents.includes(id) },
  {
    pattern: /^trashed\s*(=|!=)\s*(true|false)$/,
    test: (operator, value) => (file) => (file.trashed === (value === 'true')) === (operator === '='),
  },
  {
    pattern: new RegExp(`^(modifiedTime)\\s*>\\s*${TEXT}$`),
    test: (_name, value) => (file) => file.updatedAt > Date.parse(value),
  },
];

/** Compiles `q`; '' matches every file. */
export function fileTest(q: string): Test {
  if (q.trim() === '') return () => true;
  // `and` inside quotes belongs to the text.
  const terms = q.match(/(?:'(?:[^'\\]|\\.)*'|(?!\s+and\s+)[\s\S])+/g) ?? [];
  const tests = terms
    .map((term) => term.replace(/^\s*and\s+/, '').trim())
    .map((term) => {
      for (const { pattern, test } of TERMS) {
        const found = pattern.exec(term);
        if (found !== null) return test(found[1] ?? '', found[2] ?? '');
      }
      throw badRequest(`Invalid Value: q (${term})`);
    });
  return (file) => tests.every((test) => test(file));
}
