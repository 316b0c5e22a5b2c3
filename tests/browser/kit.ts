/** The product as `npm start` serves it, in a workspace of its own, and browsers that notice everything that should not be. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Serving, serve } from '../../scripts/start/serve.ts';

export interface Kit extends Serving {
  /** The host that pages may talk to, `127.0.0.1:40123`. */
  readonly host: string;
}

/** Builds where needed, seeds the model chamber in a temporary folder and serves it on a free port. */
export async function startKit(): Promise<Kit> {
  const folder = mkdtempSync(join(tmpdir(), 'cci-line-'));
  const serving = await serve({ folder, port: 0, reset: false });
  return {
    ...serving,
    host: new URL(serving.address).host,
    close: async () => {
      await serving.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors, complaints of the console, dialogs, failed answers and requests elsewhere; must stay empty. */
  readonly troubles: string[];
}

/** A person's own browser (cookies, tabs), opened at the first page. */
export async function takeSeat(browser: Browser, kit: Kit, width: number, height: number): Promise<Seat> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
    hasTouch: width < 500,
  });
  context.setDefaultTimeout(60_000);
  const troubles: string[] = [];
  context.on('weberror', (one) => troubles.push(`error: ${one.error().message}`));
  context.on('console', (one) => {
    if (['error', 'warning', 'assert'].includes(one.type())) troubles.push(`console: ${one.text()}`);
  });
  context.on('dialog', (one) => {
    troubles.push(`dialog: ${one.message()}`);
    void one.dismiss();
  });
  context.on('response', (one) => {
    if (one.status() >= 400) troubles.push(`${one.status()}: ${one.url()}`);
  });
  const elsewhere = (url: URL): boolean =>
    !['data:', 'about:', 'blob:'].includes(url.protocol) && url.host !== kit.host;
  await context.route(elsewhere, (route) => {
    troubles.push(`request: ${route.request().url()}`);
    return route.abort();
  });
  const page = await context.newPage();
  await page.goto(kit.address);
  return { context, page, troubles };
}

/** How far the page is wider than the window, in pixels; 0 when nothing has to be pushed sideways. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
