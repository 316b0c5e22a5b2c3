/**
 * The code that JCCI hands a chamber once (接続コード): its number, its key, and where JCCI's files and its collector are. One line
 * of text, to be pasted into the settings; the key is shown nowhere afterwards.
 */
import { isChamberCode } from './codes.ts';
import { chamberKey, isSecret } from './hmac.ts';

export interface Link {
  readonly chamber: string;
  readonly key: string;
  /** Address of JCCI's web app: answers `?page=rollout`, takes status messages. */
  readonly address: string;
}

/** Where a chamber of this edition is connected; other places are typed with the code. */
const addressShape = /^https:\/\/script\.google\.com\/[\x21-\x7e]{1,300}$/;

export const isJcciAddress = (text: string): boolean => addressShape.test(text);

const head = 'cci1';

/** The code for a chamber. */
export const linkCode = (master: string, chamber: string, address: string): string =>
  [head, chamber, chamberKey(master, chamber), address].join(' ');

/** Reads a pasted code, line breaks and spaces of mails aside; null when it is none. */
export function readLink(text: string): Link | null {
  const [mark, chamber = '', key = '', address = '', ...more] = text.normalize('NFKC').trim().split(/\s+/);
  const isSound = mark === head && more.length === 0 && isChamberCode(chamber) && isSecret(key);
  return isSound && isJcciAddress(address) ? { chamber, key, address } : null;
}
