/** Service calls of the register do not grow with answers: the same for 3 and 60 but for whole batches. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../emulator/api.ts';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber, records, run } from '../support/chamber.ts';
import {
  changed,
  moreBusinesses,
  putRegisterAnswers,
  registerChamber,
  tokenOf,
  unchanged,
} from '../support/register.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const everything = { state: '', search: '', offset: 0, limit: 1000 };

/** Without a mail quota nothing is sent: what is counted is the taking in alone. */
function withoutQuota(chamber: Chamber): void {
  const { state } = chamber.workspace;
  for (const user of Object.keys(state.users)) {
    state.quotas[user] = { since: chamber.workspace.now(), used: { mailRecipients: 1_000_000 } };
  }
}

/** Calls but for the look back after a write that held a text like a formula (a response id may begin with `-`). */
function steady(result: RunResult): number {
  expect(result.ok && JSON.parse(JSON.stringify(result.value))).toMatchObject({ ok: true });
  const { calls } = result;
  return calls.total - calls.list.filter((name) => name === 'Range.getFormulas').length;
}

function countsFor(count: number) {
  const chamber = registerChamber(built);
  const numbers = moreBusinesses(chamber, count);
  const answers = numbers.map((number, index) => {
    const updateKey = tokenOf(chamber, number).token;
    return index % 2 === 0
      ? { ...unchanged, updateKey }
      : { ...changed, updateKey, phone: `０３－２２２２－${1000 + index}` };
  });
  putRegisterAnswers(chamber, answers);
  withoutQuota(chamber);
  const collect = steady(run(chamber, 'rpc', ['collect', {}]));
  expect(records(chamber, '台帳の回答')).toHaveLength(count);
  const list = steady(run(chamber, 'rpc', ['answers', everything]));
  const { hash } = ask(chamber, 'answers', everything).unchanged;
  const bulk = steady(run(chamber, 'rpc', ['approveUnchanged', { hash }]));
  const find = steady(run(chamber, 'rpc', ['findBusinesses', { search: '見本商店' }]));
  return { collect, list, bulk, find };
}

/** Every call asks who may make it; one that changes something leaves a row in 操作記録. */
const asked = 1;
const logged = asked + 4;
/** Who reads templates asks which release of JCCI's counts. */
const released = 1;

/** What each job takes: a bound that only goes down. */
const reached: Readonly<Record<string, number>> = {
  collect: 65 + logged + released,
  bulk: 37 + logged + released,
  find: 14 + asked + released,
};

describe('service calls', () => {
  it('4_and_60_answers__the_same', { timeout: 300_000 }, () => {
    const { list: fewList, ...few } = countsFor(4);
    const { list, ...many } = countsFor(60);
    expect(many).toEqual(few);
    // Rows of the ledger are read by runs of neighbours: those asked of here stand in one run, the last ones in another.
    expect(list).toBeLessThanOrEqual(fewList + 1);
    for (const [job, calls] of Object.entries(few)) expect(calls, job).toBeLessThanOrEqual(reached[job] ?? 0);
    expect(fewList).toBeLessThanOrEqual(21 + asked + released);
  });
});
