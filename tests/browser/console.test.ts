/** JCCI's console in a browser, at 515 chambers: numbers and squares lead to the table, the table to a chamber, and back. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileText } from '../../addon/console/testing/mock-server.ts';
import type { Scenario } from '../../addon/console/testing/mock-state.ts';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { bundleShipped, bundleWithMock, narrow, walkConsole, wide } from './console-page.ts';
import { hasFocus, heading, inLooks, isReadable, type Looks, press, settled, tab } from './sidebar-page.ts';

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
): Promise<void> => walkConsole(browser, html, scenario, steps, looks);

const bodyRows = (page: Page) => page.locator('.fleet tbody tr');
const amount = (page: Page) => page.locator('.sieve-count');

async function toList(page: Page): Promise<void> {
  await tab(page, '会議所の一覧').click();
  await bodyRows(page).first().waitFor();
}

describe('console', () => {
  it('page__one_file_under_300_kB__asks_no_other_server', async () => {
    const shipped = await bundleShipped();
    expect(Buffer.byteLength(shipped)).toBeLessThan(300_000);
    expect(shipped).not.toMatch(/<script[^>]+src=|<link[^>]+stylesheet|https?:\/\/(?!www\.w3\.org)/);
    expect(shipped).toContain('data-key="" data-person=""');
  });

  it('J3__515_chambers__square_and_number_lead_to_their_rows__filters_narrow__headers_sort', () =>
    walk({ fails: 20 }, async (page) => {
      expect(await heading(page).innerText()).toBe('配布 1.2.0 の状況');
      expect(await page.locator('.tile').count()).toBe(47);
      await page.locator('.tile', { hasText: '新潟' }).click();
      await hasFocus(page, 'heading');
      expect(await amount(page).innerText()).toBe('515 会議所のうち 11');
      expect(await bodyRows(page).first().innerText()).toContain('新潟県');
      await press(page, 'しぼり込みをやめる');
      await expect.poll(() => bodyRows(page).count()).toBe(515);
      await page.getByRole('searchbox').fill('東京　第３');
      await expect.poll(() => bodyRows(page).count()).toBe(1);
      await page.getByRole('searchbox').fill('');
      await page.getByLabel('見るもの').selectOption('trouble');
      await expect.poll(() => bodyRows(page).count()).toBe(1);
      expect(await bodyRows(page).innerText()).toContain('release.content');
      await page.getByLabel('見るもの').selectOption('');
      const own = page.locator('thead .cell-own');
      await own.locator('button').click();
      await own.locator('button').click();
      await expect.poll(() => own.getAttribute('aria-sort')).toBe('descending');
      expect(await bodyRows(page).first().locator('.cell-own').innerText()).toBe('7');
      await page.getByRole('searchbox').fill('ない名前');
      await page.getByText('当てはまる会議所がありません。').waitFor();
    }));

  it('keyboard__one_stop_in_the_table__arrows_walk__Enter_opens__Escape_returns_to_the_row', () =>
    walk({ chambers: 60 }, async (page) => {
      await toList(page);
      expect(await page.locator('.fleet [tabindex="0"]').count()).toBe(1);
      await page.locator('.fleet tbody [tabindex="0"]').focus();
      await page.keyboard.press('ArrowDown');
      await hasFocus(page, 'chamber-02-001');
      await page.keyboard.press('End');
      await hasFocus(page, 'chamber-13-002');
      await page.keyboard.press('Home');
      await page.keyboard.press('PageDown');
      await hasFocus(page, 'chamber-11-001');
      await page.keyboard.press('Enter');
      await hasFocus(page, 'heading');
      expect(await heading(page).innerText()).toBe('見本埼玉第1商工会議所');
      await page.keyboard.press('Escape');
      await hasFocus(page, 'chamber-11-001');
      await page.keyboard.press('/');
      await hasFocus(page, 'search');
    }));

  it('chamber__its_state_forms_and_history__newest_first__command_to_copy', () =>
    walk({ chambers: 60 }, async (page) => {
      await toList(page);
      await page.getByRole('searchbox').fill('06-001');
      await page.getByRole('button', { name: '見本山形第1商工会議所' }).click();
      await settled(page);
      await page.getByText('見送り〜2026-12-20').waitFor();
      const history = page.getByRole('region', { name: '報告の移り変わり' }).locator('tbody tr');
      await history.first().waitFor();
      expect(await history.count()).toBe(2);
      expect(await history.last().innerText()).toContain('日商の配信を、いま見に行けませんでした。');
      await page.getByText('membership-application').waitFor();
      expect(await page.locator('.command-text').innerText()).toContain('--chamber 06-001');
      await press(page, /^写す/);
      await page.getByText('命令を写しました。').waitFor();
    }));

  it('failure__stops_everything__said_first__with_the_commands_that_go_on', () =>
    walk({ chambers: 60, fails: 20 }, async (page) => {
      const stopped = page.getByRole('region', { name: '止まっています' });
      expect(await stopped.innerText()).toContain('で失敗しました。');
      await press(page, '次にできること');
      await hasFocus(page, 'commands');
      expect(await page.locator('.command-text').first().innerText()).toContain('resume');
      await page.getByRole('button', { name: '1 会議所', exact: true }).click();
      expect(await bodyRows(page).count()).toBe(1);
      await tab(page, '概要').click();
      await press(page, '読み直す');
      await page.getByText('2026-11-24 11:01 現在').waitFor();
    }));

  it('nothing_yet__refused__broken__each_says_what_to_do', async () => {
    await walk({ chambers: 0, published: false }, async (page) => {
      await page.getByText('まだ、どの会議所からも報告がありません。').waitFor();
      await page.locator('.command-text', { hasText: 'release publish' }).waitFor();
    });
    await walk({ chambers: 9, refused: true }, async (page) => {
      await page.getByText('配布の状況を見る人の一覧にありません').waitFor();
      await page.getByRole('button', { name: 'もう一度読み込む' }).waitFor();
    });
    await walk({ chambers: 9, broken: ['consoleChamber'] }, async (page) => {
      await toList(page);
      await page.getByRole('button', { name: '見本北海道第1商工会議所' }).click();
      await page.getByText('サーバーから返事がありませんでした。').waitFor();
      await page.getByText('今の状態').waitFor();
    });
    await walk({ chambers: 9, published: false }, async (page) => {
      await page.getByText('まだ何も配布していません。').waitFor();
    });
  });

  it('names_with_markup__stay_text', () =>
    walk({ hostile: true, chambers: 9 }, async (page) => {
      await toList(page);
      expect(await bodyRows(page).first().locator('.link').innerText()).toBe(hostileText);
      expect(await page.locator('.fleet img').count()).toBe(0);
    }));

  it.each(
    inLooks([
      ['1280 px', wide],
      ['390 px, dark', { ...narrow, dark: true }],
      ['390 px', narrow],
      ['1280 px, dark', { ...wide, dark: true }],
    ] as const),
  )('%s__every_text_is_readable_and_nothing_overhangs', (_name, looks) =>
    walk(
      { fails: 20, chambers: 60 },
      async (page) => {
        await settled(page);
        await isReadable(page);
        await toList(page);
        await isReadable(page);
        await page.getByRole('searchbox').fill('15-001');
        await page.getByRole('button', { name: '見本新潟第1商工会議所' }).click();
        await page.getByText('membership-application').waitFor();
        await isReadable(page);
      },
      looks,
    ));
});
