/** S9 to S11: two answers about one business, who is a 特定商工業者, the register on 1 September. */
import { describe, expect } from 'vitest';
import { choose, formReady, nextTo, pressSend, type } from './applicant.ts';
import { openTab, press, type Sidebar } from './clerk.ts';
import { atDesk, type Desk, type SheetRow, sato, scenario, sheetRow, showSheet } from './scenario.ts';

const desk = atDesk();
const everybody = { tokusho: false, member: '', divisions: [] } as const;

const business = (number: string, more: SheetRow = {}): SheetRow => ({
  事業所番号: number,
  会員番号: `M${number}`,
  事業所名: `見本商店${number}`,
  電話番号: '03-1111-2222',
  住所: '見本県見本市中央1丁目1番1号',
  メールアドレス: `shop${number}@mihon-cci.example`,
  特商判定: 'はい',
  ...more,
});

/** The clock of the workspace at a day of the year after next, so that nothing of the seed lies after it. */
function setDay({ kit }: Desk, day: string): void {
  const { workspace } = kit.runtime;
  workspace.state.clockOffset += Date.parse(`${day}T10:00:00+09:00`) - workspace.now();
}

function startRound(here: Desk, rows: readonly SheetRow[], deadline: string): void {
  here.put('台帳', rows);
  const { round } = here.ask('register', {});
  if (round !== null) here.ask('closeRound', { roundId: round.roundId });
  const filter = { ...everybody, divisions: [] };
  here.ask('startRound', { deadline, filter, prefill: ['name'] });
}

function sendRequests({ ask }: Desk): void {
  const input = { purpose: 'request' as const, filter: { ...everybody, divisions: [] } };
  ask('send', { ...input, hash: ask('sendPreview', input).hash });
}

const card = (side: Sidebar, name: string) => side.getByRole('region', { name, exact: true });

describe('S9', () => {
  scenario(
    'web_and_paper__two_telephones__a_conflict__nothing_in_the_ledger_before_the_choice',
    desk,
    async (here) => {
      const { page, side, kit } = here;
      startRound(here, [business('000001')], '2030-12-24');
      sendRequests(here);
      const mails = kit.runtime.workspace.state.mails;
      const link =
        /https:\/\/docs\.google\.com(\/forms\/\S+)/.exec(mails[mails.length - 1]?.body ?? '')?.[1] ?? '';
      await page.goto(`${kit.address}${link}`);
      await formReady(page);
      await choose(page, '変更の有無', '変更あり');
      await type(page, { 記入者: '見本 次郎' });
      await nextTo(page, '営業の状況');
      await choose(page, '営業状況', '営業中');
      for (const title of ['事業所', '地区内の事業所', '事業の内容', '連絡先']) await nextTo(page, title);
      await type(page, { 電話番号: '03-0000-7777' });
      await pressSend(page);
      await page.getByText('ご回答ありがとうございました。').waitFor();

      // The paper form, typed in by the clerk.
      await here.menu('開く');
      await openTab(side, '台帳');
      await press(side, '代理入力');
      await side.getByRole('searchbox').fill('見本商店000001');
      await side.getByRole('button', { name: /見本商店000001/ }).click();
      await side.getByRole('radio', { name: '紙' }).check();
      await side.getByLabel('回答した方のお名前').fill('見本 花子');
      await side.getByRole('radio', { name: '変更あり' }).check();
      await press(side, '電話番号が変わった');
      await side.getByLabel('新しい内容').fill('03-0000-8888');
      await press(side, '1項目の変更を保存');

      // Flagged, with both values, their sources and dates; the ledger is as it was.
      await side.getByText('食い違い', { exact: true }).waitFor();
      const choice = card(side, '台帳との違い');
      const told = await choice.innerText();
      for (const words of ['03-1111-2222', '03-0000-7777', '03-0000-8888', 'ほかの回答（', 'フォーム']) {
        expect(told).toContain(words);
      }
      expect(told).toMatch(/今日 \d\d:\d\d|\d+\/\d+ \d\d:\d\d|\d{4}\/\d+\/\d+/);
      await side.getByRole('button', { name: '食い違い1件を選ぶと、承認できます' }).waitFor();
      expect(here.rows('台帳')[0]?.電話番号).toBe('03-1111-2222');
      await choice.getByRole('radio', { name: /03-0000-8888/ }).check();
      await press(side, '承認する（1項目を変更）');
      await side.getByText('承認しました。').waitFor();
      const pairs = await card(side, '事業所と回答者').innerText();
      expect(pairs).toContain('代理入力（紙）');
      expect(pairs).toContain(sato);
      await showSheet(page, '変更履歴');
      await sheetRow(page, '見本商店000001', '代理入力', '紙').waitFor();
      await sheetRow(page, '見本商店000001', '03-0000-8888').waitFor();
    },
  );
});

describe('S10', () => {
  scenario(
    'four_businesses__judged_with_number_threshold_article_and_day__staff_may_decide_otherwise',
    desk,
    async (here) => {
      const { page, side } = here;
      const facts = { 組織区分: '法人', 事業開始年月: '2019年4月', 営業状況: '営業中', 特商判定: '' };
      here.put('台帳', [
        business('a', { ...facts, 業種: '58', 資本金: '2900000', 従業員数: '6' }),
        business('b', { ...facts, 業種: '24', 資本金: '2900000', 従業員数: '19' }),
        business('c', { ...facts, 業種: '', 資本金: '2900000', 従業員数: '6' }),
        business('d', { ...facts, 業種: '24', 資本金: '3000000', 従業員数: '0' }),
      ]);
      await here.menu('開く');
      await openTab(side, '台帳');
      const judge = async (): Promise<void> => {
        await side
          .getByRole('button', { name: /^(もう一度)?判定する$/ })
          .first()
          .click();
        await card(side, '特定商工業者の判定')
          .getByText(/^基準日/)
          .waitFor();
        await side.locator('.screen:not([aria-busy])').waitFor();
      };
      await judge();
      const judged = card(side, '特定商工業者の判定');
      expect((await judged.locator('.figures').innerText()).replace(/\s+/g, ' ')).toBe(
        'はい 2件 いいえ 1件 判定できない 1件',
      );
      await judged.getByText('判定できない事業所（1件）').click();
      await judged.getByText('足りない項目：業種').waitFor();
      const said = (): readonly string[] =>
        here.rows('台帳').map((row) => `${row.特商判定}：${row.判定の根拠}`);
      const [a, b, c, d] = said();
      expect(a).toMatch(
        /^はい：法7条2項1号：従業員 6 人（商業・サービス業の基準 5 人以上）、基準日 \d{4}-04-01$/,
      );
      expect(b).toMatch(/^いいえ：.*従業員 19 人（基準 20 人以上）/);
      expect(c).toMatch(/^判定できません：/);
      expect(d).toMatch(/^はい：法7条2項2号：資本金 3,000,000 円（基準 3,000,000 円以上）/);

      // Decided by staff, with a reason: it counts and is seen as such.
      here.type('台帳', 'c', '職員の判定', 'はい');
      here.type('台帳', 'c', '職員の判定の理由', '小売業と電話で確かめた');
      await judge();
      await judged.getByText(/職員が決めたもの　1件/).waitFor();
      await showSheet(page, '台帳');
      await sheetRow(page, '見本商店c', '判定できません', '小売業と電話で確かめた').waitFor();

      // A higher threshold is followed, one below the Act's is not, and the screen says so.
      await openTab(side, '台帳');
      here.type('設定', 'thresholds.employeesCommerceService', '値', '7');
      await judge();
      expect(said()[0]).toMatch(/^いいえ：.*商業・サービス業は 7 人以上/);
      here.type('設定', 'thresholds.employeesCommerceService', '値', '3');
      await judge();
      expect(said()[0]).toContain('基準 5 人以上');
      await judged.getByText(/の 3 は、法律の基準 5 を下回っています。/).waitFor();
    },
  );
});

describe('S11', () => {
  scenario(
    'first_of_september__counts_add_up__29_days__consent_only_where_switched_on',
    desk,
    async (here) => {
      const { side, ask } = here;
      setDay(here, '2028-08-20');
      const asked = Array.from({ length: 8 }, (_unused, index) => business(`00000${index + 1}`));
      startRound(here, [...asked, business('000009', { メールアドレス: '', 住所: '' })], '2028-09-20');
      sendRequests(here);
      const respondentName = '見本 花子';
      const enter = (businessNumber: string, typed: Record<string, string>) =>
        ask('enterAnswer', { businessNumber, ground: '電話', typed: { respondentName, ...typed } });
      for (const number of ['000001', '000002']) enter(number, { changeStatus: '変更なし' });
      enter('000003', { changeStatus: '変更あり', operatingStatus: '営業中', phone: '03-9999-0000' });
      setDay(here, '2028-09-01');
      await here.menu('開く');
      await openTab(side, '台帳');
      await side.getByText('あと29日', { exact: true }).waitFor();
      await side
        .getByText('台帳を改める期限（2028年9月30日）まで、あと29日です（商工会議所法10条5項）。')
        .waitFor();
      const round = card(side, '照会の回答');
      const amounts = new Map<string, number>();
      for (const line of await round.locator('.legend > div').all()) {
        amounts.set(
          (await line.locator('dt').innerText()).trim(),
          Number.parseInt(await line.locator('dd').innerText(), 10),
        );
      }
      expect(Object.fromEntries(amounts)).toMatchObject({
        変更なし: 2,
        変更あり: 1,
        宛先不明: 1,
        未回答: 5,
        たずねた事業所: 9,
      });
      const total = amounts.get('たずねた事業所');
      amounts.delete('たずねた事業所');
      expect([...amounts.values()].reduce((sum, one) => sum + one, 0)).toBe(total);
      expect(await card(side, '負担金への同意').count()).toBe(0);

      // Switched on by the chamber: told apart, and no word that a form is enough.
      here.type('設定', 'levyConsent', '値', 'はい');
      await here.menu('開く');
      await openTab(side, '台帳');
      const consent = await card(side, '負担金への同意').innerText();
      for (const words of [
        'はっきり同意',
        '同意とみなす',
        '過半数',
        '12条2項',
        '足りるかどうかも、行政庁に確かめてください',
      ]) {
        expect(consent).toContain(words);
      }
    },
  );
});
