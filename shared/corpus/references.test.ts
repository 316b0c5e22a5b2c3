import { describe, expect, it } from 'vitest';
import { blocksOf, shelfOf } from './blocks.ts';
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
    ['第二条第一項及び第三項の者', ['第2条第1項', '第2条第3項'], '第二条第一項及び第三項〔第2条第3項〕の者'],
    ['第三条から前条までの者', ['第3条', '第4条'], '第三条から前条〔第4条〕までの者'],
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

  it('lead_into_other_documents_by_title_short_name_and_alias', () => {
    const other: readonly [string, string][] = [['見本商工会議所定款', '第1条　甲\n２　乙']];
    expect(resolved('定款第1条第2項による。', [...other]).to).toEqual(['見本商工会議所定款 第1条第2項']);
    expect(
      resolved('見本商工会議所定款（以下「基本規程」という。）による。\n２　基本規程第1条第1項による。', [
        ...other,
      ]).to,
    ).toEqual(['見本商工会議所定款 第1条第1項']);
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

  it('leave_numbers_that_are_no_places_alone', () => {
    expect(resolved('第1号議員、法律第百四十三号、3項目、第一号の車').to).toEqual([]);
  });
});
