/** Approved changes of the register on the emulator: what goes out, what waits again, what 台帳 says afterwards. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber, call, records } from '../support/chamber.ts';
import { approveChange, putRows, registerChamber } from '../support/register.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const updates = { profileId: 'plain-utf8', kind: 'updates' } as const;
const full = { profileId: 'plain-utf8', kind: 'full' } as const;

function exportNow(chamber: Chamber, kind: typeof updates | typeof full = updates) {
  const { hash } = ask(chamber, 'exportPreview', kind);
  return ask(chamber, 'exportCsv', { ...kind, hash });
}

/** Lines of a file of Drive as records by header. */
function fileOf(chamber: Chamber, name: string): readonly Readonly<Record<string, string>>[] {
  const file = Object.values(chamber.workspace.state.files).find((one) => one.name === name && !one.trashed);
  const text = Buffer.from(file?.content ?? '', 'base64')
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const lines = text
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => line.split(','));
  return lines
    .slice(1)
    .map((cells) => Object.fromEntries((lines[0] ?? []).map((header, at) => [header, cells[at] ?? ''])));
}

const ledger = (chamber: Chamber, number: string) =>
  records(chamber, '台帳').find((row) => row.事業所番号 === number);

describe('export of differences', () => {
  it('S8: only_what_was_approved_since_the_accepted_file__whole_rows', () => {
    const chamber = registerChamber(built);
    approveChange(chamber, '000101', { phone: '03-1111-0001' });
    const monday = exportNow(chamber);
    expect(monday).toMatchObject({ kind: 'updates', kindLabel: '台帳の変更', rows: 1 });
    // A whole row: what was not answered stands as the ledger has it.
    expect(fileOf(chamber, monday.fileName)).toMatchObject([
      {
        事業所番号: '000101',
        事業所名: '株式会社見本製作所',
        電話番号: '03-1111-0001',
        メールアドレス: 'works@example.jp',
      },
    ]);
    expect(ledger(chamber, '000101')?.電話番号).toBe('03-1111-6789');
    ask(chamber, 'markBatch', { batchId: monday.batchId, result: 'imported', note: '' });
    expect(ledger(chamber, '000101')?.電話番号).toBe('03-1111-0001');

    approveChange(chamber, '000102', { phone: '03-1111-0002' });
    approveChange(chamber, '000103', { address: '見本県見本市西4-4' });
    const wednesday = exportNow(chamber);
    expect(fileOf(chamber, wednesday.fileName).map((row) => row.事業所番号)).toEqual(['000102', '000103']);
    expect(ask(chamber, 'exportPreview', updates)).toMatchObject({ rows: 0, waiting: 0 });

    ask(chamber, 'markBatch', { batchId: wednesday.batchId, result: 'failed', note: '取込エラー' });
    expect(ledger(chamber, '000102')?.電話番号).toBe('03-1111-1111');
    const again = exportNow(chamber);
    expect(fileOf(chamber, again.fileName).map((row) => row.事業所番号)).toEqual(['000102', '000103']);
    expect(again.batchId).not.toBe(wednesday.batchId);
  });

  it('two_changes_of_one_business__one_row_with_both', () => {
    const chamber = registerChamber(built);
    approveChange(chamber, '000101', { phone: '03-1111-0001' });
    approveChange(chamber, '000101', { address: '見本県見本市南1-1' });
    const batch = exportNow(chamber);
    expect(batch.rows).toBe(1);
    expect(fileOf(chamber, batch.fileName)).toMatchObject([
      { 電話番号: '03-1111-0001', 住所: '見本県見本市南1-1' },
    ]);
    ask(chamber, 'markBatch', { batchId: batch.batchId, result: 'imported', note: '' });
    expect(ledger(chamber, '000101')).toMatchObject({
      電話番号: '03-1111-0001',
      住所: '見本県見本市南1-1',
    });
  });

  it('ledger_says_it_already__nothing_goes_out__and_the_answer_is_done', () => {
    const chamber = registerChamber(built);
    approveChange(chamber, '000101', { phone: '03-1111-0001' });
    approveChange(chamber, '000102', { phone: '03-1111-0002' });
    // The core system was corrected by hand, and 台帳 read anew.
    const sheet = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
      (one) => one.name === '台帳',
    );
    for (const cells of Object.values(sheet?.cells ?? {})) {
      for (const cell of Object.values(cells)) {
        if (cell.t === 'text' && cell.v === '03-1111-6789') cell.v = '03-1111-0001';
      }
    }
    const batch = exportNow(chamber);
    expect(fileOf(chamber, batch.fileName).map((row) => row.事業所番号)).toEqual(['000102']);
    ask(chamber, 'markBatch', { batchId: batch.batchId, result: 'imported', note: '' });
    const labels = ask(chamber, 'answers', { state: '', search: '', offset: 0, limit: 10 }).rows.map(
      (row) => [row.businessNumber, row.exportLabel],
    );
    expect(Object.fromEntries(labels)).toEqual({ '000101': '台帳に反映済み', '000102': '取込済 R8-B001' });
  });

  it('industry_of_the_form_is_coarser_than_the_ledger__nothing_to_decide', () => {
    const chamber = registerChamber(built);
    putRows(chamber, '台帳', [{ 事業所番号: '000105', 事業所名: '見本鋼材', 業種: '24 金属製品製造業' }]);
    const enter = (industry: string) =>
      ask(chamber, 'enterAnswer', {
        businessNumber: '000105',
        ground: '電話',
        typed: { changeStatus: '変更あり', respondentName: '見本 花子', industry },
      }).differences.map(({ key }) => key);
    expect(enter('製造業')).toEqual([]);
    expect(enter('建設業')).toEqual(['industry']);
  });

  it('business_that_left_the_ledger__held_in_words', () => {
    const chamber = registerChamber(built);
    approveChange(chamber, '000103', { phone: '03-1111-0003' });
    const sheet = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
      (one) => one.name === '台帳',
    );
    for (const [row, cells] of Object.entries(sheet?.cells ?? {})) {
      if (Object.values(cells).some((cell) => cell.t === 'text' && cell.v === '000103')) {
        delete sheet?.cells[Number(row)];
      }
    }
    const preview = ask(chamber, 'exportPreview', updates);
    expect(preview).toMatchObject({ rows: 0, waiting: 1 });
    expect(preview.held[0]?.reasons.join()).toContain('000103');
    const { reply } = call(chamber, 'exportCsv', { ...updates, hash: preview.hash });
    expect(reply).toMatchObject({ ok: false, issues: [{ code: 'export.nothing' }] });
  });

  it('S7: unmappable_character__held_with_a_proposal__remembered_for_files_only', () => {
    const chamber = registerChamber(built);
    const layout = { profileId: 'toas-provisional', kind: 'updates' } as const;
    approveChange(chamber, '000101', { name: '株式会社森鷗外堂' });
    const held = ask(chamber, 'exportPreview', layout).held;
    expect(held).toMatchObject([{ substitutes: [{ from: '鷗', to: '鴎' }] }]);
    const wrong = call(chamber, 'setSubstitute', { from: '鷗', to: '𠮷' }).reply;
    expect(wrong).toMatchObject({ ok: false, issues: [{ code: 'substitutes.unwritable' }] });
    expect(ask(chamber, 'setSubstitute', { from: '鷗', to: '鴎' }).lines).toEqual(['鷗=鴎']);
    const preview = ask(chamber, 'exportPreview', layout);
    expect(preview).toMatchObject({ rows: 1, held: [] });
    expect(preview.sample[0]?.join()).toContain('森鴎外堂');
    const { batchId } = ask(chamber, 'exportCsv', { ...layout, hash: preview.hash });
    ask(chamber, 'markBatch', { batchId, result: 'imported', note: '' });
    expect(ledger(chamber, '000101')?.事業所名).toBe('株式会社森鷗外堂');
  });
});

describe('whole ledger', () => {
  it('every_row_with_what_is_approved_laid_over__and_that_counts_as_gone_out', () => {
    const chamber = registerChamber(built);
    approveChange(chamber, '000102', { phone: '03-1111-0002' });
    const batch = exportNow(chamber, full);
    expect(batch).toMatchObject({ kind: 'full', rows: 3 });
    expect(fileOf(chamber, batch.fileName).map((row) => row.電話番号)).toEqual([
      '03-1111-6789',
      '03-1111-0002',
      '03-1111-2222',
    ]);
    expect(ask(chamber, 'exportPreview', updates).rows).toBe(0);
    ask(chamber, 'markBatch', { batchId: batch.batchId, result: 'failed', note: '' });
    expect(ask(chamber, 'exportPreview', updates).rows).toBe(1);
  });
});

describe('the same batch again', () => {
  it('file_lost__made_again_byte_for_byte_although_the_ledger_and_the_choices_changed', () => {
    const chamber = registerChamber(built);
    approveChange(chamber, '000101', { phone: '03-1111-0001' });
    const { batchId, fileName, sha256 } = exportNow(chamber);
    const content = () =>
      Object.values(chamber.workspace.state.files).filter((one) => one.name === fileName && !one.trashed);
    const before = content()[0]?.content;
    for (const file of content()) file.trashed = true;
    approveChange(chamber, '000101', { address: '見本県見本市南1-1' });
    ask(chamber, 'setSubstitute', { from: '鷗', to: '鴎' });
    putRows(chamber, '台帳', [{ 事業所番号: '000104', 事業所名: '見本新店' }]);
    expect(ask(chamber, 'remakeBatch', { batchId })).toMatchObject({ fileName, sha256 });
    expect(content().map((one) => one.content)).toEqual([before]);
    // Nothing is made twice.
    ask(chamber, 'remakeBatch', { batchId });
    expect(content()).toHaveLength(1);
  });

  it('whole_ledger_after_a_change__says_that_it_cannot', () => {
    const chamber = registerChamber(built);
    const { batchId, fileName } = exportNow(chamber, full);
    for (const file of Object.values(chamber.workspace.state.files)) {
      if (file.name === fileName) file.trashed = true;
    }
    putRows(chamber, '台帳', [{ 事業所番号: '000104', 事業所名: '見本新店' }]);
    const { reply } = call(chamber, 'remakeBatch', { batchId });
    expect(reply).toMatchObject({ ok: false, issues: [{ code: 'batch.not-reproducible' }] });
  });
});
