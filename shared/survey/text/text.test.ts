import { describe, expect, it } from 'vitest';
import { questionsOf } from '../definition/questions.ts';
import { csv, readTest, testDefinition } from '../testing/definitions.ts';
import { freeAnswers } from './free-answers.ts';
import { screen } from './screen.ts';

describe('a free answer', () => {
  it.each([
    ['連絡は 0256-00-1234 まで', '連絡は 〔電話番号〕 まで'],
    ['電話０９０ー１２３４ー５６７８へ', '電話〔電話番号〕へ'],
    ['mihon@example.jp に送付', '〔メールアドレス〕 に送付'],
    ['ｍihon＠example．jp', 'ｍ〔メールアドレス〕'],
    ['https://mihon.example/a を見て', '〔URL〕 を見て'],
    ['見本株式会社の見積り', '〔事業所名〕の見積り'],
    ['（有）見本商店と取引', '〔事業所名〕と取引'],
    ['担当の佐藤さんが不在', '担当の〔氏名〕が不在'],
    ['〒959-0000 の店', '〔郵便番号〕 の店'],
    ['新潟県見本市中央1-2-3にある', '〔所在地〕'],
    ['売上は 1,200 万円、前年比 10.5％増', '売上は 1,200 万円、前年比 10.5％増'],
    ['お客様が増え、取引先様も好調', 'お客様が増え、取引先様も好調'],
    ['2026年10月から12月まで', '2026年10月から12月まで'],
  ])('%s__leaves_as_%s', (typed, left) => {
    expect(screen(typed).text).toBe(left);
  });

  it('loses_names_that_the_answers_themselves_know', () => {
    expect(screen('かどや旅館の客が増えた', ['かどや旅館'])).toEqual({
      text: '〔事業所名〕の客が増えた',
      found: 1,
    });
  });

  it('is_grouped_by_what_it_is_about_and_nothing_is_lost', () => {
    const read = readTest(
      csv(
        '業況,声',
        '好転,人手が足りず賃上げも厳しい',
        '悪化,円安の影響',
        '不変,特になし',
        '不変,駅前が静か',
      ),
    );
    const question = questionsOf(testDefinition(), '2026-10').find(({ key }) => key === 'comment');
    if (question === undefined) throw new Error('no comment');
    const found = freeAnswers(read.columns, question, 3, []);
    expect(found.n).toBe(3);
    expect(found.groups.map(({ label, texts }) => [label, texts.length])).toEqual([
      ['人手・採用', 1],
      ['賃金・最低賃金', 1],
      ['為替・海外', 1],
      ['そのほか', 1],
    ]);
    expect(freeAnswers(read.columns, question, 4, [])).toMatchObject({ hidden: true, groups: [] });
  });
});
