/** The number that a browser shows before an item of an HTML list. */
import type { MarkupElement } from './markup.ts';
import { bulletMark, formatNumber } from './number-format.ts';

/** `type` of a list, or its CSS list style → the format's name and what follows the number. */
const styles: Readonly<Record<string, readonly [string, string]>> = {
  '1': ['decimal', '.'],
  a: ['lowerLetter', '.'],
  A: ['upperLetter', '.'],
  i: ['lowerRoman', '.'],
  I: ['upperRoman', '.'],
  decimal: ['decimal', '.'],
  'decimal-leading-zero': ['decimalZero', '.'],
  'lower-alpha': ['lowerLetter', '.'],
  'lower-latin': ['lowerLetter', '.'],
  'upper-alpha': ['upperLetter', '.'],
  'upper-latin': ['upperLetter', '.'],
  'lower-roman': ['lowerRoman', '.'],
  'upper-roman': ['upperRoman', '.'],
  'cjk-ideographic': ['japaneseCounting', '、'],
  'japanese-informal': ['japaneseCounting', '、'],
  'japanese-formal': ['japaneseLegal', '、'],
  'cjk-decimal': ['ideographDigital', '、'],
  hiragana: ['hiragana', '、'],
  katakana: ['aiueoFullWidth', '、'],
  'hiragana-iroha': ['hiraganaIroha', '、'],
  'katakana-iroha': ['irohaFullWidth', '、'],
};

const styleOf = ({ attributes }: MarkupElement): string | undefined =>
  /list-style(?:-type)?\s*:\s*([\w-]+)/.exec(attributes.style ?? '')?.[1] ?? attributes.type;

/** `1.` of the item at `position` (from 0) of `count`; a mark in a list without numbers. */
export function listNumber(
  list: MarkupElement,
  item: MarkupElement,
  position: number,
  count: number,
): string {
  const style = styleOf(item) ?? styleOf(list);
  if (style === 'none') return '';
  if (list.name !== 'ol') return bulletMark;
  const [format, after] = styles[style ?? '1'] ?? ['decimal', '.'];
  const reversed = list.attributes.reversed !== undefined;
  // An item's `value` counts on from there.
  let value = Number(list.attributes.start ?? (reversed ? count : 1)) || 0;
  const items = list.children.filter((child) => typeof child !== 'string' && child.name === 'li');
  for (let at = 0; at <= position; at++) {
    const own = items[at];
    const given = typeof own === 'object' ? Number.parseInt(own.attributes.value ?? '', 10) : Number.NaN;
    if (!Number.isNaN(given)) value = given;
    else if (at > 0) value += reversed ? -1 : 1;
  }
  return formatNumber(value, format) + after;
}
