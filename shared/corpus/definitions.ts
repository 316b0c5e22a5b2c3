/** Terms a regulation defines: 以下「…」という。, 「…」とは、…をいう。 */
import type { Regulation, Unit } from './model.ts';

export interface Definition {
  readonly term: string;
  /** What the words stand for, as far as the sentence says it in one piece; '' where it does not. */
  readonly meaning: string;
  readonly address: string;
  /** How far it reaches: this unit's article or paragraph, its division (and the ones named), or all of the text. */
  readonly scope: 'document' | 'division' | 'article';
  /** Top division in which it is defined, '' outside of divisions. */
  readonly division: string;
  /** Divisions that the definition itself names: この章及び第五章において. */
  readonly also: readonly string[];
}

const following = /以下([^「」（）。]{0,40}?)「([^「」]{1,30})」と(?:いう|総称|略称)/g;
const explicit =
  /([^。「」]{0,40})「([^「」]{1,30})」とは、?((?:[^。（）]|（[^（）]*）){1,600}?)を(?:いう|いい、|指す)/g;
const itemised = /^([^\s\u3000。、「」]{2,20})[\s\u3000]+([^\s\u3000].*?)を(?:(?:いう|指す)。|いい、)/;

/** The words right before the bracket in which a short name is given. */
function meaningBefore(text: string, at: number): string {
  const open = text.lastIndexOf('（', at);
  if (open < 0) return '';
  const before = text.slice(0, open);
  // 営業所、工場又は事業場 is one list; a 、 behind a particle (…は、) ends what stood before.
  const clause = /[ぁ-ん]、((?:(?![ぁ-ん]、)[^。（）「」\n])*)$/.exec(before)?.[1];
  const start = Math.max(
    clause === undefined ? 0 : before.length - clause.length,
    ...['。', '（', '）', '「', '」', '\n'].map((mark) => before.lastIndexOf(mark) + 1),
  );
  return before
    .slice(start)
    .replace(/^.*(?<![又くた])は(?=.)/, '')
    .trim();
}

function scopeOf(words: string): Pick<Definition, 'scope' | 'also'> {
  const also = [...words.matchAll(/第([0-9一二三四五六七八九十]+)章/g)].map(([whole]) => whole);
  if (/この[編章節款]|本章|本節/.test(words)) return { scope: 'division', also };
  if (/この[条項号]|本[条項号]|同[条項]/.test(words)) return { scope: 'article', also };
  return { scope: 'document', also };
}

/** Definitions of a unit's own text. */
function ofText(unit: Unit, division: string): readonly Definition[] {
  const found: Definition[] = [];
  const base = { address: unit.address, division };
  for (const match of unit.text.matchAll(following)) {
    const [, words = '', term = ''] = match;
    found.push({ ...base, term, meaning: meaningBefore(unit.text, match.index), ...scopeOf(words) });
  }
  for (const [, words = '', term = '', meaning = ''] of unit.text.matchAll(explicit))
    found.push({ ...base, term, meaning: meaning.trim(), ...scopeOf(words) });
  if (unit.kind === 'item') {
    const [, term, meaning] = itemised.exec(unit.text) ?? [];
    if (term !== undefined && meaning !== undefined)
      found.push({ ...base, term, meaning, scope: 'document', also: [] });
  }
  return found;
}

/** All definitions of a regulation in reading order; a term defined twice is listed twice. */
export function definitionsOf(regulation: Regulation): readonly Definition[] {
  const found: Definition[] = [];
  const visit = (units: readonly Unit[], division: string) => {
    for (const unit of units) {
      const inside = unit.kind === 'part' || unit.kind === 'chapter' ? unit.address : division;
      found.push(...ofText(unit, inside));
      visit(unit.children, inside);
    }
  };
  visit(regulation.units, '');
  return found;
}

const joined = /[\u4E00-\u9FFF々ァ-ヶーA-Za-z]/;

/** Place right after the first use of a term as a word of its own; -1 where there is none. */
export function firstUse(text: string, term: string): number {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text[at + term.length] ?? '';
    if (!joined.test(before) && !joined.test(after)) return at + term.length;
  }
  return -1;
}
