/** Updates, roll-backs and the making of forms may die before any service call: the next run does the rest, nothing twice. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Built } from '../support/built.ts';
import { ask, type Chamber, newChamber, records, run, setupInput } from '../support/chamber.ts';
import {
  addByHand,
  apply,
  baseOf,
  chamberWithForm,
  formRow,
  job,
  onlyForm,
  preview,
  release,
  stateOf,
  tried,
  upgraded,
} from '../support/forms.ts';
import { sample, sampleId, sampleNext } from '../support/forms-samples.ts';
import { killedAtEveryCall } from '../support/kill.ts';

let first: Built;
let next: Built;
beforeAll(async () => {
  first = await release(undefined, [sample()]);
  next = await release(undefined, [sampleNext()]);
}, 240_000);

/** Changes of the chamber: a title, an option, a question of its own. */
function customised(): Chamber {
  const chamber = chamberWithForm(first, sampleId);
  stateOf(chamber, 'local.memo').title = 'ご質問・ご意見';
  stateOf(chamber, 'local.lunch').choices.push({ value: 'のり弁' });
  addByHand(chamber, 'TEXT', '紹介してくださった方', 'local.mail');
  return upgraded(next, chamber);
}

const applyArgs = (chamber: Chamber) =>
  ['applyUpdate', { formId: onlyForm(chamber).id, hash: preview(chamber).hash, decisions: [] }] as const;

describe('killed at every call', () => {
  it('createForm: killed before each call, same end state', { timeout: 900_000 }, () => {
    const origin = newChamber(first);
    ask(origin, 'setup', setupInput);
    const values = { name: '経営セミナー', closesOn: '2026-12-20' };
    const args = ['createForm', { templateId: sampleId, draft: 'a', values }];
    killedAtEveryCall(first, origin, args, undefined, undefined, 3);
  });

  it('applyUpdate: killed before each call, same end state', { timeout: 900_000 }, () => {
    const origin = customised();
    killedAtEveryCall(next, origin, applyArgs(origin));
  });

  it('rollBack: killed before each call, same end state', { timeout: 900_000 }, () => {
    const origin = customised();
    const { update } = apply(origin);
    killedAtEveryCall(next, origin, ['rollBack', { formId: onlyForm(origin).id, updateId: update.id }]);
  });
});

describe('S4: an update is interrupted', () => {
  it('after_some_of_the_changes__says_適用途中__the_next_run_makes_the_rest_only', () => {
    const chamber = customised();
    const [, input] = applyArgs(chamber);
    const whole = upgraded(next, chamber);
    const all = run(whole, 'rpc', ['applyUpdate', input]);
    const writes = (names: readonly string[]): readonly string[] =>
      names.filter((name) => /^(Item|Form)\.(update|setChoices|set|addItem|moveItem|deleteItem)/.test(name));
    const wanted = writes(all.calls.list);
    const seventh = all.calls.list
      .map((name, at) => [name, at] as const)
      .filter(([name]) => writes([name]).length > 0)[7];
    const died = run(chamber, 'rpc', ['applyUpdate', input], { failAtCall: (seventh?.[1] ?? 0) + 1 });
    expect(died.ok).toBe(false);
    expect(formRow(chamber)).toMatchObject({ templateVersion: '1.0.0', state: 'open' });
    expect(formRow(chamber).updating).not.toBe('');
    expect(records(chamber, '_updates').map((row) => row.state)).toEqual(['適用途中']);
    expect(preview(chamber).running).toMatchObject({ from: '1.0.0', to: '1.1.0', state: 'running' });
    // The base says no more than what was read back.
    const who = stateOf(chamber, 'local.who').title;
    expect([who, 'お名前']).toContain(baseOf(chamber, 'local.who').title);

    const rest = run(chamber, 'rpc', ['applyUpdate', input]);
    expect(rest.ok && rest.value).toMatchObject({ ok: true, result: { finished: true } });
    const done = [...writes(died.calls.list).slice(0, 7), ...writes(rest.calls.list)];
    expect(done).toEqual(wanted);
    expect(onlyForm(chamber).items).toEqual(onlyForm(whole).items);
    expect(formRow(chamber)).toMatchObject({ templateVersion: '1.1.0', updating: '' });
  });

  it('foreign_edit_while_適用途中__stops__rolls_back_but_for_the_edit', () => {
    const chamber = customised();
    const before = structuredClone(onlyForm(chamber).items);
    const [, input] = applyArgs(chamber);
    const all = run(upgraded(next, chamber), 'rpc', ['applyUpdate', input]);
    run(chamber, 'rpc', ['applyUpdate', input], { failAtCall: Math.floor(all.calls.total / 2) });
    expect(formRow(chamber).updating).not.toBe('');
    stateOf(chamber, 'local.start').help = '10分前にお越しください。';
    const left = JSON.stringify(onlyForm(chamber).items);
    expect(tried(chamber, 'applyUpdate', input)).toMatchObject({
      ok: false,
      issues: [{ code: 'update.changed-midway' }],
    });
    expect(JSON.stringify(onlyForm(chamber).items)).toBe(left);
    const { formId } = input;
    const updateId = records(chamber, '_updates')[0]?.id ?? '';
    expect(tried(chamber, 'rollBack', { formId, updateId })).toMatchObject({
      ok: false,
      issues: [{ code: 'update.edited-since' }],
    });
    job(chamber, 'rollBack', { formId, updateId, force: true });
    const now = onlyForm(chamber).items;
    const edited = now.find((item) => item.title === '来られる時刻');
    expect(edited?.help).toBe('10分前にお越しください。');
    expect(now.map((item) => item.title)).toEqual(
      before.filter((item) => now.some((one) => one.title === item.title)).map((item) => item.title),
    );
    expect(formRow(chamber)).toMatchObject({ templateVersion: '1.0.0', updating: '' });
  });
});
