/** The pull agent on the emulator: what a chamber does with a release of JCCI's, by policy; scenario J3 seen from a chamber. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Built } from '../support/built.ts';
import { answer, ask, type Chamber, clerk, records, run, soundAnswers } from '../support/chamber.ts';
import { addByHand, formRow, itemOf, onlyForm, removeByHand, stateOf, titles } from '../support/forms.ts';
import { code, goodHour, hour, packed, pointerTo } from '../support/release.ts';
import {
  mandatedRelease,
  membership,
  mixedRelease,
  offeredTo,
  onlyMandated,
  pledge,
  programBefore,
  type World,
} from '../support/release-samples.ts';

const id = 'membership-application';

let built: Built;
const v11 = mixedRelease();
const small = mandatedRelease();
beforeAll(async () => {
  built = await programBefore();
}, 240_000);

const offered = (text: string, templateId?: string, values?: Record<string, string>): World =>
  offeredTo(built, text, templateId, values);

const mails = ({ workspace }: Chamber) =>
  workspace.state.mails.filter(({ subject }) => subject.includes('フォームの更新'));

describe('default policy', () => {
  it('required_correction_comes_by_itself__the_rest_waits_and_one_mail_goes_out', () => {
    const { chamber, jcci } = offered(v11);
    stateOf(chamber, 'phone').title = '代表電話';
    goodHour(chamber);
    expect(pledge(chamber)).toBe('誓約の文を改めました。');
    expect(titles(chamber)).not.toContain('適格請求書発行事業者登録番号');
    expect(stateOf(chamber, 'phone').title).toBe('代表電話');
    // The version is the old one still: most of the new one waits.
    expect(formRow(chamber).templateVersion).toBe('1.0.0');
    expect(jcci.last()).toMatchObject({
      chamber: code,
      version: '1.1.0',
      release: { version: '1.1.0', outcome: 'applied', error: '' },
      waiting: 1,
      forms: [{ template: id, version: '1.0.0', count: 1 }],
    });
    expect(mails(chamber)).toHaveLength(1);
    expect(mails(chamber)[0]).toMatchObject({ to: [clerk] });
    goodHour(chamber);
    goodHour(chamber);
    expect(mails(chamber)).toHaveLength(1);
    expect(jcci.got).toHaveLength(1);
    expect(ask(chamber, 'attention', {}).updates).toBe(1);
    expect(ask(chamber, 'release', {})).toMatchObject({
      chamber: code,
      version: '1.1.0',
      waiting: 1,
      problem: '',
    });
    // The history says what came, and that nobody pressed a button for it.
    expect(
      records(chamber, '変更履歴').filter((row) => row['理由・規則'] === 'ひな形の更新').length,
    ).toBeGreaterThan(0);

    // A person then looks at the rest and takes it: nothing is done twice, and the version goes up.
    const formId = onlyForm(chamber).id;
    const plan = ask(chamber, 'updatePlan', { formId });
    ask(chamber, 'applyUpdate', { formId, hash: plan.hash, decisions: [] });
    expect(titles(chamber)).toContain('適格請求書発行事業者登録番号');
    expect(formRow(chamber).templateVersion).toBe('1.1.0');
    chamber.workspace.advance(24 * hour);
    goodHour(chamber);
    expect(jcci.last().waiting).toBe(0);
  });

  it('nothing_but_required_corrections__the_version_goes_up_and_nobody_is_written_to', () => {
    const { chamber, jcci } = offered(small);
    goodHour(chamber);
    expect(pledge(chamber)).toBe('誓約の文を改めました。');
    expect(formRow(chamber).templateVersion).toBe('1.1.0');
    expect(mails(chamber)).toEqual([]);
    expect(jcci.last()).toMatchObject({ waiting: 0, release: { outcome: 'applied' } });
  });

  it('answers_that_come_afterwards__are_read_with_the_new_template', () => {
    const { chamber } = offered(v11);
    goodHour(chamber);
    const formId = onlyForm(chamber).id;
    ask(chamber, 'applyUpdate', { formId, hash: ask(chamber, 'updatePlan', { formId }).hash, decisions: [] });
    answer(chamber, { ...soundAnswers(1), invoiceNumber: 'T1234567890123' });
    const [row] = records(chamber, '_records');
    expect(JSON.stringify(row)).toContain('T1234567890123');
  });
});

describe('other policies', () => {
  it('ask__nothing_is_changed_and_the_plan_is_ready', () => {
    const { chamber, jcci } = offered(v11);
    ask(chamber, 'saveRelease', { policy: 'ask', deferUntil: '' });
    const before = JSON.stringify(onlyForm(chamber).items);
    goodHour(chamber);
    expect(JSON.stringify(onlyForm(chamber).items)).toBe(before);
    expect(jcci.last()).toMatchObject({ release: { outcome: 'waiting' }, waiting: 1 });
    const plan = ask(chamber, 'updatePlan', { formId: onlyForm(chamber).id });
    expect(plan.to).toBe('1.1.0');
    expect(mails(chamber)).toHaveLength(1);
  });

  it('all__whatever_needs_no_decision__is_done', () => {
    const { chamber, jcci } = offered(v11);
    ask(chamber, 'saveRelease', { policy: 'all', deferUntil: '' });
    removeByHand(chamber, 'fax');
    addByHand(chamber, 'TEXT', '紹介してくださった方');
    goodHour(chamber);
    expect(titles(chamber)).toEqual(
      expect.arrayContaining(['適格請求書発行事業者登録番号', '紹介してくださった方']),
    );
    expect(titles(chamber)).not.toContain('FAX番号');
    expect(formRow(chamber).templateVersion).toBe('1.1.0');
    expect(jcci.last()).toMatchObject({ waiting: 0, version: '1.1.0' });
  });

  it('all__but_both_changed_the_same__only_the_required_comes_and_the_conflict_is_counted', () => {
    const { chamber, jcci } = offered(v11);
    ask(chamber, 'saveRelease', { policy: 'all', deferUntil: '' });
    stateOf(chamber, 'capital').help = '自所の説明です。';
    goodHour(chamber);
    expect(stateOf(chamber, 'capital').help).toBe('自所の説明です。');
    expect(pledge(chamber)).toBe('誓約の文を改めました。');
    expect(titles(chamber)).not.toContain('適格請求書発行事業者登録番号');
    expect(jcci.last()).toMatchObject({ waiting: 1, conflicts: 1, release: { outcome: 'applied' } });
  });

  it('unreadable_policy_in_the_sheet__counts_as_ask', () => {
    const { chamber } = offered(v11);
    ask(chamber, 'saveRelease', { policy: 'all', deferUntil: '' });
    const book = chamber.workspace.state.spreadsheets[chamber.bookId];
    const sheet = book?.sheets.find(({ name }) => name === '設定');
    for (const cells of Object.values(sheet?.cells ?? {})) {
      for (const cell of Object.values(cells)) {
        if (cell.t === 'text' && cell.v === '確認の要らない変更はすべて自動で反映') cell.v = 'おまかせ';
      }
    }
    const before = JSON.stringify(onlyForm(chamber).items);
    goodHour(chamber);
    expect(ask(chamber, 'release', {}).policy).toBe('ask');
    expect(JSON.stringify(onlyForm(chamber).items)).toBe(before);
  });
});

describe('deferral', () => {
  it('holds_everything_off__says_so__and_ends_by_itself', () => {
    const { chamber, jcci } = offered(v11);
    ask(chamber, 'saveRelease', { policy: 'mandated', deferUntil: '2026-11-25' });
    goodHour(chamber);
    expect(pledge(chamber)).not.toBe('誓約の文を改めました。');
    expect(jcci.last()).toMatchObject({
      version: '',
      deferredUntil: '2026-11-25',
      release: { outcome: 'deferred' },
    });
    expect(ask(chamber, 'release', {}).state).toBe('見送り〜2026-11-25');
    expect(ask(chamber, 'attention', {}).updates).toBe(0);
    chamber.workspace.advance(48 * hour);
    goodHour(chamber);
    expect(pledge(chamber)).toBe('誓約の文を改めました。');
    expect(jcci.last()).toMatchObject({ deferredUntil: '', release: { outcome: 'applied' } });
    expect(ask(chamber, 'release', {}).deferUntil).toBe('');
  });

  it('day_that_is_gone_or_too_far__is_refused', () => {
    const { chamber } = offered(v11);
    const tried = (deferUntil: string): unknown =>
      JSON.parse(JSON.stringify(run(chamber, 'rpc', ['saveRelease', { policy: 'mandated', deferUntil }])));
    expect(tried('2026-11-01')).toMatchObject({
      value: { ok: false, issues: [{ code: 'release.deferral-day' }] },
    });
    expect(tried('2027-11-01')).toMatchObject({
      value: { ok: false, issues: [{ code: 'release.deferral-long' }] },
    });
    expect(tried('あした')).toMatchObject({
      value: { ok: false, issues: [{ code: 'release.deferral-day' }] },
    });
  });
});

describe('roll-back', () => {
  it('brings_the_form_back__keeps_answers_and_own_changes__and_the_data_of_before', () => {
    const { chamber, jcci } = offered(v11);
    ask(chamber, 'saveRelease', { policy: 'all', deferUntil: '' });
    stateOf(chamber, 'phone').title = '代表電話';
    const old = pledge(chamber);
    goodHour(chamber);
    answer(chamber, { ...soundAnswers(1), invoiceNumber: 'T1234567890123' });
    // The chamber goes on changing its form after the update.
    stateOf(chamber, 'email').help = '自所で直しました。';
    jcci.event({ kind: 'roll-back', by: 'jcci', reason: '', rings: [] }, chamber.workspace.now());
    goodHour(chamber);
    expect(pledge(chamber)).toBe(old);
    expect(stateOf(chamber, 'phone').title).toBe('代表電話');
    expect(stateOf(chamber, 'email').help).toBe('自所で直しました。');
    expect(formRow(chamber).templateVersion).toBe('1.0.0');
    expect(records(chamber, '_records')).toHaveLength(1);
    expect(onlyForm(chamber).responses).toHaveLength(1);
    expect(jcci.last()).toMatchObject({ version: '', release: { version: '1.1.0', outcome: 'undone' } });
    expect(ask(chamber, 'release', {})).toMatchObject({ version: '', state: '取り消し済み' });
    const count = jcci.got.length;
    goodHour(chamber);
    expect(jcci.got).toHaveLength(count);
  });

  it('to_the_release_before__not_to_what_the_program_ships', () => {
    const { chamber, jcci } = offered(small);
    goodHour(chamber);
    const next = packed('1.2.0', (templates) => {
      onlyMandated(membership(templates));
      membership(templates).version = '1.2.0';
      itemOf(membership(templates), 'antisocialPledge').help = '悪い文です。';
    });
    jcci.publish(next, chamber.workspace.now(), small);
    goodHour(chamber);
    expect(pledge(chamber)).toBe('悪い文です。');
    jcci.event({ kind: 'roll-back', by: 'jcci', reason: '', rings: [] }, chamber.workspace.now());
    goodHour(chamber);
    expect(pledge(chamber)).toBe('誓約の文を改めました。');
    expect(formRow(chamber).templateVersion).toBe('1.1.0');
    expect(jcci.last()).toMatchObject({ version: '1.1.0', release: { version: '1.2.0', outcome: 'undone' } });
  });

  it('never_taken__nothing_to_give_back__is_said', () => {
    const { chamber, jcci } = offered(v11);
    jcci.event({ kind: 'roll-back', by: 'jcci', reason: '', rings: [] }, chamber.workspace.now());
    const before = JSON.stringify(onlyForm(chamber).items);
    goodHour(chamber);
    expect(JSON.stringify(onlyForm(chamber).items)).toBe(before);
    expect(jcci.last().release).toMatchObject({ outcome: 'undone' });
  });
});

it('pointer__is_what_the_release_says', () => {
  expect(pointerTo(v11).version).toBe('1.1.0');
});
