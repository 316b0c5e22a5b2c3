/** A small survey for tests, and answers as a file would hold them. */

import { encodeUtf8 } from '../../bytes/utf8.ts';
import type { CodeList } from '../../fields/catalogue.ts';
import { readDefinition } from '../definition/read.ts';
import type { SurveyDefinition } from '../definition/schema.ts';
import { type ReadAnswers, type ReadAnswersInput, readAnswers } from '../read/read-answers.ts';

export const testLists: ReadonlyMap<string, CodeList> = new Map([
  [
    'survey-block',
    {
      schema: 1,
      id: 'survey-block',
      title: 'ブロック',
      verified: false,
      note: '対応は未検証です。',
      options: [
        { code: 'tohoku', label: '東北', members: ['青森県', '岩手県'] },
        { code: 'kansai', label: '関西', aliases: ['近畿'], members: ['大阪府', '京都府'] },
      ],
    },
  ],
]);

const option = (code: string, label: string, aliases: readonly string[] = []) => ({ code, label, aliases });

/** The document of the test survey; `edit` changes it before it is read. */
export function testDocument(): Record<string, unknown> {
  return {
    schema: 1,
    id: 'test-survey',
    version: '1.0.0',
    title: 'テスト調査',
    short: 'テスト',
    summary: 'テストのための調査です。',
    wave: 'monthly',
    respondent: 'business',
    description: 'テストです。',
    notes: ['文言は見本です。'],
    dimensions: [
      {
        key: 'industry',
        label: '業種',
        title: '業種',
        options: [
          option('make', '製造業', ['1']),
          option('wholesale', '卸売業', ['2']),
          option('retail', '小売業', ['3']),
        ],
      },
      { key: 'prefecture', label: '都道府県', values: 'prefectures', region: 'prefecture' },
      {
        key: 'block',
        label: 'ブロック',
        groups: { list: 'survey-block', of: 'prefecture' },
        region: 'block',
      },
      { key: 'chamber', label: '商工会議所', values: 'open', region: 'chamber' },
    ],
    scales: {
      better: {
        options: [
          option('better', '好転', ['1']),
          option('same', '不変', ['2']),
          option('worse', '悪化', ['3']),
        ],
        index: {
          kind: 'balance',
          favourable: ['better'],
          unfavourable: ['worse'],
          rise: '改善した',
          fall: '悪化した',
        },
      },
    },
    sections: [{ key: 'main', title: '設問' }],
    questions: [
      {
        key: 'conditions',
        label: '業況',
        title: '業況（前年同月と比べて）',
        section: 'main',
        type: 'choice',
        scale: 'better',
      },
      {
        key: 'conditionsOutlook',
        label: '業況（先行き）',
        title: '業況（先行き）',
        section: 'main',
        type: 'choice',
        scale: 'better',
        outlookOf: 'conditions',
      },
      {
        key: 'problems',
        label: '問題',
        title: '経営上の問題',
        section: 'main',
        type: 'choices',
        most: 2,
        options: [
          option('demand', '需要の停滞'),
          option('cost', '仕入、燃料の上昇'),
          option('labour', '人手不足'),
        ],
      },
      {
        key: 'pay',
        label: '賃金',
        title: '賃金（月額）',
        section: 'main',
        type: 'amount',
        range: { low: 0, high: 5000000 },
        roundTo: 1000,
      },
      {
        key: 'rate',
        label: '賃上げ率',
        title: '賃上げ率',
        section: 'main',
        type: 'percent',
        range: { low: -50, high: 50 },
      },
      { key: 'comment', label: '声', title: 'ご意見', section: 'main', type: 'text' },
    ],
    topics: [
      {
        title: '夏の賞与',
        waves: ['2026-09'],
        questions: [
          {
            key: 'bonus',
            label: '賞与',
            title: '夏の賞与',
            section: 'main',
            type: 'choice',
            options: [option('up', '増やす'), option('down', '減らす')],
          },
        ],
      },
      {
        title: '冬の設備',
        waves: ['2026-10'],
        questions: [
          {
            key: 'plant',
            label: '設備',
            title: '設備投資',
            section: 'main',
            type: 'choice',
            options: [option('yes', '行う'), option('no', '行わない')],
          },
        ],
      },
    ],
    weights: ['industry'],
    records: true,
  };
}

/** The test survey; throws where its document was edited into something unusable. */
export function testDefinition(
  edit: (document: Record<string, unknown>) => void = () => undefined,
): SurveyDefinition {
  const document = testDocument();
  edit(document);
  const { definition, issues } = readDefinition(document);
  if (definition === null)
    throw new Error(issues.map(({ code, params }) => `${code} ${params.path}`).join(', '));
  return definition;
}

/** A file of answers from lines written as people think of them. */
export const csv = (...lines: readonly string[]): Uint8Array => encodeUtf8(`${lines.join('\r\n')}\r\n`);

export function readTest(
  bytes: Uint8Array,
  more: Partial<Omit<ReadAnswersInput, 'bytes'>> = {},
): ReadAnswers {
  return readAnswers({
    definition: testDefinition(),
    lists: testLists,
    wave: '2026-10',
    file: '回答.csv',
    bytes,
    ...more,
  });
}

/** Codes of the issues of single rows, with their rows. */
export const told = ({ issues }: Pick<ReadAnswers, 'issues'>): readonly string[] =>
  issues.filter(({ row }) => row > 0).map(({ row, issue }) => `${row} ${issue.code}`);
