/** Words for mistakes in templates and profiles; readers are people who edit YAML. */
import type { Words } from './words.ts';

export const templateWords: Readonly<Record<string, Words>> = {
  'template.key-missing': {
    message: '{place}質問に key がありません。',
    remedy: '項目の語彙のキーか、local. で始まるキーを付けてください。',
  },
  'template.key-twice': {
    message: '{place}キー「{name}」が二度使われています。',
    remedy: '一つのキーは一つの質問にだけ使えます。',
  },
  'template.key-unknown': {
    message: '{place}キー「{name}」は項目の語彙にありません。',
    remedy: '綴りを確かめるか、自所の質問なら「local.」を前に付けてください。',
  },
  'template.title-missing': {
    message: '{place}質問の題（title）がありません。',
    remedy: 'title を書いてください。',
  },
  'template.title-twice': {
    message: '{place}同じ題「{name}」が二度あります。',
    remedy: '回答者と集計が取り違えないよう、題を変えてください。',
  },
  'template.section-twice': {
    message: '{place}セクションのキー「{name}」が二度あります。',
    remedy: 'キーを変えてください。',
  },
  'template.goto-unknown': {
    message: '{place}移動先「{name}」というセクションはありません。',
    remedy: 'セクションのキーか submit を書いてください。',
  },
  'template.goto-type': {
    message: '{place}この種類の質問（{type}）には移動先を付けられません。',
    remedy: '移動先は choice（単一選択）か list（プルダウン）にだけ付けられます。',
  },
  'template.goto-mixed': {
    message: '{place}移動先のある選択肢とない選択肢が混ざっています。',
    remedy: 'すべての選択肢に goTo を付けるか、すべてから除いてください。',
  },
  'template.unreachable': {
    message: '{place}セクション「{name}」へ進む道がありません。',
    remedy: '前のセクションの next か、選択肢の goTo でこのセクションを指してください。',
  },
  'template.pattern': {
    message: '{place}正規表現に、フォーム（RE2）で使えない書き方があります：{reason}。',
    remedy: '文字の種類と回数だけの書き方に直してください。',
  },
  'template.too-long': {
    message: '{place}文が長すぎます（{length} 文字。上限は {limit} 文字）。',
    remedy: '短くしてください。',
  },
  'template.validation-type': {
    message: '{place}入力規則「{rule}」は、質問の種類 {type} では使えません。',
    remedy: 'フォームで使える組み合わせに変えてください。',
  },
  'template.validation-arguments': {
    message: '{place}入力規則「{rule}」に必要な値（pattern か numbers）が合っていません。',
    remedy: '規則に要る値だけを書いてください。',
  },
  'template.options-missing': {
    message: '{place}選択肢がありません。',
    remedy: 'options を書くか、コード表のあるキーを使ってください。',
  },
  'template.options-type': {
    message: '{place}質問の種類 {type} に選択肢は付けられません。',
    remedy: 'options を除くか、種類を choice・checkbox・list に変えてください。',
  },
  'template.options-from': {
    message: '{place}会議所の一覧「{name}」はありません。',
    remedy: '使える一覧：{known}。',
  },
  'template.place': {
    message: '{place}使えない差し込み「{name}」があります。',
    remedy: '使える差し込み：{known}。綴りと二重の波かっこを確かめてください。',
  },
  'template.mail-name': {
    message: '{place}メール文のファイル名「{name}」は使えません。',
    remedy: 'ひな型のフォルダーの中の .txt を、英数字の名前で書いてください（例：mail/receipt.txt）。',
  },
  'template.option-empty': { message: '{place}選択肢の文字が空です。', remedy: 'label を書いてください。' },
  'template.option-twice': {
    message: '{place}選択肢「{name}」が二度あります。',
    remedy: '一方を除くか、書き分けてください。',
  },
  'template.record-key': {
    message: '{place}必須とされたキー「{name}」の質問がありません。',
    remedy: '質問を加えるか、必須から除いてください。',
  },
  'template.mail-missing': {
    message: '{place}メール文「{name}」のファイルがありません。',
    remedy: 'ひな型のフォルダーにファイルを置いてください。',
  },
  'template.mail-place': {
    message: '{place}使えない差し込み「{name}」があります。',
    remedy: '使える差し込み：{known}。',
  },
  'template.folder': {
    message: '{place}ひな型の id「{name}」がフォルダー名「{folder}」と違います。',
    remedy: 'どちらかに合わせてください。',
  },
  'profile.column-key': {
    message: '{place}列「{name}」のキー「{value}」が項目の語彙にありません。',
    remedy: '綴りを確かめてください。',
  },
  'profile.column-twice': {
    message: '{place}見出し「{name}」の列が二度あります。',
    remedy: '一方を除くか、見出しを書き分けてください。',
  },
  'profile.character': {
    message: '{place}「{value}」の文字「{character}」（{codePoint}）は、この配置の文字コードで表せません。',
    remedy: '別の文字に変えるか、encoding を utf-8 にしてください。',
  },
  'profile.empty': { message: '{place}列が一つもありません。', remedy: 'columns に列を並べてください。' },
  'profile.style': {
    message: '{place}列「{name}」の書式「{style}」はありません。',
    remedy: '使える書式に直してください。',
  },
};
