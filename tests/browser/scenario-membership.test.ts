/** S12, and a person who opens the product for the first time: from the menu to an approved application and its CSV. */
import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { openCase, press, rows } from './clerk.ts';
import { atDesk, type Desk, downloaded, lines, sato, scenario, sheetRow, showSheet } from './scenario.ts';

const desk = atDesk();

const applicant = (name: string) => ({
  applicantType: '個人事業主',
  name,
  representativeName: '見本　太郎',
  email: 'owner@mihon-cci.example',
  phone: '03-0123-4567',
  address: '見本県見本市中央1丁目2番3号',
  privacyConsent: ['同意する'],
  antisocialPledge: ['誓約する'],
  articlesConsent: ['同意する'],
});

/** In sight without scrolling: the first-time user is told nothing by what lies below. */
async function inSight({ page }: Desk, what: Locator): Promise<Locator> {
  await what.waitFor();
  const box = await what.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  expect(box === null ? -1 : Math.round(box.y)).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
  return what;
}

describe('first time', () => {
  scenario(
    'menu_only__what_the_screen_says__an_application_is_approved_and_the_csv_is_there',
    desk,
    async (here) => {
      const { page, side, kit } = here;
      await page.goto(`${kit.address}/sheets/${kit.baseline.bookId}`);
      await (await inSight(here, page.getByText('拡張機能', { exact: true }))).click();
      await (await inSight(here, page.getByRole('button', { name: '開く', exact: true }))).click();

      // 今日 says what waits; its first line of work leads on.
      await side.getByRole('heading', { level: 1, name: '今日' }).waitFor();
      await (
        await inSight(here, side.getByRole('button', { name: /^新着.*まだ確認を始めていない申込/ }))
      ).click();
      const open = rows(side).filter({ hasNotText: '直す' });
      await (await inSight(here, open.first())).click();

      // One button stands out; what it still needs is asked in the same place.
      await side.getByText(/^受付番号 R\d+-\d+$/).waitFor();
      const name = await side.getByRole('heading', { level: 1 }).innerText();
      await (await inSight(here, side.getByRole('button', { name: '承認', exact: true }))).click();
      await side.getByText(/まだ記録のない段階が\d+つあります/).waitFor();
      await press(side, '記録して承認');
      const needed = side.getByLabel('根拠');
      for (const one of await needed.all()) {
        const example = (await one.getAttribute('placeholder')) ?? '';
        expect(example).toMatch(/^例：/);
        await one.fill(example.replace('例：', ''));
      }
      await press(side, '記録して承認');
      await (await inSight(here, side.getByText('承認しました。CSVの出力待ちに入りました。'))).waitFor();

      // The word that was used stands on a tab, with the number that waits.
      await (await inSight(here, side.getByRole('navigation').getByRole('button', { name: /^CSV/ }))).click();
      await side.getByRole('button', { name: /^CSVを出す（\d+件）$/ }).click();
      await side.getByText('出力済み（取込待ち）').waitFor();
      await (
        await inSight(here, side.getByRole('link', { name: 'ファイルを開く・保存する' }).first())
      ).waitFor();
      expect(lines(await downloaded(here)).some((line) => line.includes(name))).toBe(true);
      // And what comes next is said too.
      await side
        .getByText('ファイルを保存して基幹システムに取り込み、どうなったかを下のボタンで記録してください。')
        .waitFor();
    },
  );
});

describe('S12', () => {
  scenario(
    'application__no_approval_before_the_board__agenda_prints__member_only_with_approval_and_payment',
    desk,
    async (here) => {
      const { page, side, ask, kit } = here;
      const name = '段階見本商店';
      here.answer(kit.baseline.formId, applicant(name));
      const [row] = ask('queue', { state: '', search: name, offset: 0, limit: 1 }).rows;
      const { applicationId } = row ?? { applicationId: '' };
      // 確認中, 訪問 and 押印受領 have passed.
      for (const state of ['reviewing', 'visited', 'sealed']) {
        const { version } = ask('application', { applicationId });
        const steps = [{ state, date: '2026-11-24', ground: '記録簿' }];
        ask('decide', { applicationId, version, action: 'advance', reason: '', steps });
      }
      await here.menu('開く');
      await openCase(side, name);
      await side.getByText('押印受領', { exact: true }).first().waitFor();

      // Too early: the step that is missing is named, and without it nothing happens.
      await press(side, '承認');
      await side.getByText('まだ記録のない段階が1つあります。').waitFor();
      const board = side.getByRole('group', { name: '常議員会付議' });
      await press(side, '記録して承認');
      await board.getByText('常議員会付議の根拠を短く入れてください。').waitFor();
      expect(ask('application', { applicationId }).state.label).toBe('押印受領');
      await press(side, 'やめる');

      // The agenda of the next meeting, from the sheet.
      await press(side, '次へ（常議員会付議）');
      await side.getByRole('group', { name: '常議員会付議' }).getByLabel('根拠').fill('第5回の議案');
      await press(side, '記録して進める');
      await press(side, '一覧を開く');
      await page.waitForURL(/gid=/);
      await sheetRow(page, name, '見本 太郎').waitFor();
      await sheetRow(page, '以上', '1 件', '見本商工会議所').waitFor();

      // The decision, then the payment: 会員 is offered only after both.
      await here.menu('開く');
      await openCase(side, name);
      await press(side, '承認');
      await side.getByLabel('承認の根拠').fill('第5回常議員会で可決');
      await press(side, '承認する');
      await side.getByText('承認しました。').waitFor();
      expect(await side.getByRole('button', { name: '次へ（会員）' }).count()).toBe(0);
      await press(side, '次へ（入金）');
      await side.getByRole('group', { name: '入金' }).getByLabel('根拠').fill('口座振替で入金');
      await press(side, '記録して進める');
      await press(side, '次へ（会員）');
      await side.getByRole('group', { name: '会員' }).getByLabel('根拠').fill('会員証を交付');
      await press(side, '記録して進める');
      await side.locator('.marks').getByText('会員', { exact: true }).waitFor();

      // Every step: date, person, ground.
      await showSheet(page, '変更履歴');
      await sheetRow(page, name, '入金', '口座振替で入金').waitFor();
      const steps = here.rows('変更履歴').filter((one) => one.事業所名 === name && one.区分 === '状態');
      expect(steps.map((one) => `${one.変更前} → ${one.変更後}`)).toEqual([
        '仮申込 → 確認中',
        '確認中 → 訪問',
        '訪問 → 押印受領',
        '押印受領 → 常議員会付議',
        '常議員会付議 → 承認',
        '承認 → 入金',
        '入金 → 会員',
      ]);
      for (const one of steps) {
        expect(one.項目).toMatch(/^状態（\d{4}-\d\d-\d\d）$/);
        expect(one.担当者).toBe(sato);
      }
      const named = steps.filter(({ 変更後 }) =>
        ['訪問', '押印受領', '常議員会付議', '承認', '入金', '会員'].includes(変更後 ?? ''),
      );
      for (const one of named) expect(one['理由・規則']).not.toBe('');
    },
  );
});
