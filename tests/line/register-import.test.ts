/** A core system's CSV into 台帳, again with changes, and every way in which a file can be wrong. */
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../shared/bytes/utf8.ts';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber, call, records, sheetRows } from '../support/chamber.ts';
import { cp932, filled, importFile, ledgerChamber, sendFile, type } from '../support/ledger.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const profileId = 'toas-provisional';
const header = ['事業所番号', '事業所名', '郵便番号', '電話番号', '設立年月日', '従業員数', '事業内容'];
const sample = [
  header,
  ['000101', '株式会社髙橋製作所①', '060-0001', '03-1234-5678', '2019/04/01', '20', ''],
  ['000102', '見本商店', '0600002', '０３－１２３４－１１１１', '平成30年5月1日', '4人', '=1+1'],
  ['000103', '＋ワン食堂', '060-0003', '03-1234-2222', '', '約10人から20人', '@home'],
];

const progressOf = (chamber: Chamber) => filled(chamber, '取込履歴');
/** The codes of a refusal. */
function refused(chamber: Chamber, fileId: string, hash: string): readonly string[] {
  const { reply } = call(chamber, 'importLedger', { fileId, profileId, hash });
  return reply.ok ? [] : reply.issues.map((one) => one.code);
}
/** What a preview says of a file; the codes of its refusal where there is none. */
function look(chamber: Chamber, bytes: Uint8Array, id = profileId) {
  const fileId = sendFile(chamber, '台帳.csv', bytes);
  const { reply } = call(chamber, 'importPreview', { fileId, profileId: id });
  return reply.ok
    ? {
        fileId,
        preview: reply.result,
        codes: reply.result.report.map((one) => one.code),
        blocked: reply.result.blocked,
      }
    : { fileId, preview: null, codes: reply.issues.map((one) => one.code), blocked: true };
}

/** All sheets of all workbooks as text, but for 操作記録: it says that a file was put there. */
function writtenSheets({ workspace }: Chamber): string {
  return JSON.stringify(
    Object.values(workspace.state.spreadsheets).map(({ sheets }) =>
      sheets.filter(({ name }) => name !== '操作記録'),
    ),
  );
}

describe('import of a ledger', () => {
  it('a_CP932_sample__previewed__nothing_is_written_and_what_was_not_understood_is_told', () => {
    const chamber = ledgerChamber(built);
    const before = writtenSheets(chamber);
    const { preview, codes } = look(chamber, cp932(sample));
    expect(writtenSheets(chamber)).toBe(before);
    expect(preview).toMatchObject({ rows: 3, added: 3, changed: 0, unchanged: 0, missing: 0, leftOut: 0 });
    expect(preview?.profile).toEqual({ id: profileId, name: '基幹システム（仮の配置）', verified: false });
    expect(preview?.columns).toEqual(header.map((label) => ({ header: label, label })));
    expect(preview?.sample.map((one) => one.name)).toEqual(['株式会社髙橋製作所①', '見本商店', '＋ワン食堂']);
    expect(codes).toContain('ledger.unread');
    const unread = preview?.report.find((one) => one.code === 'ledger.unread');
    expect(unread).toMatchObject({ label: '従業員数' });
    expect(unread?.message).toContain('約10人から20人');
  });

  it('a_CP932_sample__imported__stands_with_its_zeros_its_signs_and_its_unread_words', () => {
    const chamber = ledgerChamber(built);
    const { progress, runs } = importFile(chamber, sendFile(chamber, '台帳.csv', cp932(sample)));
    expect(progress).toEqual({
      importId: 'R8-I001',
      done: 3,
      total: 3,
      finished: true,
      added: 3,
      changed: 0,
      missing: 0,
    });
    expect(runs).toBe(1);
    const mark = '2026-11-24 R8-I001';
    expect(filled(chamber)).toEqual([
      {
        事業所番号: '000101',
        事業所名: '株式会社髙橋製作所①',
        郵便番号: '060-0001',
        電話番号: '03-1234-5678',
        設立年月日: '2019/04/01',
        従業員数: '20',
        取込み: mark,
      },
      {
        事業所番号: '000102',
        事業所名: '見本商店',
        郵便番号: '060-0002',
        電話番号: '03-1234-1111',
        設立年月日: '2018/05/01',
        従業員数: '4',
        事業内容: '=1+1',
        取込み: mark,
      },
      {
        事業所番号: '000103',
        事業所名: '＋ワン食堂',
        郵便番号: '060-0003',
        電話番号: '03-1234-2222',
        従業員数: '約10人から20人',
        事業内容: '@home',
        取込み: mark,
      },
    ]);
    const sheet = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
      (one) => one.name === '台帳',
    );
    const kinds = Object.values(sheet?.cells ?? {}).flatMap((cells) =>
      Object.values(cells).map((cell) => cell.t),
    );
    expect(new Set(kinds)).toEqual(new Set(['text']));
    expect(progressOf(chamber)).toMatchObject([
      { 取込番号: 'R8-I001', 状態: '取込済', 件数: '3', 追加: '3', 進み: '3/3', ファイル名: '台帳.csv' },
    ]);
  });

  it('again_with_changes_and_a_row_missing__what_staff_and_the_chamber_wrote_stays', () => {
    const chamber = ledgerChamber(built);
    importFile(chamber, sendFile(chamber, '台帳.csv', cp932(sample)));
    type(chamber, '000101', '職員の判定', 'はい');
    type(chamber, '000101', '職員の判定の理由', '登記で確かめた');
    type(chamber, '000102', '送付の可否', '送らない');
    const sheet = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
      (one) => one.name === '台帳',
    );
    const width = Object.keys(sheet?.cells[0] ?? {}).length;
    if (sheet !== undefined) {
      sheet.columns = Math.max(sheet.columns, width + 1);
      for (const [row, text] of ['所内メモ', '要訪問'].entries()) {
        const cells = sheet.cells[row];
        if (cells !== undefined) cells[width] = { t: 'text', v: text };
      }
    }
    const changed = [
      header,
      ['000101', '株式会社髙橋製作所', '060-0001', '03-1234-5678', '2019/04/01', '21', ''],
      ['000103', '＋ワン食堂', '060-0003', '03-1234-2222', '', '約10人から20人', '@home'],
      ['000104', '新しい店', '', '', '', '', ''],
    ];
    const { preview, progress } = importFile(chamber, sendFile(chamber, '台帳2.csv', cp932(changed)));
    expect(preview).toMatchObject({ added: 1, changed: 1, unchanged: 1, missing: 1 });
    expect(preview.sample[0]).toEqual({
      businessNumber: '000101',
      name: '株式会社髙橋製作所',
      kind: 'changed',
      changes: [
        { label: '事業所名', before: '株式会社髙橋製作所①', after: '株式会社髙橋製作所' },
        { label: '従業員数', before: '20', after: '21' },
      ],
    });
    expect(progress).toMatchObject({ importId: 'R8-I002', added: 1, changed: 1, missing: 1 });
    expect(filled(chamber)).toMatchObject([
      {
        事業所番号: '000101',
        事業所名: '株式会社髙橋製作所',
        従業員数: '21',
        職員の判定: 'はい',
        職員の判定の理由: '登記で確かめた',
        取込み: '2026-11-24 R8-I002',
        所内メモ: '要訪問',
      },
      {
        事業所番号: '000102',
        事業所名: '見本商店',
        送付の可否: '送らない',
        取込み: 'R8-I002 のファイルになし（最後は 2026-11-24 R8-I001）',
      },
      { 事業所番号: '000103', 取込み: '2026-11-24 R8-I002' },
      { 事業所番号: '000104', 事業所名: '新しい店', 取込み: '2026-11-24 R8-I002' },
    ]);
    // Missing once more: when it was last there is still known.
    importFile(chamber, sendFile(chamber, '台帳3.csv', cp932(changed)));
    expect(filled(chamber)[1]?.取込み).toBe('R8-I003 のファイルになし（最後は 2026-11-24 R8-I001）');
  });

  it('columns_that_the_file_has_not__stay_as_they_are', () => {
    const chamber = ledgerChamber(built);
    importFile(chamber, sendFile(chamber, '台帳.csv', cp932(sample)));
    const { preview } = importFile(
      chamber,
      sendFile(
        chamber,
        '名前だけ.csv',
        cp932([
          ['事業所番号', '事業所名'],
          ['000101', '改名'],
        ]),
      ),
    );
    expect(preview.report.filter((one) => one.code === 'ledger.column-missing').length).toBeGreaterThan(20);
    expect(filled(chamber)[0]).toMatchObject({ 事業所名: '改名', 電話番号: '03-1234-5678', 従業員数: '20' });
  });

  it('numbers_double_in_the_file_or_blank__none_of_the_rows_is_taken', () => {
    const chamber = ledgerChamber(built);
    const { preview } = importFile(
      chamber,
      sendFile(
        chamber,
        '二重.csv',
        cp932([
          ['事業所番号', '事業所名'],
          ['1', '一つめ'],
          ['1', '二つめ'],
          ['', '番号なし'],
          ['2', '甲'],
          ['3', '乙'],
          ['4', '丙'],
        ]),
      ),
    );
    expect(preview).toMatchObject({ rows: 6, added: 3, leftOut: 3 });
    expect(filled(chamber).map((row) => row.事業所名)).toEqual(['甲', '乙', '丙']);
  });

  it.each([
    [
      'a column renamed since',
      cp932([
        ['事業所番号', '事業所名', 'ＴＥＬ'],
        ['1', '甲', '03-1234-5678'],
      ]),
      'ledger.column-renamed',
    ],
    ['half downloaded', cp932(sample).slice(0, cp932(sample).length - 40), 'ledger.row-ragged'],
    [
      'without the key column',
      cp932([
        ['事業所名', '電話番号'],
        ['甲', '03-1234-5678'],
      ]),
      'header.key-missing',
    ],
    [
      'of another layout',
      cp932([
        ['コード', '名前'],
        ['1', '甲'],
      ]),
      'header.unknown',
    ],
    ['of header only', cp932([header]), 'ledger.no-rows'],
    [
      'mixed encodings',
      Uint8Array.from([...cp932(sample), ...encodeUtf8('000104,あ,,,,,\r\n')]),
      'file.encoding',
    ],
  ])('a_file__%s__blocked_in_words_and_nothing_written', (_name, bytes, code) => {
    const chamber = ledgerChamber(built);
    const before = writtenSheets(chamber);
    const { fileId, preview, codes, blocked } = look(chamber, bytes);
    expect(codes[0]).toBe(code);
    expect(blocked).toBe(true);
    expect(refused(chamber, fileId, preview?.hash ?? 'none').length).toBeGreaterThan(0);
    expect(writtenSheets(chamber)).toBe(before);
  });

  it('numbers_that_lost_their_zeros__blocked', () => {
    const chamber = ledgerChamber(built);
    importFile(chamber, sendFile(chamber, '台帳.csv', cp932(sample)));
    const spoilt = sample.map((row) => row.map((cell) => cell.replace(/^0+(?=\d{3}$)/, '')));
    const { codes, blocked } = look(chamber, cp932(spoilt));
    expect(codes[0]).toBe('ledger.zeros-lost-most');
    expect(blocked).toBe(true);
  });

  it('the_ledger_changed_after_the_preview__refused', () => {
    const chamber = ledgerChamber(built);
    importFile(chamber, sendFile(chamber, '台帳.csv', cp932(sample)));
    const { fileId, preview } = look(
      chamber,
      cp932([
        ['事業所番号', '事業所名'],
        ['000101', '改名'],
      ]),
    );
    type(chamber, '000101', '事業所名', '別の人が直した');
    expect(refused(chamber, fileId, preview?.hash ?? '')).toEqual(['import.changed']);
    expect(filled(chamber)[0]?.事業所名).toBe('別の人が直した');
  });

  it('asked_twice__finished_once_and_the_second_answer_is_the_same', () => {
    const chamber = ledgerChamber(built);
    const fileId = sendFile(chamber, '台帳.csv', cp932(sample));
    const { preview, progress } = importFile(chamber, fileId);
    const before = sheetRows(chamber, '取込履歴');
    expect(ask(chamber, 'importLedger', { fileId, profileId, hash: preview.hash })).toEqual(progress);
    expect(sheetRows(chamber, '取込履歴')).toEqual(before);
  });

  it('a_file_sent_twice__lies_there_once_and_another_of_its_name_gets_its_own', () => {
    const chamber = ledgerChamber(built);
    const first = sendFile(chamber, 'C:\\fakepath\\台帳.csv', cp932(sample));
    expect(sendFile(chamber, '台帳.csv', cp932(sample))).toBe(first);
    expect(sendFile(chamber, '台帳.csv', cp932(sample.slice(0, 2)))).not.toBe(first);
    sendFile(chamber, '一覧.xlsx\u202e', cp932(sample));
    const { files, folderName } = ask(chamber, 'ledgerFiles', {});
    expect(files.map((file) => file.name).sort()).toEqual(
      ['一覧.xlsx.csv', '台帳 (2).csv', '台帳.csv'].sort(),
    );
    expect(files.find((file) => file.fileId === first)?.bytes).toBe(cp932(sample).length);
    expect(folderName).toBe('会員データ取込み');
    const { reply } = call(chamber, 'uploadLedger', { name: 'x.csv', base64: '??' });
    expect(reply.ok ? '' : reply.issues[0]?.code).toBe('upload.broken');
    expect(records(chamber, '台帳')).toEqual([]);
  });
});
