/**
 * The cards at the edge of the sheet, on a narrow window and on a telephone, pressed through as a clerk would: access to the file, the
 * queue, an approval with its steps, the file for the core system, a form. `CARDS_PICTURES`: a folder for pictures to look at.
 */
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { weakTexts } from './contrast.ts';
import { type Kit, overhang, startKit, takeSeat } from './kit.ts';

let browser: Browser;
let kit: Kit;

beforeAll(async () => {
  [browser, kit] = await Promise.all([launchChromium(), startKit()]);
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await kit?.close();
});

/** What is the same at any width is walked through on one. */
const telephone = '390';

const folder = process.env.CARDS_PICTURES;
let picture = 0;

async function looksGood(page: Page, name: string): Promise<void> {
  await page.locator('[data-load]').first().waitFor({ state: 'hidden' });
  if (folder !== undefined) {
    picture += 1;
    await page.screenshot({ path: join(folder, `${String(picture).padStart(2, '0')}-${name}.png`) });
  }
  expect(await overhang(page), name).toBe(0);
  expect(await weakTexts(page, 4.5), name).toEqual([]);
}

const titled = (panel: Locator, name: string | RegExp): Promise<void> =>
  panel
    .getByRole('heading', { name, exact: typeof name === 'string' })
    .first()
    .waitFor();
const press = (panel: Locator, name: string | RegExp): Promise<void> =>
  panel
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

async function openPanel(page: Page): Promise<Locator> {
  const { bookId } = kit.baseline;
  await page.goto(`${kit.address}/spreadsheets/d/${bookId}/edit`);
  await page.getByRole('button', { name: 'アドオン 会議所キット を開く' }).click();
  return page.locator('.gpanel');
}

/** A press on a value, another one typed, and back on the application with the history that says so. */
async function correctOne(page: Page, panel: Locator, size: string): Promise<void> {
  await panel.locator('button', { hasText: '代表者氏名' }).first().click();
  await titled(panel, '代表者氏名を直す');
  await looksGood(page, `${size}-correct`);
  await panel.getByRole('textbox', { name: '代表者氏名' }).fill('見本 次郎');
  await press(panel, '直す');
  await page.getByText('「代表者氏名」を直しました。').waitFor();
  await panel.getByText('→ 見本 次郎').waitFor();
  await looksGood(page, `${size}-corrected`);
}

/** What the core system made of the file that has just been written. */
async function markOne(page: Page, panel: Locator, size: string): Promise<void> {
  await press(panel, '戻る');
  await titled(panel, 'CSV出力');
  await press(panel, '更新');
  await panel.getByRole('button', { name: '取込失敗' }).first().waitFor();
  await looksGood(page, `${size}-batches`);
  await press(panel, '取込済');
  await titled(panel, '取込済を記録する');
  await looksGood(page, `${size}-mark`);
  await press(panel, '取込済を記録');
  await page.getByText('取込済を記録しました。').waitFor();
  await titled(panel, 'CSV出力');
}

/** From the list to an application that waits to be looked at, and approved with every step before it. */
async function approveOne(page: Page, panel: Locator, size: string): Promise<void> {
  await panel.locator('[role="button"], button').filter({ hasText: '新着' }).first().click();
  await titled(panel, '受付');
  await looksGood(page, `${size}-queue`);
  await panel
    .locator('button', { hasText: /R8-\d+/ })
    .first()
    .click();
  await panel.getByText('いまの段階').waitFor();
  await looksGood(page, `${size}-case`);
  if (size === telephone) await correctOne(page, panel, size);
  await press(panel, '承認');
  await titled(panel, '承認する');
  await looksGood(page, `${size}-approve`);
  const grounds = panel.getByRole('textbox', { name: '根拠' });
  for (let index = 0; index < (await grounds.count()); index++) await grounds.nth(index).fill('記録簿');
  await press(panel, /承認する$/);
  await page.getByText('承認しました。CSVの出力待ちに入りました。').waitFor();
  await panel.getByText('いまの段階').waitFor();
  await press(panel, '戻る');
  await titled(panel, '受付');
}

describe.each([
  ['420', 420, 820],
  ['390', 390, 844],
] as const)('%s px', (size, width, height) => {
  it('from_the_sheet__access_queue_approval_csv_form', async () => {
    const { page, context, troubles } = await takeSeat(browser, kit, width, height);
    delete kit.runtime.workspace.state.fileGrants;
    const panel = await openPanel(page);
    await titled(panel, 'このファイルで使う');
    await looksGood(page, `${size}-access`);
    await press(panel, 'このファイルを許可する');
    await press(panel, '許可する');
    await titled(panel, '今日');
    await looksGood(page, `${size}-today`);
    await approveOne(page, panel, size);

    await press(panel, '今日に戻る');
    await titled(panel, '今日');
    await press(panel, 'CSV出力');
    await titled(panel, 'CSV出力');
    await looksGood(page, `${size}-csv`);
    await press(panel, /^\d+ 行を出力する$/);
    await titled(panel, 'CSVの出力');
    await panel.getByText(/\d+ 行を出力しました。/).waitFor();
    await looksGood(page, `${size}-csv-made`);
    if (size === telephone) {
      await markOne(page, panel, size);
      await press(panel, '戻る');
    } else await press(panel, '今日に戻る');
    await titled(panel, '今日');
    await press(panel, 'フォーム');
    await titled(panel, 'フォーム');
    await looksGood(page, `${size}-forms`);
    await press(panel, 'ひな型から作る');
    await titled(panel, 'ひな型から作る');
    await looksGood(page, `${size}-gallery`);
    await panel.locator('button', { hasText: '参加申込' }).first().click();
    await panel.getByRole('button', { name: '作って公開する' }).waitFor();
    await looksGood(page, `${size}-fill-in`);
    await press(panel, 'やめる');
    await titled(panel, 'ひな型から作る');

    await panel.getByLabel('メニュー').click();
    await press(panel, 'ヘルプ');
    await titled(panel, 'ヘルプ');
    await looksGood(page, `${size}-help`);
    await press(panel, '今日を開く');
    await press(panel, '点検');
    await titled(panel, '点検');
    await looksGood(page, `${size}-health`);
    expect(troubles).toEqual([]);
    await context.close();
  }, 240_000);
});
