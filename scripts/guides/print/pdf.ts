/** The page to print as a PDF, by Chromium (https://playwright.dev/docs/api/class-page#page-pdf). */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { sheetPage } from './sheet.ts';

export const sheetFile = fileURLToPath(new URL('../../../docs/ja/早見表.md', import.meta.url));

export async function sheetPdf(browser: Browser): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setContent(sheetPage(readFileSync(sheetFile, 'utf8')));
    return await page.pdf({ preferCSSPageSize: true, printBackground: true });
  } finally {
    await page.close();
  }
}
