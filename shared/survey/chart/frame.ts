/** What all graphs share: size, title, the line below (source, marks), a legend, axes in one look. */
import { faint, font, ink, type Json, line, textWidth, wrapped } from './style.ts';

export type Spec = { readonly [name: string]: Json };

/** Whole width of a graph; half a page of the bulletin in print. */
export const chartWidth = 720;
const titleSize = 17;
const noteSize = 11.5;
const edge = 16;

export interface FrameGiven {
  readonly title: string;
  /** What is shown, of whom, when. */
  readonly subtitle: string;
  /** Lines below: marks, what is hidden. */
  readonly note: string;
  readonly legend: readonly LegendEntry[];
  /** Room to the left of the plot for labels, and to the right for values. */
  readonly left: number;
  readonly right: number;
  /** Height of the plot itself. */
  readonly height: number;
  /** Room for the labels of an axis below the plot, and for headings above it. */
  readonly axis: number;
  readonly head?: number;
  /** Whole width; absent: `chartWidth`. */
  readonly whole?: number;
}

export interface LegendEntry {
  readonly label: string;
  readonly fill: string;
  readonly stroke: string;
  /** Shape of Vega: square, diamond … */
  readonly shape: string;
}

export interface Frame {
  readonly width: number;
  readonly spec: Spec;
  readonly marks: readonly Json[];
}

const value = (of: Json): Json => ({ value: of });

function textMark(x: number, y: number, content: string, more: Record<string, Json>): Json {
  return {
    type: 'text',
    encode: {
      enter: {
        x: value(x),
        y: value(y),
        text: value(content),
        font: value(font),
        baseline: value('middle'),
        ...more,
      },
    },
  };
}

/** Legend entries in rows that fit the width, from the edge of the graph. */
function legendMarks(
  entries: readonly LegendEntry[],
  left: number,
  top: number,
  whole: number,
): readonly Json[] {
  let x = edge - left;
  let y = top;
  const limit = whole - left - edge;
  return entries.flatMap(({ label, fill, stroke, shape }) => {
    const width = textWidth(label, 12.5) + 36;
    if (x + width > limit) {
      x = edge - left;
      y += 20;
    }
    const at = x;
    x += width;
    return [
      {
        type: 'symbol',
        encode: {
          enter: {
            x: value(at + 8),
            y: value(y),
            shape: value(shape),
            size: value(120),
            fill: value(fill),
            stroke: value(stroke),
            strokeWidth: value(1.5),
          },
        },
      },
      textMark(at + 20, y, label, { fontSize: value(12.5), fill: value(ink) }),
    ];
  });
}

function legendRows(entries: readonly LegendEntry[], whole: number): number {
  let x = edge;
  let rows = entries.length === 0 ? 0 : 1;
  for (const { label } of entries) {
    const width = textWidth(label, 12.5) + 36;
    if (x + width > whole - edge) {
      x = edge;
      rows++;
    }
    x += width;
  }
  return rows;
}

/** The outer parts of a graph; the plot begins at 0, 0. */
export function frame(given: FrameGiven): Frame {
  const { left, right, height, axis, legend, whole = chartWidth } = given;
  const titles = wrapped(given.title, titleSize, whole - 2 * edge);
  const subtitles = wrapped(given.subtitle, 12.5, whole - 2 * edge);
  const notes = given.note === '' ? [] : wrapped(given.note, noteSize, whole - 2 * edge);
  const rows = legendRows(legend, whole);
  const top =
    20 + titles.length * 22 + subtitles.length * 17 + (rows > 0 ? rows * 20 + 8 : 0) + 10 + (given.head ?? 0);
  const bottom = axis + notes.length * 16 + 16;
  const x = edge - left;
  const legendTop = -top + 20 + titles.length * 22 + subtitles.length * 17 + 10;
  const marks = [
    ...titles.map((one, at) =>
      textMark(x, -top + 22 + at * 22, one, {
        fontSize: value(titleSize),
        fontWeight: value('bold'),
        fill: value(ink),
      }),
    ),
    ...subtitles.map((one, at) =>
      textMark(x, -top + 22 + titles.length * 22 + at * 17, one, {
        fontSize: value(12.5),
        fill: value(faint),
      }),
    ),
    ...legendMarks(legend, left, legendTop, whole),
    ...notes.map((one, at) =>
      textMark(x, height + axis + 12 + at * 16, one, { fontSize: value(noteSize), fill: value(faint) }),
    ),
  ];
  const width = whole - left - right;
  return {
    width,
    marks,
    spec: {
      $schema: 'https://vega.github.io/schema/vega/v6.json',
      description: `${given.title}。${given.subtitle}`,
      autosize: 'none',
      background: '#ffffff',
      padding: { left, right, top, bottom },
      width,
      height,
    },
  };
}

/** The look of an axis with figures. */
export const figureAxis: { readonly [name: string]: Json } = {
  grid: true,
  gridColor: line,
  gridDash: [2, 3],
  domain: false,
  ticks: false,
  labelFont: font,
  labelFontSize: 12,
  labelColor: faint,
  labelPadding: 6,
};

/** The look of an axis with names; they are cut beforehand, never by the axis. */
export const nameAxis: { readonly [name: string]: Json } = {
  domain: false,
  ticks: false,
  labelFont: font,
  labelFontSize: 13,
  labelColor: ink,
  labelPadding: 8,
  labelLimit: 0,
};
