/** The quick start as Chromium prints it today: one A4 page, letters that can be read on a wall, and the file that is kept says the same. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { sheetFile, sheetPdf } from '../../scripts/guides/print/pdf.ts';
import { readPdf } from '../../scripts/guides/print/read-pdf.ts';
import { sheetPage } from '../../scripts/guides/print/sheet.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 240_000);
afterAll(async () => {
  await browser?.close();
});

const pointsOfPixel = 72 / 96;

describe('早見表', () => {
  it('is_one_page__as_the_file_that_is_kept', async () => {
    const made = await readPdf(await sheetPdf(browser));
    expect(made.pages).toBe(1);
    const kept = await readPdf(readFileSync(sheetFile.replace(/\.md$/, '.pdf')));
    expect(kept, 'npm run docs:print').toEqual(made);
  });

  it('letters_are_ten_points_or_more_and_nothing_is_wider_than_the_page', async () => {
    const page = await browser.newPage({ viewport: { width: 688, height: 1000 } });
    await page.setContent(sheetPage(readFileSync(sheetFile, 'utf8')));
    await page.emulateMedia({ media: 'print' });
    const sizes = await page
      .locator('h1, p, th, td')
      .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
    expect(Math.min(...sizes) * pointsOfPixel).toBeGreaterThanOrEqual(9.99);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    await page.close();
    expect(wide).toBeLessThanOrEqual(688);
  });
});
