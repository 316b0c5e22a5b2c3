/** Words for what is learned from a real export: messages, and the comments of a draft; readers are chamber staff. */
import type { Words } from './words.ts';

export const learnWords: Readonly<Record<string, Words>> = {
  'learn.unmapped': {
    message: '列「{header}」に当たる項目が分かりません。',
    remedy:
      '使う列なら、当たる項目を選んでください（下書きの YAML では key を書き足します）。使わない列なら、そのままで構いません。',
  },
  'learn.empty': {
    message: '列「{header}」に当たる項目が分からず、見本の値もすべて空です。',
    remedy: '使う列なら、当たる項目を選んでください（下書きの YAML では key を書き足します）。',
  },
  'learn.codes': {
    message: '列「{header}」は「{label}」のようですが、値が基幹システムの番号などで、意味が分かりません。',
    remedy:
      'サイドバーでは「取り込まない」にしてください。使うときは、下書きの YAML に key と codes（選択肢のコードと、ファイルの値の組）を書き足します。',
  },
  'learn.values': {
    message: '列「{header}」は「{label}」のようですが、値（「{example}」など）をその項目として読めません。',
    remedy:
      '別の項目か、書き方が違う列です。例を見て、当たる項目を選んでください（下書きの YAML では key を書き足します）。',
  },
  'learn.unit': {
    message: '列「{header}」の金額は {unit}単位のようです。',
    remedy: '取り違えを防ぐため、当てていません。基幹システムの出力を円単位にして、覚え直してください。',
  },
  'learn.not-kept': {
    message:
      '列「{header}」の値には、同じ形で書き戻せないものがあります（「{example}」は「{written}」になります）。',
    remedy: '基幹システムがその書き方で取り込めるかを確かめてください。',
  },
  'learn.blanks-not-kept': {
    message: '列「{header}」の値の空白（全角の空白など）は、書き出すと半角の空白一つになります。',
    remedy: '基幹システムがその空白で取り込めるかを確かめてください。',
  },
  'learn.no-number': {
    message: '事業所番号の列が見つかりません。',
    remedy:
      '台帳の取込みと比較には、事業所を見分ける番号の列が要ります。その列を「事業所番号」に当ててください（下書きの YAML では key: businessNumber）。',
  },
  'learn.no-rows': {
    message: '見本に見出しだけがあり、データの行がありません。',
    remedy: '日付や郵便番号などの書き方は、見本の値から覚えます。数十行以上ある出力を使ってください。',
  },
  'learn.tab': {
    message: '見本はタブ区切りです。',
    remedy:
      '配置で書き出すのはカンマ区切りです。基幹システムがカンマ区切りを取り込めるかを確かめてください。',
  },
  'learn.newline': {
    message: '見本の改行は CR だけです。',
    remedy: '書き出すときは CRLF になります。基幹システムが取り込めるかを確かめてください。',
  },
  'learn.quoting': {
    message: '見本は、列によって引用符（"）の付け方が違います。',
    remedy: '書き出すときは必要なセルにだけ付けます。基幹システムが取り込めるかを確かめてください。',
  },
};

/** Lines of a draft. */
export const draftWords = {
  title: (file: string): string => `「${file}」から学んだ配置の下書きです。`,
  check:
    '一列ずつ確かめて、間違いを直してください。基幹システムに実際に取り込めたら、人が verified を true にします。',
  privacy: '例の欄には実際の値が入っています。ほかの人に渡す前に、# の行を消してください。',
  style: '項目の語彙は forms-templates/fields.yaml、書き方はほかの csv-profiles を見てください。',
  by: {
    label: '見出しが項目名と同じ',
    synonym: '見出しが別名と同じ',
    model: '見出しが GIF の項目名と同じ',
    likeness: '見出しが似ている。要確認',
    shape: '値の形から。要確認',
  },
  chosen: (label: string, percent: number, by: string): string => `${label}：確からしさ ${percent}%（${by}）`,
  others: (list: string): string => `ほかの候補：${list}`,
  other: (label: string, key: string, percent: number): string => `${label} ${key}（${percent}%）`,
  examples: (list: string): string => `例：${list}`,
  codes: (list: string): string => `値の種類：${list}`,
  name: (file: string): string => `「${file}」から学んだ配置`,
  note: (file: string): string =>
    `仮の配置です。「${file}」の見出しと値から学んだもので、基幹システムへの取込は確かめられていません。`,
} as const;
