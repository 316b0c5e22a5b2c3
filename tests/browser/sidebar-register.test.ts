/** The register in the sidebar over its mock server: import, layouts, round, sending, answers, 代理入力. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../../addon/sidebar/testing/mock-state.ts';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { bundleWithMock, hasFocus, heading, press, rows, settled, tab, walkSidebar } from './sidebar-page.ts';
import { chooseFile, find, openAnswer } from './sidebar-register-page.ts';

let browser: Browser;
let html = '';

beforeAll(async () => {
  [browser, html] = await Promise.all([launchChromium(), bundleWithMock()]);
}, 900_000);

afterAll(async () => {
  await browser?.close();
});

/** One walk that begins on 台帳. */
const walk = (scenario: Partial<Scenario>, steps: (page: Page) => Promise<void>): Promise<void> =>
  walkSidebar(browser, html, scenario, async (page) => {
    await tab(page, '台帳').click();
    await settled(page);
    await steps(page);
  });

describe('register', () => {
  it('nothing_yet__leads_from_import_over_judgement_and_round_to_the_first_mails', () =>
    walk({ register: 'empty' }, async (page) => {
      const now = page.locator('[aria-current=step]');
      expect(await now.innerText()).toContain('台帳を取り込む');
      await chooseFile(page);
      await press(page, '中身を確かめる');
      await hasFocus(page, 'preview-heading');
      await press(page, 'この内容で取り込む');
      await page.getByText('2,310行を読みました。').waitFor();
      await press(page, '台帳に進む');
      expect(await now.innerText()).toContain('特定商工業者を判定する');
      await press(page, '判定する');
      await page.getByText('判定しました。特定商工業者は1,480件です。').waitFor();
      await press(page, '照会を始める');
      await page.getByLabel('回答の締切').fill('2026-11-01');
      await press(page, 'この内容で照会を始める');
      await hasFocus(page, 'round-deadline');
      await page.getByText('今日より後の日付を入れてください。').waitFor();
      await page.getByLabel('回答の締切').fill('2026-12-18');
      await press(page, 'この内容で照会を始める');
      await page.getByText('メールはまだ送っていません。').waitFor();
      await press(page, '送る相手を確かめる');
      await page.getByText('2日に分けて送ります').waitFor();
      await press(page, '依頼のメールを送る（1,792件）');
      await page.getByText('1,392件を送りました。残りの400件は、続きを自動で送ります。').waitFor();
      await press(page, '台帳に戻る');
      await page.getByText('回答率').waitFor();
      expect(await now.count()).toBe(0);
    }));

  it('figures_of_the_round__add_up_to_those_asked', () =>
    walk({}, async (page) => {
      const texts = await page
        .getByRole('region', { name: '照会の回答' })
        .locator('.legend dd')
        .allInnerTexts();
      const amounts = texts.map((text) => Number(text.replace(/\D/g, '')));
      const total = amounts.pop();
      expect(amounts.reduce((sum, one) => sum + one, 0)).toBe(total);
    }));

  it('import__blocked_layout_cannot_be_taken_and_another_can', () =>
    walk({}, async (page) => {
      await chooseFile(page);
      await page.getByLabel('CSVの配置').selectOption('gif-2025');
      await press(page, '中身を確かめる');
      await page.getByText('このままでは取り込めません。').waitFor();
      expect(await page.getByRole('button', { name: 'この内容で取り込む' }).count()).toBe(0);
      await page.getByLabel('CSVの配置').selectOption('toas-provisional');
      await press(page, '中身を確かめる');
      await page.getByText('台帳にあってCSVにない事業所が6件あります。').waitFor();
      await page.getByText('備考（旧）').waitFor();
      await page.getByText('変わる事業所の例').click();
      expect(await page.getByText('012-345-9999').count()).toBeGreaterThan(0);
      await page.getByRole('button', { name: 'この内容で取り込む' }).waitFor();
    }));

  it('import__changed_since_the_preview__shows_why_and_the_new_one', () =>
    walk({ importChanged: true }, async (page) => {
      await chooseFile(page);
      await press(page, '中身を確かめる');
      await press(page, 'この内容で取り込む');
      await page.getByText('確かめたあとに、台帳かファイルが変わりました。').waitFor();
      await hasFocus(page, 'import-trouble');
      await press(page, 'この内容で取り込む');
      await page.getByText('取込みが終わりました', { exact: true }).waitFor();
    }));

  it('import__dies_midway__keeps_its_progress_over_other_screens_and_goes_on', () =>
    walk({ importBreaks: true }, async (page) => {
      await chooseFile(page);
      await press(page, '中身を確かめる');
      await press(page, 'この内容で取り込む');
      await page.getByText('取込みの途中です').waitFor();
      await page.getByText('サーバーから返事がありませんでした。').waitFor();
      await tab(page, '受付').click();
      await rows(page).first().waitFor();
      await tab(page, '台帳').click();
      await press(page, '基幹システムのCSVを取り込む');
      await page.getByText('1,000 / 2,310行').waitFor();
      await press(page, '続きから取り込む');
      await page.getByText('取込みが終わりました', { exact: true }).waitFor();
    }));

  it('file_of_this_computer__small_is_sent_and_large_is_led_to_the_folder', () =>
    walk({ uploadLimit: 2000 }, async (page) => {
      await press(page, '基幹システムのCSVを取り込む');
      const input = page.getByLabel('このパソコンから選ぶ');
      const large = { name: '大きい.csv', mimeType: 'text/csv', buffer: Buffer.alloc(2001, 'a') };
      await input.setInputFiles(large);
      await page.getByText('「大きい.csv」は大きいため（2 KBまで）').waitFor();
      await input.setInputFiles({
        name: '会員.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('番号,名前\r\n1,見本'),
      });
      await page.getByText('「会員.csv」を受け取りました。').waitFor();
      expect(await page.getByLabel('会員.csv').isChecked()).toBe(true);
      expect(await page.getByText('大きいため').count()).toBe(0);
    }));

  it('layout__doubles_are_flagged_then_saved_provisional_then_confirmed_with_a_ground', () =>
    walk({}, async (page) => {
      await tab(page, 'CSV').click();
      await press(page, '自分のシステムの並びを覚えさせる');
      await page.getByLabel('会員一覧_20261120.csv').check();
      await press(page, '列を読み取る');
      await hasFocus(page, 'columns-heading');
      await press(page, 'この配置を覚える');
      await hasFocus(page, 'learn-fault');
      expect(await page.getByText('「電話番号」は、ほかの列にも当てています。').count()).toBe(2);
      await page.getByLabel('連絡先').selectOption('fax');
      await press(page, 'この配置を覚える');
      await hasFocus(page, 'layout-name');
      await page.getByLabel('配置の名前').fill('会員一覧');
      await press(page, 'この配置を覚える');
      await page.getByText('まだ確かめていない形です').waitFor();
      await page.getByText('確かめが済んだら').click();
      await press(page, '確かめたと記録する');
      await hasFocus(page, 'layout-ground');
      await page.getByLabel('どう確かめたか').fill('11/24に2件を取り込み');
      await press(page, '確かめたと記録する');
      await page.getByText('確かめ済み', { exact: true }).waitFor();
      expect(await page.getByText('まだ確かめていない形です').count()).toBe(0);
    }));

  it('answer__conflicts_wait_for_a_person_and_plain_changes_are_taken', () =>
    walk({}, async (page) => {
      await openAnswer(page, '食い違い');
      const approve = page.getByRole('button', { name: /^承認する/ });
      expect(await approve.getAttribute('aria-disabled')).toBe('true');
      expect(await page.getByRole('group', { name: '代表者氏名' }).getByLabel('見本　花子').isChecked()).toBe(
        true,
      );
      await press(page, '食い違い2件を選ぶと、承認できます');
      await hasFocus(page, 'difference-phone');
      await page.getByRole('group', { name: '電話番号' }).getByLabel('012-345-9002').check();
      await page.getByRole('group', { name: '住所' }).getByLabel('台帳のまま').check();
      await press(page, '承認する（2項目を変更）');
      await page.getByText('承認しました。基幹システムへの出力待ちに入りました。').waitFor();
      await hasFocus(page, 'heading');
      await page.getByText('採用').first().waitFor();
    }));

  it('answer__discarded_with_a_reason_and_taken_up_again', () =>
    walk({}, async (page) => {
      await openAnswer(page, '食い違い');
      await press(page, '見送る');
      await press(page, '見送りにする');
      await hasFocus(page, 'answer-reason');
      await page.getByLabel('理由').fill('別の事業所の回答だった');
      await press(page, '見送りにする');
      await page.getByText('見送りにしました。台帳は変わっていません。').waitFor();
      await page.getByText('別の事業所の回答だった').waitFor();
      await press(page, '再開する');
      await page.getByText('確認待ちに戻しました。').waitFor();
    }));

  it('answer__overtaken_by_a_colleague__words_and_a_way_to_the_newest', () =>
    walk({ conflict: true }, async (page) => {
      await press(page, '回答を見る');
      await rows(page).filter({ hasText: '変更なし' }).first().click();
      await press(page, '承認する');
      await page.getByText('この回答は、画面を開いたあとに鈴木が変更しました（10:58）。').waitFor();
      await hasFocus(page, 'notice');
      await press(page, '最新を読み直す');
      await page.locator('#notice').waitFor({ state: 'detached' });
      await settled(page);
      await press(page, '承認する');
      await page.getByText('承認しました。').waitFor();
    }));

  it('unknown_sender__reason_in_words_and_given_to_a_business_found_by_name', () =>
    walk({}, async (page) => {
      await press(page, /^要確認/);
      await rows(page).filter({ hasText: '（事業所が不明）' }).first().click();
      await page.getByText('リンクの照会番号が正しくありません。').waitFor();
      expect(
        await page
          .getByRole('button', { name: '上から事業所を選んでください' })
          .getAttribute('aria-disabled'),
      ).toBe('true');
      await find(page, '大和田美容室');
      await page.getByRole('group', { name: 'さがした事業所' }).getByRole('radio').first().check();
      await press(page, '「大和田美容室」の回答にする');
      await page.getByText('どの事業所の回答かを記録しました。').waitFor();
      expect(await heading(page).innerText()).toBe('大和田美容室');
      await page.getByRole('button', { name: '承認する' }).waitFor();
    }));

  it('変更なし__all_at_once_after_a_question', () =>
    walk({}, async (page) => {
      await press(page, /^変更なし まとめて|^変更なし/);
      await hasFocus(page, 'panel-heading');
      await page.keyboard.press('Escape');
      await hasFocus(page, 'ask-unchanged');
      await press(page, '変更なし 26件をまとめて承認');
      await press(page, '26件を承認する');
      await page.getByText('「変更なし」の回答を26件承認しました。').waitFor();
      expect(await page.getByRole('button', { name: /まとめて承認/ }).count()).toBe(0);
      await press(page, '承認 31');
      await page.getByText('31件', { exact: true }).waitFor();
    }));

  it('代理入力__asks_what_is_missing_and_sends_only_what_changed', () =>
    walk({}, async (page) => {
      await press(page, '代理入力');
      await find(page, '大和田');
      await press(page, /大和田製作所.*010001/);
      await press(page, '保存する');
      await hasFocus(page, 'entry-ground');
      await page.getByLabel('電話', { exact: true }).check();
      await page.getByLabel('回答した方のお名前').fill('見本　花子');
      await page.getByLabel('変更あり').check();
      await press(page, '電話番号が変わった');
      await hasFocus(page, 'enter-phone');
      await press(page, '保存する');
      await hasFocus(page, 'entry-fields');
      await page.getByLabel('新しい内容').fill('012-345-7777');
      await press(page, '1項目の変更を保存');
      await page.getByText('代理入力を受け付けました（R8-U0061）。').waitFor();
      expect(await page.getByRole('group', { name: '電話番号' }).getByLabel('012-345-7777').isChecked()).toBe(
        true,
      );
      await page.getByText('台帳との違い 1項目').waitFor();
      await press(page, '承認する（1項目を変更）');
      await page.getByText('承認しました。').waitFor();
    }));

  it('sending__taken_over__reasons_grouped__letters__key_changed_only_after_a_warning', () =>
    walk({ otherSender: true }, async (page) => {
      await press(page, '送付・督促');
      await page.getByText('いまは suzuki@mihon-cci.example.or.jp のアカウントで送っています。').waitFor();
      await press(page, '送付を引き継ぐ');
      await hasFocus(page, 'panel-heading');
      await press(page, '引き継ぐ');
      await page.getByText('送付を引き継ぎました。').waitFor();
      await press(page, '送る相手を確かめる');
      await page.getByText('前のメールが届かなかった（宛先不明）').click();
      await page.getByText('督促のメールを送る（527件）').waitFor();
      await page.getByLabel('依頼').check();
      expect(await page.getByText('督促のメールを送る').count()).toBe(0);
      await press(page, '手紙を作る');
      await page.getByRole('link', { name: '照会の手紙 2' }).waitFor();
      await press(page, 'リンクの鍵を替える');
      await page.getByLabel('今までのリンクを使えなくする').check();
      await page.getByText('元には戻せません。').waitFor();
      await press(page, '替えて、古いリンクを止める');
      await page.getByText('これまでのリンクは使えません。').waitFor();
    }));

  it('csv__character_taken_from_the_list_and_the_same_file_made_again', () =>
    walk({}, async (page) => {
      await tab(page, 'CSV').click();
      await press(page, 'この会議所では「𠮷」を「吉」と書く');
      await page.getByText('これから「𠮷」は、CSVにだけ「吉」と書きます。').waitFor();
      await press(page, /^CSVを出す/);
      await page.getByText('出力済み（取込待ち）').waitFor();
      await page.getByText('控え', { exact: true }).click();
      await press(page, /同じファイルを作り直す/);
      await page.getByText('同じ中身のファイルを作りました。').waitFor();
      await page.getByLabel('出すもの').selectOption('updates');
      await page.getByText('いま出せる変更はありません。').waitFor();
    }));

  it('several_choices__are_ticked_not_typed', () =>
    walk({}, async (page) => {
      await tab(page, '受付').click();
      await rows(page).first().click();
      await press(page, '希望部会を直す');
      await page.getByLabel('工業部会').check();
      await press(page, '保存');
      await page.getByText('希望部会を直しました：商業部会 → 商業部会;工業部会').waitFor();
    }));

  it('keyboard__from_the_list_into_an_answer_and_two_steps_back', () =>
    walk({ answers: 800 }, async (page) => {
      await press(page, '回答を見る');
      await rows(page).first().waitFor();
      await page.keyboard.press('/');
      await hasFocus(page, 'answers-search');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('End');
      await page.getByText('R8-U0800').or(rows(page).last()).first().waitFor();
      expect(await rows(page).count()).toBeLessThan(60);
      await page.keyboard.press('Enter');
      await page.getByText('受付番号 R8-U0800').waitFor();
      await page.keyboard.press('Escape');
      await hasFocus(page, 'answers-list');
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { level: 1, name: '台帳' }).waitFor();
    }));

  it('google_does_not_answer__register_says_so_and_can_be_asked_again', () =>
    walk({ broken: ['register'] }, async (page) => {
      await page.getByText('サーバーから返事がありませんでした。').waitFor();
      await page.getByRole('button', { name: 'もう一度読み込む' }).waitFor();
    }));
});
