/** Methods of the page 調査. A part of its own (`scripts/build/parts.ts`). */
import { openBook } from '../../apps-script/jobs/book/book.ts';
import { destroySurvey, planSurveyDestruction } from '../../apps-script/jobs/survey/destroy.ts';
import { enterSurvey } from '../../apps-script/jobs/survey/enter.ts';
import {
  holdSurvey,
  previewSurvey,
  sendSurvey,
  takeOverSurvey,
} from '../../apps-script/jobs/survey/sending.ts';
import { closeSurvey, startSurvey } from '../../apps-script/jobs/survey/start.ts';
import { tabulateSurvey } from '../../apps-script/jobs/survey/tabulate.ts';
import {
  surveyDestructionView,
  surveyMailsView,
  surveyPeopleView,
  surveyPersonViews,
  surveysView,
  surveyView,
} from '../view/survey.ts';
import type { SurveyOutputs } from '../view/survey-protocol.ts';
import type { MethodsOf } from './types.ts';

export const surveyMethods: MethodsOf<keyof SurveyOutputs> = {
  surveys: (services) => surveysView(services),
  survey: (services, { roundId }) => surveyView(services, roundId),
  surveyPeople: (services, input) => surveyPeopleView(services, input),
  startSurvey: (services, input) => surveyView(services, startSurvey(services, input)),
  surveyMails: (services, input) => surveyMailsView(services, input, previewSurvey(services, input)),
  sendSurvey(services, input) {
    const { queued, sent } = sendSurvey(services, input);
    return { queued, sent, survey: surveyView(services, input.roundId) };
  },
  holdSurvey(services, { roundId, paused }) {
    holdSurvey(services, roundId, paused);
    return surveyView(services, roundId);
  },
  takeOverSurvey(services, { roundId }) {
    takeOverSurvey(services, roundId);
    return surveyView(services, roundId);
  },
  findSurveyPeople: (services, input) => surveyPersonViews(services, input),
  enterSurvey(services, input) {
    enterSurvey(services, input);
    return surveyView(services, input.roundId);
  },
  tabulateSurvey(services, { roundId }) {
    const progress = tabulateSurvey(services, services.surveyOutput, roundId);
    return { ...progress, survey: surveyView(services, roundId) };
  },
  closeSurvey(services, { roundId }) {
    closeSurvey(services, roundId);
    return surveyView(services, roundId);
  },
  surveyDestruction: (services, { roundId }) =>
    surveyDestructionView(planSurveyDestruction(services, openBook(services.workbook), roundId)),
  destroySurvey(services, input) {
    destroySurvey(services, input);
    return surveyView(services, input.roundId);
  },
};
