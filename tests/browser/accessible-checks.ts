/** What a page has to be for someone who cannot see it, uses no mouse, or enlarges it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

declare global {
  interface Window {
    axe?: typeof axe;
    marks?: Map<Element, string>;
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong in this frame alone (https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md). */
export async function violations(frame: Page | Frame): Promise<readonly string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source);
  return frame.evaluate(async () => {
    const found = await window.axe?.run(document, { iframes: false, resultTypes: ['violations'] });
    if (found === undefined) throw new Error('axe-core is not in the page');
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any, all, none }) => {
        const why = [...any, ...all, ...none].map(({ message }) => message).join(' / ');
        return `${id}: ${html.slice(0, 160)} (${why.slice(0, 200)})`;
      }),
    );
  });
}

export async function hasNoViolation(frame: Page | Frame): Promise<void> {
  expect(await violations(frame)).toEqual([]);
}

/** Texts and controls that lie over one another, and whatever makes the window scroll sideways. */
export function collisions(frame: Page | Frame): Promise<readonly string[]> {
  return frame.evaluate(() => {
    interface Piece {
      readonly owner: Element;
      readonly what: string;
      readonly box: DOMRect;
    }
    /** The part of a box that its scrolling and clipping ancestors let through; null for none. */
    const seen = (owner: Element, box: DOMRect): DOMRect | null => {
      let { left, top, right, bottom } = box;
      for (let at: Element | null = owner; at !== null && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.visibility === 'hidden' || style.opacity === '0' || style.clipPath !== 'none') return null;
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        const frame = at.getBoundingClientRect();
        left = Math.max(left, frame.left);
        top = Math.max(top, frame.top);
        right = Math.min(right, frame.right);
        bottom = Math.min(bottom, frame.bottom);
      }
      return right - left > 2 && bottom - top > 2 ? new DOMRect(left, top, right - left, bottom - top) : null;
    };
    /** Layers lie over the page on purpose. */
    const layer = (start: Element): Element | null => {
      for (let at: Element | null = start; at !== null; at = at.parentElement)
        if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return at;
      return null;
    };
    const pieces: Piece[] = [];
    const add = (owner: Element, what: string, box: DOMRect): void => {
      const part = seen(owner, box);
      if (part !== null) pieces.push({ owner, what, box: part });
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const owner = node.parentElement;
      const text = node.nodeValue?.trim() ?? '';
      if (owner === null || text === '' || owner.closest('script, style, noscript, option, svg') !== null)
        continue;
      // What a closed fold holds has a place but is not drawn.
      if (!owner.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        // Glyphs rise over the line they stand on; the middle of a line is what must be free.
        const inset = box.height * 0.2;
        add(owner, text.slice(0, 24), new DOMRect(box.x, box.y + inset, box.width, box.height - 2 * inset));
      }
    }
    const controls =
      'button, select, textarea, input:not([type=hidden]):not([type=radio]):not([type=checkbox])';
    for (const one of document.querySelectorAll(controls))
      if (one.checkVisibility())
        add(one, `${one.tagName} ${one.id || one.className}`, one.getBoundingClientRect());
    const found: string[] = [];
    const layers = new Map(pieces.map((one) => [one, layer(one.owner)]));
    pieces.sort((a, b) => a.box.top - b.box.top);
    pieces.forEach((one, index) => {
      for (const other of pieces.slice(index + 1)) {
        if (other.box.top > one.box.bottom - 2) break;
        if (one.owner === other.owner || layers.get(one) !== layers.get(other)) continue;
        if (one.owner.contains(other.owner) && one.owner.matches('button')) continue;
        if (other.owner.contains(one.owner) && other.owner.matches('button')) continue;
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (wide > 2 && high > 2) found.push(`「${one.what}」 over 「${other.what}」`);
      }
    });
    const sideways = document.documentElement.scrollWidth - window.innerWidth;
    return [...(sideways > 0 ? [`sideways by ${sideways} px`] : []), ...found];
  });
}

/** At 150 %: a window of two thirds of the size is what the browser's own zoom makes of it. */
export async function standsZoom(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 300, height: 720 };
  await page.setViewportSize({ width: Math.round(width / 1.5), height: Math.round(height / 1.5) });
  expect(await collisions(page)).toEqual([]);
  await page.setViewportSize({ width, height });
}

/** Letters alone half as large again, as a browser's setting for text does it. */
export async function standsLargeText(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '150%'));
  expect(await collisions(page)).toEqual([]);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
}

/** Controls in sight that the Tab key does not come to, and those where one cannot see that it came. */
export async function unreached(page: Page): Promise<readonly string[]> {
  const count = await page.evaluate(() => {
    /** How a control and what is drawn for it look. */
    const look = (one: Element): string =>
      [
        one,
        one.nextElementSibling,
        one.closest('label, td, .choice'),
        one.querySelector('[aria-selected=true]'),
      ]
        .map((part) => {
          if (part === null) return '';
          const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } =
            getComputedStyle(part);
          const outline = outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
          return [outline, boxShadow, borderColor, backgroundColor].join(' ');
        })
        .join(' | ');
    const open = (one: Element): boolean => {
      const box = one.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || !one.checkVisibility({ visibilityProperty: true }))
        return false;
      if (one.matches(':disabled, [tabindex="-1"], input[type=hidden]')) return false;
      if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
      // The arrow keys walk a group of radio buttons; the Tab key comes to one of them.
      const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
        (other) => other.name === one.name && other.form === one.form,
      );
      return one === (group.find((other) => other.checked) ?? group[0]);
    };
    const all = [
      ...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
    ].filter(open);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.marks = new Map(all.map((one) => [one, look(one)]));
    Object.assign(window, { lookNow: look, dim: [] });
    return all.length;
  });
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    const dim: string[] = [];
    Object.assign(window, { dim });
    const look: unknown = Reflect.get(window, 'lookNow');
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof Element) || typeof look !== 'function') return;
      const before = window.marks?.get(target);
      if (before === undefined) return;
      window.marks?.delete(target);
      if (look(target) === before) dim.push(`no sign of focus: ${target.outerHTML.slice(0, 120)}`);
    });
  });
  // Dates and times have parts that the Tab key visits one by one.
  for (let step = 0; step < count * 2 + 20; step++) {
    await page.keyboard.press('Tab');
    if (step % 8 === 7 && (await page.evaluate(() => window.marks?.size ?? 0)) === 0) break;
  }
  return page.evaluate(() => {
    const dim: unknown = Reflect.get(window, 'dim');
    return [
      ...(Array.isArray(dim) ? dim.map(String) : []),
      ...[...(window.marks?.keys() ?? [])].map((one) => `not reached: ${one.outerHTML.slice(0, 120)}`),
    ];
  });
}

export async function isReachedByKeyboard(page: Page): Promise<void> {
  expect(await unreached(page)).toEqual([]);
}

/** Controls that cannot be told from their ground where the system's own few colours are all there is. */
export async function hiddenInForcedColours(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const hidden = await page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, textarea, summary, a[href]')]
      .filter((one) => one.checkVisibility() && one.getClientRects().length > 0)
      .filter((one) => {
        /** Native marks, words, borders and outlines stay; pictures drawn by background or shadow do not. */
        const labels = one instanceof HTMLInputElement ? [...(one.labels ?? [])] : [];
        const parts = [one, one.nextElementSibling, ...labels].flatMap((part) =>
          part === null ? [] : [part],
        );
        return !parts.some((part) => {
          const style = getComputedStyle(part);
          const native =
            part.matches('input, select, textarea') && style.opacity !== '0' && style.appearance !== 'none';
          const edged = style.borderStyle !== 'none' && parseFloat(style.borderTopWidth) > 0;
          const worded = (part.textContent ?? '').trim() !== '' && style.color !== style.backgroundColor;
          return style.opacity !== '0' && (native || edged || worded || part.querySelector('svg') !== null);
        });
      })
      .map((one) => one.outerHTML.slice(0, 120)),
  );
  await page.emulateMedia({ forcedColors: 'none' });
  return hidden;
}

/** One view in each light and width, then by keyboard. */
export async function isForEveryone(page: Page, widths: readonly [number, number]): Promise<void> {
  const [narrow, wide] = widths;
  await page.setViewportSize({ width: narrow, height: 720 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await hasNoViolation(page);
  expect(await hiddenInForcedColours(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  for (const width of [narrow, wide]) {
    await page.setViewportSize({ width, height: 720 });
    await hasNoViolation(page);
    await standsZoom(page);
    await standsLargeText(page);
  }
  await isReachedByKeyboard(page);
}
