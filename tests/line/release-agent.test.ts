/** The pull agent on the emulator: what a chamber does with a release of JCCI's, by policy; scenario J3 seen from a chamber. */
import { beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '../../emulator/workspace/platform-error.ts';
import type { Built } from '../support/built.ts';
import { answer, ask, type Chamber, clerk, records, run, soundAnswers } from '../support/chamber.ts';
import {
  addByHand,
  formRow,
  itemOf,
  onlyForm,
  release,
  removeByHand,
  stateOf,
  type TemplateDraft,
  titles,
} from '../support/forms.ts';
import {
  code,
  connected,
  goodHour,
  hour,
  Jcci,
  nextHour,
  packed,
  pointerTo,
  pullState,
} from '../support/release.ts';

const id = 'membership-application';
const membership = (templates: ReadonlyMap<string, TemplateDraft>): TemplateDraft => {
  const found = templates.get(id);
  if (found === undefined) throw new Error('no membership');
  return found;
};

function first(template: TemplateDraft): void {
  template.version = '1.0.0';
  for (const section of template.sections) {
    section.items = section.items.filter((item) => item.key !== 'invoiceNumber');
  }
  itemOf(template, 'antisocialPledge').ownership = 'mandated';
}

/** A required correction, and a new question that is only recommended. */
function second(template: TemplateDraft): void {
  first(template);
  template.version = '1.1.0';
  itemOf(template, 'antisocialPledge').help = '誓約の文を改めました。';
  itemOf(template, 'capital').help = '日商の新しい説明です。';
  template.sections
    .find(({ key }) => key === 'business')
    ?.items.push({ key: 'invoiceNumber', type: 'short', title: '適格請求書発行事業者登録番号' });
}

/** Nothing but the required correction. */
function onlyMandated(template: TemplateDraft): void {
  first(template);
  template.version = '1.1.0';
  itemOf(template, 'antisocialPledge').help = '誓約の文を改めました。';
}

let built: Built;
const v11 = packed('1.1.0', (templates) => second(membership(templates)));
const small = packed('1.1.0', (templates) => onlyMandated(membership(templates)));
beforeAll(async () => {
  built = await release((templates) => first(membership(templates)));
}, 240_000);

function offered(
  text: string,
  templateId?: string,
  values?: Record<string, string>,
): { chamber: Chamber; jcci: Jcci } {
  const jcci = new Jcci();
  const chamber = connected(built, jcci, templateId, values);
  jcci.publish(text, chamber.workspace.now());
  return { chamber, jcci };
}

const pledge = (chamber: Chamber): string => stateOf(chamber, 'antisocialPledge').help;
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

describe('words of messages', () => {
  it('replace_the_programs_own__where_they_can__and_go_back_with_a_roll_back', () => {
    const text = packed('1.1.0', (templates) => onlyMandated(membership(templates)), {
      messages: JSON.stringify({
        'release.deferral-day': { message: '日商の新しい文です。', remedy: '選び直してください。' },
        'release.deferral-long': { message: '{secret} があります。', remedy: '' },
        'no.such.code': { message: '見本', remedy: '' },
      }),
    });
    const { chamber, jcci } = offered(text);
    const told = (deferUntil: string): string => {
      const result = run(chamber, 'rpc', ['saveRelease', { policy: 'mandated', deferUntil }]);
      return JSON.stringify(result.ok && result.value);
    };
    expect(told('2026-11-01')).toContain('見送る日が、今日より前');
    goodHour(chamber);
    expect(told('2026-11-01')).toContain('日商の新しい文です。');
    expect(told('2028-11-01')).toContain('見送りは 90 日までです。');
    jcci.event({ kind: 'roll-back', by: 'jcci', reason: '', rings: [] }, chamber.workspace.now());
    goodHour(chamber);
    expect(told('2026-11-01')).toContain('見送る日が、今日より前');
  });
});

describe('what cannot be followed', () => {
  const pulled = (chamber: Chamber): string => {
    goodHour(chamber);
    return String(pullState(chamber).error);
  };

  it('paused__is_not_taken', () => {
    const { chamber, jcci } = offered(v11);
    jcci.event({ kind: 'pause', by: 'jcci', reason: '' }, chamber.workspace.now());
    goodHour(chamber);
    expect(jcci.asked).toEqual(['rollout']);
    expect(jcci.last()).toMatchObject({ version: '', release: null });
    expect(ask(chamber, 'release', {}).state).toBe('順番待ち');
  });

  it('forged_or_old_rollout__or_nothing_at_all__changes_nothing_and_is_shown', () => {
    const { chamber, jcci } = offered(v11);
    const good = jcci.answer(
      { method: 'GET', url: `x?page=rollout`, headers: {}, contentType: '', body: '' },
      0,
    );
    jcci.forged = good.replace('"seals":{"13-001":"', '"seals":{"13-001":"0');
    expect(pulled(chamber)).toBe('rollout.unreadable');
    jcci.forged = good.replace(/"13-001":"./, '"13-001":"x');
    expect(pulled(chamber)).toBe('rollout.unreadable');
    jcci.forged = good.replace(/"paused\\":false/, '"paused\\":true');
    expect(pulled(chamber)).toBe('rollout.seal');
    jcci.down = true;
    expect(pulled(chamber)).toBe('rollout.unreadable');
    expect(ask(chamber, 'release', {}).problem).not.toBe('');
    jcci.down = false;
    jcci.forged = null;
    jcci.event({ kind: 'pause', by: 'jcci', reason: '' }, chamber.workspace.now());
    expect(pulled(chamber)).toBe('');
    jcci.forged = good;
    expect(pulled(chamber)).toBe('rollout.older');
    expect(formRow(chamber).templateVersion).toBe('1.0.0');
    expect(ask(chamber, 'release', {}).version).toBe('');
  });

  it('release_file_changed_on_the_way__three_times__is_a_failure__and_the_old_one_stays', () => {
    const { chamber, jcci } = offered(v11);
    jcci.releases.set('1.1.0', v11.replace('誓約の文を改めました', '別の文にしました'));
    for (const outcome of [null, null, { version: '1.1.0', outcome: 'failed', error: 'release.hash' }]) {
      goodHour(chamber);
      expect(jcci.last().release).toEqual(outcome);
    }
    expect(pledge(chamber)).not.toContain('別の文');
    expect(ask(chamber, 'release', {})).toMatchObject({ version: '', tone: 'bad' });
    // Mended at JCCI, and offered again: it goes through.
    jcci.releases.set('1.1.0', v11);
    goodHour(chamber);
    expect(jcci.last().release).toMatchObject({ outcome: 'applied' });
  });

  it('file_that_this_program_cannot_read__or_a_newer_program_asked_for__fails_at_once', () => {
    const broken = packed('1.1.0', (templates) => second(membership(templates)), {
      'template.mihon': JSON.stringify({ document: { id: 'mihon' }, mails: {} }),
    });
    const one = offered(broken);
    goodHour(one.chamber);
    expect(one.jcci.last()).toMatchObject({
      version: '',
      release: { outcome: 'failed', error: 'release.content' },
    });
    const newer = packed('1.1.0', (templates) => second(membership(templates)), {}, '9.0.0');
    const two = offered(newer);
    goodHour(two.chamber);
    expect(two.jcci.last()).toMatchObject({
      version: '',
      release: { outcome: 'failed', error: 'release.addon-older' },
    });
  });

  it('form_that_the_chamber_deleted__is_its_own_business_and_stops_no_rollout', () => {
    const { chamber, jcci } = offered(v11);
    const { forms, files } = chamber.workspace.state;
    const formId = onlyForm(chamber).id;
    delete forms[formId];
    delete files[formId];
    nextHour(chamber);
    expect(jcci.last().release).toMatchObject({ outcome: 'applied' });
  });

  it('platform_that_breaks_off__three_hours_long__is_a_failure', () => {
    const { chamber, jcci } = offered(v11);
    for (const outcome of [undefined, undefined, 'failed']) {
      goodHour(chamber, {
        onCall: (_n, name) => {
          if (name === 'Item.update') refuse('Invalid argument: item');
        },
      });
      expect(jcci.got.at(-1)?.release?.outcome).toBe(outcome);
    }
  });
});

describe('survey', () => {
  it('while_answers_are_given__nothing_is_changed__not_even_what_is_required', () => {
    const survey = 'general-survey';
    const text = packed('2.0.0', (templates) => {
      const template = templates.get(survey);
      if (template === undefined) throw new Error('no survey');
      template.version = '99.0.0';
      template.ownership = 'mandated';
      template.description = '日商の新しい説明です。';
    });
    const { chamber, jcci } = offered(text, survey, { surveyName: '見本の調査' });
    const before = JSON.stringify(onlyForm(chamber));
    goodHour(chamber);
    expect(JSON.stringify(onlyForm(chamber))).toBe(before);
    expect(jcci.last().release).toMatchObject({ outcome: 'applied' });
    ask(chamber, 'closeForm', { formId: onlyForm(chamber).id });
    chamber.workspace.advance(24 * hour);
    goodHour(chamber);
    expect(onlyForm(chamber).description).toBe('日商の新しい説明です。');
  });
});

describe('who looks', () => {
  it('two_accounts_in_one_hour__one_looks', () => {
    const { chamber, jcci } = offered(v11);
    const other = 'other@mihon-cci.example';
    chamber.workspace.addUser({ email: other, name: '見本 次郎', role: 'staff' });
    ask(chamber, 'overview', {});
    run(chamber, 'rpc', ['mend', { id: 'hourly' }], { user: other });
    goodHour(chamber);
    run(chamber, 'hourlyCatchUp', [], { kind: 'trigger', user: other });
    expect(jcci.asked.filter((page) => page === 'rollout')).toHaveLength(1);
  });

  it('owner_of_the_trigger_has_left__whoever_opens_the_program_next_takes_over', () => {
    const { chamber, jcci } = offered(v11);
    const other = 'other@mihon-cci.example';
    chamber.workspace.addUser({ email: other, name: '見本 次郎', role: 'staff' });
    chamber.workspace.state.triggers.length = 0;
    chamber.workspace.advance(4 * hour);
    const visit = run(chamber, 'rpc', ['attention', {}], { user: other });
    expect(visit.ok).toBe(true);
    expect(chamber.workspace.state.triggers.map(({ owner, handler }) => `${owner} ${handler}`)).toEqual([
      `${other} hourlyCatchUp`,
    ]);
    chamber.workspace.advance(hour);
    const runs = chamber.runtime.runDueTriggers();
    expect(runs.map(({ ok }) => ok)).toEqual([true]);
    expect(pledge(chamber)).toBe('誓約の文を改めました。');
    expect(jcci.last().release).toMatchObject({ outcome: 'applied' });
  });

  it('not_connected__nobody_is_asked_anything', () => {
    const jcci = new Jcci();
    const chamber = connected(built, jcci);
    jcci.publish(v11, chamber.workspace.now());
    ask(chamber, 'connectRelease', { code: '' });
    goodHour(chamber);
    expect(jcci.asked).toEqual([]);
    expect(ask(chamber, 'release', {}).chamber).toBe('');
  });

  it('nothing_new__is_a_handful_of_calls', () => {
    const { chamber } = offered(small);
    goodHour(chamber);
    const linked = goodHour(chamber).calls.total;
    ask(chamber, 'connectRelease', { code: '' });
    const bare = goodHour(chamber).calls.total;
    expect(linked - bare).toBeLessThanOrEqual(18);
  });
});

it('pointer__is_what_the_release_says', () => {
  expect(pointerTo(v11).version).toBe('1.1.0');
});
