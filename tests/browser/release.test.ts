/** The screen 配信 of 点検と設定: state, what waits, how releases are taken, the connection. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../../addon/office/testing/mock-state.ts';
import { launchChromium } from '../../scripts/browser/chromium.ts';
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

describe('配信', () => {
  it('state_and_notes__what_waits_leads_to_the_forms__policy_and_deferral_are_saved', () =>
    walk({}, async (page) => {
      await page.getByText('反映済み（確認待ちのフォームあり）').waitFor();
      await page.getByText('確かめてほしいフォームが2枚あります。').waitFor();
      expect(await page.getByRole('button', { name: 'フォームの変更を見る' }).isVisible()).toBe(true);
      await page.getByLabel('自動では何も反映しない').check();
      await page.getByLabel('見送る（この日まで受け取らない）').fill('2026-11-01');
      await press(page, '保存する');
      await page.getByText('今日より後の日を選んでください。').waitFor();
      await hasFocus(page, 'release-defer');
      await page.getByLabel('見送る（この日まで受け取らない）').fill('2026-12-20');
      await press(page, '保存する');
      await page.getByText('受け取り方を保存しました。').waitFor();
      await hasFocus(page, 'heading');
      expect(await page.getByLabel('自動では何も反映しない').isChecked()).toBe(true);
      expect(await page.getByRole('button', { name: '保存する' }).count()).toBe(0);
    }));

  it('not_connected__a_code_connects__a_wrong_one_is_told__and_it_can_be_taken_away', () =>
    walk({ release: 'none' }, async (page) => {
      await press(page, 'つなぐ');
      await page.getByText('日商から届いた接続コードを貼り付けてください。').waitFor();
      await hasFocus(page, 'release-code');
      await page.getByLabel('接続コード').fill('まちがい');
      await press(page, 'つなぐ');
      await page.getByText('接続コードとして読めませんでした。').waitFor();
      await page
        .getByLabel('接続コード')
        .fill('cci1 13-001 0000 https://script.google.com/macros/s/mihon/exec');
      await press(page, 'つなぐ');
      await page.getByText('日商とつなぎました。').waitFor();
      await page.getByText('日商とのつながり', { exact: true }).click();
      await press(page, 'つながりを外す');
      await press(page, '外す');
      await page.getByText('日商とのつながりを外しました。').waitFor();
      await page.getByRole('heading', { name: '日商とつなぐ' }).waitFor();
    }));

  it('narrow_window__failure_is_told_with_what_to_do__nothing_is_cut_off', () =>
    walk(
      { release: 'failed', viewer: true },
      async (page) => {
        await page.getByText('この会議所キットでは読めません。').waitFor();
        await page.getByText('「設定」の役割が必要です。').waitFor();
        await isReadable(page);
      },
      narrow,
    ));
});
