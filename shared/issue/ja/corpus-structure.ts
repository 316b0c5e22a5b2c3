/** Words for regulations on their way to a source: structure, references, bundle, checks. */
import type { Words } from './words.ts';

const check = '元の規程の条番号と本文を確かめ、直してから作り直してください。';

export const corpusStructureWords: Readonly<Record<string, Words>> = {
  'corpus.unplaced': {
    message: '「{file}」の {line} 行目「{text}」の置き場所が分かりません。',
    remedy: 'すぐ前の条や見出しの文として残しました。番号や見出しを確かめてください。',
  },
  'corpus.no-headings': {
    message: '「{file}」には条も見出しもありません（{lines} 行）。',
    remedy: 'ページごと、または全体を一つの本文にしました。見出しを付けると、答えが場所を示せます。',
  },
  'corpus.source-empty': {
    message: '「{file}」から文字を読み取れませんでした。',
    remedy: '束に入れていません。文字の入ったファイルを用意してください。',
  },
  'corpus.title-twice': {
    message: '「{file}」と「{other}」の題名が、どちらも「{title}」です。',
    remedy: 'あとのほうを「{as}」として分けました。古い版が残っていないかを確かめてください。',
  },
  'corpus.number-missing': {
    message: '「{title}」の{address}の前（{before} のあと）の番号が抜けています。',
    remedy: `「削除」とも書かれていません。${check}`,
  },
  'corpus.number-twice': { message: '「{title}」に同じ番号が二度あります（{address}）。', remedy: check },
  'corpus.number-backward': {
    message: '「{title}」の{address}は、{before} のあとにあり、番号が戻っています。',
    remedy: check,
  },
  'corpus.reference-missing': {
    message: '「{title}」{address}の「{words}」の先（{to}）がありません。',
    remedy: '条番号のずれや改正漏れがないかを確かめてください。',
  },
  'corpus.reference-repealed': {
    message: '「{title}」{address}の「{words}」の先（{to}）は、削除されています。',
    remedy: '改正のときに引用を直していないか確かめてください。',
  },
  'corpus.split': {
    message: '「{title}」は一つのソースに収まらないため、{parts} つに分けました。',
    remedy: '分けたファイルをすべてノートブックに入れてください。',
  },
  'corpus.over-limit': {
    message: '「{file}」は {count} 文字で、一つのソースの上限 {limit} を超えています。',
    remedy: '元の文書を分けてください。',
  },
  'corpus.over-limit/bytes': {
    message: '「{file}」は {count} バイトで、一つのソースの上限 {limit} を超えています。',
    remedy: '元の文書を分けてください。',
  },
  'corpus.sources-many': {
    message: 'ソースが索引を含めて {count} あり、ノートブックの上限 {limit} を超えています。',
    remedy:
      '束と一緒に置いた「分割案.csv」のとおりにノートブックを分けるか、規程をまとめてください。契約で上限が大きいときは --plan で指定できます。',
  },
  'corpus.not-a-rule': {
    message: '「{file}」は、規程として読める種類のファイルではありません。',
    remedy: '束に入れていません。規程なら、Word、PDF、HTML、テキストのどれかで置いてください。',
  },
  'corpus.nothing-read': {
    message: 'フォルダー「{file}」に、読める規程がありません。',
    remedy: 'Word、文字のある PDF、HTML、テキスト、Markdown、法令 XML のファイルを入れてください。',
  },
  'corpus.no-folder': {
    message: 'フォルダー「{file}」が見つかりません。',
    remedy: 'フォルダーの場所と名前を確かめてください。',
  },
  'corpus.out-in-source': {
    message: '出力先「{file}」が、元の規程のフォルダーの中か、同じ場所にあります。',
    remedy: '作ったものを次に読み込まないように、別のフォルダーを --out で指定してください。',
  },
  'corpus.manifest': {
    message: '「{file}」を束の目録として読めません。',
    remedy: '「cci corpus build」で作ったフォルダーを --bundle で指定してください。',
  },
  'corpus.source-missing': {
    message: '目録にあるソース「{file}」がありません。',
    remedy: '束を作り直してください。',
  },
  'corpus.source-changed': {
    message: 'ソース「{file}」が、作ったあとに書き換えられています。',
    remedy: '直すときは元の規程を直し、束を作り直してください。',
  },
  'corpus.source-unreadable': {
    message: '「{title}」のソースを読み返せません。',
    remedy: '束を作り直してください。',
  },
  'corpus.unit-missing': {
    message: '「{title}」のソースに、目録にある{address}がありません。',
    remedy: '束を作り直してください。',
  },
  'corpus.unread': {
    message: '「{title}」（{file}）に読めなかったところがあります：{words}',
    remedy: '文字の入ったファイルに替えるまで、そこは答えに出ません。',
  },
  'corpus.file-unread': {
    message: '「{file}」は読めなかったため、束に入っていません：{words}',
    remedy: '読めるファイルに置き換え、束を作り直してください。',
  },
  'corpus.notebooks-many': {
    message: 'ソースを分けて入れるとノートブックが {count} 要り、契約の上限 {limit} を超えます。',
    remedy: '規程をまとめるか、契約を --plan で正しく指定してください。',
  },
  'corpus.plan': {
    message: '「--plan {value}」という契約は登録されていません。',
    remedy: '一つのノートブックに入るソースの数（{known}）のどれかで指定してください。',
  },
  'corpus.state-unusable': {
    message: '前に作ったときの控え「{file}」が読めないため、すべての文書を読み直しました。',
    remedy: '何もしなくてかまいません。控えは作り直しました。',
  },
  'corpus.question-unfound': {
    message: '質問の {line} 行目「{question}」の答え（{document} {address}）は、上位 {most} 件に出ません。',
    remedy: '規程の見出しと言葉が質問と離れています。見出しを付けるか、質問の言い方を見直してください。',
  },
  'corpus.questions-header': {
    message: '質問のファイル「{file}」に、question、document、address の列がそろっていません。',
    remedy: '1 行目を question,document,address（質問、規程、番地でも可）にしてください。',
  },
  'corpus.question-address': {
    message: '質問の {line} 行目「{question}」の答えの場所（{document} {address}）が束にありません。',
    remedy: '改正で移ったのなら、質問のファイルの番地を直してください。',
  },
};
