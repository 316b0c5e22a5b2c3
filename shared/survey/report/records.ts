/**
 * Anonymised records of a regional pack. A record says its industry (or another single dimension) only where every table shows that
 * group; amounts become the quarter they lie in; what was written freely, regions, times and keys are left out; the order is that of the contents.
 */
import { type ChoiceColumn, notAnswered, type SurveyColumn } from '../columns.ts';
import { type AskedQuestion, questionsOf } from '../definition/questions.ts';
import type { ReadAnswers } from '../read/read-answers.ts';
import { leastForQuartiles, quantile } from '../tabulate/amounts.ts';
import { peopleCsv } from './csv.ts';
import { dimensionLabel, type SurveyReport } from './model.ts';

/** Fewer records give single firms away whatever is left out. */
export const leastRecords = 10;

const quarters = ['第1四分位まで', '第1〜第2四分位', '第2〜第3四分位', '第3四分位より上'] as const;

/** The dimension that records may carry: the first by which a table is broken down alone. */
function recordDimension({ layouts }: SurveyReport): string | undefined {
  return layouts.find((by) => by.length === 1)?.[0];
}

/** Options that every table of that dimension shows. */
function shownOptions({ tables }: SurveyReport, dimension: string): ReadonlySet<number> {
  const hidden = new Set<number>();
  const all = new Set<number>();
  for (const { tables: own } of tables)
    for (const table of own)
      if (table.by.length === 1 && table.by[0] === dimension)
        for (const { group, hidden: why, n } of table.cells) {
          const option = group[0] ?? -1;
          if (option < 0) continue;
          all.add(option);
          if (why !== undefined || (n ?? 0) === 0) hidden.add(option);
        }
  return new Set([...all].filter((option) => !hidden.has(option)));
}

type CellOf = (row: number) => string;

function choiceCells({ codes }: ChoiceColumn, labels: readonly string[]): CellOf {
  return (row) => {
    const code = codes[row] ?? notAnswered;
    return code < 0 ? '' : (labels[code] ?? '');
  };
}

/** The quarter of all answers in which a number lies; blank where there are too few. */
function quarterCells(values: Float64Array): CellOf {
  const sorted = Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort();
  if (sorted.length < leastForQuartiles) return () => '';
  const limits = [0.25, 0.5, 0.75].map((part) => quantile(sorted, part));
  return (row) => {
    const value = values[row] ?? Number.NaN;
    return Number.isNaN(value) ? '' : (quarters[limits.filter((limit) => value > limit).length] ?? '');
  };
}

function cellsOf(question: AskedQuestion, column: SurveyColumn): CellOf | null {
  const labels = question.choices.map(({ label }) => label);
  if (column.kind === 'choice') return choiceCells(column, labels);
  if (column.kind === 'choices')
    return (row) => labels.filter((_, at) => (((column.bits[row] ?? 0) >>> at) & 1) === 1).join('；');
  return column.kind === 'number' ? quarterCells(column.values) : null;
}

/** The bytes of records.csv, or null where there are too few answers, or nothing may be shown. */
export function recordsCsv(report: SurveyReport, answers: ReadAnswers): Uint8Array | null {
  const { columns } = answers;
  if (columns.rows < Math.max(leastRecords, report.minN) || report.allHidden) return null;
  // A question that is hidden as a whole is hidden here, too.
  const hidden = new Set(
    report.tables
      .filter(({ tables: [table] }) => table?.cells[0]?.hidden !== undefined)
      .map(({ question }) => question.key),
  );
  const fields: { readonly head: string; readonly cell: CellOf }[] = [];
  const dimension = recordDimension(report);
  const place = dimension === undefined ? undefined : columns.columns.get(dimension);
  if (dimension !== undefined && place?.kind === 'choice') {
    const shown = shownOptions(report, dimension);
    const labels = (answers.dimensions.get(dimension)?.labels ?? []).map((label, at) =>
      shown.has(at) ? label : '',
    );
    fields.push({ head: dimensionLabel(report, dimension), cell: choiceCells(place, labels) });
  }
  for (const question of questionsOf(report.definition, report.wave)) {
    const column = columns.columns.get(question.key);
    if (column === undefined || !answers.asked.has(question.key) || hidden.has(question.key)) continue;
    const cell = cellsOf(question, column);
    if (cell !== null) fields.push({ head: question.label, cell });
  }
  const rows = Array.from({ length: columns.rows }, (_, row) => fields.map(({ cell }) => cell(row)));
  const ordered = rows
    .map((row) => ({ row, key: row.join('\u0001') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return peopleCsv([fields.map(({ head }) => head), ...ordered.map(({ row }) => row)]);
}
