/** An answer held against the bundle, with the words of each rule beside its citation, and what nobody looked at. */
import { type Citation, checkCitations, type Verdict } from './citations.ts';
import type { Lookup } from './lookup.ts';
import type { Unit } from './model.ts';
import { sentencesOf } from './sentences.ts';

export interface CheckedCitation extends Citation {
  /** Of the bundle, '' where the document is not in it. */
  readonly document: string;
  /** As the bundle writes it; '' where there is no such place. */
  readonly place: string;
  /** Words of the place, its items too. */
  readonly rule: string;
  readonly heading: string;
}

export interface CheckedAnswer {
  readonly citations: readonly CheckedCitation[];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Sentences without any citation: nothing was held against anything. */
  readonly unchecked: readonly string[];
  /** The answer says itself that there is no rule. */
  readonly saysNone: boolean;
}

/** Words of a unit and of what stands below it, a line each. */
function wordsOf(unit: Unit): string {
  return [unit.text, ...unit.children.map(wordsOf)].filter((text) => text !== '').join('\n');
}

function withRule(citation: Citation, lookup: Lookup): CheckedCitation {
  for (const [title, book] of lookup.shelf.books) {
    if (!citation.address.startsWith(`${title} `)) continue;
    const unit = book.find(citation.address.slice(title.length + 1));
    return {
      ...citation,
      document: title,
      place: unit?.address ?? '',
      rule: unit === null ? '' : wordsOf(unit),
      heading: unit === null ? '' : (lookup.pathOf(title, unit.address).slice(-1)[0] ?? ''),
    };
  }
  return { ...citation, document: '', place: '', rule: '', heading: '' };
}

const none = /規定(?:は|が|も)?(?:なし|ない|ありません|見当たり|見つかり)|定めが?(?:は)?(?:ない|ありません)/;
const placed = /第?[0-9０-９〇一二三四五六七八九十百]+\s*(?:条|項|号)|別表|様式|附則|問\s*[0-9０-９]+/;

export function checkAnswer(answer: string, lookup: Lookup): CheckedAnswer {
  const citations = checkCitations(answer, lookup.shelf).map((one) => withRule(one, lookup));
  const counts: Record<Verdict, number> = { 存在: 0, 本文一致: 0, 不一致: 0, 存在しない: 0, 未確認: 0 };
  for (const { verdict } of citations) counts[verdict] += 1;
  const unchecked = sentencesOf(answer.replace(/\r\n?/g, '\n'))
    .map((sentence) => sentence.trim())
    .filter((sentence) => !placed.test(sentence) && !citations.some(({ words }) => sentence.includes(words)));
  return { citations, counts, unchecked, saysNone: citations.length === 0 && none.test(answer) };
}
