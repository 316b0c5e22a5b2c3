/** Words for what only the cards of the add-on have to refuse. */
import type { Words } from './words.ts';

export const cardWords: Readonly<Record<string, Words>> = {
  'correction.too-long-for-card': {
    message: '「{name}」は文章が長く、この画面では直せません。',
    remedy: 'スプレッドシートのサイドバーで開いて直してください。',
  },
  'correction.proposal-gone': {
    message: 'この候補は、もうありません。',
    remedy: '申込を開き直して確かめてください。',
  },
};
