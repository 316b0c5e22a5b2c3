/**
 * How graphs look. They are read in print, in grey and by people who see no red: tones differ in lightness first, values stand
 * at every bar, and hidden groups say so. Texts are measured here, since no font is at hand where graphs are drawn.
 */

/** Plain data: a graph is a specification in the language of Vega (https://vega.github.io/vega/docs/specification/). */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export const font =
  "'Noto Sans JP','Noto Sans CJK JP','Hiragino Sans','Hiragino Kaku Gothic ProN','Yu Gothic','Meiryo',sans-serif";

export const ink = '#1a1a1a';
export const faint = '#5a5a5a';
export const line = '#c8c8c8';
/** Dark blue, light grey, orange: lightness 32, 88, 72 of 100. */
export const tones = { dark: '#1f4e79', light: '#dcdcdc', warm: '#f0a030' } as const;

/** Width of a text in em: a full-width character takes one, others a little more than half. */
function em(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.58;
  return width;
}

export const textWidth = (text: string, size: number): number => Math.ceil(em(text) * size);

/** A text cut to a width, with … where something is left out. */
export function fitted(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept}…`;
}

/** A text in lines of at most a width; Japanese breaks between any two characters but before closing marks. */
export function wrapped(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let now = '';
  for (const character of text) {
    if (now !== '' && textWidth(now + character, size) > width && !'、。）」・'.includes(character)) {
      lines.push(now);
      now = '';
    }
    now += character;
  }
  return now === '' ? lines : [...lines, now];
}
