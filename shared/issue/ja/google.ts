/** Words for the commands of JCCI that call Google. */
import type { Words } from './words.ts';

export const googleWords: Readonly<Record<string, Words>> = {
  'google.no-credentials': {
    message: 'Google につなぐための資格情報が指定されていません。何も変えていません。',
    remedy:
      'サービスアカウントの鍵（JSON）を --credentials で指定するか、環境変数 GOOGLE_APPLICATION_CREDENTIALS に入れてください。手元で試すときは、npm start が表示する鍵を使います。',
  },
  'google.credentials': {
    message: '資格情報のファイル「{file}」を使えません。',
    remedy:
      'サービスアカウントの鍵、または gcloud auth application-default login が作ったファイルを指定してください。',
  },
  'google.endpoint': {
    message: '接続先「{address}」は使えません。',
    remedy: '手元のエミュレーターのアドレス（http://127.0.0.1:…）だけを指定できます。本番では指定しません。',
  },
  'google.denied': {
    message: 'Google に断られました（{status} {reason}）。何も変えていません。',
    remedy:
      '資格情報のアカウントに、配布用のフォルダーとシートを「編集者」で共有しているか、権限（スコープ）が足りているかを確かめてください。',
  },
  'google.failed': {
    message:
      'Google につながりません（{status} {reason}）。途中まで進んだことは、もう一度実行すれば続きから行います。',
    remedy: '通信を確かめ、少し待って、同じ命令をもう一度実行してください。',
  },
};
