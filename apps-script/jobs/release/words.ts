/**
 * Words of messages in a release: they replace those of the program, code by code. A code that the program does not know, and words that
 * name a place the program's own do not name, are passed over: they could say nothing.
 */
import * as z from 'zod/mini';
import type { Words } from '../../../shared/issue/ja/words.ts';
import { catalogue } from '../../../shared/issue/messages.ts';
import { lazy } from '../../../shared/lazy.ts';
import type { Workbook } from '../port.ts';
import { releasedFile } from './stored.ts';

const text = () => z.string().check(z.maxLength(500));
const schema = lazy(() => z.record(z.string(), z.strictObject({ message: text(), remedy: text() })));

const placesOf = ({ message, remedy }: Words): readonly string[] =>
  [...`${message}${remedy}`.matchAll(/\{([A-Za-z0-9]+)\}/g)].map(([, name = '']) => name);

/** Whether a value is a file of messages at all. */
export const isWords = (value: unknown): boolean => schema().safeParse(value).success;

/** Those that can stand in place of the program's own. */
export function usableWords(value: unknown): Readonly<Record<string, Words>> {
  const parsed = schema().safeParse(value);
  if (!parsed.success) return {};
  const all = new Map(Object.entries(catalogue()));
  return Object.fromEntries(
    Object.entries(parsed.data).filter(([key, words]) => {
      const own = all.get(key);
      return own !== undefined && placesOf(words).every((name) => placesOf(own).includes(name));
    }),
  );
}

let held: { readonly version: string; readonly words: Readonly<Record<string, Words>> } | null = null;

/** Words of the release by code. A version is the same everywhere. */
export function releasedWords(workbook: Workbook, version: string): Readonly<Record<string, Words>> {
  if (held?.version !== version) {
    held = { version, words: usableWords(releasedFile(workbook, version, 'messages')) };
  }
  return held.words;
}
