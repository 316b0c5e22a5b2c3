/** S13 and S15 as a clerk goes through them: a survey from its list to the report, on the page 調査 of the product as served. */
import { describe, expect } from 'vitest';
import { firms, listOf } from '../support/survey-round.ts';
import { violations } from './accessible-checks.ts';
import { atDesk, dialogOf, scenario } from './scenario.ts';

const desk = atDesk();
const shots = process.env.CCI_SHOTS ?? '';

describe('調査', () => {
  scenario('from_the_list_to_the_report__on_one_page', desk, async (here) => {
    const { page, answer } = here;
    const at = dialogOf(page);
    /** How far the dialog's own page is wider than its frame. */
    const wider = (): Promise<number> =>
      at.locator('html').evaluate((html) => html.scrollWidth - window.innerWidth);
    const shot = async (name: string): Promise<void> => {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        if (shots !== '') {
          const frame = page.locator('[data-dialog-frame]');
          await frame.screenshot({ path: `${shots}/${name}-${width}.png` });
        }
        expect(await wider(), `${name} at ${width}`).toBeLessThanOrEqual(0);
      }
      const frame = await (await at.locator('html').elementHandle())?.ownerFrame();
      if (frame === null || frame === undefined) throw new Error('the page of the dialog is not there');
      expect(await violations(frame), name).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
    };
    await here.menu('調査');
    await at.getByText('まだ調査がありません').waitFor();
    await at.getByRole('button', { name: '調査を始める' }).click();
    await shot('start');
    await at.getByRole('button', { name: '調査先へ' }).click();
    await at.getByRole('button', { name: '調査先を確かめる' }).click();
    await at.getByText('一覧を貼り付けるか、ファイルを選んでください。').waitFor();
    const all = firms(30, (n) => ({ email: n === 3 ? 'none' : `firm${n}@example.jp` }));
    await at.getByLabel('一覧（1行目は見出し）').fill(listOf(all));
    await shot('people');
    await at.getByRole('button', { name: '調査先を確かめる' }).click();
    await at.getByText('見本北商工会議所').first().waitFor();
    await shot('look');
    await at.getByRole('button', { name: 'フォームとリンクを作る' }).click();
    await at.getByText('まだ誰にも送っていません。').first().waitFor();
    await at.getByRole('button', { name: '依頼の内容を確かめる' }).click();
    await at.getByRole('heading', { name: '依頼の内容' }).waitFor();
    await at.getByText('送らない相手（1）').click();
    await shot('mails');
    await at.getByRole('button', { name: '29通 を送る' }).click();
    await at.getByText('29通 送りました。').waitFor();

    // One by the form on its link, one by telephone.
    const { formId } = here.rows('_forms').find((row) => row.templateId?.startsWith('survey-')) ?? {
      formId: '',
    };
    const mail = here.kit.runtime.workspace.state.mails.find(({ to }) => to.includes('firm0@example.jp'));
    const key = /[?&]entry\.\d+=([0-9a-z]{48})/.exec(mail?.body ?? '')?.[1] ?? '';
    const said = {
      conditions: '好転',
      sales: '増加',
      profit: '不変',
      funds: '不変',
      cost: '上昇',
      price: '不変',
      staff: '不足',
    };
    answer(formId ?? '', {
      updateKey: key,
      ...Object.fromEntries(Object.entries(said).map(([name, text]) => [`local.${name}`, text])),
      'local.industry': '建設業',
      'local.size': '5人以下',
    });
    await at.getByRole('button', { name: '回答を入力する' }).click();
    for (const n of [7, 8, 11]) {
      await at.getByLabel('事業所をさがす').fill(`見本商店${n}`);
      await at.getByRole('button', { name: 'さがす' }).click();
      await at.locator('.found-person').first().click();
      const conditions = at.getByRole('group', { name: '業況（前年同月と比べて）' });
      await conditions.getByText('悪化').click();
      if (n === 7) await shot('entry');
      await at.getByRole('button', { name: 'この回答を記録する' }).click();
      await at.getByText(`見本商店${n}の回答を記録しました。`).waitFor();
    }
    await at.getByRole('button', { name: '閉じる' }).click();
    await at.getByText('4 / 30').first().waitFor();

    await at.getByRole('button', { name: '集計して報告を作る' }).click();
    await at.getByText('4件 の回答を集計しました。').waitFor();
    await at.getByRole('link', { name: /報告（ドキュメント）を開く/ }).waitFor();
    await at.getByText('隠した欄（＊）とは').click();
    await shot('round');

    await at.getByRole('button', { name: '締め切る' }).click();
    await at.locator('.panel').getByRole('button', { name: '締め切る' }).click();
    await at.getByRole('button', { name: '廃棄する内容を確かめる' }).click();
    await at.getByText(/廃棄できるのは .* からです。/).waitFor();
    await shot('destroy');
    await at.getByRole('button', { name: '一覧に戻る' }).click();
    await at.getByText('回答 4 / 30（13.3％）').waitFor();
    await shot('list');
    expect(
      here
        .rows('操作記録')
        .some((row) => Object.values(row).some((text) => /見本商店|好転|悪化/.test(text ?? ''))),
    ).toBe(false);
  });
});
