/** Methods about answers about the register. */
import { openBook } from '../../apps-script/jobs/book/book.ts';
import { registerBook } from '../../apps-script/jobs/book/register-book.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { approveUnchanged } from '../../apps-script/jobs/register/approve-unchanged.ts';
import { decideAnswer } from '../../apps-script/jobs/register/decide-answer.ts';
import { enterAnswer } from '../../apps-script/jobs/register/enter-answer.ts';
import { answerView } from '../view/answer.ts';
import { answersView } from '../view/answers.ts';
import { businessesFound, businessView } from '../view/business.ts';
import type { AnswerView } from '../view/register-protocol.ts';
import type { MethodsOf } from './types.ts';

const view = (services: Services, answerId: string): AnswerView =>
  answerView(registerBook(openBook(services.workbook)), answerId);

export const answerMethods: MethodsOf<
  'answers' | 'answer' | 'decideAnswer' | 'approveUnchanged' | 'findBusinesses' | 'business' | 'enterAnswer'
> = {
  answers: (services, input) => answersView(registerBook(openBook(services.workbook)), input),
  answer: (services, input) => view(services, input.answerId),
  decideAnswer(services, input) {
    decideAnswer(services, input);
    return view(services, input.answerId);
  },
  approveUnchanged: (services, input) => ({ approved: approveUnchanged(services, input.hash) }),
  findBusinesses: (services, input) => businessesFound(openBook(services.workbook), input.search),
  business: (services, input) => businessView(openBook(services.workbook), input.businessNumber),
  enterAnswer: (services, input) => view(services, enterAnswer(services, input)),
};
