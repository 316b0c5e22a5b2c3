/** Words for the page 調査の結果. */
import type { Words } from './words.ts';

export const dashboardWords: Readonly<Record<string, Words>> = {
  'dashboard.closed': {
    message: 'このスクリプトには、調査の結果を見せる設定がありません。',
    remedy: '日商のウェブアプリのアドレスで開いているかを確かめてください。',
  },
  'dashboard.pass': {
    message: 'このアドレスでは、調査の結果を見られません。期限が過ぎたか、アドレスの一部が欠けています。',
    remedy: '日商から届いた新しいアドレスを、はじめから終わりまで開いてください。',
  },
  'dashboard.person': {
    message: '調査の結果を見る人の一覧に、このアドレスの人がありません。',
    remedy: '配布の状況のブックで「点検と設定」の「権限」を開ける人に、閲覧の役割を頼んでください。',
  },
  'dashboard.name': {
    message: '日商の一覧に、番号 {name} の商工会議所の名前がありません。',
    remedy: '日商の担当者に、一覧へ名前を入れるよう頼んでください。',
  },
  'dashboard.until': {
    message: '期限「{name}」が日付ではありません。',
    remedy: '2027-03-31 のように書いてください。',
  },
  'dashboard.none': {
    message: 'その回の結果は、まだありません。締め切って集計した回だけを見られます。',
    remedy: '画面の「調査と回」で、ほかの回を選んでください。',
  },
};
