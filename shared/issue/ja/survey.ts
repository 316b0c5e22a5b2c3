/** Words for surveys: definitions, answers, reports. */
import type { Words } from './words.ts';

export const surveyWords: Readonly<Record<string, Words>> = {
  'survey.not-found': {
    message: '調査「{name}」はありません。',
    remedy: '使える調査：{known}。',
  },
  'survey.option-twice': {
    message: '{place}選択肢の「{name}」が二度あります。',
    remedy: '記号・名前・別名は、一つの設問の中で一つの選択肢だけのものにしてください。',
  },
  'survey.index-options': {
    message: '{place}この指数には選択肢が {expected} つ要りますが、{count} つあります。',
    remedy: '選択肢を良いほうから順に {expected} つ並べるか、指数の種類を変えてください。',
  },
  'survey.index-option': {
    message: '{place}指数が、選択肢にない「{name}」を使っています。',
    remedy: '選択肢の記号にしてください：{known}。',
  },
  'survey.index-empty': {
    message: '{place}指数の向きが決まりません。',
    remedy: '好ましい側と好ましくない側に、別々の選択肢を書いてください。',
  },
  'survey.index-type': {
    message: '{place}指数は、一つだけ選ぶ設問にしか付けられません。',
    remedy: '設問の種類を choice にするか、index を除いてください。',
  },
  'survey.scale-unknown': {
    message: '{place}「{name}」という選択肢の組はありません。',
    remedy: 'scales にある名前にしてください：{known}。',
  },
  'survey.options-needed/none': {
    message: '{place}設問「{name}」に選択肢がありません。',
    remedy: 'scale か options のどちらか一方を書いてください。',
  },
  'survey.options-needed/some': {
    message: '{place}設問「{name}」に、使われない選択肢があります。',
    remedy:
      '選択肢を除くか、設問の種類を choice か choices にしてください。scale と options は一方だけです。',
  },
  'survey.options-many': {
    message: '{place}いくつでも選べる設問の選択肢が {count} あります。',
    remedy: '{limit} までにしてください。',
  },
  'survey.range': {
    message: '{place}数の範囲（range）が正しくありません。',
    remedy: '低いほうを low に、高いほうを high に書いてください。数の設問だけに書けます。',
  },
  'survey.section-unknown': {
    message: '{place}「{name}」というページはありません。',
    remedy: 'sections に加えるか、ある名前にしてください。',
  },
  'survey.dimension-values': {
    message: '{place}区分の値の決め方が一つに決まりません。',
    remedy: 'options・groups・values のどれか一つだけを書いてください。',
  },
  'survey.dimension-of': {
    message: '{place}元になる区分「{name}」が、これより前にありません。',
    remedy: '元になる区分を先に書いてください。',
  },
  'survey.key-unknown': {
    message: '{place}「{name}」という区分はありません。',
    remedy: '使える区分：{known}。',
  },
  'survey.key-twice': {
    message: '{place}キー「{name}」が二度あります。',
    remedy: '設問と区分のキーは、調査の中で一つだけにしてください。',
  },
  'survey.outlook-of': {
    message: '{place}先行きの元になる設問「{name}」がないか、選択肢の組が違います。',
    remedy: '同じ scale の設問のキーを書いてください。',
  },
  'survey.topic-twice': {
    message: '{place}{name} の付帯調査が二つあります。',
    remedy: '一つの月には一つにしてください。',
  },
  'survey.frozen': {
    message:
      '調査「{survey}」{wave} は {opened} に始まりましたが、そのあとで設問か集計の決まりが変わっています。',
    remedy: '始めたときの定義（{version} 版）に戻してください。変えるなら、次の回からにしてください。',
  },
  'survey.wave-format': {
    message: '回「{name}」が読めません。',
    remedy: '毎月の調査は 2026-10、毎年の調査は 2026 のように書いてください。',
  },
  'survey.wave-unknown': {
    message: 'どの回の回答かが、ファイルから分かりません。',
    remedy:
      '--wave {example} のように指定すると、付帯調査の設問も読み、前の回・前年同月と正しく比べられます。',
  },
  'survey.by-unknown': {
    message: '区分「{name}」は調査「{survey}」にありません。',
    remedy: '使える区分：{known}。',
  },
  'survey.by-many': {
    message: '掛け合わせる区分が多すぎます（{name}）。',
    remedy: '掛け合わせは二つまでにしてください（例：industry*size）。',
  },
  'survey.by-not-given': {
    message: '区分「{dimension}」がどの回答にもありません。',
    remedy: '回答の CSV に「{dimension}」の列を加えるか、--by から除いてください。',
  },
  'survey.min-n': {
    message: '--min-n の「{name}」は使えません。',
    remedy: '1 以上の整数にしてください。3 なら、回答が 3 に満たない欄を秘匿します。',
  },
  'survey.min-n-low': {
    message: '--min-n {name} では、一つの事業者の回答が分かる欄も表に出ます。',
    remedy: '所内の確認だけに使い、外に出す報告は 3 以上で作ってください。',
  },
  'survey.no-answers': {
    message: 'ファイル「{file}」に回答がありません。',
    remedy: '見出しの行と、回答の行がある CSV を指定してください。',
  },
  'survey.no-answers-of-wave': {
    message: 'ファイル「{file}」に {wave} の回答がありません（あるのは {found}）。',
    remedy: '回答のファイルか、--wave を確かめてください。',
  },
  'survey.no-question': {
    message: 'ファイル「{file}」の見出し（{header}…）に、調査「{survey}」の設問が一つもありません。',
    remedy: 'フォームから出したままの CSV か、設問のキーを見出しにした CSV を指定してください。',
  },
  'survey.form-of-other-wave': {
    message:
      '「{header}」は、{other} の付帯調査「{topic}」の設問です。{wave} の回答に、別の月のフォームが混ざっています。',
    remedy: 'この列は集計していません。正しい月のフォームで答え直してもらうか、--wave を確かめてください。',
  },
  'survey.question-missing': {
    message: '設問「{question}」の列がありません。',
    remedy: 'この設問は集計しません。フォームから設問が外されていないか確かめてください。',
  },
  'survey.no-respondent': {
    message: '事業者ごとの番号（回答番号）の列がありません。',
    remedy:
      '二重の回答を見つけられず、前の回の答えとも比べられません。リンクの番号が入った CSV を使ってください。',
  },
  'survey.wave-other': {
    message: '「{value}」の回答で、{wave} のものではありません。',
    remedy: 'この行は集計していません。前の月のフォームで答えていないか確かめてください。',
  },
  'survey.answered-twice': {
    message:
      '「{value}」の回答が二つあります。データ {other} 行目の新しい回答を使い、この行は集計していません。',
    remedy: '同じ事業者かどうか、どちらが正しいかを確かめてください。',
  },
  'survey.option-unknown': {
    message: '「{question}」の「{value}」は選択肢にありません。',
    remedy: 'この答えは数えていません。次のどれかに直してください：{expected}。',
  },
  'survey.options-too-many': {
    message: '「{question}」は {limit} つまでですが、{count} 選ばれています。',
    remedy: '選ばれたものを全部数えました。減らすなら、回答を直してください。',
  },
  'survey.two-codings': {
    message:
      '「{question}」の答えが二通りに書かれています（{most}が {mostCount} 件、{other}が {count} 件、例「{value}」）。',
    remedy: '定義のとおりに読みました。番号の意味が同じかどうか、入力した所に確かめてください。',
  },
  'survey.dimension-unknown': {
    message: '{dimension}の「{value}」は区分にありません。',
    remedy: '合計にだけ数えました。区分の名前に直してください。{expected}',
  },
  'survey.region-in-two': {
    message: '{inner}「{name}」が、{outer}「{place}」と「{otherPlace}」の両方に書かれています。',
    remedy:
      'どちらかの書き誤りなら、回答を直してください。直るまで、地域別の表では「{name}」の値を秘匿します（引き算で一つの事業者の答えが分かるのを防ぐため）。',
  },
  'survey.region-nowhere': {
    message: '{inner}「{name}」の{outer}が、どの回答にも書かれていません。',
    remedy: '{outer}の欄を埋めてください。埋まるまで、地域別の表では「{name}」の値を秘匿します。',
  },
  'survey.number-format': {
    message: '「{question}」の「{value}」は数として読めません。',
    remedy: 'この答えは数えていません。数字だけに直してください。',
  },
  'survey.percent-impossible': {
    message: '「{question}」の「{value}」は、ありえない割合です（{low}〜{high}％）。',
    remedy: 'この答えは数えていません。単位と桁を確かめてください。',
  },
  'survey.number-impossible': {
    message: '「{question}」の「{value}」は、{low} から {high} までに入りません。',
    remedy: 'この答えは数えていません。単位（円・万円）と桁を確かめてください。',
  },
  'survey.amount-unit': {
    message:
      '「{question}」の「{value}」は、前の回の答え（{before} 円）と桁が違い、{unit}で書かれたもののようです。',
    remedy: 'この答えは数えていません。確かめて、円に直してください（{unit}なら {suggestion}）。',
  },
  'survey.region-empty': {
    message: '{dimension}「{name}」からの回答がありません。',
    remedy: '表には n = 0 と出ます。依頼が届いているか確かめてください。',
  },
  'survey.all-hidden': {
    message: '回答が少なく（{n} 件）、表に出せる数字が一つもありません。',
    remedy:
      '報告には、出せない理由だけを書きました。回答が {minN} 件に満たない結果は外に出さないでください。',
  },
  'survey.previous-hidden': {
    message:
      '前の回のファイル「{file}」に、この調査の前の回（{wave}）の回答がありません（あるのは {found}）。',
    remedy: '前の回との差は「－」になります。ファイルを確かめてください。',
  },
  'survey.previous-doubts': {
    message:
      '{wave}の回答に、読めなかったところなどが {count} か所あります（初めはデータ {row} 行目の「{value}」）。',
    remedy:
      'その回との差が変わることがあります。--answers にその回を指定して集計すると、issues.csv に一つずつ出ます。',
  },
  'survey.weights-header': {
    message: '母集団のファイル「{file}」の見出しが読めません。',
    remedy: '区分の列（{known}）と、事業者の数の列（事業者数）を書いてください。',
  },
  'survey.weights-row': {
    message: '母集団のファイル「{file}」のデータ {row} 行目の「{value}」が読めません。',
    remedy: '区分の名前か、0 以上の整数にしてください。',
  },
  'survey.national-row': {
    message: '全国の値のファイル「{file}」のデータ {row} 行目の「{value}」が読めません。',
    remedy: '設問（業況など）と DI を書いてください。この行は使いませんでした。',
  },
  'survey.rounding': {
    message: '--rounding の「{name}」はありません。',
    remedy: 'published（丸めた割合の差）か exact（件数から）にしてください。',
  },
  'survey.companion': {
    message: 'ファイル「{file}」は {expected} ではありません。',
    remedy: 'この命令が作った {expected} をそのまま指定してください。',
  },
  'survey.records-not-permitted': {
    message: 'この調査は、個々の回答（個票）を渡さない決まりです。',
    remedy: '表と図だけを入れました。',
  },
  'survey.records-too-few': {
    message: '回答が {limit} 件に満たないので、個々の回答（個票）は入れませんでした。',
    remedy: '名前を除いても、どの事業者かが分かるおそれがあります。',
  },
  'survey.region-unknown': {
    message: '地域「{name}」がどの回答にもありません。',
    remedy: '回答にある地域：{known}。',
  },
};
