/** An answer of the yearly update beside the ledger: what differs, field by field, and what meets what. */
import type { Catalogue, Field, KindId } from '../fields/catalogue.ts';
import { type Issue, isHeld } from '../issue/issue.ts';
import { fold, matchAddress, matchPhone, writeOutForms } from '../record/match.ts';

/** Canonical texts by field key (see `Kind`); a blank one is the same as none. */
export type Values = Readonly<Record<string, string>>;

/** Another answer for the same business that nobody has decided about yet. */
export interface OtherAnswer {
  /** 受付番号. */
  readonly id: string;
  /** `staff`: 代理入力 of a paper form or a telephone call. */
  readonly source: 'form' | 'staff';
  /** When it came, as a text that sorts by time. */
  readonly at: string;
  readonly values: Values;
  /** Keys that could not be read. */
  readonly unread?: ReadonlySet<string>;
}

export interface OtherValue {
  readonly id: string;
  readonly source: OtherAnswer['source'];
  readonly at: string;
  readonly value: string;
  readonly unread: boolean;
}

export interface AnswerDiffInput {
  /** The ledger when the personal link was made; null where that is not known. */
  readonly base: Values | null;
  /** The ledger now, with what is approved but not yet imported laid over (see `overlay`). */
  readonly ledger: Values;
  /** What was answered. A blank item means "as registered", never a deletion. */
  readonly answer: Values;
  /** Keys of the answer that could not be read: they are shown, and can not be taken. */
  readonly unread?: ReadonlySet<string>;
  readonly others: readonly OtherAnswer[];
}

export interface FieldDifference {
  readonly key: string;
  readonly ledger: string;
  readonly answer: string;
  /** Value when the link was made, null where that is not known. */
  readonly base: string | null;
  /**
   * `conflict-answers`: another undecided answer says otherwise (it goes before the next, which `base` still shows);
   * `conflict-ledger`: the ledger has changed since the link was made; else `change`.
   */
  readonly kind: 'change' | 'conflict-ledger' | 'conflict-answers';
  /** What the other answers say, where they say otherwise. */
  readonly others: readonly OtherValue[];
  /** Only width, spaces, old shapes of characters, ㈱ for 株式会社, or 丁目・番・号 for hyphens differ. */
  readonly spellingOnly: boolean;
  /** The answered text could not be read. */
  readonly unread: boolean;
}

export interface AnswerDiff {
  /** In catalogue order. */
  readonly differences: readonly FieldDifference[];
  /** 変更なし, and yet something differs. */
  readonly contradiction: boolean;
  /** 変更あり, and yet nothing differs. */
  readonly nothingNew: boolean;
  /** 休業, 廃業 or 移転 that the ledger does not know yet. */
  readonly statusNews: 'suspended' | 'closed' | 'moved' | null;
  /** Other undecided answers that say something this one does not: they differ from it, or from the ledger where it is silent. */
  readonly rivals: readonly string[];
}

/** Keys of an answer that say who answered and how, not what the business is. */
const aboutTheAnswer: ReadonlySet<string> = new Set([
  'businessNumber',
  'changeStatus',
  'respondentName',
  'respondedOn',
  'updateKey',
]);

/** Fields that an answer can change in the ledger, in catalogue order: no consents, no number, nothing about the answer. */
export function ledgerFields(catalogue: Catalogue): readonly Field[] {
  return catalogue.fields.filter(({ key, kind }) => kind !== 'consent' && !aboutTheAnswer.has(key));
}

const sorted = (text: string): string => text.split(';').sort().join(';');

/** What a blank in the ledger means. */
const assumed: Values = { operatingStatus: 'operating' };

function isSame(field: Field, one: string, other: string): boolean {
  if (one === other) return true;
  if (field.kind === 'choices') return sorted(one) === sorted(other);
  const meant = assumed[field.key];
  return meant !== undefined && (one || meant) === (other || meant);
}

const plain = (text: string): string => writeOutForms(fold(text)).replace(/\s/g, '');

/** By kind: the key under which two spellings of one value meet. */
const spellings: Readonly<Partial<Record<KindId, (text: string) => string>>> = {
  name: plain,
  'person-name': plain,
  kana: plain,
  latin: plain,
  building: plain,
  text: plain,
  address: matchAddress,
  phone: matchPhone,
};

const isSpelling = ({ kind }: Field, one: string, other: string): boolean => {
  const spell = spellings[kind];
  if (spell === undefined || one === '' || other === '') return false;
  const key = spell(one);
  return key !== '' && key === spell(other);
};

const otherValue = ({ id, source, at, values, unread }: OtherAnswer, key: string): OtherValue => ({
  id,
  source,
  at,
  value: values[key] ?? '',
  unread: unread?.has(key) ?? false,
});

const statusNews: ReadonlySet<string> = new Set(['suspended', 'closed', 'moved']);
const isNews = (status: string): status is 'suspended' | 'closed' | 'moved' => statusNews.has(status);

/**
 * Compares an answer with the ledger. Values that normalisation makes equal are no difference; the order of several
 * choices does not count, and 営業中 is no news where the ledger holds no status.
 * @param fields what to compare, in this order: `ledgerFields`, or those of them that the ledger has a column for
 */
export function diffAnswer(input: AnswerDiffInput, fields: readonly Field[]): AnswerDiff {
  const { base, ledger, answer, unread, others } = input;
  const differences: FieldDifference[] = [];
  const rivals = new Set<string>();
  let news: AnswerDiff['statusNews'] = null;
  for (const field of fields) {
    const { key } = field;
    const now = ledger[key] ?? '';
    const said = answer[key] ?? '';
    const otherwise = others.filter(({ values }) => {
      const value = values[key] ?? '';
      return value !== '' && !isSame(field, value, said || now);
    });
    for (const { id } of otherwise) rivals.add(id);
    if (said === '' || isSame(field, said, now)) continue;
    const was = base === null ? null : (base[key] ?? '');
    const moved = was !== null && !isSame(field, was, now);
    differences.push({
      key,
      ledger: now,
      answer: said,
      base: was,
      kind: otherwise.length > 0 ? 'conflict-answers' : moved ? 'conflict-ledger' : 'change',
      others: otherwise.map((other) => otherValue(other, key)),
      spellingOnly: isSpelling(field, said, now),
      unread: unread?.has(key) ?? false,
    });
    if (key === 'operatingStatus' && isNews(said)) news = said;
  }
  const differs = differences.length > 0;
  return {
    differences,
    contradiction: answer.changeStatus === 'unchanged' && differs,
    nothingNew: answer.changeStatus === 'changed' && !differs,
    statusNews: news,
    rivals: others.flatMap(({ id }) => (rivals.has(id) ? [id] : [])),
  };
}

/** What a person decided about one field: the answer's value, the ledger's, or that of another answer. */
export type Take = 'take' | 'leave' | { readonly other: string };

export interface Decided {
  /** Values to bring into the ledger, by key. */
  readonly approved: Values;
  /** Keys that stay as the ledger has them. */
  readonly left: readonly string[];
  /** Keys nobody has decided about, or whose choice is not there any more or can not be read. */
  readonly undecided: readonly string[];
}

/** Decisions field by field. Only differences count; a decision about anything else is passed over. */
export function decideFields(
  differences: readonly FieldDifference[],
  takes: ReadonlyMap<string, Take>,
): Decided {
  const approved: Record<string, string> = {};
  const left: string[] = [];
  const undecided: string[] = [];
  for (const { key, answer, unread, others } of differences) {
    const take = takes.get(key) ?? '';
    if (take === 'leave') {
      left.push(key);
      continue;
    }
    const chosen =
      typeof take === 'string'
        ? { value: take === 'take' ? answer : '', unread }
        : others.find(({ id }) => id === take.other);
    if (chosen === undefined || chosen.value === '' || chosen.unread) undecided.push(key);
    else approved[key] = chosen.value;
  }
  return { approved, left, undecided };
}

/**
 * Whether an answer may be approved with many others at once: 変更なし by a valid link (or by staff, who know the
 * business), nothing that differs, no error, and no other answer that says otherwise.
 */
export function isPlainUnchanged(
  answer: { readonly isIdentified: boolean; readonly values: Values; readonly issues: readonly Issue[] },
  diff: AnswerDiff,
): boolean {
  return (
    answer.isIdentified &&
    answer.values.changeStatus === 'unchanged' &&
    diff.differences.length === 0 &&
    diff.rivals.length === 0 &&
    !isHeld(answer.issues)
  );
}

/** Values that were approved at one time. */
export interface Approved {
  /** When, as a text that sorts by time. */
  readonly at: string;
  readonly values: Values;
}

/**
 * The ledger as it will be once everything approved is imported: the later approval wins (of two at the same time, the
 * one that stands later), a blank value changes nothing.
 * @returns all values, and the keys where they are not the ledger's
 */
export function overlay(
  ledger: Values,
  approved: readonly Approved[],
): { readonly values: Values; readonly laidOver: ReadonlySet<string> } {
  if (approved.length === 0) return { values: ledger, laidOver: new Set() };
  const values: Record<string, string> = { ...ledger };
  const touched = new Set<string>();
  const inOrder = approved.slice().sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const one of inOrder) {
    for (const [key, value] of Object.entries(one.values)) {
      if (value === '') continue;
      values[key] = value;
      touched.add(key);
    }
  }
  const laidOver = new Set([...touched].filter((key) => values[key] !== (ledger[key] ?? '')));
  return { values, laidOver };
}
