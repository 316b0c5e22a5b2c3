/**
 * Reading answers back from the form's input fields, whose names are also those of prefilled links. Works on a query string
 * and on a posted body alike.
 */
import { entryName, otherName, otherValue, partName, rowName } from '../../workspace/form-entries.ts';
import type { FormItemState, FormResponseState } from '../../workspace/model.ts';

export type Answers = FormResponseState['answers'];
export type Answer = Answers[number];

/** All values sent under a name, in order. */
export type ValuesOf = (name: string) => readonly string[];

export const emailName = 'emailAddress';

const first = (values: ValuesOf, name: string): string => values(name)[0] ?? '';
const pad = (text: string): string => text.padStart(2, '0');

function chosen(item: FormItemState, values: ValuesOf): string[] {
  return values(entryName(item.id))
    .map((value) => (value === otherValue ? first(values, otherName(item.id)).trim() : value))
    .filter((value) => value !== '');
}

function duration(item: FormItemState, values: ValuesOf): string {
  const parts = ['hour', 'minute', 'second'].map((part) => first(values, partName(item.id, part)).trim());
  if (parts.every((part) => part === '')) return first(values, entryName(item.id));
  return parts.map((part) => pad(part === '' ? '0' : part)).join(':');
}

function monthDay(item: FormItemState, values: ValuesOf): string {
  const month = first(values, partName(item.id, 'month')).trim();
  const day = first(values, partName(item.id, 'day')).trim();
  if (month === '' && day === '') return first(values, entryName(item.id));
  return `${pad(month)}-${pad(day)}`;
}

function grid(item: FormItemState, values: ValuesOf): (string | string[] | null)[] | undefined {
  const many = item.type === 'CHECKBOX_GRID';
  const rows = (item.rows ?? []).map((_, row) => {
    const all = values(rowName(item.id, row)).filter((value) => value !== '');
    if (all.length === 0) return null;
    return many ? all : (all[0] ?? null);
  });
  return rows.some((row) => row !== null) ? rows : undefined;
}

/** What was answered to one item, or undefined when nothing was. */
export function readAnswer(item: FormItemState, values: ValuesOf): Answer | undefined {
  switch (item.type) {
    case 'SECTION_HEADER':
    case 'PAGE_BREAK':
    case 'IMAGE':
    case 'VIDEO':
    case 'FILE_UPLOAD':
      return undefined;
    case 'CHECKBOX': {
      const all = chosen(item, values);
      return all.length > 0 ? all : undefined;
    }
    case 'MULTIPLE_CHOICE':
    case 'LIST':
      return chosen(item, values)[0];
    case 'GRID':
    case 'CHECKBOX_GRID':
      return grid(item, values);
    case 'DURATION':
      return duration(item, values) || undefined;
    case 'DATE':
      return (
        (item.includesYear === false ? monthDay(item, values) : first(values, entryName(item.id))) ||
        undefined
      );
    case 'DATETIME':
      return first(values, entryName(item.id)).replace('T', ' ') || undefined;
    case 'PARAGRAPH_TEXT':
    case 'TEXT':
    case 'SCALE':
    case 'RATING':
    case 'TIME':
      return first(values, entryName(item.id)).replace(/\r\n/g, '\n') || undefined;
    default:
      return cannotHappen(item.type);
  }
}

/** Ends a switch that must know every kind: a new kind breaks the build here. */
export function cannotHappen(value: never): never {
  throw new Error(`unknown item type ${String(value)}`);
}

/** Answers of the whole form by item id. */
export function readAnswers(items: readonly FormItemState[], values: ValuesOf): Answers {
  const answers: Answers = {};
  for (const item of items) {
    const answer = readAnswer(item, values);
    if (answer !== undefined) answers[item.id] = answer;
  }
  return answers;
}
