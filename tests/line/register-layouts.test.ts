/** A layout learned from a real export: proposed, put right by a person, stored, confirmed, used both ways. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber, call, clerk, setupInput } from '../support/chamber.ts';
import { cp932, filled, importFile, ledgerChamber, sendFile } from '../support/ledger.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const sample = [
  ['企業コード', '商号', '〒', 'TEL', '設立日', '摘要'],
  ['00010', '株式会社見本製作所', '0600001', '03-1234-5678', '20190401', 'あ'],
  ['00011', '見本商店', '0600002', '03-1234-1111', '20180501', 'い'],
  ['00012', '見本食堂', '0600003', '03-1234-2222', '20200110', 'う'],
];
const choices = ['businessNumber', 'name', 'postalCode', 'phone', 'establishedOn', ''].map((key, index) => ({
  index,
  key,
}));

function learned(chamber: Chamber, rows: readonly (readonly string[])[] = sample, name = '所内の配置') {
  const fileId = sendFile(chamber, '基幹.csv', cp932(rows));
  return { fileId, saved: ask(chamber, 'saveLayout', { fileId, name, choices }) };
}
const ownLayouts = (chamber: Chamber) =>
  ask(chamber, 'overview', {}).profiles.filter((one) => one.own === true);
function refusal(reply: ReturnType<typeof call>['reply']): readonly string[] {
  return reply.ok ? [] : reply.issues.map((one) => one.code);
}

describe('a learned layout', () => {
  it('a_real_export__proposed_with_examples_and_confidence__nothing_stored', () => {
    const chamber = ledgerChamber(built);
    const fileId = sendFile(chamber, '基幹.csv', cp932(sample));
    const view = ask(chamber, 'learnLayout', { fileId });
    expect(view).toMatchObject({
      rows: 3,
      shape: 'Shift_JIS（Windows）・改行 CRLF',
      file: { name: '基幹.csv' },
    });
    expect(view.columns.map((column) => column.header)).toEqual(sample[0]);
    expect(view.columns[3]).toMatchObject({
      key: 'phone',
      examples: ['03-1234-5678', '03-1234-1111', '03-1234-2222'],
      groundLabel: '同じ意味の見出し',
    });
    expect(view.columns[3]?.confidence).toBeGreaterThan(50);
    expect(view.columns[5]).toMatchObject({ key: '', groundLabel: '', confidence: 0 });
    expect(view.fields).toContainEqual({ key: 'businessNumber', label: '事業所番号' });
    expect(view.fields.some((field) => field.key === 'updateKey')).toBe(false);
    expect(ownLayouts(chamber)).toEqual([]);
  });

  it('saved_chosen_imported_and_confirmed__round_trip', () => {
    const chamber = ledgerChamber(built);
    const { fileId, saved } = learned(chamber);
    expect(saved).toMatchObject({ id: 'own-1', name: '所内の配置', verified: false, own: true });
    expect(saved.note).toContain('仮の配置');
    expect(ownLayouts(chamber)).toEqual([saved]);
    const { preview } = importFile(chamber, fileId, 'own-1');
    expect(preview.profile).toEqual({ id: 'own-1', name: '所内の配置', verified: false });
    expect(filled(chamber)[0]).toMatchObject({
      事業所番号: '00010',
      事業所名: '株式会社見本製作所',
      郵便番号: '060-0001',
      設立年月日: '2019/04/01',
    });
    const confirmed = ask(chamber, 'confirmLayout', {
      profileId: 'own-1',
      ground: '7月1日に3件を取り込み、画面で確かめた',
    });
    expect(confirmed).toMatchObject({ verified: true, own: true });
    expect(confirmed.note).toBe(`2026-11-24 ${clerk}：7月1日に3件を取り込み、画面で確かめた`);
    expect(ownLayouts(chamber)).toEqual([confirmed]);
    ask(chamber, 'setup', { ...setupInput, profileId: 'own-1' });
    const overview = ask(chamber, 'overview', {});
    expect(overview.profileId).toBe('own-1');
    // The same choices again change nothing; other ones have to be confirmed anew, under the same id.
    expect(learned(chamber).saved).toEqual(confirmed);
    const changed = ask(chamber, 'saveLayout', {
      fileId,
      name: '所内の配置',
      choices: choices.map((one) => (one.index === 5 ? { index: 5, key: 'referrer' } : one)),
    });
    expect(changed).toMatchObject({ id: 'own-1', verified: false });
    expect(learned(chamber, sample, '別の配置').saved.id).toBe('own-2');
  });

  it('columns_moved_and_renamed_since__the_report_says_so_and_nothing_is_guessed', () => {
    const chamber = ledgerChamber(built);
    learned(chamber);
    const moved = sample.map(([number, name, ...others]) => [name ?? '', number ?? '', ...others]);
    const fileId = sendFile(chamber, '並び.csv', cp932(moved));
    const preview = ask(chamber, 'importPreview', { fileId, profileId: 'own-1' });
    expect(preview.blocked).toBe(false);
    expect(preview.report.map((one) => one.code)).toEqual(['ledger.column-moved']);
    const renamed = sample.map((row, at) =>
      at === 0 ? row.map((h) => (h === 'TEL' ? '電話番号' : h)) : row,
    );
    const again = ask(chamber, 'importPreview', {
      fileId: sendFile(chamber, '改名.csv', cp932(renamed)),
      profileId: 'own-1',
    });
    expect(again.blocked).toBe(true);
    expect(again.report[0]).toMatchObject({ code: 'ledger.column-renamed', severity: 'error' });
    expect(again.report[0]?.message).toContain('TEL');
  });

  it('wrong_choices_and_wrong_ids__refused_in_words', () => {
    const chamber = ledgerChamber(built);
    const fileId = sendFile(chamber, '基幹.csv', cp932(sample));
    const twice = choices.map(({ index }) => ({ index, key: 'name' }));
    expect(refusal(call(chamber, 'saveLayout', { fileId, name: '配置', choices: twice }).reply)).toContain(
      'profile.column-twice',
    );
    expect(
      refusal(
        call(chamber, 'saveLayout', { fileId, name: '配置', choices: [{ index: 99, key: 'name' }] }).reply,
      ),
    ).toContain('learn.column-unknown');
    expect(ownLayouts(chamber)).toEqual([]);
    const unknown = { profileId: 'own-9', ground: '確かめた' };
    expect(refusal(call(chamber, 'confirmLayout', unknown).reply)).toEqual(['profile.unknown']);
    const blank = { profileId: 'toas-provisional', ground: '　' };
    expect(refusal(call(chamber, 'confirmLayout', blank).reply)).toEqual(['profile.confirm-ground']);
    expect(refusal(call(chamber, 'learnLayout', { fileId: chamber.bookId }).reply)).toEqual([
      'import.file-gone',
    ]);
  });

  it('one_that_ships__confirmed_by_this_chamber__counts_as_confirmed_here', () => {
    const chamber = ledgerChamber(built);
    const confirmed = ask(chamber, 'confirmLayout', { profileId: 'gif-2025', ground: '試した' });
    expect(confirmed).toMatchObject({ id: 'gif-2025', verified: true, own: false });
    const { profiles } = ask(chamber, 'overview', {});
    expect(profiles.filter((one) => one.verified).map((one) => one.id)).toEqual(['gif-2025']);
    expect(profiles.filter((one) => one.id === 'gif-2025')).toHaveLength(1);
  });

  it('a_stored_layout_that_cannot_be_read__others_stay_usable_and_it_is_named', () => {
    const chamber = ledgerChamber(built);
    const { fileId } = learned(chamber);
    const sheet = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
      (one) => one.name === '_profiles',
    );
    const cells = sheet?.cells[1];
    if (cells === undefined) throw new Error('nothing stored');
    cells[1] = { t: 'text', v: '|{"version":9}' };
    expect(ownLayouts(chamber)).toEqual([]);
    expect(refusal(call(chamber, 'importPreview', { fileId, profileId: 'own-1' }).reply)).toEqual([
      'profile.stored-shape',
    ]);
    const shipped = call(chamber, 'importPreview', { fileId, profileId: 'toas-provisional' }).reply;
    expect(shipped.ok ? '' : shipped.issues[0]).toMatchObject({ code: 'header.unknown' });
    expect(shipped.ok ? '' : shipped.issues[0]?.remedy).toContain('配置');
  });
});
