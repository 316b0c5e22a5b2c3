import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../../addon/sidebar/testing/mock-state.ts';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import {
  bundleWithMock,
  hasFocus,
  heading,
  isReadable,
  type Looks,
  looksToTry,
  press,
  rows,
  tab,
  walkSidebar,
} from './sidebar-page.ts';

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
): Promise<void> => walkSidebar(browser, html, scenario, steps, looks);

async function openQueue(page: Page): Promise<void> {
  await tab(page, '受付').click();
  await rows(page).first().waitFor();
}

describe('sidebar', () => {
  it('new_chamber__from_set_up_to_a_published_form', () =>
    walk({ ready: false, forms: 0, applications: 0 }, async (page) => {
      await press(page, 'この内容で始める');
      await hasFocus(page, 'setup-chamberName');
      await page.getByLabel('会議所の名前').fill('見本商工会議所');
      await page.getByLabel('電話番号').fill('03-1234-5678');
      await page.getByLabel('問い合わせ先メール').fill('info@example.or.jp');
      await page.getByLabel('部会').fill('商業部会\n工業部会');
      await press(page, 'この内容で始める');
      await page.getByText('まだフォームがありません。').waitFor();
      await press(page, '「入会申込」のフォームを作る');
      await page.getByText('公開中').waitFor();
      expect(await page.getByLabel('回答ページのアドレス').inputValue()).toContain(
        'https://docs.google.com/forms/',
      );
    }));

  it('application__approved_with_its_steps__goes_out_and_is_noted_as_imported', () =>
    walk({}, async (page) => {
      await openQueue(page);
      await page
        .getByRole('option', { name: /合同会社みなとデザイン/ })
        .first()
        .click();
      await press(page, /^承認$/);
      await hasFocus(page, 'panel-heading');
      await press(page, '記録して承認');
      await hasFocus(page, 'decision-ground-visited');
      const grounds = page.getByLabel('根拠');
      for (let index = 0; index < (await grounds.count()); index++) await grounds.nth(index).fill('確認した');
      await press(page, '記録して承認');
      await page.getByText('承認しました。').waitFor();
      await hasFocus(page, 'heading');
      await tab(page, 'CSV').click();
      await page.getByText('まだ確かめていない形です').waitFor();
      await press(page, 'CSVを出す（4件）');
      await page.getByText('出力済み（取込待ち）').waitFor();
      await press(page, '取込済');
      await press(page, '取込済を記録');
      await page.getByText('取込済として記録しました。').waitFor();
      await page.getByText('いま出せる申込はありません。').waitFor();
    }));

  it('csv_opened_before_the_chamber_is_known__shows_the_preview_when_it_is', () =>
    walk({ delay: 1000 }, async (page) => {
      await tab(page, 'CSV').click();
      await page.getByRole('button', { name: 'CSVを出す（3件）' }).waitFor();
    }));

  it('failed_import__gives_the_rows_back', () =>
    walk({}, async (page) => {
      await tab(page, 'CSV').click();
      await press(page, 'CSVを出す（3件）');
      await press(page, '取込失敗');
      await page.getByLabel('何が起きたか').fill('12行目で郵便番号のエラー');
      await press(page, '取込失敗を記録');
      await page.getByRole('button', { name: 'CSVを出す（3件）' }).waitFor();
    }));

  it('return__wants_a_reason_and_shows_who_gets_it', () =>
    walk({}, async (page) => {
      await openQueue(page);
      await rows(page).first().click();
      await press(page, '差戻し');
      await press(page, '差戻してメールを送る');
      await hasFocus(page, 'decision-reason');
      await press(page, '「直すところ」を文に入れる');
      const mail = page.getByRole('group', { name: '申込者に届くメール' });
      expect(await mail.innerText()).toContain('shinsei1@example.co.jp');
      expect(await mail.innerText()).toContain('法人番号の検査数字が合いません。');
      await press(page, '差戻してメールを送る');
      await page.getByText('差し戻しました。').waitFor();
      await page.getByRole('button', { name: '受付を再開' }).waitFor();
    }));

  it('proposal_taken_and_a_value_put_right__by_keyboard__problems_go_and_the_focus_comes_back', () =>
    walk({}, async (page) => {
      await openQueue(page);
      await rows(page).first().click();
      await press(page, '「吉田酒造店」にする');
      await hasFocus(page, 'correction-value');
      expect(await page.getByLabel('正しい値').inputValue()).toBe('吉田酒造店');
      await press(page, '保存');
      await page.getByText('「事業所名」を直しました。').waitFor();
      await hasFocus(page, 'field-name');
      await page.getByText('直すところ 1件').waitFor();
      const phone = page.getByRole('button', { name: '電話番号を直す' });
      await phone.focus();
      await page.keyboard.press('Enter');
      await hasFocus(page, 'correction-value');
      await page.keyboard.press('Enter');
      await page.getByText('値が変わっていません。').waitFor();
      await page.keyboard.press('Escape');
      await hasFocus(page, 'field-phone');
      await press(page, 'FAX番号を書き入れる');
      await page.getByLabel('正しい値').fill('011-231-1123');
      await page.getByLabel('理由').fill('電話で確認');
      await page.keyboard.press('Enter');
      await hasFocus(page, 'field-fax');
      await page.getByText('FAX番号を直しました： → 011-231-1123').waitFor();
    }));

  it('correction__overtaken_by_a_colleague__words_and_the_draft_stays', () =>
    walk({ conflict: true }, async (page) => {
      await openQueue(page);
      await rows(page).first().click();
      await press(page, '組織区分を直す');
      await page.getByLabel('正しい値').selectOption('団体');
      await press(page, '保存');
      await page.getByText('この申込は、画面を開いたあとに鈴木が変更しました（10:58）。').waitFor();
      await hasFocus(page, 'notice');
      expect(await page.getByLabel('正しい値').inputValue()).toBe('団体');
    }));

  it('keyboard_alone__finds_opens_and_comes_back_to_the_same_row', () =>
    walk({ applications: 200 }, async (page) => {
      await openQueue(page);
      await page.keyboard.press('/');
      await hasFocus(page, 'queue-search');
      await page.keyboard.press('ArrowDown');
      await hasFocus(page, 'queue-list');
      for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowDown');
      const scrolled = await page.locator('#queue-list').evaluate((list) => list.scrollTop);
      expect(scrolled).toBeGreaterThan(0);
      await page.keyboard.press('Enter');
      await page.getByText('受付番号 R8-0031').waitFor();
      await page.keyboard.press('Escape');
      await hasFocus(page, 'queue-list');
      await page.waitForFunction((top) => document.getElementById('queue-list')?.scrollTop === top, scrolled);
      expect(await page.locator('#queue-list [aria-selected=true]').innerText()).toContain('R8-0031');
    }));

  it('two_thousand_rows__few_elements_and_the_last_row_within_reach', () =>
    walk({ applications: 2000 }, async (page) => {
      await openQueue(page);
      await page.locator('#queue-list').focus();
      await page.keyboard.press('End');
      await page.getByText('R8-2000').waitFor();
      expect(await rows(page).count()).toBeLessThan(60);
      await page.getByRole('button', { name: '要確認だけ' }).click();
      await page.getByText('667件', { exact: true }).waitFor();
    }));

  it('search_without_result__says_what_to_try', () =>
    walk({}, async (page) => {
      await openQueue(page);
      await page.getByRole('searchbox').fill('ないもの');
      await page.clock.runFor(1000);
      await page.getByText('「ないもの」に当てはまる申込はありません。').waitFor();
      await press(page, '検索をやめる');
      await page.clock.runFor(1000);
      await rows(page).first().waitFor();
    }));

  it('colleague_was_faster__words_and_a_way_to_the_newest', () =>
    walk({ conflict: true }, async (page) => {
      await openQueue(page);
      await rows(page).first().click();
      await press(page, '次へ（確認中）');
      await page.getByText('この申込は、画面を開いたあとに鈴木が変更しました（10:58）。').waitFor();
      await hasFocus(page, 'notice');
      await press(page, '最新を読み直す');
      await page.locator('#notice').waitFor({ state: 'detached' });
      await press(page, '次へ（確認中）');
      await page.getByText('「確認中」に進めました。').waitFor();
    }));

  it('google_does_not_answer__an_issue_with_a_remedy_and_no_dialog', () =>
    walk({ broken: ['collect'] }, async (page) => {
      await press(page, '回答を取り込む');
      await page.getByText('サーバーから返事がありませんでした。').waitFor();
      await hasFocus(page, 'notice');
    }));

  it.each([
    ['受付', false],
    ['一件', true],
    ['CSV', false],
  ] as const)('hostile_text__%s__is_shown_and_never_runs', (screen, open) =>
    walk({ hostile: true }, async (page) => {
      await tab(page, screen === 'CSV' ? 'CSV' : '受付').click();
      if (screen === 'CSV') await press(page, /^CSVを出す|受付を開く/);
      if (open) await rows(page).first().click();
      await page.getByText('<img src=x onerror="window.hacked=1">').first().waitFor();
      const found = await page.evaluate(() => ({
        elements: document.querySelectorAll('#app img, #app script, #app iframe').length,
        hacked: 'hacked' in window,
        scriptLinks: [...document.querySelectorAll('a[href]')].filter(
          (a) => !/^https?:/.test(a.getAttribute('href') ?? ''),
        ).length,
      }));
      expect(found).toEqual({ elements: 0, hacked: false, scriptLinks: 0 });
    }));

  describe.each(looksToTry)('%s', (_name, looks) => {
    it.each(['今日', '受付', '一件', 'CSV', '困ったら'])('%s__readable_and_nothing_sticks_out', (screen) =>
      walk(
        { hostile: screen === '一件' },
        async (page) => {
          if (screen === '受付' || screen === '一件') await openQueue(page);
          else await tab(page, screen).click();
          if (screen === '一件') await rows(page).nth(6).click();
          await page.locator('.screen:not([aria-busy])').waitFor();
          await heading(page).waitFor();
          await isReadable(page);
        },
        looks,
      ));
  });
});
