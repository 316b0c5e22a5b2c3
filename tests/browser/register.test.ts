/**
 * The year of the register as people walk it: a clerk imports the core system's file, asks fifty businesses, three answer on a
 * phone (nothing changed, a change, a forged key), the clerk decides and writes the changes, and 台帳 holds what was taken in.
 * The steps are one story and follow one another.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { choose, formReady, input, nextTo, onPage, pressNext, pressSend, type } from './applicant.ts';
import { openTab, press, rows, type Sidebar, sidebarOf } from './clerk.ts';
import { type Kit, overhang, type Seat, startKit, takeSeat } from './kit.ts';

/** 部会 of the sample ledger that holds fifty businesses, all with a mail address. */
const division = '商業部会';
const freshPhone = '03-0000-7777';

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
  it(name, { timeout: 180_000 }, async () => {
    if (broken !== '') throw new Error(`not reached: ${broken} failed`);
    broken = name;
    await run();
    expect([...phone.troubles, ...desk.troubles]).toEqual([]);
    broken = '';
  });
}

interface Asked {
  readonly number: string;
  readonly name: string;
  readonly mail: string;
  /** Local address of its link. */
  readonly link: string;
}
const asked: Asked[] = [];

/** Rows of a sheet by header, as they are stored. */
function sheetRows(name: string): readonly Readonly<Record<string, string>>[] {
  const sheet = kit.runtime.workspace.state.spreadsheets[kit.baseline.bookId]?.sheets.find(
    (one) => one.name === name,
  );
  const text = (row: number, column: number): string => {
    const cell = sheet?.cells[row]?.[column];
    return cell?.t === 'text' ? cell.v : '';
  };
  const columns = Object.keys(sheet?.cells[0] ?? {}).map(Number);
  return Object.keys(sheet?.cells ?? {})
    .map(Number)
    .filter((row) => row > 0)
    .map((row) => Object.fromEntries(columns.map((column) => [text(0, column), text(row, column)])));
}

/** The address in a letter, as the local page that answers for it. */
function localLink(text: string): string {
  const found = /https:\/\/docs\.google\.com(\/forms\/\S+)/.exec(text)?.[1] ?? '';
  expect(found).toMatch(/entry\.\d+=/);
  return found;
}

async function openLink(page: Page, link: string): Promise<void> {
  await page.goto(`${kit.address}${link}`);
  await formReady(page);
}

async function answered(page: Page): Promise<void> {
  await page.getByText('ご回答ありがとうございました。').waitFor();
  expect(await overhang(page)).toBe(0);
}

async function home(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /ホーム/ })
    .first()
    .click();
}

/** The register's home in the sidebar. */
const register = (): Promise<void> => openTab(side, '台帳');

/** Opens the answers of a state from the list, and the one that says these words. */
async function openAnswer(words: string): Promise<void> {
  await register();
  await press(side, '回答を見る');
  await press(side, /^すべて \d+$/);
  await rows(side).filter({ hasText: words }).first().click();
  await side.getByText(/^受付番号 R\d+-U\d+$/).waitFor();
  await side.locator('.screen:not([aria-busy])').waitFor();
}

describe('the register', () => {
  step('clerk__imports_the_newest_file_of_the_core_system__after_a_look', async () => {
    await desk.page
      .getByRole('listitem')
      .filter({ has: desk.page.getByRole('heading', { name: /台帳に取り込む$/ }) })
      .getByRole('button')
      .click();
    await register();
    await press(side, /CSVを取り込む/);
    await side.getByLabel('基幹システム_会員_最新.csv').check();
    await press(side, '中身を確かめる');
    await side.getByText('この内容で取り込む').waitFor();
    await press(side, 'この内容で取り込む');
    await side.getByText('取込みが終わりました').waitFor();
    await press(side, '台帳に進む');
    const ledger = sheetRows('台帳');
    expect(ledger).toHaveLength(302);
    // Gone from the file, and yet kept; changed; new; zeros in front kept.
    expect(ledger.find((row) => row.事業所番号 === '000018')?.取込み).toContain('ファイルになし');
    expect(ledger.find((row) => row.事業所番号 === '000005')?.電話番号).toBe('03-0000-9104');
    expect(ledger.find((row) => row.事業所番号 === '000302')?.会員番号).toBe('0000302');
  });

  step('clerk__asks_fifty_businesses__a_mail_with_its_own_link_each', async () => {
    await register();
    await press(side, '照会を始める');
    await side.getByLabel('特定商工業者').selectOption({ label: '台帳のすべての事業所' });
    await side.getByText('部会でしぼる').click();
    await side.getByLabel(division).check();
    await press(side, 'この内容で照会を始める');
    await side.getByText('メールはまだ送っていません。').waitFor();
    await press(side, '送る相手を確かめる');
    await press(side, '依頼のメールを送る（50件）');
    await side.getByText(/50件を送りました/).waitFor();
    const mails = kit.runtime.workspace.state.mails.filter((mail) => mail.subject.includes('登録内容'));
    expect(mails).toHaveLength(50);
    const links = new Set<string>();
    for (const row of sheetRows('照会')) {
      const mail = mails.find((one) => one.to.includes(row.宛先 ?? ''));
      const link = localLink(mail?.body ?? '');
      links.add(link);
      asked.push({ number: row.事業所番号 ?? '', name: row.事業所名 ?? '', mail: row.宛先 ?? '', link });
    }
    expect(asked).toHaveLength(50);
    expect(links.size).toBe(50);
    // Nothing in an address says whose it is, but for what the chamber let in.
    for (const { number, link } of asked) expect(link).not.toContain(number);
  });

  step('first_business__nothing_changed__a_few_taps_on_a_phone__and_a_confirmation', async () => {
    const { page } = phone;
    const [first] = asked;
    await home(page);
    await page.getByRole('link', { name: 'すべての受信箱' }).click();
    await page
      .getByRole('navigation', { name: '受信箱' })
      .getByRole('link', { name: first?.mail ?? '' })
      .click();
    expect(await overhang(page)).toBe(0);
    await openLink(page, first?.link ?? '');
    expect(await overhang(page)).toBe(0);
    await choose(page, '変更の有無', '変更なし');
    await type(page, { 記入者: '見本 花子' });
    await pressSend(page);
    await answered(page);
    const mail = kit.runtime.workspace.state.mails[kit.runtime.workspace.state.mails.length - 1];
    expect(mail?.to).toEqual([first?.mail]);
    expect(mail?.subject).toMatch(/R\d+-U\d{4}/);
  });

  step('second_business__tells_a_new_telephone__the_rest_left_blank', async () => {
    const { page } = phone;
    await openLink(page, asked[1]?.link ?? '');
    await choose(page, '変更の有無', '変更あり');
    await type(page, { 記入者: '見本 次郎' });
    await nextTo(page, '営業の状況');
    await choose(page, '営業状況', '営業中');
    await nextTo(page, '事業所');
    await nextTo(page, '地区内の事業所');
    await nextTo(page, '事業の内容');
    await nextTo(page, '連絡先');
    await type(page, { 電話番号: '０３ー００００ー７７７７' });
    await pressSend(page);
    await answered(page);
  });

  step('third__a_link_with_one_character_changed__is_taken_and_says_nothing_of_any_business', async () => {
    const { page } = phone;
    const link = asked[2]?.link ?? '';
    await openLink(page, link);
    const key = await input(page, '照会番号').inputValue();
    const forged = `${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`;
    await openLink(page, link.replace(key, forged));
    expect(await input(page, '照会番号').inputValue()).toBe(forged);
    await choose(page, '変更の有無', '変更あり');
    await type(page, { 記入者: '見本 三郎' });
    await pressNext(page);
    await onPage(page, '営業の状況');
    await choose(page, '営業状況', '廃業');
    await nextTo(page, '連絡先');
    await pressSend(page);
    await answered(page);
    const text = await page.locator('body').innerText();
    expect(text).not.toContain(asked[2]?.name ?? '？');
  });

  step('clerk__sees_the_forged_one_apart__with_the_reason__and_sets_it_aside', async () => {
    const ledger = JSON.stringify(sheetRows('台帳'));
    await register();
    await press(side, '回答を見る');
    await press(side, /^要確認 1$/);
    await rows(side).first().click();
    await side.getByRole('heading', { name: '要確認になった理由' }).waitFor();
    await press(side, '見送る');
    await side.getByRole('textbox', { name: /^理由/ }).fill('リンクが本物ではない');
    await press(side, '見送りにする');
    await side.getByText('見送りにしました。台帳は変わっていません。').waitFor();
    expect(JSON.stringify(sheetRows('台帳'))).toBe(ledger);
  });

  step('clerk__approves_what_did_not_change_together__and_the_change_field_by_field', async () => {
    await register();
    await press(side, '回答を見る');
    await press(side, '変更なし 1件をまとめて承認');
    await press(side, '1件を承認する');
    await side.getByText('「変更なし」の回答を1件承認しました。').waitFor();
    await openAnswer(asked[1]?.name ?? '');
    await side.getByText(freshPhone).first().waitFor();
    await press(side, '承認する（1項目を変更）');
    await side.getByText('承認しました。基幹システムへの出力待ちに入りました。').waitFor();
    // Approved, and still the core system's ledger until it has taken the change in.
    const row = sheetRows('台帳').find((one) => one.事業所番号 === asked[1]?.number);
    expect(row?.電話番号).not.toBe(freshPhone);
    const status = sheetRows('照会').map((one) => one.回答);
    expect(status.filter((one) => one === '変更なし')).toHaveLength(1);
    expect(status.filter((one) => one === '変更あり')).toHaveLength(1);
    expect(status.filter((one) => one === '未回答')).toHaveLength(48);
  });

  step('clerk__writes_only_the_change__marks_it_taken_in__and_the_ledger_says_it', async () => {
    const number = asked[1]?.number ?? '';
    await openTab(side, 'CSV');
    await side.getByLabel('出すもの').selectOption({ label: '台帳の変更' });
    await press(side, 'CSVを出す（1件）');
    await side.getByText(/^CSVを出しました（1件）/).waitFor();
    const file = Object.values(kit.runtime.workspace.state.files).find((one) =>
      /^会員データ_toas-provisional_.*\.csv$/.test(one.name),
    );
    const lines = new TextDecoder('shift_jis')
      .decode(Buffer.from(file?.content ?? '', 'base64'))
      .split('\r\n')
      .filter((line) => line !== '');
    expect(lines).toHaveLength(2);
    expect(lines[1]?.startsWith(`${number},`)).toBe(true);
    expect(lines[1]).toContain(freshPhone);
    // A whole row: what was left blank stands as the ledger holds it.
    expect(lines[1]).toContain(asked[1]?.mail ?? '？');
    await side
      .getByRole('button', { name: /^取込済/ })
      .first()
      .click();
    await press(side, '取込済を記録');
    await side.getByText('取込済として記録しました。').waitFor();
    await expect
      .poll(() => sheetRows('台帳').find((one) => one.事業所番号 === number)?.電話番号, { timeout: 30_000 })
      .toBe(freshPhone);
  });

  step('first_page__says_that_the_second_walk_is_done_too', async () => {
    await home(desk.page);
    const cards = desk.page.locator('[data-live="walk-1"] > li');
    await expect.poll(() => cards.locator('.step__state', { hasText: '済み' }).count()).toBe(4);
    expect(await overhang(desk.page)).toBe(0);
  });
});
