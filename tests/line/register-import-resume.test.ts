/**
 * An import that dies, runs out of time or meets another: it goes on where it stood, once, or stops in words. 台帳 has
 * businesses at rows 2, 2002 and 4002, so that few rows make several slices of 2,000.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber, call, chamberFrom, run, setupInput, snapshot } from '../support/chamber.ts';
import { endState } from '../support/end-state.ts';
import { cp932, filled, importFile, ledgerChamber, putLedgerRow, sendFile } from '../support/ledger.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const profileId = 'toas-provisional';
const header = ['事業所番号', '事業所名', '電話番号'];
const file = cp932([
  header,
  ['0001', '一番改', '03-1234-0001'],
  ['0003', '三番改', '03-1234-0003'],
  ['0004', '四番', '=1+1'],
]);

/** A ledger of three slices, a file that changes each, and the request that the preview leads to. */
function prepared(bytes = file, last = 4002) {
  const chamber = ledgerChamber(built);
  putLedgerRow(chamber, 2, { 事業所番号: '0001', 事業所名: '一番', 職員の判定: 'はい' });
  putLedgerRow(chamber, 2002, { 事業所番号: '0002', 事業所名: '二番', 電話番号: '03-1234-0002' });
  putLedgerRow(chamber, last, { 事業所番号: '0003', 事業所名: '三番', 会員番号: '77' });
  const fileId = sendFile(chamber, '台帳.csv', bytes);
  const { hash } = ask(chamber, 'importPreview', { fileId, profileId });
  return { chamber, input: { fileId, profileId, hash } };
}

const wanted = [
  {
    事業所番号: '0001',
    事業所名: '一番改',
    電話番号: '03-1234-0001',
    職員の判定: 'はい',
    取込み: '2026-11-24 R8-I001',
  },
  { 事業所番号: '0002', 事業所名: '二番', 電話番号: '03-1234-0002', 取込み: 'R8-I001 のファイルになし' },
  {
    事業所番号: '0003',
    事業所名: '三番改',
    電話番号: '03-1234-0003',
    会員番号: '77',
    取込み: '2026-11-24 R8-I001',
  },
  { 事業所番号: '0004', 事業所名: '四番', 電話番号: '=1+1', 取込み: '2026-11-24 R8-I001' },
];

/** Runs until the first slice is written, then the time is up. */
function firstSliceOnly(chamber: Chamber, input: ReturnType<typeof prepared>['input']) {
  let writes = 0;
  return call(chamber, 'importLedger', input, {
    onCall(_number, name) {
      // The first write is that of 取込履歴.
      if (name === 'Range.setValues' && ++writes === 2) chamber.workspace.advance(4 * 60_000 + 1000);
    },
  }).reply;
}

const states = (chamber: Chamber) =>
  filled(chamber, '取込履歴').map((row) => `${row.取込番号} ${row.状態} ${row.進み}`);

function catchUp(chamber: Chamber): string {
  const result = run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' });
  return result.ok ? '' : result.error.message;
}

function forgetFile(chamber: Chamber, fileId: string): void {
  const found = chamber.workspace.state.files[fileId];
  if (found === undefined) throw new Error('no file');
  found.trashed = true;
}

function refusal(chamber: Chamber, input: ReturnType<typeof prepared>['input']): readonly string[] {
  const { reply } = call(chamber, 'importLedger', input);
  return reply.ok ? [] : reply.issues.map((one) => `${one.code} ${one.message}`);
}

describe('an import in several runs', () => {
  it('the_time_is_up__the_next_call_goes_on_where_it_stood', () => {
    const { chamber, input } = prepared();
    expect(firstSliceOnly(chamber, input)).toMatchObject({
      ok: true,
      result: { importId: 'R8-I001', done: 2000, total: 4002, finished: false, added: 1, changed: 2 },
    });
    expect(states(chamber)).toEqual(['R8-I001 取込中 2000/4002']);
    expect(filled(chamber).map((row) => row.事業所名)).toEqual(['一番改', '二番', '三番']);
    expect(ask(chamber, 'importLedger', input)).toMatchObject({ done: 4002, finished: true });
    expect(filled(chamber)).toEqual(wanted);
    expect(states(chamber)).toEqual(['R8-I001 取込済 4002/4002']);
  });

  it('nobody_calls_again__the_hourly_catch_up_finishes_it', () => {
    const { chamber, input } = prepared();
    firstSliceOnly(chamber, input);
    expect(catchUp(chamber)).toBe('');
    expect(filled(chamber)).toEqual(wanted);
    expect(states(chamber)).toEqual(['R8-I001 取込済 4002/4002']);
    expect(catchUp(chamber)).toBe('');
    expect(filled(chamber)).toEqual(wanted);
  });

  it('another_file_meanwhile__refused_and_named_and_the_preview_says_so', () => {
    const { chamber, input } = prepared();
    firstSliceOnly(chamber, input);
    const other = sendFile(chamber, '別.csv', cp932([header, ['0001', '別の名', '']]));
    const preview = ask(chamber, 'importPreview', { fileId: other, profileId });
    expect(preview.blocked).toBe(true);
    expect(preview.report[0]).toMatchObject({ code: 'import.running', severity: 'error' });
    const [words] = refusal(chamber, { fileId: other, profileId, hash: preview.hash });
    expect(words).toContain('import.running');
    expect(words).toContain('R8-I001');
    expect(words).toContain('台帳.csv');
    // The file that is under way goes on from its own preview.
    const again = ask(chamber, 'importPreview', { fileId: input.fileId, profileId });
    expect(again).toMatchObject({ hash: input.hash, blocked: false });
  });

  it('two_clerks_saw_the_same_preview__one_import', () => {
    const { chamber, input } = prepared();
    ask(chamber, 'importLedger', input);
    expect(ask(chamber, 'importLedger', input)).toMatchObject({ importId: 'R8-I001', finished: true });
    expect(states(chamber)).toHaveLength(1);
  });

  it('the_file_is_gone__stops_in_words_and_the_next_import_begins', () => {
    const { chamber, input } = prepared();
    firstSliceOnly(chamber, input);
    forgetFile(chamber, input.fileId);
    expect(catchUp(chamber)).toContain('台帳.csv');
    expect(states(chamber)).toEqual(['R8-I001 中止 2000/4002']);
    expect(catchUp(chamber)).toBe('');
    expect(filled(chamber).map((row) => row.事業所名)).toEqual(['一番改', '二番', '三番']);
    const { progress } = importFile(chamber, sendFile(chamber, '台帳.csv', file));
    expect(progress).toMatchObject({ importId: 'R8-I002', added: 1, changed: 1 });
  });

  it('the_file_is_gone_and_another_is_asked_for__does_not_stand_in_the_way', () => {
    const { chamber, input } = prepared();
    firstSliceOnly(chamber, input);
    const other = sendFile(chamber, '別.csv', cp932([header, ['0001', '別の名', '']]));
    forgetFile(chamber, input.fileId);
    const { hash } = ask(chamber, 'importPreview', { fileId: other, profileId });
    expect(ask(chamber, 'importLedger', { fileId: other, profileId, hash })).toMatchObject({
      importId: 'R8-I002',
    });
    expect(states(chamber)).toEqual(['R8-I001 中止 2000/4002', 'R8-I002 取込済 4001/4001']);
  });

  it('the_file_has_changed__stops_in_words', () => {
    const { chamber, input } = prepared();
    firstSliceOnly(chamber, input);
    const stored = chamber.workspace.state.files[input.fileId];
    if (stored === undefined) throw new Error('no file');
    stored.content = Buffer.from(cp932([header, ['0001', '差替え', '']])).toString('base64');
    const [words] = refusal(chamber, input);
    expect(words).toContain('import.file-changed');
    expect(states(chamber)).toEqual(['R8-I001 中止 2000/4002']);
    expect(filled(chamber)[2]?.事業所名).toBe('三番');
  });

  it('the_lists_of_the_chamber_have_changed__stops_in_words', () => {
    const { chamber, input } = prepared();
    firstSliceOnly(chamber, input);
    ask(chamber, 'setup', { ...setupInput, divisions: ['新しい部会'] });
    const [words] = refusal(chamber, input);
    expect(words).toContain('import.layout-changed');
  });

  it('rows_were_sorted_between_two_runs__each_business_still_gets_its_own', () => {
    const { chamber, input } = prepared();
    firstSliceOnly(chamber, input);
    const sheet = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
      (one) => one.name === '台帳',
    );
    if (sheet === undefined) throw new Error('no sheet');
    const [first, last] = [sheet.cells[1], sheet.cells[4001]];
    if (first === undefined || last === undefined) throw new Error('no rows');
    sheet.cells[1] = last;
    sheet.cells[4001] = first;
    expect(ask(chamber, 'importLedger', input).finished).toBe(true);
    const sorted = [...filled(chamber)].sort((a, b) =>
      (a.事業所番号 ?? '').localeCompare(b.事業所番号 ?? ''),
    );
    expect(sorted).toEqual(wanted);
  });

  it('killed_before_each_call__same_end_state', { timeout: 600_000 }, () => {
    const { chamber: origin, input } = prepared(file, 2003);
    const start = snapshot(origin);
    const undisturbed = chamberFrom(built, start, origin.bookId);
    const { result } = call(undisturbed, 'importLedger', input);
    expect(filled(undisturbed)).toEqual(wanted);
    const end = endState(undisturbed);
    const seen = new Set<string>();
    for (let at = 1; at <= result.calls.total; at++) {
      const chamber = chamberFrom(built, start, origin.bookId);
      expect(run(chamber, 'rpc', ['importLedger', input], { failAtCall: at }).ok).toBe(false);
      const { executions: _log, clockOffset: _time, ...left } = chamber.workspace.state;
      const state = JSON.stringify(left);
      if (seen.has(state)) continue;
      seen.add(state);
      expect(ask(chamber, 'importLedger', input).finished).toBe(true);
      expect(endState(chamber), `killed at call ${at}: ${result.calls.list[at - 1]}`).toEqual(end);
    }
    expect(seen.size).toBeGreaterThan(6);
  });
});
