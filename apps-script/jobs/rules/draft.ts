/** A bundle whose documents are still being written: kept, so that the next execution need not put it together again. */
import * as z from 'zod/mini';
import { lazy } from '../../../shared/lazy.ts';
import type { Made } from './make.ts';
import { storedIssue } from './source-document.ts';

export const draftPrefix = '作成中 ';
export const draftName = (made: string): string => `${draftPrefix}${made.slice(0, 16)}.json`;

const schema = lazy(() =>
  z.strictObject({
    version: z.literal(1),
    sources: z.array(
      z.strictObject({
        key: z.string(),
        name: z.string(),
        file: z.string(),
        title: z.string(),
        sha256: z.string(),
        characters: z.number(),
        text: z.string(),
      }),
    ),
    index: z.string(),
    issues: z.array(storedIssue()),
  }),
);

export const draftText = (made: Made): string => JSON.stringify({ version: 1, ...made });

/** Null where there is none, or one that cannot be used. */
export function readDraft(text: string | null): Made | null {
  if (text === null) return null;
  try {
    return schema().safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
