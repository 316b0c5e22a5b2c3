/** All methods about ledger and register: a part of its own (`scripts/build/parts.ts`). */
import { answerMethods } from './answer-methods.ts';
import { ledgerMethods } from './ledger-methods.ts';
import { roundMethods } from './round-methods.ts';

export const registerMethods = { ...ledgerMethods, ...roundMethods, ...answerMethods };
