/**
 * Which regular expressions a form may carry. Google Forms documents its patterns as RE2
 * (https://support.google.com/docs/answer/3378864); the dialect and anchoring of the live service are 未検証, so
 * templates stay inside what RE2 (https://github.com/google/re2/wiki/Syntax) and JavaScript read alike: classes, counts,
 * groups, alternatives, anchors. The pattern is read once from left to right; the first thing refused is named.
 */

/** Largest repeat count that RE2 accepts, of one count and of counts within counts. */
const maxRepeat = 1000;

/** Escapes by letter that both read alike: `\d` and `\w` are ASCII in both. */
const sameEscapes = 'dDwWbBfnrtv';

/** Escapes that are refused, by their letter; any other letter or digit is a mistake of writing. */
const refusedEscapes: Readonly<Record<string, string>> = {
  k: '後方参照',
  p: 'Unicode の種別',
  P: 'Unicode の種別',
  u: '\\u による文字の指定',
  z: '\\z や \\Z',
  Z: '\\z や \\Z',
  A: '\\z や \\Z',
  Q: '\\Q…\\E',
  E: '\\Q…\\E',
  C: '\\C',
  c: '\\c による制御文字',
  S: '\\S（全角の空白を含むかどうかが決まらない）',
};

/** What may follow `(?`, and why it may not. */
const groups: readonly (readonly [sign: RegExp, reason: string])[] = [
  [/^\(\?:/, ''],
  [/^\(\?<?[=!]/, '先読み・後読み'],
  [/^\(\?>/, 'アトミックグループ'],
  [/^\(\?P[=>]/, '後方参照'],
  [/^\(\?(?:P?<|')/, '名前つきグループ'],
  [/^\(\?#/, '注記'],
  [/^\(\?[a-zA-Z^-]+[):]/, 'フラグの指定'],
  [/^\(\?/, '条件や再帰の書き方'],
];

class Refused extends Error {}

function refuse(reason: string): never {
  throw new Refused(reason);
}

/** Reads a pattern by recursive descent. Each reader returns the product of the counts within what it read. */
class PatternReader {
  private at = 0;
  private readonly pattern: string;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  read(): void {
    this.alternatives();
    if (this.at < this.pattern.length) refuse('閉じすぎたかっこ');
  }

  private peek(): string {
    return this.pattern.charAt(this.at);
  }

  private alternatives(): number {
    let counts = 1;
    while (this.at < this.pattern.length && this.peek() !== ')') {
      if (this.peek() === '|') this.at++;
      else counts = Math.max(counts, this.repeated());
    }
    return counts;
  }

  private repeated(): number {
    const start = this.at;
    const within = this.atom();
    const single = this.at - start;
    const count = this.quantifier();
    if (count === null) return within;
    // Without its u flag JavaScript would repeat the second half of the character alone.
    if (single === 2 && isHalf(this.pattern.charAt(start))) refuse('特殊な漢字（サロゲートペア）の繰り返し');
    if (this.peek() === '+' || this.peek() === '*') refuse('独占的な量指定子か、重なった繰り返し');
    if (this.peek() === '?') this.at++;
    if (/[*+?]/.test(this.peek()) || this.countAhead() !== null)
      refuse('独占的な量指定子か、重なった繰り返し');
    const total = within * Math.max(count, 1);
    if (total > maxRepeat) refuse(`${maxRepeat} を超える繰り返し`);
    return total;
  }

  private countAhead(): RegExpExecArray | null {
    return /^\{(\d+)(?:,(\d*))?\}/.exec(this.pattern.slice(this.at, this.at + 24));
  }

  /** The larger number of a count, 1 for `*`, `+` and `?`; null when nothing is repeated. */
  private quantifier(): number | null {
    if (/[*+?]/.test(this.peek())) {
      this.at++;
      return 1;
    }
    const found = this.countAhead();
    if (found === null) return null;
    this.at += found[0].length;
    const low = Number(found[1]);
    const high = found[2] === undefined || found[2] === '' ? low : Number(found[2]);
    if (high < low) refuse('下限が上限より大きい繰り返し');
    if (high > maxRepeat) refuse(`${maxRepeat} を超える繰り返し`);
    return high;
  }

  private atom(): number {
    const character = this.peek();
    if (character === '(') return this.group();
    if (character === '[') this.characterClass();
    else if (character === '\\') this.escape(false);
    else if (/[*+?]/.test(character)) refuse('繰り返すものがない量指定子');
    else if (/[{}]/.test(character)) refuse('\\ のない波かっこ');
    else if (character === ']') refuse('\\ のない閉じ角かっこ');
    else this.at += isHalf(character) ? 2 : 1;
    return 1;
  }

  private group(): number {
    const ahead = this.pattern.slice(this.at, this.at + 24);
    const special = groups.find(([sign]) => sign.test(ahead));
    if (special !== undefined && special[1] !== '') refuse(special[1]);
    this.at += special === undefined ? 1 : 3;
    const counts = this.alternatives();
    if (this.peek() !== ')') refuse('閉じていないかっこ');
    this.at++;
    return counts;
  }

  /** `\s` is ASCII in RE2 and any space in JavaScript: it stands only beside a full-width space. */
  private escape(inClass: boolean): string {
    const letter = this.pattern.charAt(this.at + 1);
    this.at += 2;
    if (letter === '') refuse('末尾の \\');
    if (/[0-9]/.test(letter)) refuse('後方参照');
    if (letter === 'x') {
      if (!/^[0-9A-Fa-f]{2}/.test(this.pattern.slice(this.at))) refuse('\\x の後の二けたでない文字コード');
      this.at += 2;
      return 'x';
    }
    if (letter === 's' && inClass) return 's';
    if (letter === 's') refuse('全角の空白を並べていない \\s（[\\s　] と書きます）');
    if (letter === 'b' && inClass) refuse('角かっこの中の \\b');
    if (letter === 'B' && inClass) refuse('角かっこの中の \\B');
    const reason = refusedEscapes[letter];
    if (reason !== undefined) refuse(reason);
    if (sameEscapes.includes(letter)) return letter;
    if (/[A-Za-z_]/.test(letter) || letter.charCodeAt(0) > 0x7f) refuse(`意味のない \\${letter}`);
    return letter;
  }

  private characterClass(): void {
    const start = this.at;
    this.at += this.pattern.charAt(start + 1) === '^' ? 2 : 1;
    if (this.peek() === ']') refuse('空の角かっこ');
    let spaces = false;
    const open = 'range';
    let last = '';
    while (this.at < this.pattern.length && this.peek() !== ']') {
      if (/^\[[:=.]/.test(this.pattern.slice(this.at, this.at + 2))) refuse('[:alpha:] のような文字の種類');
      const character = this.peek();
      if (isHalf(character)) refuse('角かっこの中の特殊な漢字（サロゲートペア）');
      const escaped = character === '\\' ? this.escape(true) : '';
      if (character !== '\\') this.at++;
      const isSet = /^[dDwWs]$/.test(escaped) && character === '\\';
      spaces ||= escaped === 's' && character === '\\';
      const inRange = last === open;
      if (inRange && isSet) refuse('文字の種類を端にした範囲');
      const opens = this.peek() === '-' && this.pattern.charAt(this.at + 1) !== ']' && !inRange;
      if (opens && isSet) refuse('文字の種類を端にした範囲');
      if (opens) this.at++;
      last = opens ? open : character;
    }
    if (this.at >= this.pattern.length) refuse('閉じていない角かっこ');
    if (spaces && !this.pattern.slice(start, this.at).includes('\u3000'))
      refuse('全角の空白を並べていない \\s（[\\s　] と書きます）');
    this.at++;
  }
}

/** Half of a character that JavaScript holds in two. */
function isHalf(character: string): boolean {
  return /[\uD800-\uDFFF]/.test(character);
}

/** Why a pattern cannot stand in a form, '' when it can. The reason is a Japanese noun phrase. */
export function patternProblem(pattern: string): string {
  if (pattern === '') return '空の正規表現';
  try {
    new PatternReader(pattern).read();
    new RegExp(pattern);
    return '';
  } catch (error) {
    return error instanceof Refused ? error.message : '正規表現の書き間違い';
  }
}
