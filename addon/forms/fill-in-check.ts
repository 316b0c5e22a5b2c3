/** What is missing or wrong in the values that a form is made with, before the server is asked. */

import { isDay } from '../sidebar/format.ts';
import type { FillInView } from '../view/forms-protocol.ts';

/** Faults by the key of the fill-in. */
export function fillInFaults(
  fillIns: readonly FillInView[],
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  for (const one of fillIns) {
    const fault = faultOf(one, (values[one.key] ?? '').trim());
    if (fault !== '') faults[one.key] = fault;
  }
  return faults;
}

function faultOf({ label, type, required }: FillInView, value: string): string {
  if (value === '') return required ? `「${label}」を書いてください。` : '';
  if (type === 'date' && !isDay(value)) return '日付を選んでください（例：2026-12-24）。';
  if (type === 'number' && !/^\d+$/.test(value)) return '半角の数字だけで書いてください（例：30）。';
  if (type === 'lines') {
    const lines = value.split('\n').map((line) => line.trim());
    const twice = lines.find((line, index) => line !== '' && lines.indexOf(line) !== index);
    if (twice !== undefined) return `「${twice}」が2回あります。1つにしてください。`;
  }
  return '';
}

/** What stands in the fields to begin with. */
export function initialValues(fillIns: readonly FillInView[]): Readonly<Record<string, string>> {
  return Object.fromEntries(fillIns.map(({ key, initial }) => [key, initial]));
}

/** The values for a look at the form: where a text must be written and is not yet, its name stands in brackets. */
export function shownValues(
  fillIns: readonly FillInView[],
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const shown = { ...values };
  for (const { key, label, type, required } of fillIns) {
    const isText = type === 'text' || type === 'paragraph';
    if (required && isText && (values[key] ?? '').trim() === '') shown[key] = `〔${label}〕`;
  }
  return shown;
}
