/** Methods about the yearly round: start, sending, letters, figures. */

import { type Book, openBook } from '../../apps-script/jobs/book/book.ts';
import { registerBook } from '../../apps-script/jobs/book/register-book.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { renewKeys } from '../../apps-script/jobs/register/keys.ts';
import { makeLetters } from '../../apps-script/jobs/register/letters.ts';
import { previewSending, send, settleRound, takeOverSending } from '../../apps-script/jobs/register/send.ts';
import { closeRound, startRound } from '../../apps-script/jobs/register/start-round.ts';
import { registerView, sendPreviewView } from '../view/register.ts';
import type { MethodsOf } from './types.ts';

function renew(services: Services, revoke: boolean): Book {
  services.withLock(() => renewKeys(services, registerBook(openBook(services.workbook)), revoke));
  return settleRound(services);
}

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
  register: (services) => registerView(services),
  startRound: (services, input) => registerView(services, startRound(services, input)),
  closeRound: (services, input) => registerView(services, closeRound(services, input.roundId)),
  sendPreview: (services, input) => sendPreviewView(services, input, previewSending(services, input)),
  send(services, input) {
    const { queued, sent, book } = send(services, input);
    return { queued, sent, register: registerView(services, book) };
  },
  takeOverSending: (services) => registerView(services, takeOverSending(services)),
  makeLetters: (services, input) => makeLetters(services, input),
  renewSecret: (services, input) => registerView(services, renew(services, input.revoke)),
};
