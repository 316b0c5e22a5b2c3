/** Service calls do not grow with rows: the same for 10 and 1,000 answers but for whole batches. Mails are one call each. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../emulator/api.ts';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber, putAnswers, readyChamber, run, soundAnswers } from '../support/chamber.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

/** Rows of one sheet write (services/workbook). */
const writeBatch = 2000;
/** Sheets that collecting adds rows to: 受付, 変更履歴, 送付, _records. */
const sheetsThatGrow = 4;
/** Mails of one claim (jobs/send-mails). */
const claim = 50;

function answers(count: number): readonly Record<string, string>[] {
  return Array.from({ length: count }, (_unused, index) => ({
    ...soundAnswers(index),
    // Normalised in every row, so that 変更履歴 grows as well.
    postalCode: '060-0001',
  }));
}

function good(result: RunResult): RunResult {
  expect(result.ok && JSON.parse(JSON.stringify(result.value))).toMatchObject({ ok: true });
  return result;
}

/** Without a mail quota nothing is sent: what is counted is the taking in alone. */
function withoutQuota(chamber: Chamber): void {
  const { state } = chamber.workspace;
  for (const user of Object.keys(state.users)) {
    state.quotas[user] = { since: chamber.workspace.now(), used: { mailRecipients: 1_000_000 } };
  }
}

function approveAll(chamber: Chamber): void {
  const book = chamber.workspace.state.spreadsheets[chamber.bookId];
  const sheet = book?.sheets.find((one) => one.name === '_records');
  for (const [row, cells] of Object.entries(sheet?.cells ?? {})) {
    const cell = cells[2];
    if (row === '0' || cell?.t !== 'text') continue;
    const stored = JSON.parse(cell.v.slice(1));
    stored.state = { ...stored.state, state: 'approved', version: 2 };
    cells[2] = { t: 'text', v: `|${JSON.stringify(stored)}` };
  }
}

/**
 * Calls but for the look back after a write that held a text like a formula (a response id may begin with `-`): at most
 * one for each write.
 */
function steady({ calls }: RunResult): number {
  const looks = calls.list.filter((name) => name === 'Range.getFormulas').length;
  expect(looks).toBeLessThanOrEqual(calls.list.filter((name) => name === 'Range.setValues').length);
  return calls.total - looks;
}

interface Counts {
  readonly collect: number;
  readonly collectAgain: number;
  readonly queue: number;
  readonly preview: number;
  readonly exported: number;
  readonly marked: number;
}

function countsFor(count: number): Counts {
  const chamber = readyChamber(built);
  putAnswers(chamber, answers(count));
  withoutQuota(chamber);
  const collect = good(run(chamber, 'rpc', ['collect', {}]));
  const collectAgain = good(run(chamber, 'rpc', ['collect', {}]));
  approveAll(chamber);
  const queue = good(run(chamber, 'rpc', ['queue', { state: '', search: '', offset: 0, limit: 1000 }]));
  const preview = good(
    run(chamber, 'rpc', ['exportPreview', { profileId: 'toas-provisional', kind: 'applications' }]),
  );
  const { hash, rows } = ask(chamber, 'exportPreview', {
    profileId: 'toas-provisional',
    kind: 'applications',
  });
  expect(rows).toBe(count);
  const exported = good(
    run(chamber, 'rpc', ['exportCsv', { profileId: 'toas-provisional', kind: 'applications', hash }]),
  );
  const marked = good(run(chamber, 'rpc', ['markBatch', { batchId: 'R8-B001', result: 'failed', note: '' }]));
  return {
    collect: steady(collect),
    collectAgain: steady(collectAgain),
    queue: steady(queue),
    preview: steady(preview),
    exported: steady(exported),
    marked: steady(marked),
  };
}

/** Every call asks who may make it; one that changes something leaves a row in 操作記録. */
const asked = 1;
const logged = asked + 4;
/** Who reads templates asks which release of JCCI's counts. */
const released = 1;

/** What each job takes: a bound that only goes down. */
const reached: Readonly<Record<string, number>> = {
  collect: 52 + logged + released,
  collectAgain: 33 + logged + released,
  queue: 10 + asked + released,
  preview: 14 + asked + released,
  exported: 34 + logged + released,
  marked: 21 + logged + released,
} satisfies Counts;

describe('service calls', () => {
  it('calls__10_100_1000_answers__do_not_grow_with_rows', { timeout: 300_000 }, () => {
    const few = countsFor(10);
    expect(countsFor(100)).toEqual(few);
    // A sheet that is full gets its new rows in one more call.
    expect(countsFor(1000)).toEqual({ ...few, collect: few.collect + sheetsThatGrow });
    for (const [job, calls] of Object.entries(few)) expect(calls, job).toBeLessThanOrEqual(reached[job] ?? 0);
    expect(1000).toBeLessThan(writeBatch);
  });

  it('mails__90_waiting__one_call_each_and_a_constant_per_claim', { timeout: 300_000 }, () => {
    const chamber = readyChamber(built);
    putAnswers(chamber, answers(90));
    const result = good(run(chamber, 'rpc', ['collect', {}]));
    const sends = result.calls.list.filter((name) => name === 'MailApp.sendEmail').length;
    expect(sends).toBe(90);
    const baseline = readyChamber(built);
    putAnswers(baseline, answers(40));
    const one = good(run(baseline, 'rpc', ['collect', {}]));
    const perClaim = result.calls.total - 90 - (one.calls.total - 40);
    const claims = Math.ceil(90 / claim) - Math.ceil(40 / claim);
    expect(perClaim).toBeGreaterThan(0);
    expect(perClaim / claims).toBeLessThanOrEqual(19);
  });
});
