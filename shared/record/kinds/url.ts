/** ウェブサイト: an http(s) address; the scheme is added where it is missing. */
import { foldAscii } from '../../text/width.ts';
import type { Kind } from '../kind.ts';

const anyScheme = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const hostAndPort = /^[^/?#:]+:[0-9]{1,5}(?:[/?#]|$)/;
/** Host labels may be Japanese (日本語.jp); the last one has no digits. */
const label =
  '[a-zA-Z0-9\\u3005\\u3041-\\u3096\\u30A1-\\u30FC\\u4E00-\\u9FFF_](?:[a-zA-Z0-9\\u3005\\u3041-\\u3096\\u30A1-\\u30FC\\u4E00-\\u9FFF_-]*[a-zA-Z0-9\\u3005\\u3041-\\u3096\\u30A1-\\u30FC\\u4E00-\\u9FFF_])?';
const web = new RegExp(
  `^https?://(?:${label}\\.)+(?:[a-zA-Z]{2,63}|xn--[a-zA-Z0-9-]{1,59})(?::[0-9]{1,5})?(?:[/?#][^\\s<>"\\\\^\`{|}]*)?$`,
);
const longest = 2048;

/** The address that was probably meant when the scheme was mistyped, '' otherwise. */
function propose(folded: string): string {
  const bare = folded
    .replace(/\s+/g, '')
    .replace(/^(?:URL|HP|ホームページ)[:：]?/i, '')
    .replace(/^h?t{1,2}ps?[:;.]*\/*[:;]*\/*/i, '')
    .replace(/。/g, '.')
    .replace(/[、。,.]+$/, '');
  const secure = !/^h?ttp[:;/]/i.test(folded);
  const value = `${secure ? 'https' : 'http'}://${bare}`;
  return bare !== '' && value.length <= longest && web.test(value) ? value : '';
}

export const url: Kind = {
  id: 'url',
  normalise(typed, _context, sink) {
    if (typed.length > longest) {
      sink.issue('url.format', 'error');
      return typed;
    }
    const plain = typed.startsWith('https://') || typed.startsWith('http://');
    if (plain && web.test(typed) && foldAscii(typed) === typed) return typed;
    const narrow = foldAscii(typed);
    const lowered = narrow.replace(/^https?:\/\//i, (scheme) => scheme.toLowerCase());
    const bare = !anyScheme.test(lowered) || hostAndPort.test(lowered);
    const value = bare ? `https://${lowered}` : lowered;
    if (!web.test(value)) {
      const proposal = propose(narrow);
      sink.issue('url.format', 'error', undefined, proposal === typed ? '' : proposal);
      return typed;
    }
    if (narrow !== typed) sink.rule('width');
    if (lowered !== narrow) sink.rule('case');
    if (bare) sink.rule('scheme');
    return value;
  },
};
