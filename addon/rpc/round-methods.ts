/** Methods about the yearly round: start, sending, letters, figures. */

import { openBook } from '../../apps-script/jobs/book/book.ts';
import { registerBook } from '../../apps-script/jobs/book/register-book.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { renewKeys } from '../../apps-script/jobs/register/keys.ts';
import { makeLetters } from '../../apps-script/jobs/register/letters.ts';
import { previewSending, send, settleRound, takeOverSending } from '../../apps-script/jobs/register/send.ts';
import { closeRound, startRound } from '../../apps-script/jobs/register/start-round.ts';
import { registerView, sendPreviewView } from '../view/register.ts';
import type { MethodsOf } from './types.ts';

function renew(services: Services, revoke: boolean): void {
  services.withLock(() => renewKeys(services, registerBook(openBook(services.workbook)), revoke));
  settleRound(services);
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
  register: registerView,
  startRound(services, input) {
    startRound(services, input);
    return registerView(services);
  },
  closeRound(services, input) {
    closeRound(services, input.roundId);
    return registerView(services);
  },
  sendPreview: (services, input) => sendPreviewView(services, input, previewSending(services, input)),
  send(services, input) {
    const sent = send(services, input);
    return { ...sent, register: registerView(services) };
  },
  takeOverSending(services) {
    takeOverSending(services);
    return registerView(services);
  },
  makeLetters: (services, input) => makeLetters(services, input),
  renewSecret(services, input) {
    renew(services, input.revoke);
    return registerView(services);
  },
};
