/** S14: the list of a meeting as a clerk keeps it up to the day, from the menu of the workbook. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { overhang } from './kit.ts';
import { atDesk, type Desk, dialogOf, scenario, sheetRow, showSheet } from './scenario.ts';

const desk = atDesk();

const members = [
  ['見本 太郎', '株式会社見本製作所', '○'],
  ['髙橋 花子', '髙橋商店', '○'],
  ['商事 四郎', '見本商事株式会社', ''],
  ['運輸 五郎', '見本運輸', '○'],
  ['観光 六子', '見本観光', ''],
  ['食堂 七子', '見本食堂', ''],
  ['印刷 八郎', '見本印刷', ''],
] as const;
const cells = members.map(([氏名, 事業所名, 常議員]) => [氏名, 事業所名, '', 常議員, '']);

const attend = (contactName: string, more: Readonly<Record<string, string | readonly string[]>> = {}) => ({
  contactName,
  name: '見本',
  'local.attendance': '出席する',
  ...more,
});
const give = (name: string, holder: string) =>
  attend(name, {
    'local.attendance': '欠席し、委任する',
    'local.proxy': 'ほかの議員に委任する',
    'local.proxyName': holder,
    'local.proxyPledge': ['委任する'],
  });

let made = 0;
function makeMeeting({ ask }: Desk, meetingName: string): string {
  const values = {
    meetingName,
    eventDate: '3月25日（水）午後3時',
    place: '商工会館',
    agenda: '第1号議案　事業報告',
    proxyNote: '委任状は別にお届けください。',
    closesOn: '2030-03-24',
  };
  return ask('createForm', { templateId: 'meeting-attendance', values, draft: `meeting-${made++}` }).formId;
}

/** The names pasted under the header, as from a list kept elsewhere. */
function pasteRoll({ kit }: Desk): void {
  const sheet = kit.runtime.workspace.state.spreadsheets[kit.baseline.bookId]?.sheets.find(
    (one) => one.name === '議員名簿',
  );
  if (sheet === undefined) throw new Error('no roll');
  cells.forEach((texts, row) => {
    sheet.cells[row + 1] = Object.fromEntries(texts.map((v, column) => [column, { t: 'text', v }]));
  });
}

const person = (page: Page, name: string): Locator =>
  dialogOf(page).locator('.attendee').filter({ hasText: name });
const ordinary = (page: Page): Promise<string> => dialogOf(page).locator('.quorum').first().innerText();

describe('S14', () => {
  scenario(
    'assembly__one_list_up_to_the_meeting__quorum_live__what_is_in_doubt_is_flagged',
    desk,
    async (here) => {
      const { page, answer } = here;
      const formId = makeMeeting(here, '第120回通常議員総会');
      await here.menu('会議の出欠');
      const at = dialogOf(page);
      await at.getByRole('button', { name: 'シート「議員名簿」を作る' }).click();
      // The sheet comes to the front: the clerk pastes the names there and opens the list again.
      await page.waitForURL(/gid=/);
      pasteRoll(here);
      answer(formId, attend('見本　太郎'));
      answer(formId, give('高橋花子', '商事四郎'));
      await here.menu('会議の出欠');

      // Two by form: the holder has not answered, his paper is out, and one third of seven are three.
      await at.getByText('あと1名足りません（2名／必要3名）').waitFor();
      await person(page, '髙橋 花子')
        .getByText('代理人の商事 四郎さんは、まだ出欠を回答していません。')
        .waitFor();
      await person(page, '髙橋 花子').getByText('委任状が届いていません。').waitFor();

      // By telephone and by postcard, one after the other, without a mouse.
      await at.getByRole('button', { name: '電話・葉書などの回答を入力する' }).click();
      await at.getByLabel('お名前').selectOption({ label: '商事 四郎（見本商事株式会社）' });
      await at.getByText('欠席する（委任・書面とも行わない）').click();
      await at.getByRole('button', { name: 'この回答を記録する' }).click();
      await at.getByText('続けて次の人を入力できます。').waitFor();
      await at.getByLabel('お名前').selectOption({ label: '運輸 五郎（見本運輸）' });
      await at.getByLabel('受けた方法').selectOption('葉書・郵送');
      await at.getByText('欠席し、書面で議決権を行使する').click();
      await at.getByLabel('議決書を受け取った').check();
      await at.getByRole('button', { name: 'この回答を記録する' }).click();
      await at.getByText('運輸 五郎さんの回答').waitFor();
      await at.getByRole('button', { name: '閉じる' }).click();

      // The holder is absent: flagged, counted, and said that the quorum rests on it.
      await person(page, '髙橋 花子').getByText('代理人の商事 四郎さんは出席しません。').waitFor();
      expect(await ordinary(page)).toContain('確かめが済めば足ります（3名／必要3名、確かなのは2名）');
      await person(page, '運輸 五郎').getByText('葉書・郵送').waitFor();
      await person(page, '商事 四郎').getByText('電話').waitFor();

      // She answers again and comes herself: once, with the latest answer.
      answer(formId, attend('髙橋 花子'));
      await at.getByRole('button', { name: '最新にする' }).click();
      await person(page, '髙橋 花子').getByText('前の回答 1件').waitFor();
      expect(await person(page, '髙橋 花子').count()).toBe(1);
      expect(await ordinary(page)).toContain('足りています（3名／必要3名）');
      await at.getByText('あと1名足りません（3名／必要4名）').waitFor();

      // A proxy whose paper comes later; half of all is reached with it.
      answer(formId, give('印刷 八郎', '見本 太郎'));
      await at.getByRole('button', { name: '最新にする' }).click();
      await at.getByRole('button', { name: '確かめること 1' }).click();
      await at.getByRole('button', { name: '印刷 八郎：書面を受け取った' }).click();
      await at.getByText('印刷 八郎さんの書面の受取りを記録しました。').waitFor();
      await at.getByRole('button', { name: 'すべて 7' }).click();
      await at.getByText('足りています（4名／必要4名）').waitFor();

      // The same list on paper.
      await at.getByRole('button', { name: '印刷用のシート「出欠」を作る' }).click();
      await sheetRow(page, '運輸 五郎', '書面', '葉書・郵送').waitFor();
      await sheetRow(page, '定足数', '49条の議事', '足りています（4名／必要4名）').waitFor();
      await showSheet(page, '変更履歴');
      await sheetRow(page, '印刷 八郎', '書面を受領').waitFor();
    },
  );

  scenario('board__counts_only_persons__until_the_setting_says_otherwise', desk, async (here) => {
    const { page, answer } = here;
    const formId = makeMeeting(here, '第5回常議員会');
    answer(formId, give('見本 太郎', '髙橋 花子'));
    await here.menu('会議の出欠');
    const at = dialogOf(page);
    await at.getByLabel('会議', { exact: true }).selectOption({ label: '第5回常議員会' });
    await at.getByText('あと1名足りません（0名／必要1名）').waitFor();
    await at.getByText('委任・書面は数えず、出席する人だけを数えています。').waitFor();
    await at.getByText('数え方（常議員会）').click();
    await at.getByLabel('常議員会でも、委任・書面を出席に数える').check();
    await at.getByText('確かめが済めば足ります（1名／必要1名、確かなのは0名）').waitFor();
  });

  scenario('narrow_window__nothing_has_to_be_pushed_sideways__while_typing_in', desk, async (here) => {
    const { page } = here;
    await here.menu('会議の出欠');
    const at = dialogOf(page);
    await at.locator('.screen:not([aria-busy])').waitFor();
    await at.getByRole('button', { name: '電話・葉書などの回答を入力する' }).click();
    await page.setViewportSize({ width: 390, height: 844 });
    await at.getByText('欠席し、委任する').click();
    await at.getByLabel('委任する相手').waitFor();
    const wider = await at.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(wider).toBe(0);
    expect(await overhang(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});
