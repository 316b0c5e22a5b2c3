/** 引継ぎ between two accounts: triggers, sending, half-sent mails; what the old account still has does no harm. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { HandOverView } from '../../addon/view/health-protocol.ts';
import { type Built, buildProduct } from '../support/built.ts';
import {
  answer,
  ask,
  type Chamber,
  call,
  chamberFrom,
  clerk,
  putAnswers,
  readyChamber,
  records,
  run,
  snapshot,
  soundAnswers,
} from '../support/chamber.ts';
import { tellingCalls } from '../support/office.ts';
import {
  business,
  everybody,
  hourly,
  leaveQuota,
  ledgerChamber,
  recipients,
  roundInput,
  successor,
} from '../support/round.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const heir = 'kounin@mihon-cci.example';

function withHeir(): Chamber {
  const chamber = readyChamber(built);
  chamber.workspace.addUser({ email: heir, name: '見本 後任', role: 'staff' });
  return chamber;
}

function asHeir(chamber: Chamber, method: 'handOver' | 'takeOver'): HandOverView {
  const { reply } = call(chamber, method, {}, { user: heir });
  if (!reply.ok) throw new Error(JSON.stringify(reply.issues));
  return reply.result;
}

const triggersOf = (chamber: Chamber, owner: string): readonly string[] =>
  chamber.workspace.state.triggers
    .filter((one) => one.owner === owner)
    .map((one) => one.handler)
    .sort();

describe('hand-over', () => {
  it('preview__other_account__says_what_it_would_take_and_changes_nothing', () => {
    const chamber = withHeir();
    const before = JSON.stringify(chamber.workspace.state.triggers);
    const view = asHeir(chamber, 'handOver');
    expect(view).toMatchObject({
      account: heir,
      triggersToMake: 2,
      triggersFree: 20,
      round: null,
      obstacles: [],
      done: false,
      forms: [{ triggerOwner: clerk, canEdit: true, isMine: false, fileOwner: clerk }],
    });
    expect(view.left.map(({ account }) => account)).toEqual([clerk]);
    expect(view.left[0]?.lines.join('\n')).toMatch(
      /1時間ごとのトリガー（動いています）[\s\S]*送信時のトリガー[\s\S]*オーナー/,
    );
    expect(JSON.stringify(chamber.workspace.state.triggers)).toBe(before);
  });

  it('takeOver__once_and_again__same_triggers_owner_recorded_old_account_listed', () => {
    const chamber = withHeir();
    const view = asHeir(chamber, 'takeOver');
    expect(view).toMatchObject({
      done: true,
      triggersToMake: 0,
      forms: [{ triggerOwner: heir, isMine: true }],
    });
    expect(triggersOf(chamber, heir)).toEqual(['hourlyCatchUp', 'onFormSubmitted']);
    asHeir(chamber, 'takeOver');
    expect(triggersOf(chamber, heir)).toEqual(['hourlyCatchUp', 'onFormSubmitted']);
    expect(asHeir(chamber, 'handOver').left[0]?.lines.join('\n')).toContain('送信時のトリガー');
    const { rows } = (() => {
      const { reply } = call(chamber, 'health', {}, { user: heir });
      if (!reply.ok) throw new Error('health');
      return reply.result;
    })();
    expect(rows.find(({ id }) => id.startsWith('trigger'))?.seen).toContain(heir);
  });

  it('old_account_fires_still__each_answer_stands_once_and_is_confirmed_once', () => {
    const chamber = withHeir();
    asHeir(chamber, 'takeOver');
    const sent = answer(chamber, soundAnswers(1));
    expect(sent.runs.map(({ ok }) => ok)).toEqual([true, true]);
    chamber.workspace.advance(3_700_000);
    for (const result of chamber.runtime.runDueTriggers()) expect(result.ok).toBe(true);
    expect(records(chamber, '受付').map((row) => row.事業所名)).toEqual(['見本商店1']);
    expect(chamber.workspace.state.mails.length).toBe(1);
  });

  it('letGo__by_the_old_account__its_triggers_are_gone_and_nothing_of_the_heir', () => {
    const chamber = withHeir();
    asHeir(chamber, 'takeOver');
    expect(ask(chamber, 'letGo', {})).toEqual({ removed: 2 });
    expect(ask(chamber, 'letGo', {})).toEqual({ removed: 0 });
    expect(triggersOf(chamber, clerk)).toEqual([]);
    expect(triggersOf(chamber, heir)).toEqual(['hourlyCatchUp', 'onFormSubmitted']);
    answer(chamber, soundAnswers(1));
    expect(records(chamber, '受付').length).toBe(1);
  });

  it('mails_that_the_old_account_had_begun__dead_claims_go_out_at_once_live_ones_are_left', () => {
    const chamber = withHeir();
    putAnswers(chamber, [soundAnswers(7)]);
    let at = 0;
    const probe = chamberFrom(built, snapshot(chamber), chamber.bookId);
    run(probe, 'rpc', ['collect', {}], {
      onCall(n, name) {
        if (name === 'MailApp.sendEmail' && at === 0) at = n;
      },
    });
    expect(at).toBeGreaterThan(0);
    expect(run(chamber, 'rpc', ['collect', {}], { failAtCall: at }).ok).toBe(false);
    expect(records(chamber, '送付').map((row) => row.状態)).toEqual(['送信中']);
    expect(asHeir(chamber, 'handOver').claims).toEqual({ dead: 0, alive: 1 });
    asHeir(chamber, 'takeOver');
    expect(chamber.workspace.state.mails.length).toBe(0);
    chamber.workspace.advance(8 * 60_000);
    expect(asHeir(chamber, 'handOver')).toMatchObject({ claims: { dead: 1, alive: 0 }, done: false });
    expect(asHeir(chamber, 'takeOver')).toMatchObject({ claims: { dead: 0, alive: 0 }, done: true });
    expect(chamber.workspace.state.mails.length).toBe(1);
    expect(records(chamber, '送付').map((row) => [row.状態, row.送信者])).toEqual([['送信済', heir]]);
  });

  it('S13__sending_taken_over_with_the_rest__nobody_twice_nobody_missed', () => {
    const businesses = Array.from({ length: 12 }, (_unused, index) => business(index + 1));
    const chamber = ledgerChamber(built, businesses);
    ask(chamber, 'startRound', roundInput);
    leaveQuota(chamber, clerk, 5);
    const request = { purpose: 'request', filter: everybody } as const;
    ask(chamber, 'send', { ...request, hash: ask(chamber, 'sendPreview', request).hash });
    expect(recipients(chamber).length).toBe(5);
    chamber.workspace.advance(3 * 3_600_000);
    const sees = call(chamber, 'health', {}, { user: successor }).reply;
    const line = sees.ok ? sees.result.rows.find(({ id }) => id === 'sending') : undefined;
    expect(line).toMatchObject({ state: 'warn', seen: expect.stringContaining('待ち 7 通') });
    const { reply } = call(chamber, 'takeOver', {}, { user: successor });
    expect(reply).toMatchObject({
      ok: true,
      result: { done: true, round: { sendingBy: successor, waiting: 0 } },
    });
    chamber.workspace.advance(86_400_000);
    hourly(chamber, clerk);
    hourly(chamber, successor);
    expect([...recipients(chamber)].sort()).toEqual(businesses.map((one) => one.メールアドレス).sort());
  });

  it('too_many_triggers__refused_in_words_and_nothing_is_changed', () => {
    const chamber = withHeir();
    const { state } = chamber.workspace;
    const [model] = state.triggers;
    if (model === undefined) throw new Error('no trigger');
    for (let made = 0; made < 19; made++)
      state.triggers.push({ ...model, id: `other-${made}`, owner: heir, handler: 'other' });
    expect(asHeir(chamber, 'handOver').obstacles.join()).toContain('あと 1 個');
    const before = JSON.stringify(state.triggers);
    const { reply } = call(chamber, 'takeOver', {}, { user: heir });
    expect(reply).toMatchObject({ ok: false, issues: [{ code: 'hand-over.triggers' }] });
    expect(JSON.stringify(state.triggers)).toBe(before);
    expect(records(chamber, '_forms')[0]?.triggerOwner).toBe(clerk);
  });

  it('takeOver__killed_before_each_call_and_called_again__same_end', { timeout: 300_000 }, () => {
    const origin = withHeir();
    const end = (chamber: Chamber) => ({
      triggers: chamber.workspace.state.triggers
        .map((one) => `${one.owner} ${one.handler} ${one.sourceId}`)
        .sort(),
      forms: records(chamber, '_forms'),
      left: asHeir(chamber, 'handOver').left.map(({ account, lines }) => [account, lines.length]),
    });
    const state = snapshot(origin);
    const user = heir;
    const { calls, whole } = tellingCalls(built, state, origin.bookId, ['takeOver', {}], { user });
    const wanted = end(whole);
    expect(calls.length).toBeGreaterThan(5);
    for (const at of calls) {
      const chamber = chamberFrom(built, state, origin.bookId);
      expect(run(chamber, 'rpc', ['takeOver', {}], { user: heir, failAtCall: at }).ok).toBe(false);
      asHeir(chamber, 'takeOver');
      expect(end(chamber), `killed at call ${at}`).toEqual(wanted);
    }
  });
});
