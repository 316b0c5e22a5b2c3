/**
 * Takes out of a free answer what names somebody: telephone numbers, mail and web addresses, postal addresses, names of
 * businesses and persons. A program finds the usual forms; a person reads what is left before it goes out.
 */
import { foldHyphens } from '../../text/hyphen.ts';
import { foldDigits } from '../../text/width.ts';

export interface Screened {
  readonly text: string;
  /** How much was taken out. */
  readonly found: number;
}

const company =
  '(?:株式会社|有限会社|合同会社|合資会社|合名会社|医療法人|社会福祉法人|一般社団法人|協同組合|[（(][株有同][)）]|㈱|㈲)';
const nameCharacter = '[\\p{Script=Han}\\p{Script=Katakana}ー・A-Za-zＡ-Ｚａ-ｚ0-9&＆]';

/** What is taken out, the most certain first; each stands as its word in brackets. */
const rules: readonly { readonly word: string; readonly pattern: RegExp }[] = [
  { word: 'メールアドレス', pattern: /[A-Za-z0-9._%+-]+[@＠][A-Za-z0-9.-]+/g },
  { word: 'URL', pattern: /(?:https?:\/\/|www\.)[^\s、。）)」]+/gi },
  { word: '電話番号', pattern: /(?:\+81[-\s]?|0)\d{1,4}[-\s(（]?\d{1,4}[-\s)）]?\d{3,4}(?!\d)/g },
  { word: '郵便番号', pattern: /〒\s?\d{3}-?\d{4}/g },
  {
    word: '所在地',
    pattern:
      /[\p{Script=Han}]{2,4}[都道府県][\p{Script=Han}]{1,6}[市区町村][^\s、。]{0,20}|[\p{Script=Han}\p{Script=Katakana}ヶ]{1,10}\d+(?:丁目|番地)[\d号番地-]*/gu,
  },
  {
    word: '事業所名',
    pattern: new RegExp(`${company}${nameCharacter}{1,20}|${nameCharacter}{1,20}${company}`, 'gu'),
  },
  {
    word: '氏名',
    pattern:
      /[\p{Script=Han}]{1,4}(?:さん|様|氏|社長|専務|常務|会頭|部長|課長|店長)(?=[がのはをにもとで、。\s]|$)/gu,
  },
];

/** Words before a title that name nobody. */
const nobody = /^(?:お?客|顧客|皆|奥|各社|当社|弊社|取引先|元|前|同|他社|自社|皆々|業者|職人|親|娘|息子)/;

/** @param names names of businesses and persons that are known, from the answers' own columns */
export function screen(text: string, names: readonly string[] = []): Screened {
  let found = 0;
  let screened = text.replace(/[０-９＠．]/g, (c) => (c === '＠' ? '@' : c === '．' ? '.' : foldDigits(c)));
  screened = screened.replace(/(?<=\d)[‐‑–—―−－ーｰ─](?=\d)/g, (c) => foldHyphens(c));
  const take = (word: string) => (): string => {
    found++;
    return `〔${word}〕`;
  };
  for (const name of names) {
    if (name.length < 2 || !screened.includes(name)) continue;
    screened = screened.split(name).join('\u0000');
    screened = screened.replace(/\u0000/g, take('事業所名'));
  }
  for (const { word, pattern } of rules)
    screened = screened.replace(pattern, (match) => {
      if (match.includes('〔') || (word === '氏名' && nobody.test(match))) return match;
      return take(word)();
    });
  return found === 0 ? { text, found } : { text: screened, found };
}
