/**
 * A form's life as people walk it: a clerk makes it from the gallery, changes five things in the form editor, JCCI publishes a
 * new version, the clerk sees what would happen, decides, applies, a visitor answers, and the update is taken back.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { readAssets } from '../../scripts/build/assets.ts';
import { dataText } from '../../scripts/build/data.ts';
import { itemOf, type TemplateDraft } from '../support/forms.ts';
import { type Kit, overhang, type Seat, startKit, takeSeat } from './kit.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const formTitle = '見本セミナー　参加申込（見本商工会議所）';

let browser: Browser;
let kit: Kit;
let desk: Seat;
let visitor: Seat;
let broken = '';

beforeAll(async () => {
  [browser, kit] = await Promise.all([launchChromium(), startKit()]);
  desk = await takeSeat(browser, kit, 1280, 800);
  visitor = await takeSeat(browser, kit, 390, 844);
  for (const { context } of [desk, visitor]) context.setDefaultTimeout(15_000);
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
    expect([...desk.troubles, ...visitor.troubles]).toEqual([]);
    broken = '';
  });
}

const formsOf = (page: Page): FrameLocator => page.frameLocator('[data-dialog-frame]');

/** The page of forms, opened from the menu of the sheet. */
async function openForms(page: Page): Promise<FrameLocator> {
  // From elsewhere, so that the sheet's page is loaded and chooses the menu item.
  await page.goto(kit.address);
  await page.goto(`${kit.address}/sheets/${kit.baseline.bookId}#menu=showForms`);
  const forms = formsOf(page);
  await forms.getByRole('heading', { level: 1, name: 'フォーム', exact: true }).waitFor();
  return forms;
}

const press = (at: FrameLocator, name: string | RegExp): Promise<void> =>
  at.getByRole('button', { name }).first().click();

const theForm = () => {
  const found = Object.values(kit.runtime.workspace.state.forms).find(({ title }) => title === formTitle);
  if (found === undefined) throw new Error(`no form ${formTitle}`);
  return found;
};
const titles = (): string[] => theForm().items.map(({ title }) => title);

/** Opens a card of the form editor and gives its form. */
async function openCard(page: Page, title: string) {
  const card = page.getByRole('region', { name: title, exact: true });
  await card.locator('summary').first().click();
  return card.getByRole('form', { name: `${title} の編集` });
}

/** JCCI's version 1.1.0, as the next release of the program carries it. */
async function publish(edit: (template: TemplateDraft) => void): Promise<void> {
  const assets = structuredClone(readAssets(join(root, 'forms-templates')));
  const found = assets.templates
    .map(({ document }) => document as TemplateDraft)
    .find(({ id }) => id === 'seminar-registration');
  if (found === undefined) throw new Error('no template');
  found.version = '1.1.0';
  edit(found);
  kit.bundle.html.Data = await dataText(root, assets);
}

describe('forms', () => {
  step('clerk__gallery__a_form_is_made_and_published_in_a_minute', async () => {
    const forms = await openForms(desk.page);
    await press(forms, 'ひな型から作る');
    await press(forms, '「参加申込」で作る');
    await press(forms, 'このフォームを作る');
    await forms.getByText('「行事の名前」を書いてください。').waitFor();
    await forms.locator('#fill-in-eventName').fill('見本セミナー');
    await forms.locator('#fill-in-eventDate').fill('12月10日（木）午後2時〜4時');
    await forms.locator('#fill-in-place').fill('商工会館 3階');
    await forms.getByText(formTitle).waitFor();
    await press(forms, 'このフォームを作る');
    await forms.getByRole('heading', { name: 'フォームができました' }).waitFor();
    expect(theForm()).toMatchObject({ published: true, acceptingResponses: true });
  });

  step('clerk__form_editor__five_things_are_changed_by_hand', async () => {
    const { page } = desk;
    await page.goto(`${kit.address}/forms/d/${theForm().id}/edit`);
    let card = await openCard(page, '電話番号');
    await card.getByLabel('質問', { exact: true }).fill('当日の携帯電話');
    await card.getByRole('button', { name: '保存する' }).click();
    card = await openCard(page, '参加者のお名前');
    await card.getByLabel('説明', { exact: true }).fill('代表の方お一人のお名前を書いてください。');
    await card.getByRole('button', { name: '保存する' }).click();
    card = await openCard(page, '同伴者のお名前');
    await card.getByText('削除', { exact: true }).click();
    await card.getByRole('button', { name: '削除する' }).click();
    await expect.poll(titles).not.toContain('同伴者のお名前');
    card = await openCard(page, '参加人数');
    await card.getByRole('button', { name: '下へ移動' }).click();
    await page
      .getByRole('form', { name: 'ページ 1 に追加' })
      .getByRole('button', { name: '項目を追加' })
      .click();
    const added = page.locator('form[aria-label$="の編集"]:visible').getByLabel('質問', { exact: true });
    await added.fill('紹介者');
    await added.blur();
    await expect.poll(titles).toContain('紹介者');
    expect(titles()).toContain('当日の携帯電話');
  });

  step('jcci__version_1_1__the_list_says_so', async () => {
    await publish((template) => {
      const [section] = template.sections;
      section?.items.splice(4, 0, {
        key: 'local.department',
        type: 'short',
        title: '部署・役職',
        help: '名札に使います。',
      });
      itemOf(template, 'contactName').help = '名札に書くお名前です。姓と名のあいだに空白を入れてください。';
      itemOf(template, 'local.privacy').help = '個人情報は、この催しの運営とご連絡だけに使います。';
      itemOf(template, 'local.membership').options?.push({ code: 'applying', label: '入会を検討中' });
      itemOf(template, 'phone').help = '当日連絡のつく番号を書いてください。';
    });
    const forms = await openForms(desk.page);
    const card = forms.getByRole('listitem', { name: formTitle });
    await card.getByText('更新あり（1.1.0）').waitFor();
    await card.getByText(/自所の変更 \d+か所/).waitFor();
    await card.getByRole('button', { name: /更新を見る$/ }).click();
    await forms.locator('.headline').waitFor();
  });

  step('clerk__plan__says_what_happens_stays_and_is_asked_and_waits_for_the_decision', async () => {
    const forms = formsOf(desk.page);
    const group = (name: string) =>
      forms
        .locator('details.group')
        .filter({ has: forms.getByRole('heading', { name: new RegExp(`^${name}`) }) });
    await group('追加').getByText('部署・役職').first().waitFor();
    expect(await group('変更').locator('.entry').count()).toBe(3);
    await group('残す').locator('summary').click();
    await group('残す').getByText('紹介者').waitFor();
    await group('残す').getByText('自所は「当日の携帯電話」', { exact: false }).waitFor();
    await group('外したまま').locator('summary').click();
    await group('外したまま').getByText('同伴者のお名前').waitFor();
    const apply = forms.locator('#apply');
    expect(await apply.getAttribute('aria-disabled')).toBe('true');
    await forms.getByText('「要判断」があと1件あります。').waitFor();
    const conflict = forms.locator('.conflict');
    expect(await conflict.count()).toBe(1);
    await conflict.getByText('代表の方お一人のお名前を書いてください。').waitFor();
    expect(await conflict.locator('input:checked').count()).toBe(0);
    await conflict.getByLabel('自所の内容を残す').check();
    expect(await apply.getAttribute('aria-disabled')).toBeNull();
  });

  step('colleague__edits_meanwhile__nothing_is_changed_and_a_fresh_plan_stands_ready', async () => {
    const forms = formsOf(desk.page);
    theForm().items.forEach((item) => {
      if (item.title === '紹介者') item.help = '入力は任意です。';
    });
    const before = JSON.stringify(theForm());
    await forms.locator('#apply').click();
    await forms.getByText('まだ何も変えていません').waitFor();
    expect(JSON.stringify(theForm())).toBe(before);
    expect(await forms.locator('.conflict input:checked').count()).toBe(1);
  });

  step('clerk__apply__what_was_said_is_done_and_what_is_own_stays', async () => {
    const forms = formsOf(desk.page);
    await forms.locator('#apply').click();
    await forms.getByRole('heading', { level: 1, name: '更新しました' }).waitFor();
    const now = theForm();
    expect(titles()).toEqual(expect.arrayContaining(['部署・役職', '紹介者', '当日の携帯電話']));
    expect(titles()).not.toContain('同伴者のお名前');
    const help = (title: string) => now.items.find((item) => item.title === title)?.help;
    expect(help('参加者のお名前')).toBe('代表の方お一人のお名前を書いてください。');
    expect(help('当日の携帯電話')).toBe('当日連絡のつく番号を書いてください。');
    await forms.getByText('ひな型 1.1.0').first().waitFor();
  });

  step('visitor__telephone__answers_the_updated_form', async () => {
    const { page } = visitor;
    await page.goto(`${kit.address}/forms/${theForm().publicId}/viewform`);
    expect(await overhang(page)).toBe(0);
    const fill = async (label: string, text: string): Promise<void> =>
      page.getByLabel(label, { exact: false }).first().fill(text);
    await fill('参加者のお名前', '見本　花子');
    await fill('部署・役職', '営業部');
    await fill('メールアドレス', 'hanako@example.jp');
    await fill('当日の携帯電話', '090-0000-0000');
    await page.getByLabel('参加人数').first().selectOption('1名');
    await page.getByLabel('同意する').check();
    await page.getByRole('button', { name: '送信' }).click();
    await page.getByText('お申込みありがとうございます。').waitFor();
    expect(theForm().responses).toHaveLength(1);
  });

  step('clerk__roll_back__the_form_is_as_before_and_the_answer_stays', async () => {
    const forms = await openForms(desk.page);
    await forms.getByRole('button', { name: `${formTitle}：履歴` }).click();
    await forms.getByText('ひな型 1.0.0 から 1.1.0 に更新しました').waitFor();
    await forms.getByText('これまでの判断').waitFor();
    await press(forms, /^元に戻す/);
    await press(forms, '更新の前に戻す');
    await forms.getByRole('heading', { level: 1, name: '元に戻しました' }).waitFor();
    const membership = theForm().items.find((item) => item.title === '会員かどうか');
    expect(membership?.choices.map(({ value }) => value)).not.toContain('入会を検討中');
    expect(theForm().responses).toHaveLength(1);
    expect(titles()).toContain('紹介者');
    await forms.getByText('ひな型 1.0.0').first().waitFor();
  });
});
