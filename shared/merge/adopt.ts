/** A form that somebody copied by hand or made long ago, matched to a template: which item is which question. */
import type { CopyItem, FormCopy } from '../form/copy.ts';
import type { FormPlan, PlannedItem } from '../form/plan.ts';
import { editDistance } from '../text/distance.ts';
import { comparisonKey } from '../text/width.ts';
import { bestPairs } from './assignment.ts';
import { type Head, headOf, sequenceOf } from './sequence.ts';

/** Why two were taken for the same, or why nothing was. */
export type AdoptReason =
  | 'title-same'
  | 'title-synonym'
  | 'title-similar'
  | 'type-same'
  | 'type-other'
  | 'options-same'
  | 'options-similar'
  | 'place-same'
  | 'item-unmatched'
  | 'key-unmatched';

export interface AdoptMatch {
  /** null: no item of the form fits the key. */
  readonly itemId: string | null;
  /** null: the item is the chamber's own. Of a page `section.<key>`. */
  readonly key: string | null;
  /** 0–1; what is below `sureEnough` wants a person's eye. */
  readonly confidence: number;
  readonly reasons: readonly AdoptReason[];
}

/** From here on a match may be proposed as ticked. */
export const sureEnough = 0.75;
/** Below this, two have nothing to do with one another. */
const least = 0.45;

interface Side {
  readonly id: string;
  readonly names: readonly string[];
  readonly type: string;
  readonly labels: ReadonlySet<string>;
  /** 0 at the beginning of the form, 1 at its end. */
  readonly place: number;
}

function bigrams(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

/** Dice's coefficient of what two sets share. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  return (2 * [...a].filter((one) => b.has(one)).length) / (a.size + b.size);
}

/** 0–1: edits apart, pairs of letters shared, one contained in the other. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  const longest = Math.max(a.length, b.length);
  const limit = Math.ceil(longest / 2);
  const near = Math.max(0, 1 - editDistance(a, b, limit) / longest);
  const contained = Math.min(a.length, b.length) >= 2 && (a.includes(b) || b.includes(a)) ? 0.75 : 0;
  return Math.min(0.95, Math.max(near, contained, overlap(bigrams(a), bigrams(b))));
}

const choices: ReadonlySet<string> = new Set(['choice', 'list', 'checkbox']);
const words: ReadonlySet<string> = new Set(['short', 'paragraph']);
const kin = (a: string, b: string): boolean =>
  [choices, words].some((family) => family.has(a) && family.has(b));

function compare(
  item: Side,
  question: Side,
): { readonly score: number; readonly reasons: readonly AdoptReason[] } {
  if ((item.type === 'page') !== (question.type === 'page')) return { score: 0, reasons: [] };
  const [title = '', ...synonyms] = question.names;
  const own = item.names[0] ?? '';
  const direct = likeness(own, title);
  const other = Math.max(0, ...synonyms.map((name) => likeness(own, name) * 0.97));
  const name = Math.max(direct, other);
  const type = item.type === question.type ? 1 : kin(item.type, question.type) ? 0.5 : 0;
  const withLabels = question.labels.size > 0 || item.labels.size > 0;
  const shared = overlap(item.labels, question.labels);
  const place = 1 - Math.abs(item.place - question.place);
  const weights = withLabels
    ? { name: 0.55, type: 0.15, labels: 0.2 }
    : { name: 0.72, type: 0.18, labels: 0 };
  const sum = name * weights.name + type * weights.type + shared * weights.labels + place * 0.1;
  // Neither the kind nor the place alone says anything: a title or the options have to speak for it.
  const speaks = name >= 0.4 || shared >= 0.6;
  const reasons: AdoptReason[] = [
    ...(direct === 1 ? ['title-same' as const] : other > 0.9 ? ['title-synonym' as const] : []),
    ...(name >= 0.4 && name < 0.97 && other <= 0.9 ? ['title-similar' as const] : []),
    type === 1 ? 'type-same' : 'type-other',
    ...(shared === 1 ? ['options-same' as const] : shared >= 0.5 ? ['options-similar' as const] : []),
    ...(place > 0.95 ? ['place-same' as const] : []),
  ];
  return { score: speaks ? sum : 0, reasons };
}

const fold = (text: string): string => comparisonKey(text).replace(/[（(].*?[）)]|[*＊※:：、。・]/g, '');

function itemsOf(copy: FormCopy): readonly Side[] {
  const items = copy.items.filter(({ type }) => type !== 'unknown');
  return items.map(({ itemId, type, title, options, rows }: CopyItem, at) => ({
    id: itemId,
    names: [fold(title)],
    type,
    labels: new Set([...options.map(({ label }) => fold(label)), ...(rows ?? []).map(fold)]),
    place: at / Math.max(1, items.length - 1),
  }));
}

function questionsOf(plan: FormPlan, synonyms: ReadonlyMap<string, readonly string[]>): readonly Side[] {
  const { order, heads, items } = sequenceOf(plan.sections);
  const first = headOf(plan.sections[0]?.key ?? '');
  const headTitle = ({ title, help }: Head): boolean => title !== '' || help !== '';
  // The first page has no page break; its head is a text, where it has one.
  const listed = order.filter((key) => key !== first || [...heads.values()].slice(0, 1).some(headTitle));
  return listed.map((key, at) => {
    const item: PlannedItem | undefined = items.get(key);
    const title = item?.title ?? heads.get(key)?.title ?? '';
    return {
      id: key,
      names: [title, ...(synonyms.get(key) ?? [])].map(fold),
      type: item?.type ?? (key === first ? 'description' : 'page'),
      labels: new Set([
        ...(item?.options ?? []).map(({ label }) => fold(label)),
        ...(item?.grid?.rows ?? []).map(({ label }) => fold(label)),
      ]),
      place: at / Math.max(1, listed.length - 1),
    };
  });
}

const rounded = (score: number): number => Math.round(Math.min(1, score) * 100) / 100;

/**
 * Matches the items of a form to the keys of a plan, one to one, so that the sum of all matches is best. Matches come in the order of the
 * form; items and keys without a partner follow, each with confidence 0.
 *
 * @param synonyms by key, other labels under which a question is known (`synonyms` of the field catalogue)
 * @param atLeast confidence below which two are not matched; more than the usual where nobody looks at the matches
 */
export function adoptCopy(
  copy: FormCopy,
  plan: FormPlan,
  synonyms: ReadonlyMap<string, readonly string[]> = new Map(),
  atLeast: number = least,
): readonly AdoptMatch[] {
  const [items, questions] = [itemsOf(copy), questionsOf(plan, synonyms)];
  const compared = items.map((item) => questions.map((question) => compare(item, question)));
  const pairs = bestPairs(compared.map((row) => row.map(({ score }) => (score < atLeast ? 0 : score))));
  const taken = new Set(pairs.filter((at) => at !== null));
  const matches = items.map((item, at): AdoptMatch => {
    const column = pairs[at] ?? null;
    const found = column === null ? undefined : compared[at]?.[column];
    const question = column === null ? undefined : questions[column];
    if (found === undefined || question === undefined) {
      return { itemId: item.id, key: null, confidence: 0, reasons: ['item-unmatched'] };
    }
    return { itemId: item.id, key: question.id, confidence: rounded(found.score), reasons: found.reasons };
  });
  return [
    ...matches.filter(({ key }) => key !== null),
    ...matches.filter(({ key }) => key === null),
    ...questions.flatMap(({ id }, at): readonly AdoptMatch[] =>
      taken.has(at) ? [] : [{ itemId: null, key: id, confidence: 0, reasons: ['key-unmatched'] }],
    ),
  ];
}
