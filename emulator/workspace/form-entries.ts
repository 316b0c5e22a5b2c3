/**
 * Names under which a form's answers travel in addresses and posted bodies. The number behind `entry.` is the
 * question's own, not `Item.getId()`, and every row of a grid is a question with its own number, as on the platform
 * (https://github.com/oshliaer/google-apps-script-snippets/issues/17 lists both numbers of each item; REST calls it
 * `questionId`, https://developers.google.com/workspace/forms/api/reference/rest/v1/forms#question). Only
 * `FormResponse.toPrefilledUrl()` knows it in a script.
 */
import type { Answers } from '../api.ts';
import { mix } from './ids.ts';
import type { FormItemState } from './model.ts';

/** Value of a choice that stands for その他; its text comes under `otherName`. */
export const otherValue = '__other_option__';

/** Number of a question: item id, and 1 + row for a grid. */
const entryNumber = (id: number, part: number): number => mix(mix(id) ^ part) >>> 1;

export const entryName = (id: number): string => `entry.${entryNumber(id, 0)}`;
export const rowName = (id: number, row: number): string => `entry.${entryNumber(id, row + 1)}`;
export const otherName = (id: number): string => `${entryName(id)}.other_option_response`;
export const partName = (id: number, part: string): string => `${entryName(id)}_${part}`;

type Pair = readonly [name: string, value: string];

function choicePairs(item: FormItemState, values: readonly string[]): Pair[] {
  const name = entryName(item.id);
  const known = new Set(item.choices.map((choice) => choice.value));
  return values.flatMap((value): Pair[] =>
    known.has(value)
      ? [[name, value]]
      : [
          [name, otherValue],
          [otherName(item.id), value],
        ],
  );
}

function pairsOf(item: FormItemState, answer: Answers[number]): Pair[] {
  if (item.type === 'GRID' || item.type === 'CHECKBOX_GRID') {
    const rows: readonly (string | readonly string[] | null)[] = Array.isArray(answer) ? answer : [];
    return rows.flatMap((row, index) =>
      (row === null ? [] : typeof row === 'string' ? [row] : row).map(
        (value): Pair => [rowName(item.id, index), value],
      ),
    );
  }
  const texts = (Array.isArray(answer) ? answer : [answer]).flatMap((part) => part ?? []);
  if (item.type === 'CHECKBOX' || item.type === 'MULTIPLE_CHOICE') return choicePairs(item, texts);
  return texts.map((text): Pair => [entryName(item.id), text]);
}

/** A value as it stands in the address: UTF-8, a space as `+`; a lone surrogate, which has no UTF-8, as U+FFFD. */
export function encodeValue(text: string): string {
  const whole = text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (unit) =>
    unit.length === 2 ? unit : '\ufffd',
  );
  return encodeURIComponent(whole).replace(/%20/g, '+');
}

/** `usp=pp_url&entry.<number>=<value>…` in the order of the form (https://qiita.com/que9/items/19dd5a3b24d654be9c7c). */
export function prefillQuery(items: readonly FormItemState[], answers: Answers): string {
  const pairs = items.flatMap((item) => {
    const answer = answers[item.id];
    return answer === undefined ? [] : pairsOf(item, answer);
  });
  return ['usp=pp_url', ...pairs.map(([name, value]) => `${name}=${encodeValue(value)}`)].join('&');
}
