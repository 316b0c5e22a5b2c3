/** Measures the contrast of every text on a page as WCAG 2.2 does (https://www.w3.org/TR/WCAG22/#contrast-minimum). */
import type { Page } from 'playwright-core';

export interface WeakText {
  readonly text: string;
  readonly ratio: number;
  readonly colour: string;
  readonly ground: string;
}

/** Texts in sight whose contrast against the nearest solid ground is below `least` (4.5 for body text). */
export function weakTexts(page: Page, least: number): Promise<readonly WeakText[]> {
  return page.evaluate((limit) => {
    const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const groundOf = (start: Element): string => {
      for (let at: Element | null = start; at !== null; at = at.parentElement) {
        const ground = getComputedStyle(at).backgroundColor;
        if ((channels(ground)[3] ?? 1) === 1) return ground;
      }
      return 'rgb(255, 255, 255)';
    };
    const weak: { text: string; ratio: number; colour: string; ground: string }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      const text = walker.currentNode.nodeValue?.trim() ?? '';
      if (parent === null || text === '' || parent.closest('script, style, noscript, .spoken') !== null)
        continue;
      if (parent.getClientRects().length === 0) continue;
      const colour = getComputedStyle(parent).color;
      const ground = groundOf(parent);
      const [high, low] = [luminance(colour), luminance(ground)].sort((a, b) => b - a);
      const ratio = ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
      if (ratio < limit)
        weak.push({ text: text.slice(0, 30), ratio: Math.round(ratio * 100) / 100, colour, ground });
    }
    return weak;
  }, least);
}
