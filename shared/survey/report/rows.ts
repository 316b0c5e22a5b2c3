/** The rows of a question's table in a report: the total, then each breakdown, as labels and cells. */
import type { Cell, QuestionTable, QuestionTables } from '../tabulate/model.ts';
import { totalOf } from '../tabulate/model.ts';
import { dimensionLabel, type SurveyReport } from './model.ts';
import { hiddenMark } from './words.ts';

export interface ReportRow {
  readonly table: QuestionTable;
  readonly cell: Cell;
  /** Key of the dimension that the row belongs to, '' for the total. */
  readonly dimension: string;
  readonly label: string;
}

/** Rows without any answer are left out where the dimension is long (47 prefectures); the method note names them. */
const longList = 12;

/** The total and the groups of every table with one dimension. */
export function rowsOf(report: SurveyReport, { tables }: QuestionTables): readonly ReportRow[] {
  return tables.flatMap((table): readonly ReportRow[] => {
    const [dimension = ''] = table.by;
    if (table.by.length === 0) {
      const cell = totalOf(table);
      return cell === undefined ? [] : [{ table, cell, dimension: '', label: '合計' }];
    }
    if (table.by.length > 1) return [];
    const groups = table.cells.filter(({ group }) => (group[0] ?? -1) >= 0);
    return groups
      .filter(({ n }) => groups.length <= longList || n !== 0)
      .map((cell) => ({
        table,
        cell,
        dimension,
        label: `${dimensionLabel(report, dimension)}：${cell.labels[0] ?? ''}`,
      }));
  });
}

/** n as it is written: of a cell with too few answers only that. The n of another hidden cell would tell theirs. */
export const nText = ({ n, hidden }: Pick<Cell, 'n' | 'hidden'>, minN: number): string =>
  n === null ? (hidden === 'small' ? `${minN}未満` : hiddenMark) : String(n);
