/** Starting a round, sending it and making its letters may die before any service call and be run again. */
import { beforeAll, describe, it } from 'vitest';
import type { Cells } from '../../apps-script/jobs/port.ts';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber } from '../support/chamber.ts';
import { killedAtEveryCall } from '../support/kill.ts';
import { business, everybody, ledgerChamber, roundInput } from '../support/round.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

interface Case {
  readonly name: string;
  readonly ledger: readonly Cells[];
  readonly prepare: (chamber: Chamber) => readonly unknown[];
}

const request = { purpose: 'request' as const, filter: everybody };
const byPost = { メールアドレス: '' };

const cases: readonly Case[] = [
  {
    name: 'startRound',
    ledger: [business(1), business(2, byPost)],
    prepare: () => ['startRound', roundInput],
  },
  {
    name: 'send',
    ledger: [business(1), business(2)],
    prepare(chamber) {
      ask(chamber, 'startRound', roundInput);
      return ['send', { ...request, hash: ask(chamber, 'sendPreview', request).hash }];
    },
  },
  {
    name: 'makeLetters',
    ledger: [business(1, byPost), business(2)],
    prepare(chamber) {
      ask(chamber, 'startRound', roundInput);
      return ['makeLetters', { filter: everybody }];
    },
  },
];

/** Keys and their look-up parts: drawn from a secret that each run draws at random. */
const masked = (text: string): string =>
  text.replace(/\b[0-9a-hjkmnp-tv-z]{48}\b/g, '<key>').replace(/"[0-9a-hjkmnp-tv-z]{13}"/g, '"<ref>"');

/**
 * After a call that only read, the state is as before it: dying there is tried already. Of the many calls that write a
 * letter, the first and the last: what the others leave is the same, a draft to be thrown away.
 */
const isTried = (name: string, before: string): boolean =>
  !/\.(get\w*|list|read|openById)$/.test(before) &&
  (name !== 'Document.change' || before !== 'Document.change');

describe('killed at every call', () => {
  it.each(cases)('$name', { timeout: 300_000 }, ({ ledger, prepare }) => {
    const origin = ledgerChamber(built, ledger);
    killedAtEveryCall(built, origin, prepare(origin), masked, isTried);
  });
});
