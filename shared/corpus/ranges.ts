/** 第三条から前条まで: two mentions that make one range, with what lies between them. */
import type { Resolved } from './references.ts';
import { type AddressBook, isDeleted, spotOf } from './spot.ts';

type Target = Resolved['targets'][number];

const ends = (one: Resolved): Target | undefined => (one.targets.length === 1 ? one.targets[0] : undefined);

/** Units after the first up to the last: articles of one part, paragraphs or items of one parent. */
function between(book: AddressBook, first: string, last: string): readonly Target[] | null {
  const [from, to] = [book.find(first), book.find(last)];
  if (from === null || to === null || from.kind !== to.kind) return null;
  const siblings =
    from.kind === 'article'
      ? book.articlesOf(spotOf(from.address).supplement)
      : (book.parent(from)?.children ?? []);
  const [start, end] = [siblings.indexOf(from), siblings.indexOf(to)];
  if (start < 0 || end <= start) return null;
  return siblings
    .slice(start + 1, end + 1)
    .filter((unit) => unit === to || !isDeleted(unit))
    .map(({ address }) => ({ address, resolved: 'yes', deleted: false }));
}

/** Joins the two ends of each range: the brackets of both stand behind まで, and the second leads to all after the first. */
export function joinRanges(
  found: readonly Resolved[],
  text: string,
  bookOf: (document: string) => AddressBook,
): readonly Resolved[] {
  const joined = [...found];
  for (let at = 1; at < joined.length; at += 1) {
    const [first, last] = [joined[at - 1], joined[at]];
    if (first === undefined || last === undefined || first.document !== last.document) continue;
    if (
      text.slice(first.mention.end, last.mention.at) !== 'から' ||
      !text.startsWith('まで', last.mention.end)
    )
      continue;
    const [start, end] = [ends(first), ends(last)];
    if (start?.resolved !== 'yes' || end?.resolved !== 'yes') continue;
    const targets = between(bookOf(last.document), start.address, end.address);
    if (targets === null) continue;
    // A bare 第七条 behind 旅費規程第五条 is said by the first name already.
    const isPlain = !first.pointing && (last.document !== '' || !last.pointing);
    joined[at - 1] = { ...first, pointing: false };
    joined[at] = {
      ...last,
      targets,
      pointing: !isPlain,
      end: last.mention.end + 'まで'.length,
      from: start.address,
    };
  }
  return joined;
}
