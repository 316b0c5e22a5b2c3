/** Words for input that cannot be used: files, headers, templates, profiles, settings. */
import type { Words } from './words.ts';

export const fileWords: Readonly<Record<string, Words>> = {
  'file.missing': {
    message: 'ファイル「{file}」が見つかりません。',
    remedy: 'ファイルの場所と名前を確かめてください。',
  },
  'file.unreadable': {
    message: 'ファイル「{file}」を読めません。',
    remedy: 'フォルダーではないか、読む権限があるかを確かめてください。',
  },
  'file.empty': {
    message: 'ファイル「{file}」は空です。',
    remedy: '見出しとデータの入ったファイルを指定してください。',
  },
  'file.no-rows': {
    message: 'ファイル「{file}」には見出しだけがあり、データの行がありません。',
    remedy: 'データの入ったファイルを指定してください。',
  },
  'file.spreadsheet': {
    message: 'ファイル「{file}」は表計算ソフトのファイル（xlsx など）で、CSV ではありません。',
    remedy:
      '基幹システムかフォームから、CSV で出し直してください。表計算ソフトで「CSV UTF-8」として保存したときは、番号の先頭の 0 が落ちていないかを確かめてください。',
  },
  'file.not-text': {
    message: 'ファイル「{file}」は文字のファイルではありません。',
    remedy: 'フォームの回答か基幹システムのデータを CSV で書き出し、そのファイルを指定してください。',
  },
  'file.utf16': {
    message: 'ファイル「{file}」は UTF-16 で保存されています。',
    remedy: '「CSV UTF-8」か Shift_JIS の CSV で保存し直してください。',
  },
  'file.nul': {
    message: 'ファイル「{file}」の {line} 行目 {column} 列目に、文字ではないデータ（NUL）があります。',
    remedy: '壊れたファイルか、CSV 以外のファイルです。元のシステムから出し直してください。',
  },
  'file.delimiter': {
    message: 'ファイル「{file}」の 1 行目は、コンマでもタブでもなく「{sign}」で区切られているようです。',
    remedy: 'コンマ区切りの CSV で出し直してください。',
  },
  'file.encoding': {
    message:
      'ファイル「{file}」の {line} 行目の文字を、UTF-8 としても Shift_JIS（CP932）としても読めません。',
    remedy:
      '文字コードが混ざっているか、別の文字コードか、途中で切れています。元のシステムから出し直すか、「CSV UTF-8」で保存し直してください。',
  },
  'table.quote-open': {
    message: 'ファイル「{file}」の {line} 行目 {column} 列目で始まる引用符（"）が閉じていません。',
    remedy: 'その行の引用符の数を確かめてください。ファイルが途中で切れていることもあります。',
  },
  'table.quote-text': {
    message: '{line} 行目に、閉じた引用符のあとの文字があります。',
    remedy: '引用符を含む値は "" と二つ重ねて書きます。元のシステムから出し直してください。',
  },
  'header.missing': {
    message: 'ファイル「{file}」に見出しの行がありません。',
    remedy: '1 行目に項目名の並んだ CSV を指定してください。',
  },
  'header.unknown': {
    message: 'ファイル「{file}」の 1 行目（{header}）に、知っている項目名が一つもありません。',
    remedy:
      '回答のファイルなら、1 行目をフォームの質問の名前（事業所名、郵便番号など）かキーにしてください。基幹システムのファイルなら、配置を選び直すか、覚え直してください。区切りはコンマかタブです。',
  },
  'header.twice': {
    message:
      'ファイル「{file}」の 1 行目に、同じ項目「{header}」が二度あります（{first} 列目と {second} 列目）。',
    remedy: 'どちらか一方の列を除くか、見出しを変えてください。',
  },
  'header.key-missing': {
    message: 'ファイル「{file}」の見出しに、必要な列「{header}」がありません。',
    remedy: '別の配置のファイルかもしれません。配置を選び直すか、同じ見出しの CSV を指定してください。',
  },
  'template.not-found': { message: 'ひな型「{name}」はありません。', remedy: '使えるひな型：{known}。' },
  'profile.not-found': {
    message: 'CSV の配置「{name}」はありません。',
    remedy: '使える配置：{known}。自所の配置は YAML ファイルの場所で指定できます。',
  },
  'document.syntax': {
    message: '「{file}」の {line} 行目が、YAML（または JSON）として読めません：{reason}。',
    remedy: '字下げと記号（: - 引用符）を確かめてください。',
  },
  'document.unknown-property': {
    message: '{place}「{name}」という項目は使えません。',
    remedy: '綴りを確かめるか、その行を除いてください。',
  },
  'document.missing': {
    message: '{place}「{name}」がありません。',
    remedy: 'その項目を書き足してください。',
  },
  'document.shape': {
    message: '{place}「{name}」の値は、その項目に書ける形ではありません。',
    remedy: '同じ種類の見本で、書ける値を確かめて直してください。',
  },
  'document.shape/string': {
    message: '{place}「{name}」の値は、文字で書きます。',
    remedy: '数や日付に見える値は、引用符（"）で囲んでください。',
  },
  'document.shape/number': {
    message: '{place}「{name}」の値は、数で書きます。',
    remedy: '引用符（"）や単位を付けず、半角の数字だけにしてください。',
  },
  'document.shape/boolean': {
    message: '{place}「{name}」の値は、true か false で書きます。',
    remedy: '引用符（"）を付けず、どちらかにしてください。',
  },
  'document.shape/array': {
    message: '{place}「{name}」の値は、一覧で書きます。',
    remedy: '一つずつ改行し、行の頭に「- 」を付けてください。',
  },
  'document.shape/object': {
    message: '{place}「{name}」の値は、「項目: 値」の組で書きます。',
    remedy: '一段字下げし、「項目: 値」を 1 行に一つずつ書いてください。',
  },
  'document.shape/choice': {
    message: '{place}「{name}」の値は、決まった値のどれかです。',
    remedy: '使える値：{expected}。',
  },
  'ledger.number-unknown': {
    message: '事業所番号「{value}」は、台帳「{file}」にありません。',
    remedy: '番号を打ち間違えていないか、台帳が新しいかを確かめてください。確かめるまで出力しません。',
  },
  'ledger.number-unknown/zeros': {
    message:
      '事業所番号「{value}」は、台帳「{file}」にありません。先頭の 0 だけが違う「{found}」があります。',
    remedy: '同じ事業所なら、回答の番号を「{found}」に直してください。推測では出力しません。',
  },
  'ledger.number-unknown/blank': {
    message: '事業所番号がないため、台帳のどの事業所についての回答かが分かりません。',
    remedy: '照会番号や事業所名から台帳の番号を調べ、回答の「事業所番号」に書いてください。',
  },
  'answer.contradiction/file': {
    message: '「変更なし」という回答ですが、台帳と違う値が入っています。',
    remedy: '入っている値で出力しました。取り込む前に、どちらが正しいかを事業所に確かめてください。',
  },
  'answer.nothing-new/file': {
    message: '「変更あり」という回答ですが、台帳と違う値がありません。',
    remedy: '出力することはありません。伝え漏れがないか、気になるときは事業所に確かめてください。',
  },
  'answer.conflict': {
    message:
      '同じ事業所について、{first} 行目の回答は「{label}」を「{before}」、あとから届いた {row} 行目の回答は「{after}」としています。',
    remedy: 'あとから届いた {row} 行目のほうを使いました。取り込む前に、事業所に確かめてください。',
  },
  'answer.conflict/held': {
    message:
      '同じ事業所について、{first} 行目の回答は「{label}」を「{before}」、あとから届いた {row} 行目の回答は「{after}」としています。',
    remedy:
      '{row} 行目は保留しているため、{first} 行目のほうを使いました。取り込む前に、事業所に確かめてください。',
  },
  'answer.no-column': {
    message: '「{label}」の列が配置にないため、回答「{value}」を CSV に書けません。',
    remedy: '基幹システムに項目があるなら、配置に列を足してください。なければ、画面で直に入力してください。',
  },
  'answer.industry-coarser': {
    message: '業種の回答「{value}」は、台帳のより細かい分類「{ledger}」を含む大分類です。',
    remedy: '台帳の分類のままにしました。分類が変わったのであれば、細かい分類を事業所に確かめてください。',
  },
  'settings.unknown': {
    message: '{place}設定「{name}」は使えません。',
    remedy: '使える設定：{known}。',
  },
  'settings.value': {
    message: '{place}設定「{name}」の値「{value}」が正しくありません。',
    remedy: '{expected}',
  },
  'settings.threshold-low': {
    message: '{place}設定「{name}」の {value} は、法律の基準 {least} を下回っています。',
    remedy: '基準は引き上げることだけができます（商工会議所法第7条第2項）。',
  },
  'output.unwritable': {
    message: '出力先「{file}」に書き込めません。',
    remedy: '書き込めるフォルダーを --out で指定してください。',
  },
  'cli.usage': { message: '{reason}', remedy: '使い方は「cci {command}--help」で見られます。' },
  'script.failed': {
    message: 'スクリプト「{file}」{at}の関数 {name} が途中で止まりました：{reason}。',
    remedy: 'その場所を直して、もう一度実行してください。',
  },
  'script.syntax': {
    message: 'スクリプト「{file}」{at}を Apps Script として読めません：{reason}。',
    remedy: 'その場所の綴りとかっこを確かめてください。import と export は使えません。',
  },
  'script.state': {
    message: '状態のフォルダー「{file}」を使えません：{reason}。',
    remedy: '--state に別のフォルダーを指定するか、壊れた state.json を取り除いてください。',
  },
  'script.no-function': {
    message: 'スクリプト「{file}」に関数 {name} がありません。',
    remedy: '--function の名前を確かめてください。',
  },
  'internal.failed': {
    message: '予期しない問題で止まりました（{reason}）。',
    remedy:
      '何も書き込んでいません。同じ手順で起きるときは、実行した命令とこの表示を添えて知らせてください。',
  },
};
