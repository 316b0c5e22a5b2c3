/** What a message about offering something to other chambers means for who reads it. */
export const offerMeanings: Readonly<Record<string, string>> = {
  'offer.not-linked': '提供したものは、日商を通ってほかの会議所に届きます。',
  'offer.title': '題がないと、ほかの会議所が選べません。',
  'offer.changed': '確かめていない内容が送られるのを防ぎました。',
  'offer.too-long': '一度に送れる大きさを超えています。',
  'offer.too-many': '日商が確かめきれないほど多くの申し出が届くのを防ぐためです。',
  'offer.not-sent': '通信ができなかったか、日商の側が混み合っています。',
  'offer.unknown': '番号の書き間違いです。',
  'offer.name': '名前は、ひな形のファイルの名前になります。',
  'offer.name-taken': 'ほかの会議所や日商のひな形を、書きかえてしまいます。',
  'offer.unreadable': 'シートの上で中身が変えられたか、途中までしか届いていません。',
};
