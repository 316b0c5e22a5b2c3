/** What the rest of the program asks of surveys: a part of its own (`scripts/build/parts.ts`). */
export { surveyTemplate } from './definitions.ts';
export { surveySender, surveyWriter } from './mails.ts';
export { inheritSurveys, settleSurveys } from './sending.ts';
export { takeInSurveyAnswers } from './take-in.ts';
