/**
 * Which regular expressions a form may carry. Google Forms documents its patterns as RE2
 * (https://support.google.com/docs/answer/3378864); the dialect and anchoring of the live service are 未検証, so
 * templates stay inside what RE2 and JavaScript read alike: classes, counts, groups, alternatives, anchors.
 */

/** Constructs that RE2 does not know or that JavaScript reads differently. */
const refused: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: '先読み・後読み', pattern: /\(\?<?[=!]/ },
  { name: '後方参照', pattern: /\\[1-9]|\\k</ },
  { name: '独占的な量指定子', pattern: /[*+?}]\+/ },
  { name: 'アトミックグループ', pattern: /\(\?>/ },
  { name: '名前つきグループ', pattern: /\(\?P?<[A-Za-z]/ },
  { name: 'フラグの指定', pattern: /\(\?[a-zA-Z-]+[):]/ },
  { name: '\\u による文字の指定', pattern: /\\u/ },
  { name: 'Unicode の種別', pattern: /\\[pP]/ },
  { name: '\\z や \\Z', pattern: /\\[zZA]/ },
];

/** Largest repeat count that RE2 accepts. */
const maxRepeat = 1000;

/** Why a pattern cannot stand in a form, '' when it can. The reason is a Japanese noun phrase. */
export function patternProblem(pattern: string): string {
  const bare = pattern.replace(/\\\\/g, '');
  for (const { name, pattern: sign } of refused) if (sign.test(bare)) return name;
  for (const match of bare.matchAll(/\{(\d+)(?:,(\d*))?\}/g)) {
    if (Number(match[1]) > maxRepeat || Number(match[2] ?? 0) > maxRepeat)
      return `${maxRepeat} を超える繰り返し`;
  }
  try {
    new RegExp(pattern, 'u');
    return '';
  } catch {
    try {
      // `\-` inside a class is fine in RE2 but refused by the u flag.
      new RegExp(pattern);
      return '';
    } catch {
      return '正規表現の書き間違い';
    }
  }
}
