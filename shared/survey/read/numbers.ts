/** Reads a number as respondents write it, by the type of its question. */
import { readAmount } from '../../text/amount.ts';
import { foldHyphens } from '../../text/hyphen.ts';
import { foldAscii } from '../../text/width.ts';
import type { AskedQuestion } from '../definition/questions.ts';

export type ReadNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly problem: 'format' | 'range'; readonly value: number };

const yenPrefix = /^[¥\\￥]/;
const yenSuffix = /円$/;
const countSuffix = /(?:人|名|社|件|日|時間|か所|ヶ所|台|回)$/;
const signed = /^([-▲△]|マイナス)/;
const percentWords = /(?:%|パーセント|ポイント)$/;

function bounded(value: number, range: AskedQuestion['range']): ReadNumber {
  if (range !== undefined && (value < range.low || value > range.high))
    return { ok: false, problem: 'range', value };
  return { ok: true, value };
}

/** `5.2％`, `▲3`, `3割`, `２０`; null where it is no number. */
function readPercent(text: string): number | null {
  const folded = foldHyphens(foldAscii(text.normalize('NFKC')).replace(/\s/g, '').replace(/^約/, ''));
  const sign = signed.test(folded) ? -1 : 1;
  const bare = folded.replace(signed, '').replace(/^\+/, '');
  const tenth = /^(\d+(?:\.\d+)?)割(?:(\d+(?:\.\d+)?)分)?$/.exec(bare);
  if (tenth !== null) return sign * (Number(tenth[1]) * 10 + Number(tenth[2] ?? 0));
  const plain = bare.replace(percentWords, '');
  return /^\d{1,9}(?:\.\d+)?$/.test(plain) ? sign * Number(plain) : null;
}

/** Reads an amount, a share or another number; `range` where it is one, but impossible. */
export function readNumber(question: AskedQuestion, text: string): ReadNumber {
  const bad: ReadNumber = { ok: false, problem: 'format', value: Number.NaN };
  if (question.type === 'percent') {
    const value = readPercent(text);
    return value === null ? bad : bounded(value, question.range ?? { low: -100, high: 1000 });
  }
  const amount =
    question.type === 'amount'
      ? readAmount(text, yenPrefix, yenSuffix)
      : readAmount(text, /^(?!)/, countSuffix);
  if (amount.ok) return bounded(Number(amount.digits), question.range);
  // Negative numbers and fractions: a number question may ask for them.
  const value = question.type === 'number' ? readPercent(text.replace(countSuffix, '')) : null;
  if (value !== null) return bounded(value, question.range ?? { low: 0, high: 1e12 });
  return amount.problem === 'range' ? { ok: false, problem: 'range', value: Number.NaN } : bad;
}

/** Units in which people give amounts instead of yen, the commonest slip first. */
const units: readonly { readonly word: string; readonly times: number }[] = [
  { word: '万円', times: 10_000 },
  { word: '千円', times: 1000 },
  { word: '百万円', times: 1_000_000 },
];

/** An amount moves from wave to wave, but hardly by more than this. */
const usualMove = 3;

/**
 * The unit an amount seems to be in, told by the business's own former answer: 25 where it was 240,000 is 万円. Null where the
 * two are of one magnitude, or nothing can be said.
 */
export function unitSlip(
  value: number,
  before: number,
): { readonly word: string; readonly times: number } | null {
  if (value <= 0 || before <= 0) return null;
  const ratio = before / value;
  if (ratio >= 1 / usualMove ** 3 && ratio <= usualMove ** 3) return null;
  const near = (times: number): boolean => ratio / times > 1 / usualMove && ratio / times < usualMove;
  return units.find(({ times }) => near(times)) ?? null;
}
