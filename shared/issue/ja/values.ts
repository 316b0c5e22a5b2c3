/** Words for problems of values and rows: what is wrong and where, and how to mend it. */
import type { Words } from './words.ts';

export const valueWords: Readonly<Record<string, Words>> = {
  required: {
    message: '「{label}」が入力されていません。',
    remedy: '申込者に確認して入力してください。',
  },
  'consent.missing': {
    message: '「{label}」に同意のチェックがありません。',
    remedy: '申込者に説明し、同意を得てから記録してください。同意のないまま進めることはできません。',
  },
  'corporate-number.length': {
    message: '法人番号が 13 けたの数字ではありません（「{value}」）。',
    remedy: '国税庁の法人番号公表サイトで番号を確かめ、13 けたで入力し直してください。',
  },
  'corporate-number.check-digit': {
    message: '法人番号「{value}」は、先頭のけた（検査用数字）が残りの 12 けたと合いません。',
    remedy: '書類の番号と 1 けたずつ見比べてください。国税庁の法人番号公表サイトでも確かめられます。',
  },
  'invoice-number.format': {
    message: '登録番号「{value}」が、T と 13 けたの数字になっていません。',
    remedy: '登録通知書の番号を確かめ、T1234567890123 の形で入力し直してください。',
  },
  'invoice-number.mismatch': {
    message: '登録番号 {invoiceNumber} の数字が、法人番号 {corporateNumber} と違います。',
    remedy: '法人の登録番号は T に法人番号を続けたものです。どちらが正しいか申込者に確かめてください。',
  },
  'character.unmappable': {
    message:
      '「{label}」の文字「{character}」（{codePoint}）は、列「{column}」のファイルの文字コードで表せません。',
    remedy: '代わりに使う文字を選んでください。選んだ文字は出力にだけ使い、台帳の文字は変えません。',
  },
  'kana.characters': {
    message: '「{label}」に、カタカナにできない文字があります（「{value}」）。',
    remedy: '読みを全角カタカナで入力し直してください。',
  },
  'latin.characters': {
    message: '「{label}」に、英字以外の文字があります（「{value}」）。',
    remedy: '半角の英字・数字・記号で入力し直してください。',
  },
  'postal-code.format': {
    message: '郵便番号「{value}」が 7 けたの数字になっていません。',
    remedy: '7 けたの数字で入力し直してください（例：123-4567）。',
  },
  'postal-code.unknown': {
    message: '郵便番号「{value}」で始まる地域が見つかりません。',
    remedy: '住所と合っているか確かめてください。正しければそのままで構いません。',
  },
  'postal-code.prefecture-mismatch': {
    message: '郵便番号 {postalCode} は {expected} の番号ですが、住所は {prefecture} です。',
    remedy: '郵便番号と住所のどちらが正しいか確かめてください。',
  },
  'phone.format': {
    message: '「{label}」の「{value}」を電話番号として読み取れません。',
    remedy: '市外局番から数字で入力し直してください（例：012-345-6789）。',
  },
  'phone.grouping': {
    message: '「{label}」の「{value}」は、市外局番の区切りを確かめられません。',
    remedy: '入力のまま出力します。けた数と区切りを確かめてください。',
  },
  'phone.multiple': {
    message: '「{label}」に番号が二つ以上あります（「{value}」）。先頭の番号を使います。',
    remedy: '使う番号が違うときは、入力し直してください。',
  },
  'email.format': {
    message: 'メールアドレス「{value}」の形が正しくありません。',
    remedy: '@ の前後と末尾の文字を確かめ、入力し直してください（例：info@example.jp）。',
  },
  'url.format': {
    message: 'ウェブサイトの「{value}」をアドレスとして読み取れません。',
    remedy: 'https:// から始まるアドレスを入力し直してください。',
  },
  'date.format': {
    message: '「{label}」の「{value}」を日付として読み取れません。',
    remedy: '「2019年4月1日」「平成31年4月」のように、年から順に入力し直してください。',
  },
  'date.future': {
    message: '「{label}」の「{value}」は今日（{today}）より後の日付です。',
    remedy: '年の書き間違いがないか確かめてください。',
  },
  'number.format': {
    message: '「{label}」の「{value}」を数として読み取れません。',
    remedy: '数字で入力し直してください（例：1,000万円、20人）。分からないときは空欄にします。',
  },
  'number.range': {
    message: '「{label}」の「{value}」は、ありえない大きさの数です。',
    remedy: '0 以上の、けた数の正しい数字で入力し直してください。',
  },
  'choice.unknown': {
    message: '「{label}」の「{value}」は、選択肢にありません。',
    remedy: '選択肢の中から選び直してください。選択肢に足すときは、設定を変えてください。',
  },
  'text.too-long': {
    message: '「{label}」が長すぎます（長さ {length}、上限 {limit}）。',
    remedy: '上限に収まるように短くしてください。バイトで数える列では、全角 1 文字が 2 バイトです。',
  },
  'text.one-line': {
    message: '「{label}」の改行を空白に変えました。',
    remedy: '',
  },
  'formula.suspect': {
    message:
      '「{label}」が「{value}」で始まり、表計算ソフトが計算式とみなすおそれがあります。値は変えずに出力します。',
    remedy: 'CSV を表計算ソフトで直接開かず、基幹システムに取り込んでください。',
  },
  'employees.breakdown': {
    message:
      '正社員 {regular} 人とパート・アルバイト {partTime} 人の合計が、従業員数 {total} 人を超えています。',
    remedy: '従業員数は、地区内で常時働く人の総数です。どの数字が正しいか確かめてください。',
  },
  'split.conflict': {
    message: '「{label}」に「{value}」とありますが、別の欄にも「{found}」と書かれています。',
    remedy: 'どちらが正しいか確かめてください。入力欄の値を使います。',
  },
  'duplicate.corporate-number': {
    message: '同じ法人番号が{where}「{label2}」（{name}）にあります。',
    remedy: '同じ事業所の申込かどうかを確かめ、重複なら一方を取り下げてください。',
  },
  'duplicate.likely': {
    message: '{ground}が、{where}「{label2}」（{name}）と同じです。',
    remedy: '同じ事業所かどうかを確かめてください。別の事業所なら、そのままで構いません。',
  },
  'response.twice': {
    message: '回答ID「{responseId}」は {first} 行目のデータにもあります。',
    remedy: '同じ回答が二度入っていないか確かめ、余分な行を除いてください。',
  },
  'row.ragged': {
    message: '{line} 行目のセルの数（{cells}）が、見出しの数（{columns}）と合いません。',
    remedy: 'カンマや引用符が抜けていないか、元のファイルのその行を確かめてください。',
  },
};
