/** A labelled input with its hint and its fault, tied together for screen readers. */
import { h, type VNode } from '../dom/h.ts';
import { inputValue } from '../dom/patch.ts';
import { div, span } from '../dom/tags.ts';

export interface FieldShape {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'tel' | 'email' | 'url' | 'date';
  /** Lines of a text area; 0 or absent for a one-line input. */
  readonly lines?: number;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly fault?: string | undefined;
  readonly required?: boolean;
  readonly max?: string;
  readonly autocomplete?: string;
  readonly onInput: (value: string) => void;
}

export function field(shape: FieldShape): VNode {
  const hintId = `${shape.id}-hint`;
  const faultId = `${shape.id}-fault`;
  const described = [shape.hint === undefined ? '' : hintId, shape.fault === undefined ? '' : faultId]
    .filter((id) => id !== '')
    .join(' ');
  const common = {
    id: shape.id,
    class: 'input',
    value: shape.value,
    placeholder: shape.placeholder,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': shape.fault === undefined ? undefined : 'true',
    'aria-required': shape.required === true ? 'true' : undefined,
    maxlength: 2000,
  };
  const onInput = (event: Event): void => shape.onInput(inputValue(event));
  return div(
    'field',
    h('label', { for: shape.id }, shape.label, shape.required === true && span('mark mark-error', '必須')),
    shape.options !== undefined
      ? h(
          'select',
          { ...common, maxlength: undefined, on: { change: onInput } },
          shape.options.map((option) =>
            h('option', { key: option.value, value: option.value }, option.label),
          ),
        )
      : (shape.lines ?? 0) > 0
        ? h('textarea', { ...common, rows: shape.lines, on: { input: onInput } })
        : h('input', {
            ...common,
            type: shape.type ?? 'text',
            max: shape.max,
            autocomplete: shape.autocomplete ?? 'off',
            on: { input: onInput },
          }),
    shape.hint !== undefined && h('p', { class: 'hint', id: hintId }, shape.hint),
    shape.fault !== undefined && h('p', { class: 'fault', id: faultId }, shape.fault),
  );
}
