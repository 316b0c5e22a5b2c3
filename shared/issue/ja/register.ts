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
      '同じ列かどうかは推測で決めません。このファイルから配置を覚え直してください（画面の「このファイルの並びを覚えさせる」、命令では cci profile learn）。',
  },
  'ledger.no-number-column': {
    message: '配置「{profile}」に事業所番号（businessNumber）の列がありません。',
    remedy: '事業所を見分ける番号の列がある配置を指定してください。',
  },
  'token.invalid': {
    message: '照会番号を確かめられませんでした。',
    remedy: 'どの事業所の回答か、電話などで確かめてください。確かめるまで、台帳には反映しません。',
  },
  'token.invalid/missing': {
    message: '照会番号がありません。',
    remedy:
      'ご案内のリンクを通らずに届いた回答です。事業所番号と事業所名を手がかりに、本人の回答かどうかを電話などで確かめてください。',
  },
  'token.invalid/malformed': {
    message: '照会番号「{value}」は、この会議所が出した番号の形ではありません。',
    remedy:
      '写し間違いか、途中で切れたか、書き換えられています。どの事業所の回答か、電話などで確かめてください。',
  },
  'token.invalid/chamber': {
    message: '照会番号は、この会議所が出したものではありません。',
    remedy:
      'ほかの会議所のリンクか、書き換えられた番号です。どこのご案内から回答したかを、回答した方に確かめてください。',
  },
  'token.invalid/signature': {
    message: '照会番号のどこかが変わっています（署名が合いません）。',
    remedy:
      '写し間違いか、書き換えられた番号です。どの事業所の回答か、電話などで確かめてください。確かめるまで、台帳には反映しません。',
  },
  'token.invalid/unknown': {
    message: '照会番号は正しい形ですが、シート「照会」に控えがありません。',
    remedy: '「照会」の行を消していないかを見て、どの事業所の回答か、電話などで確かめてください。',
  },
  'token.invalid/retired': {
    message: '照会番号は、使えなくした以前の鍵で作られています（「リンクの鍵を替える」より前のリンクです）。',
    remedy: '新しいリンクを送って答え直してもらうか、電話などで本人の回答かどうかを確かめてください。',
  },
  'token.expired': {
    message: '照会番号の期限（{expiresOn}）を過ぎた回答です（{answeredOn} に届きました）。',
    remedy: '内容は残してあります。事業所に確かめたうえで、取り入れるかどうかを決めてください。',
  },
  'token.reused': {
    message: '同じ照会番号で、前の回答「{earlier}」のあとにもう一度回答がありました。',
    remedy: '新しいほうの回答を使います。前の回答も残してあります。',
  },
  'token.reused/repeated': {
    message: '前の回答「{earlier}」と同じ内容が、もう一度届きました。',
    remedy: '何もすることはありません。',
  },
  'token.reused/corrected': {
    message: '同じ照会番号で、前の回答「{earlier}」と違う内容が届きました（回答のし直し）。',
    remedy: '新しいほうの回答を使います。前の回答も残してあります。',
  },
  'token.reused/two-devices': {
    message:
      '同じ照会番号で、違う内容の回答が {minutes} 分のうちに続けて届きました（前の回答「{earlier}」）。',
    remedy: '別々の人が回答したのかもしれません。どちらが正しいか、事業所に確かめてください。',
  },
  'token.reused/after-decision': {
    message: '前の回答「{earlier}」の扱いを決めたあとに、違う内容の回答が届きました。',
    remedy: '前に決めた内容と比べ、どちらにするか決めてください。分からなければ、事業所に確かめてください。',
  },
  'substitutes.no-sign': {
    message: '「代わりの文字」の「{value}」に、元の文字と代わりの文字を分ける「=」がありません。',
    remedy: '「鷗=鴎」のように、1行に1つ書いてください。ほかの行は使われます。',
  },
  'substitutes.not-one-character': {
    message: '「代わりの文字」の「{value}」の左側が1文字ではありません。',
    remedy: '左側には、基幹システムが扱えない文字を1つだけ書いてください（例：鷗=鴎）。',
  },
  'substitutes.blank': {
    message: '「代わりの文字」の「{value}」に、代わりの文字がありません。',
    remedy:
      '「=」の右に、「{character}」の代わりに書く文字を入れてください。文字を消すだけの置きかえはできません。',
  },
  'substitutes.control': {
    message: '「代わりの文字」の「{value}」に、目に見えない制御文字が入っています。',
    remedy: 'その行を消し、キーボードから打ち直してください。',
  },
  'substitutes.formula': {
    message: '「代わりの文字」の「{value}」の右側が、表計算ソフトの数式と受け取られる形です。',
    remedy: '「=」などの記号で始まらない文字にしてください。',
  },
  'substitutes.unwritable': {
    message:
      '「代わりの文字」の「{value}」の右側の「{character}」（{codePoint}）も、今の配置のファイルに書けません。',
    remedy: '基幹システムが扱える文字にしてください（例：鷗=鴎）。',
  },
  'substitutes.twice': {
    message:
      '「代わりの文字」の「{value}」の「{character}」は、{first} 行目にもあり、代わりの文字が違います。',
    remedy: '{first} 行目のほうを使っています。使わない行を消してください。',
  },
};
