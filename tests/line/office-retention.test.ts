/** 保存期間: what is destroyed when, what is never touched, and that nothing that identifies a person stays. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../addon/view/protocol.ts';
import { addItem } from '../../emulator/workspace/forms.ts';
import { type Built, buildProduct } from '../support/built.ts';
import {
  answer,
  ask,
  type Chamber,
  call,
  chamberFrom,
  clerk,
  readyChamber,
  records,
  run,
  sheetRows,
  snapshot,
  soundAnswers,
  theForm,
} from '../support/chamber.ts';
import { endState } from '../support/end-state.ts';
import { tellingCalls } from '../support/office.ts';
import { approveChange, businesses, registerChamber } from '../support/register.ts';
import { decide, exported, heldTexts, toMember } from '../support/retention.ts';
import { makeForm, putAnswer, seminarValues, setUpChamber, signUp, submit } from '../support/submissions.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const everything = { state: '', search: '', offset: 0, limit: 100 };
const days = (chamber: Chamber, count: number): void => chamber.workspace.advance(count * 86_400_000);
const idOf = (chamber: Chamber, name: string): string =>
  ask(chamber, 'queue', everything).rows.find((row) => row.name === name)?.applicationId ?? '';

const memberRules: Input<'saveRetention'>['rules'] = [
  { templateId: 'membership-application', start: 'withdrawn', days: 30 },
  { templateId: 'membership-application', start: 'member', days: 30 },
];

/** A seminar that closed, with three answers. */
function closedSeminar(): Chamber {
  const chamber = setUpChamber(built);
  const form = makeForm(chamber, 'seminar-registration', seminarValues);
  for (const index of [1, 2, 3]) {
    submit(chamber, form, signUp(index));
    chamber.workspace.advance(60_000);
  }
  ask(chamber, 'saveRetention', {
    rules: [{ templateId: 'seminar-registration', start: 'closing', days: 30 }],
  });
  days(chamber, 15);
  const result = run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' });
  if (!result.ok) throw new Error(result.error.message);
  return chamber;
}

const businessNumbers = businesses.map((one) => one.事業所番号 ?? '');

const linked = (chamber: Chamber): number => (sheetRows(chamber, 'フォームの回答 1') ?? []).length - 1;

describe('rules', () => {
  it('none__nothing_is_ever_due', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    days(chamber, 4000);
    const preview = ask(chamber, 'destructionPreview', {});
    expect(preview).toMatchObject({ total: 0, forms: [], refused: [] });
    expect(ask(chamber, 'destroy', { hash: preview.hash })).toMatchObject({
      recordId: '',
      destroyed: 0,
      left: 0,
    });
    expect(theForm(chamber).responses.length).toBe(1);
  });

  it('targets__are_the_forms_of_the_chamber__rules_are_shown_in_words', () => {
    const chamber = readyChamber(built);
    ask(chamber, 'saveRetention', { rules: memberRules });
    const view = ask(chamber, 'retention', {});
    expect(view.targets.map(({ starts }) => starts.map(({ label }) => label))).toEqual([['会員', '取下げ']]);
    expect(view.rules.map(({ words }) => words)).toEqual(['取下げから30日', '会員から30日']);
    const row = records(chamber, '設定').find(({ キー }) => キー === 'retention');
    expect(row?.値).toBe('membership-application 取下げから30日\nmembership-application 会員から30日');
  });

  it.each([
    [{ templateId: 'membership-application', start: 'closing' as const, days: 1 }, 'retention.template'],
    [{ templateId: 'nothing', start: 'member' as const, days: 1 }, 'retention.template'],
  ])('%j: refused, nothing stored', (rule, code) => {
    const chamber = readyChamber(built);
    expect(call(chamber, 'saveRetention', { rules: [rule] }).reply).toMatchObject({
      ok: false,
      issues: [{ code }],
    });
    expect(ask(chamber, 'retention', {}).rules).toEqual([]);
  });

  it('line_of_settings_that_cannot_be_read__nothing_is_destroyed', () => {
    const chamber = closedSeminar();
    days(chamber, 60);
    const sheet = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
      ({ name }) => name === '設定',
    );
    for (const cells of Object.values(sheet?.cells ?? {})) {
      if (cells[3]?.t === 'text' && cells[3].v === 'retention') {
        cells[1] = { t: 'text', v: 'seminar-registration 締切から30日\nなるべく早く' };
      }
    }
    const preview = ask(chamber, 'destructionPreview', {});
    expect(preview).toMatchObject({ total: 0, issues: [{ code: 'retention.line' }] });
    expect(call(chamber, 'destroy', { hash: preview.hash }).reply).toMatchObject({
      ok: false,
      issues: [{ code: 'retention.line' }],
    });
  });
});

describe('destruction', () => {
  it('seminar__30_days_after_closing__answers_rows_and_names_are_gone_and_recorded', () => {
    const chamber = closedSeminar();
    days(chamber, 29 - 15 + 14);
    expect(ask(chamber, 'destructionPreview', {}).total).toBe(0);
    days(chamber, 3);
    expect(ask(chamber, 'health', {}).rows.find(({ id }) => id === 'retention')).toMatchObject({
      state: 'warn',
    });
    const preview = ask(chamber, 'destructionPreview', {});
    expect(preview.forms).toMatchObject([{ count: 3, oldest: '2026-11-24', rule: '締切から30日' }]);
    expect(preview.warnings.join()).toContain('元に戻せません');
    expect(linked(chamber)).toBe(3);
    const report = ask(chamber, 'destroy', { hash: preview.hash });
    expect(report).toMatchObject({
      recordId: '廃棄-001',
      destroyed: 3,
      left: 0,
      rowsLeft: 0,
      sheet: '廃棄記録',
    });
    expect(theForm(chamber).responses).toEqual([]);
    expect(linked(chamber)).toBe(0);
    const held = heldTexts(chamber);
    for (const index of [1, 2, 3]) {
      for (const secret of [
        `見本 ${index}号`,
        `見本商店${index}`,
        `guest${index}@`,
        `1234-${1000 + index}`,
        `1234${1000 + index}`,
      ]) {
        expect(held.includes(secret), secret).toBe(false);
      }
    }
    expect(records(chamber, '廃棄記録')).toMatchObject([
      {
        廃棄番号: '廃棄-001',
        担当者: clerk,
        規則: '締切から30日',
        件数: '3',
        最も古い受付日: '2026-11-24',
        状態: '廃棄済',
        残った行: '0',
      },
    ]);
    expect(records(chamber, '廃棄記録')[0]?.['SHA-256']).toBe(report.sha256);
    expect(report.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(records(chamber, '申込・回答').map((row) => [row.受付番号, row.状態])).toHaveLength(3);
    expect(ask(chamber, 'destroy', { hash: preview.hash })).toEqual(report);
    expect(ask(chamber, 'destructionPreview', {}).total).toBe(0);
    const later = run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' });
    expect(later.ok).toBe(true);
    expect(heldTexts(chamber).includes('見本商店1')).toBe(false);
  });

  it('question_of_the_chamber_itself__its_answers_go_too', () => {
    const chamber = setUpChamber(built);
    const form = makeForm(chamber, 'seminar-registration', seminarValues);
    const own = addItem(chamber.workspace, form, 'TEXT');
    own.title = '同行される方';
    putAnswer(chamber, form, signUp(1));
    const [response] = form.responses;
    if (response !== undefined) response.answers[own.id] = '見本 九郎';
    ask(chamber, 'collect', {});
    expect(heldTexts(chamber)).toContain('見本 九郎');
    ask(chamber, 'saveRetention', {
      rules: [{ templateId: 'seminar-registration', start: 'received', days: 30 }],
    });
    days(chamber, 40);
    ask(chamber, 'destroy', { hash: ask(chamber, 'destructionPreview', {}).hash });
    expect(heldTexts(chamber)).not.toContain('見本 九郎');
  });

  it('applications__withdrawn_and_imported_members_go__others_stay_and_are_told', () => {
    const chamber = readyChamber(built);
    for (const index of [1, 2, 3, 4]) {
      answer(chamber, soundAnswers(index));
      chamber.workspace.advance(60_000);
    }
    const [withdrawn = '', member = '', waiting = ''] = [1, 2, 3].map((index) =>
      idOf(chamber, `見本商店${index}`),
    );
    ask(chamber, 'correct', {
      applicationId: member,
      version: 1,
      key: 'phone',
      value: '03-9999-0000',
      reason: '内緒の電話',
    });
    decide(chamber, withdrawn, 'withdraw', '内緒の都合');
    toMember(chamber, member);
    exported(chamber, 'imported');
    toMember(chamber, waiting);
    exported(chamber, null);
    ask(chamber, 'saveRetention', { rules: memberRules });
    days(chamber, 40);
    const preview = ask(chamber, 'destructionPreview', {});
    expect(preview.forms.map(({ rule, count }) => [rule, count])).toEqual([
      ['取下げから30日', 1],
      ['会員から30日', 1],
    ]);
    expect(preview.refused).toMatchObject([{ count: 1, reason: expect.stringContaining('取込済') }]);
    expect(ask(chamber, 'destroy', { hash: preview.hash })).toMatchObject({ destroyed: 2, left: 0 });
    expect(
      theForm(chamber)
        .responses.map(({ id }) => id)
        .sort(),
    ).toEqual([waiting, idOf(chamber, '見本商店4')].sort());
    const held = heldTexts(chamber);
    for (const secret of [
      '見本商店1',
      '見本商店2',
      'owner1@',
      'owner2@',
      '03-9999-0000',
      '0399990000',
      '内緒の',
    ]) {
      expect(held.includes(secret), secret).toBe(false);
    }
    for (const kept of ['見本商店3', '見本商店4', 'owner3@', 'owner4@'])
      expect(held.includes(kept), kept).toBe(true);
    const rows = ask(chamber, 'queue', everything).rows;
    expect(rows.map(({ name, state }) => [name, state.label])).toEqual([
      ['見本商店4', '仮申込'],
      ['見本商店3', '会員'],
      ['', '会員'],
      ['', '取下げ'],
    ]);
    answer(chamber, soundAnswers(5));
    expect(ask(chamber, 'queue', everything).rows.map(({ receiptNumber }) => receiptNumber)).toEqual([
      'R8-0005',
      'R8-0004',
      'R8-0003',
      'R8-0002',
      'R8-0001',
    ]);
  });

  it('register__discarded_answers_go__approved_ones_wait_for_the_ledger', () => {
    const chamber = registerChamber(built);
    const [first = '', second = ''] = businessNumbers;
    approveChange(chamber, first, { phone: '03-5555-6666' });
    const { answerId, version } = ask(chamber, 'enterAnswer', {
      businessNumber: second,
      ground: '電話の見本次郎様',
      typed: { changeStatus: '変更あり', respondentName: '見本 次郎', phone: '03-7777-8888' },
    });
    const takes = {};
    ask(chamber, 'decideAnswer', {
      answerId,
      version,
      action: 'discard',
      takes,
      businessNumber: '',
      reason: '見本次郎様の間違い',
    });
    ask(chamber, 'saveRetention', {
      rules: [
        { templateId: 'register-update', start: 'imported', days: 10 },
        { templateId: 'register-update', start: 'discarded', days: 10 },
      ],
    });
    days(chamber, 20);
    const preview = ask(chamber, 'destructionPreview', {});
    expect(preview).toMatchObject({
      total: 1,
      refused: [{ count: 1, reason: expect.stringContaining('台帳に') }],
    });
    expect(ask(chamber, 'destroy', { hash: preview.hash })).toMatchObject({ destroyed: 1, left: 0 });
    const held = heldTexts(chamber);
    for (const secret of ['見本 次郎', '見本次郎', '03-7777-8888', '0377778888']) {
      expect(held.includes(secret), secret).toBe(false);
    }
    expect(held.includes('見本 花子')).toBe(true);
    const profile = { profileId: 'toas-provisional', kind: 'updates' } as const;
    expect(ask(chamber, 'exportPreview', profile).rows).toBe(1);
  });

  it('closed_by_hand_without_a_day__refused_with_the_reason', () => {
    const chamber = setUpChamber(built);
    const form = makeForm(chamber, 'seminar-registration', { ...seminarValues, closesOn: '' });
    submit(chamber, form, signUp(1));
    ask(chamber, 'saveRetention', {
      rules: [{ templateId: 'seminar-registration', start: 'closing', days: 1 }],
    });
    ask(chamber, 'closeForm', { formId: form.id });
    days(chamber, 400);
    const preview = ask(chamber, 'destructionPreview', {});
    expect(preview).toMatchObject({
      total: 0,
      refused: [{ count: 1, reason: expect.stringContaining('締切の日') }],
    });
  });

  it('answer_not_taken_in_and_one_of_the_same_second__stay', () => {
    const chamber = closedSeminar();
    const form = theForm(chamber);
    const [first] = form.responses;
    if (first === undefined) throw new Error('no answer');
    form.responses.push({ ...first, id: 'late-answer' });
    days(chamber, 60);
    const { hash } = ask(chamber, 'destructionPreview', {});
    const report = ask(chamber, 'destroy', { hash });
    expect(report).toMatchObject({ destroyed: 3 });
    expect(form.responses.map(({ id }) => id)).toEqual(['late-answer']);
    expect(linked(chamber)).toBe(1);
  });

  it('what_was_seen_has_changed__refused_and_nothing_goes', () => {
    const chamber = closedSeminar();
    days(chamber, 60);
    const { hash } = ask(chamber, 'destructionPreview', {});
    ask(chamber, 'saveRetention', {
      rules: [{ templateId: 'seminar-registration', start: 'received', days: 30 }],
    });
    expect(call(chamber, 'destroy', { hash }).reply).toMatchObject({
      ok: false,
      issues: [{ code: 'retention.changed' }],
    });
    expect(theForm(chamber).responses.length).toBe(3);
    expect(records(chamber, '廃棄記録')).toEqual([]);
  });

  it('more_than_one_step__all_of_it_goes_and_is_counted_once', { timeout: 300_000 }, () => {
    const chamber = setUpChamber(built);
    const form = makeForm(chamber, 'seminar-registration', { ...seminarValues, capacity: '' });
    putAnswer(chamber, form, ...Array.from({ length: 120 }, (_unused, index) => signUp(index)));
    ask(chamber, 'collect', {});
    days(chamber, 2);
    ask(chamber, 'saveRetention', {
      rules: [{ templateId: 'seminar-registration', start: 'received', days: 1 }],
    });
    const { hash, total } = ask(chamber, 'destructionPreview', {});
    expect(total).toBe(120);
    expect(ask(chamber, 'destroy', { hash })).toMatchObject({ destroyed: 120, left: 0 });
    expect(form.responses).toEqual([]);
    expect(records(chamber, '廃棄記録').map((row) => [row.件数, row.状態])).toEqual([['120', '廃棄済']]);
  });

  it('destroy__killed_before_each_call_and_called_again__same_end', { timeout: 600_000 }, () => {
    const origin = closedSeminar();
    days(origin, 60);
    const { hash } = ask(origin, 'destructionPreview', {});
    const state = snapshot(origin);
    const end = (chamber: Chamber) => ({
      state: endState(chamber),
      responses: theForm(chamber).responses.length,
      linked: linked(chamber),
    });
    const { calls, whole } = tellingCalls(built, state, origin.bookId, ['destroy', { hash }]);
    const wanted = end(whole);
    expect(wanted).toMatchObject({ responses: 0, linked: 0 });
    expect(calls.length).toBeGreaterThan(10);
    for (const at of calls) {
      const chamber = chamberFrom(built, state, origin.bookId);
      expect(run(chamber, 'rpc', ['destroy', { hash }], { failAtCall: at }).ok).toBe(false);
      expect(ask(chamber, 'destroy', { hash })).toMatchObject({ destroyed: 3, left: 0 });
      expect(end(chamber), `killed at call ${at}`).toEqual(wanted);
    }
  });
});
