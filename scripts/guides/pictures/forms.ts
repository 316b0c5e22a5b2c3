/** The page フォームの作成と更新 as it stands over the sheet, on a desk and on a narrow screen. */
import type { FrameLocator, Page } from 'playwright-core';
import { openAsClerk, type Studio, shoot } from './camera.ts';

/** Width and height of the window, and what the names of its pictures end in. */
const windows = [
  { width: 1280, height: 800, suffix: '' },
  { width: 390, height: 844, suffix: '-390' },
] as const;

const seeded = '経営相談の申込（見本商工会議所）';

interface Opened {
  readonly page: Page;
  readonly forms: FrameLocator;
}

async function openForms(studio: Studio, { width, height }: (typeof windows)[number]): Promise<Opened> {
  const page = await openAsClerk(studio, width, height, `/sheets/${studio.bookId}#menu=showForms`);
  const forms = page.frameLocator('[data-dialog-frame]');
  await forms.getByRole('heading', { level: 1, name: 'フォーム', exact: true }).waitFor();
  await forms.getByRole('listitem', { name: seeded }).waitFor();
  return { page, forms };
}

const press = (at: FrameLocator, name: string | RegExp): Promise<void> =>
  at.getByRole('button', { name }).first().click();

/** List, gallery, and a form being made. */
async function takeMaking(studio: Studio, size: (typeof windows)[number]): Promise<void> {
  const { page, forms } = await openForms(studio, size);
  await shoot(page, `forms-list${size.suffix}`);
  await press(forms, 'ひな型から作る');
  await forms.getByRole('button', { name: '「参加申込」で作る' }).waitFor();
  await shoot(page, `forms-gallery${size.suffix}`);
  await press(forms, '「参加申込」で作る');
  await forms.locator('#fill-in-eventName').fill('見本セミナー');
  await forms.locator('#fill-in-eventDate').fill('12月10日（木）午後2時〜4時');
  await forms.locator('#fill-in-place').fill('商工会館 3階');
  await forms.getByText('見本セミナー　参加申込（見本商工会議所）').waitFor();
  await shoot(page, `forms-make${size.suffix}`);
  await page.close();
}

/** The plan of an update, and the question it asks. */
async function takePlan(studio: Studio, size: (typeof windows)[number]): Promise<void> {
  const { page, forms } = await openForms(studio, size);
  await forms
    .getByRole('listitem', { name: seeded })
    .getByRole('button', { name: /更新を見る$/ })
    .click();
  await forms.locator('.headline').waitFor();
  const conflict = forms.locator('.conflict').first();
  await conflict.waitFor();
  await shoot(page, `forms-plan${size.suffix}`);
  await conflict.scrollIntoViewIfNeeded();
  await shoot(page, `forms-decide${size.suffix}`);
  await page.close();
}

export async function takeForms(studio: Studio): Promise<void> {
  for (const size of windows) {
    await takeMaking(studio, size);
    await takePlan(studio, size);
  }
}
