/** Indexes as bars from the zero line, with the outlook as a diamond: by item, or by industry and region. */
import { writtenIndex } from '../index/notation.ts';
import { figureAxis, frame, nameAxis, type Spec } from './frame.ts';
import { faint, fitted, font, ink, type Json, textWidth, tones } from './style.ts';

export interface IndexBar {
  readonly label: string;
  /** n, or how few there are. */
  readonly n: string;
  /** In tenths; null where there is none. */
  readonly value: number | null;
  readonly outlook: number | null;
  readonly hidden: boolean;
  readonly outlookHidden: boolean;
}

export interface IndexBarsGiven {
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  readonly bars: readonly IndexBar[];
  readonly valueName: string;
  /** Absent: no outlook is asked. */
  readonly outlookName?: string;
  /** Whole width of a narrow graph, where the figures stand in the table beside it and not in the graph. */
  readonly narrow?: number;
}

const rowHeight = 34;
const mostLabel = 230;

/** Bounds in whole fives around all values, zero among them, with a little room at both ends. */
export function bounds(values: readonly number[]): readonly [number, number] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const pad = Math.max(2, (high - low) * 0.06);
  return [Math.floor((low - pad) / 5) * 5, Math.ceil((high + pad) / 5) * 5];
}

/** Columns of figures to the right of the bars. */
const figureColumn = 62;

/** A column of figures, right-aligned, `x` to the right of the plot. */
function figures(x: number, field: string, isBold: boolean): Json {
  return {
    type: 'text',
    from: { data: 'rows' },
    encode: {
      enter: {
        x: { value: x },
        y: { scale: 'y', field: 'row', band: 0.5 },
        text: { field },
        align: { value: 'right' },
        baseline: { value: 'middle' },
        font: { value: font },
        fontSize: { value: 13 },
        fontWeight: { value: isBold ? 'bold' : 'normal' },
        fill: { value: ink },
      },
    },
  };
}

function heading(x: number, words: string): Json {
  return {
    type: 'text',
    encode: {
      enter: {
        x: { value: x },
        y: { value: -8 },
        text: { value: words },
        align: { value: 'right' },
        baseline: { value: 'middle' },
        font: { value: font },
        fontSize: { value: 12 },
        fill: { value: faint },
      },
    },
  };
}

const writtenOr = (value: number | null, hidden: boolean): string =>
  value !== null ? writtenIndex(value) : hidden ? '＊' : '－';

export function indexBars(given: IndexBarsGiven): Spec {
  const names = given.bars.map(({ label, n }) => `${fitted(label, 13, mostLabel)}（n=${n}）`);
  const left = Math.max(90, ...names.map((name) => textWidth(name, 13))) + 28;
  const height = Math.max(1, given.bars.length) * rowHeight;
  const { outlookName } = given;
  const values = given.bars
    .flatMap(({ value, outlook }) => [value, outlook].filter((one) => one !== null))
    .map((one) => one / 10);
  const [low, high] = bounds(values);
  const columns = given.narrow !== undefined ? 0 : outlookName === undefined ? 1 : 2;
  const { spec, marks, width } = frame({
    ...given,
    left,
    right: 20 + columns * figureColumn,
    height,
    axis: 26,
    head: columns === 0 ? 0 : 14,
    ...(given.narrow === undefined ? {} : { whole: given.narrow }),
    legend:
      outlookName === undefined
        ? []
        : [
            { label: given.valueName, fill: tones.dark, stroke: tones.dark, shape: 'square' },
            { label: outlookName, fill: '#ffffff', stroke: ink, shape: 'diamond' },
          ],
  });
  // Names may repeat (two regions of one name): rows are placed by number.
  const rows = given.bars.map(
    ({ value, outlook, hidden, outlookHidden }, row): Json => ({
      row,
      value: value === null ? null : value / 10,
      outlook: outlook === null ? null : outlook / 10,
      words: writtenOr(value, hidden),
      ahead: writtenOr(outlook, hidden || outlookHidden),
      shown: value !== null,
      hidden,
    }),
  );
  return {
    ...spec,
    data: [
      { name: 'rows', values: rows },
      { name: 'shown', source: 'rows', transform: [{ type: 'filter', expr: 'datum.shown' }] },
      { name: 'hidden', source: 'rows', transform: [{ type: 'filter', expr: 'datum.hidden' }] },
      {
        name: 'ahead',
        source: 'rows',
        transform: [{ type: 'filter', expr: 'datum.outlook !== null' }],
      },
    ],
    scales: [
      { name: 'x', type: 'linear', domain: [low, high], range: 'width' },
      {
        name: 'y',
        type: 'band',
        domain: given.bars.map((_, row) => row),
        range: 'height',
        paddingInner: 0.42,
        paddingOuter: 0.21,
      },
      { name: 'names', type: 'ordinal', domain: given.bars.map((_, row) => row), range: names },
    ],
    axes: [
      {
        ...figureAxis,
        orient: 'bottom',
        scale: 'x',
        tickCount: columns === 0 ? 4 : 7,
        // ▲ as in the tables.
        encode: {
          labels: {
            update: {
              text: {
                signal: "datum.value < 0 ? '▲' + format(-datum.value, 'd') : format(datum.value, 'd')",
              },
            },
          },
        },
      },
      {
        ...nameAxis,
        orient: 'left',
        scale: 'y',
        encode: { labels: { update: { text: { scale: 'names', field: 'value' } } } },
      },
    ],
    marks: [
      {
        type: 'rect',
        from: { data: 'shown' },
        encode: {
          enter: {
            y: { scale: 'y', field: 'row' },
            height: { scale: 'y', band: 1 },
            x: { scale: 'x', value: 0 },
            x2: { scale: 'x', field: 'value' },
            fill: { value: tones.dark },
          },
        },
      },
      {
        type: 'rule',
        encode: {
          enter: {
            x: { scale: 'x', value: 0 },
            y: { value: 0 },
            y2: { value: height },
            stroke: { value: ink },
            strokeWidth: { value: 1.2 },
          },
        },
      },
      {
        type: 'symbol',
        from: { data: 'ahead' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'outlook' },
            y: { scale: 'y', field: 'row', band: 0.5 },
            shape: { value: 'diamond' },
            size: { value: 130 },
            fill: { value: '#ffffff' },
            stroke: { value: ink },
            strokeWidth: { value: 1.6 },
          },
        },
      },
      {
        type: 'text',
        from: { data: 'hidden' },
        encode: {
          enter: {
            x: { scale: 'x', value: 0, offset: 8 },
            y: { scale: 'y', field: 'row', band: 0.5 },
            text: { value: '秘匿' },
            baseline: { value: 'middle' },
            font: { value: font },
            fontSize: { value: 12 },
            fill: { value: faint },
          },
        },
      },
      ...(columns === 0
        ? []
        : [heading(width + figureColumn, 'DI'), figures(width + figureColumn, 'words', true)]),
      ...(columns < 2
        ? []
        : [heading(width + 2 * figureColumn, '先行き'), figures(width + 2 * figureColumn, 'ahead', false)]),
      ...marks,
    ],
  };
}
