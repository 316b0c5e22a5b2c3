/** Names of documents before a mention: those of the bundle, the document itself, and laws outside of it. */
import type { Regulation } from './model.ts';

export type NamedDocument =
  | { readonly kind: 'own'; readonly words: string }
  /** A document of the bundle, by its title. */
  | { readonly kind: 'known'; readonly title: string; readonly words: string }
  | { readonly kind: 'same'; readonly words: string }
  /** Not in the bundle, or as it was before an amendment. */
  | { readonly kind: 'outside'; readonly title: string; readonly words: string };

const kinds =
  '法律|法|政令|施行令|省令|府令|令|施行規則|規則|規程|条例|定款|規約|細則|要綱|要領|準則|基準|指針|内規|手引|マニュアル';
const ownName = new RegExp(`(?:この|(?<![一-龠])[本当])(?:${kinds})$`);
const sameName = new RegExp(`同(?:${kinds})$`);
const generic = new RegExp(`[一-龠々ァ-ヶー・]{0,60}(?:${kinds})$`);
const aboutLaw =
  /(?:^|[、。「（又及びは])([^、。「」（）]{2,60}(?:に関する|のための|等の)[一-龠]*(?:法律|規則|規程|政令|省令))$/;
/** Words that end like a law and are none. */
const noLaw = /(?:方法|手法|用法|作法|司法|立法|違法|適法|合法|命令|号令|指令|辞令|法令|各基準)$/;

/** Names by which texts call the documents of a bundle, the longest first. */
export class DocumentNames {
  private readonly names: readonly { readonly name: string; readonly title: string }[];

  constructor(regulations: readonly Regulation[]) {
    const byName = new Map<string, Set<string>>();
    const put = (name: string, title: string) => {
      if (name.length >= 2) byName.set(name, (byName.get(name) ?? new Set()).add(title));
    };
    for (const { title, shortTitle } of regulations) {
      put(title, title);
      put(shortTitle, title);
    }
    this.names = [...byName]
      // A short name that two documents share names neither; a full title always names its own.
      .flatMap(([name, titles]) => {
        const [only] = titles.has(name) ? [name] : titles.size === 1 ? titles : [];
        return only === undefined ? [] : [{ name, title: only }];
      })
      .sort((a, b) => b.name.length - a.name.length);
  }

  /** The document that a name means; null for a name that none has. */
  titleOf(name: string): string | null {
    return this.names.find((one) => one.name === name)?.title ?? null;
  }

  get all(): readonly { readonly name: string; readonly title: string }[] {
    return this.names;
  }

  /**
   * The document named right before a mention.
   * @param own title of the document in which the text stands
   * @param aliases names that the document itself defines (以下「法」という。) → name in full
   */
  before(text: string, own: string, aliases: ReadonlyMap<string, string>): NamedDocument | null {
    const bare = withoutBracket(text.replace(/[\s\u3000]+$/, '')).replace(/[」』\s\u3000]+$/, '');
    if (ownName.test(bare)) return { kind: 'own', words: ownName.exec(bare)?.[0] ?? '' };
    const same = sameName.exec(bare)?.[0];
    if (same !== undefined) return { kind: 'same', words: same };
    const run = (generic.exec(bare)?.[0] ?? '').replace(/^.*[条項号]中?(?=.)/, '');
    const known = this.names.find(({ name }) => bare.endsWith(name));
    if (known !== undefined && !isLonger(run, known.name)) {
      const front = bare.slice(0, bare.length - known.name.length);
      if (/(?:改正前の|旧|廃止前の)$/.test(front))
        return { kind: 'outside', title: `改正前の${known.title}`, words: known.name };
      return known.title === own
        ? { kind: 'own', words: known.name }
        : { kind: 'known', title: known.title, words: known.name };
    }
    for (const [alias, full] of aliases) {
      if (!bare.endsWith(alias) || (run !== alias && run.endsWith(alias))) continue;
      const title = this.titleOf(full);
      if (title === own) return { kind: 'own', words: alias };
      return title === null
        ? { kind: 'outside', title: full, words: alias }
        : { kind: 'known', title, words: alias };
    }
    const about = aboutLaw.exec(bare)?.[1];
    if (about !== undefined) return { kind: 'outside', title: about, words: about };
    if (run === '' || noLaw.test(run)) return null;
    return { kind: 'outside', title: run, words: run };
  }
}

/** True where the run of characters is another, longer name that only ends like a known one: 日本商工会議所定款. */
function isLonger(run: string, known: string): boolean {
  const front = run.slice(0, run.length - known.length);
  return run.length > known.length && run.endsWith(known) && !/(?:改正[前後]|旧|新|所)$/.test(front);
}

/** A bracket right before a mention belongs to the name before it: 会社法（平成17年法律第86号）第830条. */
function withoutBracket(text: string): string {
  if (!text.endsWith('）')) return text;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text[at] === '）') depth += 1;
    if (text[at] === '（') depth -= 1;
    if (depth === 0) {
      const inside = text.slice(at + 1, -1);
      return /(?:号|年)|以下「/.test(inside) ? text.slice(0, at) : text;
    }
  }
  return text;
}

/** Short names of acts that a document gives: 商工会議所法（昭和28年法律第143号。以下「法」という。） */
export function aliasesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const pattern = new RegExp(
    `(?<![一-龠々ァ-ヶー・])((?:(?:[一-龠々ァ-ヶー・]{1,60}(?:に関する|のための|の|及び)){1,4}[一-龠々ァ-ヶー・]{0,30}(?:法律|政令|省令)|[一-龠々ァ-ヶー・]{0,60}?(?:${kinds})))(?:（[^（）「」]*?|（[^（）「」]*）（)以下「([^「」]{1,20})」と(?:いう|略称)`,
    'g',
  );
  for (const match of text.matchAll(pattern))
    if (match[1] !== undefined && match[2] !== undefined) found.set(match[2], match[1]);
  return found;
}
