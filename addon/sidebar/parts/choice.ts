/** Choices to tick: one of several, or any of several, as large rows that a finger finds. */
import { type Child, h, type VNode } from '../dom/h.ts';
import { inputValue } from '../dom/patch.ts';
import { p, span } from '../dom/tags.ts';

export interface ChoiceOption {
  readonly value: string;
  readonly label: Child;
  readonly hint?: Child;
}

interface ChoiceShape {
  /** Of the group, for the focus; the options are `id-0`, `id-1` … */
  readonly id: string;
  readonly legend: Child;
  readonly options: readonly ChoiceOption[];
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly className?: string;
}

function group(
  shape: ChoiceShape,
  type: 'radio' | 'checkbox',
  isOn: (value: string) => boolean,
  onChange: (value: string, on: boolean) => void,
): VNode {
  const faultId = `${shape.id}-fault`;
  return h(
    'fieldset',
    {
      class: shape.className ?? 'choices',
      id: shape.id,
      tabindex: -1,
      'aria-describedby': shape.fault === undefined ? undefined : faultId,
    },
    h('legend', {}, shape.legend),
    shape.options.map((option, index) =>
      h(
        'label',
        { class: 'choice', key: option.value },
        h('input', {
          id: `${shape.id}-${index}`,
          type,
          name: shape.id,
          value: option.value,
          checked: isOn(option.value),
          on: {
            change: (event) =>
              onChange(
                inputValue(event),
                event.currentTarget instanceof HTMLInputElement && event.currentTarget.checked,
              ),
          },
        }),
        span(
          'choice-words',
          span('choice-label data', option.label),
          option.hint !== undefined && span('hint data', option.hint),
        ),
      ),
    ),
    shape.hint !== undefined && p('hint', shape.hint),
    shape.fault !== undefined && h('p', { class: 'fault', id: faultId }, shape.fault),
  );
}

export function radios(
  shape: ChoiceShape & { readonly value: string; readonly onPick: (value: string) => void },
): VNode {
  return group(
    shape,
    'radio',
    (value) => value === shape.value,
    (value) => shape.onPick(value),
  );
}

/** `onChange` gets the values in the order of the options. */
export function checks(
  shape: ChoiceShape & {
    readonly values: readonly string[];
    readonly onChange: (values: readonly string[]) => void;
  },
): VNode {
  return group(
    shape,
    'checkbox',
    (value) => shape.values.includes(value),
    (value, on) =>
      shape.onChange(
        shape.options
          .map((option) => option.value)
          .filter((one) => (one === value ? on : shape.values.includes(one))),
      ),
  );
}
