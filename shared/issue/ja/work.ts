/** Words for what can go wrong while staff work: decisions, export, the workbook, rights. */
import type { Words } from './words.ts';

export const workWords: Readonly<Record<string, Words>> = {
  'decision.conflict': {
    message: 'この申込は、画面を開いたあとに{by}が変更しました（{at}）。',
    remedy: '最新の内容を読み込み、確かめてからもう一度操作してください。',
  },
  'decision.not-allowed': {
    message: '状態が「{state}」の申込には、この操作はできません。',
    remedy: '最新の内容を読み込んでください。',
  },
  'decision.step-missing': {
    message: '「{target}」の前に必要な手続き「{state}」が記録されていません。',
    remedy: '手続きが済んでいれば、日付と根拠を記録してください。',
  },
  'decision.step-date': {
    message: '「{state}」の日付「{date}」が正しくありません。',
    remedy: '今日までの日付を選んでください。',
  },
  'decision.reason-missing': {
    message: '差戻しの理由が入力されていません。',
    remedy: '申込者に送る文です。何をどう直してほしいかを書いてください。',
  },
  'decision.no-email': {
    message: '申込者のメールアドレスがないため、差戻しのメールを送れません。',
    remedy: '電話などで連絡し、理由を記録してください。',
  },
  'correction.withdrawn': {
    message: '取下げた申込の値は直せません。',
    remedy: '「受付を再開」してから直してください。',
  },
  'correction.exported': {
    message: 'この申込は、すでに CSV に出しています（{batch}）。',
    remedy:
      '取り込めなかったときは「取込失敗」を記録すると直せます。取り込んだあとは、基幹システムで直してください。',
  },
  'correction.consent': {
    message: '「{label}」は、職員が代わりに入れられません。同意は本人だけができます。',
    remedy: '「差戻し」で、本人にもう一度送ってもらってください。',
  },
  'correction.field': {
    message: '「{name}」は、この申込では直せない項目です。',
    remedy: '最新の内容を読み込んでください。',
  },
  'correction.same': {
    message: '「{label}」の値が、いまと変わっていません。',
    remedy: '正しい値を入れてから保存してください。',
  },
  'correction.too-many': {
    message: 'この申込に記録できる訂正の量を超えます。',
    remedy: '「差戻し」で、申込者にもう一度送ってもらってください。',
  },
  'template.unknown': {
    message: 'ひな型「{name}」はこの版の会議所キットにありません。',
    remedy: 'フォームの一覧を読み込み直してください。',
  },
  'profile.unknown': {
    message: 'CSV の配置「{name}」はこの版の会議所キットにありません。',
    remedy: '設定で、配置を選び直してください。',
  },
  'application.not-found': {
    message: 'その申込が見つかりません。',
    remedy: '受付の一覧を読み込み直してください。',
  },
  'application.held': {
    message: '直す必要のある項目が {count} 件あるため、CSV に出せません。',
    remedy: '申込を開いて、「直す」の項目を確かめてください。',
  },
  'export.changed': {
    message: '確認の画面を開いたあとに、出力する内容が変わりました。',
    remedy: '新しい内容を確かめてから、もう一度「CSVを出す」を押してください。',
  },
  'export.nothing': {
    message: '出力するものがありません。',
    remedy: '申込か台帳の回答を承認したとき、または「取込失敗」にしたときに出力できます。',
  },
  'batch.not-found': {
    message: 'その出力の記録が見つかりません。',
    remedy: '一覧を読み込み直してください。',
  },
  'batch.already': {
    message: 'この出力は、すでに「{state}」と記録されています。',
    remedy: '一覧を読み込み直してください。',
  },
  'workbook.not-ready': {
    message: '会員データ管理の準備がまだ済んでいません。',
    remedy: 'サイドバーの「準備」から、商工会議所の情報を入力してください。',
  },
  'workbook.sheet-missing': {
    message: 'シート「{sheet}」がありません。',
    remedy: '名前を変えたか削除したシートを元に戻すか、「準備」をもう一度実行してください。',
  },
  'workbook.column-missing': {
    message: 'シート「{sheet}」に列「{header}」がありません。',
    remedy: '見出しの名前を元に戻してください。列の順番は変えても構いません。',
  },
  'workbook.version': {
    message: 'このブックは、新しい版の会議所キットで作られています。',
    remedy: 'アドオンを最新の版にしてください。',
  },
  'form.missing': {
    message: '申込フォームが見つからないか、開く権限がありません。',
    remedy: 'フォームをごみ箱から戻すか、フォームを作り直してください。',
  },
  'export.not-in-ledger': {
    message: '台帳に事業所番号「{number}」がないため、この変更は出力できません。',
    remedy: '基幹システムの最新のCSVを台帳に取り込んでから、もう一度出力してください。',
  },
  'batch.not-reproducible': {
    message: '出力 {batch} と同じファイルは、もう作れません。出力したあとに、中身か配置が変わっています。',
    remedy: '取り込む前であれば「取込失敗」を記録し、新しく出力してください。',
  },
  'lock.busy': {
    message: 'ほかの人の操作が終わるのを待っています。',
    remedy: '少し待ってから、もう一度操作してください。',
  },
  'rpc.unknown-method': { message: 'この操作は使えません。', remedy: 'サイドバーを開き直してください。' },
  'rpc.input': {
    message: '入力の形が正しくありません（{name}）。',
    remedy: '入力を確かめて、もう一度操作してください。',
  },
  'work.given-up': {
    message: '{times} 回試しましたが、終わりませんでした。',
    remedy:
      '「点検」を見てから、もう一度はじめてください。済んだところまでは記録されていて、二重にはなりません。',
  },
  'work.gone': {
    message: 'この作業の記録は、もうありません。',
    remedy: '「今日」を開き直してください。',
  },
  'rpc.failed': {
    message: '操作の途中で問題が起きました（{reason}）。',
    remedy: 'もう一度操作してください。済んだところまでは記録されていて、二重にはなりません。',
  },
  'quota.mail': {
    message: '今日送れるメールの数を使い切りました。',
    remedy: '明日、残りを自動で送ります。急ぐときは電話などで連絡してください。',
  },
  'setup.phone': {
    message: '商工会議所の電話番号が入力されていません。',
    remedy: 'フォームとメールに問い合わせ先として載る番号を入力してください。',
  },
  'setup.email': {
    message: '商工会議所のメールアドレスが入力されていません。',
    remedy: 'フォームとメールに問い合わせ先として載るアドレスを入力してください。',
  },
  'setup.chamber-name': {
    message: '商工会議所の名称が入力されていません。',
    remedy: 'フォームとメールに使う名称を入力してください。',
  },
};
