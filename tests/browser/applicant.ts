/** What a business does on the answer page of a form, by the words it reads there. */
import type { Locator, Page } from 'playwright-core';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The input of a question. */
export function input(page: Page, title: string): Locator {
  return page.getByLabel(new RegExp(`^${escaped(title)}\\s*(必須|任意)$`));
}

/** The whole question: title, help, inputs, fault. */
export function question(page: Page, title: string): Locator {
  return page
    .locator('[data-item]:visible')
    .filter({ has: page.locator('.question__title', { hasText: new RegExp(`^${escaped(title)}$`) }) });
}

/** Waits until the form is there and shows one page at a time. */
export async function formReady(page: Page): Promise<void> {
  await page.locator('.answer.is-paged').waitFor();
}

/** Types into several questions of the page in sight. */
export async function type(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [title, text] of Object.entries(texts)) await input(page, title).fill(text);
}

/** Taps a choice of a question. */
export async function choose(page: Page, title: string, choice: string): Promise<void> {
  await question(page, title).getByText(choice, { exact: true }).click();
}

export const pressNext = (page: Page): Promise<void> => page.getByRole('button', { name: '次へ' }).click();
export const pressSend = (page: Page): Promise<void> =>
  page.getByRole('button', { name: '送信する' }).click();

/** Waits until the page of that title is the one in sight. */
export async function onPage(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
}

/** 次へ, and the page that follows. */
export async function nextTo(page: Page, title: string): Promise<void> {
  await pressNext(page);
  await onPage(page, title);
}

/** 戻る, and the page before. */
export async function backTo(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: '戻る' }).click();
  await onPage(page, title);
}

/** The three consents of the last page. */
export async function agree(page: Page): Promise<void> {
  await choose(page, '個人情報の取扱いへの同意', '同意する');
  await choose(page, '反社会的勢力でないことの誓約', '誓約する');
  await choose(page, '定款への同意', '同意する');
}
