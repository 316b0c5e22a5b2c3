/** The tables of a report, one section a question. n stands beside every figure. */
import { compare } from '../compare/compare.ts';
import { questionTypes } from '../definition/question-types.ts';
import { beforeWord } from '../definition/waves.ts';
import { writtenIndex, writtenNumber } from '../index/notation.ts';
import type { QuestionTable, QuestionTables } from '../tabulate/model.ts';
import { totalOf } from '../tabulate/model.ts';
import { dimensionLabel, type SurveyReport } from './model.ts';
import { nText, type ReportRow, rowsOf } from './rows.ts';
import { markdownTable, type TableColumn } from './table.ts';
import { changeText, hiddenMark, indexText, noMark, sharesText, shareText } from './words.ts';

const figure = (head: string): TableColumn => ({ head, isFigure: true });

/** A column, and what stands in it for a row. */
interface RowColumn {
  readonly column: TableColumn;
  cell(row: ReportRow): string;
}

/** DI, n and differences of every group. */
function indexColumns(report: SurveyReport, tables: QuestionTables): readonly RowColumn[] {
  const { others, definition, beside, minN } = report;
  const isHidden = ({ cell }: ReportRow): boolean => cell.hidden !== undefined;
  const compared = ({ table, cell }: ReportRow) => compare(table, cell, others);
  const weighted = tables.tables.some((table) => table.cells.some((cell) => cell.weighted !== null));
  const hasInterval = tables.tables.some((table) => table.cells.some((cell) => cell.interval !== null));
  const national = beside.get(tables.question.key);
  const columns: (RowColumn | null)[] = [
    { column: { head: '区分' }, cell: ({ label }) => label },
    { column: figure('n'), cell: ({ cell }) => nText(cell, minN) },
    { column: figure('DI'), cell: (row) => indexText(row.cell.index, isHidden(row)) },
    others.before === null
      ? null
      : {
          column: figure(beforeWord[definition.wave]),
          cell: (row) => changeText(compared(row).before, isHidden(row) || compared(row).hidden.before),
        },
    others.yearBefore === null
      ? null
      : {
          column: figure('前年同月比'),
          cell: (row) =>
            changeText(compared(row).yearBefore, isHidden(row) || compared(row).hidden.yearBefore),
        },
    others.outlooks.has(tables.question.key)
      ? {
          column: figure('先行き'),
          cell: (row) => indexText(compared(row).outlook, isHidden(row) || compared(row).hidden.outlook),
        }
      : null,
    others.outlooks.has(tables.question.key)
      ? {
          column: figure(definition.wave === 'monthly' ? '今月比' : '今回比'),
          cell: (row) =>
            changeText(compared(row).outlookChange, isHidden(row) || compared(row).hidden.outlook),
        }
      : null,
    weighted
      ? {
          column: figure('加重DI'),
          cell: ({ cell }) => indexText(cell.weighted?.index ?? null, cell.hidden !== undefined),
        }
      : null,
    hasInterval
      ? {
          column: figure('95％信頼区間'),
          cell: ({ cell }) =>
            cell.interval === null
              ? cell.hidden === undefined
                ? noMark
                : hiddenMark
              : `${writtenIndex(cell.interval[0])}〜${writtenIndex(cell.interval[1])}`,
        }
      : null,
    national === undefined
      ? null
      : {
          column: figure('全国'),
          cell: ({ dimension }) => (dimension === '' ? writtenIndex(national.index) : noMark),
        },
    {
      column: { head: '回答の内訳（％）' },
      cell: ({ cell }) =>
        cell.shares === null ? hiddenOrNone(cell) : sharesText(tables.question, cell.shares),
    },
  ];
  return columns.filter((one) => one !== null);
}

const hiddenOrNone = ({ hidden }: { readonly hidden: unknown }): string =>
  hidden === undefined ? noMark : hiddenMark;

function rowTable(rows: readonly ReportRow[], columns: readonly RowColumn[]): readonly string[] {
  return markdownTable(
    columns.map(({ column }) => column),
    rows.map((row) => columns.map(({ cell }) => cell(row))),
  );
}

/** Shares of a question of one answer without an index: a column an option. */
function choiceColumns(report: SurveyReport, { question }: QuestionTables): readonly RowColumn[] {
  return [
    { column: { head: '区分' }, cell: ({ label }) => label },
    { column: figure('n'), cell: ({ cell }) => nText(cell, report.minN) },
    ...question.choices.map(
      ({ label }, at): RowColumn => ({
        column: figure(`${label}（％）`),
        cell: ({ cell }) => (cell.shares === null ? hiddenOrNone(cell) : shareText(cell.shares[at])),
      }),
    ),
  ];
}

function amountColumns(report: SurveyReport, { question }: QuestionTables): readonly RowColumn[] {
  const { unit } = questionTypes[question.type];
  const head = (word: string): string => (unit === '' ? word : `${word}（${unit}）`);
  const value = (pick: 'median' | 'lower' | 'upper' | 'trimmed', word: string): RowColumn => ({
    column: figure(head(word)),
    cell: ({ cell }) => {
      const found = cell.amounts?.[pick];
      return found == null ? hiddenOrNone(cell) : writtenNumber(found);
    },
  });
  return [
    { column: { head: '区分' }, cell: ({ label }) => label },
    { column: figure('n'), cell: ({ cell }) => nText(cell, report.minN) },
    value('median', '中央値'),
    value('lower', '下位四分位'),
    value('upper', '上位四分位'),
    value('trimmed', '刈込平均'),
  ];
}

/** Several answers: a row an option, the commonest first, a column a group. */
function choicesTable(report: SurveyReport, tables: QuestionTables): readonly string[] {
  const rows = rowsOf(report, tables);
  const [total] = rows;
  const order = tables.question.choices
    .map((_, at) => at)
    .sort((a, b) => (total?.cell.shares?.[b] ?? 0) - (total?.cell.shares?.[a] ?? 0));
  // A table that does not fit a page is in tables.csv.
  const shown = rows.filter(
    ({ dimension }) => dimension === '' || rows.filter((row) => row.dimension === dimension).length <= 9,
  );
  return markdownTable(
    [
      { head: '選択肢（％、複数回答）' },
      ...shown.map(({ label, cell, dimension }) =>
        figure(`${dimension === '' ? label : (cell.labels[0] ?? '')}（n=${nText(cell, report.minN)}）`),
      ),
    ],
    order.map((at) => [
      tables.question.choices[at]?.label ?? '',
      ...shown.map(({ cell }) => (cell.shares === null ? hiddenOrNone(cell) : shareText(cell.shares[at]))),
    ]),
  );
}

/** Two dimensions crossed: the index (with n) of each pair. */
function crossTable(report: SurveyReport, table: QuestionTable): readonly string[] {
  const [down = '', across = ''] = table.by;
  const heads = [
    ...new Map(table.cells.map(({ group, labels }) => [group[1] ?? -1, labels[1] ?? ''])).entries(),
  ]
    .filter(([option]) => table.cells.some(({ group, n }) => group[1] === option && n !== 0))
    .sort(([a], [b]) => a - b);
  const sides = [
    ...new Map(table.cells.map(({ group, labels }) => [group[0] ?? -1, labels[0] ?? ''])).entries(),
  ]
    .filter(([option]) => table.cells.some(({ group, n }) => group[0] === option && n !== 0))
    .sort(([a], [b]) => a - b);
  const text = (side: number, head: number): string => {
    const cell = table.cells.find(({ group }) => group[0] === side && group[1] === head);
    if (cell === undefined || cell.n === 0) return noMark;
    return cell.hidden === undefined && cell.index !== null
      ? `${writtenIndex(cell.index)}（${cell.n ?? 0}）`
      : `${hiddenMark}（${nText(cell, report.minN)}）`;
  };
  return markdownTable(
    [
      { head: `${dimensionLabel(report, down)}＼${dimensionLabel(report, across)}` },
      ...heads.map(([option, label]) => figure(option < 0 ? '合計' : label)),
    ],
    sides.map(([side, label]) => [side < 0 ? '合計' : label, ...heads.map(([head]) => text(side, head))]),
  );
}

/** A question's tables under its heading. */
export function questionSection(report: SurveyReport, tables: QuestionTables): readonly string[] {
  const { question } = tables;
  const rows = rowsOf(report, tables);
  const head = [`### ${question.label}`, '', `問：${question.title}`, ''];
  if (question.type === 'choices') return [...head, ...choicesTable(report, tables), ''];
  if (question.type !== 'choice') return [...head, ...rowTable(rows, amountColumns(report, tables)), ''];
  if (question.rule === null) return [...head, ...rowTable(rows, choiceColumns(report, tables)), ''];
  const crossed = tables.tables
    .filter(({ by }) => by.length === 2)
    .flatMap((table) => [
      `${table.by.map((key) => dimensionLabel(report, key)).join('×')}の${question.label}DI（かっこ内は n）`,
      '',
      ...crossTable(report, table),
      '',
    ]);
  return [...head, ...rowTable(rows, indexColumns(report, tables)), '', ...crossed];
}

/** The indexes of all questions together, in one table on the first page. */
export function overviewTable(report: SurveyReport): readonly string[] {
  const asked = report.tables.filter(
    ({ question }) => question.rule !== null && question.outlookOf === undefined,
  );
  if (asked.length === 0) return [];
  const { others, definition, beside, minN } = report;
  const columns: readonly (TableColumn | null)[] = [
    { head: '項目' },
    figure('n'),
    figure('DI'),
    others.before === null ? null : figure(beforeWord[definition.wave]),
    others.yearBefore === null ? null : figure('前年同月比'),
    others.outlooks.size === 0 ? null : figure('先行き'),
    others.outlooks.size === 0 ? null : figure(definition.wave === 'monthly' ? '今月比' : '今回比'),
    beside.size === 0 ? null : figure('全国'),
  ];
  const rows = asked.flatMap(({ question, tables: [table] }): readonly (string | null)[][] => {
    const cell = table === undefined ? undefined : totalOf(table);
    if (table === undefined || cell === undefined) return [];
    const isHidden = cell.hidden !== undefined;
    const { before, yearBefore, outlook, outlookChange, hidden } = compare(table, cell, others);
    const national = beside.get(question.key);
    return [
      [
        question.label,
        nText(cell, minN),
        indexText(cell.index, isHidden),
        others.before === null ? null : changeText(before, isHidden || hidden.before),
        others.yearBefore === null ? null : changeText(yearBefore, isHidden || hidden.yearBefore),
        others.outlooks.size === 0 ? null : indexText(outlook, isHidden || hidden.outlook),
        others.outlooks.size === 0 ? null : changeText(outlookChange, isHidden || hidden.outlook),
        beside.size === 0 ? null : indexText(national?.index ?? null, false),
      ],
    ];
  });
  return markdownTable(
    columns.filter((one) => one !== null),
    rows.map((row) => row.filter((one) => one !== null)),
  );
}
