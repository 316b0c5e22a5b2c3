/** What a message means for those who have regulations read from their files. */
export const corpusMeanings: Readonly<Record<string, string>> = {
  'corpus.read.empty':
    '開けましたが、読むものがありません。紙を写しただけの PDF も、文字がないのでこうなります。',
  'corpus.read.kind-unknown': '読み方を知らない種類のファイルです。',
  'corpus.read.kind-old': '古い形式のファイルは読めません。保存し直すと読めます。',
  'corpus.read.encrypted': 'パスワードがあるので、中を読めません。',
  'corpus.read.damaged': 'ファイルの途中がこわれているので、読むのをやめました。',
  'corpus.read.mojibake': '元の字が分からないので、推測では直しません。',
  'corpus.read.bytes-unreadable': '読めないところだけ印を付けて、ほかは読みました。',
  'corpus.read.characters-lost': 'その文書だけの文字（外字）は、ほかの機械では分かりません。',
  'corpus.read.lines-joined': 'お知らせです。行の途中の改行を、文の切れ目と取り違えないためです。',
  'corpus.read.navigation-left-out': 'お知らせです。規程ではない部分を除きました。',
  'corpus.read.pictures': '画像の中の字は読めません。',
};
