/** Names of normalisation rules in words, for 変更履歴 and the sidebar. */
const words: Readonly<Record<string, string>> = {
  spaces: '空白を整えた',
  width: '全角・半角を整えた',
  hyphen: 'ハイフンを整えた',
  control: '見えない文字を除いた',
  'zero-width': '見えない文字を除いた',
  'variation-selector': '異体字の指定を除いた',
  nfc: '濁点などの合成をそろえた',
  'line-break': '改行をそろえた',
  'one-line': '改行を空白にした',
  era: '和暦を西暦にした',
  date: '日付の書き方をそろえた',
  'yen-unit': '円の単位を数字にした',
  unit: '単位を外した',
  separator: '桁区切りを外した',
  kanji: '漢数字を数字にした',
  kana: 'カタカナにそろえた',
  label: '選択肢に合わせた',
  choice: '選択肢に合わせた',
  scheme: 'https:// を補った',
  domain: 'メールのドメインを小文字にした',
  extension: '内線を分けた',
  grouping: '電話番号の区切りをそろえた',
  postal: '郵便番号の書き方をそろえた',
};

/** `width+hyphen` → 「全角・半角を整えた、ハイフンを整えた」. */
export function ruleLabel(rule: string): string {
  if (rule === '') return '';
  const parts = rule.split('+').map((name) => words[name] ?? '表記をそろえた');
  return [...new Set(parts)].join('、');
}
