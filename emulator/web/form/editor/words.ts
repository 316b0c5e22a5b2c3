/** Words of the editor: kinds of items, rules of answers, what was done and what could not be. */
import type { FormItemType } from '../../../workspace/model.ts';

export const kindLabels: Readonly<Record<FormItemType, string>> = {
  TEXT: '記述式',
  PARAGRAPH_TEXT: '段落',
  MULTIPLE_CHOICE: '単一選択',
  CHECKBOX: '複数選択',
  LIST: 'プルダウン',
  SCALE: '目盛り',
  RATING: '評価',
  GRID: '表（単一選択）',
  CHECKBOX_GRID: '表（複数選択）',
  DATE: '日付',
  DATETIME: '日付と時刻',
  TIME: '時刻',
  DURATION: '所要時間',
  FILE_UPLOAD: 'ファイルのアップロード',
  SECTION_HEADER: '見出しと説明',
  IMAGE: '画像',
  VIDEO: '動画',
  PAGE_BREAK: 'ページ',
};

/** Kinds in the order of the list; pages have their own button. */
export const addable: readonly FormItemType[] = (Object.keys(kindLabels) as FormItemType[]).filter(
  (type) => type !== 'PAGE_BREAK',
);

export const ruleLabels: Readonly<Record<string, string>> = {
  requireNumber: '数字',
  requireWholeNumber: '整数',
  requireNumberBetween: '数：次の間にある',
  requireNumberNotBetween: '数：次の間にない',
  requireNumberEqualTo: '数：次と等しい',
  requireNumberNotEqualTo: '数：次と等しくない',
  requireNumberGreaterThan: '数：次より大きい',
  requireNumberGreaterThanOrEqualTo: '数：次以上',
  requireNumberLessThan: '数：次より小さい',
  requireNumberLessThanOrEqualTo: '数：次以下',
  requireTextIsEmail: 'メールアドレス',
  requireTextIsUrl: 'URL',
  requireTextLengthGreaterThanOrEqualTo: '文字数：次以上',
  requireTextLengthLessThanOrEqualTo: '文字数：次以内',
  requireTextMatchesPattern: '正規表現：一致する',
  requireTextDoesNotMatchPattern: '正規表現：一致しない',
  requireTextContainsPattern: '正規表現：含む',
  requireTextDoesNotContainPattern: '正規表現：含まない',
  requireSelectAtLeast: '選ぶ数：次以上',
  requireSelectAtMost: '選ぶ数：次以下',
  requireSelectExactly: '選ぶ数：ちょうど',
  requireLimitOneResponsePerColumn: '1列につき1つまで',
};

export const iconLabels: Readonly<Record<string, string>> = {
  STAR: '星',
  HEART: 'ハート',
  THUMB_UP: 'いいね',
};

/** What a person is told after a change, by code in the address. */
export const saidLabels: Readonly<Record<string, string>> = {
  saved: '保存しました。',
  added: '項目を追加しました。',
  'page-added': 'ページを追加しました。',
  copied: '複製しました。',
  moved: '移動しました。',
  deleted: '削除しました。',
  merged: '上のページとまとめました。',
  published: '公開しました。回答を受け付けています。',
  unpublished: '公開をやめました。',
  accepting: '回答の受付を再開しました。',
  stopped: '回答の受付を停止しました。',
};

/** The platform's refusals in words for a clerk; the first that fits. */
export const refusals: readonly (readonly [RegExp, string])[] = [
  [/duplicate/, '同じものが2つあります。'],
  [/regular expression/, 'この正規表現は使えません。前後読みと後方参照は書けません。'],
  [/Scale bounds/, '目盛りは 0 か 1 から、3〜10 までです。'],
  [/Rating scale/, '評価の段階は 3〜10 です。'],
  [/cannot be empty/, '1つ以上入力してください。'],
  [/does not exist/, 'この項目は、ほかの人が削除しました。'],
  [/out of bounds/, 'これ以上は動かせません。'],
  [/image/, 'この画像は使えません。PNG、JPEG、GIF を選んでください。'],
  [/validation|require/, '条件の値が正しくありません。'],
  [/unpublished form/, '公開していないフォームは、回答を受け付けられません。'],
];
