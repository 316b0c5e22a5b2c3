import { describe, expect, it } from 'vitest';
import { BlockSearch } from './findables.ts';
import { answersWanted, subjectOf } from './question-words.ts';
import { structure } from './structure.ts';
import { documentOf } from './testing.ts';

const rules = [
  documentOf(
    '定款',
    [
      '第1章　会員',
      '第1条（加入）　会員になろうとする者は、加入申込書を提出する。',
      '第2条（会費）　会員は、会費を納めなければならない。',
      '２　会費の額は、別表第一のとおりとする。',
      '第3条（脱退）　会員は、六十日前までに届け出て脱退することができる。',
      '第2章　会議',
      '第4条（招集）　議員総会は、会頭が招集する。',
      '２　招集の通知は、会日の七日前までに発する。',
      '第5条（定足数）　議員総会は、総議員の三分の一以上が出席しなければ開くことができない。',
      '第6条（用語）　この定款において「休会員」とは、会費の納入を休む者をいう。',
      '別表第一（第2条関係）',
      '| 種別 | 年額 |',
      '| 法人 | 20,000円 |',
    ].join('\n'),
  ),
  documentOf(
    '旧法',
    '第1条　会員は、左の事由によつて脱退する。\n第2条　タクシーを用ゐたときは、実費による。',
  ),
].map((document) => structure(document));
const search = new BlockSearch(rules);
const first = (question: string) => {
  const [best] = search.search(question, 1);
  const item = search.items[best?.at ?? -1];
  return `${item?.document} ${item?.address}`;
};

describe('the search over blocks', () => {
  it.each([
    ['by an everyday word', '会員をやめたい', '定款 第3条'],
    ['by a reading', 'ていそくすう', '定款 第5条'],
    ['by digits for kanji numbers', '60日前までに出すものは', '定款 第3条'],
    ['by full-width digits', '通知は７日前か', '定款 第4条第2項'],
    ['by another spelling of old kana', '事由によって脱退', '旧法 第1条'],
    ['by katakana written in hiragana', 'たくしー', '旧法 第2条'],
    ['by its number', '定款第2条第2項', '定款 第2条第2項'],
    ['by the term it defines', '休会員とは', '定款 第6条'],
    ['by what the article says that leads to a table', '法人の会費はいくら', '定款 別表第1'],
    ['by the day that a question wants', '総会の通知はいつまでか', '定款 第4条第2項'],
    ['by the office that a question wants', '総会は誰が集めるか', '定款 第4条第1項'],
  ])('finds %s', (_by, question, place) => {
    expect(first(question)).toBe(place);
  });

  it('gives_an_article_once_among_passages', () => {
    const addresses = search.passages('会費を納める', 10).map(({ at }) => search.items[at]?.address);
    expect(addresses.filter((one) => one?.startsWith('第2条'))).toHaveLength(1);
    expect(
      search.search('会費', 10).filter(({ at }) => search.items[at]?.address.startsWith('第2条')),
    ).toHaveLength(2);
  });

  it('says_nothing_where_nothing_is_asked', () => {
    expect(search.search('', 5)).toEqual([]);
    expect(search.search('？', 5)).toEqual([]);
  });
});

describe('a question', () => {
  it('is_about_what_is_left_without_its_asking', () => {
    expect(subjectOf('会費はいつまでに払えばよいですか').replace(/\s+/g, ' ').trim()).toBe('会費は 払え');
    expect(subjectOf('どうすればいいですか')).toBe('どうすればいいですか');
  });

  it('wants_a_kind_of_answer', () => {
    const wants = (question: string, text: string) => answersWanted(question).some((one) => one.test(text));
    expect(wants('いつまでか', '7日前までに')).toBe(true);
    expect(wants('いくらか', '20,000円とする')).toBe(true);
    expect(wants('誰が決めるか', '会頭が決める')).toBe(true);
    expect(wants('会費', '7日前までに')).toBe(false);
  });
});
