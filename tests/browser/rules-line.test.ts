/** Regulations as people walk them in the running product: built from the documents in Drive, looked up, revised, shown as a document. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { type Kit, overhang, type Seat, startKit, takeSeat } from './kit.ts';

let browser: Browser;
let kit: Kit;
let seat: Seat;
let broken = '';

beforeAll(async () => {
  [browser, kit] = await Promise.all([launchChromium(), startKit()]);
  seat = await takeSeat(browser, kit, 1280, 800);
  seat.context.setDefaultTimeout(30_000);
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await kit?.close();
});

/** One step of the story; after a step that failed the rest would only blame what did nothing wrong. */
function step(name: string, run: (page: Page) => Promise<void>): void {
  it(name, { timeout: 180_000 }, async () => {
    if (broken !== '') throw new Error(`not reached: ${broken} failed`);
    broken = name;
    await run(seat.page);
    expect(seat.troubles).toEqual([]);
    broken = '';
  });
}

const rules = (page: Page): FrameLocator => page.frameLocator('[data-dialog-frame]');
const documentId = (name: string): string => {
  const { files, documents } = kit.runtime.workspace.state;
  const found = Object.values(files).find((file) => file.name === name && documents[file.id] !== undefined);
  if (found === undefined) throw new Error(`no document ${name}`);
  return found.id;
};

describe('regulations', () => {
  step('desk__the_walk_leads_to_the_page__which_says_how_to_begin', async (page) => {
    await page.getByRole('heading', { name: '規程を調べる' }).waitFor();
    await page.goto(`${kit.address}/sheets/${kit.baseline.bookId}#menu=showSidebar`);
    await page.frameLocator('[data-side-frame]').getByRole('button', { name: '規程を調べる' }).click();
    await rules(page).getByText('規程の束が、まだありません。').waitFor();
  });

  step('build__two_documents_in_the_folder__become_sources_of_the_notebook', async (page) => {
    const at = rules(page);
    await at.getByRole('button', { name: '規程の束を作りに行く' }).click();
    await at.getByText('読む規程 2件').waitFor();
    await at.getByRole('button', { name: '束を作る', exact: true }).click();
    await at.getByText('規程の束ができました。').waitFor();
    expect(await at.locator('.documents li').count()).toBe(3);
    await page.goto(`${kit.address}/docs/${documentId('見本商工会議所定款')}`);
    await page.getByText('〔見本商工会議所定款 第8条第2項〕').first().waitFor();
    await page.goto(`${kit.address}/`);
    await page.getByText('束ができています').waitFor();
  });

  step('S16__searched_beside_the_form__answer_checked__no_rule_said_outright', async (page) => {
    await page.goto(`${kit.address}/forms/d/${kit.baseline.formId}/edit`);
    await page.getByText('拡張機能').click();
    await page.getByRole('button', { name: '規程を調べる', exact: true }).click();
    const at = rules(page);
    await at.getByRole('searchbox').fill('議員総会の招集は誰がいつまでに？');
    await at.locator('.hit-address', { hasText: '第8条第2項' }).waitFor();
    await at.getByRole('searchbox').fill('駐車場の利用料金');
    await at.getByRole('region', { name: '規定なし' }).getByText('03-0000-0100').waitFor();
    await at.getByRole('button', { name: '引用を確かめる' }).click();
    await at
      .getByLabel('答え', { exact: true })
      .fill('「会日の7日前までに」通知します（定款第8条第2項）。罰則は定款第99条です。');
    await at.getByRole('button', { name: '確かめる', exact: true }).click();
    await at.locator('.citation').first().waitFor();
    expect(await at.locator('.citation-head .mark').allInnerTexts()).toEqual(['本文一致', '存在しない']);
    expect(await overhang(page)).toBe(0);
  });
});
