/** The code of an issue in words, as far as a code alone goes: what the message would name stayed at the chamber. */
import { issue } from '../../shared/issue/issue.ts';
import { describe } from '../../shared/issue/messages.ts';

export interface ReasonWords {
  readonly message: string;
  readonly remedy: string;
}

const open = (text: string): string => text.replace(/「」/g, '「…」');

/** Blank for no code. */
export function reasonWords(code: string): ReasonWords {
  if (code === '') return { message: '', remedy: '' };
  const { message, remedy } = describe(issue(code, 'error', ''), (key) => key);
  return { message: open(message), remedy: open(remedy) };
}
