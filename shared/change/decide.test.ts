import { describe, expect, it } from 'vitest';
import {
  type Action,
  availableActions,
  type Decision,
  decide,
  isExportable,
  missingSteps,
  newApplication,
} from './decide.ts';
import { defaultStates } from './states.ts';

const today = '2026-11-24';
const decision = (action: Action, more: Partial<Decision> = {}): Decision => ({
  action,
  version: 1,
  reason: '',
  steps: [],
  by: 'staff@cci.example.jp',
  today,
  ...more,
});
const steps = [
  { state: 'visited', date: '2026-11-20', ground: '訪問記録' },
  { state: 'sealed', date: '2026-11-20', ground: '申込書' },
  { state: 'board', date: '2026-11-22', ground: '第 3 回常議員会' },
];
const fresh = () => newApplication('a1', '2026-11-10');

function must(result: ReturnType<typeof decide>) {
  if (!result.ok) throw new Error(result.issues.map((i) => i.code).join());
  return result;
}
function codes(result: ReturnType<typeof decide>) {
  return result.ok ? [] : result.issues.map((i) => [i.code, i.params.state]);
}

describe('decide', () => {
  it('approval__steps_missing__is_refused_and_names_each', () => {
    expect(codes(decide(defaultStates, fresh(), decision('approve')))).toEqual([
      ['decision.step-missing', '訪問'],
      ['decision.step-missing', '押印受領'],
      ['decision.step-missing', '常議員会付議'],
    ]);
  });

  it('approval__steps_recorded_with_it__goes_through_with_one_history_line_each', () => {
    const { application, history } = must(decide(defaultStates, fresh(), decision('approve', { steps })));
    expect(application.state).toBe('approved');
    expect(application.version).toBe(2);
    expect(history.map((h) => [h.from, h.to, h.date])).toEqual([
      ['received', 'visited', '2026-11-20'],
      ['visited', 'sealed', '2026-11-20'],
      ['sealed', 'board', '2026-11-22'],
      ['board', 'approved', today],
    ]);
  });

  it('approval__step_dated_tomorrow_or_impossible__is_refused', () => {
    for (const date of ['2026-11-25', '2026-13-01', '昨日']) {
      const wrong = [{ state: 'visited', date, ground: '' }, ...steps.slice(1)];
      expect(codes(decide(defaultStates, fresh(), decision('approve', { steps: wrong })))).toEqual([
        ['decision.step-date', '訪問'],
      ]);
    }
  });

  it('membership__needs_approval_and_payment (法16条2項)', () => {
    let { application } = must(decide(defaultStates, fresh(), decision('approve', { steps })));
    application = must(decide(defaultStates, application, decision('advance', { version: 2 }))).application;
    expect(application.state).toBe('paid');
    application = must(decide(defaultStates, application, decision('advance', { version: 3 }))).application;
    expect(application.state).toBe('member');
    expect(availableActions(defaultStates, application)).toEqual([]);
  });

  it('advance__past_a_required_step__is_refused_by_name', () => {
    const optional = defaultStates.map((s) => (s.id === 'visited' ? { ...s, required: false } : s));
    const sealed = { ...fresh(), state: 'reviewing' };
    expect(must(decide(optional, sealed, decision('advance'))).application.state).toBe('visited');
    expect(missingSteps(optional, sealed).map((s) => s.id)).toEqual(['sealed', 'board']);
  });

  it('advance__with_the_day_it_took_place__records_that_day', () => {
    const reviewing = { ...fresh(), state: 'reviewing' };
    const visit = [{ state: 'visited', date: '2026-11-20', ground: '訪問記録' }];
    const { application, history } = must(
      decide(defaultStates, reviewing, decision('advance', { steps: visit })),
    );
    expect(application.passed.at(-1)).toMatchObject({
      state: 'visited',
      date: '2026-11-20',
      ground: '訪問記録',
    });
    expect(history).toMatchObject([
      { from: 'reviewing', to: 'visited', date: '2026-11-20', reason: '訪問記録' },
    ]);
    const tomorrow = [{ state: 'visited', date: '2026-11-25', ground: '' }];
    expect(codes(decide(defaultStates, reviewing, decision('advance', { steps: tomorrow })))).toEqual([
      ['decision.step-date', '訪問'],
    ]);
  });

  it('return__without_reason__is_refused', () => {
    expect(codes(decide(defaultStates, fresh(), decision('return', { reason: '　 ' })))).toEqual([
      ['decision.reason-missing', undefined],
    ]);
  });

  it('return__then_reopen__leads_back_to_where_it_was', () => {
    const reviewing = must(decide(defaultStates, fresh(), decision('advance'))).application;
    const back = must(
      decide(defaultStates, reviewing, decision('return', { version: 2, reason: '電話番号を確認' })),
    );
    expect(back.mails).toEqual(['returned']);
    expect(back.application.state).toBe('returned');
    expect(
      must(decide(defaultStates, back.application, decision('reopen', { version: 3 }))).application.state,
    ).toBe('reviewing');
  });

  it('withdrawal__of_a_returned_application__keeps_the_way_back', () => {
    const back = must(decide(defaultStates, fresh(), decision('return', { reason: 'x' }))).application;
    const gone = must(decide(defaultStates, back, decision('withdraw', { version: 2 }))).application;
    expect(availableActions(defaultStates, gone)).toEqual(['reopen']);
    expect(must(decide(defaultStates, gone, decision('reopen', { version: 3 }))).application.state).toBe(
      'received',
    );
  });

  it('decision__on_an_older_version__is_a_conflict', () => {
    expect(codes(decide(defaultStates, { ...fresh(), version: 2 }, decision('withdraw')))).toEqual([
      ['decision.conflict', undefined],
    ]);
  });

  it('approved_application__cannot_be_returned', () => {
    const { application } = must(decide(defaultStates, fresh(), decision('approve', { steps })));
    expect(
      codes(decide(defaultStates, application, decision('return', { version: 2, reason: 'x' }))),
    ).toEqual([['decision.not-allowed', '承認']]);
  });

  it('only_approved_and_later__may_go_to_the_core_system', () => {
    const may = [...defaultStates.map((s) => s.id), 'returned', 'withdrawn'].filter((s) =>
      isExportable(defaultStates, s),
    );
    expect(may).toEqual(['approved', 'paid', 'member']);
  });
});
