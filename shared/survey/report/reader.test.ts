/** A reader who wants to know what one firm said: everything that is printed, against a checker that knows none of our sums. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../bytes/detect.ts';
import { spanOf } from '../protect/testing.ts';
import type { Cell, QuestionTable } from '../tabulate/model.ts';
import { csv, testDefinition, testLists, told } from '../testing/definitions.ts';
import { type BuildReportInput, buildReport } from './build.ts';
import { readShown } from './shown.ts';

const bytesOf = (text: readonly string[]) => ({ file: '回答.csv', bytes: csv(...text) });
const rows = (count: number, line: string): readonly string[] => Array.from({ length: count }, () => line);

function built(lines: readonly string[], by: string, more: Partial<BuildReportInput> = {}) {
  return buildReport({
    definition: testDefinition(),
    lists: testLists,
    answers: bytesOf(lines),
    by,
    wave: '2026-10',
    ...more,
  });
}
type Built = ReturnType<typeof built>;

const fileOf = ({ files }: Built, name: string): string => {
  const found = files.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return decodeText(found.bytes).text;
};

function tableOf({ report }: Built, question: string, by: string): QuestionTable {
  const found = report.tables
    .find((one) => one.question.key === question)
    ?.tables.find((one) => one.by.join('*') === by);
  if (found === undefined) throw new Error(`no table ${question} by ${by}`);
  return found;
}
const hiddenIn = ({ cells }: QuestionTable): readonly string[] =>
  cells.filter(({ hidden }) => hidden !== undefined).map(({ labels }) => labels.join('×'));

/** Firms of a cell, read from the answers' columns. */
function firmsOf({ answers: { columns } }: Built, { by }: QuestionTable, { group }: Cell): number[] {
  return Array.from({ length: columns.rows }, (_, row) => {
    const isIn = by.every((key, at) => {
      const column = columns.columns.get(key);
      return group[at] === -1 || (column?.kind === 'choice' && column.codes[row] === group[at]);
    });
    return isIn ? 1 : 0;
  });
}

/** Firms, and pairs of firms, whose figures follow from what `isKnown` of the cells; and hidden groups of any size. */
function givenAway(one: Built, question: string, isKnown: (cell: Cell) => boolean): readonly string[] {
  const tables = one.report.tables.find((found) => found.question.key === question)?.tables ?? [];
  const cells = tables.flatMap((table) =>
    table.cells.map((cell) => ({
      cell,
      set: firmsOf(one, table, cell),
      name: cell.labels.join('×'),
      isPlaced: !table.by.includes('chamber'),
    })),
  );
  const total = one.answers.columns.rows;
  const asked = spanOf(
    cells.filter(({ cell, set }) => isKnown(cell) && set.includes(1)).map(({ set }) => set),
    total,
  );
  const few = Array.from({ length: total }, (_, a) =>
    Array.from({ length: total - a }, (__, more) => ({
      name: `firms ${a}, ${a + more}`,
      set: Array.from({ length: total }, (___, at) => (at === a || at === a + more ? 1 : 0)),
    })),
  ).flat();
  // A chamber in two prefectures is hidden whatever its size: by itself it is no secret.
  const secret = cells.filter(
    ({ cell, set, isPlaced }) =>
      cell.hidden !== undefined &&
      set.includes(1) &&
      (isPlaced || set.filter((firm) => firm === 1).length < 3),
  );
  return [...secret, ...few].filter(({ set }) => asked(set)).map(({ name }) => name);
}

describe('chambers that no prefecture or two are written for', () => {
  const header = '商工会議所,都道府県,業種,業況';

  it('take_the_prefecture_of_the_other_answers_of_their_chamber', () => {
    const one = built(
      [header, ...rows(5, '甲,青森県,製造業,好転'), ...rows(4, '甲,青森県,製造業,悪化'), '甲,,小売業,好転'],
      'prefecture,block',
    );
    expect(told(one.answers)).toEqual([]);
    expect(tableOf(one, 'conditions', 'prefecture').cells.find(({ n }) => n !== 0)?.n).toBe(10);
    expect(one.report.without).toEqual([]);
    expect(one.answers.dimensions.get('block')?.isGiven).toBe(true);
    expect(tableOf(one, 'conditions', 'block').cells.find(({ labels }) => labels[0] === '東北')?.n).toBe(10);
  });

  it('are_told_and_not_shown_where_nobody_can_say_where_they_are', () => {
    const one = built(
      [
        header,
        ...rows(2, '甲,青森県,製造業,好転'),
        ...rows(2, '甲,青森県,製造業,悪化'),
        ...rows(2, '甲,岩手県,製造業,好転'),
        ...rows(2, '甲,岩手県,製造業,悪化'),
        ...rows(3, '乙,青森県,製造業,好転'),
        ...rows(3, '乙,青森県,製造業,悪化'),
        ...rows(4, '丙,,製造業,悪化'),
        ...rows(4, '丙,,製造業,好転'),
      ],
      'prefecture,chamber',
    );
    expect(told(one.answers)).toEqual(['1 survey.region-in-two', '15 survey.region-nowhere']);
    expect(hiddenIn(tableOf(one, 'conditions', 'chamber'))).toEqual(expect.arrayContaining(['甲', '丙']));
    expect(hiddenIn(tableOf(one, 'conditions', 'chamber'))).not.toContain('乙');
  });

  it('stay_hidden_in_a_later_edition_and_from_a_chamber_that_knows_its_own_answers', () => {
    const answers = (more: readonly string[]) => [
      header,
      ...['青森県', '青森県', '青森県', '岩手県'].flatMap((place) => [
        `甲,${place},製造業,好転`,
        `甲,${place},製造業,悪化`,
      ]),
      ...rows(4, '乙,青森県,製造業,好転'),
      ...rows(4, '乙,青森県,製造業,悪化'),
      ...more,
    ];
    const by = 'block,prefecture,chamber';
    const first = built(answers([]), by);
    const shown = readShown(JSON.parse(fileOf(first, 'shown.json')));
    expect(fileOf(first, 'shown.json')).toContain(
      `"chamber=${encodeURIComponent(encodeURIComponent('@甲/岩手県'))}"`,
    );
    const second = built(answers(rows(3, '丙,岩手県,製造業,悪化')), by, {
      shown: shown === null ? [] : [shown],
    });
    expect(second.report.recoverable).toBe(0);
    // Two firms of 甲 are all of 岩手県: not of the first edition, and not as what is left of the second.
    for (const one of [first, second])
      expect(hiddenIn(tableOf(one, 'conditions', 'prefecture'))).toContain('岩手県');
    const insider = { dimension: 'chamber', isOwn: (label: string) => label === '甲' };
    const own = built(answers(rows(2, '丙,岩手県,製造業,悪化')), by, { insider });
    expect(hiddenIn(tableOf(own, 'conditions', 'prefecture'))).toContain('岩手県');
  });

  it('give_no_firm_away_by_any_table', () => {
    const firm = fc.tuple(
      fc.constantFrom('甲', '甲', '乙', '乙', '丙', '丁', ''),
      fc.constantFrom('青森県', '青森県', '岩手県', '大阪府', ''),
      fc.constantFrom('製造業', '製造業', '小売業'),
    );
    let apart = 0;
    fc.assert(
      fc.property(fc.array(firm, { minLength: 6, maxLength: 16 }), (firms) => {
        const lines = firms.map((one, at) => `${one.join(',')},${['好転', '悪化'][at % 2]}`);
        const one = built([header, ...lines], 'block,prefecture,chamber,chamber*industry');
        if (told(one.answers).length > 0) apart++;
        expect(givenAway(one, 'conditions', ({ hidden }) => hidden === undefined)).toEqual([]);
      }),
      { numRuns: 14, seed: 3 },
    );
    expect(apart).toBeGreaterThan(7);
  });
});

describe('the number of answers', () => {
  const lines = [
    '業種,業況',
    ...rows(5, '製造業,好転'),
    ...rows(5, '製造業,悪化'),
    ...rows(3, '小売業,好転'),
    ...rows(3, '小売業,不変'),
    '卸売業,好転',
    '卸売業,悪化',
  ];

  it('of_a_hidden_group_is_no_difference_of_those_shown', () => {
    const one = built(lines, 'industry');
    expect(hiddenIn(tableOf(one, 'conditions', 'industry'))).toEqual(['卸売業', '小売業']);
    expect(givenAway(one, 'conditions', ({ n }) => n !== null)).toEqual([]);
    expect(fileOf(one, 'report.md')).toMatch(/業種：小売業 \| ＊ \| ＊/);
    expect(fileOf(one, 'report.md')).toMatch(/業種：卸売業 \| 3未満 \| ＊/);
    expect(fileOf(one, 'tables.csv')).toMatch(/industry,小売業,hidden,,,/);
  });

  it('is_no_difference_in_the_table_of_responses_either', () => {
    const asked = { file: '依頼.csv', bytes: csv('業種,依頼数', '製造業,20', '小売業,12', '卸売業,9') };
    const [, text = ''] = fileOf(built(lines, 'industry', { asked }), 'report.md').split('## 回答の状況');
    expect(text).toMatch(/合計 \| 18 \|/);
    expect(text).toMatch(/業種：製造業 \| 10 \| 20 \| 50\.0/);
    expect(text).toMatch(/業種：卸売業 \| 3未満 \| 9 \| －/);
    expect(text).toMatch(/業種：小売業 \| ＊ \| 12 \| －/);
  });

  it('without_a_trade_is_told_only_where_nothing_follows_from_it', () => {
    const note = (count: number) =>
      fileOf(built([...lines, ...rows(count, ',好転')], 'industry'), 'report.md').match(
        /業種が分からない回答[^、]*は/,
      )?.[0];
    expect(note(1)).toBe('業種が分からない回答は');
    expect(note(12)).toBe('業種が分からない回答 12 件は');
  });

  it('of_a_report_that_shows_nothing_is_not_told', () => {
    const one = built(['業種,業況,声', '製造業,好転,よい', '小売業,悪化,'], 'industry');
    expect(fileOf(one, 'report.md')).toMatch(/有効回答：3 件未満/);
    expect(fileOf(one, 'report.md')).not.toMatch(/2 件|1 件/);
  });
});

describe('free answers', () => {
  it('do_not_name_a_business_without_its_legal_form_either', () => {
    const lines = ['製造業,好転,人手が足りない,', '製造業,悪化,みほん屋では人手が足りない,株式会社みほん屋'];
    const one = built(['業種,業況,声,事業所名', ...lines, '小売業,不変,燃料が高い,㈲見本亭'], 'industry');
    expect(fileOf(one, 'report.md')).toContain('〔事業所名〕では人手が足りない');
    expect(fileOf(one, 'report.md')).not.toContain('みほん屋');
  });
});

describe('answers that are all alike', () => {
  it('are_not_left_over_by_a_total_and_its_other_parts', () => {
    // Two wholesalers and four retailers, all of them 悪化: the total less 製造業 would tell all six.
    const one = built(
      [
        '業種,業況',
        ...rows(6, '製造業,好転'),
        ...rows(6, '製造業,悪化'),
        ...rows(2, '卸売業,悪化'),
        ...rows(4, '小売業,悪化'),
      ],
      'industry',
    );
    const table = tableOf(one, 'conditions', 'industry');
    expect(hiddenIn(table)).toEqual(expect.arrayContaining(['卸売業', '小売業']));
    const whole = tableOf(one, 'conditions', '').cells[0];
    expect(whole?.hidden === undefined && hiddenIn(table).length === 2).toBe(false);
  });

  it('random_answers__what_is_left_of_a_total_has_several_minds', () => {
    const firm = fc.tuple(
      fc.constantFrom('製造業', '製造業', '卸売業', '小売業', ''),
      fc.constantFrom('好転', '悪化', '悪化', '悪化', ''),
    );
    let hidden = 0;
    fc.assert(
      fc.property(fc.array(firm, { minLength: 8, maxLength: 26 }), (firms) => {
        const one = built(['業種,業況', ...firms.map((cells) => cells.join(','))], 'industry');
        const whole = tableOf(one, 'conditions', '').cells[0];
        if (whole?.counts == null) return;
        const parts = tableOf(one, 'conditions', 'industry').cells.filter(({ group }) => group[0] !== -1);
        const left = whole.counts.map((count, at) =>
          parts.reduce((sum, { counts }) => sum - (counts?.[at] ?? 0), count),
        );
        const n = left.reduce((sum, count) => sum + count, 0);
        if (n > 0) hidden++;
        if (n > 0 && n < 10) expect(left.filter((count) => count > 0).length).toBeGreaterThan(1);
      }),
      { numRuns: 60, seed: 4 },
    );
    expect(hidden).toBeGreaterThan(20);
  });

  it('to_one_option_of_several_are_hidden_as_those_to_a_question_of_one_answer', () => {
    const one = built(
      [
        '業種,問題',
        ...rows(3, '製造業,"需要の停滞, 人手不足"'),
        ...rows(6, '製造業,需要の停滞'),
        ...rows(5, '製造業,人手不足'),
        ...rows(2, '小売業,"需要の停滞, 人手不足"'),
        ...rows(3, '小売業,人手不足'),
      ],
      'industry',
    );
    // All five retailers named 人手不足.
    expect(hiddenIn(tableOf(one, 'problems', 'industry'))).toContain('小売業');
  });
});

describe('weighted figures', () => {
  const population = {
    file: '母集団.csv',
    bytes: csv('業種,事業者数', '製造業,800', '卸売業,300', '小売業,100'),
  };
  const answers = (retail: readonly string[]) => [
    '業種,都道府県,業況',
    ...rows(5, '製造業,青森県,好転'),
    ...rows(6, '製造業,青森県,悪化'),
    ...rows(3, '卸売業,青森県,好転'),
    ...rows(3, '卸売業,青森県,悪化'),
    ...retail,
  ];
  const weighted = (one: Built, by: string) =>
    tableOf(one, 'conditions', by)
      .cells.filter((cell) => cell.weighted !== null)
      .map(({ labels }) => labels.join('×'));

  it('stand_where_they_tell_of_nobody', () => {
    const retail = [...rows(3, '小売業,青森県,好転'), ...rows(3, '小売業,青森県,悪化')];
    const one = built(answers(retail), 'industry', { population });
    expect(weighted(one, '')).toEqual(['']);
  });

  it('are_no_second_sum_over_hidden_groups', () => {
    // All retailers say 好転: they are hidden with another trade, and two sums would tell the two apart.
    const one = built(answers(rows(6, '小売業,青森県,好転')), 'industry', { population });
    expect(hiddenIn(tableOf(one, 'conditions', 'industry'))).toContain('小売業');
    expect(one.report.weights?.off).toBeNull();
    expect(weighted(one, '')).toEqual([]);
    // Nor where the trades are not printed.
    expect(weighted(built(answers(rows(6, '小売業,青森県,好転')), 'prefecture', { population }), '')).toEqual(
      [],
    );
  });

  it('do_not_tell_the_one_firm_of_a_trade_in_a_region_by_its_weight', () => {
    const retail = [
      ...rows(3, '小売業,青森県,好転'),
      ...rows(3, '小売業,青森県,悪化'),
      '小売業,大阪府,悪化',
      '卸売業,大阪府,好転',
      '卸売業,大阪府,悪化',
      ...rows(3, '製造業,大阪府,好転'),
      ...rows(3, '製造業,大阪府,悪化'),
    ];
    const one = built(answers(retail), 'prefecture', { population });
    expect(hiddenIn(tableOf(one, 'conditions', 'prefecture'))).toEqual([]);
    expect(weighted(one, '')).toEqual(['']);
    expect(weighted(one, 'prefecture')).not.toContain('大阪府');
  });
});

describe('amounts of which one firm has nearly all', () => {
  const lines = [
    '業種,賃金',
    ...Array.from({ length: 6 }, (_, at) => `製造業,${200_000 + 1000 * at}`),
    ...Array.from({ length: 6 }, (_, at) => `卸売業,${210_000 + 1000 * at}`),
    ...rows(5, '小売業,1000'),
    '小売業,900000',
  ];
  it('are_shown_unless_the_survey_asks_to_hide_them', () => {
    expect(hiddenIn(tableOf(built(lines, 'industry'), 'pay', 'industry'))).toEqual([]);
    const definition = testDefinition((document) => {
      document.dominance = { rule: 'largest', count: 1, share: 0.8 };
    });
    const found = tableOf(built(lines, 'industry', { definition }), 'pay', 'industry');
    expect(found.cells.find(({ hidden }) => hidden === 'dominant')?.labels).toEqual(['小売業']);
    expect(hiddenIn(found).length).toBe(2);
  });
});
