import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, hostileText } from '../../addon/rules/testing/mock-data.ts';
import type { Scenario } from '../../addon/rules/testing/mock-state.ts';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { hasNoViolation } from './accessible-checks.ts';
import { bundleWithMock, narrow, walkRules, wide } from './rules-page.ts';
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
): Promise<void> => walkRules(browser, html, scenario, steps, looks);

const question = (page: Page) => page.getByRole('searchbox');
const hits = (page: Page) => page.locator('.hit');

async function ask(page: Page, words: string): Promise<void> {
  await question(page).fill(words);
  await page.keyboard.press('Enter');
}

async function check(page: Page, text: string): Promise<void> {
  await tab(page, '引用を確かめる').click();
  await page.getByLabel('答え', { exact: true }).fill(text);
  await press(page, /^確かめる$/);
  await hasFocus(page, 'check-result');
}

describe('search', () => {
  it('S16__question__rules_that_answer_it_cite_themselves__marked_and_first', () =>
    walk({}, async (page) => {
      await ask(page, '議員総会の招集は誰がいつまでに？');
      await hits(page).first().waitFor();
      const addresses = await page.locator('.hit-address').allInnerTexts();
      for (const place of ['第12条第1項', '第12条第2項'])
        expect(addresses.slice(0, 3)).toContain(`〔見本商工会議所定款 ${place}〕`);
      expect(await hits(page).first().locator('mark').allInnerTexts()).toContain('招集');
      await page.getByRole('status').filter({ hasText: '件見つかりました' }).waitFor();
    }));

  it.each([
    ['そうかい', '第12条第1項'],
    ['定款5条', '第5条第1項'],
    ['旅費規程第三条', '第3条'],
    ['会員総会を開くには何人の出席がいるか', '第12条第3項'],
  ])('%s__leads_to_%s', (words, address) =>
    walk({}, async (page) => {
      await ask(page, words);
      await page
        .locator('.hit-address', { hasText: `${address}〕` })
        .first()
        .waitFor();
      expect(await page.locator('.none').count()).toBe(0);
    }));

  it('question_without_a_rule__says_so_with_whom_to_ask', () =>
    walk({}, async (page) => {
      await ask(page, '駐車場の利用料金はいくらですか');
      const none = page.getByRole('region', { name: '規定なし' });
      await none.getByText('「駐車場」「利用料金」という言葉は、この束のどの規程にもありません。').waitFor();
      await none.getByText('見本商工会議所 事務局').waitFor();
      await none.getByText('03-0000-0100').waitFor();
      await ask(page, '会費の分割');
      await page.getByText('「分割」という言葉は、この束にありません。').waitFor();
      await page.getByText('ぴったりの条は見つかりません。').waitFor();
      await ask(page, '会社法第5条');
      await none.getByText('「会社法」は、この束にありません。').waitFor();
    }));

  it('one_regulation__chosen__only_its_rules', () =>
    walk({}, async (page) => {
      await ask(page, '第3条');
      await hits(page).nth(1).waitFor();
      await page.getByLabel('規程', { exact: true }).selectOption('見本商工会議所旅費規程');
      await page.locator('.hit', { hasText: '見本商工会議所定款 第' }).first().waitFor({ state: 'detached' });
      expect(await page.locator('.hit-address').allInnerTexts()).toContain(
        '〔見本商工会議所旅費規程 第3条〕',
      );
    }));

  it('keyboard__slash_goes_to_the_field__enter_opens__escape_comes_back_to_the_hit', () =>
    walk({}, async (page) => {
      await settled(page);
      await page.keyboard.press('/');
      await hasFocus(page, 'question');
      await ask(page, '会費を納める期限');
      await hits(page).first().waitFor();
      await page.locator('#hit-0').focus();
      await page.keyboard.press('Enter');
      await hasFocus(page, 'heading');
      await page.getByRole('region', { name: '第4条 会費' }).waitFor();
      await page.keyboard.press('Escape');
      await hasFocus(page, 'hit-0');
    }));
});

describe('reading', () => {
  it('place__whole_article_chapter_neighbours_and_references_that_lead_on', () =>
    walk({}, async (page) => {
      await ask(page, '旅費規程3条');
      await page.locator('#hit-0').click();
      await page.getByRole('region', { name: '第3条 精算' }).waitFor();
      await press(page, '見本商工会議所定款 第12条を読む');
      await page.getByRole('heading', { level: 1, name: '見本商工会議所定款' }).waitFor();
      await page.getByText('第3章 › 機関').waitFor();
      await page.getByRole('region', { name: '第13条 常議員会' }).waitFor();
      await press(page, '前の条も表示する');
      await page.getByRole('region', { name: '第3章 機関' }).waitFor();
      await press(page, /^次の条：第13条/);
      await page.locator('[aria-current="location"]', { hasText: '第13条' }).first().waitFor();
      await page.getByText('見本商工会議所定款の目次').click();
      await page.getByRole('button', { name: '第5条 除名' }).click();
      await page.locator('.article.is-here', { hasText: '弁明の機会' }).waitFor();
    }));

  it('copy__the_words_go_with_address_heading_and_version', () =>
    walk({}, async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await ask(page, '定款12条');
      await press(page, '〔見本商工会議所定款 第12条第2項〕を番地つきで写す');
      await page.getByText('〔見本商工会議所定款 第12条第2項〕を写しました。').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied.split('\n').slice(0, 2)).toEqual([
        '〔見本商工会議所定款 第12条第2項〕（議員総会）',
        '前項の招集の通知は、会日の7日前までに、議案を示して発しなければならない。',
      ]);
      expect(copied).toMatch(/（令和8年4月1日改正、版 [0-9a-f]{12}、規程の束 2026-11-24）$/);
    }));
});

describe('citations', () => {
  it('S16__answer__each_citation_has_its_verdict_and_the_words_of_the_rule__what_nobody_checked_is_listed', () =>
    walk({}, async (page) => {
      await check(page, answer);
      await page.getByText('引用 5件：誤りの疑い 2件').waitFor();
      const verdicts = await page.locator('.citation-head .mark').allInnerTexts();
      expect(verdicts).toEqual(['存在', '本文一致', '不一致', '存在しない', '未確認']);
      await page.locator('.citation').nth(2).getByText('帰着の日から7日以内').waitFor();
      await page.locator('.citation').nth(3).getByText('本則は、第13条までです。').waitFor();
      expect(await page.locator('.unchecked li').allInnerTexts()).toEqual(['通知は早めに出すと親切です。']);
      await press(page, '〔見本商工会議所定款 第12条第2項〕の前後も読む');
      await page.getByRole('region', { name: '第12条 議員総会' }).waitFor();
      await press(page, '引用に戻る');
      await hasFocus(page, 'citation-1');
    }));

  it('answer_without_citations__and_nothing_pasted__are_told', () =>
    walk({}, async (page) => {
      await tab(page, '引用を確かめる').click();
      await press(page, /^確かめる$/);
      await hasFocus(page, 'answer');
      await page.getByText('ノートブックの答えを貼り付けてください。').waitFor();
      await check(page, 'そのような規定はありません。事務局に尋ねてください。');
      await page.getByText('引用なし：「規定なし」という答えです').waitFor();
      await check(page, '会費は早めに納めましょう。');
      await page.getByText('答えの中に、番地の引用がありません。').waitFor();
    }));
});

describe('bundle', () => {
  it('no_bundle__the_way_in_is_shown__folder_made__built_in_several_calls__searched_at_once', () =>
    walk({ standing: 'none' }, async (page) => {
      await page.getByText('規程の束が、まだありません。').waitFor();
      await press(page, '規程の束を作りに行く');
      await page.getByLabel('フォルダーのアドレス').fill('https://example.com/');
      await press(page, '選ぶ');
      await page.getByText('開けるフォルダーのアドレスではありません。').waitFor();
      await hasFocus(page, 'folder-address');
      await press(page, 'フォルダー「規程の束」を作る');
      await page.getByText('読む規程 2件').waitFor();
      await press(page, '束を作る');
      await page.getByText('規程の束ができました。ノートブックですることが 2件 あります。').waitFor();
      await page.getByText('再同期する').waitFor();
      await tab(page, 'さがす').click();
      await ask(page, '除名');
      await hits(page).first().waitFor();
    }));

  it('viewer__searches__and_sees_who_may_build', () =>
    walk({ viewer: true }, async (page) => {
      await ask(page, '会費');
      await hits(page).first().waitFor();
      await tab(page, '規程の束').click();
      await page.getByText('束を作るには「設定」の役割が必要です。').waitFor();
      expect(await page.getByRole('button', { name: '作り直す' }).count()).toBe(0);
    }));

  it('made_anew_meanwhile__or_server_fails__is_told_and_a_second_try_loads', async () => {
    await walk({ changesOnce: true }, async (page) => {
      await page.getByText('規程の束が、画面を開いたあとに作り直されました。').waitFor();
      await press(page, 'もう一度読み込む');
      await page.getByText('この束の規程').first().waitFor();
    });
    await walk({ broken: ['rules'] }, async (page) => {
      await page.getByText('サーバーから返事がありませんでした。').waitFor();
      await page.getByRole('button', { name: 'もう一度読み込む' }).waitFor();
    });
  });
});

describe('looks', () => {
  const looks: readonly (readonly [string, Looks])[] = inLooks([
    ['390 px, light', narrow],
    ['150 % zoom, dark', { width: 260, height: 560, dark: true }],
    ['1280 px, dark', { ...wide, dark: true }],
    ['1280 px, light', wide],
  ]);

  async function isGood(page: Page): Promise<void> {
    await settled(page);
    await isReadable(page);
    await hasNoViolation(page);
  }

  it.each(looks)('every_screen__%s__is_readable_fits_and_has_names', { timeout: 90_000 }, (_name, look) =>
    walk(
      { problems: true },
      async (page) => {
        await isGood(page);
        await ask(page, '総会の招集');
        await hits(page).first().waitFor();
        await isGood(page);
        await page.locator('#hit-0').click();
        await isGood(page);
        await tab(page, 'さがす').click();
        await ask(page, '駐車場');
        await page.locator('.none').waitFor();
        await isGood(page);
        await check(page, answer);
        await isGood(page);
        await tab(page, '規程の束').click();
        await page.getByText('束の報告').waitFor();
        await isGood(page);
      },
      look,
    ),
  );

  it('hostile_texts__are_shown_as_typed_and_nothing_runs', () =>
    walk({ hostile: true }, async (page) => {
      await ask(page, '見本悪意規程第1条');
      await page.locator('.hit-text', { hasText: '<img src=x onerror=alert(1)>' }).first().waitFor();
      await page.locator('#hit-0').click();
      await check(page, `${hostileText}（定款第1条）`);
      await tab(page, '規程の束').click();
      await page.getByText(hostileText).first().waitFor();
      expect(await page.locator('img, .main script').count()).toBe(0);
    }));
});
