/** Every view of JCCI's console for people who cannot see it, use no mouse, or enlarge it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Scenario } from '../../addon/console/testing/mock-state.ts';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { isForEveryone } from './accessible-checks.ts';
import { bundleWithMock, walkConsole } from './console-page.ts';
import { settled, tab } from './sidebar-page.ts';

let browser: Browser;
let html = '';

beforeAll(async () => {
  [browser, html] = await Promise.all([launchChromium(), bundleWithMock()]);
}, 900_000);

afterAll(async () => {
  await browser?.close();
});

async function list(page: Page): Promise<void> {
  await tab(page, '会議所の一覧').click();
  await page.locator('.fleet tbody tr').first().waitFor();
}

const views: Readonly<Record<string, readonly [Partial<Scenario>, (page: Page) => Promise<void>]>> = {
  概要: [{ fails: 20 }, () => Promise.resolve()],
  会議所の一覧: [{ fails: 20 }, list],
  当てはまらない: [
    {},
    async (page) => {
      await list(page);
      await page.getByRole('searchbox').fill('ない名前');
    },
  ],
  一つの会議所: [
    { fails: 20 },
    async (page) => {
      await list(page);
      await page.getByRole('searchbox').fill('21-001');
      await page.locator('.fleet tbody button').click();
      await page.getByText('membership-application').waitFor();
    },
  ],
  まだ何もない: [{ chambers: 0, published: false }, () => Promise.resolve()],
  見られない: [{ refused: true }, () => Promise.resolve()],
};

describe('console', () => {
  it.each(Object.entries(views))('%s__for_everyone', (_name, [scenario, way]) =>
    walkConsole(browser, html, { chambers: 60, ...scenario }, async (page) => {
      await way(page);
      await settled(page);
      await isForEveryone(page, [390, 1280]);
    }));
});
