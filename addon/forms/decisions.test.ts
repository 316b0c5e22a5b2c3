import { describe, expect, it } from 'vitest';
import type { ConflictView, UpdatePlanView } from '../view/forms-protocol.ts';
import { carriedOver, changesOf, decisionsOf, undecided, whyNot } from './decisions.ts';
import { makePlan } from './testing/mock-plan.ts';

const conflict = (element: string, part: Partial<ConflictView> = {}): ConflictView => ({
  element,
  property: 'help',
  title: element,
  part: '説明文',
  reason: '',
  ownershipLabel: '推奨',
  base: '旧',
  theirs: '新',
  ours: '自',
  isText: true,
  theirsLabel: '',
  oursLabel: '',
  theirsWords: '',
  oursWords: '',
  ...part,
});
const plan = (conflicts: readonly ConflictView[], part: Partial<UpdatePlanView> = {}): UpdatePlanView => ({
  ...makePlan(),
  conflicts,
  issues: [],
  ...part,
});

describe('decisions', () => {
  it('plan_with_conflicts__waits_until_every_one_is_decided', () => {
    const two = plan([conflict('capital'), conflict('phone')]);
    expect(whyNot(two, {})).toContain('あと2件');
    expect(whyNot(two, { 'capital help': 'ours' })).toContain('あと1件');
    expect(undecided(two, { 'capital help': 'ours' }).map((one) => one.element)).toEqual(['phone']);
    expect(whyNot(two, { 'capital help': 'ours', 'phone help': 'theirs' })).toBe('');
  });

  it('plan_with_an_error__cannot_be_applied_though_all_is_decided', () => {
    const error = { code: 'x', severity: 'error', severityLabel: '直す', key: '', label: '' } as const;
    const bad = plan([], { issues: [{ ...error, message: '', remedy: '', value: '', suggestion: '' }] });
    expect(whyNot(bad, {})).not.toBe('');
  });

  it('decisions__are_sent_for_the_conflicts_of_this_plan_only', () => {
    expect(
      decisionsOf(plan([conflict('capital')]), { 'capital help': 'ours', 'gone help': 'theirs' }),
    ).toEqual([{ element: 'capital', property: 'help', choice: 'ours' }]);
  });

  it('texts_of_JCCI_that_were_chosen__count_as_changes', () => {
    const own = changesOf(plan([]), {});
    const two = plan([conflict('capital'), conflict('phone')]);
    expect(changesOf(two, { 'capital help': 'theirs', 'phone help': 'ours' })).toBe(own + 1);
  });

  it('fresh_plan__keeps_a_choice_only_where_all_three_texts_are_the_same', () => {
    const before = plan([conflict('capital'), conflict('phone'), conflict('fax')]);
    const after = plan([conflict('capital'), conflict('phone', { ours: '自所の別の文' }), conflict('new')]);
    const choices = { 'capital help': 'ours', 'phone help': 'theirs', 'fax help': 'ours' } as const;
    expect(carriedOver(before, after, choices)).toEqual({ 'capital help': 'ours' });
  });
});
