/** Every view of the sidebar for people who cannot see it, use no mouse, or enlarge it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { isForEveryone } from './accessible-checks.ts';
import { bundleWithMock, press, rows, settled, tab, walkSidebar } from './sidebar-page.ts';
import { chooseFile, find, openAnswer } from './sidebar-register-page.ts';

let browser: Browser;
let html = '';

beforeAll(async () => {
  [browser, html] = await Promise.all([launchChromium(), bundleWithMock()]);
}, 900_000);

afterAll(async () => {
  await browser?.close();
});

type Way = (page: Page) => Promise<void>;

async function queue(page: Page): Promise<void> {
  await tab(page, '受付').click();
  await rows(page).first().waitFor();
}
async function oneCase(page: Page): Promise<void> {
  await queue(page);
  await rows(page).first().click();
  await page.getByRole('button', { name: /^承認$/ }).waitFor();
}
const then =
  (way: Way, name: string | RegExp): Way =>
  async (page) => {
    await way(page);
    await press(page, name);
  };
async function register(page: Page): Promise<void> {
  await tab(page, '台帳').click();
  await settled(page);
}
const registerThen =
  (more: Way): Way =>
  async (page) => {
    await register(page);
    await more(page);
  };

const views: Readonly<Record<string, readonly [object, Way]>> = {
  今日: [{ attention: true }, () => Promise.resolve()],
  準備: [{ ready: false, forms: 0, applications: 0 }, (page) => press(page, 'この内容で始める')],
  受付: [{}, queue],
  受付に何もない: [{ applications: 0 }, (page) => tab(page, '受付').click()],
  一件: [{}, oneCase],
  一件を直す: [{}, then(oneCase, '組織区分を直す')],
  承認の前: [{}, then(oneCase, /^承認$/)],
  差戻しの前: [{}, then(oneCase, '差戻し')],
  返事がない: [{ broken: ['collect'] }, (page) => press(page, '回答を取り込む')],
  CSV: [{}, (page) => tab(page, 'CSV').click()],
  出したあと: [
    {},
    async (page) => {
      await tab(page, 'CSV').click();
      await press(page, /^CSVを出す/);
      await press(page, '取込失敗');
    },
  ],
  困ったら: [{}, (page) => tab(page, '困ったら').click()],
  台帳: [{}, register],
  台帳がまだない: [{ register: 'empty' }, register],
  取込みの中身: [
    {},
    registerThen(async (page) => {
      await chooseFile(page);
      await press(page, '中身を確かめる');
      await page.getByText('変わる事業所の例').click();
    }),
  ],
  列の並び: [
    {},
    registerThen(async (page) => {
      await chooseFile(page);
      await press(page, 'このファイルの並びを覚えさせる');
      await press(page, '列を読み取る');
    }),
  ],
  送付: [
    {},
    registerThen(async (page) => {
      await press(page, '送付・督促');
      await press(page, '送る相手を確かめる');
      await page.locator('#preview-heading').waitFor();
    }),
  ],
  回答: [{}, registerThen((page) => press(page, '回答を見る'))],
  一件の回答: [{}, registerThen((page) => openAnswer(page, '食い違い'))],
  代理入力: [
    {},
    registerThen(async (page) => {
      await press(page, '代理入力');
      await find(page, '01');
      await page.locator('.line').first().click();
      await page.getByLabel('変更あり').check();
    }),
  ],
};

describe('sidebar', () => {
  it.each(Object.entries(views))('%s__for_everyone', (_name, [scenario, way]) =>
    walkSidebar(browser, html, scenario, async (page) => {
      await way(page);
      await settled(page);
      await page.clock.runFor(1000);
      await isForEveryone(page, [300, 390]);
    }));
});
