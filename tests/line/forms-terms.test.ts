/** 締切と定員 of a form that stands: looked at, changed, who moves up, what is refused, by whom, and whatever dies. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { FormState } from '../../emulator/workspace/model.ts';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber, call, chamberFrom, clerk, records, run, snapshot } from '../support/chamber.ts';
import { killedAtEveryCall } from '../support/kill.ts';
import { putAnswer, seminarValues, setUpChamber, signUp, standing, submit } from '../support/submissions.ts';

let built: Built;
let full: { readonly chamber: Chamber; readonly formId: string };
beforeAll(async () => {
  built = await buildProduct();
  full = newSeminar();
}, 180_000);

function seminarOf(chamber: Chamber, values: Readonly<Record<string, string>>): FormState {
  const input = { templateId: 'seminar-registration', values: { ...values }, draft: 'a' };
  const form = chamber.workspace.state.forms[ask(chamber, 'createForm', input).formId];
  if (form === undefined) throw new Error('no form');
  return form;
}

/** Two places: one of two people has them, three people wait. */
function newSeminar(): typeof full {
  const chamber = setUpChamber(built);
  const form = seminarOf(chamber, { ...seminarValues, capacity: '2' });
  putAnswer(chamber, form, signUp(1, 2), signUp(2, 1), signUp(3, 2), { ...signUp(4, 1), email: '' });
  ask(chamber, 'collect', {});
  return { chamber, formId: form.id };
}

const fullSeminar = (): typeof full => ({
  chamber: chamberFrom(built, snapshot(full.chamber), full.chamber.bookId),
  formId: full.formId,
});

const same = { closesOn: '2026-12-08', places: '2', open: false };
const rowOf = (chamber: Chamber, formId: string) =>
  records(chamber, '_forms').find((row) => row.formId === formId) ?? {};
const codesOf = (reply: ReturnType<typeof call>['reply']) =>
  reply.ok ? [] : reply.issues.map((one) => one.code);

describe('a look', () => {
  it('as_it_stands__says_who_has_a_place_and_that_nothing_changes', () => {
    const { chamber, formId } = fullSeminar();
    const view = ask(chamber, 'formTerms', { formId, ...same });
    expect(view).toMatchObject({
      changes: false,
      seats: [{ label: '', taken: 2, waiting: 4 }],
      lines: [],
      promoted: [],
      issues: [],
      form: { places: '2', closesOn: '2026-12-08' },
    });
  });

  it('more_places__names_those_who_move_up_in_order_and_writes_nothing', () => {
    const { chamber, formId } = fullSeminar();
    const before = JSON.stringify(chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets);
    const view = ask(chamber, 'formTerms', { formId, ...same, places: '５' });
    expect(view.promoted).toEqual([
      { receiptNumber: 'R8-S0002', who: '見本商店2　見本 2号', count: 1, hasMail: true },
      { receiptNumber: 'R8-S0003', who: '見本商店3　見本 3号', count: 2, hasMail: true },
    ]);
    expect(view.lines).toEqual([
      '定員を 2 から 5 にします。',
      'キャンセル待ちの 2 件（申込数 3）が受付になり、繰上げのメールが届きます。',
    ]);
    expect(JSON.stringify(chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets)).toBe(before);
  });

  it.each([
    [{ places: '1' }, 'form.terms-below-taken', 'places'],
    [{ places: 'たくさん' }, 'form.terms-number', 'places'],
    [{ places: '0' }, 'form.terms-number', 'places'],
    [{ closesOn: '2026-11-23' }, 'form.terms-day-past', 'closesOn'],
    [{ closesOn: '2026-02-30' }, 'form.closing-day', 'closesOn'],
  ])('%j__is_refused_at_its_field_and_changes_nothing', (part, code, key) => {
    const { chamber, formId } = fullSeminar();
    const view = ask(chamber, 'formTerms', { formId, ...same, ...part });
    expect(view.issues.map((one) => [one.code, one.key])).toEqual([[code, key]]);
    expect([view.lines, view.promoted]).toEqual([[], []]);
    const row = rowOf(chamber, formId);
    const { reply } = call(chamber, 'changeTerms', { formId, ...same, ...part, hash: view.hash });
    expect(codesOf(reply)).toEqual([code]);
    expect(rowOf(chamber, formId)).toEqual(row);
  });

  it('sessions__each_has_the_places_for_itself', () => {
    const chamber = setUpChamber(built);
    const form = seminarOf(chamber, { ...seminarValues, capacity: '3', sessions: '午前の部\n午後の部' });
    const at = (session: string) => ({ 'local.session': session });
    const answers = [
      { ...signUp(1, 3), ...at('午前の部') },
      { ...signUp(2, 1), ...at('午後の部') },
    ];
    putAnswer(chamber, form, ...answers);
    ask(chamber, 'collect', {});
    const view = ask(chamber, 'formTerms', { formId: form.id, ...same, places: '2' });
    expect(view.seats).toEqual([
      { label: '午前の部', taken: 3, waiting: 0 },
      { label: '午後の部', taken: 1, waiting: 0 },
    ]);
    expect(view.issues.map(({ message }) => message)).toEqual([
      '「午前の部」に受付の済んだ分が 3 あるので、定員を 2 にはできません。',
    ]);
  });
});

describe('a change', () => {
  const change = (chamber: Chamber, input: typeof same & { readonly formId: string }) =>
    ask(chamber, 'changeTerms', { ...input, hash: ask(chamber, 'formTerms', input).hash });

  it('more_places__those_who_waited_have_them_with_one_mail_each_and_it_is_told_who_did_it', () => {
    const { chamber, formId } = fullSeminar();
    const mails = chamber.workspace.state.mails.length;
    const card = change(chamber, { formId, ...same, places: '6' });
    expect(card).toMatchObject({ places: '6', update: { id: 'newest' } });
    expect(standing(chamber)).toEqual(['R8-S0001 受付', 'R8-S0002 受付', 'R8-S0003 受付', 'R8-S0004 受付']);
    const sent = chamber.workspace.state.mails.slice(mails);
    expect(sent.map(({ to }) => to[0])).toEqual(['guest2@example.jp', 'guest3@example.jp']);
    expect(sent[0]?.subject).toContain('ご参加いただけます');
    const told = records(chamber, '変更履歴').filter((row) => row.区分 === 'フォーム');
    expect(told).toMatchObject([
      { 項目: '経営セミナー　参加申込（見本商工会議所）の定員', 変更前: '2', 変更後: '6', 担当者: clerk },
    ]);
    expect(records(chamber, '操作記録').map((row) => row.操作)).toContain('フォームの締切と定員を変える');
    // Six are taken: the next who signs up waits, until there is no limit any more.
    const form = chamber.workspace.state.forms[formId];
    if (form !== undefined) submit(chamber, form, signUp(5));
    expect(standing(chamber).at(-1)).toBe('R8-S0005 キャンセル待ち');
    change(chamber, { formId, ...same, places: '' });
    expect(standing(chamber).at(-1)).toBe('R8-S0005 受付');
  });

  it('closing_day__the_form_agrees_with_its_template_and_is_closed_on_that_day', () => {
    const { chamber, formId } = fullSeminar();
    change(chamber, { formId, ...same, closesOn: '2026-11-25' });
    expect(rowOf(chamber, formId)).toMatchObject({ closesOn: '2026-11-25', state: 'open' });
    expect(ask(chamber, 'formCard', { formId })).toMatchObject({ closesOn: '2026-11-25', ownChanges: 0 });
    expect(ask(chamber, 'updatePlan', { formId }).groups.flatMap(({ entries }) => entries)).toEqual([]);
    chamber.workspace.advance(2 * 86_400_000);
    run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' });
    expect(rowOf(chamber, formId).state).toBe('closed');
    expect(chamber.workspace.state.forms[formId]?.acceptingResponses).toBe(false);
  });

  it('closed_form__a_new_day_leaves_it_closed__and_opens_it_when_that_is_asked_for', () => {
    const { chamber, formId } = fullSeminar();
    ask(chamber, 'closeForm', { formId });
    const later = { formId, ...same, closesOn: '2026-12-20' };
    expect(ask(chamber, 'formTerms', later).lines).toContain('受付は止まったままです。');
    expect(change(chamber, later).state.id).toBe('closed');
    expect(change(chamber, { ...later, open: true }).state.id).toBe('open');
    expect(chamber.workspace.state.forms[formId]?.acceptingResponses).toBe(true);
  });

  it('opened_with_a_day_that_is_over__is_refused_in_words', () => {
    const { chamber, formId } = fullSeminar();
    chamber.workspace.advance(20 * 86_400_000);
    run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' });
    expect(rowOf(chamber, formId).state).toBe('closed');
    const view = ask(chamber, 'formTerms', { formId, ...same, open: true });
    expect(view.issues.map((one) => one.code)).toEqual(['form.terms-day-past']);
  });

  it('somebody_cancelled_since_the_look__nothing_is_changed_and_the_next_look_goes_through', () => {
    const { chamber, formId } = fullSeminar();
    const input = { formId, ...same, places: '4' };
    const { hash } = ask(chamber, 'formTerms', input);
    const first = records(chamber, '申込・回答')[0]?.回答ID ?? '';
    ask(chamber, 'cancelSubmission', { submissionId: first, version: 0, reason: 'ご都合' });
    const { reply } = call(chamber, 'changeTerms', { ...input, hash });
    expect(codesOf(reply)).toEqual(['form.terms-changed-since']);
    expect(rowOf(chamber, formId).values).toContain('"capacity":"2"');
    expect(change(chamber, input).places).toBe('4');
  });

  it('there_and_back_again__is_told_three_times', () => {
    const { chamber, formId } = fullSeminar();
    for (const places of ['10', '20', '10']) change(chamber, { formId, ...same, places });
    const told = records(chamber, '変更履歴').filter((row) => row.区分 === 'フォーム');
    expect(told.map((row) => row.変更後)).toEqual(['10', '20', '10']);
  });

  it('template_without_places__takes_a_closing_day_and_no_places', () => {
    const chamber = setUpChamber(built);
    const { formId } = ask(chamber, 'createForm', { templateId: 'membership-application' });
    expect(ask(chamber, 'formCard', { formId }).places).toBeNull();
    const input = { formId, closesOn: '2026-12-25', places: '', open: false };
    expect(change(chamber, input).closesOn).toBe('2026-12-25');
    const view = ask(chamber, 'formTerms', { ...input, places: '5' });
    expect(view.issues.map((one) => one.code)).toEqual(['form.terms-no-places']);
  });

  it('role__desk_may_not__and_what_was_refused_stands_in_the_log', () => {
    const { chamber, formId } = fullSeminar();
    const desk = 'uketsuke@mihon-cci.example';
    chamber.workspace.addUser({ email: desk, name: '見本 受付', role: 'staff' });
    ask(chamber, 'saveAccess', {
      people: [
        { person: clerk, roles: ['view', 'settings'] },
        { person: desk, roles: ['view', 'desk'] },
      ],
    });
    const input = { formId, ...same, places: '9' };
    const { hash } = ask(chamber, 'formTerms', input);
    expect(codesOf(call(chamber, 'changeTerms', { ...input, hash }, { user: desk }).reply)).toEqual([
      'access.denied',
    ]);
    expect(rowOf(chamber, formId).values).toContain('"capacity":"2"');
    expect(records(chamber, '操作記録').at(-1)).toMatchObject({ 担当者: desk, 結果: '権限なし' });
  });
});

describe('service calls', () => {
  /** A bound that only goes down; each mail that goes out is one more. */
  const most = { look: 26, change: 95 };

  it('look_and_change__take_no_more_for_forty_answers_than_for_four', () => {
    const counts = [4, 40].map((people) => {
      const { chamber, formId } = fullSeminar();
      const form = chamber.workspace.state.forms[formId];
      if (form === undefined) throw new Error('no form');
      const more = Array.from({ length: people - 4 }, (_unused, at) => ({ ...signUp(at + 10), email: '' }));
      putAnswer(chamber, form, ...more);
      ask(chamber, 'collect', {});
      const input = { formId, ...same, places: '3' };
      const look = call(chamber, 'formTerms', input);
      const hash = look.reply.ok ? look.reply.result.hash : '';
      const change = call(chamber, 'changeTerms', { ...input, hash });
      expect(change.reply.ok).toBe(true);
      return { look: look.result.calls.total, change: change.result.calls.total };
    });
    expect(counts[1]).toEqual(counts[0]);
    expect(counts[0]?.look).toBeLessThanOrEqual(most.look);
    expect(counts[0]?.change).toBeLessThanOrEqual(most.change);
  });
});

describe('killed at every call', () => {
  it('changeTerms: two move up, the form is opened again', { timeout: 900_000 }, () => {
    const { chamber, formId } = fullSeminar();
    ask(chamber, 'closeForm', { formId });
    const input = { formId, closesOn: '2026-12-15', places: '5', open: true };
    const { hash } = ask(chamber, 'formTerms', input);
    killedAtEveryCall(built, chamber, ['changeTerms', { ...input, hash }], undefined, undefined, 3);
  });
});
