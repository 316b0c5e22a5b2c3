/** What a bundle must not be used with unseen: the build and the check end with 1. */
import type { Issue } from '../issue/issue.ts';

/** Parts of a source that nobody could read: answers would not know them. Warnings, for the rest is built. */
const unreadParts: ReadonlySet<string> = new Set([
  'corpus.unread',
  'corpus.read.bytes-unreadable',
  'corpus.read.characters-lost',
  'corpus.read.page-damaged',
  'corpus.read.page-garbled',
  'corpus.read.page-without-text',
  'corpus.read.picture-only',
]);

export const isFailing = ({ code, severity }: Issue): boolean =>
  severity === 'error' || unreadParts.has(code);

/** True for a part of a source that could not be read: it stands in the head of the source. */
export const isUnread = ({ code, severity }: Issue): boolean =>
  code.startsWith('corpus.read.') && (severity === 'error' || unreadParts.has(code));
