/** From application to member: the list for the next 常議員会, drawn anew from what is stored. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../addon/view/protocol.ts';
import { type Built, buildProduct } from '../support/built.ts';
import {
  answer,
  ask,
  type Chamber,
  call,
  chamberFrom,
  clerk,
  readyChamber,
  records,
  run,
  sheetRows,
  snapshot,
  soundAnswers,
} from '../support/chamber.ts';
import { killedAtEveryCall } from '../support/kill.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const everything = { state: '', search: '', offset: 0, limit: 100 };
const ids = (chamber: Chamber): readonly string[] =>
  [...ask(chamber, 'queue', everything).rows]
    .sort((a, b) => (a.receiptNumber < b.receiptNumber ? -1 : 1))
    .map((row) => row.applicationId);

function step(chamber: Chamber, applicationId: string, state: string, date = '', ground = '') {
  const { version } = ask(chamber, 'application', { applicationId });
  const steps = date === '' ? [] : [{ state, date, ground }];
  return call(chamber, 'decide', { applicationId, version, action: 'advance', reason: '', steps }).reply;
}

const business = { industry: '製造業', businessDescription: '菓子の製造と販売', feeUnits: '2' };

const walk = [
  ['reviewing', '', ''],
  ['visited', '2026-11-20', '佐藤が訪問'],
  ['sealed', '2026-11-22', '原本を受領'],
  ['board', '2026-11-24', '第5回に付議'],
] as const;

function toBoard(chamber: Chamber, applicationId: string): void {
  for (const [state, date, ground] of walk)
    expect(step(chamber, applicationId, state, date, ground).ok).toBe(true);
}

/** A chamber whose first `count` applications wait for the meeting. */
function withBoard(count: number): Chamber {
  const chamber = readyChamber(built);
  for (let index = 1; index <= count; index++) {
    answer(chamber, { ...soundAnswers(index), ...business });
  }
  for (const id of ids(chamber)) toBoard(chamber, id);
  return chamber;
}

function boardSheet({ workspace, bookId }: Chamber) {
  const sheet = workspace.state.spreadsheets[bookId]?.sheets.find((one) => one.name === '常議員会');
  if (sheet === undefined) throw new Error('no 常議員会');
  return sheet;
}

const approval = (chamber: Chamber, at: number): Input<'decide'> => {
  const applicationId = ids(chamber)[at] ?? '';
  const { version } = ask(chamber, 'application', { applicationId });
  return { applicationId, version, action: 'approve', reason: '第5回で可決', steps: [] };
};

describe('常議員会', () => {
  it('early_notice__refused_with_the_missing_step__then_listed__approved_and_paid__member_and_empty_again', () => {
    const chamber = readyChamber(built);
    answer(chamber, { ...soundAnswers(1), ...business });
    const [applicationId = ''] = ids(chamber);
    for (const [state, date, ground] of walk.slice(0, 3)) step(chamber, applicationId, state, date, ground);
    expect(records(chamber, '常議員会')).toEqual([]);

    const { reply: early } = call(chamber, 'decide', approval(chamber, 0));
    expect(early).toMatchObject({ ok: false, issues: [{ code: 'decision.step-missing' }] });
    expect(early.ok ? '' : early.issues.map((one) => one.message).join()).toContain('常議員会付議');
    expect(records(chamber, '常議員会')).toEqual([]);

    step(chamber, applicationId, 'board', '2026-11-24', '第5回に付議');
    expect(records(chamber, '常議員会')).toEqual([
      {
        番号: '1',
        受付番号: 'R8-0001',
        事業所名: '見本商店1',
        代表者: '見本 太郎',
        所在地: '見本県見本市中央2丁目2番3号',
        '業種・事業内容': 'E 製造業\n菓子の製造と販売',
        組織区分: '個人事業主',
        会費口数: '2',
        訪問: `2026-11-20\n${clerk}`,
        押印受領: `2026-11-22\n${clerk}`,
        備考: '',
        申込ID: applicationId,
      },
      expect.objectContaining({
        番号: '以上',
        受付番号: '1 件',
        事業所名: '見本商工会議所',
        所在地: '最後の付議 2026-11-24',
      }),
    ]);
    expect(ask(chamber, 'jumpToRow', { list: 'board', applicationId })).toEqual({
      sheet: '常議員会',
      row: 2,
    });

    ask(chamber, 'decide', approval(chamber, 0));
    expect(records(chamber, '常議員会')).toEqual([]);
    // Approval alone makes no member: 入金 may not be skipped.
    const view = ask(chamber, 'application', { applicationId });
    expect([view.state.id, view.nextState?.id]).toEqual(['approved', 'paid']);
    expect(step(chamber, applicationId, 'paid', '2026-11-24', '会費の入金を確認').ok).toBe(true);
    expect(step(chamber, applicationId, 'member', '2026-11-24', '入会').ok).toBe(true);
    const member = ask(chamber, 'application', { applicationId });
    expect(member.state.label).toBe('会員');
    const told = records(chamber, '変更履歴').filter((row) => row.区分 === '状態');
    expect(told.map((row) => row.変更後)).toEqual([
      '確認中',
      '訪問',
      '押印受領',
      '常議員会付議',
      '承認',
      '入金',
      '会員',
    ]);
    expect(told.every((row) => row.担当者 === clerk && /（\d{4}-\d\d-\d\d）$/.test(row.項目 ?? ''))).toBe(
      true,
    );
    expect(sheetRows(chamber, '常議員会')).toHaveLength(1);
  });

  it('one_of_three_leaves__the_others_are_numbered_anew_and_keep_their_remarks', () => {
    const chamber = withBoard(3);
    const sheet = boardSheet(chamber);
    const header = sheetRows(chamber, '常議員会')?.[0] ?? [];
    // Row 3 of the sheet: the second application.
    sheet.cells[2] = { ...sheet.cells[2], [header.indexOf('備考')]: { t: 'text', v: '紹介：見本商会' } };
    ask(chamber, 'decide', approval(chamber, 0));
    expect(records(chamber, '常議員会').map((row) => [row.番号, row.受付番号, row.備考])).toEqual([
      ['1', 'R8-0002', '紹介：見本商会'],
      ['2', 'R8-0003', ''],
      ['以上', '2 件', ''],
    ]);
  });

  it('written_over_by_hand__put_right_by_the_next_run', () => {
    const chamber = withBoard(1);
    const before = records(chamber, '常議員会');
    const sheet = boardSheet(chamber);
    sheet.cells[1] = { ...sheet.cells[1], 2: { t: 'text', v: '書き換え' } };
    ask(chamber, 'collect', {});
    expect(records(chamber, '常議員会')).toEqual(before);
  });

  it('printed__fits_a_page_and_wraps', () => {
    const chamber = readyChamber(built);
    const sheet = boardSheet(chamber);
    const widths = Object.entries(sheet.columnWidths).filter(
      ([column]) => !sheet.hiddenColumns.includes(Number(column)),
    );
    const total = widths.reduce((sum, [, width]) => sum + width, 0);
    // A4 landscape between normal margins is about 980 pixels: printed to the width, it is not made smaller by much.
    expect(total).toBeGreaterThan(900);
    expect(total).toBeLessThanOrEqual(1020);
    expect(sheet.frozenRows).toBe(1);
    expect(sheet.protected).toBe(true);
    const address = sheetRows(chamber, '常議員会')?.[0]?.indexOf('所在地') ?? -1;
    expect(sheet.extras?.wraps?.[1]?.[address]).toBe('WRAP');
  });

  it('died_between_calls__the_next_run_draws_it_right', { timeout: 300_000 }, () => {
    const entered = readyChamber(built);
    answer(entered, soundAnswers(1));
    const [applicationId = ''] = ids(entered);
    for (const [state, date, ground] of walk.slice(0, 3)) step(entered, applicationId, state, date, ground);
    const { version } = ask(entered, 'application', { applicationId });
    const steps = [{ state: 'board', date: '2026-11-24', ground: '第5回に付議' }];
    killedAtEveryCall(built, entered, [
      'decide',
      { applicationId, version, action: 'advance', reason: '', steps },
    ]);
    const left = withBoard(2);
    killedAtEveryCall(built, left, ['decide', approval(left, 0)]);
  });

  it('died_and_never_run_again__the_hourly_run_draws_it_right', () => {
    const chamber = withBoard(2);
    const input = approval(chamber, 0);
    // The application is written; 受付, then 常議員会 would follow.
    const writes = run(chamberFrom(built, snapshot(chamber), chamber.bookId), 'rpc', ['decide', input]).calls
      .list;
    const second = writes.indexOf('Range.setValues', writes.indexOf('Range.setValues') + 1);
    expect(run(chamber, 'rpc', ['decide', input], { failAtCall: second + 1 }).ok).toBe(false);
    expect(records(chamber, '常議員会')).toHaveLength(3);
    chamber.workspace.advance(10 * 60_000);
    expect(run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' }).ok).toBe(true);
    expect(records(chamber, '常議員会').map((row) => row.受付番号)).toEqual(['R8-0002', '1 件']);
  });
});
