/** The figures of one selection, picked out of tables in which nothing is left that may not be shown. */
import { compare } from '../../shared/survey/compare/compare.ts';
import { questionTypes } from '../../shared/survey/definition/question-types.ts';
import { beforeWord } from '../../shared/survey/definition/waves.ts';
import type { SurveyReport } from '../../shared/survey/report/model.ts';
import { nText } from '../../shared/survey/report/rows.ts';
import { whyWords } from '../../shared/survey/report/words.ts';
import type { Cell, QuestionTable, QuestionTables } from '../../shared/survey/tabulate/model.ts';
import type { DashboardAmounts, DashboardRow, DashboardShares } from './dashboard-protocol.ts';

/** Words for what stands beside an index. */
export interface Spell {
  /** `前月比`; '' where there is nothing to compare with. */
  readonly before: string;
  readonly yearBefore: string;
  /** `先行き`; '' where no outlook is asked. */
  readonly outlook: string;
  readonly outlookChange: string;
}

export function spellsOf({ definition, others }: SurveyReport): Spell {
  const hasOutlook = others.outlooks.size > 0;
  return {
    before: others.before === null ? '' : beforeWord[definition.wave],
    yearBefore: others.yearBefore === null ? '' : '前年同月比',
    outlook: hasOutlook ? '先行き' : '',
    outlookChange: hasOutlook ? (definition.wave === 'monthly' ? '今月比' : '今回比') : '',
  };
}

/** A group by the labels of its dimensions: [['prefecture', '新潟県'], ['industry', '建設業']]; none is the whole. */
export type Place = readonly (readonly [dimension: string, label: string])[];

interface Found {
  readonly table: QuestionTable;
  readonly cell: Cell;
}

/** The cell of a group in whichever table has it. */
export function cellAt({ tables }: QuestionTables, place: Place): Found | undefined {
  const table = tables.find(
    ({ by }) => by.length === place.length && place.every(([key]) => by.includes(key)),
  );
  const labels = table?.by.map((key) => place.find(([one]) => one === key)?.[1] ?? '');
  const cell = table?.cells.find((one) => one.labels.every((label, at) => label === labels?.[at]));
  return table === undefined || cell === undefined ? undefined : { table, cell };
}

const whyOf = ({ hidden }: Cell): string => (hidden === undefined ? '' : whyWords[hidden]);

export function rowOf(report: SurveyReport, label: string, { table, cell }: Found): DashboardRow {
  const { before, yearBefore, outlook, outlookChange, hidden } = compare(table, cell, report.others);
  const isShown = cell.hidden === undefined;
  return {
    label,
    n: nText(cell, report.minN),
    index: cell.index,
    before,
    yearBefore,
    outlook,
    outlookChange,
    why: whyOf(cell),
    hidden: isShown ? hidden : { before: false, yearBefore: false, outlook: false },
  };
}

/** Questions that have an index of their own; outlooks stand beside them. */
export const indexed = ({ tables }: SurveyReport): readonly QuestionTables[] =>
  tables.filter(({ question }) => question.rule !== null && question.outlookOf === undefined);

export function itemsAt(report: SurveyReport, place: Place): readonly DashboardRow[] {
  return indexed(report).flatMap((tables) => {
    const found = cellAt(tables, place);
    return found === undefined ? [] : [rowOf(report, tables.question.label, found)];
  });
}

/** Questions with options: those that share their options stand together. */
export function sharesAt(report: SurveyReport, place: Place): readonly DashboardShares[] {
  const groups = new Map<string, DashboardShares>();
  for (const tables of report.tables) {
    const { question } = tables;
    const found = question.outlookOf === undefined ? cellAt(tables, place) : undefined;
    if (found === undefined || !questionTypes[question.type].hasOptions) continue;
    const options = question.choices.map(({ label }) => label);
    const isMany = question.type === 'choices';
    const name = isMany ? question.key : options.join('／');
    const row = {
      label: question.label,
      n: nText(found.cell, report.minN),
      shares: found.cell.shares,
      why: whyOf(found.cell),
    };
    const own = groups.get(name);
    groups.set(
      name,
      own === undefined
        ? { key: question.key, label: question.label, title: question.title, isMany, options, rows: [row] }
        : { ...own, label: `${own.label}・${question.label}`, title: '', rows: [...own.rows, row] },
    );
  }
  return [...groups.values()];
}

export function amountsAt(report: SurveyReport, place: Place): readonly DashboardAmounts[] {
  return report.tables.flatMap((tables): readonly DashboardAmounts[] => {
    const { label, type } = tables.question;
    const found = questionTypes[type].column === 'number' ? cellAt(tables, place) : undefined;
    if (found === undefined) return [];
    const { amounts } = found.cell;
    return [
      {
        label,
        unit: questionTypes[type].unit,
        n: nText(found.cell, report.minN),
        median: amounts?.median ?? null,
        lower: amounts?.lower ?? null,
        upper: amounts?.upper ?? null,
        why: whyOf(found.cell),
      },
    ];
  });
}
