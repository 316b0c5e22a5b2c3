/**
 * The rounds whose results are shown, out of the workbook. Only closed ones: their answers do not change any more, so two looks at a
 * wave cannot be subtracted from one another.
 */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { waveBefore, waveYearBefore } from '../../../shared/survey/definition/waves.ts';
import { assets } from '../assets.ts';
import { openBook } from '../book/book.ts';
import type { Services } from '../port.ts';
import { answersCsv, countable, type SurveyAnswer, surveyAnswers } from '../survey/answers.ts';
import { hasSurveys, type SurveyRound, surveyRounds } from '../survey/round.ts';
import { shownOf } from '../survey/tabulate.ts';
import type { Viewer } from './door.ts';
import { type Edition, editionOf } from './edition.ts';

/** Rounds that are shown, the newest first. */
export function shownRounds(services: Services): readonly SurveyRound[] {
  if (!hasSurveys(services.workbook)) return [];
  return surveyRounds(openBook(services.workbook))
    .filter(({ state, definition }) => state === 'closed' && definition.respondent === 'business')
    .sort((a, b) => (a.wave < b.wave ? 1 : a.wave > b.wave ? -1 : a.surveyId < b.surveyId ? -1 : 1));
}

type Answers = ReadonlyMap<string, readonly SurveyAnswer[]>;

const hasAnswers = (answers: Answers, { roundId }: SurveyRound): boolean =>
  countable(answers.get(roundId) ?? []).length > 0;

/** Rounds that this one is compared with: the wave before and the same month of last year, or the last one of a survey without months. */
function comparedWith(
  rounds: readonly SurveyRound[],
  { surveyId, definition, wave, roundId }: SurveyRound,
  answers: Answers,
): readonly SurveyRound[] {
  const others = rounds.filter(
    (one) => one.surveyId === surveyId && one.roundId !== roundId && hasAnswers(answers, one),
  );
  if (definition.wave === 'once') return others.filter((one) => one.wave < wave).slice(0, 1);
  const waves = [waveBefore(definition.wave, wave), waveYearBefore(definition.wave, wave)];
  return others.filter((one) => waves.includes(one.wave));
}

/** Throws UnusableInput `dashboard.none`, and those of `countReport`. */
export function editionFor(
  services: Services,
  rounds: readonly SurveyRound[],
  viewer: Viewer,
  roundId: string,
): Edition {
  const answers = surveyAnswers(openBook(services.workbook));
  const round = rounds.find((one) => one.roundId === roundId);
  if (round === undefined || !hasAnswers(answers, round))
    throw new UnusableInput([issue('dashboard.none', 'error', '')]);
  const earlier = comparedWith(rounds, round, answers);
  return editionOf(
    {
      round,
      lists: assets().catalogue.codeLists,
      answers: { file: '回答', bytes: answersCsv([round], answers) },
      previous: earlier.length === 0 ? [] : [{ file: '前の回の回答', bytes: answersCsv(earlier, answers) }],
      shown: shownOf(services.surveyOutput, services.workbook.id, [...earlier, round]),
    },
    viewer,
  );
}
