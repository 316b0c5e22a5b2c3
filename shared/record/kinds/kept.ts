/** The kinds that keep what was typed: names, free text, codes and tokens get the common cleaning and nothing else. */
import type { Kind } from '../kind.ts';

function keep(typed: string): string {
  return typed;
}

/** 事業所名, 屋号: width kept, never NFKC (it would turn ㈱ into (株) and change compatibility ideographs). */
export const name: Kind = { id: 'name', normalise: keep };
/** 氏名: as `name`. */
export const personName: Kind = { id: 'person-name', normalise: keep };
/** Free text; a long one keeps its line breaks. */
export const text: Kind = { id: 'text', normalise: keep };
/** 建物名等: never altered. */
export const building: Kind = { id: 'building', normalise: keep };
/** 事業所番号, 会員番号: opaque, leading zeros kept. */
export const code: Kind = { id: 'code', normalise: keep };
/** 照会番号: opaque; whether it is valid is judged where the link was signed. */
export const token: Kind = { id: 'token', normalise: keep };
