/** Figures beside those of another wave, and outlooks beside the present. Differences are those of the published figures. */
import { difference } from '../index/index-value.ts';
import { type Cell, groupName, type QuestionTable, type QuestionTables } from '../tabulate/model.ts';

/** Index by question and group of a wave, as far as it was shown. */
export interface ShownIndexes {
  /** Null where it is hidden, not asked, or not there. */
  index(question: string, by: readonly string[], labels: readonly string[]): number | null;
  /** True where it is hidden. */
  isHidden(question: string, by: readonly string[], labels: readonly string[]): boolean;
}

/** Makes the indexes of tabulated answers findable by names that mean the same in every wave. */
export function shownIndexes(tables: readonly QuestionTables[]): ShownIndexes {
  const known = new Map<string, number | null>();
  const hidden = new Set<string>();
  const nameOf = (question: string, by: readonly string[], labels: readonly string[]): string =>
    `${question}:${groupName(by, labels)}`;
  for (const { question, tables: own } of tables)
    for (const table of own)
      for (const cell of table.cells) {
        const name = nameOf(question.key, table.by, cell.labels);
        known.set(name, cell.index);
        if (cell.hidden !== undefined) hidden.add(name);
      }
  return {
    index: (question, by, labels) => known.get(nameOf(question, by, labels)) ?? null,
    isHidden: (question, by, labels) => hidden.has(nameOf(question, by, labels)),
  };
}

export interface Compared {
  /** Change against the wave before, and against the same month of the year before. */
  readonly before: number | null;
  readonly yearBefore: number | null;
  /** Outlook of the same group, and its difference from this wave (今月比). */
  readonly outlook: number | null;
  readonly outlookChange: number | null;
  /** What is not there because the other figure is hidden. */
  readonly hidden: { readonly before: boolean; readonly yearBefore: boolean; readonly outlook: boolean };
}

export interface Others {
  readonly before: ShownIndexes | null;
  readonly yearBefore: ShownIndexes | null;
  /** The tables of this wave, for outlooks. */
  readonly now: ShownIndexes;
  /** Question → the question that asks its outlook. */
  readonly outlooks: ReadonlyMap<string, string>;
}

/**
 * What stands beside the index of a cell. A change is left out where the figure it is counted from was hidden: published
 * figure and change together would give it away.
 */
export function compare(table: QuestionTable, cell: Cell, others: Others): Compared {
  const { question, by } = table;
  const outlookOf = others.outlooks.get(question.key);
  const outlook =
    outlookOf === undefined || cell.index === null ? null : others.now.index(outlookOf, by, cell.labels);
  const since = (wave: ShownIndexes | null): number | null =>
    wave === null ? null : difference(cell.index, wave.index(question.key, by, cell.labels));
  return {
    before: since(others.before),
    yearBefore: since(others.yearBefore),
    outlook,
    outlookChange: difference(outlook, cell.index),
    hidden: {
      before: others.before?.isHidden(question.key, by, cell.labels) ?? false,
      yearBefore: others.yearBefore?.isHidden(question.key, by, cell.labels) ?? false,
      outlook: outlookOf !== undefined && others.now.isHidden(outlookOf, by, cell.labels),
    },
  };
}
