/**
 * What a chamber offers the others (便利ツール共有): one of its own forms as a template, or a layout of CSV files it has learned. Data only,
 * sealed like its status. An offer is named by what it holds, so the same one sent twice is one.
 */
import * as z from 'zod/mini';
import { sha256Hex } from '../bytes/sha256.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { lazy } from '../lazy.ts';
import { jsonOrNull } from '../text/json.ts';
import { chamberCode, moment, sha256Text } from './codes.ts';
import { chamberKey, sameSeal, sealOf } from './hmac.ts';
import { messageWindow } from './status.ts';

export const offerKinds = ['template', 'profile'] as const;
export type OfferKind = (typeof offerKinds)[number];

export const offerKindLabels: Readonly<Record<OfferKind, string>> = {
  template: 'フォームのひな形',
  profile: 'CSVの配置',
};

/** Characters: of the title and the words beside it, and of the document as JSON. */
export const offerLimits = { title: 100, about: 200, name: 60, document: 150_000 } as const;

const schema = lazy(() =>
  z.strictObject({
    schema: z.literal(1),
    kind: z.enum(offerKinds),
    chamber: chamberCode(),
    /** The chamber as it is to be named in the gallery. */
    name: z.string().check(z.minLength(1), z.maxLength(offerLimits.name)),
    /** Which thing of the chamber's it is: the same for every later offer of it. */
    subject: z.string().check(z.regex(/^[a-z0-9-]{1,80}$/)),
    title: z.string().check(z.minLength(1), z.maxLength(offerLimits.title)),
    about: z.string().check(z.maxLength(offerLimits.about)),
    at: moment(),
    /** JSON text of a template or a layout. */
    document: z.string().check(z.minLength(2), z.maxLength(offerLimits.document)),
  }),
);
export type Offer = Readonly<z.infer<ReturnType<typeof schema>>>;

/** Reads an offer that was stored; null when it is none of this schema. */
export function parseOffer(value: unknown): Offer | null {
  const parsed = schema().safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** Name of an offer, of everything but its time: 12 hexadecimal digits. */
export function offerId({ kind, chamber, subject, name, title, about, document }: Offer): string {
  const whole = JSON.stringify([kind, chamber, subject, name, title, about, document]);
  return sha256Hex(encodeUtf8(whole)).slice(0, 12);
}

const messageSchema = lazy(() =>
  z.strictObject({ kind: z.literal('offer'), body: z.string(), seal: sha256Text() }),
);

/** The message as it goes over the wire. */
export function offerMessage(offer: Offer, key: string): string {
  const body = JSON.stringify(schema().parse(offer));
  return JSON.stringify({ kind: 'offer', body, seal: sealOf(key, 'offer', body) });
}

/** Whether a message is an offer, before anything of it is read. */
export const isOfferMessage = (text: string): boolean => text.startsWith('{"kind":"offer"');

export type OfferFault = 'malformed' | 'forged' | 'foreign' | 'stale' | 'too-many';

export type OpenedOffer =
  | { readonly ok: true; readonly offer: Offer }
  | { readonly ok: false; readonly fault: OfferFault };

/** Escapes may double a text, twice over. */
const longest = offerLimits.document * 5;

/** Opens an offer that came in: its seal is checked before anything of it is believed. */
export function openOffer(text: string, master: string, now: number): OpenedOffer {
  if (text.length > longest) return { ok: false, fault: 'malformed' };
  const message = messageSchema().safeParse(jsonOrNull(text));
  const body = message.success ? message.data.body : '';
  const offer = parseOffer(jsonOrNull(body));
  if (!message.success || offer === null) return { ok: false, fault: 'malformed' };
  const wanted = sealOf(chamberKey(master, offer.chamber), 'offer', body);
  if (!sameSeal(wanted, message.data.seal)) return { ok: false, fault: 'forged' };
  return Math.abs(now - offer.at) > messageWindow ? { ok: false, fault: 'stale' } : { ok: true, offer };
}
