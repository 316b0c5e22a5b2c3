/**
 * The whole line as the three people walk it: two businesses answer, a clerk decides and writes the CSV, and what would go to
 * the core system is looked at byte by byte. The steps are one story and follow one another.
 */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import {
  agree,
  backTo,
  choose,
  formReady,
  input,
  nextTo,
  onPage,
  pressNext,
  pressSend,
  question,
  type,
} from './applicant.ts';
import {
  approveWithSteps,
  figure,
  openCase,
  openTab,
  press,
  rows,
  type Sidebar,
  sidebarOf,
} from './clerk.ts';
import { type Kit, overhang, type Seat, startKit, takeSeat } from './kit.ts';

const markup = '髙橋商事<img src=x onerror=alert(1)>';
const formula = '=HYPERLINK("http://x","y")';
const corporation = { email: 'takahashi@example.jp', receipt: '' };
const proprietor = { email: 'shiki@example.jp', receipt: '' };
const unwritable = '𠮷田屋';
/** What the clerk notes beside the steps recorded with an approval. */
const grounds = { 訪問: '佐藤が訪問', 押印受領: '原本を受領', 常議員会付議: '第5回で可決' };

let browser: Browser;
let kit: Kit;
let phone: Seat;
let desk: Seat;
let side: Sidebar;
let broken = '';

beforeAll(async () => {
  [browser, kit] = await Promise.all([launchChromium(), startKit()]);
  phone = await takeSeat(browser, kit, 390, 844);
  desk = await takeSeat(browser, kit, 1280, 800);
  side = sidebarOf(desk.page);
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await kit?.close();
});

/** One step of the story; after a step that failed the rest would only blame what did nothing wrong. */
function step(name: string, run: () => Promise<void>): void {
  it(name, async () => {
    if (broken !== '') throw new Error(`not reached: ${broken} failed`);
    broken = name;
    await run();
    expect([...phone.troubles, ...desk.troubles]).toEqual([]);
    broken = '';
  });
}

const card = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: new RegExp(`${title}$`) }) });

/** Goes home and takes one of the three numbered steps. */
async function takeStep(page: Page, title: string): Promise<void> {
  if (new URL(page.url()).pathname !== '/')
    await page
      .getByRole('link', { name: /ホーム/ })
      .first()
      .click();
  await card(page, title).getByRole('button').click();
}

/** The text of the mail that is open; it stands in a frame where nothing runs. */
async function mailText(page: Page): Promise<string> {
  const body = page.frameLocator('.letter__frame').locator('body');
  expect(await body.locator('img, script, iframe, a[href="http://x"]').count()).toBe(0);
  return body.innerText();
}

/** Opens the newest mail in someone's box, from the first page on, and gives its text. */
async function newestMail(page: Page, address: string): Promise<{ subject: string; text: string }> {
  await page
    .getByRole('link', { name: /ホーム/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'すべての受信箱' }).click();
  await page.getByRole('navigation', { name: '受信箱' }).getByRole('link', { name: address }).click();
  await page.locator(`[aria-label="${address}"] .letters__row`).first().click();
  const subject = await page.locator('.letter__subject').innerText();
  return { subject, text: await mailText(page) };
}

/** Elements that typed text would have made, had it been taken for markup. */
const injected = (page: Page) => page.locator('img[src="x"], a[href="http://x"]').count();

describe('the line', () => {
  step('phone__first_page__three_steps_lead_where_they_say', async () => {
    const { page } = phone;
    expect(await overhang(page)).toBe(0);
    await takeStep(page, '回答する');
    await page.getByRole('heading', { level: 1, name: '入会申込フォーム（見本商工会議所）' }).waitFor();
    await takeStep(page, '確認・承認する');
    const narrow = sidebarOf(page);
    await openTab(narrow, '受付');
    await rows(narrow).first().click();
    await narrow.getByText(/^受付番号/).waitFor();
    expect(await overhang(page)).toBe(0);
    await takeStep(page, 'CSVを出す');
    await openTab(narrow, 'CSV');
    await narrow.getByRole('button', { name: /^CSVを出す/ }).waitFor();
    await page
      .getByRole('link', { name: /ホーム/ })
      .first()
      .click();
    expect(await overhang(page)).toBe(0);
  });

  step('corporation_on_a_phone__faults_are_said_and_mended__nothing_typed_is_lost', async () => {
    const { page } = phone;
    await takeStep(page, '回答する');
    await formReady(page);
    await pressNext(page);
    await page.getByText('直していただきたい項目が2件あります。').waitFor();
    for (const title of ['組織区分', '事業所名']) await question(page, title).getByRole('alert').waitFor();
    await choose(page, '組織区分', '法人');
    await type(page, { 事業所名: markup, 郵便番号: '123-456', 住所: '見本県見本市中央１丁目２番３号' });
    await pressNext(page);
    await page.getByText('郵便番号は 7 けたの数字で入力してください').waitFor();
    await page.getByText('直していただきたい項目が1件あります。').waitFor();
    await type(page, { 郵便番号: '〒１２３ー４５６７' });
    await nextTo(page, '事業所（法人の方）');
    expect(await question(page, '創業年').count()).toBe(0);
    await type(page, { 資本金: '1,000万円', 設立年月日: '平成10年4月1日' });
    await nextTo(page, '事業所（地区内の事業所）');
    await nextTo(page, '代表者');
    await pressNext(page);
    await question(page, '代表者氏名').getByRole('alert').waitFor();
    await type(page, { 代表者氏名: '髙橋　花子' });
    await nextTo(page, '連絡先');
    await type(page, { メールアドレス: corporation.email, 電話番号: '０３−０１２３−４５６７' });

    await backTo(page, '代表者');
    expect(await input(page, '代表者氏名').inputValue()).toBe('髙橋　花子');
    await backTo(page, '事業所（地区内の事業所）');
    await backTo(page, '事業所（法人の方）');
    expect(await input(page, '資本金').inputValue()).toBe('1,000万円');
    await page.getByRole('button', { name: '戻る' }).click();
    await input(page, '事業所名').waitFor();
    expect(await input(page, '事業所名').inputValue()).toBe(markup);
    expect(await page.getByRole('radio', { name: '法人', exact: true }).isChecked()).toBe(true);
    await nextTo(page, '事業所（法人の方）');
    await nextTo(page, '事業所（地区内の事業所）');
    await nextTo(page, '代表者');
    await nextTo(page, '連絡先');
    expect(await input(page, 'メールアドレス').inputValue()).toBe(corporation.email);

    await nextTo(page, '事業の内容');
    await type(page, { 主な取扱品: formula, 従業員数: '約３名' });
    await nextTo(page, '入会の希望');
    await nextTo(page, '確認事項');
    expect(await overhang(page)).toBe(0);
    await pressSend(page);
    await page.getByText('直していただきたい項目が3件あります。').waitFor();
    await agree(page);
    await pressSend(page);
    await page.getByText('仮申込を受け付けました。').waitFor();
    await page.getByText('訪問・書類：担当者がお伺いするか窓口で').waitFor();
  });

  step('sole_proprietor__answers_the_other_branch', async () => {
    const { page } = desk;
    await takeStep(page, '回答する');
    await formReady(page);
    await choose(page, '組織区分', '個人事業主');
    await type(page, { 事業所名: formula });
    await nextTo(page, '事業所（個人事業主の方）');
    expect(await question(page, '法人番号').count()).toBe(0);
    await type(page, { '通称・屋号': formula, 創業年: '平成27年' });
    await nextTo(page, '代表者');
    await type(page, { 代表者氏名: '数式　六郎' });
    await nextTo(page, '連絡先');
    await type(page, { メールアドレス: proprietor.email, 電話番号: '12' });
    await nextTo(page, '事業の内容');
    await nextTo(page, '入会の希望');
    await nextTo(page, '確認事項');
    await agree(page);
    await pressSend(page);
    await page.getByText('仮申込を受け付けました。').waitFor();
  });

  step('mail__reaches_both_with_number_and_answers__hostile_text_as_typed', async () => {
    for (const [who, texts] of [
      [corporation, [markup, formula, '髙橋 花子', '〒１２３ー４５６７', '1,000万円']],
      [proprietor, [formula, '数式 六郎']],
    ] as const) {
      const { subject, text } = await newestMail(desk.page, who.email);
      who.receipt = /受付番号 (R\d+-\d+)/.exec(subject)?.[1] ?? '';
      expect(who.receipt).toMatch(/^R\d+-\d{4}$/);
      for (const one of [who.receipt, ...texts]) expect(text).toContain(one);
      expect(await injected(desk.page)).toBe(0);
    }
    expect(corporation.receipt).not.toBe(proprietor.receipt);
  });

  step('sheet__shows_what_was_typed__and_holds_it_as_text', async () => {
    const { page } = desk;
    await takeStep(page, '確認・承認する');
    for (const text of [markup, formula])
      await page.getByRole('cell', { name: text, exact: true }).first().waitFor();
    await page.getByRole('cell', { name: formula, exact: true }).first().click();
    expect(await page.locator('[data-formula]').innerText()).toBe(formula);
    expect(await injected(page)).toBe(0);
    const cells = Object.values(kit.runtime.workspace.state.spreadsheets)
      .flatMap((book) => book.sheets)
      .flatMap((sheet) => Object.values(sheet.cells))
      .flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => cell.t === 'text' && cell.v === formula).length).toBeGreaterThan(0);
    expect(cells.filter((cell) => cell.t === 'formula' && cell.f.includes('http://x'))).toEqual([]);
  });

  step('clerk__sends_one_back__and_the_applicant_reads_why', async () => {
    await openCase(side, proprietor.receipt);
    await side.getByRole('heading', { level: 1, name: formula, exact: true }).waitFor();
    await side.getByRole('heading', { name: '直すところ 1件' }).waitFor();
    await press(side, '差戻し');
    await press(side, '差戻してメールを送る');
    await side.getByText('直してほしいことを書いてください。').waitFor();
    await side.getByLabel('直してほしいこと').fill(`電話番号が2けたです。${formula}`);
    await press(side, '差戻してメールを送る');
    await side.getByText('差し戻しました。').waitFor();
    await side.getByRole('button', { name: '受付を再開' }).waitFor();
    const { subject, text } = await newestMail(desk.page, proprietor.email);
    expect(subject).toContain(`確認のお願い（受付番号 ${proprietor.receipt}）`);
    expect(text).toContain(`電話番号が2けたです。${formula}`);
  });

  step('clerk__sees_what_was_tidied__and_approves_with_all_steps_in_one_go', async () => {
    await takeStep(desk.page, '確認・承認する');
    await openCase(side, corporation.receipt);
    await side.getByRole('heading', { level: 1, name: markup, exact: true }).waitFor();
    for (const [label, typed, tidied] of [
      ['従業員数', '約３名', '3'],
      ['資本金', '1,000万円', '10,000,000'],
      ['設立年月日', '平成10年4月1日', '1998年4月1日'],
    ] as const) {
      const line = side.locator('.field-line').filter({ has: side.getByText(label, { exact: true }) });
      expect(await line.locator('.before').innerText()).toBe(typed);
      expect(await line.locator('.after').innerText()).toContain(tidied);
    }
    await side.getByText('〒123-4567', { exact: true }).waitFor();
    expect(await side.locator('#app img, #app iframe').count()).toBe(0);
    await approveWithSteps(side, grounds);
    await openCase(side, unwritable);
    await approveWithSteps(side, grounds);
    await desk.page
      .getByRole('navigation', { name: 'シート' })
      .getByRole('link', { name: '変更履歴' })
      .click();
    const passed = desk.page.getByRole('row').filter({ hasText: corporation.receipt });
    for (const [state, ground] of Object.entries(grounds)) {
      await passed.filter({ hasText: state }).filter({ hasText: ground }).first().waitFor();
    }
  });

  step('csv__shows_what_goes_and_what_waits', async () => {
    await openTab(side, 'CSV');
    await side.getByRole('note').filter({ hasText: '仮の配置' }).waitFor();
    await side.getByRole('button', { name: /^CSVを出す/ }).waitFor();
    expect(await figure(side, '出す')).toBe(kit.baseline.approved + 1);
    expect(await figure(side, '保留')).toBe(1);
    const held = side.getByRole('region', { name: '保留の申込' });
    expect(await held.innerText()).toMatch(/𠮷田屋[\s\S]*U\+20BB7/);
    expect(await side.getByRole('cell', { name: markup, exact: true }).count()).toBe(1);
  });

  step('csv__file_in_drive_has_the_bytes_that_windows_writes', async () => {
    await press(side, /^CSVを出す/);
    await side.getByText('出力済み（取込待ち）').waitFor();
    const [opened] = await Promise.all([
      desk.context.waitForEvent('page'),
      side.getByRole('link', { name: 'ファイルを開く・保存する' }).click(),
    ]);
    await opened.getByText('Shift_JIS（CP932）').waitFor();
    await opened.getByRole('cell', { name: formula, exact: true }).waitFor();
    expect(await injected(opened)).toBe(0);
    const [download] = await Promise.all([
      opened.waitForEvent('download'),
      opened.getByRole('link', { name: 'ダウンロード' }).click(),
    ]);
    const bytes = readFileSync(await download.path());
    await opened.close();
    // 髙橋花子 / 髙橋商事: 髙 is FB FC, the byte pair that Windows writes.
    expect(bytes.includes(Buffer.from([0xfb, 0xfc, 0x8b, 0xb4]))).toBe(true);
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(kit.baseline.approved + 3);
    const mine = lines.find((line) => line.includes(markup)) ?? '';
    for (const one of ['123-4567', '10000000', '1998/04/01', `"${formula.replaceAll('"', '""')}"`]) {
      expect(mine).toContain(one);
    }
    expect(text).not.toContain('田屋');
  });

  step('csv__failed_import_gives_the_rows_back__and_the_next_file_is_taken_in', async () => {
    await press(side, '取込失敗');
    await side.getByLabel('何が起きたか').fill('試しの取込でエラー');
    await press(side, '取込失敗を記録');
    const again = side.getByRole('button', { name: `CSVを出す（${kit.baseline.approved + 1}件）` });
    await again.click();
    await side.getByText('出力済み（取込待ち）').waitFor();
    await press(side, '取込済');
    await press(side, '取込済を記録');
    await side.getByText('いま出せる申込はありません。').waitFor();
    expect(await figure(side, '保留')).toBe(1);
    const marks = side.getByRole('region', { name: '出したCSV' }).locator('.marks');
    expect(await marks.filter({ hasText: '取込済' }).count()).toBe(1);
    expect(await marks.filter({ hasText: '取込失敗' }).count()).toBe(1);
  });

  step('first_page__says_that_all_three_steps_are_done', async () => {
    const { page } = phone;
    await page
      .getByRole('link', { name: /ホーム/ })
      .first()
      .click();
    for (const title of ['回答する', '確認・承認する', 'CSVを出す']) {
      await card(page, title).getByText('済み', { exact: true }).waitFor();
    }
    expect(await page.getByRole('link', { name: /^会員データ_.*\.csv$/ }).count()).toBe(2);
    expect(await overhang(page)).toBe(0);
    await onPage(page, 'ドライブ');
  });
});
