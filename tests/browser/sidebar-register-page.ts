/** What a clerk does on the register's screens, by the words there. */
import type { Page } from 'playwright-core';
import { press, rows, settled } from './sidebar-page.ts';

export async function chooseFile(page: Page): Promise<void> {
  await press(page, /CSVを取り込む/);
  await page.getByLabel('会員一覧_20261120.csv').check();
}

export async function openAnswer(page: Page, words: string): Promise<void> {
  await press(page, '回答を見る');
  await rows(page).filter({ hasText: words }).first().click();
  await settled(page);
}

export async function find(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words);
  await page.clock.runFor(1000);
}
