/** メールアドレス: half-width, the domain in lower case; obvious slips come back with a proposal. */
import { foldHyphens } from '../../text/hyphen.ts';
import { foldAscii } from '../../text/width.ts';
import type { Kind } from '../kind.ts';

const canonical = /^[A-Za-z0-9._%+-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
/** Dots at the ends or in a row are let through: Japanese carriers gave such addresses out for years. */
const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/;
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
/** Endings that are no top-level domain, and what was meant. */
const slips: Readonly<Record<string, string>> = {
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  comm: 'com',
  conm: 'com',
  vom: 'com',
  xom: 'com',
  jpp: 'jp',
  jpn: 'jp',
  netne: 'net',
  nett: 'net',
};
const longest = 254;

function mendEnding(host: string): string {
  const dot = host.lastIndexOf('.');
  const ending = slips[host.slice(dot + 1)];
  return ending === undefined ? host : host.slice(0, dot + 1) + ending;
}

function isAddress(text: string): boolean {
  const at = text.indexOf('@');
  const host = text.slice(at + 1);
  return (
    at > 0 &&
    text.length <= longest &&
    local.test(text.slice(0, at)) &&
    domain.test(host) &&
    mendEnding(host) === host
  );
}

function lowerDomain(text: string): string {
  const at = text.lastIndexOf('@');
  return text.slice(0, at + 1) + text.slice(at + 1).toLowerCase();
}

/** The address that was probably meant, '' when mending does not give one. */
function propose(folded: string): string {
  const inner = /<([^<>]+)>/.exec(folded)?.[1] ?? folded;
  let text = foldHyphens(inner.replace(/^mailto:/i, '').replace(/\s+/g, ''));
  text = text.replace(/@{2,}/g, '@').replace(/[.,、。．・;:>]+$/, '');
  const at = text.lastIndexOf('@');
  if (at < 0) return '';
  const host = text.slice(at + 1).toLowerCase();
  const dotted = host
    .replace(/[,、。・]/g, '.')
    .replace(/\.{2,}/g, '.')
    .replace(/^\.|\.$/g, '');
  const mended = `${text.slice(0, at)}@${mendEnding(dotted)}`;
  return isAddress(mended) ? mended : '';
}

export const email: Kind = {
  id: 'email',
  normalise(typed, _context, sink) {
    if (typed.length > longest) {
      sink.issue('email.format', 'error');
      return typed;
    }
    if (canonical.test(typed) && mendEnding(typed) === typed) return typed;
    const narrow = foldAscii(typed);
    const value = lowerDomain(narrow);
    if (!isAddress(value)) {
      sink.issue('email.format', 'error', undefined, propose(narrow));
      return typed;
    }
    if (narrow !== typed) sink.rule('width');
    if (value !== narrow) sink.rule('case');
    return value;
  },
};
