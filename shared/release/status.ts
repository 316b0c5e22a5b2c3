/**
 * What a chamber tells JCCI about itself: versions, numbers, codes. No name, address, title or text of anybody: the schema has no place
 * for one. Sealed with the chamber's own key (HMAC-SHA-256), and of use once: `counter` goes up, `at` has to be near.
 */
import * as z from 'zod/mini';
import { lazy } from '../lazy.ts';
import { jsonOrNull } from '../text/json.ts';
import { chamberCode, issueCode, moment, sha256Text, versionText } from './codes.ts';
import { chamberKey, sameSeal, sealOf } from './hmac.ts';
import { outcomes } from './rollout.ts';

const count = () => z.number().check(z.int(), z.nonnegative(), z.maximum(1_000_000));
const id = () => z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,79}$/));

const schema = lazy(() =>
  z.strictObject({
    schema: z.literal(1),
    chamber: chamberCode(),
    /** Goes up with each message of the chamber. */
    counter: z.number().check(z.int(), z.positive()),
    /** 32 random hexadecimal digits: two messages are never the same text. */
    nonce: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
    at: moment(),
    addon: versionText(),
    /** The version taken; '' for what the add-on ships. */
    version: z.union([z.literal(''), versionText()]),
    /** What became of the release that is being rolled out. */
    release: z.nullable(
      z.strictObject({ version: versionText(), outcome: z.enum(outcomes), error: issueCode() }),
    ),
    /** Number of the last roll-out file, 0 before the first. */
    seq: count(),
    /** Last day of a deferral, '' for none. */
    deferredUntil: z.union([z.literal(''), z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))]),
    /** Per template of JCCI's the forms that the chamber has of it. */
    forms: z
      .array(z.strictObject({ template: id(), version: versionText(), count: count() }))
      .check(z.maxLength(300)),
    /** Choices that people made against JCCI's text, and elements of the chamber's own. */
    own: count(),
    conflicts: count(),
    /** Forms with an update that waits for a person. */
    waiting: count(),
    health: z.strictObject({ ok: count(), warn: count(), bad: count() }),
  }),
);
export type Status = Readonly<z.infer<ReturnType<typeof schema>>>;

/** Reads a status that was stored; null when it is none of this schema. */
export function parseStatus(value: unknown): Status | null {
  const parsed = schema().safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** Longest message, in characters: a status is some 3,000. */
export const longestMessage = 40_000;

const messageSchema = lazy(() =>
  z.strictObject({
    kind: z.literal('status'),
    body: z.string().check(z.maxLength(longestMessage)),
    seal: sha256Text(),
  }),
);

/** The message as it goes over the wire. */
export function statusMessage(status: Status, key: string): string {
  const body = JSON.stringify(schema().parse(status));
  return JSON.stringify({ kind: 'status', body, seal: sealOf(key, 'status', body) });
}

/** Why a message counts for nothing. `malformed`: no message of ours. `forged`: not sealed by the chamber that it names. */
export type MessageFault = 'malformed' | 'forged' | 'foreign' | 'stale' | 'replayed' | 'too-soon';

/** Milliseconds that clocks may differ, and a message may have been on its way. */
export const messageWindow = 15 * 60_000;

export type Opened =
  | { readonly ok: true; readonly status: Status }
  | { readonly ok: false; readonly fault: MessageFault };

/**
 * Opens a message that came in: its seal is checked before anything of it is believed, and with nothing but JCCI's secret. What only
 * the chamber's row can tell (`foreign`, `replayed`, `too-soon`) is `fleet.ts`'s.
 */
export function openMessage(text: string, master: string, now: number): Opened {
  const fail = (fault: MessageFault): Opened => ({ ok: false, fault });
  if (text.length > longestMessage * 2) return fail('malformed');
  const message = messageSchema().safeParse(jsonOrNull(text));
  if (!message.success) return fail('malformed');
  const { body, seal } = message.data;
  const status = schema().safeParse(jsonOrNull(body));
  if (!status.success) return fail('malformed');
  const wanted = sealOf(chamberKey(master, status.data.chamber), 'status', body);
  if (!sameSeal(wanted, seal)) return fail('forged');
  return Math.abs(now - status.data.at) > messageWindow ? fail('stale') : { ok: true, status: status.data };
}
