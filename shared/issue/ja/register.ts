/** Words for the ledger of a core system: damaged files, doubtful numbers, columns that moved. */
import type { Words } from './words.ts';

export const registerWords: Readonly<Record<string, Words>> = {
  'ledger.number-blank': {
    message: '「{file}」のデータ {row} 行目の事業所番号が空です。',
    remedy: 'どの事業所の行かが分かりません。基幹システムで番号を確かめてください。',
  },
  'ledger.number-twice': {
    message: '「{file}」のデータ {row} 行目の事業所番号「{value}」は、データ {first} 行目にもあります。',
    remedy:
      'どちらの行が正しいか確かめ、一方を除いてください。正しい行が決まるまで、この番号は比べられません。',
  },
  'ledger.number-lost-zero': {
    message: '事業所番号「{value}」は、変更前の「{before}」から先頭の 0 が落ちたもののようです。',
    remedy:
      '表計算ソフトで開いて保存し直していないか確かめ、基幹システムから出したままの CSV を使ってください。',
  },
  'ledger.row-ragged': {
    message: 'ファイル「{file}」の {line} 行目のセルの数（{cells}）が、見出しの数（{columns}）と合いません。',
    remedy: 'ファイルが途中で切れているか、行が壊れています。基幹システムから出し直してください。',
  },
  'ledger.quote-open': {
    message: 'ファイル「{file}」の {line} 行目で始まる引用符（"）が閉じていません。',
    remedy: 'ファイルが途中で切れているか、行が壊れています。基幹システムから出し直してください。',
  },
  'ledger.column-renamed': {
    message: 'ファイル「{file}」に列「{header}」がなく、代わりに「{found}」という列があります。',
    remedy:
      '同じ列かどうかは推測で決めません。見出しを「{header}」に直すか、cci profile learn で配置を学び直してください。',
  },
  'ledger.no-number-column': {
    message: '配置「{profile}」に事業所番号（businessNumber）の列がありません。',
    remedy: '事業所を見分ける番号の列がある配置を指定してください。',
  },
};
