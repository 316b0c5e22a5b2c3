/** Codes of chambers and other short marks, as they stand in files of JCCI and in messages to it. */
import * as z from 'zod/mini';

/** Number of a chamber as JCCI gives it: small letters, digits, hyphens. No name, no address. */
const chamberShape = /^[a-z0-9][a-z0-9-]{0,23}$/;
export const isChamberCode = (text: string): boolean => chamberShape.test(text);

export const chamberCode = () => z.string().check(z.regex(chamberShape));
/** Three whole numbers. */
export const versionText = () => z.string().check(z.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/));
export const sha256Text = () => z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** Epoch milliseconds. */
export const moment = () => z.number().check(z.int(), z.nonnegative());
/** Code of an issue, never its words: nothing that somebody typed. */
export const issueCode = () => z.string().check(z.regex(/^([a-z][a-z0-9-]{0,40}(\.[a-z0-9-]{1,40}){0,3})?$/));
