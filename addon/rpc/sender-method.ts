/** The method behind the card beside a message: loaded with the part of cards (`scripts/build/parts.ts`). */
import { senderView } from '../view/sender.ts';
import type { MethodsOf } from './types.ts';

export const senderMethods: MethodsOf<'sender'> = {
  sender: (services, input) => senderView(services, input.email),
};
