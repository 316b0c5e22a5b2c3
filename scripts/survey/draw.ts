/** Draws graphs as SVG with Vega, which needs no browser (https://vega.github.io/vega/docs/api/view/#view_toSVG). */
import { parse, type Spec, View } from 'vega';
import type { Chart } from '../../shared/survey/chart/charts.ts';

/** A specification as the library takes it: ours is plain JSON, which the library reads before it draws. */
function specOf(chart: Chart): Spec {
  return JSON.parse(JSON.stringify(chart.spec));
}

/** The text of an SVG file. */
export async function drawChart(chart: Chart): Promise<string> {
  const view = new View(parse(specOf(chart)), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return `${svg}\n`;
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
