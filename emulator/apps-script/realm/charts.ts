/**
 * Graphs of a sheet, as far as they are made, listed, drawn as pictures and taken away
 * (https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart-builder,
 * https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart). What a graph looks like is kept as it was
 * given; its picture is a single pixel (docs/platform.md).
 */
import type { Rect } from '../../workspace/a1.ts';
import type { ChartState } from '../../workspace/model.ts';
import { Blob } from './blob.ts';
import { call } from './bridge-client.ts';
import { EnumGroup, EnumValue, enumName } from './enums.ts';
import { Face, refusal, signatureError } from './face.ts';
import { Range } from './range.ts';

/** https://developers.google.com/apps-script/reference/charts/chart-type */
const CHART_TYPES = [
  'TIMELINE',
  'AREA',
  'BAR',
  'BUBBLE',
  'CANDLESTICK',
  'COLUMN',
  'COMBO',
  'GAUGE',
  'GEO',
  'HISTOGRAM',
  'RADAR',
  'LINE',
  'ORG',
  'PIE',
  'SCATTER',
  'SPARKLINE',
  'STEPPED_AREA',
  'TABLE',
  'TREEMAP',
  'WATERFALL',
] as const;

/** `Charts`: its enumerations only; charts without a sheet are not here. */
export class ChartsFace extends Face {
  readonly ChartType = new EnumGroup('ChartType', CHART_TYPES);

  className_(): string {
    return 'Charts';
  }
}

/** A picture of one pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

type Draft = Omit<ChartState, 'id'>;

const emptyDraft: Draft = {
  type: 'COLUMN',
  ranges: [],
  headers: 0,
  options: {},
  row: 1,
  column: 1,
  offsetX: 0,
  offsetY: 0,
};

/** Options are kept as JSON: what a builder is given later does not change what it was given before. */
const copied = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

export class EmbeddedChart extends Face {
  readonly book_: string;
  readonly sheet_: number;
  readonly chart_: Draft;
  /** Null until it stands on a sheet. */
  readonly id_: number | null;

  constructor(book: string, sheet: number, chart: Draft, id: number | null) {
    super();
    this.book_ = book;
    this.sheet_ = sheet;
    this.chart_ = chart;
    this.id_ = id;
  }

  className_(): string {
    return 'EmbeddedChart';
  }

  getChartId(): number | null {
    return this.id_;
  }

  getNumHeaders(): number {
    return this.chart_.headers;
  }

  getRanges(): Range[] {
    return this.chart_.ranges.map(({ sheetId, rect }) => new Range(this.book_, sheetId, rect));
  }

  getAs(contentType: string): Blob {
    if (contentType !== 'image/png') throw refusal(`Converting to ${contentType} is not supported.`);
    return this.getBlob();
  }

  getBlob(): Blob {
    return new Blob(PIXEL, 'image/png', 'chart.png');
  }

  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.book_, this.sheet_, this.chart_, this.id_);
  }
}

export class EmbeddedChartBuilder extends Face {
  private readonly book: string;
  private readonly sheet: number;
  private chart: Draft;
  private readonly id: number | null;

  constructor(book: string, sheet: number, chart: Draft = emptyDraft, id: number | null = null) {
    super();
    this.book = book;
    this.sheet = sheet;
    this.chart = chart;
    this.id = id;
  }

  className_(): string {
    return 'EmbeddedChartBuilder';
  }

  private changed(part: Partial<Draft>): EmbeddedChartBuilder {
    this.chart = { ...this.chart, ...part };
    return this;
  }

  setChartType(type: unknown): EmbeddedChartBuilder {
    if (!(type instanceof EnumValue)) throw signatureError('EmbeddedChartBuilder', 'setChartType', [type]);
    return this.changed({ type: enumName(type) });
  }

  addRange(range: unknown): EmbeddedChartBuilder {
    if (!(range instanceof Range)) throw signatureError('EmbeddedChartBuilder', 'addRange', [range]);
    const rect: Rect = range.rect_;
    return this.changed({ ranges: [...this.chart.ranges, { sheetId: range.sheetId_, rect }] });
  }

  clearRanges(): EmbeddedChartBuilder {
    return this.changed({ ranges: [] });
  }

  getRanges(): Range[] {
    return this.chart.ranges.map(({ sheetId, rect }) => new Range(this.book, sheetId, rect));
  }

  setNumHeaders(headers: number): EmbeddedChartBuilder {
    if (!Number.isInteger(headers) || headers < 0) throw refusal('Invalid argument: headers');
    return this.changed({ headers });
  }

  setOption(name: string, value: unknown): EmbeddedChartBuilder {
    if (typeof name !== 'string' || value === undefined)
      throw signatureError('EmbeddedChartBuilder', 'setOption', [name, value]);
    return this.changed({ options: { ...this.chart.options, [name]: copied(value) } });
  }

  /** Row and column from 1; offsets in pixels. */
  setPosition(row: number, column: number, offsetX: number, offsetY: number): EmbeddedChartBuilder {
    if ([row, column, offsetX, offsetY].some((one) => typeof one !== 'number'))
      throw signatureError('EmbeddedChartBuilder', 'setPosition', [row, column, offsetX, offsetY]);
    if (row < 1 || column < 1) throw refusal('Invalid argument: anchor');
    return this.changed({ row, column, offsetX, offsetY });
  }

  /** Makes the chart; it stands on no sheet until it is inserted. */
  build(): EmbeddedChart {
    return new EmbeddedChart(this.book, this.sheet, this.chart, this.id);
  }
}

export function chartsOf(book: string, sheet: number): EmbeddedChart[] {
  return call('Sheet.getCharts', book, sheet).map(
    ({ id, ...chart }) => new EmbeddedChart(book, sheet, chart, id),
  );
}

function given(method: string, chart: unknown): EmbeddedChart {
  if (!(chart instanceof EmbeddedChart)) throw signatureError('SpreadsheetApp.Sheet', method, [chart]);
  return chart;
}

export function insertChart(book: string, sheet: number, chart: unknown): void {
  call('Sheet.insertChart', book, sheet, given('insertChart', chart).chart_);
}

/** A chart that stands on no sheet cannot be changed there. */
export function updateChart(book: string, sheet: number, chart: unknown): void {
  const { id_, chart_ } = given('updateChart', chart);
  if (id_ === null || !call('Sheet.updateChart', book, sheet, { id: id_, ...chart_ }))
    throw refusal('The chart is not on this sheet.');
}

export function removeChart(book: string, sheet: number, chart: unknown): void {
  const { id_ } = given('removeChart', chart);
  if (id_ === null || !call('Sheet.removeChart', book, sheet, id_))
    throw refusal('The chart is not on this sheet.');
}
