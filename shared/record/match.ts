/** Keys under which two spellings of one business meet. For comparing only: never shown, never stored. */

/** Legal forms and their short spellings; they come before or after the name and say nothing about who it is. */
const legalForms =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|医療法人|\(株\)|\(有\)|\(同\)|\(資\)|\(名\)/g;

const mayBeLegalForm = /[社法()]/;

/** Every character that a legal form can hold. */
export const legalFormCharacters = '株式会社有限合同資名一般団法人財公益医療()';

/** Old and new shapes of characters that names mix freely. */
export const variants: Readonly<Record<string, string>> = {
  髙: '高',
  﨑: '崎',
  邊: '辺',
  邉: '辺',
  齋: '斎',
  齊: '斎',
  斉: '斎',
  濵: '浜',
  濱: '浜',
  澤: '沢',
  廣: '広',
  國: '国',
  櫻: '桜',
  瀨: '瀬',
  德: '徳',
  惠: '恵',
  眞: '真',
  榮: '栄',
  壽: '寿',
  龍: '竜',
  嶋: '島',
  嶌: '島',
  圓: '円',
  學: '学',
  萬: '万',
  鷗: '鴎',
  𠮷: '吉',
  ヶ: 'ケ',
  ヵ: 'カ',
};
const variantPattern = new RegExp(`[${Object.keys(variants).join('')}]`, 'gu');

/** Width, case and old shapes do not matter. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(variantPattern, (c) => variants[c] ?? c)
    .toLowerCase();
}

const fullForms: Readonly<Record<string, string>> = {
  '(株)': '株式会社',
  '(有)': '有限会社',
  '(同)': '合同会社',
  '(資)': '合資会社',
  '(名)': '合名会社',
};

/** Short spellings of legal forms written out; takes a folded text. */
export function writeOutForms(folded: string): string {
  return folded.includes('(')
    ? folded.replace(/\([株有同資名]\)/g, (form) => fullForms[form] ?? form)
    : folded;
}

const marks = /[\s・･.,、。「」'"&\-‐ー]/g;
const mayBeMark = /[\s・･.,、。「」'"&\-‐ー]/;

/** Name without legal form, spaces and punctuation. */
export function matchName(name: string): string {
  const folded = fold(name);
  const bare = mayBeLegalForm.test(folded) ? folded.replace(legalForms, '') : folded;
  return mayBeMark.test(bare) ? bare.replace(marks, '') : bare;
}

const kanjiDigits: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

const mayBeWords = /[丁番号の\s‐−–—―ー]|--|-$/;

/** Address with 丁目・番・号 read as hyphens, so that `一丁目2番3号` meets `1-2-3`. */
export function matchAddress(address: string): string {
  const folded = fold(address);
  if (!mayBeWords.test(folded)) return folded;
  return folded
    .replace(/([一二三四五六七八九])丁目/g, (_all, digit: string) => `${kanjiDigits[digit] ?? digit}-`)
    .replace(/丁目|番地の?|番|号室?|の(?=\d)/g, '-')
    .replace(/[\s‐−–—―ー]/g, (c) => (/\s/.test(c) ? '' : '-'))
    .replace(/-+/g, '-')
    .replace(/-$/, '');
}

/** Digits of a telephone number. */
export function matchPhone(phone: string): string {
  return phone.replace(/\D/g, '');
}
