/** Which graphs a report has, by file name. A graph shows what stands in a table beside it, and nothing else. */
import { compare } from '../compare/compare.ts';
import { beforeWord, writtenWave } from '../definition/waves.ts';
import { dimensionLabel, type SurveyReport } from '../report/model.ts';
import { nText, rowsOf } from '../report/rows.ts';
import { hiddenMark } from '../report/words.ts';
import type { Cell, QuestionTable, QuestionTables } from '../tabulate/model.ts';
import { totalOf } from '../tabulate/model.ts';
import type { Spec } from './frame.ts';
import { type IndexBar, indexBars } from './index-bars.ts';
import { mostStacked, optionBars, stackedBars } from './share-bars.ts';
import { trendLines } from './trend-lines.ts';

export interface Chart {
  /** File without its ending. */
  readonly name: string;
  readonly title: string;
  readonly spec: Spec;
}

/** Bars of a graph that is still read. */
const mostBars = 24;

const who = (report: SurveyReport): string =>
  `${report.scope}　${writtenWave(report.wave)}　${report.definition.short}`;

function noteOf(hasHidden: boolean): string {
  const hidden = hasHidden ? `　${hiddenMark}は回答が少ないなどのため秘匿` : '';
  return `▲はマイナス。n は回答した事業者の数${hidden}。値は報告の表にあります。`;
}

const indexTables = (report: SurveyReport): readonly QuestionTables[] =>
  report.tables.filter(({ question }) => question.rule !== null && question.outlookOf === undefined);

function barFigures(report: SurveyReport, table: QuestionTable, cell: Cell): Omit<IndexBar, 'label'> {
  const { outlook, hidden } = compare(table, cell, report.others);
  return {
    n: nText(cell, report.minN),
    value: cell.index,
    outlook,
    hidden: cell.hidden !== undefined,
    outlookHidden: hidden.outlook,
  };
}

function barOf(report: SurveyReport, tables: QuestionTables, at: number): IndexBar | null {
  const table = tables.tables[at];
  const cell = table === undefined ? undefined : totalOf(table);
  if (table === undefined || cell === undefined) return null;
  return { label: tables.question.label, ...barFigures(report, table, cell) };
}

const aheadName = (report: SurveyReport): { readonly outlookName: string } | Record<string, never> =>
  report.others.outlooks.size === 0 ? {} : { outlookName: '先行き見通しDI' };

function overviewChart(report: SurveyReport): readonly Chart[] {
  const bars = indexTables(report).flatMap((tables) => barOf(report, tables, 0) ?? []);
  if (bars.length < 2) return [];
  const title = '項目ごとのDI';
  const spec = indexBars({
    title,
    subtitle: who(report),
    note: noteOf(bars.some(({ hidden, outlookHidden }) => hidden || outlookHidden)),
    bars,
    valueName: `${writtenWave(report.wave)}のDI`,
    ...aheadName(report),
  });
  return [{ name: 'di', title, spec }];
}

/** The first index by each dimension. */
function groupCharts(report: SurveyReport): readonly Chart[] {
  const [main] = indexTables(report);
  if (main === undefined) return [];
  const rows = rowsOf(report, main);
  return [...new Set(rows.map(({ dimension }) => dimension))]
    .filter((dimension) => dimension !== '')
    .flatMap((dimension): readonly Chart[] => {
      const own = rows.filter((row) => row.dimension === dimension || row.dimension === '');
      if (own.length < 3 || own.length > mostBars) return [];
      const bars = own.map(
        ({ cell, table, label }): IndexBar => ({
          label: cell.labels[0] ?? label,
          ...barFigures(report, table, cell),
        }),
      );
      const title = `${main.question.label}DI（${dimensionLabel(report, dimension)}別）`;
      const spec = indexBars({
        title,
        subtitle: who(report),
        note: noteOf(bars.some(({ hidden, outlookHidden }) => hidden || outlookHidden)),
        bars,
        valueName: `${writtenWave(report.wave)}のDI`,
        ...aheadName(report),
      });
      return [{ name: `di-${dimension}`, title, spec }];
    });
}

/** Questions that share their options stand in one graph; others have one each. */
function stackedCharts(report: SurveyReport): readonly Chart[] {
  const own = report.tables.filter(
    ({ question }) =>
      question.type === 'choice' &&
      question.outlookOf === undefined &&
      question.choices.length <= mostStacked,
  );
  const families = new Map<string, QuestionTables[]>();
  for (const tables of own) {
    const family = tables.question.choices.map(({ label }) => label).join('／');
    families.set(family, [...(families.get(family) ?? []), tables]);
  }
  return [...families.values()].flatMap((members): readonly Chart[] => {
    const [first] = members;
    if (first === undefined) return [];
    const { question } = first;
    const rows = members.flatMap(({ question: { label }, tables: [table] }) => {
      const cell = table === undefined ? undefined : totalOf(table);
      return cell === undefined ? [] : [{ label, n: nText(cell, report.minN), shares: cell.shares }];
    });
    const title = `${members.map(({ question: { label } }) => label).join('・')}：回答の割合`;
    const spec = stackedBars({
      title,
      subtitle: `${who(report)}　（％）`,
      note: noteOf(rows.some(({ shares }) => shares === null)).replace('▲はマイナス。', ''),
      options: question.choices.map(({ label }) => label),
      rows,
    });
    return [{ name: `share-${question.key}`, title, spec }];
  });
}

function optionCharts(report: SurveyReport): readonly Chart[] {
  return report.tables.flatMap(({ question, tables: [table] }): readonly Chart[] => {
    const many =
      question.type === 'choices' || (question.type === 'choice' && question.choices.length > mostStacked);
    const cell = table === undefined ? undefined : totalOf(table);
    if (!many || cell?.shares == null) return [];
    const bars = question.choices.map(({ label }, at) => ({ label, share: cell.shares?.[at] ?? 0 }));
    const title = question.label;
    const spec = optionBars({
      title,
      subtitle: `${who(report)}　n=${cell.n ?? 0}${question.type === 'choices' ? '　複数回答' : ''}　（％）`,
      note: '値は報告の表にあります。',
      bars: question.type === 'choices' ? [...bars].sort((a, b) => b.share - a.share) : bars,
    });
    return [{ name: `options-${question.key}`, title, spec }];
  });
}

function trendChart(report: SurveyReport): readonly Chart[] {
  const { trend, definition } = report;
  if (trend === null) return [];
  const title = 'DIの推移';
  const spec = trendLines({
    title,
    subtitle: `${report.scope}　${report.definition.short}　${writtenWave(report.wave)}まで`,
    note: `どの図も目盛りは同じです。途切れは、回答のない回か秘匿の回です。${beforeWord[definition.wave]}は報告の表にあります。`,
    waves: trend.waves.map((wave) =>
      wave.length > 4 ? `${wave.slice(2, 4)}年${Number(wave.slice(5))}月` : wave,
    ),
    lines: trend.lines,
  });
  return [{ name: 'trend', title, spec }];
}

/** All graphs of a report; none where nothing may be shown. */
export function chartsOf(report: SurveyReport): readonly Chart[] {
  if (report.allHidden) return [];
  return [
    ...overviewChart(report),
    ...groupCharts(report),
    ...trendChart(report),
    ...stackedCharts(report),
    ...optionCharts(report),
  ];
}
