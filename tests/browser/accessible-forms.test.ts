/** Every view of the page of forms for people who cannot see it, use no mouse, or enlarge it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { isForEveryone } from './accessible-checks.ts';
import { bundleWithMock, walkForms } from './forms-page.ts';
import { press, settled, tab } from './sidebar-page.ts';

let browser: Browser;
let html = '';

beforeAll(async () => {
  [browser, html] = await Promise.all([launchChromium(), bundleWithMock()]);
}, 900_000);

afterAll(async () => {
  await browser?.close();
});

type Way = (page: Page) => Promise<void>;

async function plan(page: Page): Promise<void> {
  await press(page, '入会申込：更新を見る');
  await page.locator('.headline').waitFor();
}
async function apply(page: Page): Promise<void> {
  await plan(page);
  await page.getByLabel('日商の新しい内容にする').check();
  await page.getByLabel('外したままにする').check();
  await page.locator('#apply').click();
  await page.getByRole('heading', { level: 1, name: '更新しました' }).waitFor();
}

const views: Readonly<Record<string, readonly [object, Way]>> = {
  一覧: [{}, (page) => page.locator('.form-card').first().waitFor()],
  まだない: [{ forms: false }, (page) => settled(page)],
  止める前: [{}, (page) => press(page, '入会申込：受付を止める')],
  締切と定員: [
    {},
    async (page) => {
      await press(page, 'インボイス制度 実務セミナー 申込：締切と定員');
      await page.locator('#terms-places').fill('33');
      await press(page, '変わることを確かめる');
      await page.locator('#terms-result').waitFor();
    },
  ],
  ひな型: [{}, (page) => tab(page, 'ひな型から作る').click()],
  作る: [
    {},
    async (page) => {
      await tab(page, 'ひな型から作る').click();
      await press(page, '「セミナー申込」で作る');
      await page.locator('.preview').waitFor();
      await press(page, 'このフォームを作る');
    },
  ],
  できた: [
    {},
    async (page) => {
      await tab(page, 'ひな型から作る').click();
      await press(page, '「セミナー申込」で作る');
      await page.locator('#fill-in-eventName').fill('見本セミナー');
      await page.locator('#fill-in-eventDate').fill('2026-12-10');
      await page.locator('#fill-in-courses').fill('午前の部\n午後の部');
      await press(page, 'このフォームを作る');
      await page.getByRole('heading', { level: 1, name: 'フォームができました' }).waitFor();
    },
  ],
  更新の計画: [{}, plan],
  更新した: [{}, apply],
  履歴: [{}, (page) => press(page, '入会申込：履歴')],
  取り込む: [{}, (page) => press(page, '「入会申込のコピー」を取り込む')],
  ひな型として保存: [
    {},
    async (page) => {
      await press(page, '入会申込：ひな型として保存');
      await press(page, '下書きを保存する');
      await page.getByText('入会申込.template.yaml（18問）').waitFor();
    },
  ],
  返事がない: [{ broken: ['updatePlan'] }, (page) => press(page, '入会申込：更新を見る')],
};

describe('forms page', () => {
  it.each(Object.entries(views))('%s__for_everyone', (_name, [scenario, way]) =>
    walkForms(browser, html, scenario, async (page) => {
      await way(page);
      await settled(page);
      await page.clock.runFor(1000);
      await isForEveryone(page, [390, 1280]);
    }));
});
