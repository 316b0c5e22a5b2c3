import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../../addon/forms/testing/mock-state.ts';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { bundleWithMock, narrow, walkForms, wide } from './forms-page.ts';
import { hasFocus, inLooks, isReadable, type Looks, press, settled, tab } from './sidebar-page.ts';

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
): Promise<void> => walkForms(browser, html, scenario, steps, looks);

async function openPlan(page: Page): Promise<void> {
  await press(page, '入会申込：更新を見る');
  await page.locator('.headline').waitFor();
}

async function decideAll(page: Page): Promise<void> {
  await page.getByLabel('日商の新しい内容にする').check();
  await page.getByLabel('外したままにする').check();
}

describe('forms page', () => {
  it('list__how_each_form_stands_and_its_own_changes_follow', () =>
    walk({}, async (page) => {
      const card = page.getByRole('listitem', { name: '入会申込', exact: true });
      await card.getByText('更新あり（1.1.0）').waitFor();
      await card.getByText('自所の変更 5か所').waitFor();
      expect(await card.getByRole('link').count()).toBe(2);
    }));

  it('chamber_without_set_up__is_sent_there_first', () =>
    walk({ ready: false, forms: false }, async (page) => {
      await page.getByText('先に、会議所の名前などの準備を済ませてください。').waitFor();
    }));

  it('form__closed_after_a_question_and_opened_again__by_keyboard', () =>
    walk({}, async (page) => {
      await page.getByRole('button', { name: '入会申込：受付を止める' }).focus();
      await page.keyboard.press('Enter');
      await hasFocus(page, 'close-heading');
      await page.keyboard.press('Escape');
      await press(page, '入会申込：受付を止める');
      await page.getByRole('button', { name: '受付を止める', exact: true }).click();
      await page.getByText('「入会申込」の受付を止めました。').waitFor();
      await press(page, '入会申込：受付を再開');
      await page.getByText('「入会申込」の受付を再開しました。').waitFor();
    }));

  it('terms__effect_is_shown_before__too_few_places_are_refused_at_their_field__then_changed__by_keyboard', () =>
    walk({}, async (page) => {
      const card = page.getByRole('listitem', { name: 'インボイス制度 実務セミナー 申込', exact: true });
      await card.getByRole('button', { name: '締切と定員' }).focus();
      await page.keyboard.press('Enter');
      await hasFocus(page, 'terms-heading');
      await card.getByText('受付 30・キャンセル待ち 3').waitFor();
      await card.getByRole('textbox', { name: '定員' }).fill('20');
      await press(page, '変わることを確かめる');
      await hasFocus(page, 'terms-places');
      await card.getByText('定員を 20 にはできません。', { exact: false }).waitFor();
      await card.getByRole('textbox', { name: '定員' }).fill('33');
      await card.getByLabel('締切の日').fill('2026-12-10');
      await card.getByLabel('受付を再開する').check();
      await press(page, '変わることを確かめる');
      await hasFocus(page, 'terms-result');
      const moving = card.getByRole('region', { name: '繰り上がる申込' });
      expect(await moving.getByRole('listitem').allInnerTexts()).toEqual([
        expect.stringContaining('見本製菓'),
        expect.stringContaining('電話で知らせる'),
      ]);
      await press(page, 'この内容に変える');
      await page.getByText('キャンセル待ちの2件が受付になりました。', { exact: false }).waitFor();
      await card.getByText('締切 2026/12/10・定員 33', { exact: false }).waitFor();
      await card.getByText('受付中').waitFor();
    }));

  it('terms__nothing_typed__says_so_and_escape_leaves', () =>
    walk({}, async (page) => {
      await press(page, '入会申込：締切');
      await press(page, '変わることを確かめる');
      await page.getByText('今と同じです。変わるところはありません。').waitFor();
      expect(await page.getByRole('textbox', { name: '定員' }).count()).toBe(0);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '入会申込：受付を止める' }).waitFor();
    }));

  it('making__asks_for_what_is_missing__shows_what_is_typed__makes_the_form', () =>
    walk({}, async (page) => {
      await tab(page, 'ひな型から作る').click();
      await press(page, '「セミナー申込」で作る');
      await page.getByText('〔セミナーの名前〕', { exact: false }).first().waitFor();
      await press(page, 'このフォームを作る');
      await hasFocus(page, 'fill-in-eventName');
      await page.locator('#fill-in-eventName').fill('見本セミナー');
      await page.locator('#fill-in-eventDate').fill('2026-12-10');
      await page.locator('#fill-in-courses').fill('午前の部\n午後の部');
      await page.clock.runFor(1000);
      await page.locator('.preview').getByText('午後の部').waitFor();
      await press(page, 'このフォームを作る');
      await page.getByRole('heading', { level: 1, name: 'フォームができました' }).waitFor();
      expect(await page.getByLabel('回答ページのアドレス').inputValue()).toContain(
        'https://docs.google.com/forms/',
      );
    }));

  it('plan__conflicts_open__says_why_it_waits_and_leads_to_the_next', () =>
    walk({}, async (page) => {
      await openPlan(page);
      const apply = page.locator('#apply');
      expect(await apply.getAttribute('aria-disabled')).toBe('true');
      expect(await page.locator('.conflict input:checked').count()).toBe(0);
      await press(page, '次の要判断へ');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.getByText('「要判断」があと1件あります。').waitFor();
      await page.getByLabel('フォームに戻す').check();
      await page.getByText('「要判断」があと').waitFor({ state: 'detached' });
      expect(await apply.getAttribute('aria-disabled')).toBeNull();
    }));

  it('plan__words_that_differ_are_marked_in_each_text', () =>
    walk({}, async (page) => {
      await openPlan(page);
      const [theirs, ours] = await Promise.all(
        ['.text-theirs ins', '.text-ours ins'].map((marks) =>
          page.locator('.conflict').first().locator(marks).allInnerTexts(),
        ),
      );
      expect(theirs).toEqual(['または出資金']);
      expect(ours).toEqual(['万円', '（例：1,000）']);
    }));

  it('applied_in_two_runs__says_what_was_done__and_is_taken_back', () =>
    walk({}, async (page) => {
      await openPlan(page);
      await decideAll(page);
      await page.locator('#apply').click();
      await page.getByRole('heading', { level: 1, name: '更新しました' }).waitFor();
      await page.getByText('「業種」の選択肢を2つ加えました。').waitFor();
      await press(page, '元に戻す');
      await hasFocus(page, 'roll-back-heading');
      await press(page, '更新の前に戻す');
      await page.getByRole('heading', { level: 1, name: '元に戻しました' }).waitFor();
    }));

  it('edited_between_plan_and_apply__nothing_changed__fresh_plan__choices_stay', () =>
    walk({ editedMeanwhile: true }, async (page) => {
      await openPlan(page);
      await decideAll(page);
      await page.locator('#apply').click();
      await page.getByText('まだ何も変えていません').waitFor();
      await hasFocus(page, 'changed-since');
      expect(await page.locator('.conflict input:checked').count()).toBe(2);
      await page.locator('#apply').click();
      await page.getByRole('heading', { level: 1, name: '更新しました' }).waitFor();
    }));

  it('died_half_way__says_so_and_goes_on', () =>
    walk({ breaksOnce: true }, async (page) => {
      await openPlan(page);
      await decideAll(page);
      await page.locator('#apply').click();
      await page.getByText('処理が Google の制限時間までに終わりませんでした。').waitFor();
      await page.getByText('12件のうち、7件まで済んでいます').waitFor();
      await press(page, /続きを適用する/);
      await page.getByRole('heading', { level: 1, name: '更新しました' }).waitFor();
    }));

  it('edited_after_the_update__taking_it_back_asks_and_keeps_what_was_edited', () =>
    walk({ editedAfter: true }, async (page) => {
      await press(page, '入会申込：履歴');
      await press(page, /^元に戻す：/);
      await press(page, '更新の前に戻す');
      await page.getByText('更新のあとに、フォームが変更されています：業種').waitFor();
      await press(page, '変更していないところだけ戻す');
      await page.getByRole('heading', { level: 1, name: '元に戻しました' }).waitFor();
    }));

  it('taking_over__a_wrong_address__a_match_changed__a_question_taken_twice', () =>
    walk({}, async (page) => {
      await tab(page, '取り込む').click();
      await press(page, '設問を調べる');
      await hasFocus(page, 'adopt-address');
      await page.locator('#adopt-address').fill('https://example.com/');
      await press(page, '設問を調べる');
      await page.getByText('フォームの編集ページのアドレスではありません。').waitFor();
      await page.locator('#adopt-address').fill('https://docs.google.com/forms/d/old/edit');
      await press(page, '設問を調べる');
      await page.getByText('確かさ 低').waitFor();
      await page.getByLabel('紹介者').selectOption('phone');
      await page.getByText('同じひな型の設問が2か所で選ばれています。').waitFor();
      await page.getByLabel('代表電話').selectOption('');
      await press(page, 'この対応で取り込む（3問）');
      await page.getByText('「入会申込のコピー」を取り込みました。').waitFor();
    }));

  it('capture__a_draft_and_what_is_to_be_written_in', () =>
    walk({}, async (page) => {
      await press(page, '入会申込：ひな型として保存');
      await press(page, '下書きを保存する');
      await page.getByText('入会申込.template.yaml（18問）').waitFor();
      await page.getByText('入力チェックは、Google フォームから読み取れません。').waitFor();
    }));

  it('google_does_not_answer__an_issue_with_a_remedy_and_a_way_to_try_again', () =>
    walk({ broken: ['updatePlan'] }, async (page) => {
      await press(page, '入会申込：更新を見る');
      await page.getByText('サーバーから返事がありませんでした。').waitFor();
      await page.getByRole('button', { name: 'もう一度読み込む' }).waitFor();
    }));

  it('hostile_text__list_and_plan__is_shown_and_never_runs', () =>
    walk({ hostile: true }, async (page) => {
      await press(page, /更新を見る$/);
      await page.locator('.headline').waitFor();
      await page.getByText('<img src=x onerror="window.hacked=1">').first().waitFor();
      const found = await page.evaluate(() => ({
        elements: document.querySelectorAll('#app img, #app script, #app iframe').length,
        hacked: 'hacked' in window,
      }));
      expect(found).toEqual({ elements: 0, hacked: false });
    }));
});

/** Ways to every screen, for looking at it in all widths and at large text. */
const screens: readonly (readonly [string, Partial<Scenario>, (page: Page) => Promise<void>])[] = [
  ['list', {}, (page) => page.locator('.form-card').first().waitFor()],
  ['list with a question', {}, (page) => press(page, '入会申込：受付を止める')],
  ['gallery', {}, (page) => tab(page, 'ひな型から作る').click()],
  [
    'make',
    {},
    async (page) => {
      await tab(page, 'ひな型から作る').click();
      await press(page, '「セミナー申込」で作る');
      await page.locator('.preview').waitFor();
      await press(page, 'このフォームを作る');
    },
  ],
  ['plan', {}, openPlan],
  [
    'plan half done',
    { halfDone: true },
    async (page) => {
      await press(page, '入会申込：続きを見る');
      await page.locator('.headline').waitFor();
    },
  ],
  ['history', {}, (page) => press(page, '入会申込：履歴')],
  ['take over', {}, (page) => press(page, '「入会申込のコピー」を取り込む')],
  ['capture', {}, (page) => press(page, '入会申込：ひな型として保存')],
];

const looks: readonly (readonly [string, Looks])[] = inLooks([
  ['960 px', wide],
  ['390 px at 150 % zoom, dark', { width: 260, height: 563, dark: true }],
  ['960 px, dark', { ...wide, dark: true }],
  ['390 px', narrow],
  ['150 % zoom', { width: 640, height: 453, dark: false }],
]);

/** Every control has a name, every input a label, and nothing takes a positive place in the order of the focus. */
async function hasNames(page: Page): Promise<void> {
  const nameless = await page.evaluate(() => {
    const named = (one: Element): boolean =>
      (one.getAttribute('aria-label') ?? '') !== '' ||
      (one.textContent ?? '').trim() !== '' ||
      (one instanceof HTMLInputElement ||
      one instanceof HTMLSelectElement ||
      one instanceof HTMLTextAreaElement
        ? (one.labels?.length ?? 0) > 0
        : false);
    return [...document.querySelectorAll('button, a[href], input, select, textarea, summary')]
      .filter((one) => (one instanceof HTMLSelectElement ? (one.labels?.length ?? 0) === 0 : !named(one)))
      .map((one) => one.outerHTML.slice(0, 120));
  });
  expect(nameless).toEqual([]);
  expect(await page.locator('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])').count()).toBe(0);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
}

describe.each(looks)('%s', (_name, look) => {
  it.each(screens)('%s__readable_named_and_nothing_sticks_out', (_screen, scenario, open) =>
    walk(
      scenario,
      async (page) => {
        await open(page);
        await settled(page);
        await page.clock.runFor(1000);
        await isReadable(page);
        await hasNames(page);
      },
      look,
    ));
});
