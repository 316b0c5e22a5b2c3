/** Words for what the readers of regulations found: files that cannot be read, and what was decided on the way. */
import type { Words } from './words.ts';

export const corpusReadWords: Readonly<Record<string, Words>> = {
  'corpus.read.empty': {
    message: '「{file}」には読める文字がありません。',
    remedy: '中身のあるファイルかどうかを開いて確かめてください。',
  },
  'corpus.read.kind-unknown': {
    message: '「{file}」は読める種類のファイルではありません。',
    remedy:
      'Word（docx）、文字の入った PDF、HTML、テキスト、Markdown、e-Gov の法令 XML のどれかで保存し直してください。',
  },
  'corpus.read.kind-old': {
    message: '「{file}」は古い形式（doc など）のファイルです。',
    remedy: 'Word で開き、「名前を付けて保存」で docx を選んで保存し直してください。',
  },
  'corpus.read.encrypted': {
    message: '「{file}」にはパスワードがかかっています。',
    remedy: 'パスワードを外したファイルに置き換えてください。',
  },
  'corpus.read.damaged': {
    message: '「{file}」は壊れているか、途中で切れています（{reason}）。',
    remedy: '元のファイルを開けるかどうかを確かめ、保存し直したものに置き換えてください。',
  },
  'corpus.read.mojibake': {
    message: '「{file}」は文字化けしたまま保存されています（{line} 行目など）。',
    remedy: '文字化けする前の元のファイルに置き換えてください。',
  },
  'corpus.read.bytes-unreadable': {
    message: '「{file}」に、文字として読めない箇所が {count} か所あります（{line} 行目から）。',
    remedy: 'その箇所は「�」にして残りを読みました。元の文書と見比べてください。',
  },
  'corpus.read.characters-lost': {
    message: '「{file}」に、外字か失われた文字が {count} 字あります（{line} 行目から）。',
    remedy: '元の文書の字を確かめ、ふつうの文字に直してください。',
  },
  'corpus.read.lines-joined': {
    message: '「{file}」の、一定の幅で折り返された行を {count} か所つなぎました。',
    remedy: '段落が正しくつながっているかを確かめてください。',
  },
  'corpus.read.navigation-left-out': {
    message: '「{file}」の、サイトの案内（メニューなど）{count} か所を除きました。',
    remedy: '規程の本文が除かれていないかを確かめてください。',
  },
  'corpus.read.pictures': {
    message: '「{file}」に画像が {count} 枚あります。画像の中の文字は読んでいません。',
    remedy: '画像に規程の文や表が入っているときは、文字で書き直してください。',
  },
};
