/** Who sent a message, over the wire: what the ledger and the queue know of an e-mail address. See `protocol.ts`. */
import * as z from 'zod/mini';
import type { QueueRow } from './protocol.ts';

export interface SenderView {
  /** Businesses of 台帳 with this address. */
  readonly businesses: readonly {
    readonly businessNumber: string;
    readonly name: string;
    readonly address: string;
    /** 会員 / 会員ではない事業所 */
    readonly memberLabel: string;
    readonly divisions: readonly string[];
  }[];
  /** Applications under way, the newest first. */
  readonly applications: readonly QueueRow[];
}

export const senderInputs = {
  sender: () => z.strictObject({ email: z.string().check(z.minLength(3), z.maxLength(320)) }),
} as const;

export interface SenderOutputs {
  sender: SenderView;
}
