/** Words for mistakes in templates and profiles; readers are people who edit YAML. */
import type { Words } from './words.ts';

export const templateWords: Readonly<Record<string, Words>> = {
  'template.key-missing': {
    message: '{place}質問に key がありません。',
    remedy: '項目の語彙のキーか、local. で始まるキーを付けてください。',
  },
  'template.key-missing/text': {
    message: '{place}文・画像・動画に key がありません。',
    remedy:
      'local. で始まるキーを付けてください（例：local.privacy-text）。更新のときに、どの文かを見分けます。',
  },
  'template.key-twice': {
    message: '{place}キー「{name}」が二度使われています。',
    remedy: '一つのキーは一つの質問にだけ使えます。',
  },
  'template.key-unknown': {
    message: '{place}キー「{name}」は項目の語彙にありません。',
    remedy: '綴りを確かめるか、自所の質問なら「local.」を前に付けてください。',
  },
  'template.key-unknown/near': {
    message: '{place}キー「{name}」は項目の語彙にありません。',
    remedy: '「{near}」ではありませんか。自所の質問なら「local.」を前に付けてください。',
  },
  'template.key-reserved': {
    message: '{place}キー「{name}」は、ほかの意味に使われています。',
    remedy: '別のキーにしてください。',
  },
  'template.key-own': {
    message: '{place}キー「{name}」は、会議所がフォームに加えた質問のためのものです。',
    remedy: 'ひな型の質問には、語彙のキーか「local.」で始まるキーを付けてください。',
  },
  'template.key-text': {
    message: '{place}文・画像・動画のキー「{name}」が「local.」で始まっていません。',
    remedy: '回答の項目と取り違えないよう、「local.」を前に付けてください。',
  },
  'template.field-unknown': {
    message: '{place}項目「{name}」は項目の語彙にありません。',
    remedy: '綴りを確かめてください。',
  },
  'template.field-unknown/near': {
    message: '{place}項目「{name}」は項目の語彙にありません。',
    remedy: '「{near}」ではありませんか。',
  },
  'template.field-other': {
    message: '{place}語彙のキー「{name}」の質問を、別の項目「{field}」に使っています。',
    remedy: 'key を「{field}」にするか、「local.」で始まる別のキーにしてください。',
  },
  'template.field-twice': {
    message: '{place}項目「{name}」の質問が二つあります（もう一つのキー：{first}）。',
    remedy: '一方を除くか、前の質問を retired に移して、新しい質問に replaces を書いてください。',
  },
  'template.field-type': {
    message: '{place}回答のないもの（{type}）に {name} は書けません。',
    remedy: '{name} を除いてください。',
  },
  'template.kind-catalogue': {
    message: '{place}項目「{name}」の種類は語彙で決まっています（{kind}）。',
    remedy: 'kind を除いてください。kind は「local.」で始まる質問にだけ書けます。',
  },
  'template.kind-type': {
    message: '{place}項目「{name}」（値の種類 {kind}）は、質問の種類 {type} では尋ねられません。',
    remedy: '使える質問の種類：{known}。別のことを尋ねるなら、別のキーにしてください。',
  },
  'template.retired-twice': {
    message: '{place}閉じた質問「{name}」が二度書かれています。',
    remedy: '一方を除いてください。',
  },
  'template.retired-used': {
    message: '{place}閉じた質問のキー「{name}」が、また使われています。',
    remedy: '前の回答と混ざらないよう、新しい質問には別のキーを付け、replaces に「{name}」を書いてください。',
  },
  'template.retired-since': {
    message: '{place}閉じた版「{name}」が版の形ではありません。',
    remedy: '1.1.0 のように書いてください。',
  },
  'template.retired-later': {
    message: '{place}閉じた版「{name}」が、この版（{version}）より後です。',
    remedy: 'since か version を直してください。',
  },
  'template.replaces-open': {
    message: '{place}置き換える質問「{name}」が retired（閉じた質問）にありません。',
    remedy: '前の質問を sections から除き、retired に key と since を書いてください。',
  },
  'template.replaces-open/near': {
    message: '{place}置き換える質問「{name}」が retired（閉じた質問）にありません。',
    remedy: '「{near}」ではありませんか。',
  },
  'template.replaces-missing': {
    message:
      '{place}質問「{name}」は閉じた質問「{key}」と同じ項目ですが、どちらの回答を使うかが書かれていません。',
    remedy:
      'replaces に key と merge を書いてください（new-else-old：新しい回答があればそれを、なければ前の回答を使う）。',
  },
  'template.replaces-twice': {
    message: '{place}質問「{name}」を置き換える質問が二つあります。',
    remedy: '一つの質問だけに replaces を書いてください。',
  },
  'template.replaces-field': {
    message: '{place}置き換える質問「{name}」と項目が違います。',
    remedy: '前の回答と合わせて読めるよう、field に「{field}」を書いてください。',
  },
  'template.text-empty': { message: '{place}{name} が空です。', remedy: '文を書いてください。' },
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
  'template.section-reserved': {
    message: '{place}セクションのキー「{name}」は、ほかの意味に使われています。',
    remedy: '別のキーにしてください。',
  },
  'template.goto-unknown': {
    message: '{place}移動先「{name}」というセクションはありません。',
    remedy: 'セクションのキーか submit を書いてください。',
  },
  'template.goto-unknown/near': {
    message: '{place}移動先「{name}」というセクションはありません。',
    remedy: '「{near}」ではありませんか。',
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
  'template.endless': {
    message: '{place}セクション「{name}」から先に、送信へ進む道がありません。',
    remedy: 'next か goTo のどれかを、送信（submit）へ続く先にしてください。',
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
  'template.validation-message': {
    message: '{place}入力規則「{rule}」の message が空です。',
    remedy: '回答する人が読む文を書いてください（例：数字で入力してください。）。',
  },
  'template.validation-numbers': {
    message: '{place}入力規則「{rule}」の数（numbers）が正しくありません。',
    remedy: '数を直してください。',
  },
  'template.validation-numbers/order': {
    message: '{place}入力規則「{rule}」の下限が上限より大きくなっています。',
    remedy: 'numbers を [下限, 上限] の順に書いてください。',
  },
  'template.validation-numbers/whole': {
    message: '{place}入力規則「{rule}」の数が、1 以上の整数ではありません。',
    remedy: '文字数と選ぶ数は、1 以上の整数で書いてください。',
  },
  'template.validation-numbers/options': {
    message: '{place}入力規則「{rule}」の数が、選択肢の数より多くなっています。',
    remedy: '選択肢の数までにしてください。',
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
  'template.options-from/lines': {
    message: '{place}「{name}」は、行ごとに書く項目（type: lines）ではありません。',
    remedy: 'fillIns の type を lines にしてください。',
  },
  'template.options-both': {
    message: '{place}options と optionsFrom の両方があります。',
    remedy: 'どちらか一方だけを書いてください。',
  },
  'template.part-type': {
    message: '{place}質問の種類 {type} に {name} は書けません。',
    remedy: '{name} を除くか、種類を変えてください。',
  },
  'template.part-missing': {
    message: '{place}質問の種類 {type} に必要な {name} がありません。',
    remedy: '{name} を書いてください。',
  },
  'template.grid-rows': {
    message: '{place}表の行がありません。',
    remedy: 'grid.rows に行を書いてください。',
  },
  'template.grid-columns': {
    message: '{place}必須の表で、行（{rows}）が列（{columns}）より多いのに、列を一度しか選べません。',
    remedy: '答えられる人がいません。onePerColumn を除くか、列を増やしてください。',
  },
  'template.scale-bounds': {
    message: '{place}段階の範囲 {low}〜{high} は、フォームで使えません。',
    remedy: '始まりは 0 か 1、終わりは 3 から 10 までの整数にしてください。',
  },
  'template.rating-levels': {
    message: '{place}評価の段階 {levels} は、フォームで使えません。',
    remedy: '3 から 10 までの整数にしてください。',
  },
  'template.media-source': {
    message: '{place}画像・動画の元（source）が空です。',
    remedy: '画像は Drive のファイル ID、動画はアドレスか、差し込み（例：{{form.map}}）を書いてください。',
  },
  'template.media-image': {
    message: '{place}画像の元「{name}」が、Drive のファイル ID ではありません。',
    remedy: 'ファイル ID か、差し込み（例：{{form.map}}）を書いてください。',
  },
  'template.media-video': {
    message: '{place}動画の元「{name}」が、アドレスではありません。',
    remedy: 'https:// で始まるアドレスか、差し込みを書いてください。',
  },
  'template.media-width': {
    message: '{place}画像・動画の幅 {width} が、0 以上の整数ではありません。',
    remedy: '画素数で書いてください。0 は、フォームの決めた大きさです。',
  },
  'template.ownership-property': {
    message: '{place}ownership の「{name}」は、ここにない性質です。',
    remedy: '使える名前：{known}。',
  },
  'template.ownership-property/near': {
    message: '{place}ownership の「{name}」は、ここにない性質です。',
    remedy: '「{near}」ではありませんか。',
  },
  'template.ownership-presence': {
    message: '{place}会議所が外してよいもの（presence: own）の {name} を、必須（mandated）としています。',
    remedy: 'presence も mandated にするか、{name} の必須をやめてください。',
  },
  'template.fill-in-twice': {
    message: '{place}記入欄「{name}」が二度あります。',
    remedy: 'key と label は、それぞれ一度だけ使えます。',
  },
  'template.fill-in-unused': {
    message: '{place}記入欄「{name}」がどこにも使われていません。',
    remedy: '除くか、文の中に差し込み（form.{name}）を書いてください。',
  },
  'template.fill-in-initial': {
    message: '{place}記入欄の初めの値「{name}」が、種類 {type} に合いません。',
    remedy: 'date は 2026-04-01 の形、number は数字、text は一行で、差し込みは使わずに書いてください。',
  },
  'template.rows-both': {
    message: '{place}表の行に、rows と rowsFrom の両方があります。',
    remedy: 'どちらか一方だけを書いてください。',
  },
  'template.capacity-flow': {
    message: '{place}定員（capacity）は、回答の扱い（flow）が {flow} のひな型では使えません。',
    remedy: 'flow を answers にするか、capacity を除いてください。',
  },
  'template.capacity-limit': {
    message: '{place}定員「{name}」が、数の記入欄（type: number）ではありません。',
    remedy: '使えるもの：{known}。',
  },
  'template.capacity-key': {
    message: '{place}定員を数える質問「{name}」がありません。',
    remedy: '質問のキーを書いてください。',
  },
  'template.capacity-key/near': {
    message: '{place}定員を数える質問「{name}」がありません。',
    remedy: '「{near}」ではありませんか。',
  },
  'template.capacity-count': {
    message: '{place}質問「{name}」の答えは数ではないので、定員に数えられません。',
    remedy: 'kind: integer の質問か、段階・評価の質問にしてください。',
  },
  'template.capacity-mail': {
    message: '{place}定員があるのに、キャンセル待ちのメール文（{name}）がありません。',
    remedy: 'mails に waiting（キャンセル待ち）と promoted（繰上げ）のメール文を加えてください。',
  },
  'template.capacity-per': {
    message: '{place}質問「{name}」は、一つを選ぶ質問ではないので、定員を分けられません。',
    remedy: 'choice（単一選択）か list（プルダウン）の質問にしてください。',
  },
  'template.closes-on': {
    message: '{place}締切日「{name}」が、日付でも日付の記入欄でもありません。',
    remedy: '2026-04-01 の形で書くか、type が date の記入欄を差し込んでください（使えるもの：{known}）。',
  },
  'template.place': {
    message: '{place}使えない差し込み「{name}」があります。',
    remedy: '使える差し込み：{known}。綴りと二重の波かっこを確かめてください。',
  },
  'template.place/near': {
    message: '{place}使えない差し込み「{name}」があります。',
    remedy: '「{near}」ではありませんか。',
  },
  'template.mail-name': {
    message: '{place}メール文のファイル名「{name}」は使えません。',
    remedy: 'ひな型のフォルダーの中の .txt を、英数字の名前で書いてください（例：mail/receipt.txt）。',
  },
  'template.option-empty': { message: '{place}選択肢の文字が空です。', remedy: 'label を書いてください。' },
  'template.option-code': { message: '{place}選択肢の code が空です。', remedy: 'code を書いてください。' },
  'template.option-twice': {
    message: '{place}選択肢「{name}」が二度あります。',
    remedy: '一方を除くか、書き分けてください。',
  },
  'template.record-key': {
    message: '{place}必須とされたキー「{name}」の質問がありません。',
    remedy: '質問を加えるか、必須から除いてください。',
  },
  'template.record-key/near': {
    message: '{place}必須とされたキー「{name}」の質問がありません。',
    remedy: '「{near}」ではありませんか。',
  },
  'template.record-empty': {
    message: '{place}「どれか一つは必須」の組が空です。',
    remedy: 'キーを書くか、組を除いてください。',
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
