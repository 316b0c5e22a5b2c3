/** How a value is put right, on whatever screen: which field, what can be chosen, what a proposal is called. */
import type { ApplicationView, EditView, FieldView } from './protocol.ts';

export function fieldOf(view: ApplicationView, key: string): FieldView | undefined {
  return view.sections.flatMap((section) => section.fields).find((one) => one.key === key);
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
