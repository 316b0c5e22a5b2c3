/** Words for the import of a ledger: wrong files, moved columns, doubtful numbers, full sheets. */
import type { Words } from './words.ts';

const again = '基幹システムから出し直したCSVを使ってください。';

export const importWords: Readonly<Record<string, Words>> = {
  'ledger.too-many-rows': {
    message: 'ファイル「{file}」のデータは {limit} 行を超えています。',
    remedy:
      '台帳のシートに入るのは {limit} 行までです（スプレッドシートの上限は1,000万セル）。事業所を絞って出し直してください。何も取り込んでいません。',
  },
  'ledger.sheet-full': {
    message: '取り込むと台帳が {rows} 行になり、上限の {limit} 行を超えます。',
    remedy:
      '台帳の使わない行を別のファイルへ移すか、事業所を絞って出し直してください。何も取り込んでいません。',
  },
  'ledger.no-rows': {
    message: 'ファイル「{file}」には、事業所の行がありません。',
    remedy: again,
  },
  'ledger.header-found': {
    message: '配置では見出しがないはずですが、1行目が見出し（「{header}」など）のようです。',
    remedy: '見出しのある配置を選ぶか、このファイルから配置を覚え直してください。',
  },
  'ledger.shape': {
    message:
      '{column} 列目は「{label}」のはずですが、値（「{example}」など）の多くをその項目として読めません。',
    remedy:
      '列の並びが配置と違うようです。このファイルから配置を覚え直してください。推測では取り込みません。',
  },
  'ledger.numbers-doubtful': {
    message: '{rows} 行のうち {count} 行で、事業所番号が空か重複しています。',
    remedy: '事業所番号の列が配置と合っているかを確かめてください。',
  },
  'ledger.zeros-lost-most': {
    message:
      '台帳の事業所番号の先頭の0が、{count} 件で落ちています（「{before}」が「{found}」になっています）。',
    remedy: `表計算ソフトで保存し直したファイルのようです。${again}`,
  },
  'ledger.zeros-lost': {
    message:
      '先頭の0が落ちたような事業所番号が {count} 件あります（台帳の「{before}」に当たる「{found}」など）。',
    remedy: '別の事業所かを確かめてください。このまま取り込むと、新しい事業所として加わります。',
  },
  'ledger.left-out-blank': {
    message: '事業所番号が空の行が {count} 行あります（データ {rows} 行目）。',
    remedy: 'その行は取り込みません。基幹システムで番号を確かめてください。',
  },
  'ledger.left-out-twice': {
    message: '同じ事業所番号が二度出てくる行が {count} 行あります（データ {rows} 行目）。',
    remedy: 'どちらが正しいか分からないため、どの行も取り込みません。基幹システムで直してください。',
  },
  'ledger.left-out-sheet': {
    message:
      '台帳に同じ事業所番号の行が二つあるため、書き込み先が決まらない行が {count} 行あります（データ {rows} 行目）。',
    remedy: '台帳のシートで、一方の行を除いてから取り込んでください。',
  },
  'ledger.many-missing': {
    message: '台帳の {rows} 件のうち {count} 件が、ファイル「{file}」にありません。',
    remedy:
      '一部だけの出力か、途中で切れたファイルではないか確かめてください。台帳の行は消さず、印を付けて残します。',
  },
  'ledger.no-newline': {
    message: 'ファイル「{file}」の最後の行が改行で終わっていません。',
    remedy: '途中で切れていないか、最後の行を基幹システムと見比べてください。',
  },
  'ledger.column-missing': {
    message: '配置にある列「{header}」が、ファイルにありません。',
    remedy: '台帳のその項目は、今のまま残します。',
  },
  'ledger.column-unknown': {
    message: '配置にない列が {count} 列あります（{list}）。',
    remedy: '取り込みません。使う列なら、配置を覚え直してください。',
  },
  'ledger.column-moved': {
    message: '配置と違う位置にある列があります（{list}）。',
    remedy: '見出しで見分けて読んでいます。そのままで構いません。',
  },
  'ledger.unread': {
    message: '「{label}」の値を {count} 件読めませんでした（データ {row} 行目の「{example}」など）。',
    remedy: 'ファイルの文字のまま台帳に入れます。基幹システムの値を確かめてください。',
  },
  'ledger.same-file': {
    message: 'ファイル「{file}」は、前回取り込んだものと同じ内容です。',
    remedy: '新しく出したファイルかどうかを確かめてください。',
  },
  'import.running': {
    message: '{by}が {at} に始めた取込み {import}（ファイル「{file}」）が、まだ終わっていません。',
    remedy:
      '同じファイルを選ぶと続きを取り込めます。何もしなくても1時間ごとに続きます。取りやめるときは、フォルダー「会員データ取込み」からそのファイルを除いてください。',
  },
  'import.changed': {
    message: '確認の画面を開いたあとに、ファイルか台帳が変わりました。',
    remedy:
      '新しい内容を確かめてから、もう一度「この内容で取り込む」を押してください。台帳はまだ変わっていません。',
  },
  'import.file-gone': {
    message: 'フォルダー「会員データ取込み」に、そのファイルがありません。',
    remedy: 'ファイルの一覧を読み込み直し、選び直してください。',
  },
  'import.file-gone-midway': {
    message: '取込み {import} の途中で、ファイル「{file}」がフォルダーからなくなりました。',
    remedy:
      '取込みを中止しました。そこまでに書いた行は残っています。ファイルをもう一度入れて取り込めば、残りだけが変わります。',
  },
  'import.file-changed': {
    message: '取込み {import} の途中で、ファイル「{file}」の中身が変わりました。',
    remedy:
      '取込みを中止しました。そこまでに書いた行は残っています。正しいファイルを選び、確かめてから取り込み直してください。',
  },
  'import.layout-changed': {
    message: '取込み {import}（ファイル「{file}」）の途中で、配置か、部会・地区の設定が変わりました。',
    remedy:
      '取込みを中止しました。そこまでに書いた行は残っています。もう一度確かめてから取り込み直してください。',
  },
  'upload.broken': {
    message: 'ファイル「{file}」が空か、途中までしか届きませんでした。',
    remedy: 'もう一度送ってください。まだ何も保存していません。',
  },
  'upload.too-large': {
    message: 'ファイル「{file}」は、この画面から送れる大きさを超えています。',
    remedy: 'ドライブのフォルダー「会員データ取込み」に、ファイルを直接入れてください。',
  },
  'learn.column-unknown': {
    message: '{column} 列目という列は、見本にありません。',
    remedy: '見本を選び直してください。',
  },
  'profile.stored-shape': {
    message: '保存した配置を読めません（{path}）。',
    remedy: '基幹システムの出力から、配置を覚え直してください。',
  },
  'profile.confirm-ground': {
    message: '何をもって配置を確かめたかが書かれていません。',
    remedy: '「7月1日に3件を取り込み、画面で確かめた」のように書いてください。',
  },
};
