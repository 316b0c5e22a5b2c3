/** Draws graphs as SVG with Vega, which needs no browser (https://vega.github.io/vega/docs/api/view/#view_toSVG). */
import { parse, type Spec, View } from 'vega';
import type { Chart } from '../../shared/survey/chart/charts.ts';

/** A specification as the library takes it: ours is plain JSON, which the library reads before it draws. */
function specOf(chart: Chart): Spec {
  return JSON.parse(JSON.stringify(chart.spec));
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/**
 * One picture with a title and a description in Japanese. The library describes each axis in English instead; what a graph shows
 * stands in the table beside it.
 */
function described(svg: string, chart: Chart): string {
  const plain = svg.replace(/<[a-z]+ [^>]*>/g, (tag) => tag.replace(/ (?:aria-[a-z]+|role)="[^"]*"/g, ''));
  const text = String(chart.spec.description ?? chart.title);
  return plain.replace(
    /^<svg ([^>]*)>/,
    (_all, attributes: string) =>
      `<svg ${attributes} role="img"><title>${escaped(chart.title)}</title><desc>${escaped(text)}</desc>`,
  );
}

/** The text of an SVG file. */
export async function drawChart(chart: Chart): Promise<string> {
  const view = new View(parse(specOf(chart)), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return `${described(svg, chart)}\n`;
}

/** All graphs as files, each `<name>.svg`. */
export async function drawCharts(
  charts: readonly Chart[],
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const chart of charts)
    files.push({ name: `${chart.name}.svg`, bytes: new TextEncoder().encode(await drawChart(chart)) });
  return files;
}
