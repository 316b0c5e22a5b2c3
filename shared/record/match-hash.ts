/** Numbers that are equal wherever two keys of `match.ts` are equal, made without making the keys. */
import { fold, legalFormCharacters, variants } from './match.ts';

/** What stands in the table for a character that needs the whole fold. */
const unusual = 0xffff;
/** For a character that the key may lose: it must not count. */
const silent = 0;

/** By UTF-16 unit: what the fold makes of it, where that does not depend on its neighbours. */
let table: Uint16Array | undefined;

function folded(): Uint16Array {
  if (table !== undefined) return table;
  const made = new Uint16Array(0x10000).fill(unusual);
  const keep = (from: number, to: number): void => {
    for (let unit = from; unit <= to; unit++) made[unit] = unit;
  };
  keep(0x20, 0x7e);
  keep(0x3041, 0x3096);
  keep(0x30a1, 0x30fe);
  keep(0x4e00, 0x9fff);
  for (let unit = 0x41; unit <= 0x5a; unit++) made[unit] = unit + 0x20;
  for (const [variant, plain] of Object.entries(variants)) {
    if (variant.length === 1) made[variant.charCodeAt(0)] = plain.charCodeAt(0);
  }
  for (const mark of ` ・･.,、。「」'"&-‐ー${legalFormCharacters}`) made[mark.charCodeAt(0)] = silent;
  table = made;
  return made;
}

/** A number from 1 to 2^30: small enough to be no object. */
function finish(hash: number): number {
  return (hash & 0x3fffffff) + 1;
}

/** 0 for ''. Equal texts have equal numbers. */
export function hashText(text: string): number {
  if (text === '') return 0;
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return finish(hash);
}

/** 0 where there is no digit. Telephones of the same digits have equal numbers. */
export function hashPhone(phone: string): number {
  let hash = 0;
  let digits = 0;
  for (let i = 0; i < phone.length; i++) {
    const unit = phone.charCodeAt(i);
    if (unit < 0x30 || unit > 0x39) continue;
    digits++;
    hash = (Math.imul(hash, 31) + unit) | 0;
  }
  return digits === 0 ? 0 : finish(hash);
}

/** Never 0. Names with the same `matchName` have equal numbers. */
export function hashName(name: string): number {
  const known = folded();
  let hash = 0;
  for (let i = 0; i < name.length; i++) {
    const unit = known[name.charCodeAt(i)] as number;
    if (unit === unusual) return hashFolded(fold(name));
    if (unit !== silent) hash = (Math.imul(hash, 31) + unit) | 0;
  }
  return finish(hash);
}

/** The same for a text that has been folded: what is unusual now stays as it is. Blanks of any sort do not count. */
function hashFolded(text: string): number {
  const known = folded();
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const counted = known[unit] as number;
    if (counted === silent || (counted === unusual && /\s/.test(text.charAt(i)))) continue;
    hash = (Math.imul(hash, 31) + unit) | 0;
  }
  return finish(hash);
}
