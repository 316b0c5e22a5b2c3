/**
 * Draws graphs with Vega into the places that a screen leaves for them. The page allows no eval, so expressions are interpreted
 * (https://vega.github.io/vega/usage/interpreter/). Screen readers get the name of a graph; its figures stand in the table beside it.
 */
import { parse, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { Spec } from '../../shared/survey/chart/frame.ts';

async function svgOf(spec: Spec): Promise<SVGSVGElement | null> {
  const runtime = parse(JSON.parse(JSON.stringify(spec)), undefined, { ast: true });
  const view = new View(runtime, { expr: expressionInterpreter, renderer: 'none' });
  const text = await view.toSVG();
  view.finalize();
  const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
  const svg = document.importNode(documentElement, true);
  if (!(svg instanceof SVGSVGElement)) return null;
  for (const one of [svg, ...svg.querySelectorAll('*')])
    for (const { name } of [...one.attributes])
      if (name === 'role' || name === 'tabindex' || name.startsWith('aria-')) one.removeAttribute(name);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  return svg;
}

/** Fills the places by id; what stands there is drawn anew only when its specification is another. */
export function createDrawing(): (specs: ReadonlyMap<string, Spec>) => void {
  const drawn = new WeakMap<Element, string>();
  return (specs) => {
    for (const [id, spec] of specs) {
      const place = document.getElementById(id);
      const key = JSON.stringify(spec);
      if (place === null || drawn.get(place) === key) continue;
      drawn.set(place, key);
      void svgOf(spec).then((svg) => {
        if (svg !== null && drawn.get(place) === key) place.replaceChildren(svg);
      });
    }
  };
}
