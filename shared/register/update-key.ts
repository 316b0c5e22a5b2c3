/**
 * The opaque signed token of a personal link (照会番号, field `updateKey`): made when a round is sent, verified when an
 * answer arrives. It holds no word about a business; all that matters is proved by HMAC-SHA-256 (RFC 2104).
 *
 * Text: 48 characters of Crockford base32 (https://www.crockford.com/base32.html), lower case, five bits each:
 * version 1, secret generation 2, last day 3 (days since 2020-01-01), chamber tag 4, ref 13, mac 25. The ref is an HMAC of
 * chamber, round and business; the mac covers the chamber and everything before it. So an old link is told from a
 * forged one even after its round was cleared away, and a ref that was moved to another business's row is noticed.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { type Issue, issue } from '../issue/issue.ts';
import { dayNumber, dayOf } from '../text/days.ts';
import { hyphenClass } from '../text/hyphen.ts';
import { foldAscii } from '../text/width.ts';

export interface KeySecret {
  /** 0–1023; goes up by one whenever the secret is changed. */
  readonly generation: number;
  /** At least 16 random bytes; 32 is usual. */
  readonly secret: Uint8Array;
}

export interface KeyHolder {
  readonly businessNumber: string;
  readonly roundId: string;
  /** Last day on which the link may be used, in Japan, `YYYY-MM-DD`. */
  readonly expiresOn: string;
}

/** Why a key is no key of ours; `retired`: signed with a secret that was withdrawn, which can no longer be checked. */
export type KeyFault = 'missing' | 'malformed' | 'chamber' | 'signature' | 'unknown' | 'retired';

export type KeyVerdict =
  | { readonly ok: true; readonly businessNumber: string; readonly roundId: string; readonly ref: string }
  | {
      readonly ok: false;
      /** `token.invalid` (params.reason: a `KeyFault`) or `token.expired` (params.expiresOn, params.answeredOn). */
      readonly issue: Issue;
      /** Whose key it is, when it is genuine and only late: for staff to see, never to apply by. */
      readonly holder: KeyHolder | null;
    };

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const version = '1';
const firstDay = dayNumber('2020-01-01');
const lastDay = firstDay + 32 ** 3 - 1;
/** Where each part begins. */
const at = { generation: 1, day: 3, tag: 6, ref: 10, mac: 23, end: 48 } as const;
const shape = new RegExp(`^[${alphabet}]{${at.end}}$`);
/** A key is short: a longer text is not even looked through. */
const longest = 200;

/** The first `5 × length` bits of the bytes, five a character. */
function textOfBits(bytes: Uint8Array, length: number): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5 && text.length < length) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31];
    }
  }
  return text;
}

function textOfNumber(value: number, length: number): string {
  let text = '';
  for (let shift = (length - 1) * 5; shift >= 0; shift -= 5) text += alphabet[(value >> shift) & 31];
  return text;
}

function numberOfText(text: string): number {
  let value = 0;
  for (const character of text) value = value * 32 + alphabet.indexOf(character);
  return value;
}

/** A list of texts as bytes that no other list has. */
const bytesOf = (...parts: readonly string[]): Uint8Array => encodeUtf8(JSON.stringify(parts));

const tagOf = (chamberId: string): string => textOfBits(sha256(bytesOf('cci-chamber', chamberId)), 4);

function refOf(secret: Uint8Array, chamberId: string, holder: Omit<KeyHolder, 'expiresOn'>): string {
  const message = bytesOf('cci-ref', chamberId, holder.roundId, holder.businessNumber);
  return textOfBits(hmac(sha256, secret, message), at.mac - at.ref);
}

function macOf(secret: Uint8Array, chamberId: string, head: string): string {
  return textOfBits(hmac(sha256, secret, bytesOf('cci-mac', chamberId, head)), at.end - at.mac);
}

/** Compares without stopping at the first difference, so that time tells nothing. */
function same(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

const dropped = new RegExp(`[\\s\\u200B-\\u200D\\u2060\\uFEFF${hyphenClass}]`, 'g');

/**
 * The key as it was made, from what was typed: case, full width, hyphens and spaces do not matter, o is 0, i and l
 * are 1. Null when it cannot be a key.
 */
export function readKeyText(typed: string): string | null {
  if (typed.length > longest) return null;
  const text = foldAscii(typed).replace(dropped, '').toLowerCase().replace(/o/g, '0').replace(/[il]/g, '1');
  return shape.test(text) && text.startsWith(version) ? text : null;
}

/**
 * Makes the key of one business for one round. The same input gives the same key, so a job that died may make it again.
 * @param chamberId what tells this chamber from others: the id of its workbook
 * @throws RangeError when the day is none between 2020-01-01 and 2109-09-18, the generation is not 0–1023, or the secret is
 *   shorter than 16 bytes: broken promises of the caller, not of a row
 */
export function makeUpdateKey(
  holder: KeyHolder,
  chamberId: string,
  secret: KeySecret,
): { readonly token: string; readonly ref: string } {
  const day = dayNumber(holder.expiresOn);
  if (!(day >= firstDay && day <= lastDay)) throw new RangeError(`no day for a key: ${holder.expiresOn}`);
  if (!Number.isInteger(secret.generation) || secret.generation < 0 || secret.generation > 1023)
    throw new RangeError(`no generation: ${secret.generation}`);
  if (secret.secret.length < 16) throw new RangeError('the secret is too short');
  const ref = refOf(secret.secret, chamberId, holder);
  const head =
    version + textOfNumber(secret.generation, 2) + textOfNumber(day - firstDay, 3) + tagOf(chamberId) + ref;
  return { token: head + macOf(secret.secret, chamberId, head), ref };
}

/**
 * A verifier for many answers.
 * @param secrets the secrets that still count; leaving an old one out withdraws its links
 * @param holders by `ref`: to whom keys were given; its `expiresOn` counts, so a deadline may be put off after sending
 * @returns `typed` is the answer's text, `answeredOn` the day it arrived in Japan
 */
export function createKeyVerifier(known: {
  readonly chamberId: string;
  readonly secrets: readonly KeySecret[];
  readonly holders: ReadonlyMap<string, KeyHolder>;
}): (typed: string, answeredOn: string) => KeyVerdict {
  const { chamberId, holders } = known;
  const secrets = new Map(known.secrets.map((one) => [one.generation, one.secret]));
  const newest = Math.max(-1, ...secrets.keys());
  const tag = tagOf(chamberId);

  return (typed, answeredOn) => {
    const invalid = (reason: KeyFault): KeyVerdict => ({
      ok: false,
      issue: issue('token.invalid', 'error', 'updateKey', { params: { reason }, value: typed }),
      holder: null,
    });
    if (foldAscii(typed.slice(0, longest)).replace(dropped, '') === '') return invalid('missing');
    const text = readKeyText(typed);
    if (text === null) return invalid('malformed');
    if (text.slice(at.tag, at.ref) !== tag) return invalid('chamber');
    const generation = numberOfText(text.slice(at.generation, at.day));
    const secret = secrets.get(generation);
    if (secret === undefined) return invalid(generation < newest ? 'retired' : 'signature');
    const mac = macOf(secret, chamberId, text.slice(0, at.mac));
    if (!same(text.slice(at.mac), mac)) return invalid('signature');

    const ref = text.slice(at.ref, at.mac);
    const holder = holders.get(ref) ?? null;
    const expiresOn = holder?.expiresOn ?? dayOf(firstDay + numberOfText(text.slice(at.day, at.tag)));
    if (holder !== null && !same(ref, refOf(secret, chamberId, holder))) return invalid('signature');
    if (answeredOn > expiresOn) {
      const late = issue('token.expired', 'error', 'updateKey', {
        params: { expiresOn, answeredOn },
        value: typed,
      });
      return { ok: false, issue: late, holder };
    }
    if (holder === null) return invalid('unknown');
    return { ok: true, businessNumber: holder.businessNumber, roundId: holder.roundId, ref };
  };
}

/** The key in groups of six, for paper. */
export function groupedKey(token: string): string {
  return (token.match(/.{1,6}/g) ?? []).join('-');
}
