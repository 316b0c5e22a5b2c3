/** What the rest of the program asks of the register: a part of its own (`scripts/build/parts.ts`). */
export { continueImport } from './import-ledger.ts';
export { withLiveKeys } from './keys.ts';
export { roundSender, roundWriter } from './round-mails.ts';
export { settleRound, takeOverSending } from './send.ts';
export { takeInRegisterAnswers } from './take-in.ts';
