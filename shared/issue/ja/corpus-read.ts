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
    message: '「{file}」は壊れているか、途中で切れています。',
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
  'corpus.read.kind-odt': {
    message: '「{file}」は OpenDocument（odt）のファイルです。',
    remedy: 'docx で保存し直してください。',
  },
  'corpus.read.changes-accepted': {
    message:
      '「{file}」に変更履歴（挿入 {insertions}、削除 {deletions}）が残っています。すべて承諾したものとして読みました。',
    remedy: 'まだ決まっていない改正案なら、変更を元に戻した版に置き換えてください。',
  },
  'corpus.read.comments-left-out': {
    message: '「{file}」のコメント {count} 件を除きました。',
    remedy: '規程の一部にすべきものがないかを確かめてください。',
  },
  'corpus.read.hidden-left-out': {
    message: '「{file}」の隠し文字 {count} か所を除きました。',
    remedy: '規程の一部なら、Word で「隠し文字」を外してください。',
  },
  'corpus.read.contents-left-out': {
    message: '「{file}」の、Word が作った目次を除きました。',
    remedy: '本文の見出しで探せるため、何もしなくてかまいません。',
  },
  'corpus.read.picture-only': {
    message: '「{file}」は、文字がほとんどなく画像（{count} 枚）でできています。',
    remedy: '文字で書いた元の文書か、文字認識（OCR）をした文書に置き換えてください。',
  },
  'corpus.read.scan': {
    message: '「{file}」は、全 {count} ページに文字がありません（スキャンした画像のようです）。',
    remedy: '文字で書いた元の文書か、文字認識（OCR）をした PDF に置き換えてください。',
  },
  'corpus.read.page-without-text': {
    message: '「{file}」の {pages} ページには文字がありません（スキャンか図のようです）。',
    remedy: 'そのページを開き、規程の文があれば、文字認識（OCR）をした PDF に置き換えてください。',
  },
  'corpus.read.page-garbled': {
    message: '「{file}」の {pages} ページの文字は、PDF の中に文字コードがなく、読み取れません。',
    remedy: '元の文書（Word など）から読むか、文字認識（OCR）をした PDF に置き換えてください。',
  },
  'corpus.read.page-damaged': {
    message: '「{file}」の {pages} ページは壊れていて読めません。残りのページは読みました。',
    remedy: '元のファイルを開けるかどうかを確かめ、保存し直したものに置き換えてください。',
  },
  'corpus.read.vertical': {
    message: '「{file}」の {pages} ページは縦書きです。右の行から順に読みました。',
    remedy: '文の順序が正しいかを確かめてください。',
  },
  'corpus.read.columns': {
    message: '「{file}」の {pages} ページは段組みです。左の段から順に読みました。',
    remedy: '文の順序が正しいかを確かめてください。',
  },
  'corpus.read.running-left-out': {
    message: '「{file}」の、各ページの上下に繰り返される行（「{sample}」など {count} 行）を除きました。',
    remedy: '規程の本文が除かれていないかを確かめてください。',
  },
  'corpus.read.ruby-aside': {
    message: '「{file}」のふりがなを {count} 行で本文から分けました。',
    remedy: '何もしなくてかまいません。',
  },
  'corpus.read.radicals-mended': {
    message: '「{file}」の、形だけ似た特殊な字（部首）{count} 字を、ふつうの漢字に直しました。',
    remedy: '何もしなくてかまいません。',
  },
};
