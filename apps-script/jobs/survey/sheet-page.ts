/** A report as a sheet: tables of numbers that can be counted on with, and graphs of them. Hidden figures are marks, never numbers. */
import { compare } from '../../../shared/survey/compare/compare.ts';
import { questionTypes } from '../../../shared/survey/definition/question-types.ts';
import { beforeWord, writtenWave } from '../../../shared/survey/definition/waves.ts';
import { bulletin, headlines } from '../../../shared/survey/report/headline.ts';
import { dimensionLabel, type SurveyReport } from '../../../shared/survey/report/model.ts';
import { nText, type ReportRow, rowsOf } from '../../../shared/survey/report/rows.ts';
import { hiddenMark, whyWords } from '../../../shared/survey/report/words.ts';
import type { QuestionTables } from '../../../shared/survey/tabulate/model.ts';
import { totalOf } from '../../../shared/survey/tabulate/model.ts';
import type { FigureKind, SheetBlock, SheetCell, SheetGraph, SheetPage } from './port.ts';
import type { RateRow } from './rates.ts';

interface Column {
  readonly head: string;
  readonly kind: FigureKind;
  cell(row: ReportRow): SheetCell;
}

const tenth = (value: number | null | undefined): number | null => (value == null ? null : value / 10);

/** A figure, the mark of a hidden one, or a blank where there is none. */
const figure = (row: ReportRow, value: number | null | undefined): SheetCell =>
  row.cell.hidden === undefined ? tenth(value) : hiddenMark;

function columnsOf(report: SurveyReport, tables: QuestionTables): readonly Column[] {
  const { question } = tables;
  const { others, definition, minN } = report;
  const compared = (row: ReportRow) => compare(row.table, row.cell, others);
  const head: Column[] = [
    { head: '区分', kind: 'text', cell: ({ label }) => label },
    { head: 'n', kind: 'count', cell: ({ cell }) => cell.n ?? nText(cell, minN) },
  ];
  const shares = question.choices.map(
    ({ label }, at): Column => ({
      head: `${label}（％）`,
      kind: 'share',
      cell: (row) => figure(row, row.cell.shares?.[at]),
    }),
  );
  const why: Column = {
    head: '備考',
    kind: 'text',
    cell: ({ cell }) => (cell.hidden === undefined ? '' : whyWords[cell.hidden]),
  };
  if (question.type !== 'choice' && question.type !== 'choices') {
    const { unit } = questionTypes[question.type];
    const word = (text: string): string => (unit === '' ? text : `${text}（${unit}）`);
    const amounts = (['median', 'lower', 'upper', 'trimmed'] as const).map(
      (name, at): Column => ({
        head: word(['中央値', '下位四分位', '上位四分位', '刈込平均'][at] ?? ''),
        kind: 'count',
        cell: (row) => (row.cell.hidden === undefined ? (row.cell.amounts?.[name] ?? null) : hiddenMark),
      }),
    );
    return [...head, ...amounts, why];
  }
  if (question.rule === null) return [...head, ...shares, why];
  const indexes: (Column | null)[] = [
    { head: 'DI', kind: 'index', cell: (row) => figure(row, row.cell.index) },
    others.before === null
      ? null
      : {
          head: beforeWord[definition.wave],
          kind: 'change',
          cell: (row) => figure(row, compared(row).before),
        },
    others.yearBefore === null
      ? null
      : { head: '前年同月比', kind: 'change', cell: (row) => figure(row, compared(row).yearBefore) },
    others.outlooks.has(question.key)
      ? { head: '先行き', kind: 'index', cell: (row) => figure(row, compared(row).outlook) }
      : null,
    others.outlooks.has(question.key)
      ? {
          head: definition.wave === 'monthly' ? '今月比' : '今回比',
          kind: 'change',
          cell: (row) => figure(row, compared(row).outlookChange),
        }
      : null,
  ];
  return [...head, ...indexes.filter((one) => one !== null), ...shares, why];
}

function blockOf(report: SurveyReport, tables: QuestionTables): SheetBlock {
  const columns = columnsOf(report, tables);
  return {
    title: `${tables.question.label}：${tables.question.title}`,
    header: columns.map(({ head }) => head),
    kinds: columns.map(({ kind }) => kind),
    rows: rowsOf(report, tables).map((row) => columns.map(({ cell }) => cell(row))),
  };
}

const isIndexed = ({ question }: QuestionTables): boolean =>
  question.rule !== null && question.outlookOf === undefined;

/** The shown figures of a graph; a hidden group has no bar and no row here. */
function graphBlock(
  title: string,
  name: string,
  rows: readonly (readonly [string, number | null, number | null])[],
  hasOutlook: boolean,
): SheetBlock {
  return {
    title,
    header: [name, 'DI', ...(hasOutlook ? ['先行き'] : [])],
    kinds: ['text', 'index', ...(hasOutlook ? (['index'] as const) : [])],
    rows: rows
      .filter(([, index]) => index !== null)
      .map(([label, index, outlook]) => [label, tenth(index), ...(hasOutlook ? [tenth(outlook)] : [])]),
  };
}

interface Graphs {
  readonly blocks: readonly SheetBlock[];
  readonly graphs: readonly Omit<SheetGraph, 'block'>[];
}

function graphsOf(report: SurveyReport): Graphs {
  const blocks: SheetBlock[] = [];
  const graphs: Omit<SheetGraph, 'block'>[] = [];
  const add = (block: SheetBlock, graph: Omit<SheetGraph, 'block' | 'title'>): void => {
    if (block.rows.length < 2) return;
    blocks.push(block);
    graphs.push({ ...graph, title: `${block.title}（${report.scope}、${writtenWave(report.wave)}）` });
  };
  const indexed = report.tables.filter(isIndexed);
  const hasOutlook = report.others.outlooks.size > 0;
  const totals = indexed.flatMap(({ question, tables: [table] }) => {
    const cell = table === undefined ? undefined : totalOf(table);
    if (table === undefined || cell === undefined) return [];
    return [[question.label, cell.index, compare(table, cell, report.others).outlook] as const];
  });
  add(graphBlock('項目ごとのDI', '項目', totals, hasOutlook), { kind: 'bars', minimum: -100, maximum: 100 });
  const [main] = indexed;
  const rows = main === undefined ? [] : rowsOf(report, main);
  for (const dimension of new Set(rows.map((row) => row.dimension)))
    if (main !== undefined && dimension !== '')
      add(
        graphBlock(
          `${main.question.label}DI（${dimensionLabel(report, dimension)}別）`,
          dimensionLabel(report, dimension),
          rows
            .filter((row) => row.dimension === dimension || row.dimension === '')
            .map(({ cell, table, label }) => [
              cell.labels[0] ?? label,
              cell.index,
              compare(table, cell, report.others).outlook,
            ]),
          hasOutlook,
        ),
        { kind: 'bars', minimum: -100, maximum: 100 },
      );
  if (report.trend !== null) {
    const { waves, lines } = report.trend;
    add(
      {
        title: 'DIの推移',
        header: ['回', ...lines.map(({ label }) => label)],
        kinds: ['text', ...lines.map(() => 'index' as const)],
        rows: waves.map((wave, at) => [writtenWave(wave), ...lines.map(({ values }) => tenth(values[at]))]),
      },
      { kind: 'lines', minimum: null, maximum: null },
    );
  }
  for (const {
    question,
    tables: [table],
  } of report.tables) {
    const shares = question.rule === null && table !== undefined ? totalOf(table)?.shares : undefined;
    if (shares == null) continue;
    add(
      {
        title: `${question.label}（％）`,
        header: ['選択肢', '割合（％）'],
        kinds: ['text', 'share'],
        rows: question.choices.map(({ label }, at) => [label, tenth(shares[at])]),
      },
      { kind: 'shares', minimum: 0, maximum: null },
    );
  }
  return { blocks, graphs };
}

/** Response by group; of a small group only that it is small. */
function ratesBlock(report: SurveyReport, rates: readonly RateRow[]): SheetBlock {
  return {
    title: '回答の状況',
    header: ['区分', '依頼', '回答', '回答率（％）', '目安', ''],
    kinds: ['text', 'count', 'count', 'share', 'count', 'text'],
    rows: rates.map(({ dimension, label, asked, answered, target }) => {
      const isSmall = dimension !== '' && answered > 0 && answered < report.minN;
      return [
        dimension === '' ? label : `${dimension}：${label}`,
        asked,
        isSmall ? `${report.minN}未満` : answered,
        isSmall || asked === 0 ? null : Math.round((answered / asked) * 1000) / 10,
        target,
        target === null ? '' : answered >= target ? '目安に届いている' : '参考にとどめる',
      ];
    }),
  };
}

const note = (title: string, lines: readonly string[]): SheetBlock => ({
  title,
  header: [],
  kinds: ['text'],
  rows: lines.map((line) => [line]),
});

/**
 * @param name of the sheet
 * @param warning lines that stand first
 */
export function sheetPage(
  report: SurveyReport,
  rates: readonly RateRow[],
  name: string,
  warning: readonly string[],
): SheetPage {
  const isInternal = report.isRegional && report.definition.regional === 'internal';
  const small = report.tables.reduce((sum, one) => sum + one.small, 0);
  const complement = report.tables.reduce((sum, one) => sum + one.complement, 0);
  const head = note(`${report.definition.title}　${writtenWave(report.wave)}`, [
    ...warning,
    `対象：${report.scope}　有効回答：${report.counted}件${isInternal ? '　商工会議所内限り' : ''}`,
    `${hiddenMark}は、回答が${report.minN}件に満たない欄（${small}か所）と、引き算で分かってしまうのを防ぐために隠した欄（${complement}か所）です。▲はマイナスです。`,
  ]);
  if (report.allHidden)
    return {
      name,
      blocks: [head, note('結果', ['回答が少ないため、示せる結果がありません。']), ratesBlock(report, rates)],
      graphs: [],
    };
  const drawn = graphsOf(report);
  const blocks = [
    head,
    note('主な結果', headlines(report)),
    note('会報に載せる文', [bulletin(report)]),
    ...report.tables
      .filter(({ question }) => question.outlookOf === undefined)
      .map((tables) => blockOf(report, tables)),
    ratesBlock(report, rates),
  ];
  return {
    name,
    blocks: [
      ...blocks,
      ...drawn.blocks.map((block) => ({ ...block, title: `図のもとの数：${block.title}` })),
    ],
    graphs: drawn.graphs.map((graph, at) => ({ ...graph, block: blocks.length + at })),
  };
}
