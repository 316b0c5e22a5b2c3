import { describe, expect, it } from 'vitest';
import { blocksOf, shelfOf } from './blocks.ts';
import { definitionsOf } from './definitions.ts';
import { structure } from './structure.ts';
import { documentOf } from './testing.ts';

const ten = Array.from(
  { length: 4 },
  (_all, at) => `第${at + 1}条　甲${at}とする。\n２　乙${at}とする。\n３　丙${at}とする。`,
).join('\n');

/** Resolves the references of a text set as 第5条 behind four articles of three paragraphs. */
function resolved(text: string, more: readonly [string, string][] = []) {
  const regulations = [['規程', `${ten}\n第5条　${text}`] as const, ...more].map(([title, words]) =>
    structure(documentOf(title, words)),
  );
  const [first] = regulations;
  if (first === undefined) throw new Error('no regulation');
  const { references, blocks, issues } = blocksOf(first, shelfOf(regulations));
  return {
    to: references.map(({ to, resolved: how }) => `${to}${how === 'yes' ? '' : ` ${how}`}`),
    text: blocks
      .filter(({ address }) => address.startsWith('第5条'))
      .map((block) => block.text)
      .join('\n'),
    codes: issues.map(({ code }) => code),
  };
}

describe('references', () => {
  it.each([
    ['前条の規定による。', ['第4条'], '前条〔第4条〕の規定による。'],
    ['前条第二項の者', ['第4条第2項'], '前条第二項〔第4条第2項〕の者'],
    [
      '第二条第一項及び第三項の者',
      ['第2条第1項', '第2条第3項'],
      '第二条第一項〔第2条第1項〕及び第三項〔第2条第3項〕の者',
    ],
    ['第2条第1項及び第３条の者', ['第2条第1項', '第3条'], '第2条第1項及び第３条の者'],
    ['第三条から前条までの者', ['第3条', '第4条'], '第三条から前条まで〔第3条から第4条まで〕の者'],
    ['第1条から第4条までの者', ['第1条', '第2条', '第3条', '第4条'], '第1条から第4条までの者'],
    [
      '第一条第一項から第三項までの者',
      ['第1条第1項', '第1条第2項', '第1条第3項'],
      '第一条第一項から第三項まで〔第1条第1項から第1条第3項まで〕の者',
    ],
    [
      '第2条の者は、同条第3項による。',
      ['第2条', '第2条第3項'],
      '第2条の者は、同条第3項〔第2条第3項〕による。',
    ],
    ['前二条の者', ['第3条', '第4条'], '前二条〔第3条・第4条〕の者'],
  ])('resolve_in_place: %s', (text, to, shown) => {
    const found = resolved(text);
    expect(found.to).toEqual(to);
    expect(found.text).toBe(shown);
  });

  it('resolve_paragraphs_and_items_around_them', () => {
    const text =
      '甲は次による。\n一　子\n二　丑\n三　前二号に準ずる者\n２　前項各号の者は、同項第二号による。\n３　前二項による。';
    expect(resolved(text).to).toEqual([
      ...['第5条第1項第1号', '第5条第1項第2号'],
      ...['第5条第1項第1号', '第5条第1項第2号', '第5条第1項第3号', '第5条第1項第2号'],
      ...['第5条第1項', '第5条第2項'],
    ]);
  });

  it.each([
    ['各号を一つずつ', '第五条第一項各号の者', '第五条第一項各号〔第5条第1項第1号・第5条第1項第2号〕の者'],
    ['次項', '次項の者', '次項〔第5条第3項〕の者'],
    ['号', '第一項第二号の者', '第一項第二号〔第5条第1項第2号〕の者'],
    ['漢数字の別表', '別表第一のとおり', '別表第一〔別表第1〕のとおり'],
    ['番号のない別表', '別表のとおり', '別表〔別表第1〕のとおり'],
    ['番号が先の様式', '第一号様式による', '第一号様式〔様式第1号〕による'],
    ['算用数字の別表', '別表第1のとおり', '別表第1のとおり'],
  ])('show the address where the words are another form: %s', (_what, text, shown) => {
    const items = `次の者とする。\n一　子\n二　丑\n２　${text}\n３　末\n別表第１\n甲\n様式第１号\n乙`;
    expect(resolved(items).text).toContain(shown);
  });

  it.each([
    ['定款第1条第2項による。', '定款第1条第2項〔見本商工会議所定款 第1条第2項〕による。'],
    ['見本商工会議所定款第1条第2項による。', '見本商工会議所定款第1条第2項による。'],
    [
      '定款第一条から第三条までによる。',
      '定款第一条から第三条まで〔見本商工会議所定款 第1条から第3条まで〕による。',
    ],
    ['定款別表第一による。', '定款別表第一〔見本商工会議所定款 別表第1〕による。'],
    ['会社法第八百三十条による。', '会社法第八百三十条による。'],
  ])('show where another document is meant: %s', (text, shown) => {
    const other = '第1条　甲\n２　乙\n第2条　丙\n第3条　丁\n別表第1\n戊';
    expect(resolved(text, [['見本商工会議所定款', other]]).text).toBe(shown);
  });

  it('lead_into_other_documents_by_title_short_name_and_alias', () => {
    const other: readonly [string, string][] = [['見本商工会議所定款', '第1条　甲\n２　乙']];
    expect(resolved('定款第1条第2項による。', [...other]).to).toEqual(['見本商工会議所定款 第1条第2項']);
    expect(
      resolved('見本商工会議所定款（以下「基本規程」という。）による。\n２　基本規程第1条第1項による。', [
        ...other,
      ]).to,
    ).toEqual(['見本商工会議所定款 第1条第1項']);
  });

  it('give_an_act_its_whole_name_and_a_defined_term_its_whole_list', () => {
    const text =
      '個人情報の保護に関する法律（平成15年法律第57号。以下「法」という。）により、営業所、工場又は事業場（以下「営業所等」という。）を扱う。\n２　法第99条による。';
    expect(resolved(text).to).toEqual(['個人情報の保護に関する法律 第99条 outside']);
    const [found] = definitionsOf(structure(documentOf('規程', `第1条　${text}`))).slice(1);
    expect(found).toMatchObject({ term: '営業所等', meaning: '営業所、工場又は事業場' });
  });

  it('go_on_in_an_outer_law_through_a_list_and_come_back', () => {
    const text =
      '会社法（平成十七年法律第八十六号）第八百三十条、第八百三十一条（第二項を除く。）及び第三項の規定並びに第二条';
    expect(resolved(text).to).toEqual([
      ...['会社法 第830条 outside', '会社法 第831条 outside'],
      ...['会社法 第831条第2項 outside', '会社法 第831条第3項 outside', '第2条'],
    ]);
  });

  it('report_what_leads_nowhere_and_what_was_repealed', () => {
    expect(resolved('第99条による。').codes).toEqual(['corpus.reference-missing']);
    expect(resolved('第2条第9項による。').codes).toEqual(['corpus.reference-missing']);
    expect(resolved('第6条による。\n第6条　削除').codes).toEqual(['corpus.reference-repealed']);
  });

  it('give_items_the_lead_that_they_belong_to', () => {
    const text =
      '会員は（法人を除く。）、次に掲げるときは、休むことができる。甲とする。\n一　疾病\nイ　軽いもの\n二　災害';
    expect(resolved(text).text.split('\n').slice(1)).toEqual([
      '疾病〔第5条：会員は、次に掲げるときは、休むことができる〕',
      '軽いもの〔第5条：会員は、次に掲げるときは、休むことができる／疾病〕',
      '災害〔第5条：会員は、次に掲げるときは、休むことができる〕',
    ]);
    const proviso =
      '本所は、前条各号の目的の外に用いてはならない。ただし、次の場合は、この限りでない。\n一　災害のとき。';
    expect(resolved(proviso).text).toContain(
      '災害のとき。〔第5条：本所は、前条各号の目的の外に用いてはならない。ただし、次の場合は、この限りでない〕',
    );
    const long = resolved(
      `${'会員で'.repeat(40)}、次のいずれかに該当する者は、使うことができない。\n一　疾病`,
    ).text;
    expect(long).toMatch(/〔第5条：.{30}….{18}者は、使うことができない〕$/);
  });

  it('give_questions_the_section_they_stand_in', () => {
    const asked = '【入金】\n問1　要りますか。\n答　要ります。\n問2　いつですか。\n答　四月です。';
    const regulation = structure(documentOf('問答', asked));
    const { blocks } = blocksOf(regulation, shelfOf([regulation]));
    expect(blocks.map(({ text }) => text).slice(-2)).toEqual([
      '要ります。〔「入金」の問い〕',
      '四月です。〔「入金」の問い〕',
    ]);
  });

  it('read_a_definition_that_goes_on_behind_its_end', () => {
    const text = '第1条　用語は次による。\n一　口数　会費の単位をいい、一口を五千円とする。';
    expect(definitionsOf(structure(documentOf('規程', text)))).toMatchObject([
      { term: '口数', meaning: '会費の単位', address: '第1条第1号' },
    ]);
  });

  it('leave_numbers_that_are_no_places_alone', () => {
    expect(resolved('第1号議員、法律第百四十三号、3項目、第一号の車').to).toEqual([]);
  });
});
