/** What may never come of a text that somebody typed, and where on a page it stands as typed. */
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Lets every frame note what a policy had to stop; a page that shows text as text gives its policy nothing to do. */
export function setTrap(where: Page | BrowserContext): Promise<unknown> {
  return where.addInitScript(() => {
    Object.assign(window, { stopped: [] });
    document.addEventListener('securitypolicyviolation', (event) => {
      const stopped: unknown = Reflect.get(window, 'stopped');
      if (Array.isArray(stopped))
        stopped.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
}

/**
 * Holds that nothing ran, nothing was stopped, and no element or handler stands where there should be text.
 * @param own what the page itself has of the kinds that typed text must not make
 */
export async function nothingRan(frame: Page | Frame, own = 'body > script'): Promise<void> {
  const found = await frame.evaluate((mine) => {
    const strange =
      'script, iframe, object, embed, base, meta, link, style, img, video, audio, math, marquee, portal, dialog';
    const elements = [...document.body.querySelectorAll(strange)]
      .filter((one) => !one.matches(mine))
      .map((one) => one.outerHTML.slice(0, 120));
    const handlers = [...document.body.querySelectorAll('*')]
      .filter((one) => one.getAttributeNames().some((name) => name.startsWith('on')))
      .map((one) => one.outerHTML.slice(0, 120));
    const links = [...document.body.querySelectorAll('[href], [src], [action], [formaction]')]
      .flatMap((one) => ['href', 'src', 'action', 'formaction'].map((name) => one.getAttribute(name)))
      .filter((address) => address !== null && /^[\s\p{Cc}]*(?:javascript|vbscript|data):/iu.test(address));
    return {
      elements,
      handlers,
      links,
      hacked: 'hacked' in window,
      stopped: Reflect.get(window, 'stopped') ?? [],
    };
  }, own);
  expect(found).toEqual({ elements: [], handlers: [], links: [], hacked: false, stopped: [] });
}

/** Every text that an element holds whole, and every value of a field. */
export async function standing(frame: Page | Frame): Promise<ReadonlySet<string>> {
  const texts = await frame.evaluate(() => {
    const all = new Set<string>();
    for (const one of document.body.querySelectorAll('*')) {
      if (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement) all.add(one.value);
      else if (one.childElementCount === 0) all.add(one.textContent ?? '');
    }
    // JSON keeps halves of surrogate pairs, which a message to the test would not.
    return [...all].map((text) => JSON.stringify(text));
  });
  return new Set(texts.map((text) => String(JSON.parse(text))));
}
