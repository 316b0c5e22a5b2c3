/** What a message means that only the cards of the add-on say. */
export const cardMeanings: Readonly<Record<string, string>> = {
  'correction.too-long-for-card': '途中で切れた文章を書き戻さないように、止めました。',
  'correction.proposal-gone': '設定が変わったか、もう直っています。何も変えていません。',
};
