/** Opens the sidebar over its mock server in a page that forbids everything a sidebar does not need. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Scenario } from '../../addon/sidebar/testing/mock-state.ts';
import { weakTexts } from './contrast.ts';

const folder = fileURLToPath(new URL('../../addon/sidebar/', import.meta.url));
const address = 'https://sidebar.test/';
/** Nothing but the inline script and style of the one file; no network, no eval, no style attributes. */
const policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; base-uri 'self'";

export interface OpenSidebar {
  readonly page: Page;
  /** Errors, console messages and requests that should not have been; must stay empty. */
  readonly troubles: string[];
}

export interface Looks {
  readonly width: number;
  readonly height: number;
  readonly dark: boolean;
}

/** The sidebar with the mock server before it, as one HTML text. */
export async function bundleWithMock(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: "import './testing/mock-page.ts';\nimport './main.ts';",
      resolveDir: folder,
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
  });
  const script = outputFiles[0]?.text ?? '';
  const style = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  return readFileSync(join(folder, 'sidebar.html'), 'utf8')
    .replace('<!-- style -->', () => `<style>${style}</style>`)
    .replace('<!-- script -->', () => `<script>${script.replace(/<\/(script)/gi, '<\\/$1')}</script>`);
}

export const openSidebar = (
  browser: Browser,
  html: string,
  scenario: Partial<Scenario> = {},
  looks: Looks = ordinary,
): Promise<OpenSidebar> => openPage(browser, html, scenario, looks);

/** Opens any page of the add-on that was bundled with its mock server. */
export async function openPage(
  browser: Browser,
  html: string,
  scenario: object,
  looks: Looks,
): Promise<OpenSidebar> {
  const page = await browser.newPage({
    viewport: { width: looks.width, height: looks.height },
    colorScheme: looks.dark ? 'dark' : 'light',
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  });
  await page.clock.install({ time: new Date('2026-11-24T11:00:00+09:00') });
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => troubles.push(`console: ${message.text()}`));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.route('**/*', (route) => {
    if (route.request().url() === address) {
      return route.fulfill({
        body: html,
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': policy },
      });
    }
    troubles.push(`request: ${route.request().url()}`);
    return route.abort();
  });
  await page.goto(`${address}#${encodeURIComponent(JSON.stringify(scenario))}`);
  return { page, troubles };
}

/** Makes the walks through a page over its mock server; each holds that nothing went wrong behind the clerk's back. */
export function walksOf<Scenario extends object>(usual: Looks) {
  return async (
    browser: Browser,
    html: string,
    scenario: Partial<Scenario>,
    steps: (page: Page) => Promise<void>,
    looks: Looks = usual,
  ): Promise<void> => {
    const { page, troubles } = await openPage(browser, html, scenario, looks);
    page.setDefaultTimeout(30_000);
    try {
      await steps(page);
      expect(troubles).toEqual([]);
    } finally {
      await page.close();
    }
  };
}

const ordinary: Looks = { width: 300, height: 720, dark: false };
export const walkSidebar = walksOf<Scenario>(ordinary);

/** Rows of a long list; the options of a select have the same role. */
export const rows = (page: Page): Locator => page.getByRole('listbox').getByRole('option');
export const tab = (page: Page, name: string): Locator =>
  page.getByRole('navigation').getByRole('button', { name });
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).click();
export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });

export async function hasFocus(page: Page, id: string): Promise<void> {
  await page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
}

/** Waits until nothing the screen shows is on its way. */
export const settled = (page: Page): Promise<void> => page.locator('.screen:not([aria-busy])').waitFor();

/** All looks under `npm run test:long`; `npm test` walks through the first two, the hardest ones. */
export function inLooks<T>(looks: readonly T[]): readonly T[] {
  return process.env.CCI_LONG === '1' ? looks : looks.slice(0, 1);
}

export const looksToTry: readonly (readonly [string, Looks])[] = inLooks([
  ['300 px, light', { width: 300, height: 720, dark: false }],
  ['150 % zoom, dark', { width: 200, height: 480, dark: true }],
  ['300 px, dark', { width: 300, height: 720, dark: true }],
  ['390 px, light', { width: 390, height: 844, dark: false }],
]);

/** Every text stands out from its ground, and nothing reaches beyond the window. */
export async function isReadable(page: Page): Promise<void> {
  expect(await weakTexts(page, 4.5)).toEqual([]);
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('.app *')]
      .filter((one) => one.closest('.table-scroll, .spoken, svg, .row-more') === null)
      .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 0.5)
      .map((one) => `${one.tagName}.${one.className}`),
  );
  expect(wide).toEqual([]);
}
