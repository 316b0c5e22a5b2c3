/** What a correction is made of before it is sent: its draft, what it lacks, what can be chosen. */
import { fieldOf } from '../view/correction.ts';
import type { ApplicationView } from '../view/protocol.ts';

export { fieldOf, optionsFor, proposalLabel, severalOptions, severalValues } from '../view/correction.ts';

/** A value being put right. */
export interface CorrectionDraft {
  readonly key: string;
  readonly value: string;
  readonly reason: string;
  /** What it still lacks, '' when nothing or not tried yet. */
  readonly fault: string;
}

export const correctionValueId = 'correction-value';

/** The draft for a field: what was typed, or `proposed`; null where staff may not put it right. */
export function draftFor(view: ApplicationView, key: string, proposed?: string): CorrectionDraft | null {
  const edit = fieldOf(view, key)?.edit ?? null;
  return edit === null ? null : { key, value: proposed ?? edit.value, reason: '', fault: '' };
}

/** Why the draft cannot be sent, '' when it can. */
export function correctionFault(view: ApplicationView, draft: CorrectionDraft): string {
  const before = fieldOf(view, draft.key);
  const same = draft.value === before?.typed || draft.value === before?.edit?.value;
  return same ? '値が変わっていません。正しい値を入れてください。' : '';
}
