/** What becomes of new answers, by the flow of their template: one row a flow. */
import type { TemplateFlow } from '../../shared/template/template.ts';
import type { TakeIn } from './answers-of-form.ts';
import type { Book } from './book/book.ts';
import { registerJobs, surveyJobs } from './parts.ts';
import type { Services } from './port.ts';
import { takeInSubmissions } from './submissions/take-in.ts';
import { takeInApplications } from './take-in-applications.ts';

export const takeIns: Readonly<Record<TemplateFlow, (book: Book, services: Services) => TakeIn>> = {
  application: (book, services) => takeInApplications(book, services.clock.now()),
  answers: (book, services) => takeInSubmissions(book, services.clock.now()),
  register: (book, services) => registerJobs().takeInRegisterAnswers(book, services),
  survey: (book, services) => surveyJobs().takeInSurveyAnswers(book, services),
};
