/** Indexes over waves, a small panel for each item: seven lines in one plot are read by nobody, least of all in grey. */
import { writtenIndex } from '../index/notation.ts';
import { chartWidth, figureAxis, frame, nameAxis, type Spec } from './frame.ts';
import { bounds } from './index-bars.ts';
import { font, ink, type Json, tones } from './style.ts';

export interface TrendGiven {
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  /** Names of the waves as the axis writes them. */
  readonly waves: readonly string[];
  readonly lines: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
}

const panelHeight = 130;
const panelGap = 62;
const columns = 2;
const left = 52;
const right = 34;
const between = 76;

function panel(given: TrendGiven, at: number, width: number, domain: readonly [number, number]): Json {
  const { label, values } = given.lines[at] ?? { label: '', values: [] };
  const shown = values.flatMap((value, wave) => (value === null ? [] : [wave]));
  const last = shown[shown.length - 1];
  const points = values.map(
    (value, wave): Json => ({
      wave,
      value: value === null ? null : value / 10,
      words: value !== null && wave === last ? writtenIndex(value) : '',
      has: value !== null,
    }),
  );
  const name = `points${at}`;
  // Waves that are named: not more than fit.
  const step = Math.ceil(given.waves.length / 6);
  const named = given.waves.flatMap((_, wave) =>
    (given.waves.length - 1 - wave) % step === 0 ? [wave] : [],
  );
  const place = { x: { scale: 'x', field: 'wave' }, y: { scale: 'y', field: 'value' } };
  return {
    type: 'group',
    encode: {
      enter: {
        x: { value: (at % columns) * (width + between) },
        y: { value: Math.floor(at / columns) * (panelHeight + panelGap) + 20 },
        width: { value: width },
        height: { value: panelHeight },
      },
    },
    // Axes draw their grid as far as these say.
    signals: [
      { name: 'width', value: width },
      { name: 'height', value: panelHeight },
    ],
    data: [
      { name, values: points },
      { name: `${name}Shown`, source: name, transform: [{ type: 'filter', expr: 'datum.has' }] },
    ],
    scales: [
      {
        name: 'x',
        type: 'point',
        domain: given.waves.map((_, wave) => wave),
        range: [14, width - 22],
        padding: 0,
      },
      { name: 'y', type: 'linear', domain: [...domain], range: [panelHeight, 0] },
      { name: 'names', type: 'ordinal', domain: given.waves.map((_, wave) => wave), range: [...given.waves] },
    ],
    axes: [
      {
        ...figureAxis,
        orient: 'left',
        scale: 'y',
        tickCount: 4,
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
        orient: 'bottom',
        scale: 'x',
        values: named,
        labelFontSize: 11,
        encode: { labels: { update: { text: { scale: 'names', field: 'value' } } } },
      },
    ],
    marks: [
      {
        type: 'rule',
        encode: {
          enter: {
            x: { value: 0 },
            x2: { value: width },
            y: { scale: 'y', value: 0 },
            stroke: { value: ink },
          },
        },
      },
      {
        type: 'line',
        from: { data: name },
        encode: {
          enter: {
            ...place,
            defined: { field: 'has' },
            stroke: { value: tones.dark },
            strokeWidth: { value: 2.4 },
          },
        },
      },
      {
        type: 'symbol',
        from: { data: `${name}Shown` },
        encode: {
          enter: {
            ...place,
            size: { value: 34 },
            fill: { value: '#ffffff' },
            stroke: { value: tones.dark },
            strokeWidth: { value: 2 },
          },
        },
      },
      ...[true, false].map(
        (isHalo): Json => ({
          type: 'text',
          from: { data: `${name}Shown` },
          encode: {
            enter: {
              ...place,
              dy: { value: -11 },
              text: { field: 'words' },
              align: { value: 'center' },
              font: { value: font },
              fontSize: { value: 12 },
              fontWeight: { value: 'bold' },
              // White around the figures, so that no line runs through them.
              ...(isHalo
                ? { stroke: { value: '#ffffff' }, strokeWidth: { value: 4 } }
                : { fill: { value: ink } }),
            },
          },
        }),
      ),
      {
        type: 'text',
        encode: {
          enter: {
            x: { value: -40 },
            y: { value: -16 },
            text: { value: label },
            font: { value: font },
            fontSize: { value: 13.5 },
            fontWeight: { value: 'bold' },
            fill: { value: ink },
          },
        },
      },
    ],
  };
}

export function trendLines(given: TrendGiven): Spec {
  const rows = Math.ceil(given.lines.length / columns);
  const height = rows * panelHeight + (rows - 1) * panelGap + 20;
  const { spec, marks } = frame({ ...given, left, right, height, axis: 34, head: 10, legend: [] });
  const width = (chartWidth - left - right - between) / columns;
  // One scale for all panels, or a small movement would look like a large one.
  const domain = bounds(
    given.lines.flatMap(({ values }) => values.flatMap((value) => (value === null ? [] : [value / 10]))),
  );
  return { ...spec, marks: [...given.lines.map((_, at) => panel(given, at, width, domain)), ...marks] };
}
