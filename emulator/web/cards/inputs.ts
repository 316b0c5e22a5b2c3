/** Reads what the page says stands in the fields of a card. Nothing of it is trusted to have the right shape. */
import type { FieldInput, FormInputs } from './model.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Instant of `2026-04-01T10:00` where the clock is `offset` minutes ahead of UTC, or null. */
function instantOf(text: string, offset: number): number | null {
  const at = Date.parse(`${text}Z`);
  return Number.isNaN(at) ? null : at - offset * 60_000;
}

const readers: Readonly<Record<string, (values: readonly string[], offset: number) => FieldInput | null>> = {
  // An empty text and a list without a choice are left out. 未検証
  text: ([value = '']) => (value === '' ? null : { stringInputs: { value: [value] } }),
  select: (values) => (values.length === 0 ? null : { stringInputs: { value: values } }),
  choice: (values) => (values.length === 0 ? null : { stringInputs: { value: values } }),
  date: ([value = '']) => {
    const at = instantOf(`${value}T00:00`, 0);
    return at === null ? null : { dateInput: { msSinceEpoch: String(at) } };
  },
  datetime: ([value = ''], offset) => {
    const at = instantOf(value, offset);
    return at === null ? null : { dateTimeInput: { msSinceEpoch: String(at), hasDate: true, hasTime: true } };
  },
  time: ([value = '']) => {
    const found = /^(\d{2}):(\d{2})/.exec(value);
    return found ? { timeInput: { hours: Number(found[1]), minutes: Number(found[2]) } } : null;
  },
};

/** Fields as `{ name, kind, values, offset }`, in the shape of the event object. */
export function readInputs(sent: unknown): FormInputs {
  const inputs: Record<string, FieldInput> = {};
  for (const field of Array.isArray(sent) ? sent : []) {
    if (typeof field !== 'object' || field === null) continue;
    const { name, kind, values, offset } = field as Record<string, unknown>;
    const read = Object.hasOwn(readers, textOf(kind)) ? readers[textOf(kind)] : undefined;
    if (!read || textOf(name) === '' || !Array.isArray(values)) continue;
    const input = read(values.map(textOf), typeof offset === 'number' ? offset : 0);
    if (input !== null) {
      Object.defineProperty(inputs, textOf(name), { value: input, enumerable: true, configurable: true });
    }
  }
  return inputs;
}
