/**
 * The office's own housekeeping as people walk it in the running product: roles hold, another account takes over, answers whose
 * time is over are destroyed, and the same add-on stands beside the form.
 */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input, MethodName, Outputs, Reply } from '../../addon/view/protocol.ts';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { type Kit, overhang, type Seat, startKit, takeSeat } from './kit.ts';

const first = 'sato@mihon-cci.example.jp';
const heir = 'suzuki@mihon-cci.example.jp';
const day = 86_400_000;

let browser: Browser;
let kit: Kit;
let sato: Seat;
let suzuki: Seat;
let broken = '';

beforeAll(async () => {
  [browser, kit] = await Promise.all([launchChromium(), startKit()]);
  sato = await takeSeat(browser, kit, 1280, 800);
  suzuki = await takeSeat(browser, kit, 390, 844);
  await suzuki.context.addCookies([{ name: 'person', value: 'staff2', url: kit.address }]);
  for (const { context } of [sato, suzuki]) context.setDefaultTimeout(30_000);
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
    expect([...sato.troubles, ...suzuki.troubles]).toEqual([]);
    broken = '';
  });
}

const office = (page: Page): FrameLocator => page.frameLocator('[data-dialog-frame]');
const press = (at: FrameLocator, name: string | RegExp): Promise<void> =>
  at.getByRole('button', { name }).first().click();

/** The page 点検と設定, opened from the menu beside a file, at one of its tabs. */
async function openOffice(page: Page, path: string, tab: string): Promise<FrameLocator> {
  await page.goto(`${kit.address}${path}`);
  await page.getByText('拡張機能').click();
  await page.getByRole('button', { name: '点検と設定', exact: true }).click();
  const at = office(page);
  await at.getByRole('navigation').getByRole('button', { name: tab }).click();
  await at.getByRole('heading', { level: 1, name: tab, exact: true }).waitFor();
  await at.locator('.screen:not([aria-busy])').waitFor();
  return at;
}

const theBook = (): string => `/sheets/${kit.baseline.bookId}`;
const theForm = () => {
  const form = kit.runtime.workspace.state.forms[kit.baseline.formId];
  if (form === undefined) throw new Error('no form');
  return form;
};

function ask<M extends MethodName>(method: M, input: Input<M>): Outputs[M] {
  const result = kit.runtime.run({
    fn: 'rpc',
    args: [method, input],
    user: first,
    kind: 'rpc',
    activeFile: { id: kit.baseline.bookId, type: 'spreadsheet' },
  });
  if (!result.ok) throw new Error(result.error.message);
  const reply = result.value as Reply<M>;
  if (!reply.ok) throw new Error(JSON.stringify(reply.issues));
  return reply.result;
}

const ownersOfTriggers = (): readonly string[] =>
  [...new Set(kit.runtime.workspace.state.triggers.map((one) => one.owner))].sort();

describe('office', () => {
  step('today__a_newer_template__one_line_leads_to_the_page_of_forms', async () => {
    const { page } = sato;
    await page.goto(`${kit.address}${theBook()}#menu=showSidebar`);
    const side = page.frameLocator('[data-side-frame]');
    await side.getByRole('button', { name: 'ひな型の更新：フォーム 1件' }).click();
    await office(page).getByRole('heading', { level: 1, name: 'フォーム', exact: true }).waitFor();
  });

  step('roles__first_list__a_colleague_who_may_look_is_refused_in_words', async () => {
    const mine = await openOffice(sato.page, theBook(), '権限');
    await mine.getByText('役割の表は空です。').waitFor();
    await mine.getByLabel('担当者を加える').fill(heir);
    await press(mine, '加える');
    await press(mine, '保存する');
    await mine.getByText('2人に役割があります。').waitFor();
    const theirs = await openOffice(suzuki.page, theBook(), '引継ぎ');
    expect(await overhang(suzuki.page)).toBe(0);
    await press(theirs, 'このアカウントに引き継ぐ');
    await theirs.getByText('この操作には「設定」の役割が必要です。').waitFor();
    expect(ownersOfTriggers()).toEqual([first]);
    await mine.getByRole('navigation').getByRole('button', { name: '権限' }).click();
    await mine.getByRole('row', { name: /業務を引き継ぐ.*権限なし/ }).waitFor();
  });

  step('hand_over__the_heir_takes_over_in_three_clicks_and_the_old_account_lets_go', async () => {
    const mine = office(sato.page);
    await mine.getByRole('checkbox', { name: `${heir}：設定` }).check();
    await press(mine, '保存する');
    await mine.getByText('役割を保存しました。').waitFor();
    const theirs = await openOffice(suzuki.page, theBook(), '引継ぎ');
    await theirs.getByText(`いまの取込み ${first}`).first().waitFor();
    await press(theirs, 'このアカウントに引き継ぐ');
    await theirs.getByRole('heading', { name: '引き継ぎました' }).waitFor();
    await theirs.getByRole('heading', { name: first }).waitFor();
    expect(ownersOfTriggers()).toEqual([first, heir]);
    await mine.getByRole('navigation').getByRole('button', { name: '引継ぎ' }).click();
    await press(mine, '自分のトリガーを外す');
    await mine.getByRole('button', { name: '外す', exact: true }).click();
    await mine.getByText('このアカウントでは、もう何も動きません。').waitFor();
    expect(ownersOfTriggers()).toEqual([heir]);
  });

  step('health__after_the_hand_over__what_runs_where_is_said_and_nothing_has_to_be_mended', async () => {
    const theirs = office(suzuki.page);
    await theirs.getByRole('navigation').getByRole('button', { name: '点検' }).click();
    await theirs.getByText('良好', { exact: false }).first().waitFor();
    expect(await theirs.locator('.check-bad').allInnerTexts()).toEqual([]);
  });

  step('retention__a_rule__the_preview_counts__the_number_is_typed__the_answer_is_gone', async () => {
    const everything = { state: '', search: '', offset: 0, limit: 100 };
    const [open] = ask('queue', everything).rows.filter((row) => row.state.id === 'received');
    if (open === undefined) throw new Error('nobody waits');
    const { applicationId, version, name } = ask('application', { applicationId: open.applicationId });
    ask('decide', { applicationId, version, action: 'withdraw', reason: '本人の申出', steps: [] });
    kit.runtime.workspace.advance(40 * day);
    const held = theForm().responses.length;
    const mine = await openOffice(sato.page, theBook(), '保存期間');
    await press(mine, /入会申込.*：規則を加える/);
    await mine.getByLabel(/入会申込.*：数え始め/).selectOption({ label: '取下げ' });
    await mine.getByLabel(/入会申込.*：日数/).fill('30');
    await press(mine, '保存する');
    await mine.getByText('保存期間を保存しました。').waitFor();
    await press(mine, '廃棄する回答を確かめる');
    await mine.getByText('廃棄した回答は元に戻せません。').waitFor();
    const total = await mine.locator('.due tfoot .amount').innerText();
    await mine.locator('#destroy-typed').fill('0');
    await press(mine, '廃棄する（元に戻せません）');
    await mine.getByText('件数が違います。').waitFor();
    expect(theForm().responses).toHaveLength(held);
    await mine.locator('#destroy-typed').fill(total);
    await press(mine, '廃棄する（元に戻せません）');
    await mine.getByText(`廃棄-001：${total}を廃棄しました。`).waitFor();
    await mine.locator('.record').filter({ hasText: '廃棄-001' }).waitFor();
    expect(theForm().responses).toHaveLength(held - Number(total.replace('件', '')));
    expect(ask('queue', everything).rows.map((row) => row.name)).not.toContain(name);
  });

  step('settings__saved__the_sidebar_shows_the_new_name', async () => {
    const mine = office(sato.page);
    await mine.getByRole('navigation').getByRole('button', { name: '設定' }).click();
    await mine.getByLabel('会議所の名前').fill('見本新商工会議所');
    await press(mine, '保存する');
    await mine.getByText('設定を保存しました。').waitFor();
    expect(ask('overview', {}).chamberName).toBe('見本新商工会議所');
  });

  step('form_editor__menu__sidebar_and_page_open_beside_the_form_and_work_on_its_workbook', async () => {
    const { page } = sato;
    await page.goto(`${kit.address}/forms/d/${kit.baseline.formId}/edit`);
    await page.getByText('拡張機能').click();
    await page.getByRole('button', { name: '開く', exact: true }).click();
    const side = page.frameLocator('[data-side-frame]');
    await side.getByRole('heading', { level: 1, name: '今日' }).waitFor();
    await side.getByText('見本新商工会議所').first().waitFor();
    await side.getByRole('button', { name: '点検と設定' }).click();
    await office(page).getByRole('heading', { level: 1, name: '点検' }).waitFor();
    await office(page).locator('.screen:not([aria-busy])').waitFor();
    expect(await overhang(page)).toBe(0);
  });

  step('form_editor__form_without_a_workbook__says_what_to_do', async () => {
    const { page } = suzuki;
    const { destination } = theForm();
    Reflect.deleteProperty(theForm(), 'destination');
    await page.goto(`${kit.address}/forms/d/${kit.baseline.formId}/edit#menu=showSidebar`);
    const side = page.frameLocator('[data-side-frame]');
    await side.getByText('会議所キットのブックにつながっていません。').waitFor();
    if (destination !== undefined) theForm().destination = destination;
  });
});
