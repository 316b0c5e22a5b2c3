/**
 * Every job may die before any service call and be run again: the same end state as an undisturbed run, nothing twice,
 * nothing lost. The hourly catch-up belongs to "again": it settles mails that a dead run left half sent.
 */
import { beforeAll, describe, it } from 'vitest';
import type { Input } from '../../addon/view/protocol.ts';
import { type Built, buildProduct } from '../support/built.ts';
import { approve, ask, type Chamber, putAnswers, readyChamber, soundAnswers } from '../support/chamber.ts';
import { killedAtEveryCall } from '../support/kill.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

interface Case {
  readonly name: string;
  readonly prepare: (chamber: Chamber) => void;
  /** The call under test, the same each time it is run. */
  readonly args: (chamber: Chamber) => readonly unknown[];
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
  { name: 'collect', prepare: withAnswers, args: () => ['collect', {}] },
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
  },
  {
    name: 'exportCsv',
    prepare: withApproved,
    args: (chamber) => ['exportCsv', exportInput(chamber)],
  },
  {
    name: 'markBatch: failed',
    prepare(chamber) {
      withApproved(chamber);
      ask(chamber, 'exportCsv', exportInput(chamber));
    },
    args: () => ['markBatch', { batchId: 'R8-B001', result: 'failed', note: '列が違う' }],
  },
];

describe('killed at every call', () => {
  it.each(cases)(
    '$name: killed before each call, same end state',
    { timeout: 900_000 },
    ({ prepare, args }) => {
      const origin = readyChamber(built);
      prepare(origin);
      killedAtEveryCall(built, origin, args(origin));
    },
  );
});
