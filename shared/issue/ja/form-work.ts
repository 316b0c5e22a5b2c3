/** Words for work on the chamber's forms: making, taking over, updating, taking an update back, closing. */
import type { Words } from './words.ts';

export const formWorkWords: Readonly<Record<string, Words>> = {
  'form.unknown': {
    message: 'このフォームは、このスプレッドシートの一覧にありません。',
    remedy: '画面を読み込み直すか、「取り込む」でフォームを一覧に加えてください。',
  },
  'form.unfinished': {
    message: 'このフォームは、まだ作りかけです。',
    remedy: '「作る」をもう一度押すと、続きから作ります。',
  },
  'form.address': {
    message: 'このアドレスのフォームを開けませんでした。',
    remedy: 'フォームの編集画面のアドレスを貼り付け、編集の権限があるか確かめてください。',
  },
  'form.fill-in-missing': {
    message: '「{label}」が入力されていません。',
    remedy: '入力してください。',
  },
  'form.fill-in-date': {
    message: '「{label}」の「{value}」が、暦にある日付ではありません。',
    remedy: '2026-12-31 のように入力してください。',
  },
  'form.closing-day': {
    message: '締切の日「{day}」が、暦にない日です。',
    remedy: '締切の日を選び直してください。',
  },
  'form.already-taken': {
    message: 'このフォームは、すでに一覧にあります。',
    remedy: '一覧から選んでください。',
  },
  'form.one-only': {
    message: '「{title}」のフォームは、すでに一つあります。',
    remedy: 'このひな形のフォームは一つだけです。一覧のフォームを使ってください。',
  },
  'adopt.changed-since': {
    message: '対応を確かめたあとに、フォームが変わりました（{at} に確認）。',
    remedy: 'もう一度読み込んで、対応を確かめてください。',
  },
  'adopt.key-twice': {
    message: '「{title}」に、二つの質問が対応づけられています。',
    remedy: 'どちらか一つを選び、もう一つは「自所の質問」にしてください。',
  },
  'adopt.key-unknown': {
    message: '対応先「{key}」は、このひな形にありません。',
    remedy: '一覧から選び直してください。',
  },
  'update.form-open': {
    message: 'このフォームは受付中です。',
    remedy:
      '回答している途中の人には、前の形が見えていることがあります。気になるときは、一覧で受付を止めてから更新してください。',
  },
  'update.form-answered': {
    message: 'このフォームは受付中で、もう回答が届いています。',
    remedy:
      '集まった回答は残ります。回答している途中の人には前の形が見えていることがあるので、気になるときは一覧で受付を止めてから更新してください。',
  },
  'update.survey-open': {
    message: '回答を受け付けている調査なので、設問を加えたり外したりする変更は行いません。',
    remedy: '受付を止めてから更新すると、残りも適用できます。',
  },
  'capture.not-captured': {
    message: '下書きに入れられない質問があります：{titles}',
    remedy:
      'ファイルのアップロードなどは、ひな型では作れません。要るときは、できたフォームに手で加えてください。',
  },
  'capture.unreadable': {
    message: '入力の検査と、画像・動画の中身は、フォームから読み取れません。',
    remedy: '下書きを見て、要るものを書き足してください。',
  },
  'update.changed-since': {
    message: '「{title}」は、変更予定を確かめたあとに変わりました（{at} に確認）。何も変更していません。',
    remedy: '新しい変更予定を確かめてから、もう一度「適用する」を押してください。',
  },
  'update.changed-midway': {
    message:
      '「{title}」の更新の途中で、ほかの人がフォームを変えました（{at} に確認）。残りは適用していません。',
    remedy: 'その変更を元に戻すと続きから適用できます。戻せないときは「更新を取り消す」を押してください。',
  },
  'update.not-taken': {
    message: '「{title}」の変更の一つを、Google フォームが受け付けませんでした。更新は途中で止まっています。',
    remedy:
      '少し待って「続きを適用する」を押してください。続くときは、日本商工会議所の窓口へお知らせください。',
  },
  'update.undecided': {
    message: '{count} 件の「要判断」が選ばれていません：{titles}',
    remedy: 'どちらの内容にするかを、それぞれ選んでください。',
  },
  'update.not-found': {
    message: '取り消す更新が見つかりません。',
    remedy: '画面を読み込み直してください。',
  },
  'update.not-last': {
    message: 'この更新のあとに、別の更新があります。',
    remedy: '取り消せるのは、最後の更新だけです。',
  },
  'update.edited-since': {
    message: '更新のあとに、フォームが変更されています：{titles}',
    remedy:
      '「変更していないところだけ戻す」を選ぶと、あとから変えたところはそのままにして、ほかを戻します。',
  },
  'health.trigger-owner': {
    message: '「{title}」の回答の自動取込みは、{owner} の権限で動いています。',
    remedy: '担当を替わったときは「取込みを引き継ぐ」を押してください。',
  },
  'health.retired': {
    message: '「{title}」に、受付を終えた質問が {count} 件残っています。',
    remedy: 'これまでの回答を残すためです。消さないでください。',
  },
  'health.missing-items': {
    message: '「{title}」で、ひな形の質問 {count} 件が外されています：{titles}',
    remedy: '外したままで構いません。戻すときは、フォームの更新の画面で選んでください。',
  },
  'health.not-linked': {
    message: '「{title}」の回答が、このスプレッドシートに届いていません。',
    remedy: 'フォームの「回答」から、このスプレッドシートにリンクしてください。',
  },
};
