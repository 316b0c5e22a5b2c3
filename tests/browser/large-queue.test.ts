/** A queue of two thousand: whatever is in sight, few elements stand in the page, and every row is within reach. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { bundleWithMock, hasFocus, rows, settled, tab, walkSidebar } from './sidebar-page.ts';

const total = 2000;
/** Rows in sight at 720 pixels and eight on either side. */
const mostRows = 40;
/** Elements of the whole page, with all that a row holds. */
const mostElements = 800;

let browser: Browser;
let html = '';

beforeAll(async () => {
  [browser, html] = await Promise.all([launchChromium(), bundleWithMock()]);
}, 900_000);

afterAll(async () => {
  await browser?.close();
});

const walk = (steps: (page: Page) => Promise<void>): Promise<void> =>
  walkSidebar(browser, html, { applications: total, delay: 1 }, async (page) => {
    await tab(page, '受付').click();
    await rows(page).first().waitFor();
    await steps(page);
  });

const elements = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('body *').length);

/** Receipt numbers of the rows that are wholly in sight. */
const inSight = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const frame = document.getElementById('queue-list')?.getBoundingClientRect();
    if (frame === undefined) return [];
    return [...document.querySelectorAll('#queue-list [role=option]')]
      .filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return top >= frame.top - 1 && bottom <= frame.bottom + 1;
      })
      .map((row) => row.querySelector('.row-number')?.textContent ?? '');
  });

/** Scrolls to a share of the whole and waits until the rows there have come. */
async function scrollTo(page: Page, share: number): Promise<void> {
  await page.evaluate((part) => {
    const list = document.getElementById('queue-list');
    if (list !== null) list.scrollTop = (list.scrollHeight - list.clientHeight) * part;
  }, share);
  await page.waitForFunction((part) => {
    const list = document.getElementById('queue-list');
    const drawn = [...document.querySelectorAll('#queue-list [role=option]')];
    if (list === null || drawn.length === 0 || document.querySelector('.row-waiting') !== null) return false;
    const frame = list.getBoundingClientRect();
    const covers = (y: number): boolean =>
      drawn.some((row) => row.getBoundingClientRect().top <= y && row.getBoundingClientRect().bottom >= y);
    return part >= 0 && covers(frame.top + 2) && covers(frame.bottom - 4);
  }, share);
}

describe('queue of two thousand', () => {
  it('any_scroll_position__is_covered_by_few_elements', () =>
    walk(async (page) => {
      const heights = new Set<number>();
      for (let step = 0; step <= 20; step++) {
        await scrollTo(page, step / 20);
        expect(await rows(page).count()).toBeLessThanOrEqual(mostRows);
        expect(await elements(page)).toBeLessThanOrEqual(mostElements);
        heights.add(await page.locator('#queue-list').evaluate((list) => list.scrollHeight));
        const [first, ...rest] = (await inSight(page)).map((one) => Number(one.slice(-4)));
        expect(rest).toEqual(rest.map((_, index) => (first ?? 0) + index + 1));
      }
      // The bar of the list says from the beginning how long it is.
      expect(heights.size).toBe(1);
      expect((await inSight(page)).at(-1)).toBe(`R8-${total}`);
    }));

  it('a_hundred_jumps_in_one_go__leave_no_row_behind', () =>
    walk(async (page) => {
      await page.evaluate(async () => {
        const list = document.getElementById('queue-list');
        if (list === null) return;
        for (let step = 0; step < 100; step++) {
          list.scrollTop = ((step * 7919) % 100) * (list.scrollHeight / 100);
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      });
      await scrollTo(page, 0.5);
      expect(await rows(page).count()).toBeLessThanOrEqual(mostRows);
      expect(await elements(page)).toBeLessThanOrEqual(mostElements);
    }));

  it('keyboard__comes_to_the_last_row_and_to_every_row_of_a_page_between', () =>
    walk(async (page) => {
      const list = page.locator('#queue-list');
      await list.focus();
      const active = (): Promise<string> =>
        list.evaluate((one) => {
          const id = one.getAttribute('aria-activedescendant') ?? '';
          return document.getElementById(id)?.getAttribute('aria-posinset') ?? '';
        });
      await page.keyboard.press('End');
      await page.getByText(`R8-${total}`).waitFor();
      expect(await active()).toBe(String(total));
      await page.keyboard.press('PageUp');
      const from = Number(await active());
      expect(from).toBeLessThan(total);
      for (let row = from; row < total; row++) {
        await page.keyboard.press('ArrowDown');
        expect(await active()).toBe(String(row + 1));
        expect(await inSight(page)).toContain(`R8-${row + 1}`);
      }
      await page.keyboard.press('Enter');
      await page.getByText(`受付番号 R8-${total}`).waitFor();
      await settled(page);
      await page.keyboard.press('Escape');
      await hasFocus(page, 'queue-list');
      expect(await active()).toBe(String(total));
    }));
});
