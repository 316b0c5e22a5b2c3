/** Graphs of a sheet: made by a builder, inserted, listed, changed, taken away. */
import type { Case } from './kit.ts';

const BUILDER = 'https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart-builder';
const CHART = 'https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart';
const SHEET = 'https://developers.google.com/apps-script/reference/spreadsheet/sheet';
const FORMATS = 'https://developers.google.com/workspace/sheets/api/guides/formats';

const figures = [
  ['項目', 'DI'],
  ['業況', -17.9],
  ['売上', 0],
];

function barChart(sheet: GoogleAppsScript.Spreadsheet.Sheet): GoogleAppsScript.Spreadsheet.EmbeddedChart {
  sheet.getRange(1, 1, 3, 2).setValues(figures);
  return sheet
    .newChart()
    .setChartType(Charts.ChartType.BAR)
    .addRange(sheet.getRange(1, 1, 3, 2))
    .setNumHeaders(1)
    .setPosition(1, 4, 0, 0)
    .setOption('title', 'DI')
    .build();
}

export const charts: Case[] = [
  {
    name: 'chart__built__stands_on_the_sheet_only_when_inserted',
    source: `${BUILDER}#build`,
    documented: true,
    run(kit) {
      const sheet = kit.sheet();
      const chart = barChart(sheet);
      kit.equal(sheet.getCharts().length, 0);
      sheet.insertChart(chart);
      kit.equal(sheet.getCharts().length, 1);
    },
  },
  {
    name: 'chart__inserted__knows_its_ranges',
    source: `${CHART}#getranges`,
    documented: true,
    run(kit) {
      const sheet = kit.sheet();
      sheet.insertChart(barChart(sheet));
      const ranges = sheet.getCharts()[0]?.getRanges() ?? [];
      kit.equal(
        ranges.map((range) => range.getA1Notation()),
        ['A1:B3'],
      );
    },
  },
  {
    name: 'chart__removed__leaves_the_others',
    source: `${SHEET}#removechartchart`,
    documented: true,
    run(kit) {
      const sheet = kit.sheet();
      sheet.insertChart(barChart(sheet));
      sheet.insertChart(barChart(sheet));
      const [first] = sheet.getCharts();
      if (first !== undefined) sheet.removeChart(first);
      kit.equal(sheet.getCharts().length, 1);
    },
  },
  {
    name: 'chart__as_png__is_a_picture',
    source: `${CHART}#getascontenttype`,
    documented: true,
    run(kit) {
      const sheet = kit.sheet();
      sheet.insertChart(barChart(sheet));
      const blob = sheet.getCharts()[0]?.getAs('image/png');
      kit.equal(blob?.getContentType() ?? '', 'image/png');
      // The first bytes of every PNG file.
      kit.equal((blob?.getBytes() ?? []).slice(0, 4), [-119, 80, 78, 71]);
    },
  },
  {
    name: 'sheet_cleared__keeps_its_charts',
    source: `${SHEET}#clear`,
    documented: false,
    run(kit) {
      const sheet = kit.sheet();
      sheet.insertChart(barChart(sheet));
      sheet.clear();
      kit.equal(sheet.getCharts().length, 1);
    },
  },
  {
    name: 'number_format__parts__show_a_mark_for_below_zero_and_for_zero',
    source: FORMATS,
    documented: true,
    run(kit) {
      const range = kit.sheet().getRange(1, 1, 1, 3);
      range.setNumberFormat('"+"0.0;"▲"0.0;"±"0.0').setValues([[0.1, -17.9, 0]]);
      kit.equal(range.getDisplayValues()[0] ?? [], ['+0.1', '▲17.9', '±0.0']);
    },
  },
];
