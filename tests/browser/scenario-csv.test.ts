/** S6 to S8: what a business typed, characters the core system cannot take, and that only what is new goes out. */
import { describe, expect } from 'vitest';
import { figure, openCase, openTab, press } from './clerk.ts';
import { atDesk, type Desk, downloaded, lines, scenario, sheetRow, showSheet } from './scenario.ts';

const desk = atDesk();
const steps = ['visited', 'sealed', 'board'].map((state) => ({
  state,
  date: '2026-11-24',
  ground: '記録簿',
}));
const grounds = '確かめた';

/** A sound application of a sole proprietor. */
const application = (name: string, more: Readonly<Record<string, string>> = {}) => ({
  applicantType: '個人事業主',
  name,
  representativeName: '見本　太郎',
  email: 'owner@mihon-cci.example',
  phone: '03-0123-4567',
  postalCode: '123-4567',
  address: '見本県見本市中央1丁目2番3号',
  privacyConsent: ['同意する'],
  antisocialPledge: ['誓約する'],
  articlesConsent: ['同意する'],
  ...more,
});

const apply = ({ kit, answer }: Desk, ...all: Parameters<typeof application>): void =>
  answer(kit.baseline.formId, application(...all));

function idOf({ ask }: Desk, name: string): string {
  const found = ask('queue', { state: '', search: name, offset: 0, limit: 10 }).rows.find(
    (row) => row.name === name,
  );
  if (found === undefined) throw new Error(`no application of ${name}`);
  return found.applicationId;
}

/** Approved by the calls behind the buttons: the scenarios are about what comes after. */
function approve(here: Desk, ...names: readonly string[]): void {
  for (const name of names) {
    const { applicationId, version } = here.ask('application', { applicationId: idOf(here, name) });
    here.ask('decide', { applicationId, version, action: 'approve', reason: grounds, steps });
  }
}

/** Writes what waits and notes that it was taken in, so that a file holds what a scenario brings. */
function takeInWhatWaits({ ask }: Desk): void {
  const { hash, rows } = ask('exportPreview', { profileId: 'toas-provisional', kind: 'applications' });
  if (rows === 0) return;
  const { batchId } = ask('exportCsv', { profileId: 'toas-provisional', kind: 'applications', hash });
  ask('markBatch', { batchId, result: 'imported', note: '' });
}

async function openCsv({ menu, side }: Desk): Promise<void> {
  await menu('開く');
  await openTab(side, 'CSV');
  await side.locator('.screen:not([aria-busy])').waitFor();
}

/** The file stands in the list. */
const written = ({ side }: Desk): Promise<void> => side.getByText(/^CSVを出しました/).waitFor();

/** 事業所名 of a line; no name of these scenarios needs quotes. */
const nameIn = (file: Buffer, line = ''): string =>
  line.split(',')[lines(file)[0]?.split(',').indexOf('事業所名') ?? -1] ?? '';

/** Marks the newest file from its card. */
async function mark({ side }: Desk, result: '取込済' | '取込失敗'): Promise<void> {
  await side.getByRole('button', { name: result, exact: true }).first().click();
  await press(side, `${result}を記録`);
  await side.getByText(`${result}として記録しました。`).waitFor();
}

describe('S6', () => {
  scenario(
    'messy_contact_data__tidied_in_sight__the_typed_stands_beside__csv_keeps_the_zero',
    desk,
    async (here) => {
      const { page, side } = here;
      const building = 'ニュー八重洲ビル36階';
      takeInWhatWaits(here);
      apply(here, '札幌見本商店', {
        postalCode: '〒0600001',
        address: '北海道札幌市中央区北1条西2丁目',
        building,
        phone: '０９０ー１２３４ー５６７８',
      });
      await here.menu('開く');
      await openCase(side, '札幌見本商店');
      const line = (label: string) =>
        side.locator('.field-line').filter({ has: side.getByText(label, { exact: true }) });
      expect(await line('電話番号').locator('.before').innerText()).toBe('０９０ー１２３４ー５６７８');
      expect(await line('電話番号').locator('.after').innerText()).toBe('090-1234-5678');
      expect(await line('郵便番号').innerText()).toContain('060-0001');
      expect(await line('住所').innerText()).toContain('北1条西');
      expect(await line('建物名等').innerText()).toContain(building);
      expect(await line('建物名等').locator('.before').count()).toBe(0);

      // One row a change: the field, the rule, before and after.
      await showSheet(page, '変更履歴');
      await sheetRow(page, '札幌見本商店', '電話番号', '０９０ー１２３４ー５６７８').waitFor();
      const changes = here.rows('変更履歴').filter((row) => row.事業所名 === '札幌見本商店');
      const told = changes.map((row) => [row.項目, row.変更前, row.変更後]);
      expect(told).toContainEqual(['電話番号', '０９０ー１２３４ー５６７８', '090-1234-5678']);
      expect(told).toContainEqual(['郵便番号', '〒0600001', '0600001']);
      expect(told.filter(([field]) => field === '建物名等')).toEqual([]);
      for (const row of changes) expect(row['理由・規則']).not.toBe('');

      // Put another way by the clerk: what the business typed is still told, and so is who changed it.
      await here.menu('開く');
      await openCase(side, '札幌見本商店');
      await press(side, '電話番号を直す');
      await side
        .getByRole('group', { name: '電話番号を直す' })
        .getByRole('textbox')
        .first()
        .fill('011-123-4567');
      await side
        .getByRole('group', { name: '電話番号を直す' })
        .getByRole('button', { name: /保存|直す/ })
        .click();
      await line('電話番号').getByText('０９０ー１２３４ー５６７８').waitFor();
      approve(here, '札幌見本商店');
      await openCsv(here);
      await press(side, 'CSVを出す（1件）');
      await written(here);
      const [, row] = lines(await downloaded(here));
      expect(row).toContain('060-0001,');
      expect(row).toContain(building);
      expect(row).toContain('011-123-4567');
      await mark(here, '取込済');
    },
  );
});

describe('S7', () => {
  scenario('characters__held_with_a_proposal__one_press__the_next_file_has_it', desk, async (here) => {
    const { page, side } = here;
    const held = '鷗亭';
    takeInWhatWaits(here);
    apply(here, held);
    apply(here, '髙橋①番店');
    apply(here, '見本屋', { representativeName: '=1+1', building: '+A1 @B2' });
    approve(here, held, '髙橋①番店', '見本屋');
    await openCsv(here);
    expect(await figure(side, '出す')).toBe(2);
    const waiting = side.getByRole('region', { name: '保留の申込' });
    const words = await waiting.innerText();
    for (const one of [held, '「事業所名」', '「鷗」', 'U+9DD7', '列「']) expect(words).toContain(one);
    await waiting.getByText(/^R\d+-\d+$/).waitFor();
    await press(side, 'CSVを出す（2件）');
    await written(here);
    const first = await downloaded(here);
    // 髙 and ① as Windows writes them; every byte is what the layout says.
    expect(first.includes(Buffer.from([0xfb, 0xfc, 0x8b, 0xb4, 0x87, 0x40]))).toBe(true);
    const [header, ...rows] = lines(first);
    expect(rows.map((row) => nameIn(first, row))).toEqual(['髙橋①番店', '見本屋']);
    const text = `${[header, ...rows].join('\r\n')}\r\n`;
    expect(new TextDecoder('shift_jis').decode(first)).toBe(text);
    // The exact text goes out, and no cell of a sheet has become a formula.
    expect(rows[1]).toContain(',=1+1,');
    expect(rows[1]).toContain(',+A1 @B2,');
    const cells = Object.values(here.kit.runtime.workspace.state.spreadsheets)
      .flatMap((book) => book.sheets)
      .flatMap((sheet) => Object.values(sheet.cells).flatMap((row) => Object.values(row)));
    expect(cells.filter((cell) => cell.t === 'formula')).toEqual([]);
    await mark(here, '取込済');

    await waiting.getByRole('button', { name: 'この会議所では「鷗」を「鴎」と書く' }).click();
    await side.getByRole('button', { name: 'CSVを出す（1件）' }).click();
    await written(here);
    const file = await downloaded(here);
    const [, second] = lines(file);
    expect(nameIn(file, second)).toBe('鴎亭');
    await side.getByText('控え', { exact: true }).first().click();
    await side.getByText('鷗→鴎').first().waitFor();
    // Remembered for the chamber; what the business typed stays.
    expect(here.rows('設定').find((row) => row.キー === 'substitutes')?.値).toContain('鷗=鴎');
    await mark(here, '取込済');
    await showSheet(page, '受付');
    await sheetRow(page, held).waitFor();
  });

  scenario(
    'layout_that_refuses__rows_wait_as_well__with_the_plain_characters_proposed',
    desk,
    async (here) => {
      const { side } = here;
      apply(here, '髙嶋②番店');
      apply(here, '髙嶋①番店');
      approve(here, '髙嶋②番店', '髙嶋①番店');
      await openCsv(here);
      await side.getByLabel('CSVの配置').selectOption('doshoren-example');
      await expect.poll(() => figure(side, '保留'), { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
      const waiting = side.getByRole('region', { name: '保留の申込' });
      await waiting.getByRole('button', { name: 'この会議所では「髙」を「高」と書く' }).first().waitFor();
      await waiting.getByRole('button', { name: 'この会議所では「①」を「(1)」と書く' }).waitFor();
    },
  );
});

describe('S8', () => {
  scenario(
    'monday_and_wednesday__only_what_is_new__a_receipt_each__failed_ones_wait_again_once',
    desk,
    async (here) => {
      const { page, side } = here;
      takeInWhatWaits(here);
      const monday = ['月曜商店1', '月曜商店2'];
      const wednesday = ['水曜商店1', '水曜商店2', '水曜商店3'];
      for (const name of monday) apply(here, name);
      approve(here, ...monday);
      await openCsv(here);
      await press(side, 'CSVを出す（2件）');
      await written(here);
      await mark(here, '取込済');
      here.kit.runtime.workspace.advance(2 * 86_400_000);
      for (const name of wednesday) apply(here, name);
      approve(here, ...wednesday);
      await openCsv(here);
      await press(side, 'CSVを出す（3件）');
      await written(here);
      const file = await downloaded(here);
      expect(
        lines(file)
          .slice(1)
          .map((row) => nameIn(file, row)),
      ).toEqual(wednesday);

      // The receipt, on the card and in the sheet.
      const card = side.getByRole('region', { name: '出したCSV' }).locator('.card').first();
      await card.getByText('控え', { exact: true }).click();
      const told = await card.innerText();
      for (const one of [
        '仮の配置',
        '3件・0件',
        '確かめたこと',
        '基幹システムが受け付けるかどうか',
        'sato@',
      ]) {
        expect(told).toContain(one);
      }
      const hash = await card.locator('.hash').innerText();
      expect(hash).toMatch(/^[0-9a-f]{64}$/);

      await card.getByRole('button', { name: '取込失敗', exact: true }).click();
      await side.getByLabel('何が起きたか').fill('3行目でエラー');
      await press(side, '取込失敗を記録');
      await side.getByRole('button', { name: 'CSVを出す（3件）' }).waitFor();
      expect(await figure(side, '承認済み')).toBe(3);
      await showSheet(page, '出力履歴');
      await sheetRow(page, hash.slice(0, 12), '仮の配置', '取込失敗').waitFor();
    },
  );
});
