/** Words for JCCI's console. */
import type { Words } from './words.ts';

export const viewerWords: Readonly<Record<string, Words>> = {
  'viewer.closed': {
    message: 'このスクリプトには、日商の集計の設定がありません。',
    remedy: '日商のウェブアプリのアドレスで開いているかを確かめてください。',
  },
  'viewer.key': {
    message: 'この画面を見るための鍵が違います。',
    remedy: 'cci release key で自分のアドレスを作り直し、それを開いてください。',
  },
  'viewer.person': {
    message: '{person} は、配布の状況を見る人の一覧にありません。',
    remedy:
      'スクリプト プロパティ cci.fleet.viewers（なければ、配布の状況のブックの「権限」）に、加えてもらってください。',
  },
};
