/** Methods about answers about the register. */
import { pending } from './pending.ts';
import type { MethodsOf } from './types.ts';

export const answerMethods: MethodsOf<
  'answers' | 'answer' | 'decideAnswer' | 'approveUnchanged' | 'findBusinesses' | 'business' | 'enterAnswer'
> = {
  answers: pending,
  answer: pending,
  decideAnswer: pending,
  approveUnchanged: pending,
  findBusinesses: pending,
  business: pending,
  enterAnswer: pending,
};
