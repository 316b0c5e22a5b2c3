/** The bad input of the issue, each with what becomes of it: nothing is lost, nothing is guessed, everything is told. */
import { describe, expect, it } from 'vitest';
import { UnusableInput } from '../../issue/issue.ts';
import { lineOf } from '../../issue/messages.ts';
import { csv, readTest, told } from '../testing/definitions.ts';
import { optionReader } from './options.ts';
import type { ReadAnswers } from './read-answers.ts';

/** Codes of a choice column by option, '' where nothing was counted. */
function options(read: ReadAnswers, key: string): readonly string[] {
  const column = read.columns.columns.get(key);
  if (column?.kind !== 'choice') throw new Error(`${key} is no choice`);
  return [...column.codes].map((code) => column.options[code] ?? '');
}
function numbers(read: ReadAnswers, key: string): readonly number[] {
  const column = read.columns.columns.get(key);
  if (column?.kind !== 'number') throw new Error(`${key} is no number`);
  return [...column.values];
}
function reasons(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof UnusableInput) return error.issues.map(({ code }) => code);
    throw error;
  }
  return [];
}
const ofFile = ({ issues }: ReadAnswers): readonly string[] =>
  issues.filter(({ row }) => row === 0).map(({ issue }) => issue.code);

describe('answers', () => {
  const lines = [
    'タイムスタンプ,回答番号,業種,都道府県,商工会議所,業況（前年同月と比べて）',
    '2026/10/15 9:05:00,A1,製造業,青森県,見本,好転',
  ];

  it('are_read_from_UTF8_with_and_without_mark_and_from_CP932', () => {
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...csv(...lines)]);
    // 「業種,業況」「製造業,好転」 as Windows writes it.
    const cp932 = Uint8Array.of(
      ...[0x8b, 0xc6, 0x8e, 0xed, 0x2c, 0x8b, 0xc6, 0x8b, 0xb5, 0x0d, 0x0a],
      ...[0x90, 0xbb, 0x91, 0xa2, 0x8b, 0xc6, 0x2c, 0x8d, 0x44, 0x93, 0x5d, 0x0d, 0x0a],
    );
    for (const bytes of [csv(...lines), marked, cp932]) {
      const read = readTest(bytes);
      expect(options(read, 'conditions')).toEqual(['better']);
      expect(options(read, 'industry')).toEqual(['make']);
    }
  });

  it('are_known_by_key_title_or_label_in_any_order', () => {
    for (const header of [
      'conditions,industry',
      'local.conditions,業種',
      '業況,industry',
      '業況（前年同月と比べて）,業種',
    ])
      expect(options(readTest(csv(header, '悪化,小売業')), 'conditions')).toEqual(['worse']);
  });

  it('say_their_block_by_their_prefecture_and_their_period_by_their_times', () => {
    const read = readTest(csv(...lines, '2026/10/9 18:00:00,A2,小売業,大阪,見本,不変'));
    expect(options(read, 'prefecture')).toEqual(['青森県', '大阪府']);
    expect(options(read, 'block')).toEqual(['tohoku', 'kansai']);
    expect(read.period).toEqual(['2026-10-09', '2026-10-15']);
  });

  it('leave_columns_that_name_somebody_unread', () => {
    const read = readTest(csv('業況,事業所名,住所', '好転,見本商店,どこか'));
    expect(read.unread).toEqual(['事業所名', '住所']);
    expect([...read.columns.columns.keys()]).not.toContain('事業所名');
  });
});

describe('options', () => {
  it('are_known_whatever_wave_dash_width_or_number_stands_in_them', () => {
    const reader = optionReader([{ code: 's20', label: '6〜20人', aliases: [] }]);
    // CP932 brings 〜 (U+301C) back as ～ (U+FF5E).
    for (const text of ['6〜20人', '6～20人', '６~２０人', '2. 6〜20人', '（2）6〜20人'])
      expect(reader.find(text), text).toBe(0);
    // A number is no number before a label: 116〜20人 is not 6〜20人 with 11 before it.
    for (const text of ['620人', '116〜20人', '16〜20人']) expect(reader.find(text), text).toBe(-1);
  });

  it('that_the_definition_has_not__are_told_and_not_counted', () => {
    const read = readTest(csv('業況', '好転', '絶好調', '悪化'));
    expect(options(read, 'conditions')).toEqual(['better', '', 'worse']);
    expect(told(read)).toEqual(['2 survey.option-unknown']);
    const found = read.issues.find(({ row }) => row === 2)?.issue;
    expect(found && lineOf(found)).toBe(
      '「業況」の「絶好調」は選択肢にありません。この答えは数えていません。次のどれかに直してください：好転、不変、悪化。 [survey.option-unknown]',
    );
  });

  it('in_two_codings_in_one_wave__are_read_as_defined_and_told_once_with_their_number', () => {
    const read = readTest(csv('業況', '好転', '不変', '3', '悪化', '1'));
    expect(options(read, 'conditions')).toEqual(['better', 'same', 'worse', 'worse', 'better']);
    expect(told(read)).toEqual(['3 survey.two-codings']);
    expect(read.issues[read.issues.length - 1]?.issue.params).toMatchObject({ count: 2, mostCount: 3 });
  });

  it('as_numbers_that_nobody_defined__are_told_and_not_counted', () => {
    const read = readTest(csv('業況', '好転', '4'));
    expect(told(read)).toEqual(['2 survey.option-unknown']);
  });

  it('of_several__are_split_also_where_an_option_holds_a_comma', () => {
    const read = readTest(
      csv(
        '回答番号,問題',
        'A,"需要の停滞, 人手不足"',
        'B,仕入、燃料の上昇',
        'C,人手不足；仕入、燃料の上昇',
        'D,',
        'E,"需要の停滞, 何か"',
      ),
    );
    const column = read.columns.columns.get('problems');
    if (column?.kind !== 'choices') throw new Error('no choices');
    expect([...column.bits]).toEqual([5, 2, 6, 0, 1]);
    expect([...column.answered]).toEqual([1, 1, 1, 0, 1]);
    expect(told(read)).toEqual(['5 survey.option-unknown']);
  });

  it('above_the_number_that_may_be_chosen__are_counted_and_told', () => {
    const read = readTest(csv('問題', '"需要の停滞, 仕入、燃料の上昇, 人手不足"'));
    expect(told(read)).toEqual(['1 survey.options-too-many']);
    const column = read.columns.columns.get('problems');
    expect(column?.kind === 'choices' && column.bits[0]).toBe(7);
  });

  it('of_a_dimension_that_has_them_not__count_in_the_total_alone', () => {
    const read = readTest(csv('業況,業種', '好転,農業', '悪化,'));
    expect(options(read, 'industry')).toEqual(['', '']);
    expect(told(read)).toEqual(['1 survey.dimension-unknown']);
    expect(read.rows.counted).toBe(2);
  });
});

describe('a wave', () => {
  it('answered_with_the_form_of_another_month__is_told_and_that_column_left_out', () => {
    const read = readTest(csv('業況,夏の賞与', '好転,増やす'));
    expect(ofFile(read)).toContain('survey.form-of-other-wave');
    expect(read.columns.columns.has('bonus')).toBe(false);
    expect(options(read, 'conditions')).toEqual(['better']);
  });

  it('answered_with_nothing_but_another_months_form__is_unusable', () => {
    expect(reasons(() => readTest(csv('夏の賞与', '増やす')))).toEqual(['survey.form-of-other-wave']);
  });

  it('with_rows_of_another__leaves_those_out_and_tells_each', () => {
    const read = readTest(
      csv('調査月,業況', '2026年10月,好転', '2026-09,悪化', '2026/10,不変', 'いつか,不変'),
    );
    expect(options(read, 'conditions')).toEqual(['better', 'same']);
    expect(told(read)).toEqual(['2 survey.wave-other', '4 survey.wave-other']);
    expect(read.rows).toEqual({ in: 4, counted: 2, twice: 0, otherWave: 2 });
  });

  it('of_which_the_file_holds_nothing__is_unusable_and_says_what_it_holds', () => {
    const read = () => readTest(csv('調査月,業況', '2026-09,好転'));
    expect(reasons(read)).toEqual(['survey.no-answers-of-wave']);
  });
});

describe('numbers', () => {
  it.each([
    ['5.2％', 5.2],
    ['▲3', -3],
    ['３割', 30],
    ['約 4.5 %', 4.5],
    ['0', 0],
  ])('as_a_share_%s__is_%s', (typed, value) => {
    expect(numbers(readTest(csv('賃上げ率', typed)), 'rate')).toEqual([value]);
  });

  it.each(['520', '-51', '1000％'])('as_an_impossible_share_%s__are_told_and_not_counted', (typed) => {
    const read = readTest(csv('賃上げ率', typed, '3'));
    expect(numbers(read, 'rate')).toEqual([Number.NaN, 3]);
    expect(told(read)).toEqual(['1 survey.percent-impossible']);
  });

  it('that_are_none__are_told', () => {
    const read = readTest(csv('賃上げ率,賃金', 'まだ,25万くらい？', '3,"250,000円"'));
    expect(told(read)).toEqual(['1 survey.number-format', '1 survey.number-format']);
    expect(numbers(read, 'pay')[1]).toBe(250_000);
  });

  it('above_what_can_be__are_told', () => {
    expect(told(readTest(csv('賃金', '9千万円')))).toEqual(['1 survey.number-impossible']);
  });

  const former = { value: (respondent: string) => (respondent === 'A1' ? 240_000 : Number.NaN) };
  it.each([
    ['25', 1, 'in 万円: told by the business’s own former answer'],
    ['250', 1, 'in 千円'],
    ['250,000', 0, 'in yen as before'],
    ['600,000', 0, 'more than doubled is possible'],
    ['25万円', 0, 'a unit that is written is read'],
  ])('as_the_amount_%s__issues_%i_%s', (typed, issues) => {
    const read = readTest(csv('回答番号,賃金', `A1,"${typed}"`), { former });
    expect(told(read)).toHaveLength(issues);
    expect(Number.isNaN(numbers(read, 'pay')[0])).toBe(issues === 1);
  });

  it('in_another_unit__come_with_what_they_would_be_and_are_not_changed', () => {
    const read = readTest(csv('回答番号,賃金', 'A1,25', 'A2,25'), { former });
    const [first] = read.issues.filter(({ row }) => row === 1);
    expect(first?.issue).toMatchObject({ code: 'survey.amount-unit', value: '25', suggestion: '250000' });
    // Without a former answer nothing is said: 25 may be what it is.
    expect(numbers(read, 'pay')).toEqual([Number.NaN, 25]);
  });
});

describe('a business that answered twice', () => {
  it('counts_once_with_its_latest_answer__whichever_stands_first', () => {
    const read = readTest(
      csv(
        '回答番号,タイムスタンプ,業況',
        'A1,2026/10/15 午後1:00:00,好転',
        'A1,2026/10/15 午前11:00:00,悪化',
        'A2,2026/10/14 9:00:00,不変',
      ),
    );
    expect(options(read, 'conditions')).toEqual(['better', 'same']);
    expect(told(read)).toEqual(['2 survey.answered-twice']);
    expect(read.rows.twice).toBe(1);
  });

  it('without_times__counts_with_the_later_row', () => {
    expect(options(readTest(csv('回答番号,業況', 'A1,好転', 'A1,悪化')), 'conditions')).toEqual(['worse']);
  });

  it('without_a_number__cannot_be_found_and_that_is_said', () => {
    const read = readTest(csv('業況', '好転', '好転'));
    expect(read.rows.counted).toBe(2);
    expect(ofFile(read)).toContain('survey.no-respondent');
  });
});

describe('a file', () => {
  it.each([
    ['with_a_header_alone', csv('業況'), ['survey.no-answers']],
    ['without_a_known_question', csv('名前,住所', 'あ,い'), ['survey.no-question']],
    ['with_a_question_twice', csv('業況,conditions', '好転,悪化'), ['header.twice']],
    ['with_an_open_quote', csv('業況', '"好転'), ['table.quote-open']],
    ['that_is_empty', new Uint8Array(), ['file.empty']],
  ])('%s__is_unusable', (_name, bytes, expected) => {
    expect(reasons(() => readTest(bytes))).toEqual(expected);
  });

  it('with_a_thousand_odd_cells__is_read_to_the_end', () => {
    const odd = ['=1+1', '<b>', '好転', '', '🏭', '"""'];
    const rows = Array.from({ length: 1000 }, (_, row) => odd[row % 5] ?? '');
    const read = readTest(csv('業況,声', ...rows.map((cell) => `${cell},${cell}`)));
    expect(options(read, 'conditions').filter((one) => one === 'better')).toHaveLength(200);
  });
});
