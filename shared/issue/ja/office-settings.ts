/** Words about the chamber's settings, and about a form that stands alone. */
import type { Words } from './words.ts';

export const officeSettingsWords: Readonly<Record<string, Words>> = {
  'settings.address': {
    message: '「{value}」は、ページのアドレスとして読めません。',
    remedy: '「https://」から始まるアドレスを、ページからそのまま貼り付けてください。',
  },
  'settings.mail': {
    message: '「{value}」は、メールアドレスとして読めません。',
    remedy: '「name@example.or.jp」の形で入れてください。',
  },
  'settings.mails-per-day': {
    message: '1日に送るメールの数は、1から{most}までの整数です。',
    remedy: '有料の Google Workspace のアカウントで送れるのは、1日におよそ{most}通までです。',
  },
  'settings.changed': {
    message: 'この画面を開いたあとに、設定が変わりました。何も保存していません。',
    remedy: 'ほかの人が直した内容を確かめてから、もう一度保存してください。',
  },
  'form.no-workbook': {
    message: 'このフォームの回答は、会議所キットのブックにつながっていません。',
    remedy:
      'フォームの「回答」から会員データ管理のブックにつなぐか、そのブックを開いて会議所キットを使ってください。',
  },
  'form.closed-workbook': {
    message: 'このフォームの回答が入るブックを開けません。',
    remedy: 'ブックの持ち主に、編集者として加えてもらってください。',
  },
  'workbook.not-open': {
    message: 'フォームの編集画面からは、シートの行へ移れません。',
    remedy: '会員データ管理のブックを開き、その画面の会議所キットで同じボタンを押してください。',
  },
};
