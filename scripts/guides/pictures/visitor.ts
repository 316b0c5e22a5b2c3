/** What a business sees on its telephone: the first page of the form, and the end. */
import type { Locator, Page } from 'playwright-core';
import { openPage, type Studio, shoot } from './camera.ts';

const ask = (page: Page, title: string): Locator => page.getByLabel(new RegExp(`^${title}\\s*(必須|任意)$`));

/** A filled first page of the form with one fault pointed out. */
export async function takeVisitor(studio: Studio): Promise<void> {
  const page = await openPage(studio, 390, 844);
  await page.getByRole('button', { name: 'フォームに回答する' }).click();
  await page.locator('.answer.is-paged').waitFor();
  await page.getByRole('radio', { name: '法人' }).check({ force: true });
  await ask(page, '事業所名').fill('株式会社見本製作所');
  await ask(page, '事業所名カナ').fill('カブシキガイシャミホンセイサクショ');
  await ask(page, '郵便番号').fill('123-456');
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByText('郵便番号は 7 けたの数字で入力してください').waitFor();
  await shoot(page, 'form-phone');
  await page.close();
}
