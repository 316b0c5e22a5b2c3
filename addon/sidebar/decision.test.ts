import { describe, expect, it } from 'vitest';
import type { ApplicationView } from '../view/protocol.ts';
import { decisionFaults, isImmediate, reasonFromIssues, stepDraft, stepsOf } from './decision.ts';
import { type CaseState, emptyCase } from './state.ts';
import { makeApplication } from './testing/mock-data.ts';

const today = '2026-11-24';
const fresh: ApplicationView = makeApplication(0, false);

function draft(part: Partial<CaseState>): CaseState {
  return { ...emptyCase, applicationId: fresh.applicationId, ...part };
}

describe('decisionFaults', () => {
  it('approval_with_missing_steps__wants_a_ground_for_each_and_proposes_today', () => {
    expect(stepsOf(fresh, 'approve').map((step) => step.state.label)).toEqual([
      '訪問',
      '押印受領',
      '常議員会付議',
    ]);
    expect(stepDraft(draft({}), 'visited', today)).toEqual({ date: today, ground: '' });
    expect(Object.keys(decisionFaults(fresh, 'approve', draft({}), today))).toEqual([
      'ground-visited',
      'ground-sealed',
      'ground-board',
    ]);
  });

  it('step_in_the_future_or_without_a_day__is_refused', () => {
    const steps = {
      visited: { date: '2026-11-25', ground: '訪問した' },
      sealed: { date: '', ground: '受け取った' },
      board: { date: '2026-11-20', ground: '可決' },
    };
    expect(Object.keys(decisionFaults(fresh, 'approve', draft({ steps }), today))).toEqual([
      'date-visited',
      'date-sealed',
    ]);
  });

  it.each(['return', 'withdraw'] as const)('%s__needs_a_reason_that_is_more_than_spaces', (decision) => {
    expect(decisionFaults(fresh, decision, draft({ reason: '　 \n' }), today).reason).toBeDefined();
    expect(decisionFaults(fresh, decision, draft({ reason: '連絡あり' }), today)).toEqual({});
  });

  it('advance__asks_for_a_ground_only_before_a_required_step', () => {
    expect(isImmediate(fresh, 'advance')).toBe(true);
    const beforeVisit = { ...fresh, nextState: { id: 'visited', label: '訪問' } };
    expect(isImmediate(beforeVisit, 'advance')).toBe(false);
    expect(stepsOf(beforeVisit, 'advance').map((step) => step.state.id)).toEqual(['visited']);
    expect(Object.keys(decisionFaults(beforeVisit, 'advance', draft({}), today))).toEqual(['ground-visited']);
  });
});

describe('after the board', () => {
  it('approval_alone__wants_its_ground__with_steps_their_grounds_are_enough', () => {
    const resolved = { ...fresh, missingSteps: [] };
    expect(Object.keys(decisionFaults(resolved, 'approve', draft({}), today))).toEqual(['reason']);
    expect(decisionFaults(resolved, 'approve', draft({ reason: '第5回で可決' }), today)).toEqual({});
    expect(decisionFaults(fresh, 'approve', draft({}), today).reason).toBeUndefined();
  });

  it('payment_and_membership__are_asked_for_with_date_and_ground', () => {
    const paid = { id: 'paid', label: '入金' };
    const approved: ApplicationView = {
      ...fresh,
      missingSteps: [],
      actions: ['advance', 'withdraw'],
      nextState: paid,
    };
    expect(isImmediate(approved, 'advance')).toBe(false);
    expect(Object.keys(decisionFaults(approved, 'advance', draft({}), today))).toEqual(['ground-paid']);
  });
});

describe('reasonFromIssues', () => {
  it('errors_and_warnings__only_what_must_be_mended_goes_to_the_applicant', () => {
    const text = reasonFromIssues(fresh.issues);
    expect(text.split('\n')).toHaveLength(2);
    expect(text).toContain('法人番号');
    expect(text).not.toContain('市外局番');
  });
});
