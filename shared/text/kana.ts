/** Katakana from half-width kana and hiragana, voiced marks joined to their letters. */

const halfOrHiragana = /[\uFF61-\uFF9F\u3041-\u3096\u309B-\u309E]/;
/** U+FF61–FF9F in code order. */
const fromHalf =
  '。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜';
const voiced = new Map<string, string>();
const semiVoiced = new Map<string, string>();
const plain = 'カキクケコサシスセソタチツテトハヒフヘホウワヰヱヲヽ';
const voicedForms = 'ガギグゲゴザジズゼゾダヂヅデドバビブベボヴヷヸヹヺヾ';
for (let i = 0; i < plain.length; i++) voiced.set(plain.charAt(i), voicedForms.charAt(i));
for (let i = 0; i < 5; i++) semiVoiced.set('ハヒフヘホ'.charAt(i), 'パピプペポ'.charAt(i));

/**
 * Half-width kana, hiragana and iteration marks → full-width katakana; a voiced mark (ﾞ ﾟ ゛ ゜) after a letter that
 * takes it is joined (`ｶﾞ` → ガ). Other characters stay. Idempotent.
 */
export function toKatakana(text: string): string {
  if (!halfOrHiragana.test(text)) return text;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    let next = text.charAt(i);
    if (code >= 0xff61 && code <= 0xff9f) next = fromHalf.charAt(code - 0xff61);
    else if ((code >= 0x3041 && code <= 0x3096) || code === 0x309d || code === 0x309e)
      next = String.fromCharCode(code + 0x60);
    if (next === '゛' || next === '゜') {
      const joined = (next === '゛' ? voiced : semiVoiced).get(out.charAt(out.length - 1));
      if (joined !== undefined) {
        out = out.slice(0, -1) + joined;
        continue;
      }
    }
    out += next;
  }
  return out;
}
