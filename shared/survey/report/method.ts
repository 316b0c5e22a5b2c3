/** The method note: how the figures were made, what was left out, and what nobody has confirmed. */
import { beforeWord, writtenWave } from '../definition/waves.ts';
import { indexKinds } from '../index/kinds.ts';
import { writtenShare } from '../index/notation.ts';
import { shareTenths } from '../index/round.ts';
import { leastForMedian, leastForQuartiles } from '../tabulate/amounts.ts';
import { leastForIndex } from '../weight/interval.ts';
import { dimensionLabel, type SurveyReport } from './model.ts';
import { plainText } from './table.ts';
import { countedText, flatBelow, hiddenMark, noMark, writtenDate } from './words.ts';

type Note = readonly [head: string, text: string];

function answersNote(report: SurveyReport): readonly Note[] {
  const [total] = report.responses;
  const { twice, otherWave } = report.rows;
  const rate =
    total?.asked == null || total.asked === 0 || total.hidden !== undefined
      ? ''
      : `、依頼 ${total.asked} 件、回答率 ${writtenShare(shareTenths(total.answered, total.asked))}％`;
  const target =
    total?.target == null || total.answered >= total.target
      ? ''
      : `。結果が使える目安（${total.target} 件）に届いていないので、参考にとどめてください`;
  const [from, to] = report.period;
  const left = [
    ...(twice > 0 ? [`同じ事業者の古い回答 ${twice} 件`] : []),
    ...(otherWave > 0 ? [`別の回の回答 ${otherWave} 件`] : []),
  ];
  return [
    ['調査の回', report.wave === '' ? '回答からは分かりません' : writtenWave(report.wave)],
    [
      '回答の期間',
      from === ''
        ? '回答の日時は分かりません'
        : from === to
          ? writtenDate(from)
          : `${writtenDate(from)}〜${writtenDate(to)}`,
    ],
    ['有効回答', `${countedText(report)}${rate}${target}。`],
    ['除いた回答', left.length === 0 ? 'なし' : left.join('、')],
    ...unanswered(report),
  ];
}

function unanswered(report: SurveyReport): readonly Note[] {
  const issues = report.issues.filter(
    ({ issue, row }) => row > 0 && issue.severity === 'error' && issue.code !== 'survey.wave-other',
  );
  const blank = report.without.map(
    ({ dimension, count }) =>
      `${dimensionLabel(report, dimension)}が分からない回答${count === null ? '' : ` ${count} 件`}は、合計にだけ含めました`,
  );
  const silent = report.regionsWithout.map(
    ({ dimension, names }) => `回答のない${dimensionLabel(report, dimension)}：${names.join('、')}`,
  );
  return [
    ...(issues.length === 0
      ? []
      : [
          [
            '数えなかった答え',
            `${issues.length} か所（選択肢にない、ありえない割合、単位の違いなど）`,
          ] as const,
        ]),
    ...blank.map((text): Note => ['区分の不明', text]),
    ...silent.map((text): Note => ['回答なし', text]),
  ];
}

function figuresNote(report: SurveyReport): readonly Note[] {
  const { definition } = report;
  const asked = report.tables.map(({ question }) => question);
  const kinds = new Set(asked.flatMap(({ rule }) => (rule === null ? [] : [rule.kind])));
  const open = asked.filter(
    ({ rule, outlookOf }) => rule !== null && !rule.verified && outlookOf === undefined,
  );
  const directions = report.tables
    .filter(({ question }) => question.rule?.kind === 'balance' && question.outlookOf === undefined)
    .map(({ question: { label, rule, choices } }) => {
      const words = (codes: readonly string[]): string =>
        codes.map((code) => choices.find((choice) => choice.code === code)?.label ?? code).join('・');
      return `${label}は「${words(rule?.favourable ?? [])}」−「${words(rule?.unfavourable ?? [])}」`;
    });
  return [
    ...[...kinds].map((kind): Note => [indexKinds[kind].label, indexKinds[kind].formula]),
    ...(directions.length === 0 ? [] : [['DIの向き', `${directions.join('、')}。`] as const]),
    ...(open.length === 0
      ? []
      : [['向きが未検証の項目', open.map(({ label }) => label).join('、')] as const]),
    [
      '丸め',
      definition.rounding === 'published'
        ? '割合は小数第2位を四捨五入し、DIは丸めた割合の差です（公表値の形）。'
        : '割合は小数第2位を四捨五入し、DIは件数から計算して丸めました（厳密な形）。',
    ],
    [
      '記号',
      `▲はマイナス。差は、増えたときに+、変わらないときに±0.0。${hiddenMark}は秘匿、${noMark}は値がないことを表します。`,
    ],
    ...comparisons(report),
    ...(report.tables.some(({ tables }) =>
      tables.some(({ cells }) => cells.some(({ interval }) => interval !== null)),
    )
      ? [
          [
            '95％信頼区間',
            `回答した事業者を無作為に選んだとみなしたときの目安です（正規近似）。回答が ${leastForIndex} 件に満たない欄と、全員が同じ答えの欄には付けません。`,
          ] as const,
        ]
      : []),
    ...(report.tables.some(({ question }) => question.type === 'choices')
      ? [['複数回答', '割合は、その設問に答えた事業者の数を 100 とします。合計は 100 を超えます。'] as const]
      : []),
    ...(report.tables.some(({ tables }) =>
      tables.some(({ cells }) => cells.some(({ amounts }) => amounts !== null)),
    )
      ? [
          [
            '金額など',
            `中央値は ${leastForMedian} 件、四分位と刈込平均（上下 1 割ずつを除いた平均）は ${leastForQuartiles} 件から示します。設問ごとに決めた単位に丸めています。`,
          ] as const,
        ]
      : []),
  ];
}

function comparisons({ definition, others, beforeWave, yearBeforeWave }: SurveyReport): readonly Note[] {
  const waves = [
    ...(beforeWave === null
      ? []
      : [`${beforeWord[definition.wave]}は${writtenWave(beforeWave) || '前の回（時期の記載なし）'}`]),
    ...(yearBeforeWave === null ? [] : [`前年同月比は${writtenWave(yearBeforeWave)}`]),
  ];
  const ahead = others.outlooks.size === 0 ? '' : '今月比は、先行き見通しDIと今月のDIの差です。';
  return [
    [
      '比較',
      `${waves.length === 0 ? '前の回の回答がないため、比べていません。' : `${waves.join('、')}との差で、どちらも丸めた値どうしの差です。`}${ahead}`,
    ],
    ...(waves.length === 0
      ? []
      : [
          [
            '動きの言い方',
            `差が ${flatBelow / 10}.0 ポイント未満のときは「ほぼ横ばいだった」と書きます（未検証）。`,
          ] as const,
        ]),
  ];
}

function weightsNote({ weights }: SurveyReport, labels: (key: string) => string): Note {
  if (weights === null) return ['重み', '付けていません。回答をそのまま足し合わせた値です（単純集計）。'];
  if (weights.off !== null) return ['重み', `付けていません。${weights.off}`];
  return [
    '重み',
    `${weights.by.map(labels).join('・')}の母集団の数に合わせた値（加重）を、重みのない値と並べました。差は重みのない値で計算しています。加重の値は、秘匿した欄がある設問と、重みの区分ごとの回答が少ない欄では、一つ一つの答えを計算できるおそれがあるため示しません。`,
  ];
}

function hiddenNote(report: SurveyReport): readonly Note[] {
  const small = report.tables.reduce((sum, one) => sum + one.small, 0);
  const complement = report.tables.reduce((sum, one) => sum + one.complement, 0);
  const rules = `回答が ${report.minN} 件に満たない欄と、少ない事業者がそろって同じ答えだった欄を秘匿し、それが合計や広い地域の値から逆算できないように、ほかの欄も合わせて秘匿します。`;
  const text =
    small + complement === 0
      ? `${rules}この報告には、秘匿した欄はありません。`
      : `${rules}秘匿した欄は、そのもの ${small} か所、逆算を防ぐためのもの ${complement} か所です（設問ごとに数えています）。前の回の値が秘匿のときは、差も秘匿します。`;
  const lost =
    report.recoverable === 0
      ? []
      : [
          [
            '注意',
            `前に出した表から計算できてしまう欄が ${report.recoverable} か所あります。前の表を出し直さないでください。`,
          ] as const,
        ];
  return [['秘匿', text], ...lost];
}

/** Lines of the note. */
export function methodNote(report: SurveyReport): readonly string[] {
  const labels = (key: string): string => dimensionLabel(report, key);
  const free = report.free.filter(({ groups }) => groups.length > 0);
  const notes: readonly Note[] = [
    ...answersNote(report),
    ...figuresNote(report),
    weightsNote(report, labels),
    ...hiddenNote(report),
    ...(free.length === 0
      ? []
      : [
          [
            '自由記述',
            `電話番号・メールアドレス・事業所名などを自動で ${free.reduce((sum, { screened }) => sum + screened, 0)} か所伏せました。自動では見つからないものがあります。外に出す前に必ず読んでください。`,
          ] as const,
        ]),
    ...(report.isRegional && report.definition.regional === 'internal'
      ? [
          [
            '扱い',
            '地域別の結果は、商工会議所内限りです。外に出すかどうかは、責任者が決めてください。',
          ] as const,
        ]
      : []),
  ];
  const remarks = [...report.definition.notes, ...report.listNotes];
  return [
    ...notes.map(([head, text]) => `- **${head}**：${plainText(text)}`),
    ...remarks.map((text) => `- **未検証・ご注意**：${plainText(text)}`),
  ];
}
