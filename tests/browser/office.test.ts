import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileText } from '../../addon/office/testing/mock-data.ts';
import type { Scenario } from '../../addon/office/testing/mock-state.ts';
import { screenNames } from '../../addon/view/office-screens.ts';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { bundleWithMock, narrow, walkOffice, wide } from './office-page.ts';
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
): Promise<void> => walkOffice(browser, html, scenario, steps, looks);

const rows = (page: Page) => page.locator('.check');

describe('health', () => {
  it('rows__worst_first__one_button_mends_one_and_the_verdict_follows', () =>
    walk({}, async (page) => {
      await page.getByText('要対応 2件、注意 1件があります。').waitFor();
      const labels = await rows(page).locator('.mark').allInnerTexts();
      expect(labels).toEqual(['要対応', '要対応', '注意', '不明', '情報', '情報']);
      await press(page, '送信時の取込み（セミナー申込）：このアカウントで動かす');
      await page.getByText('「送信時の取込み（セミナー申込）」を直しました。').waitFor();
      await page.getByText('要対応 1件、注意 1件があります。').waitFor();
      await hasFocus(page, 'heading');
      await press(page, '保存期間：保存期間を開く');
      await page.getByRole('heading', { level: 1, name: '保存期間' }).waitFor();
    }));

  it('nothing_wrong__says_so_and_looks_again_when_asked', () =>
    walk({ well: true }, async (page) => {
      await page.getByText('すべて問題ありません。').waitFor();
      expect(await rows(page).count()).toBe(0);
      await press(page, 'もう一度点検する');
      await settled(page);
      await page.getByText('足りない表はありません。').waitFor();
    }));

  it('viewer__mending__is_refused_in_words', () =>
    walk({ viewer: true }, async (page) => {
      await press(page, '送信時の取込み（セミナー申込）：このアカウントで動かす');
      await page.getByText('この操作には「設定」の役割が必要です。').waitFor();
      await hasFocus(page, 'notice');
    }));

  it('server_fails__says_so_and_a_second_try_is_offered', () =>
    walk({ broken: ['health'] }, async (page) => {
      await page.getByText('サーバーから返事がありませんでした。').waitFor();
      await page.getByRole('button', { name: 'もう一度読み込む' }).waitFor();
    }));
});

describe('hand-over', () => {
  it('heir__sees_what_is_taken_and_what_cannot_be_seen__takes_over_and_is_told_who_has_to_leave', () =>
    walk({}, async (page) => {
      await tab(page, '引継ぎ').click();
      await page.getByText('いまの担当 tanaka@mihon-cci.example・待っているメール 788件').waitFor();
      await page.getByText('ここから見えないもの').waitFor();
      await press(page, 'このアカウントに引き継ぐ');
      await page.getByRole('heading', { name: '引き継ぎました' }).waitFor();
      await page.getByText('1時間ごとのトリガー（2時間以上動いた記録がありません）').waitFor();
    }));

  it('old_account__takes_its_own_triggers_away_after_a_question', () =>
    walk({ screen: 'hand-over' }, async (page) => {
      await press(page, '自分のトリガーを外す');
      await hasFocus(page, 'let-go-heading');
      await page.keyboard.press('Escape');
      await press(page, '自分のトリガーを外す');
      await page.getByRole('button', { name: '外す', exact: true }).click();
      await page.getByText('このアカウントでは、もう何も動きません。').waitFor();
    }));
});

describe('roles', () => {
  it('empty_list__first_person_added__whoever_adds_is_not_locked_out', () =>
    walk({ screen: 'access', people: false }, async (page) => {
      await page.getByText('役割の表は空です。').waitFor();
      await page.getByLabel('担当者を加える').fill('Atarashii@mihon-cci.example');
      await page.keyboard.press('Enter');
      await page.getByRole('checkbox', { name: 'atarashii@mihon-cci.example：閲覧' }).waitFor();
      expect(await page.getByRole('checkbox', { name: 'sato@mihon-cci.example：設定' }).isChecked()).toBe(
        true,
      );
      await page.getByText('保存すると、表にない人は会議所キットを使えなくなります。').waitFor();
      await press(page, '保存する');
      await page.getByText('2人に役割があります。').waitFor();
      expect(await page.locator('.save-bar').count()).toBe(0);
    }));

  it('own_settings_taken_away__is_warned__and_what_was_changed_waits_on_other_screens', () =>
    walk({ screen: 'access' }, async (page) => {
      await page.getByRole('checkbox', { name: 'sato@mihon-cci.example：設定' }).uncheck();
      await page.getByText('あなたは「設定」の役割を失い').waitFor();
      await tab(page, '点検').click();
      await tab(page, '未保存').click();
      expect(await page.getByRole('checkbox', { name: 'sato@mihon-cci.example：設定' }).isChecked()).toBe(
        false,
      );
      await press(page, '元に戻す');
      expect(await page.getByRole('checkbox', { name: 'sato@mihon-cci.example：設定' }).isChecked()).toBe(
        true,
      );
      await page.getByText('権限なし').waitFor();
    }));

  it('address__mistyped_or_twice__is_told_at_the_field', () =>
    walk({ screen: 'access' }, async (page) => {
      await page.getByLabel('担当者を加える').fill('tanaka');
      await press(page, '加える');
      await page.getByText('「name@example.or.jp」の形で入れてください。').waitFor();
      await page.getByLabel('担当者を加える').fill('TANAKA@mihon-cci.example');
      await press(page, '加える');
      await page.getByText('この人は、もう表にあります。').waitFor();
      await hasFocus(page, 'added-person');
    }));

  it('viewer__sees_the_list_and_cannot_touch_it', () =>
    walk({ screen: 'access', viewer: true }, async (page) => {
      await page.getByText('この表を変えるには「設定」の役割が必要です。').waitFor();
      expect(await page.locator('.role input:enabled').count()).toBe(0);
      expect(await page.getByRole('button', { name: '加える' }).count()).toBe(0);
    }));
});

describe('retention', () => {
  it('rules__a_day_is_missing__is_told__then_saved', () =>
    walk({ screen: 'retention' }, async (page) => {
      await press(page, '入会申込：規則を加える');
      await hasFocus(page, 'rule-days-1');
      await press(page, '保存する');
      await page.getByText('日数を、1から36,500までの数字で入れてください。').waitFor();
      await page.getByLabel('入会申込：日数').fill('３６５');
      await page.getByLabel('入会申込：数え始め').selectOption('withdrawn');
      await press(page, '保存する');
      await page.getByText('保存期間を保存しました。').waitFor();
      expect(await page.getByLabel('入会申込：日数').inputValue()).toBe('365');
    }));

  it('destroying__counts_and_oldest_day_are_seen__a_wrong_number_destroys_nothing__the_right_one_all', () =>
    walk({ screen: 'retention' }, async (page) => {
      await press(page, '廃棄する回答を確かめる');
      await hasFocus(page, 'destruction-heading');
      await page.getByRole('row', { name: /インボイス制度.*37件.*2026\/3\/2/ }).waitFor();
      await page.getByText('廃棄した回答は元に戻せません。').waitFor();
      await page.locator('#destroy-typed').fill('36');
      await page.keyboard.press('Enter');
      await page.getByText('件数が違います。').waitFor();
      await page.locator('#destroy-typed').fill('３７');
      await press(page, '廃棄する（元に戻せません）');
      await page.getByText('廃棄-002：37件を廃棄しました。').waitFor();
      await page.locator('.record').filter({ hasText: '廃棄-002' }).waitFor();
      await press(page, '廃棄する回答を確かめる');
      await page.getByText('いま廃棄する回答はありません。').waitFor();
    }));

  it('destroying__what_is_due_changed__nothing_goes_and_the_new_number_is_asked', () =>
    walk({ screen: 'retention', changesOnce: true }, async (page) => {
      await press(page, '廃棄する回答を確かめる');
      await page.locator('#destroy-typed').fill('37');
      await press(page, '廃棄する（元に戻せません）');
      await page.getByText('何も廃棄していません。').waitFor();
      await page.getByRole('row', { name: /38件/ }).first().waitFor();
      expect(await page.locator('#destroy-typed').inputValue()).toBe('');
    }));
});

describe('settings', () => {
  it('values__changed_and_saved__faults_stand_at_their_fields', () =>
    walk({ screen: 'settings' }, async (page) => {
      await page.getByLabel('電話番号').fill('');
      await page.getByLabel('1日に送る照会のメール').fill('2000');
      await press(page, '保存する');
      await page.getByText('1から1500までの数字で入れてください。').waitFor();
      await hasFocus(page, 'setting-phone');
      await page.getByLabel('電話番号').fill('03-0000-0000');
      await page.getByLabel('1日に送る照会のメール').fill('５００通');
      await page.getByLabel('代わりの文字').fill('鷗=鷗');
      await press(page, '保存する');
      await page.locator('#setting-substitutes-fault').waitFor();
      await page.getByLabel('代わりの文字').fill('鷗=鴎');
      await press(page, '保存する');
      await page.getByText('設定を保存しました。').waitFor();
      expect(await page.getByLabel('1日に送る照会のメール').inputValue()).toBe('500');
    }));

  it('somebody_saved_meanwhile__nothing_is_lost_and_the_second_press_saves', () =>
    walk({ screen: 'settings', settingsChanged: true }, async (page) => {
      await page.getByLabel('所在地').fill('見本市北1-1');
      await press(page, '保存する');
      await page.getByText('何も保存していません。').waitFor();
      await settled(page);
      expect(await page.getByLabel('所在地').inputValue()).toBe('見本市北1-1');
      await press(page, '保存する');
      await page.getByText('設定を保存しました。').waitFor();
    }));
});

describe('looks', () => {
  const looks: readonly (readonly [string, Looks])[] = inLooks([
    ['1280 px, light', wide],
    ['150 % zoom, dark', { width: 260, height: 560, dark: true }],
    ['1280 px, dark', { ...wide, dark: true }],
    ['390 px, light', narrow],
  ]);
  it.each(looks)('every_screen__%s__is_readable_and_fits', { timeout: 60_000 }, async (_name, look) => {
    for (const screen of screenNames) {
      await walk(
        { screen },
        async (page) => {
          await settled(page);
          await isReadable(page);
        },
        look,
      );
    }
  });

  it('hostile_texts__are_shown_as_typed_and_nothing_runs', () =>
    walk({ hostile: true }, async (page) => {
      await page.getByText(hostileText).first().waitFor();
      await tab(page, '権限').click();
      await page.getByRole('rowheader', { name: hostileText }).waitFor();
      await tab(page, '保存期間').click();
      await press(page, '廃棄する回答を確かめる');
      await page.getByRole('rowheader', { name: hostileText }).waitFor();
      expect(await page.locator('img, .main script').count()).toBe(0);
    }));
});
