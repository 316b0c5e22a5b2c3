/** Graphs of a sheet: kept as they were given. */
import * as cells from '../../workspace/cells.ts';
import type { ChartState, SheetState } from '../../workspace/model.ts';
import * as books from '../../workspace/spreadsheet.ts';
import type { Execution } from './execution.ts';
import { op } from './op.ts';
import { bookOf, SERVICE } from './sheet-ops.ts';

function chartsOn(execution: Execution, book: string, id: number) {
  const all = bookOf(execution, book);
  const sheet = books.sheetById(all, id);
  return { all, sheet, charts: sheet.extras?.charts ?? [] };
}

function store(execution: Execution, book: string, sheet: SheetState, charts: readonly ChartState[]): void {
  sheet.extras = { ...sheet.extras, charts: [...charts] };
  books.stamp(execution.workspace, bookOf(execution, book));
}

export const chartOps = {
  'Sheet.getCharts': op(SERVICE, 'read', (execution, book: string, id: number) =>
    chartsOn(execution, book, id).charts.map((chart) => structuredClone(chart)),
  ),
  'Sheet.insertChart': op(
    SERVICE,
    'write',
    (execution, book: string, id: number, chart: Omit<ChartState, 'id'>) => {
      const { all, sheet, charts } = chartsOn(execution, book, id);
      for (const { sheetId, rect } of chart.ranges) cells.assertInside(books.sheetById(all, sheetId), rect);
      const last = charts.reduce((most, one) => Math.max(most, one.id), 0);
      store(execution, book, sheet, [...charts, { ...chart, id: last + 1 }]);
      return null;
    },
  ),
  'Sheet.updateChart': op(SERVICE, 'write', (execution, book: string, id: number, chart: ChartState) => {
    const { sheet, charts } = chartsOn(execution, book, id);
    const isThere = charts.some((one) => one.id === chart.id);
    if (isThere)
      store(
        execution,
        book,
        sheet,
        charts.map((one) => (one.id === chart.id ? chart : one)),
      );
    return isThere;
  }),
  'Sheet.removeChart': op(SERVICE, 'write', (execution, book: string, id: number, chart: number) => {
    const { sheet, charts } = chartsOn(execution, book, id);
    const isThere = charts.some((one) => one.id === chart);
    if (isThere)
      store(
        execution,
        book,
        sheet,
        charts.filter((one) => one.id !== chart),
      );
    return isThere;
  }),
};
