import { describe, expect, it } from 'vitest';
import { walk } from './draft.ts';
import { structure } from './structure.ts';
import { documentOf } from './testing.ts';

const addresses = (title: string, text: string) =>
  [...walk(structure(documentOf(title, text)).units)].map(({ address }) => address);
const textAt = (title: string, text: string, address: string) =>
  [...walk(structure(documentOf(title, text)).units)].find((unit) => unit.address === address);

describe('documents of articles', () => {
  it('number_paragraphs_items_and_what_is_below_them', () => {
    const text = `第一条　次の者を置く。
一　会頭
二　次の者
イ　副会頭
(1)　筆頭の者
ロ　専務
２　前項の者は兼ねない。
第十条の二　（補則）細目は別に定める。`;
    expect(addresses('見本規程', text)).toEqual([
      ...['第1条', '第1条第1項', '第1条第1項第1号', '第1条第1項第2号', '第1条第1項第2号イ'],
      ...['第1条第1項第2号イ(1)', '第1条第1項第2号ロ', '第1条第2項', '第10条の2'],
    ]);
    expect(textAt('見本規程', text, '第10条の2')?.heading).toBe('補則');
  });

  it.each([
    ['①', '②', '③'],
    ['１', '２', '３'],
    ['1.', '2.', '3.'],
  ])('read_paragraphs_counted_%s', (one, two, three) => {
    const text = `第1条\n${one}　甲とする。\n${two}　乙とする。\n${three}　丙とする。`;
    expect(addresses('規程', text)).toEqual(['第1条', '第1条第1項', '第1条第2項', '第1条第3項']);
  });

  it.each(['(1)', '（１）', '⑴', '（一）'])('read_items_counted_%s', (label) => {
    expect(addresses('規程', `第1条　次のとおり。\n${label}　甲`)).toEqual(['第1条', '第1条第1号']);
  });

  it('take_a_heading_before_the_number_behind_it_or_on_its_own_line', () => {
    const text =
      '（目的）\n第1条　甲とする。\n第2条（用語）乙とする。\n第3条\n（範囲）\n丙とする。\n第4条　期間\n丁とする。';
    const units = structure(documentOf('規程', text)).units;
    expect(units.map(({ heading }) => heading)).toEqual(['目的', '用語', '範囲', '期間']);
    expect(units.map((unit) => unit.text)).toEqual(['甲とする。', '乙とする。', '丙とする。', '丁とする。']);
  });

  it('do_not_take_a_broken_line_for_an_article', () => {
    expect(addresses('規程', '第1条　会員は、\n第5条の規定による。\n第2条　乙')).toEqual(['第1条', '第2条']);
  });

  it('name_each_supplement_by_its_act_or_its_day', () => {
    const text = `第1条　甲
附　則
この規程は、平成10年4月1日から施行する。
附　則
この規程は、令和5年4月1日から施行する。
附　則（平成一一年七月一六日法律第八七号）　抄
第一条　この法律は、公布の日から施行する。`;
    expect(addresses('規程', text)).toEqual([
      ...['第1条', '附則', '附則（令和5年4月1日施行）', '附則（平成11年法律第87号）'],
      '附則（平成11年法律第87号）第1条',
    ]);
  });

  it('keep_tables_and_forms_behind_the_articles', () => {
    const text =
      '第1条　甲\n別表第1（第1条関係）\n|区分|額|\n|甲|1円|\n様式第1号\n申請書\n第1条　契約は次による。';
    expect(addresses('規程', text)).toEqual(['第1条', '別表第1', '様式第1号']);
    expect(textAt('規程', text, '別表第1')?.text).toBe('| 区分 | 額 |\n| 甲 | 1円 |');
    expect(textAt('規程', text, '様式第1号')?.text).toContain('契約は次による。');
  });

  it('keep_a_heading_before_the_last_paragraph_of_the_last_supplement', () => {
    const text = '第1条　甲\n附　則\n（施行期日）\n１　この規程は、施行する。\n（経過措置）\n２　乙による。';
    expect(textAt('規程', text, '附則第2項')?.heading).toBe('経過措置');
    expect(textAt('規程', text, '附則第1項')?.text).toBe('この規程は、施行する。');
  });

  it.each([
    ['別表第一（第八条関係）　会費の額', '会費の額\u3000第八条関係'],
    ['別表第一　会費の額（第八条関係）', '会費の額\u3000第八条関係'],
    ['別表第一（第八条関係）', '第八条関係'],
    ['別表第一　会費（年額）', '会費（年額）'],
  ])('give_a_table_one_heading_without_brackets_in_it: %s', (line, heading) => {
    expect(textAt('規程', `第1条　甲\n${line}\n|a|b|`, '別表第1')?.heading).toBe(heading);
  });

  it('say_the_day_of_an_amendment_once_and_the_number_of_an_act_in_full', () => {
    const headingOf = (act: string) =>
      structure(documentOf('規程', `第1条　甲\n附　則（${act}）\n乙とする。`)).units[1]?.heading;
    expect(headingOf('令和六年三月二十六日改正')).toBe('');
    expect(headingOf('平成一一年七月一六日法律第八七号')).toBe('平成一一年七月一六日法律第八七号');
  });

  it('read_the_day_of_an_approval', () => {
    const text = '第1条　甲\n附　則\nこの定款は、認可の日（令和元年九月二日）から施行する。';
    expect(structure(documentOf('定款', text)).dates).toEqual([
      { label: '附則による施行', text: '令和元年九月二日' },
    ]);
  });

  it('keep_the_marks_of_points_but_before_numbers_of_the_text', () => {
    const { lines, ...rest } = documentOf('規程', '第1条　次のとおり。\n写し\n第2条　乙');
    const pointed = lines.map((line) => ({ ...line, numbering: '・' }));
    expect(structure({ ...rest, lines: pointed }).units.map(({ address, text }) => [address, text])).toEqual([
      ['第1条', '次のとおり。\n・写し'],
      ['第2条', '乙'],
    ]);
  });

  it('set_a_footnote_where_it_is_called', () => {
    const { lines, ...rest } = documentOf('規程', '第1条　甲とする。（注1）\n第2条　乙\n別表第1\n|a|b|');
    const note = { kind: 'footnote', text: '令和六年に改めた。', numbering: '注1', page: 0 } as const;
    const { units } = structure({ ...rest, lines: [...lines, note] });
    expect([...walk(units)].find(({ text }) => text.includes('改めた'))?.address).toBe('第1条');
  });

  it('set_the_table_of_contents_apart_and_read_the_dates', () => {
    const text =
      '旅　費　規　程\n平成10年4月1日制定\n目次\n第1章　総則（第1条）\n第2章　額\n第1章　総則\n第1条　甲\n第2章　額\n第2条　乙';
    const regulation = structure(documentOf('', text, 'a.txt'));
    expect(regulation.title).toBe('旅費規程');
    expect(regulation.dates).toEqual([{ label: '制定', text: '平成10年4月1日制定' }]);
    expect([...walk(regulation.units)].map(({ address }) => address)).toEqual([
      ...['目次', '第1章', '第1条', '第2章', '第2条'],
    ]);
  });

  it.each([
    ['第1条　甲\n第3条　乙', 'corpus.number-missing'],
    ['第1条　甲\n第2条　乙\n第2条　丙', 'corpus.number-twice'],
    ['第1条　甲\n第3条　乙\n第2条　丙', 'corpus.number-backward'],
    ['第1条　次のとおり。\n一　甲\n三　乙', 'corpus.number-missing'],
  ])('report_wrong_numbers_%#', (text, code) => {
    expect(structure(documentOf('規程', text)).issues.map((one) => one.code)).toContain(code);
  });

  it.each([
    '第1条　甲\n第2条　削除\n第3条　乙',
    '第1条　甲\n第2条から第4条まで　削除\n第5条　乙',
    '第1条　甲\n第1条の2　乙\n第1条の3　丙\n第2条　丁',
  ])('find_nothing_wrong_with_what_was_repealed_or_put_between_%#', (text) => {
    expect(structure(documentOf('規程', text)).issues).toEqual([]);
  });
});

describe('what stands behind the articles', () => {
  it.each([
    ['別表第一（第9条、第10条、第19条関係）　日当及び宿泊料', '別表第1'],
    ['別表第2（第17条・第21条関係）', '別表第2'],
    ['様式第３号（第12条、第13条関係）', '様式第3号'],
    ['第4号様式（第12条関係）', '様式第4号'],
    ['別紙１　誓約書', '別紙第1'],
  ])('opens_with %s', (line, address) => {
    expect(addresses('規程', `第1条　甲\n第2条　乙\n${line}\n中身`)).toContain(address);
  });

  it('is_no_sentence_that_begins_alike', () => {
    expect(addresses('規程', '第1条　甲\n第2条　次のとおり\n別表第1、別表第2の額とする')).toEqual([
      '第1条',
      '第2条',
    ]);
  });
});

describe('documents without articles', () => {
  it('take_numbered_headings', () => {
    const text =
      '手引\n1 受付\n1-1 電話\n三回で取る。\n1-2 来客\n名札を渡す。\n2 証明\n2-1 原産地\n登録を見る。';
    expect(addresses('手引', text)).toEqual(['1', '1-1', '1-2', '2', '2-1']);
  });

  it('keep_the_number_of_a_heading_that_begins_with_a_counter', () => {
    const { lines, ...rest } = documentOf('手引', '1-1　会議\n本文。\n1-2　日程\n押さえる。');
    const headed = lines.map((line, at) => (at % 2 === 0 ? { ...line, kind: 'heading' as const } : line));
    const { units } = structure({ ...rest, lines: headed });
    expect(units.map(({ address, heading }) => [address, heading])).toEqual([
      ['1-1', '会議'],
      ['1-2', '日程'],
    ]);
  });

  it('take_questions_with_their_answers', () => {
    const text =
      '問答\n問1　要りますか。\n答　要ります。\n控えも要ります。\nＱ２：いつですか。\nＡ２：四月です。';
    const units = structure(documentOf('問答', text)).units;
    expect(units.map(({ address, heading, text: words }) => [address, heading, words])).toEqual([
      ['問1', '要りますか。', '要ります。\n控えも要ります。'],
      ['Q2', 'いつですか。', '四月です。'],
    ]);
  });

  it('take_lists_below_a_heading', () => {
    const text =
      '手引\n1-1 受付\n次の順に行う。\n(1) 氏名を聞く。\nア 会員\nイ 非会員\n(2) 名札を渡す。\n控えを取る。\n1-2 会計\n① 数える。\n② 記録する。\n⑤ 飛んだ番号。\n1-3 終わり\n鍵を掛ける。\n(1) 窓\n(2) 扉';
    const units = structure(documentOf('手引', text)).units;
    expect([...walk(units)].map(({ address, text: words }) => `${address}：${words}`)).toEqual([
      ...['1-1：次の順に行う。', '1-1(1)：氏名を聞く。', '1-1(1)ア：会員', '1-1(1)イ：非会員'],
      ...[
        '1-1(2)：名札を渡す。\n控えを取る。',
        '1-2：',
        '1-2①：数える。',
        '1-2②：記録する。\n⑤ 飛んだ番号。',
        '1-3：鍵を掛ける。',
        '1-3(1)：窓',
        '1-3(2)：扉',
      ],
    ]);
  });

  it('keep_a_text_without_headings_and_say_so', () => {
    const text = Array.from({ length: 60 }, (_all, at) => `文${at}です。`).join('\n');
    const regulation = structure(documentOf('無題', text));
    expect(regulation.units.map(({ address }) => address)).toEqual(['本文']);
    expect(regulation.issues.map(({ code }) => code)).toEqual(['corpus.no-headings']);
  });

  it('say_that_an_empty_document_is_empty', () => {
    expect(structure(documentOf('空', '')).issues.map(({ code }) => code)).toEqual(['corpus.source-empty']);
  });
});
