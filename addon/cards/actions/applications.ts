/** Actions of 受付: the list, one application, a decision. */
import { dayOf } from '../../../apps-script/jobs/time.ts';
import { type Decision, decisionWords, stepsOf } from '../../view/decision.ts';
import type { Desk } from '../desk.ts';
import { type Answer, backTo, type Move, push, update, type With } from '../model.ts';
import { caseCard, decisionCard, stepFields } from '../screens/case.ts';
import { pageSize, queueCard } from '../screens/queue.ts';
import { answered, type BookAct, shown } from './act.ts';

const decisions: readonly Decision[] = ['advance', 'approve', 'return', 'withdraw', 'reopen'];

function decisionOf({ event }: Desk): Decision {
  const asked = event.text('decision');
  // A name that is none is refused as what cannot be done now.
  return decisions.find((one) => one === asked) ?? 'reopen';
}

const page = (desk: Desk, state: string, number: number, search = '') =>
  queueCard(
    desk.ask('queue', {
      state,
      search,
      offset: number * pageSize,
      limit: search === '' ? pageSize : pageSize * 2,
    }),
    { state, page: number },
    search,
  );

/** A choice of the list and a turn of its page take the place of the list; from elsewhere it is laid on top. */
export const queue: BookAct = (desk) => {
  const { event } = desk;
  const chosen = event.typed('filter');
  const isOwn = chosen !== '';
  const search = event.text('search') === 'yes' ? event.typed('search') : '';
  const asked = chosen === 'all' ? '' : chosen;
  const number = event.number('page');
  // A turned page names its state; a changed filter names none and begins at the first page.
  const state = isOwn && !event.has('page') ? asked : event.text('state');
  const card = page(desk, state, number, search);
  return answered(isOwn ? update(card) : push(card));
};

/** What leads back to the list that the application was opened from. */
export function fromOf({ event }: Desk): With {
  return event.text('from') === 'queue'
    ? { from: 'queue', state: event.text('state'), page: event.text('page') }
    : {};
}

export const application: BookAct = (desk) => {
  const view = desk.ask('application', { applicationId: desk.event.text('id') });
  return shown(desk, caseCard(view, fromOf(desk)));
};

export const ask: BookAct = (desk) => {
  const view = desk.ask('application', { applicationId: desk.event.text('id') });
  const today = dayOf(desk.services.clock.now());
  return answered(push(decisionCard(view, decisionOf(desk), today, fromOf(desk))));
};

/** The list behind is drawn anew too, so that going back shows what was done. */
export function movesAfter(desk: Desk, view: Parameters<typeof caseCard>[0], notice: string): Answer {
  const card = caseCard(view, fromOf(desk));
  const isAsked = desk.event.text('decided') === 'yes';
  if (desk.event.text('from') !== 'queue') return isAsked ? backTo(card, notice) : update(card, notice);
  const list = page(desk, desk.event.text('state'), desk.event.number('page'));
  const moves: readonly Move[] = [
    { move: 'to', name: 'queue' },
    { move: 'update', card: list },
    { move: 'push', card },
  ];
  return { moves, notice };
}

export const decide: BookAct = (desk) => {
  const { event } = desk;
  const decision = decisionOf(desk);
  const applicationId = event.text('id');
  // Only what the card asked for is taken from it: the steps of this decision as the application stands.
  const before = desk.ask('application', { applicationId });
  const steps = stepsOf(before, decision).map(({ state }) => ({
    state: state.id,
    date: event.day(stepFields.date(state.id)),
    ground: event.typed(stepFields.ground(state.id)),
  }));
  const view = desk.ask('decide', {
    applicationId,
    version: event.number('version'),
    action: decision,
    reason: event.typed('reason'),
    steps: steps.filter(({ date, ground }) => date !== '' || ground !== ''),
  });
  return answered(movesAfter(desk, view, decisionWords[decision].done));
};
