/** The cleaning that every typed value gets before its kind looks at it: spaces, line breaks, invisible characters. */
import type { Severity } from '../issue/issue.ts';

/** Where cleaning reports; a `KindSink` is one. */
export interface CleanSink {
  rule(name: string): void;
  issue(code: string, severity: Severity): void;
}

/** Anything the slow path might have to change; right text matches nothing and is returned as it is. */
const suspicious = new RegExp(
  '[\\u0000-\\u001F\\u007F-\\u00A0\\u00AD\\u0300-\\u036F\\u0483-\\u0489\\u0591-\\u1DFF\\u2000-\\u200F\\u2028-\\u202F' +
    '\\u205F-\\u206F\\u20D0-\\u20FF\\u302A-\\u302F\\u3000\\u3099\\u309A\\uD800-\\uDFFF\\uFE00-\\uFE0F\\uFE20-\\uFE2F\\uFEFF' +
    '\\uFFF9-\\uFFFB]| {2}',
);

const foreignBreak = /[\r\u2028\u2029]/;
const lineBreak = /\r\n?|[\u2028\u2029]/g;
/** C0 and C1 controls but tab and line feed. */
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFF9-\uFFFB]/g;
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(^|[^\uD800-\uDBFF])[\uDC00-\uDFFF]/;
/** Zero-width and directional marks, soft hyphen, variation selectors, tags. */
const invisible =
  /[\uFE00-\uFE0F]|[\u180B-\u180F]|[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|\uDB40[\uDC00-\uDDEF]/g;
const marked = /\P{M}\p{M}+|[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?/gu;
const compatibilityIdeograph = /^[\uF900-\uFAFF]|^[\u{2F800}-\u{2FA1F}]/u;
const spaces = /[\t \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/g;
const lineEnds = / *\n */g;

function composeOne(sequence: string): string {
  return compatibilityIdeograph.test(sequence) ? sequence : sequence.normalize('NFC');
}

function dropLoneSurrogates(text: string): string {
  let kept = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0xd800 || code > 0xdfff) kept += character;
  }
  return kept;
}

/** Replaces and, where that changed something, names the rule. */
function step(text: string, next: string, rule: string, sink: CleanSink | undefined): string {
  if (next !== text) sink?.rule(rule);
  return next;
}

function cleanSlowly(raw: string, multiline: boolean, sink: CleanSink | undefined): string {
  let text = raw;
  if (foreignBreak.test(text)) {
    text = text.replace(lineBreak, '\n');
    if (multiline) sink?.rule('line-break');
  }
  text = step(text, text.replace(control, ''), 'control', sink);
  if (loneSurrogate.test(text)) text = step(text, dropLoneSurrogates(text), 'control', sink);
  text = step(text, text.replace(invisible, ''), 'invisible', sink);
  text = step(text, text.replace(marked, composeOne), 'compose', sink);
  let edges = false;
  if (text.includes('\n')) {
    const inner = text.trim();
    edges = inner !== text;
    text = inner;
    if (!multiline && text.includes('\n')) {
      text = text.replace(/\n/g, ' ');
      sink?.rule('one-line');
      sink?.issue('text.one-line', 'info');
    }
  }
  let spaced = text.replace(spaces, ' ');
  if (multiline) spaced = spaced.replace(lineEnds, '\n');
  spaced = spaced.trim();
  if (edges || spaced !== text) sink?.rule('spaces');
  return spaced;
}

/**
 * Cleans a typed value (shared rule "any" of the field catalogue). Names the rules `line-break` (CRLF, CR → LF in
 * long text), `control`, `invisible`, `compose` (combining marks joined; compatibility ideographs such as 﨑 and 神
 * never change), `one-line` with the info `text.one-line`, and `spaces`. Runs of blanks become one U+0020, none at the
 * ends of the value or of a line. Text that is already clean is returned as the same string. Blank text becomes ''.
 */
export function cleanText(raw: string, multiline: boolean, sink?: CleanSink): string {
  const last = raw.length - 1;
  if (last < 0) return raw;
  if (raw.charCodeAt(0) !== 0x20 && raw.charCodeAt(last) !== 0x20 && !suspicious.test(raw)) return raw;
  return cleanSlowly(raw, multiline, sink);
}
