/** What a correction is made of before it is sent: its draft, what it lacks, what can be chosen. */
import type { ApplicationView, EditView, FieldView } from '../view/protocol.ts';

/** A value being put right. */
export interface CorrectionDraft {
  readonly key: string;
  readonly value: string;
  readonly reason: string;
  /** What it still lacks, '' when nothing or not tried yet. */
  readonly fault: string;
}

export const correctionValueId = 'correction-value';

export function fieldOf(view: ApplicationView, key: string): FieldView | undefined {
  return view.sections.flatMap((section) => section.fields).find((one) => one.key === key);
}

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

/** The options of a select: a blank first, and what was typed when it is none of them. */
export function optionsFor(edit: EditView): EditView['options'] {
  const blank = { value: '', label: '（空）' };
  if (edit.value === '' || edit.options.some((one) => one.value === edit.value))
    return [blank, ...edit.options];
  return [blank, { value: edit.value, label: `${edit.value}（入力のまま）` }, ...edit.options];
}

/** Several choices as they are sent (joined by `;`), one by one. */
export function severalValues(value: string): readonly string[] {
  return value
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** The options to tick, and what was typed when it is none of them. */
export function severalOptions(edit: EditView): EditView['options'] {
  const strange = severalValues(edit.value).filter((one) => edit.options.every(({ value }) => value !== one));
  return [...edit.options, ...strange.map((value) => ({ value, label: `${value}（入力のまま）` }))];
}

/** A proposal on a button: short enough to stand on one. */
export function proposalLabel(suggestion: string): string {
  const characters = Array.from(suggestion.replace(/\s+/g, ' '));
  const text = characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : characters.join('');
  return `「${text}」にする`;
}
