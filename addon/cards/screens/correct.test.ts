/** 直す and 更新 as data: how a value is given, what a press carries, and what a card leaves to the sheet. */
import { describe, expect, it } from 'vitest';
import { makeApplication } from '../../sidebar/testing/mock-data.ts';
import type { UpdatePlanView } from '../../view/forms-protocol.ts';
import type { ApplicationView, EditView, FieldView, IssueView } from '../../view/protocol.ts';
import { type Card, type Press, type Widget, withinLimits } from '../model.ts';
import { caseCard } from './case.ts';
import { correctCard, fitsCard } from './correct.ts';
import { markCard } from './csv.ts';
import { planCard } from './plan.ts';

const edit: EditView = { value: '03-1234', lines: 0, options: [], several: false, hint: '' };
const field = (more: Partial<FieldView> = {}): FieldView => ({
  key: 'phone',
  label: '電話番号',
  shown: '03-1234',
  typed: '03-1234',
  changed: false,
  ruleLabel: '',
  original: null,
  edit,
  ...more,
});
const problem: IssueView = {
  code: 'phone.format',
  severity: 'error',
  severityLabel: '直す',
  key: 'phone',
  label: '電話番号',
  message: '電話番号の形が違います。',
  remedy: '',
  value: '03-1234',
  suggestion: '03-1234-0000',
};
const view: ApplicationView = {
  ...makeApplication(0, true),
  sections: [{ title: '見本', fields: [field()] }],
  issues: [problem],
};

const widgets = (card: Card): readonly Widget[] => card.sections.flatMap((one) => one.widgets);
const editorOf = (card: Card): Widget | undefined =>
  widgets(card).find((one) => 'name' in one && one.name === 'value');
const pressesOf = (card: Card): readonly Extract<Press, { act: string }>[] => {
  const all: Extract<Press, { act: string }>[] = [];
  JSON.stringify(card, (_name, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'act' in value && 'with' in value)
      all.push(value as Extract<Press, { act: string }>);
    return value;
  });
  return all;
};

describe('直す', () => {
  const options = [
    { value: '株式会社', label: '株式会社' },
    { value: '合同会社', label: '合同会社' },
  ];

  it('value_of_one_line__is_typed__one_of_several_lines_too', () => {
    expect(editorOf(correctCard(view, field(), edit, {}))).toMatchObject({ kind: 'input', value: '03-1234' });
    expect(editorOf(correctCard(view, field(), { ...edit, lines: 4 }, {}))).toMatchObject({ isLong: true });
  });

  it('choice__keeps_what_was_typed_beside_the_options__several_are_ticked', () => {
    expect(editorOf(correctCard(view, field(), { ...edit, value: '有限', options }, {}))).toMatchObject({
      kind: 'choice',
      value: '有限',
      options: [{ value: '' }, { label: '有限（入力のまま）' }, ...options],
    });
    const several = { ...edit, value: '株式会社;有限', options, several: true };
    expect(editorOf(correctCard(view, field(), several, {}))).toMatchObject({
      kind: 'ticks',
      values: ['株式会社', '有限'],
    });
  });

  it('more_options_than_a_card_takes__are_typed', () => {
    const many = Array.from({ length: 99 }, (_unused, at) => ({ value: `${at}`, label: `${at}` }));
    expect(editorOf(correctCard(view, field(), { ...edit, options: many }, {}))).toMatchObject({
      kind: 'input',
    });
  });

  it('value_that_a_card_would_cut__does_not_fit', () => {
    expect(fitsCard({ ...edit, value: '長'.repeat(2000) })).toBe(true);
    expect(fitsCard({ ...edit, value: '長'.repeat(2001) })).toBe(false);
    const whole = '長'.repeat(2000);
    const card = withinLimits(correctCard(view, field(), { ...edit, value: whole }, {}));
    expect(editorOf(card)).toMatchObject({ value: whole });
  });

  it('application__values_and_problems_lead_to_it__the_proposal_travels_in_no_press', () => {
    const card = caseCard(view, {});
    const given = pressesOf(card).filter(({ act }) => act === 'takeProposal' || act === 'askCorrect');
    expect(given.map(({ act }) => act).sort()).toEqual(['askCorrect', 'askCorrect', 'takeProposal']);
    expect(JSON.stringify(given)).not.toContain('0000');
    expect(JSON.stringify(card)).toContain('「03-1234-0000」にする');
  });

  it('consent__and_withdrawn_application__cannot_be_put_right', () => {
    const consent = { ...view, sections: [{ title: '見本', fields: [field({ edit: null })] }] };
    const over = { ...view, state: { id: 'withdrawn', label: '取下げ' } };
    for (const one of [consent, over]) {
      expect(pressesOf(caseCard(one, {})).map(({ act }) => act)).not.toContain('askCorrect');
      expect(pressesOf(caseCard(one, {})).map(({ act }) => act)).not.toContain('takeProposal');
    }
  });
});

describe('取込みの結果', () => {
  it('failed__says_that_the_rows_come_back__and_neither_can_be_taken_back', () => {
    const batch = {
      batchId: 'R8-B001',
      kind: 'applications',
      kindLabel: '入会申込',
      madeAt: '2026-11-24 10:05',
      by: '',
      rows: 3,
      fileName: '見本.csv',
      fileUrl: '',
      profileName: '',
      profileVerified: true,
      state: 'made',
      stateLabel: '',
      sha256: '',
      held: 0,
      substitutes: [],
      checked: [],
      notChecked: [],
    } as const;
    const words = JSON.stringify(markCard(batch, 'failed'));
    expect(words).toContain('すべて「出力待ち」に戻ります');
    for (const result of ['failed', 'imported'] as const) {
      expect(JSON.stringify(markCard(batch, result))).toContain('あとから変えられません');
    }
  });
});

describe('ひな型の更新', () => {
  const plan: UpdatePlanView = {
    form: {
      formId: 'f1',
      title: '見本',
      templateId: 't',
      templateTitle: '見本',
      version: '1.0.0',
      newest: '1.1.0',
      state: { id: 'open', label: '受付中' },
      update: { id: 'available', label: '更新あり' },
      closesOn: '',
      places: null,
      ownChanges: null,
      publishedUrl: '',
      editUrl: '',
      madeAt: '',
      canRollBack: false,
    },
    from: '1.0.0',
    to: '1.1.0',
    headline: '1か所を加えます。',
    groups: [
      {
        id: 'added',
        label: '追加',
        hint: '',
        entries: [
          {
            id: 'e',
            title: '登録番号',
            part: '',
            what: '加えます。',
            before: '',
            after: '',
            ownershipLabel: '推奨',
          },
        ],
      },
      { id: 'kept', label: '残す', hint: '', entries: [] },
    ],
    conflicts: [],
    stopped: null,
    issues: [],
    seenAt: '',
    hash: 'h',
  };
  const acts = (view: UpdatePlanView) => pressesOf(planCard(view, 'https://docs.google.com/x'));
  const conflict = {
    element: 'e',
    property: 'title',
    title: '業種',
    part: '題',
    reason: '',
    ownershipLabel: '',
    base: '',
    theirs: '',
    ours: '',
    isText: true,
    theirsLabel: '',
    oursLabel: '',
    theirsWords: '',
    oursWords: '',
  };
  const stopped = { entryId: 'x', undoes: false, done: 1, total: 2, at: '', by: '' };

  it('nothing_to_decide__is_applied_with_the_hash_that_was_seen', () => {
    expect(acts(plan)[0]).toEqual({ act: 'applyPlan', with: { id: 'f1', hash: 'h', changes: '1' } });
  });

  it('conflict__is_named_and_decided_in_the_sheet', () => {
    const card = planCard({ ...plan, conflicts: [conflict] }, 'https://docs.google.com/x');
    expect(pressesOf(card).map(({ act }) => act)).toEqual(['plan']);
    expect(JSON.stringify(card)).toContain('業種');
    expect(JSON.stringify(card)).toContain('フォームの作成と更新');
  });

  it('stopped_half_way__goes_on__unless_it_takes_something_back', () => {
    expect(acts({ ...plan, stopped })[0]?.act).toBe('applyPlan');
    expect(acts({ ...plan, stopped: { ...stopped, undoes: true } }).map(({ act }) => act)).toEqual(['plan']);
  });
});
