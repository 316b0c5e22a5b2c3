/** Words in a text that name a place in a regulation, as written: found, not yet resolved. */
import { branchPattern, circledNumber, numeralPattern, readBranched, readNumeral } from './numerals.ts';

/** A part of a mention: a printed number, or words that point. */
export type Part =
  | { readonly kind: 'number'; readonly number: string }
  /** 前条, 前二項: so many before. */
  | { readonly kind: 'before'; readonly count: number }
  | { readonly kind: 'after' }
  | { readonly kind: 'same' }
  | { readonly kind: 'this' }
  /** 各号; `before` those before this one (前各号). */
  | { readonly kind: 'each'; readonly before: boolean };

export interface Mention {
  readonly at: number;
  readonly end: number;
  readonly words: string;
  readonly supplement: boolean;
  readonly article: Part | null;
  readonly paragraph: Part | null;
  readonly item: Part | null;
  /** イ of 第1号イ. */
  readonly sub: string;
  /** 別表第1, 様式第2号, 第2章: a whole address. */
  readonly other: string;
}

const N = numeralPattern;
const article = `(?:第${N}条${branchPattern}*|前(?:${N})?条|次条|同条|本条|この条)(?!例|文|件|理|項目)`;
const paragraph = `(?:第${N}項|前(?:${N})?項|次項|同項|本項|この項)(?!目)`;
const item = `(?:第${N}号${branchPattern}*|前各号|前(?:${N})?号|次号|同号|各号)(?!議[員案]|様式|被保険|機|室|館|車|棟|俸|線|に掲げる議員)`;
const sub = '(?:[イロハニホヘトチリヌルヲワカヨタレソツネナラム](?![ァ-ヶーイロハニホヘト]))';
const other = `別表(?:第${N}(?:の${N})?)?|(?:別記)?様式第${N}号?(?:の${N})?|第${N}号様式|第${N}[編章](?![集成])(?:第${N}節)?(?:第${N}款)?|第${N}節(?:第${N}款)?|前章|次章|前節|次節`;
const scanner = new RegExp(
  `(附則)?(?:(${article})(${paragraph}|[①-⑳])?(${item})?|(${paragraph})(${item})?|(${item}))(${sub})?|(附則(?!別表|第))|(${other})`,
  'g',
);

function part(words: string | undefined, unit: string): Part | null {
  if (words === undefined || words === '') return null;
  const circled = circledNumber(words);
  if (circled !== null) return { kind: 'number', number: String(circled) };
  if (words.startsWith('同')) return { kind: 'same' };
  if (words.startsWith('次')) return { kind: 'after' };
  if (words.startsWith('本') || words.startsWith('この')) return { kind: 'this' };
  if (words === '各号') return { kind: 'each', before: false };
  if (words === '前各号') return { kind: 'each', before: true };
  const before = new RegExp(`^前(${N})?${unit}$`).exec(words);
  if (before !== null)
    return { kind: 'before', count: before[1] === undefined ? 1 : (readNumeral(before[1]) ?? 1) };
  const number = readBranched(words.replace(new RegExp(`^第(${N})${unit}`), '$1'));
  return number === null ? null : { kind: 'number', number };
}

function otherAddress(words: string): string {
  const folded = words
    .replace(/^別記/, '')
    .replace(new RegExp(N, 'g'), (run) => String(readNumeral(run) ?? run));
  const form = /^(?:第([0-9]+)号様式|様式第([0-9]+)号?(の[0-9]+)?)$/.exec(folded);
  return form === null ? folded : `様式第${form[1] ?? form[2]}号${form[3] ?? ''}`;
}

/** A number after these is that of an act or a paper: 法律第百四十三号. */
const paperBefore = /(?:法律|政令|省令|府令|規則|条例|告示|勅令|訓令|通達|通知|議案|達|発|第)$/;

/** All mentions of a text in reading order. 次の各号 points at what follows and is none. */
export function findMentions(text: string): readonly Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(scanner)) {
    const [
      words,
      supplement,
      article1,
      paragraph1,
      item1,
      paragraph2,
      item2,
      item3,
      subWords,
      whole,
      otherWords,
    ] = match;
    const at = match.index;
    if (item3 !== undefined && supplement === undefined) {
      if (item3 === '各号' || paperBefore.test(text.slice(0, at))) continue;
    }
    if (whole !== undefined && /(?:この|本|次の|前の)$/.test(text.slice(0, at))) continue;
    const mention: Mention = {
      at,
      end: at + words.length,
      words,
      supplement: supplement !== undefined || whole !== undefined,
      article: part(article1, '条'),
      paragraph: part(paragraph1 ?? paragraph2, '項'),
      item: part(item1 ?? item2 ?? item3, '号'),
      sub: (item1 ?? item2 ?? item3) ? (subWords ?? '') : '',
      other: otherWords === undefined ? '' : otherAddress(otherWords),
    };
    // イ that belongs to the next word.
    found.push(
      subWords !== undefined && mention.sub === ''
        ? { ...mention, end: mention.end - subWords.length, words: words.slice(0, -subWords.length) }
        : mention,
    );
  }
  return found;
}

/** The address of a mention that only prints numbers; '' for one that points (前条). */
export function numberedAddress(mention: Mention): string {
  if (mention.other !== '') return mention.other;
  const parts: readonly (readonly [Part | null, string])[] = [
    [mention.article, '条'],
    [mention.paragraph, '項'],
    [mention.item, '号'],
  ];
  let address = mention.supplement ? '附則' : '';
  for (const [one, unit] of parts) {
    if (one === null) continue;
    if (one.kind !== 'number') return '';
    const [main = '', ...branches] = one.number.split('の');
    address += `第${main}${unit}${branches.map((branch) => `の${branch}`).join('')}`;
  }
  return address + mention.sub;
}
