/**
 * Numbers as word processors and pages count: the number formats of WordprocessingML (ST_NumberFormat, ECMA-376 part 1, 17.18.59)
 * that Japanese documents use, and those of CSS list styles.
 */

const iroha =
  'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス';
const aiueo = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
const aiueoHalf = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ';
const irohaHalf = 'ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽ';
const kanji = '〇一二三四五六七八九';
const legal = '零壱弐参四伍六七八九';

const hiragana = (row: string): string =>
  row.replace(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

type Format = (value: number) => string;

/** Letters of a row; past its end the letter is repeated (aa, bb), as Word does. */
const letters =
  (row: string): Format =>
  (value) =>
    value < 1 ? String(value) : (row[(value - 1) % row.length] ?? '').repeat(Math.ceil(value / row.length));

/** Signs by value from 1, plain digits past the end of the row. */
const signs =
  (first: number, count: number, past: Format = String): Format =>
  (value) =>
    value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : past(value);

const digits =
  (row: string): Format =>
  (value) =>
    String(value).replace(/\d/g, (digit) => row[Number(digit)] ?? digit);

const places: readonly (readonly [number, string, string])[] = [
  [10000, '万', '萬'],
  [1000, '千', '阡'],
  [100, '百', '百'],
  [10, '十', '拾'],
];

/** 二百三十一; the legal way writes every one (壱百). */
const counting =
  (row: string, isLegal: boolean): Format =>
  (value) => {
    if (value <= 0) return row[0] ?? '';
    let rest = value;
    let text = '';
    for (const [worth, sign, legalSign] of places) {
      const count = Math.floor(rest / worth);
      rest %= worth;
      if (count === 0) continue;
      const times = count === 1 && !isLegal && worth < 10000 ? '' : counting(row, isLegal)(count);
      text += times + (isLegal ? legalSign : sign);
    }
    return rest > 0 ? text + (row[rest] ?? '') : text;
  };

const romanPlaces: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const roman: Format = (value) => {
  let rest = value;
  let text = '';
  for (const [worth, sign] of romanPlaces) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
};

const circled: Format = (value) => (value > 20 ? signs(0x3251, 15)(value - 20) : signs(0x2460, 20)(value));
const upper =
  (format: Format): Format =>
  (value) =>
    format(value).toUpperCase();
const latin = letters('abcdefghijklmnopqrstuvwxyz');

const formats: Readonly<Record<string, Format>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => (value < 10 ? `0${value}` : String(value)),
  decimalFullWidth: (value) => fullWidth(String(value)),
  decimalFullWidth2: (value) => fullWidth(String(value)),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: signs(0x2474, 20),
  decimalEnclosedFullstop: signs(0x2488, 20),
  ideographEnclosedCircle: signs(0x3280, 10),
  numberInDash: (value) => `- ${value} -`,
  lowerRoman: roman,
  upperRoman: upper(roman),
  lowerLetter: latin,
  upperLetter: upper(latin),
  aiueo: letters(aiueoHalf),
  aiueoFullWidth: letters(aiueo),
  iroha: letters(irohaHalf),
  irohaFullWidth: letters(iroha),
  ideographDigital: digits(kanji),
  japaneseDigitalTenThousand: digits(kanji),
  chineseCounting: counting(kanji, false),
  taiwaneseCounting: counting(kanji, false),
  chineseCountingThousand: counting(kanji, false),
  japaneseCounting: counting(kanji, false),
  japaneseLegal: counting(legal, true),
  ideographTraditional: letters('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: letters('子丑寅卯辰巳午未申酉戌亥'),
  none: () => '',
  hiragana: letters(hiragana(aiueo)),
  hiraganaIroha: letters(hiragana(iroha)),
};

/** Stands before a point of a list that is not counted, whatever its program draws there. */
export const bulletMark = '・';

/** True for a format that `formatNumber` writes as it is meant. */
export function isKnownFormat(format: string): boolean {
  return formats[format] !== undefined;
}

/** A number in a format; plain digits in one that is not known. */
export function formatNumber(value: number, format: string): string {
  return (formats[format] ?? String)(value);
}
