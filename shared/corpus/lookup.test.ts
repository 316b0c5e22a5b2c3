import { describe, expect, it } from 'vitest';
import { buildBundle } from './bundle.ts';
import { Lookup } from './lookup.ts';
import { checkAnswer } from './lookup-check.ts';
import { type DocElement, readDocElements } from './lookup-google-doc.ts';
import { markedPieces, markedTerms } from './lookup-marks.ts';
import { groupAt } from './lookup-reading.ts';
import { readText } from './read/text.ts';

const articles = `見本定款
令和2年4月1日制定
第1章　会員
（会費）
第1条　会員は、会費を毎年6月30日までに納める。
（除名）
第2条　会員が次の各号のいずれかに該当するときは、議員総会の議決により除名する。
(1)　会費を2年以上納めないとき。
(2)　名誉を傷つけたとき。
第2章　機関
（議員総会）
第3条　議員総会は、会頭が招集する。
2　前項の招集の通知は、会日の7日前までに発する。
附則
この定款は、令和2年4月1日から施行する。`;
const travel = `見本旅費規程
第1条　日当は、2,000円とする。
第2条　旅費は、7日以内に精算する。ただし、見本定款第3条の議員総会に出る者を除く。`;

const made = buildBundle([readText(articles, '定款.txt'), readText(travel, '旅費規程.txt')]);
const lookup = new Lookup(
  made.manifest.sources.map(({ title, file }) => ({
    title,
    text: made.files.find(({ name }) => name === file)?.text ?? '',
  })),
);
const first = (question: string, document = ''): string => {
  const hit = lookup.search(question, document, 10).hits[0];
  return hit === undefined ? '' : `${hit.document} ${hit.address}`;
};

describe('search', () => {
  it.each([
    ['見本定款3条', '見本定款 第3条第1項'],
    ['定款第三条', '見本定款 第3条第1項'],
    ['旅費規程の2条', '見本旅費規程 第2条'],
    ['会費の期限', '見本定款 第1条'],
    ['せいさん', '見本旅費規程 第2条'],
  ])('%s__comes_first', (question, place) => {
    expect(first(question)).toBe(place);
    expect(lookup.search(question, '', 5).cover).toBe('found');
  });

  it('document_chosen__a_bare_number_is_meant_there', () => {
    expect(first('2条', '見本旅費規程')).toBe('見本旅費規程 第2条');
    expect(lookup.search('2条', '', 9).hits.map(({ document }) => document)).toContain('見本定款');
  });

  it.each([
    ['駐車場の利用料金', ['駐車場', '利用料金'], ''],
    ['テレワークの手当はいくらか', ['テレワーク'], ''],
    ['会社法第5条', ['会社法'], '会社法'],
  ])('%s__no_rule', (question, missing, outside) => {
    expect(lookup.search(question, '', 5)).toMatchObject({ cover: 'none', missing, outside });
  });

  it('half_of_it_stands_nowhere__is_not_called_a_rule_nor_none', () => {
    const found = lookup.search('会費の分割', '', 5);
    expect(found).toMatchObject({ cover: 'unsure', missing: ['分割'] });
    expect(found.hits[0]).toMatchObject({ address: '第1条' });
  });

  it('nothing_asked__finds_nothing_and_says_nothing', () => {
    expect(lookup.search('  ', '', 5)).toMatchObject({ hits: [], cover: 'found' });
  });
});

describe('reading', () => {
  it('groups__chapters_articles_and_what_ends_the_document', () => {
    expect(lookup.groups('見本定款').map(({ address }) => address)).toEqual([
      '第1章',
      '第1条',
      '第2条',
      '第2章',
      '第3条',
      '附則',
    ]);
    expect(groupAt(lookup.groups('見本定款'), '第2条第1号')).toBe(2);
    expect(lookup.pathOf('見本定款', '第3条第2項')).toEqual(['機関', '議員総会']);
  });

  it('references__lead_to_their_place_in_this_or_another_document', () => {
    expect(lookup.placeOf('第3条第1項', '見本定款')).toEqual({ document: '見本定款', address: '第3条第1項' });
    expect(lookup.placeOf('見本定款 第3条', '見本旅費規程')).toEqual({
      document: '見本定款',
      address: '第3条',
    });
    expect(lookup.placeOf('第99条', '見本定款')).toBeNull();
    expect(lookup.textAt('見本定款', '第3条第2項', '')).toBe('前項の招集の通知は、会日の7日前までに発する。');
  });
});

describe('marks', () => {
  it('pieces__are_the_text_again__words_of_the_same_meaning_are_marked_whole', () => {
    const text = '議員総会は、会頭がこれを招集する。Ｇ20';
    const pieces = markedPieces(text, markedTerms('総会の招集'));
    expect(pieces.map((one) => one.text).join('')).toBe(text);
    expect(pieces.filter(({ marked }) => marked).map((one) => one.text)).toEqual(['議員総会', '招集']);
    expect(markedPieces('𠮷田の総会', markedTerms('総会'))).toEqual([
      { text: '𠮷田の', marked: false },
      { text: '総会', marked: true },
    ]);
  });
});

describe('answer', () => {
  it('citations__carry_the_words_of_the_rule_with_its_items__sentences_without_are_listed', () => {
    const checked = checkAnswer(
      '除名は議員総会で決めます（見本定款第2条）。見本定款第9条も見ます。早めに相談を。',
      lookup,
    );
    expect(checked.citations.map(({ verdict, place }) => [verdict, place])).toEqual([
      ['存在', '第2条'],
      ['存在しない', ''],
    ]);
    expect(checked.citations[0]?.rule).toContain('\n会費を2年以上納めないとき。');
    expect(checked.unchecked).toEqual(['早めに相談を。']);
  });

  it('answer_that_says_there_is_no_rule__is_told_apart_from_one_without_citations', () => {
    expect(checkAnswer('そのような規定はありません。', lookup)).toMatchObject({
      citations: [],
      saysNone: true,
    });
    expect(checkAnswer('会費は早めに納めましょう。', lookup)).toMatchObject({
      citations: [],
      saysNone: false,
    });
  });
});

describe('google documents', () => {
  const paragraph = (text: string, heading = 0, notes: readonly string[] = []): DocElement => ({
    kind: 'paragraph',
    text,
    heading,
    notes,
  });
  const item = (text: string, level: number, glyph: string): DocElement => ({
    kind: 'item',
    text,
    list: 'a',
    level,
    glyph,
    notes: [],
  });

  it('lists_tables_notes_tabs__become_lines_in_order', () => {
    const { lines, title, issues } = readDocElements(
      [
        paragraph('見本規程', 1),
        paragraph('第1条　定める。\r2　置く。', 0, ['注の文']),
        item('甲', 0, 'NUMBER'),
        item('子', 1, 'LATIN_LOWER'),
        item('乙', 0, 'NUMBER'),
        item('丑', 1, 'LATIN_LOWER'),
        item('点', 0, 'BULLET'),
        {
          kind: 'table',
          rows: [
            ['区分', '額'],
            ['', ''],
          ],
        },
        { kind: 'tab', title: '別冊' },
        { kind: 'other' },
      ],
      '規程',
    );
    expect(title).toBe('見本規程');
    expect(lines.map(({ kind, numbering = '', text }) => `${kind} ${numbering} ${text}`)).toEqual([
      'heading  見本規程',
      'text  第1条　定める。',
      'text  2　置く。',
      'footnote 注1 注の文',
      'text 1. 甲',
      'text a. 子',
      'text 2. 乙',
      'text a. 丑',
      'text ・ 点',
      'table-row  区分 | 額',
      'heading  別冊',
    ]);
    expect(issues.map(({ code }) => code)).toEqual([
      'corpus.doc.list-numbers',
      'corpus.doc.tabs',
      'corpus.read.pictures',
    ]);
  });

  it('empty_document__is_an_error_of_its_own', () => {
    expect(readDocElements([paragraph('')], '白紙').issues).toMatchObject([
      { code: 'corpus.read.empty', severity: 'error' },
    ]);
  });
});
