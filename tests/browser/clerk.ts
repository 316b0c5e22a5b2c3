/** What a clerk does in the sidebar beside the sheet, by the words on its buttons. */
import type { FrameLocator, Locator, Page } from 'playwright-core';

export type Sidebar = FrameLocator;

export const sidebarOf = (page: Page): Sidebar => page.frameLocator('[data-side-frame]');

export async function openTab(side: Sidebar, name: string): Promise<void> {
  await side.getByRole('navigation').getByRole('button', { name }).click();
  await side.getByRole('heading', { level: 1, name, exact: true }).waitFor();
}

export const press = (side: Sidebar, name: string | RegExp): Promise<void> =>
  side.getByRole('button', { name }).click();

/** Rows of 受付; the options of a select have the same role. */
export const rows = (side: Sidebar): Locator => side.getByRole('listbox').getByRole('option');

/** Finds an application by name or receipt number in 受付 and opens it. */
export async function openCase(side: Sidebar, words: string): Promise<void> {
  await openTab(side, '受付');
  await side.getByRole('searchbox').fill(words);
  await rows(side).filter({ hasText: words }).first().click();
  await side.getByText(/^受付番号 R\d+-\d+$/).waitFor();
  await side.locator('.screen:not([aria-busy])').waitFor();
}

/** 承認, with every step before it recorded in one go. */
export async function approveWithSteps(
  side: Sidebar,
  grounds: Readonly<Record<string, string>>,
): Promise<void> {
  await press(side, /^承認$/);
  for (const [step, ground] of Object.entries(grounds)) {
    await side.getByRole('group', { name: step }).getByLabel('根拠').fill(ground);
  }
  await press(side, '記録して承認');
  await side.getByText('承認しました。CSVの出力待ちに入りました。').waitFor();
}

/** The number beside a word on the screen CSV. */
export async function figure(side: Sidebar, label: string): Promise<number> {
  const text = await side
    .locator('.figure')
    .filter({ has: side.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
    .locator('dd')
    .innerText();
  return Number(/\d+/.exec(text)?.[0]);
}
