/** The keys of a survey's links: how long they prove something, and whose each one is. */
import { dayNumber, dayOf as dayOfNumber } from '../../../shared/text/days.ts';
import type { Services } from '../port.ts';
import { keyMaker } from '../register/keys.ts';
import type { SurveyRound } from './round.ts';

/** A link is good for this long after the deadline: late answers are taken until somebody closes the round. */
const graceDays = 31;

/** Last day on which the key of a link proves anything. */
export const keyUntil = (deadline: string): string => dayOfNumber(dayNumber(deadline) + graceDays);

/** Makes the keys of a round; the same number has the same key each time. */
export const surveyKeys = (
  services: Services,
  round: Pick<SurveyRound, 'roundId' | 'deadline' | 'generation'>,
) => keyMaker(services, { ...round, deadline: keyUntil(round.deadline) });
