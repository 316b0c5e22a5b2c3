/**
 * S13: 2,300 addresses in two days, another clerk on the second, a reminder to those who have not answered. `npm test` walks it with a
 * tenth of the addresses and of the mails a day, `npm run test:long` with all.
 */
import { describe, expect } from 'vitest';
import { openTab, press, type Sidebar, sidebarOf } from './clerk.ts';
import { takeSeat } from './kit.ts';
import { atDesk, type Desk, type SheetRow, scenario, suzuki } from './scenario.ts';

const desk = atDesk();
const day = 86_400_000;
const isWhole = process.env.CCI_LONG === '1';
const total = isWhole ? 2300 : 230;
const perDay = isWhole ? 1500 : 150;
const sendable = total - 12;
const told = (amount: number): string => amount.toLocaleString('en');

/** All but twelve can be reached: five of addresses that are none, four that want no letters, three that nothing reaches. */
const businesses: readonly SheetRow[] = Array.from({ length: total }, (_unused, index) => {
  const number = String(index + 1).padStart(6, '0');
  const odd: SheetRow =
    index < 5
      ? { メールアドレス: 'shop', 住所: '' }
      : index < 9
        ? { 送付の可否: '送らない' }
        : index < 12
          ? { メールアドレス: '', 住所: '' }
          : {};
  return {
    事業所番号: number,
    会員番号: `M${number}`,
    事業所名: `見本商店${number}`,
    電話番号: '03-1111-2222',
    住所: '見本県見本市中央1丁目1番1号',
    メールアドレス: `shop${number}@mihon-cci.example`,
    特商判定: 'はい',
    ...odd,
  };
});

const addressees = ({ kit }: Desk): readonly string[] =>
  kit.runtime.workspace.state.mails
    .filter((mail) => mail.subject.includes('登録内容'))
    .flatMap((mail) => mail.to);

/** The clock trigger of an account, until nothing more leaves in this day. */
function nextDay({ kit }: Desk, user: string): void {
  const { workspace } = kit.runtime;
  workspace.state.clockOffset += day;
  for (let run = 0; run < 8; run++) {
    const before = workspace.state.mails.length;
    const result = kit.runtime.run({ fn: 'hourlyCatchUp', args: [], user, kind: 'trigger' });
    if (!result.ok) throw new Error(result.error.message);
    if (workspace.state.mails.length === before) return;
  }
}

async function openSend(side: Sidebar, purpose: '依頼' | '督促'): Promise<void> {
  await openTab(side, '台帳');
  await side.getByRole('button', { name: /^送付/ }).first().click();
  await side.getByRole('heading', { level: 1, name: '照会の送付' }).waitFor();
  await side.getByRole('radio', { name: purpose }).check();
  await press(side, '送る相手を確かめる');
  await side.getByRole('heading', { name: '送る前の確認' }).waitFor();
}

describe('S13', () => {
  scenario(
    'all_addresses__a_look_first__two_days__another_clerk_takes_over__reminders',
    desk,
    async (here) => {
      const { side, ask, kit, browser } = here;
      const { workspace } = kit.runtime;
      here.put('台帳', businesses);
      const deadline = new Date(workspace.now() + 30 * day).toISOString().slice(0, 10);
      ask('startRound', {
        deadline,
        filter: { tokusho: false, member: '', divisions: [] },
        prefill: ['name'],
      });
      const left = ask('register', {}).quota.remaining;
      workspace.state.quotas = {};
      here.type('設定', 'mailsPerDay', '値', String(perDay));
      expect(left).toBeGreaterThan(0);

      // The look: twelve left out with their reasons, so many today and the rest tomorrow.
      await here.menu('開く');
      await openSend(side, '依頼');
      const preview = side.getByRole('region', { name: '送る前の確認' });
      const words = (await preview.innerText()).replace(/\s+/g, ' ');
      for (const one of [
        `メール ${told(sendable)}`,
        '送らない 12',
        '2日に分けて送ります',
        `（今日） ${told(perDay)}`,
        `${told(sendable - perDay)}件`,
      ]) {
        expect(words).toContain(one);
      }
      for (const [reason, amount] of [
        ['メールアドレスの形が正しくなく、住所もありません。', '5件'],
        ['台帳の「送付の可否」が「送らない」です。', '4件'],
        ['メールアドレスも住所もありません。', '3件'],
      ] as const) {
        const part = preview.locator('details').filter({ hasText: reason });
        expect(await part.locator('summary').innerText()).toContain(amount);
      }
      await press(side, `依頼のメールを送る（${told(sendable)}件）`);
      await side.getByText(/件を送りました/).waitFor({ timeout: 60_000 });
      while (ask('register', {}).quota.remaining > 0) {
        const before = workspace.state.mails.length;
        kit.runtime.run({
          fn: 'hourlyCatchUp',
          args: [],
          user: 'sato@mihon-cci.example.jp',
          kind: 'trigger',
        });
        if (workspace.state.mails.length === before) break;
      }
      expect(addressees(here)).toHaveLength(perDay);

      // The next day another clerk takes over, from her own sidebar.
      const hers = await takeSeat(browser, kit, 1280, 800);
      await hers.context.addCookies([{ name: 'person', value: 'staff2', url: kit.address }]);
      await hers.page.goto(`${kit.address}/sheets/${kit.baseline.bookId}#menu=showSidebar`);
      const her = sidebarOf(hers.page);
      await openTab(her, '台帳');
      await her.getByRole('button', { name: '送付・督促' }).click();
      await her.getByText('いまは sato@mihon-cci.example.jp のアカウントで送っています。').waitFor();
      await press(her, '送付を引き継ぐ');
      await press(her, '引き継ぐ');
      await her
        .getByText('いまは sato@mihon-cci.example.jp のアカウントで送っています。')
        .waitFor({ state: 'detached' });
      nextDay(here, suzuki);
      expect(hers.troubles).toEqual([]);
      await hers.context.close();
      const sent = addressees(here);
      expect(sent).toHaveLength(sendable);
      expect(new Set(sent).size).toBe(sendable);

      // Some days later: nobody who answered, by telephone or on paper, is reminded.
      const typed = { changeStatus: '変更なし', respondentName: '見本 花子' };
      ask('enterAnswer', { businessNumber: '000100', ground: '電話', typed });
      ask('enterAnswer', { businessNumber: '000200', ground: '紙', typed });
      workspace.state.clockOffset += 5 * day;
      await here.menu('開く');
      await openSend(side, '督促');
      await side.getByRole('button', { name: `督促のメールを送る（${told(sendable - 2)}件）` }).waitFor();
      const answered = side.getByRole('region', { name: '送る前の確認' }).locator('details');
      await answered.filter({ hasText: 'すでに回答があります。' }).getByText('2件').waitFor();
    },
  );
});
