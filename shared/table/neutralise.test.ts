import { expect, it } from 'vitest';
import { neutralise } from './neutralise.ts';

it.each([
  ['=1+1', "'=1+1"],
  ['+81-90-1234-5678', "'+81-90-1234-5678"],
  ['-5+3', "'-5+3"],
  ['-5', '-5'],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝HYPERLINK("x")', '\'＝HYPERLINK("x")'],
  ['＋A1', "'＋A1"],
  ['－A1', "'－A1"],
  ['＠a', "'＠a"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['株式会社会議所', '株式会社会議所'],
  ['a=b', 'a=b'],
  ['', ''],
])('neutralise(%j)', (text, expected) => {
  expect(neutralise(text)).toBe(expected);
});
