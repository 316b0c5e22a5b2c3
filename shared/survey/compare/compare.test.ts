import { describe, expect, it } from 'vitest';
import { questionsOf } from '../definition/questions.ts';
import type { QuestionTables } from '../tabulate/model.ts';
import { tabulate } from '../tabulate/tabulate.ts';
import { csv, readTest, testDefinition } from '../testing/definitions.ts';
import { compare, type Others, shownIndexes } from './compare.ts';

const rows = (count: number, line: string): readonly string[] => Array.from({ length: count }, () => line);
function tables(...lines: readonly string[]): readonly QuestionTables[] {
  const read = readTest(csv('業種,業況,業況（先行き）', ...lines));
  return tabulate({
    columns: read.columns,
    questions: questionsOf(testDefinition(), '').filter(({ key }) => read.asked.has(key)),
    layouts: [['industry']],
    labelOf: (dimension, option) => read.dimensions.get(dimension)?.labels[option] ?? '',
    nesting: [],
    minN: 3,
    unanimousBelow: 1,
    rounding: 'published',
  }).tables;
}

describe('a comparison', () => {
  const now = tables(
    ...rows(4, '製造業,好転,不変'),
    ...rows(4, '小売業,悪化,好転'),
    ...rows(4, '卸売業,不変,不変'),
  );
  // In the wave before two wholesalers: they are hidden, and another industry with them.
  const before = tables(...rows(5, '製造業,不変,'), ...rows(4, '小売業,悪化,'), ...rows(2, '卸売業,好転,'));
  const others: Others = {
    before: shownIndexes(before),
    yearBefore: null,
    now: shownIndexes(now),
    outlooks: new Map([['conditions', 'conditionsOutlook']]),
  };
  const of = (label: string) => {
    const table = now.find(({ question }) => question.key === 'conditions')?.tables[label === '' ? 0 : 1];
    const cell = table?.cells.find(({ labels }) => labels.join('') === label);
    if (table === undefined || cell === undefined) throw new Error(`no ${label}`);
    return compare(table, cell, others);
  };

  it('is_the_difference_of_figures_as_published', () => {
    // 33.3 − 33.3 = 0.0 now; 18.2 − 36.4 = ▲18.2 before.
    expect(of('')).toMatchObject({ before: 182, outlook: 333, outlookChange: 333, yearBefore: null });
    expect(of('製造業')).toMatchObject({ before: 1000 });
  });

  it('with_a_figure_that_was_hidden__is_hidden__in_a_group_that_is_shown_now', () => {
    expect(of('卸売業')).toMatchObject({ before: null, hidden: { before: true, outlook: false } });
    expect(of('小売業')).toMatchObject({ before: null, hidden: { before: true } });
  });
});
