/**
 * `npm run docs:pictures`: takes the pictures of README and docs/ja from the running product, freshly seeded in a temporary
 * folder, so that they show what a reader will see. Needs a Chromium (`CHROMIUM_PATH` names one).
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { launchChromium } from './browser/chromium.ts';
import { serve } from './start/serve.ts';

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));

/** Largest picture we keep in the repository, in bytes. */
const sizeLimit = 200_000;

async function shoot(target: Page | Locator, name: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  await target.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const { size } = statSync(path);
  if (size > sizeLimit) throw new Error(`${name}.png: ${size} bytes, more than ${sizeLimit}`);
  console.log(`${name}.png  ${(size / 1000).toFixed(0)} kB`);
}

async function openPage(browser: Browser, address: string, width: number, height: number): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width, height },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  return page;
}

const takeStep = (page: Page, button: string): Promise<void> =>
  page.getByRole('button', { name: button }).click();

/** A filled first page of the form with one fault pointed out. */
async function takeForm(browser: Browser, address: string): Promise<void> {
  const page = await openPage(browser, address, 390, 844);
  await takeStep(page, 'フォームに回答する');
  await page.locator('.answer.is-paged').waitFor();
  const ask = (title: string): Locator => page.getByLabel(new RegExp(`^${title}\\s*(必須|任意)$`));
  await page.getByRole('radio', { name: '法人' }).check({ force: true });
  await ask('事業所名').fill('株式会社見本製作所');
  await ask('事業所名カナ').fill('カブシキガイシャミホンセイサクショ');
  await ask('郵便番号').fill('123-456');
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByText('郵便番号は 7 けたの数字で入力してください').waitFor();
  await shoot(page, 'form-phone');
  await page.close();
}

const settled = (side: FrameLocator): Promise<void> => side.locator('.screen:not([aria-busy])').waitFor();

async function openTab(side: FrameLocator, name: string): Promise<void> {
  await side.getByRole('navigation').getByRole('button', { name }).click();
  await side.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  await settled(side);
}

async function openCase(side: FrameLocator, name: string): Promise<void> {
  await openTab(side, '受付');
  await side.getByRole('searchbox').fill(name);
  await side.getByRole('listbox').getByRole('option').filter({ hasText: name }).first().click();
  await side.getByText(/^受付番号 /).waitFor();
  await settled(side);
}

/** Approved although the core system cannot write its name: the row that waits in the picture of the CSV. */
async function approveUnwritable(side: FrameLocator): Promise<void> {
  await openCase(side, '𠮷田屋');
  await side.getByRole('button', { name: /^承認$/ }).click();
  for (const ground of await side.getByLabel('根拠').all()) await ground.fill('確認済み');
  await side.getByRole('button', { name: '記録して承認' }).click();
  await side.getByText('承認しました。').waitFor();
}

async function takeSidebar(browser: Browser, address: string): Promise<void> {
  const page = await openPage(browser, address, 1280, 800);
  await shoot(page, 'desk');
  await takeStep(page, '受付を開く');
  const side = page.frameLocator('[data-side-frame]');
  await openTab(side, '受付');
  await side.getByRole('listbox').getByRole('option').first().waitFor();
  await page.setViewportSize({ width: 1000, height: 680 });
  await shoot(page, 'sidebar-queue');
  await page.setViewportSize({ width: 1280, height: 1240 });
  await openCase(side, '大和田美容室');
  await shoot(page.locator('[data-side]'), 'sidebar-case');
  await approveUnwritable(side);
  await openTab(side, 'CSV');
  await side.getByRole('button', { name: /^CSVを出す/ }).waitFor();
  await shoot(page.locator('[data-side]'), 'csv');
  await page.close();
}

const state = mkdtempSync(join(tmpdir(), 'cci-pictures-'));
mkdirSync(folder, { recursive: true });
const [browser, kit] = await Promise.all([launchChromium(), serve({ folder: state, port: 0, reset: false })]);
try {
  await takeSidebar(browser, kit.address);
  await takeForm(browser, kit.address);
} finally {
  await browser.close();
  await kit.close();
  rmSync(state, { recursive: true, force: true });
}
