/** Shares as bars: of a whole, one behind the other (好転・不変・悪化), or of several answers, each for itself. */
import { writtenShare } from '../index/notation.ts';
import { figureAxis, frame, nameAxis, type Spec } from './frame.ts';
import { fitted, font, ink, type Json, textWidth, tones } from './style.ts';

export interface StackedRow {
  readonly label: string;
  readonly n: string;
  /** Shares in tenths, one an option; null where hidden. */
  readonly shares: readonly number[] | null;
}

export interface StackedGiven {
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  readonly options: readonly string[];
  readonly rows: readonly StackedRow[];
  /** Whole width, where it is a narrow one. */
  readonly narrow?: number;
}

/** Tones of so many options, apart in lightness from one to the next. */
const stacks: Readonly<Record<number, readonly string[]>> = {
  2: [tones.dark, tones.light],
  3: [tones.dark, tones.light, tones.warm],
  4: [tones.dark, '#7fa6c9', tones.light, tones.warm],
  5: [tones.dark, '#7fa6c9', tones.light, '#f7cf8e', '#c46a00'],
};
/** More options than these stand as bars of their own. */
export const mostStacked = 5;
/** Tones that white letters are read on. */
const deep: ReadonlySet<string> = new Set([tones.dark, '#c46a00']);

const rowHeight = 36;
const mostLabel = 200;

export function stackedBars(given: StackedGiven): Spec {
  const names = given.rows.map(({ label, n }) => `${fitted(label, 13, mostLabel)}（n=${n}）`);
  const left = Math.max(90, ...names.map((name) => textWidth(name, 13))) + 28;
  const height = Math.max(1, given.rows.length) * rowHeight;
  const colors = stacks[given.options.length] ?? stacks[mostStacked] ?? [];
  const { spec, marks, width } = frame({
    ...given,
    left,
    right: 24,
    height,
    axis: 26,
    ...(given.narrow === undefined ? {} : { whole: given.narrow }),
    legend: given.options.map((label, at) => ({
      label,
      fill: colors[at] ?? tones.light,
      stroke: '#8a8a8a',
      shape: 'square',
    })),
  });
  const parts = given.rows.flatMap(({ shares }, row): Json[] => {
    if (shares === null) return [];
    // Rounded shares do not always add up to 100: drawn they do.
    const whole = shares.reduce((sum, share) => sum + share, 0) || 1;
    let from = 0;
    return shares.map((share, at): Json => {
      const start = from;
      from += (share / whole) * 100;
      const words = writtenShare(share);
      const isWide = ((from - start) / 100) * width > textWidth(words, 12.5) + 8;
      return {
        row,
        from: start,
        to: from,
        fill: colors[at] ?? tones.light,
        words: isWide ? words : '',
        ink: deep.has(colors[at] ?? '') ? '#ffffff' : ink,
      };
    });
  });
  const hidden = given.rows.flatMap(({ shares }, row): Json[] => (shares === null ? [{ row }] : []));
  return {
    ...spec,
    data: [
      { name: 'parts', values: parts },
      { name: 'hidden', values: hidden },
    ],
    scales: [
      { name: 'x', type: 'linear', domain: [0, 100], range: 'width' },
      {
        name: 'y',
        type: 'band',
        domain: given.rows.map((_, row) => row),
        range: 'height',
        paddingInner: 0.36,
        paddingOuter: 0.18,
      },
      { name: 'names', type: 'ordinal', domain: given.rows.map((_, row) => row), range: names },
    ],
    axes: [
      { ...figureAxis, orient: 'bottom', scale: 'x', values: [0, 20, 40, 60, 80, 100], format: 'd' },
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
        from: { data: 'parts' },
        encode: {
          enter: {
            y: { scale: 'y', field: 'row' },
            height: { scale: 'y', band: 1 },
            x: { scale: 'x', field: 'from' },
            x2: { scale: 'x', field: 'to' },
            fill: { field: 'fill' },
            stroke: { value: '#ffffff' },
            strokeWidth: { value: 1.2 },
          },
        },
      },
      {
        type: 'text',
        from: { data: 'parts' },
        encode: {
          enter: {
            x: { signal: "(scale('x', datum.from) + scale('x', datum.to)) / 2" },
            y: { scale: 'y', field: 'row', band: 0.5 },
            text: { field: 'words' },
            align: { value: 'center' },
            baseline: { value: 'middle' },
            font: { value: font },
            fontSize: { value: 12.5 },
            fill: { field: 'ink' },
          },
        },
      },
      {
        type: 'text',
        from: { data: 'hidden' },
        encode: {
          enter: {
            x: { value: 8 },
            y: { scale: 'y', field: 'row', band: 0.5 },
            text: { value: '＊ 秘匿' },
            baseline: { value: 'middle' },
            font: { value: font },
            fontSize: { value: 13 },
            fill: { value: '#5a5a5a' },
          },
        },
      },
      ...marks,
    ],
  };
}

export interface OptionBarsGiven {
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  readonly bars: readonly { readonly label: string; readonly share: number }[];
  /** Whole width, where it is a narrow one. */
  readonly narrow?: number;
}

const optionHeight = 32;
const mostOption = 280;

/** A bar an option, with its share at the end. */
export function optionBars(given: OptionBarsGiven): Spec {
  const most = given.narrow === undefined ? mostOption : given.narrow / 2;
  const names = given.bars.map(({ label }) => fitted(label, 13, most));
  const left = Math.max(80, ...names.map((name) => textWidth(name, 13))) + 28;
  const height = Math.max(1, given.bars.length) * optionHeight;
  const whole = given.narrow === undefined ? {} : { whole: given.narrow };
  const { spec, marks } = frame({ ...given, left, right: 60, height, axis: 26, legend: [], ...whole });
  const end = Math.max(100, ...given.bars.map(({ share }) => share));
  return {
    ...spec,
    data: [
      {
        name: 'bars',
        values: given.bars.map(
          ({ share }, row): Json => ({ row, share: share / 10, words: `${writtenShare(share)}％` }),
        ),
      },
    ],
    scales: [
      { name: 'x', type: 'linear', domain: [0, Math.ceil(end / 100) * 10], range: 'width' },
      {
        name: 'y',
        type: 'band',
        domain: given.bars.map((_, row) => row),
        range: 'height',
        paddingInner: 0.4,
        paddingOuter: 0.2,
      },
      { name: 'names', type: 'ordinal', domain: given.bars.map((_, row) => row), range: names },
    ],
    axes: [
      { ...figureAxis, orient: 'bottom', scale: 'x', tickCount: 6, format: 'd' },
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
        from: { data: 'bars' },
        encode: {
          enter: {
            y: { scale: 'y', field: 'row' },
            height: { scale: 'y', band: 1 },
            x: { scale: 'x', value: 0 },
            x2: { scale: 'x', field: 'share' },
            fill: { value: tones.dark },
          },
        },
      },
      {
        type: 'text',
        from: { data: 'bars' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'share', offset: 7 },
            y: { scale: 'y', field: 'row', band: 0.5 },
            text: { field: 'words' },
            baseline: { value: 'middle' },
            font: { value: font },
            fontSize: { value: 13 },
            fontWeight: { value: 'bold' },
            fill: { value: ink },
          },
        },
      },
      ...marks,
    ],
  };
}
