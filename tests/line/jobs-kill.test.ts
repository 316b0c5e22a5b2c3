/**
 * Every job may die before any service call and be run again: the same end state as an undisturbed run, nothing twice,
 * nothing lost. The hourly catch-up belongs to "again": it settles mails that a dead run left half sent.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../addon/view/protocol.ts';
import { type Built, buildProduct } from '../support/built.ts';
import {
  approve,
  ask,
  type Chamber,
  chamberFrom,
  newChamber,
  putAnswers,
  readyChamber,
  run,
  setupInput,
  snapshot,
  soundAnswers,
} from '../support/chamber.ts';
import { endState } from '../support/end-state.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

interface Case {
  readonly name: string;
  readonly prepare: (chamber: Chamber) => void;
  /** The call under test, the same each time it is run. */
  readonly args: (chamber: Chamber) => readonly unknown[];
  readonly ready: boolean;
}

const everything = { state: '', search: '', offset: 0, limit: 100 };
const firstId = (chamber: Chamber): string => ask(chamber, 'queue', everything).rows[0]?.applicationId ?? '';
const withAnswers = (chamber: Chamber): void => {
  putAnswers(chamber, [soundAnswers(1), { ...soundAnswers(2), name: '𠮷田商店' }, soundAnswers(3)]);
};
const withApproved = (chamber: Chamber): void => {
  withAnswers(chamber);
  ask(chamber, 'collect', {});
  for (const row of ask(chamber, 'queue', everything).rows) approve(chamber, row.applicationId);
};
const exportInput = (chamber: Chamber): Input<'exportCsv'> => {
  const profile = { profileId: 'toas-provisional', kind: 'applications' } as const;
  return { ...profile, hash: ask(chamber, 'exportPreview', profile).hash };
};

const cases: readonly Case[] = [
  { name: 'setup', prepare: () => undefined, args: () => ['setup', setupInput], ready: false },
  {
    name: 'createForm',
    prepare: (chamber) => ask(chamber, 'setup', setupInput),
    args: () => ['createForm', { templateId: 'membership-application' }],
    ready: false,
  },
  { name: 'collect', prepare: withAnswers, args: () => ['collect', {}], ready: true },
  {
    name: 'decide: return with mail',
    prepare(chamber) {
      withAnswers(chamber);
      ask(chamber, 'collect', {});
    },
    args: (chamber) => [
      'decide',
      { applicationId: firstId(chamber), version: 1, action: 'return', reason: '確認したい点', steps: [] },
    ],
    ready: true,
  },
  {
    name: 'correct: a telephone',
    prepare(chamber) {
      withAnswers(chamber);
      ask(chamber, 'collect', {});
    },
    args: (chamber) => [
      'correct',
      {
        applicationId: firstId(chamber),
        version: 1,
        key: 'phone',
        value: '０３－９８７６－５４３２',
        reason: '電話で確認',
      },
    ],
    ready: true,
  },
  {
    name: 'exportCsv',
    prepare: withApproved,
    args: (chamber) => ['exportCsv', exportInput(chamber)],
    ready: true,
  },
  {
    name: 'markBatch: failed',
    prepare(chamber) {
      withApproved(chamber);
      ask(chamber, 'exportCsv', exportInput(chamber));
    },
    args: () => ['markBatch', { batchId: 'R8-B001', result: 'failed', note: '列が違う' }],
    ready: true,
  },
];

/** Ten minutes later the clock trigger runs, as it would. */
function settle(chamber: Chamber): void {
  chamber.workspace.advance(10 * 60_000);
  const result = run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' });
  if (!result.ok) throw new Error(result.error.message);
}

/** What a dead run left behind; two deaths that left the same are one case (most calls only read). */
function leftBehind({ workspace }: Chamber): string {
  const { executions: _log, clockOffset: _time, ...left } = workspace.state;
  return JSON.stringify(left);
}

function again(chamber: Chamber, args: readonly unknown[]): void {
  const result = run(chamber, 'rpc', args);
  expect(result.ok && JSON.parse(JSON.stringify(result.value))).toMatchObject({ ok: true });
  settle(chamber);
}

describe('killed at every call', () => {
  it.each(cases)(
    '$name: killed before each call, same end state',
    { timeout: 900_000 },
    ({ prepare, args, ready }) => {
      const origin = ready ? readyChamber(built) : newChamber(built);
      prepare(origin);
      const given = args(origin);
      const start = snapshot(origin);

      const undisturbed = chamberFrom(built, start, origin.bookId);
      const result = run(undisturbed, 'rpc', given);
      expect(result.ok && JSON.parse(JSON.stringify(result.value))).toMatchObject({ ok: true });
      settle(undisturbed);
      const wanted = endState(undisturbed);

      expect(result.calls.total).toBeGreaterThan(5);
      const seen = new Set<string>();
      for (let call = 1; call <= result.calls.total; call++) {
        const chamber = chamberFrom(built, start, origin.bookId);
        expect(run(chamber, 'rpc', given, { failAtCall: call }).ok).toBe(false);
        const left = leftBehind(chamber);
        if (seen.has(left)) continue;
        seen.add(left);
        again(chamber, given);
        expect(endState(chamber), `killed at call ${call}: ${result.calls.list[call - 1]}`).toEqual(wanted);
      }
      expect(seen.size).toBeGreaterThan(2);
    },
  );
});
