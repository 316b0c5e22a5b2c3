/**
 * Decisions of the staff on an application: what may be done now, and what becomes of it. Pure: the job that
 * calls this writes the result. Membership needs approval and payment (商工会議所法16条2項); who approves and
 * which steps come before is the chamber's bylaws, so both stand in the settings.
 */
import { type Issue, issue } from '../issue/issue.ts';
import { type StateDefinition, sideStates } from './states.ts';

/** A step the application has passed: when, recorded by whom, on what ground. */
export interface PassedStep {
  readonly state: string;
  /** `YYYY-MM-DD` on which the step took place. */
  readonly date: string;
  readonly by: string;
  readonly ground: string;
}

export interface ApplicationState {
  readonly id: string;
  readonly state: string;
  /** State before a return or withdrawal, '' otherwise; 再開 leads back to it. */
  readonly previous: string;
  /** Grows by one with each decision. */
  readonly version: number;
  readonly passed: readonly PassedStep[];
}

export type Action = 'advance' | 'approve' | 'return' | 'withdraw' | 'reopen';

export interface Decision {
  readonly action: Action;
  /** Version the person saw. */
  readonly version: number;
  readonly reason: string;
  /** Steps recorded together with an approval; for 次へ the date and ground of the step itself. */
  readonly steps: readonly { readonly state: string; readonly date: string; readonly ground: string }[];
  /** Who and when: mail address, `YYYY-MM-DD`. */
  readonly by: string;
  readonly today: string;
}

export interface HistoryEntry {
  readonly from: string;
  readonly to: string;
  readonly by: string;
  /** Date of the step, `YYYY-MM-DD`. */
  readonly date: string;
  readonly reason: string;
}

export type Decided =
  | {
      readonly ok: true;
      readonly application: ApplicationState;
      readonly history: readonly HistoryEntry[];
      readonly mails: readonly 'returned'[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A fresh application, as it stands after it was received. */
export function newApplication(id: string, date: string): ApplicationState {
  return {
    id,
    state: 'received',
    previous: '',
    version: 1,
    passed: [{ state: 'received', date, by: '', ground: 'フォームの回答' }],
  };
}

const isSide = (state: string) => sideStates.some((s) => s.id === state);

/** Required states before `target` that were not passed, in order. */
export function missingSteps(
  states: readonly StateDefinition[],
  application: ApplicationState,
  target = 'approved',
): readonly StateDefinition[] {
  const end = states.findIndex((s) => s.id === target);
  const passed = new Set(application.passed.map((p) => p.state));
  return states.slice(0, Math.max(end, 0)).filter((s) => s.required && !passed.has(s.id));
}

/** The state that follows in the line, null at its end and outside it. */
export function nextState(
  states: readonly StateDefinition[],
  application: ApplicationState,
): StateDefinition | null {
  const index = states.findIndex((s) => s.id === application.state);
  return index < 0 ? null : (states[index + 1] ?? null);
}

/** What may be done with the application now. */
export function availableActions(
  states: readonly StateDefinition[],
  application: ApplicationState,
): readonly Action[] {
  if (isSide(application.state))
    return application.state === 'returned' ? ['reopen', 'withdraw'] : ['reopen'];
  const at = states.findIndex((s) => s.id === application.state);
  const approved = states.findIndex((s) => s.id === 'approved');
  const actions: Action[] = [];
  if (nextState(states, application) !== null) actions.push('advance');
  if (at >= 0 && at < approved) actions.push('approve', 'return', 'withdraw');
  return actions;
}

/** True when the application may go out to the core system: approved or later in the line. */
export function isExportable(states: readonly StateDefinition[], state: string): boolean {
  const approved = states.findIndex((s) => s.id === 'approved');
  const at = states.findIndex((s) => s.id === state);
  return approved >= 0 && at >= approved;
}

const isDay = (text: string) => /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text);

/**
 * Carries a decision out on the application as it stands now. Refusals are issues: `decision.conflict` when
 * somebody decided in between, `decision.not-allowed`, `decision.step-missing` (one issue a step),
 * `decision.reason-missing`, `decision.step-date`.
 */
export function decide(
  states: readonly StateDefinition[],
  application: ApplicationState,
  decision: Decision,
): Decided {
  if (decision.version !== application.version) return refuse('decision.conflict', {});
  if (!availableActions(states, application).includes(decision.action)) {
    return refuse('decision.not-allowed', { state: labelOf(states, application.state) });
  }
  switch (decision.action) {
    case 'return':
    case 'withdraw':
      return leave(application, decision, decision.action === 'return' ? 'returned' : 'withdrawn');
    case 'reopen':
      return moved(
        application,
        decision,
        [],
        application.previous === '' ? 'received' : application.previous,
      );
    case 'approve':
      return approve(states, application, decision);
    case 'advance':
      return advance(states, application, decision);
  }
}

/** Japanese label of a state. */
export function labelOf(states: readonly StateDefinition[], id: string): string {
  return [...states, ...sideStates].find((s) => s.id === id)?.label ?? id;
}

function refuse(code: string, params: Readonly<Record<string, string>>): Decided {
  return { ok: false, issues: [issue(code, 'error', '', { params })] };
}

function leave(application: ApplicationState, decision: Decision, to: 'returned' | 'withdrawn'): Decided {
  if (to === 'returned' && decision.reason.trim() === '') return refuse('decision.reason-missing', {});
  const previous = isSide(application.state) ? application.previous : application.state;
  const result = moved(application, decision, [], to);
  if (!result.ok) return result;
  return {
    ...result,
    application: { ...result.application, previous },
    mails: to === 'returned' ? ['returned'] : [],
  };
}

function advance(
  states: readonly StateDefinition[],
  application: ApplicationState,
  decision: Decision,
): Decided {
  const next = nextState(states, application);
  if (next === null) return refuse('decision.not-allowed', { state: labelOf(states, application.state) });
  const missing = missingSteps(states, application, next.id);
  if (missing.length > 0) return stepsMissing(missing, next.label);
  const given = decision.steps.find((step) => step.state === next.id);
  if (given === undefined) return moved(application, decision, [], next.id);
  const wrong = wrongDate(states, given, decision.today);
  if (wrong !== null) return wrong;
  const ground = given.ground === '' ? decision.reason : given.ground;
  return moved(application, { ...decision, today: given.date, reason: ground }, [], next.id);
}

/** A refusal when the day of a step is no day or lies ahead. */
function wrongDate(
  states: readonly StateDefinition[],
  step: { readonly state: string; readonly date: string },
  today: string,
): Decided | null {
  if (isDay(step.date) && step.date <= today) return null;
  return refuse('decision.step-date', { state: labelOf(states, step.state), date: step.date });
}

function approve(
  states: readonly StateDefinition[],
  application: ApplicationState,
  decision: Decision,
): Decided {
  const before = new Set(
    states
      .slice(
        0,
        states.findIndex((s) => s.id === 'approved'),
      )
      .map((s) => s.id),
  );
  const steps: PassedStep[] = [];
  for (const step of decision.steps) {
    if (!before.has(step.state)) continue;
    const wrong = wrongDate(states, step, decision.today);
    if (wrong !== null) return wrong;
    steps.push({ state: step.state, date: step.date, by: decision.by, ground: step.ground });
  }
  const recorded = { ...application, passed: [...application.passed, ...steps] };
  const missing = missingSteps(states, recorded);
  if (missing.length > 0) return stepsMissing(missing, labelOf(states, 'approved'));
  return moved(application, decision, steps, 'approved');
}

function stepsMissing(missing: readonly StateDefinition[], target: string): Decided {
  return {
    ok: false,
    issues: missing.map((s) =>
      issue('decision.step-missing', 'error', '', { params: { state: s.label, target } }),
    ),
  };
}

function moved(
  application: ApplicationState,
  decision: Decision,
  steps: readonly PassedStep[],
  to: string,
): Decided {
  const history: HistoryEntry[] = [];
  let from = application.state;
  for (const step of steps) {
    history.push({ from, to: step.state, by: decision.by, date: step.date, reason: step.ground });
    from = step.state;
  }
  history.push({ from, to, by: decision.by, date: decision.today, reason: decision.reason });
  const arrival: PassedStep[] = isSide(to)
    ? []
    : [{ state: to, date: decision.today, by: decision.by, ground: decision.reason }];
  return {
    ok: true,
    application: {
      ...application,
      state: to,
      previous: '',
      version: application.version + 1,
      passed: [...application.passed, ...steps, ...arrival],
    },
    history,
    mails: [],
  };
}
