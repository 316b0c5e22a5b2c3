/**
 * What a ledger knows of a chamber as a whole: numbers that a survey of chambers fills in beforehand. A person confirms each of
 * them; what the ledger does not say (依頼や入会の年月, say) is no fact.
 */

export const factIds = [
  'count.businesses',
  'count.members',
  'count.corporations',
  'count.specified',
] as const;
export type FactId = (typeof factIds)[number];

/** A business of the ledger, as far as facts ask. */
export interface FactBusiness {
  /** Normalised values by field key. */
  readonly values: Readonly<Record<string, string | undefined>>;
  /** 特定商工業者; null: not judged. */
  readonly specified: 'yes' | 'no' | 'unknown' | null;
}

interface Fact {
  /** How it is counted, said beside the number. */
  readonly ground: string;
  counts(business: FactBusiness): boolean;
}

const isOpen = ({ values }: FactBusiness): boolean => values.operatingStatus !== 'closed';
const isMember = (business: FactBusiness): boolean =>
  isOpen(business) && (business.values.memberNumber ?? '') !== '';

export const facts: Readonly<Record<FactId, Fact>> = {
  'count.businesses': { ground: '台帳にある、廃業でない事業所の数', counts: isOpen },
  'count.members': { ground: '会員番号のある、廃業でない事業所の数', counts: isMember },
  'count.corporations': {
    ground: '会員番号のある、廃業でない法人の数',
    counts: (business) => isMember(business) && business.values.applicantType === 'corporation',
  },
  'count.specified': {
    ground: '特定商工業者に当たると判定した数（判定できないものは含みません）',
    counts: ({ specified }) => specified === 'yes',
  },
};

/** Whether a ledger says anything of a fact: a column without a single value says nothing. */
export const factNeeds: Readonly<Partial<Record<FactId, string>>> = {
  'count.members': 'memberNumber',
  'count.corporations': 'applicantType',
};
