/** ほかの会議所への提供, on the screen 配信: what would go out is seen and agreed to before it goes. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../../addon/office/testing/mock-state.ts';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { hasNoViolation } from './accessible-checks.ts';
import { bundleWithMock, narrow, walkOffice } from './office-page.ts';
import { hasFocus, isReadable, type Looks, press } from './sidebar-page.ts';

let browser: Browser;
let html = '';

beforeAll(async () => {
  [browser, html] = await Promise.all([launchChromium(), bundleWithMock()]);
}, 900_000);

afterAll(async () => {
  await browser?.close();
});

const walk = (
  scenario: Partial<Scenario>,
  steps: (page: Page) => Promise<void>,
  looks?: Looks,
): Promise<void> => walkOffice(browser, html, { screen: 'release', ...scenario }, steps, looks);

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.CCI_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

async function open(page: Page, title: string): Promise<void> {
  await press(page, '提供できるものを見る');
  await page.getByRole('listitem').filter({ hasText: title }).getByRole('button').click();
  await page.getByRole('heading', { name: `「${title}」を提供する` }).waitFor();
  await hasFocus(page, 'offer-heading');
}

describe('ほかの会議所への提供', () => {
  it('form__is_looked_through__agreed_to__and_sent', () =>
    walk({}, async (page) => {
      await open(page, '貸会議室の申込');
      await page.getByText('kaigishitsu@mihon-cci.example').waitFor();
      await page.getByText('送る内容をすべて見る').click();
      await page.getByText('{{chamber.phone}}').waitFor();
      await page.getByLabel('載せるときの題').fill('');
      await press(page, '日商に送る');
      await page.getByText('題を入れてください。').waitFor();
      await hasFocus(page, 'offer-title');
      await page.getByLabel('載せるときの題').fill('会議室の貸出し');
      await press(page, '日商に送る');
      await page.getByText('確かめてから、印を付けてください。').waitFor();
      await page.getByLabel('個人の名前や連絡先', { exact: false }).check();
      await shot(page, 'offers');
      await press(page, '日商に送る');
      await page.getByText('「会議室の貸出し」を日商に送りました。').waitFor();
      await hasFocus(page, 'heading');
      await page.getByText('番号 9b1d22e0c4f7', { exact: false }).waitFor();
      expect(await page.getByRole('button', { name: '日商に送る' }).count()).toBe(0);
    }));

  it('narrow_window__nothing_is_cut_off__and_it_can_be_left', () =>
    walk(
      {},
      async (page) => {
        await open(page, '創業塾の参加申込');
        await page.getByText('会社案内のファイル', { exact: false }).waitFor();
        await isReadable(page);
        await hasNoViolation(page);
        await shot(page, 'offers-narrow');
        await press(page, 'やめる');
        await isReadable(page);
        await page.getByText('旧基幹システムの取込み').waitFor();
      },
      narrow,
    ));

  it('without_the_role__is_seen_and_cannot_be_sent', () =>
    walk({ viewer: true }, async (page) => {
      await press(page, '提供できるものを見る');
      const buttons = page.getByRole('button', { name: '内容を見る', exact: false });
      await buttons.first().waitFor();
      expect(await buttons.first().isDisabled()).toBe(true);
    }));
});
