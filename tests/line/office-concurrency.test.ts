/**
 * Two clerks and a trigger at one answer at the same time: one decision wins, the other person is told by whom and when. The
 * second clerk's call and the trigger's run are put before every call of the platform that the first one makes.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Input, MethodName, Reply } from '../../addon/view/protocol.ts';
import { type Built, buildProduct } from '../support/built.ts';
import {
  answer,
  ask,
  type Chamber,
  chamberFrom,
  clerk,
  putAnswers,
  readyChamber,
  records,
  run,
  snapshot,
  soundAnswers,
} from '../support/chamber.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const other = 'aikata@mihon-cci.example';
const everything = { state: '', search: '', offset: 0, limit: 100 };
const steps = ['visited', 'sealed', 'board'].map((state) => ({
  state,
  date: '2026-11-24',
  ground: '記録簿',
}));

interface Ask {
  readonly method: MethodName;
  readonly input: (applicationId: string) => Input<MethodName>;
}

const approve: Ask = {
  method: 'decide',
  input: (applicationId) => ({ applicationId, version: 1, action: 'approve', reason: '', steps }),
};
const sendBack: Ask = {
  method: 'decide',
  input: (applicationId) => ({
    applicationId,
    version: 1,
    action: 'return',
    reason: '番地を確かめてください。',
    steps: [],
  }),
};
const correct: Ask = {
  method: 'correct',
  input: (applicationId) => ({
    applicationId,
    version: 1,
    key: 'phone',
    value: '03-9876-5432',
    reason: '電話で確認',
  }),
};

function prepared(): { readonly chamber: Chamber; readonly id: string } {
  const chamber = readyChamber(built);
  chamber.workspace.addUser({ email: other, name: '見本 相方', role: 'staff' });
  answer(chamber, soundAnswers(1));
  // What the trigger finds: an answer that has not been taken in.
  putAnswers(chamber, [soundAnswers(2)]);
  return { chamber, id: ask(chamber, 'queue', everything).rows[0]?.applicationId ?? '' };
}

function send(
  chamber: Chamber,
  user: string,
  { method, input }: Ask,
  id: string,
  onCall?: (n: number) => void,
): Reply<MethodName> {
  const result = run(chamber, 'rpc', [method, input(id)], {
    user,
    ...(onCall === undefined ? {} : { onCall }),
  });
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
  return JSON.parse(JSON.stringify(result.value)) as Reply<MethodName>;
}

const isBusy = (reply: Reply<MethodName>): boolean =>
  !reply.ok && reply.issues.some(({ code }) => code === 'lock.busy');

interface Moments {
  /** Before which call of the first clerk the second one acts. */
  readonly second: number;
  /** Before which call of the first clerk (or of the second, when `nested`) the trigger runs. */
  readonly trigger: number;
  readonly nested: boolean;
}

/** Plays one interleaving; who was only told to wait asks again, as a person would. */
function play(
  origin: ReturnType<typeof snapshot>,
  bookId: string,
  id: string,
  asks: readonly [Ask, Ask],
  at: Moments,
) {
  const chamber = chamberFrom(built, origin, bookId);
  const fire = (): void => {
    run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' });
  };
  let second: Reply<MethodName> | null = null;
  let first = send(chamber, clerk, asks[0], id, (n) => {
    if (n === at.trigger && !at.nested) fire();
    if (n === at.second) {
      second = send(chamber, other, asks[1], id, (inner) => {
        if (at.nested && inner === at.trigger) fire();
      });
    }
  });
  if (isBusy(first)) first = send(chamber, clerk, asks[0], id);
  let told: Reply<MethodName> | null = second;
  if (told === null || isBusy(told)) told = send(chamber, other, asks[1], id);
  fire();
  return { chamber, replies: [first, told] as const };
}

/** A number from 0 to below `below`, the same for the same seed. */
function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % below;
  };
}

const users = [clerk, other] as const;

function expectOneWinner({ chamber, replies }: ReturnType<typeof play>, id: string, told: string): string {
  const winners = replies.flatMap((reply, index) => (reply.ok ? [index] : []));
  expect(winners.length, told).toBe(1);
  const winner = users[winners[0] ?? 0] ?? '';
  const loser = replies.find((reply) => !reply.ok);
  const issue = loser?.ok === false ? loser.issues[0] : undefined;
  expect(issue?.code, told).toBe('decision.conflict');
  expect(issue?.message, told).toContain(winner);
  expect(issue?.message, told).toMatch(/2026-11-24 \d\d:\d\d/);
  const view = ask(chamber, 'application', { applicationId: id });
  expect(view.version, told).toBe(2);
  const acts = records(chamber, '変更履歴').filter(
    (row) => row.変更ID?.startsWith(`${id}/`) && row.区分 !== '整形',
  );
  expect(new Set(acts.map((row) => row.担当者)), told).toEqual(new Set([winner]));
  // Both answers stand once, and nothing was mailed twice.
  const receipts = records(chamber, '受付').map((row) => row.受付番号);
  expect([...receipts].sort(), told).toEqual(['R8-0001', 'R8-0002']);
  const mails = chamber.workspace.state.mails.map(({ to, subject }) => `${to} ${subject}`);
  expect(new Set(mails).size, told).toBe(mails.length);
  expect(
    records(chamber, '送付').every((row) => row.状態 === '送信済'),
    told,
  ).toBe(true);
  return winner;
}

interface Pair {
  readonly name: string;
  readonly asks: readonly [Ask, Ask];
  /** The second clerk acts before every call of the first, or before every few. */
  readonly every: number;
}

const pairs: readonly Pair[] = [
  { name: 'approve and send back', asks: [approve, sendBack], every: 1 },
  { name: 'send back and correct', asks: [sendBack, correct], every: 4 },
  { name: 'correct and approve', asks: [correct, approve], every: 3 },
];

describe('two clerks and a trigger at one answer', () => {
  it.each(pairs)(
    '$name: whenever the second acts, one wins and the other is told',
    { timeout: 600_000 },
    ({ asks, every }) => {
      const { chamber, id } = prepared();
      const origin = snapshot(chamber);
      const alone = chamberFrom(built, origin, chamber.bookId);
      const { calls } = run(alone, 'rpc', [asks[0].method, asks[0].input(id)]);
      expect(calls.total).toBeGreaterThan(10);
      const draw = draws(calls.total);
      const winners = new Set<string>();
      for (let second = 1; second <= calls.total; second += every) {
        const at = { second, trigger: 1 + draw(calls.total), nested: draw(2) === 1 };
        winners.add(expectOneWinner(play(origin, chamber.bookId, id, asks, at), id, JSON.stringify(at)));
      }
      // Each of them is the faster one at some moment, or nothing was tried here.
      expect(winners).toEqual(new Set(users));
    },
  );

  it('both_the_same_decision__the_second_is_told_as_well', () => {
    const { chamber, id } = prepared();
    const played = play(snapshot(chamber), chamber.bookId, id, [approve, approve], {
      second: 3,
      trigger: 5,
      nested: false,
    });
    expectOneWinner(played, id, 'the same decision');
  });

  it('log__both_calls_leave_their_row_whatever_the_order', () => {
    const { chamber, id } = prepared();
    const origin = snapshot(chamber);
    for (const second of [1, 4, 9, 1000]) {
      const { chamber: after } = play(origin, chamber.bookId, id, [approve, sendBack], {
        second,
        trigger: 2,
        nested: false,
      });
      const rows = records(after, '操作記録').filter((row) => row.操作ID === 'decide');
      expect(new Set(rows.map((row) => row.担当者)), String(second)).toEqual(new Set(users));
      expect(rows.filter((row) => row.結果 === '実行').length, String(second)).toBe(1);
    }
  });
});
