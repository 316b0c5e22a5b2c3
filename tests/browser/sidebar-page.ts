/** Opens the sidebar over its mock server in a page that forbids everything a sidebar does not need. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { Scenario } from '../../addon/sidebar/testing/mock-state.ts';

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

export async function openSidebar(
  browser: Browser,
  html: string,
  scenario: Partial<Scenario> = {},
  looks: Looks = { width: 300, height: 720, dark: false },
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
