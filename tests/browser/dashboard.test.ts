/** The page 調査の結果: choose, read graph and table, on a desk and on a telephone; what is hidden says so; nothing is evaluated. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../../addon/dashboard/testing/mock-state.ts';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { hasNoViolation } from './accessible-checks.ts';
import { bundleWithMock, narrow, walkDashboard, wide } from './dashboard-page.ts';
import { inLooks, isReadable, type Looks, settled } from './sidebar-page.ts';

let browser: Browser;
let html = '';

beforeAll(async () => {
  [browser, html] = await Promise.all([launchChromium(), bundleWithMock()]);
}, 900_000);

afterAll(async () => {
  await browser?.close();
});

const walk = (
  scenario: Partial<Scenario>,
  steps: (page: Page) => Promise<void>,
  looks?: Looks,
): Promise<void> => walkDashboard(browser, html, scenario, steps, looks);

const looks = inLooks([
  ['1280 px', wide],
  ['390 px', narrow],
  ['1280 px, dark', { ...wide, dark: true }],
] as const);

const scope = (page: Page, text: string): Promise<void> =>
  page.locator('.scope-where', { hasText: text }).waitFor();
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true }).first();

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.CCI_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

describe('JCCI', () => {
  it.each(looks)('chooses_region_and_industry__graph_and_table_say_the_same (%s)', async (name, look) => {
    await walk(
      {},
      async (page) => {
        await scope(page, '全国');
        const graph = card(page, '項目ごとのDI').locator('svg').first();
        await graph.waitFor();
        expect(await card(page, '項目ごとのDI').locator('tbody tr').count()).toBe(7);
        await shot(page, `dashboard-${name}`);
        await page.getByLabel('地域', { exact: true }).selectOption('prefecture');
        await scope(page, '青森県');
        await page.getByLabel('都道府県', { exact: true }).selectOption('大阪府');
        await scope(page, '大阪府');
        await page.getByLabel('業種', { exact: true }).selectOption('製造業');
        await scope(page, '大阪府　製造業');
        await page.getByLabel('くらべる項目', { exact: true }).selectOption('sales');
        const own = card(page, '売上DI（業種別）');
        await own.locator('svg').waitFor();
        const cells = await own.locator('tbody tr').nth(2).locator('th, td').allInnerTexts();
        expect(cells[0]).toBe('製造業');
        expect(cells[2]).toMatch(/^▲?\d+\.\d$/);
        // On a desk the figure stands in the graph too, on a telephone in the table below it.
        const drawn = await own.locator('svg text').allTextContents();
        expect(drawn.includes(cells[2] ?? '')).toBe(look.width > 720);
        await settled(page);
        await isReadable(page);
        await hasNoViolation(page);
      },
      look,
    );
  });

  it('a_hidden_group__says_so_in_graph_and_table__with_the_reason', async () => {
    await walk({}, async (page) => {
      await page.getByLabel('地域', { exact: true }).selectOption('prefecture');
      await page.getByLabel('都道府県', { exact: true }).selectOption('岩手県');
      await scope(page, '岩手県');
      const own = card(page, '業況DI（商工会議所別）');
      await own.locator('svg').waitFor();
      expect(await own.locator('tr', { hasText: '見本小浜商工会議所' }).innerText()).toMatch(
        /3未満\s+秘匿 回答が少ないため/,
      );
      expect(await own.locator('svg').innerHTML()).toContain('秘匿');
      await shot(page, 'dashboard-hidden');
    });
  });
});

describe('a chamber', () => {
  it('sees_its_own_first__and_is_warned__another_wave_is_a_choice_away', async () => {
    await walk(
      { chamber: '見本小浜商工会議所' },
      async (page) => {
        await scope(page, '見本小浜商工会議所');
        await page.getByText('貴所の回答だけの結果です').waitFor();
        await shot(page, 'dashboard-own');
        await page.getByLabel('調査と回', { exact: true }).selectOption('lobo-2026-09');
        await page.locator('.scope', { hasText: '2026年9月' }).waitFor();
        expect(await page.getByRole('columnheader', { name: '前月比' }).count()).toBe(0);
      },
      narrow,
    );
  });

  it('with_an_address_that_ended__is_told_what_to_do__and_sees_nothing', async () => {
    await walk({ standing: 'refused' }, async (page) => {
      await page.getByText('このアドレスでは、調査の結果を見られません').waitFor();
      expect(await page.locator('table').count()).toBe(0);
      await hasNoViolation(page);
    });
    await walk({ standing: 'none' }, async (page) => {
      await page.getByText('見られる調査の結果が、まだありません。').waitFor();
    });
  });
});
