/** Small words of reports: marks of what is hidden, changes in words, dates. */
import type { AskedQuestion } from '../definition/questions.ts';
import type { IndexRule } from '../definition/schema.ts';
import { writtenChange, writtenIndex, writtenShare } from '../index/notation.ts';
import type { HiddenWhy } from '../protect/model.ts';

/** Stands for a hidden figure, and for one that cannot be had. */
export const hiddenMark = '＊';
export const noMark = '－';

export const whyWords: Readonly<Record<HiddenWhy, string>> = {
  small: '回答が少ないため秘匿',
  complement: '一つ一つの答えが分かるおそれがあるため秘匿',
  // To say more would tell what is hidden.
  unanimous: '一つ一つの答えが分かるおそれがあるため秘匿',
  dominant: '一つ一つの答えが分かるおそれがあるため秘匿',
};

export const indexText = (index: number | null, hidden: boolean): string =>
  hidden ? hiddenMark : index === null ? noMark : writtenIndex(index);

export const changeText = (change: number | null, hidden: boolean): string =>
  hidden ? hiddenMark : change === null ? noMark : writtenChange(change);

export const shareText = (share: number | undefined): string =>
  share === undefined ? noMark : writtenShare(share);

/** A change below a point is usually worded so (未検証). In tenths. */
export const flatBelow = 10;

/** 改善した・悪化した・ほぼ横ばいだった, in the words of the question. */
export function movementOf(rule: IndexRule | null, change: number): string {
  if (Math.abs(change) < flatBelow) return 'ほぼ横ばいだった';
  return change > 0 ? (rule?.rise ?? '上昇した') : (rule?.fall ?? '低下した');
}

/** How many answered, as a reader may know it: of fewer than the threshold only that. */
export const countedText = ({
  counted,
  minN,
}: {
  readonly counted: number;
  readonly minN: number;
}): string => (counted > 0 && counted < minN ? `${minN} 件未満` : `${counted} 件`);

/** Options of a question with their shares, one after the other. */
export function sharesText(question: AskedQuestion, shares: readonly number[]): string {
  return question.choices.map(({ label }, at) => `${label} ${shareText(shares[at])}`).join('・');
}

/** `2026年10月15日`. */
export function writtenDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
