import { expect, it } from 'vitest';
import { formatNumber } from './number-format.ts';

it.each([
  ['decimalFullWidth', [1, 20], ['１', '２０']],
  ['japaneseCounting', [1, 10, 11, 20, 105, 231], ['一', '十', '十一', '二十', '百五', '二百三十一']],
  ['ideographDigital', [10, 23], ['一〇', '二三']],
  ['japaneseLegal', [1, 10, 11], ['壱', '壱拾', '壱拾壱']],
  ['irohaFullWidth', [1, 3, 48], ['イ', 'ハ', 'イイ']],
  ['aiueoFullWidth', [1, 2, 46], ['ア', 'イ', 'ン']],
  ['decimalEnclosedCircle', [1, 20, 21], ['①', '⑳', '㉑']],
  ['lowerRoman', [4, 9, 14], ['iv', 'ix', 'xiv']],
  ['upperLetter', [1, 26, 27], ['A', 'Z', 'AA']],
  ['ideographTraditional', [1, 3], ['甲', '丙']],
  ['a format of another country', [7], ['7']],
] as const)('%s', (format, values, texts) => {
  expect(values.map((value) => formatNumber(value, format))).toEqual(texts);
});
