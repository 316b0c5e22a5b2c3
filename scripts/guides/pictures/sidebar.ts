/** What the clerk sees beside the sheet. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { openAsClerk, openPage, type Studio, shoot } from './camera.ts';

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

/** The panel of 差戻し with its mail, left without sending it. */
async function writeReturn(side: FrameLocator, page: Page): Promise<void> {
  await side.getByRole('button', { name: /^差戻し$/ }).click();
  await side.getByRole('button', { name: '「直すところ」を文に入れる' }).click();
  await shoot(sideOf(page), 'sidebar-return');
  await side.getByRole('button', { name: 'やめる' }).click();
}

const sideOf = (page: Page): Locator => page.locator('[data-side]');

/** A day at the desk: what waits, the queue, one application, its approval, the CSV, the register. */
export async function takeSidebar(studio: Studio): Promise<void> {
  const page = await openPage(studio, 1280, 800);
  await shoot(page, 'desk');
  await page.getByRole('button', { name: '受付を開く' }).click();
  const side = page.frameLocator('[data-side-frame]');
  await openTab(side, '受付');
  await side.getByRole('listbox').getByRole('option').first().waitFor();
  await page.setViewportSize({ width: 1000, height: 680 });
  await shoot(page, 'sidebar-queue');
  await page.setViewportSize({ width: 1280, height: 1000 });
  await openTab(side, '今日');
  await shoot(sideOf(page), 'sidebar-today');
  await page.setViewportSize({ width: 1280, height: 1240 });
  await openCase(side, '大和田美容室');
  await shoot(sideOf(page), 'sidebar-case');
  await page.setViewportSize({ width: 1280, height: 1000 });
  await writeReturn(side, page);
  await page.setViewportSize({ width: 1280, height: 1240 });
  await approveUnwritable(side);
  await openTab(side, 'CSV');
  await side.getByRole('button', { name: /^CSVを出す/ }).waitFor();
  await shoot(sideOf(page), 'csv');
  await page.setViewportSize({ width: 1280, height: 1000 });
  await openTab(side, '台帳');
  await shoot(sideOf(page), 'sidebar-register');
  await page.close();
}

/** The set-up form of a book that is still empty. */
export async function takeSetup(studio: Studio, emptyBook: string): Promise<void> {
  const page = await openAsClerk(studio, 1280, 1000, `/sheets/${emptyBook}#menu=showSidebar`);
  const side = page.frameLocator('[data-side-frame]');
  await side.getByRole('button', { name: 'この内容で始める' }).waitFor();
  await shoot(sideOf(page), 'setup');
  await page.close();
}
