/** Words for `cci release …`. */
import type { Words } from './words.ts';

export const releaseToolWords: Readonly<Record<string, Words>> = {
  'release.secret': {
    message: '日商の秘密の値がありません。何も変えていません。',
    remedy:
      '64 けたの 16 進数を、環境変数 CCI_RELEASE_SECRET に入れて実行してください。引数やファイルには書かないでください。',
  },
  'release.chambers': {
    message: '{file} の {line} 行目の会議所は使えません。',
    remedy: 'code（小文字・数字・ハイフン、重なりなし）、name、prefecture（01〜47）をそろえてください。',
  },
  'release.chamber-unknown': {
    message: '{file} にある会議所「{chamber}」が、会議所の一覧にありません。',
    remedy: 'home と pilot には、一覧にある code を書いてください。',
  },
  'release.chamber-not-listed': {
    message: '会議所「{chamber}」が、会議所の一覧にありません。',
    remedy: '一覧の code を指定してください。',
  },
  'release.busy': {
    message: 'ほかの人（{person}）が作業しています（{until} まで）。何も変えていません。',
    remedy: '終わるまで待つか、その人に確かめてから、もう一度実行してください。',
  },
  'release.lease-lost': {
    message: '作業に時間がかかり、ほかの人が作業できる時刻を過ぎました。ここで止めました。',
    remedy: 'cci release status で今の状態を確かめてから、もう一度実行してください。',
  },
  'release.office': {
    message: '配布の記録（office.json）を読めません。何も変えていません。',
    remedy:
      'Drive の配布フォルダーで office.json の版の履歴を開き、最後に正しく読めた版に戻してください。手で書きかえないでください。',
  },
  'release.version': {
    message: '版「{value}」は使えません。',
    remedy: '1.2.0 のように、数字を三つ、点で区切って書いてください。',
  },
  'release.notes': {
    message: '変わったことの文（{file}）が空です。',
    remedy: '会議所の職員が読んで分かる文を、一行に一つ書いてください。',
  },
  'release.start': {
    message: '始まりの日時「{value}」を読めません。',
    remedy: '2026-12-01 か 2026-12-01T09:00 の形で書いてください。',
  },
  'release.reason': {
    message: '理由がありません。何も変えていません。',
    remedy: '--reason に、記録に残す理由を書いてください。',
  },
  'release.none': {
    message: 'まだ何も配っていません。',
    remedy: 'cci release plan で内容を確かめ、cci release publish で配ってください。',
  },
};
