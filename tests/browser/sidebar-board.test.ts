/** Where the list for the next 常議員会 is: said in 受付 and 一件 of that state, and no others. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { bundleWithMock, isReadable, looksToTry, press, rows, tab, walkSidebar } from './sidebar-page.ts';

let browser: Browser;
let html = '';

beforeAll(async () => {
  [browser, html] = await Promise.all([launchChromium(), bundleWithMock()]);
}, 900_000);

afterAll(async () => {
  await browser?.close();
});

const hint = '次の会議の一覧は、シート「常議員会」から印刷できます。';

async function filtered(page: Page): Promise<void> {
  await tab(page, '受付').click();
  await rows(page).first().waitFor();
  expect(await page.getByText(hint).count()).toBe(0);
  await page.getByLabel('状態でしぼる').selectOption('board');
  await page.getByText(hint).waitFor();
  await rows(page).first().waitFor();
}

describe('常議員会', () => {
  it.each(looksToTry)('%s__queue_and_case_lead_to_the_sheet', (_name, looks) =>
    walkSidebar(
      browser,
      html,
      {},
      async (page) => {
        await filtered(page);
        await isReadable(page);
        await press(page, '一覧を開く');
        await page.getByText('シート「常議員会」の1行目を選びました。').waitFor();
        await rows(page).first().click();
        await page.getByText(hint).waitFor();
        await press(page, '一覧を開く');
        await page.getByText(/シート「常議員会」の\d+行目を選びました。/).waitFor();
        await isReadable(page);
      },
      looks,
    ));
});
