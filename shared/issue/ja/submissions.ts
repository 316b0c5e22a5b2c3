/** Words for answers that are kept as they are, while staff work with them. */
import type { Words } from './words.ts';

export const submissionWords: Readonly<Record<string, Words>> = {
  'submission.not-found': {
    message: 'その申込・回答が見つかりません。',
    remedy: '「申込・回答」の一覧を読み込み直してください。',
  },
  'submission.reason-missing': {
    message: '取り消す理由が入力されていません。',
    remedy: '理由を書いてください。履歴に残り、取消しのメールにも載ります。',
  },
};
