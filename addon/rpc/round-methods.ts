/** Methods about the yearly round: start, sending, letters, figures. */
import { pending } from './pending.ts';
import type { MethodsOf } from './types.ts';

export const roundMethods: MethodsOf<
  | 'register'
  | 'startRound'
  | 'closeRound'
  | 'sendPreview'
  | 'send'
  | 'takeOverSending'
  | 'makeLetters'
  | 'renewSecret'
> = {
  register: pending,
  startRound: pending,
  closeRound: pending,
  sendPreview: pending,
  send: pending,
  takeOverSending: pending,
  makeLetters: pending,
  renewSecret: pending,
};
