/** Words of an update: what happens to each element of a form, why something stays, why something cannot be done. */
import type { Words } from './words.ts';

export const updateWords: Readonly<Record<string, Words>> = {};

/** The page of closed questions, as it stands in the form. */
export const closedPage = {
  title: '受付を終えた質問',
  help: 'これまでの回答を残すためのページです。回答者には表示されません。このページの質問は消さないでください。',
} as const;
