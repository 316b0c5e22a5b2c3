/** Words for the rules that changed a typed value, as staff read them beside before and after. */
export const ruleWords: Readonly<Record<string, string>> = {
  'line-break': '改行の種類をそろえました',
  control: '見えない制御文字を除きました',
  invisible: '見えない文字（ゼロ幅・異体字の指定）を除きました',
  compose: '分かれた濁点・半濁点を一つの文字にしました',
  'one-line': '改行を空白にしました',
  spaces: '空白をそろえました',
  width: '全角を半角にそろえました',
  hyphen: '横線をハイフンにしました',
  case: '大文字・小文字をそろえました',
  'postal-mark': '〒の記号を除きました',
  kana: '全角カタカナにそろえました',
  punctuation: '記号をそろえました',
  scheme: 'https:// を補いました',
  era: '和暦を西暦にしました',
  'date-format': '日付の書き方をそろえました',
  'date-part': '日付の一部を使いました',
  approximate: '「約」を除きました',
  'kanji-number': '漢数字を数字にしました',
  'large-unit': '万・億などを数字にしました',
  unit: '単位を除きました',
  separator: 'けた区切りを除きました',
  'leading-zero': '先頭の 0 を除きました',
  'number-format': '数の書き方をそろえました',
  'phone-heading': '電話番号の前の語を除きました',
  'phone-switchboard': '「（代表）」を除きました',
  'phone-extension': '内線を分けました',
  'phone-first': '先頭の番号を使いました',
  'phone-country': '国番号を市外局番に直しました',
  'phone-format': '市外局番の区切りをそろえました',
  'choice-label': '選択肢の書き方にそろえました',
  'choice-order': '選択肢の順に並べました',
  consent: '同意の書き方をそろえました',
  'industry-code': '産業分類のコードにしました',
  'industry-name': '産業分類の名前をコードにしました',
  'split-extension': '電話番号の欄から内線を移しました',
  'csv-fold': 'ファイルの文字コードにある同じ形の文字にしました',
  'csv-newline': 'ファイルの中の改行を空白にしました',
  'csv-substitute': '自所で決めた代わりの文字にしました',
};

/** Words for a rule name as records carry it: names joined by `+`. */
export function ruleLabel(rule: string): string {
  return rule
    .split('+')
    .filter((name) => name !== '')
    .map((name) => ruleWords[name] ?? name)
    .join('。');
}
