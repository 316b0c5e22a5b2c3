/**
 * What stands for a text that nobody else may have written: HMAC-SHA-256 (RFC 2104) in hexadecimal digits. Every key is made from
 * one secret of JCCI and the number of the chamber, so that JCCI keeps one secret and a chamber can speak for itself only.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeUtf8 } from '../bytes/utf8.ts';

/** What a key is used for: a text sealed for one purpose proves nothing for another. */
export type Purpose = 'rollout' | 'status' | 'dashboard' | 'offer';

const digits = (bytes: Uint8Array): string => {
  let out = '';
  for (const byte of bytes) out += (byte < 16 ? '0' : '') + byte.toString(16);
  return out;
};

const seal = (key: string, text: string): string => digits(hmac(sha256, encodeUtf8(key), encodeUtf8(text)));

/** A secret of JCCI's: 64 hexadecimal digits. */
export const isSecret = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** The key of a chamber: 64 hexadecimal digits. */
export const chamberKey = (master: string, chamber: string): string =>
  seal(master, `cci-kit key 1\n${chamber}`);

/** Key with which JCCI's operators open the pages that are not for everybody; with an address it is of that person alone. */
export const operatorKey = (master: string, person = ''): string =>
  seal(master, `cci-kit operator 1${person === '' ? '' : `\n${person}`}`);

/** The seal of a text: 64 hexadecimal digits. */
export const sealOf = (key: string, purpose: Purpose, text: string): string =>
  seal(key, `cci-kit ${purpose} 1\n${text}`);

/** Compares two seals in a time that does not tell where they differ. */
export function sameSeal(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let differs = 0;
  for (let at = 0; at < a.length; at++) differs |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return differs === 0;
}
