/** Taking in, deciding and typing in answers about the register may die before any service call and be run again. */
import { beforeAll, describe, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber } from '../support/chamber.ts';
import { killedAtEveryCall } from '../support/kill.ts';
import {
  answerRegister,
  changed,
  putRegisterAnswers,
  registerChamber,
  tokenOf,
  unchanged,
} from '../support/register.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const everything = { state: '', search: '', offset: 0, limit: 100 };
const key = (chamber: Chamber, number: string) => tokenOf(chamber, number).token;

interface Case {
  readonly name: string;
  /** Brings the chamber to where the call is made, and gives what it is called with. */
  readonly prepare: (chamber: Chamber) => readonly unknown[];
}

const cases: readonly Case[] = [
  {
    name: 'collect: a correction of what stands, a new one, a forged one',
    prepare(chamber) {
      answerRegister(chamber, { ...unchanged, updateKey: key(chamber, '000101') });
      chamber.workspace.advance(3_600_000);
      putRegisterAnswers(chamber, [
        { ...changed, phone: '03-2222-1111', updateKey: key(chamber, '000101') },
        { ...unchanged, updateKey: key(chamber, '000102') },
        { ...unchanged, updateKey: key(chamber, '000103').replace(/.$/, 'x') },
      ]);
      return ['collect', {}];
    },
  },
  {
    name: 'decideAnswer: approve',
    prepare(chamber) {
      const texts = { phone: '03-2222-1111', address: '見本県見本市南9-9' };
      answerRegister(chamber, { ...changed, ...texts, updateKey: key(chamber, '000101') });
      const answerId = ask(chamber, 'answers', everything).rows[0]?.answerId ?? '';
      const takes = { phone: 'answer', address: 'answer' };
      const more = { businessNumber: '', reason: '電話で確認' };
      return ['decideAnswer', { answerId, version: 0, action: 'approve', takes, ...more }];
    },
  },
  {
    name: 'approveUnchanged',
    prepare(chamber) {
      for (const number of ['000101', '000103'])
        answerRegister(chamber, { ...unchanged, updateKey: key(chamber, number) });
      return ['approveUnchanged', { hash: ask(chamber, 'answers', everything).unchanged.hash }];
    },
  },
  {
    name: 'enterAnswer',
    prepare() {
      const typed = { changeStatus: '変更あり', respondentName: '見本 太郎', phone: '03-2222-2222' };
      return ['enterAnswer', { businessNumber: '000101', ground: '電話', typed }];
    },
  },
];

const ids = /staff\/[0-9a-f-]{36}/g;

describe('killed at every call', () => {
  it.each(cases)('$name', { timeout: 300_000 }, ({ prepare }) => {
    const origin = registerChamber(built);
    const args = prepare(origin);
    killedAtEveryCall(built, origin, args, (text) => text.replace(ids, '<entry>'));
  });
});
