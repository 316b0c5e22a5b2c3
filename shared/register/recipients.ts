/** Whom a round is sent to, by which way, on which day, and who gets nothing and why: the dry run and the sending alike. */
import { isMailable } from '../text/mailable.ts';

export interface Candidate {
  readonly businessNumber: string;
  readonly name: string;
  readonly email: string;
  readonly postalCode: string;
  readonly postalAddress: string;
  readonly isMember: boolean;
  readonly tokusho: 'yes' | 'no' | 'unknown';
  readonly divisions: readonly string[];
  /** Code of 営業状況, '' when not known. */
  readonly operatingStatus: string;
  /** An answer of this round is there, by web, paper or telephone. */
  readonly answered: boolean;
  readonly bouncedMail: boolean;
  readonly bouncedPost: boolean;
  readonly optedOut: boolean;
  /** When the request of this round went out, by either way, milliseconds since 1970. */
  readonly sentAt: number | null;
  /** When the last reminder of this round went out. */
  readonly remindedAt: number | null;
}

/** Who is meant at all; a part left out (or null) does not narrow. Those not meant are not reported. */
export interface RecipientFilter {
  /** True: only 特定商工業者 (judged yes); false: only those judged no. */
  readonly tokusho?: boolean;
  readonly member?: boolean | null;
  /** True: those who have answered are left out, with the reason. A reminder always does so. */
  readonly unanswered?: boolean;
  /** Any of these; empty does not narrow. */
  readonly divisions?: readonly string[];
}

export interface SendingOptions {
  readonly purpose: 'request' | 'reminder';
  /** `mail-first`: a letter where no mail can go; `mail`: no letters; `letter`: nothing but letters. */
  readonly way: 'mail-first' | 'mail' | 'letter';
  /** A reminder since then (milliseconds) counts as sent; without it, any reminder of the round does. */
  readonly remindedSince?: number;
  /** Recipients the account may still mail: `otherWaiting` mails of other work go first. */
  readonly quota: {
    readonly quotaPerDay: number;
    readonly remainingToday: number;
    readonly otherWaiting: number;
  };
}

export type LeftOutReason =
  | 'closed'
  | 'opted-out'
  | 'answered'
  | 'not-asked-yet'
  | 'already-sent'
  | 'bounced'
  | 'bad-address'
  | 'no-address';

export interface SendingPlan {
  readonly mails: readonly { readonly businessNumber: string; readonly to: string }[];
  readonly letters: readonly {
    readonly businessNumber: string;
    /** Why no mail: the chamber wanted letters, or what is wrong with the address. */
    readonly why: 'chosen' | 'bounced' | 'bad-address' | 'no-address';
  }[];
  readonly leftOut: readonly {
    readonly businessNumber: string;
    readonly name: string;
    readonly reason: LeftOutReason;
  }[];
  /** How many mails go on which day (0: today); days on which none goes are not named. Empty without any quota. */
  readonly days: readonly { readonly day: number; readonly count: number }[];
  /** Businesses the filter passed over only because 特定商工業者 could not be judged. */
  readonly unjudged: number;
}

function isMeant(candidate: Candidate, { member, divisions = [] }: RecipientFilter): boolean {
  if (typeof member === 'boolean' && candidate.isMember !== member) return false;
  return divisions.length === 0 || candidate.divisions.some((division) => divisions.includes(division));
}

/** Why nothing may go to it by any way, or null. */
function barred(one: Candidate, filter: RecipientFilter, options: SendingOptions): LeftOutReason | null {
  const isReminder = options.purpose === 'reminder';
  if (one.operatingStatus === 'closed') return 'closed';
  if (one.answered && (isReminder || filter.unanswered === true)) return 'answered';
  if (one.optedOut) return 'opted-out';
  if (!isReminder) return one.sentAt === null ? null : 'already-sent';
  if (one.sentAt === null) return 'not-asked-yet';
  return one.remindedAt !== null && one.remindedAt >= (options.remindedSince ?? 0) ? 'already-sent' : null;
}

function mailFault(one: Candidate): 'bounced' | 'bad-address' | 'no-address' | null {
  if (one.email === '') return 'no-address';
  if (!isMailable(one.email)) return 'bad-address';
  return one.bouncedMail ? 'bounced' : null;
}

function postFault(one: Candidate): 'bounced' | 'no-address' | null {
  if (one.postalAddress.trim() === '') return 'no-address';
  return one.bouncedPost ? 'bounced' : null;
}

/**
 * Spreads mails over days, first come first served: `otherWaiting` before them, each day's remaining quota.
 * Returns no day at all when neither today nor any later day has quota.
 */
export function spreadOverDays(
  count: number,
  { quotaPerDay, remainingToday, otherWaiting }: SendingOptions['quota'],
): readonly { readonly day: number; readonly count: number }[] {
  const days: { day: number; count: number }[] = [];
  let others = Math.max(0, otherWaiting);
  let rest = count;
  for (let day = 0; rest > 0; day++) {
    const room = Math.max(0, Math.floor(day === 0 ? remainingToday : quotaPerDay));
    if (day > 0 && room === 0) break;
    const forOthers = Math.min(others, room);
    const own = Math.min(rest, room - forOthers);
    others -= forOthers;
    rest -= own;
    if (own > 0) days.push({ day, count: own });
  }
  return days;
}

/**
 * Plans a sending. Every candidate that the filter means stands in exactly one of `mails`, `letters` and `leftOut`, in the
 * order given; a business number that comes twice is sent to once.
 */
export function planSending(
  candidates: readonly Candidate[],
  filter: RecipientFilter,
  options: SendingOptions,
): SendingPlan {
  const mails: { businessNumber: string; to: string }[] = [];
  const letters: { businessNumber: string; why: 'chosen' | 'bounced' | 'bad-address' | 'no-address' }[] = [];
  const leftOut: { businessNumber: string; name: string; reason: LeftOutReason }[] = [];
  const planned = new Set<string>();
  let unjudged = 0;
  for (const one of candidates) {
    const { businessNumber, name } = one;
    if (!isMeant(one, filter)) continue;
    if (filter.tokusho !== undefined && one.tokusho !== (filter.tokusho ? 'yes' : 'no')) {
      if (one.tokusho === 'unknown') unjudged++;
      continue;
    }
    const leave = (reason: LeftOutReason) => leftOut.push({ businessNumber, name, reason });
    const reason = barred(one, filter, options);
    if (reason !== null) {
      leave(reason);
      continue;
    }
    if (planned.has(businessNumber)) {
      leave('already-sent');
      continue;
    }
    planned.add(businessNumber);
    const noMail = options.way === 'letter' ? 'chosen' : mailFault(one);
    if (noMail === null) {
      mails.push({ businessNumber, to: one.email });
      continue;
    }
    const noPost = options.way === 'mail' ? 'no-address' : postFault(one);
    if (noPost === null) letters.push({ businessNumber, why: noMail });
    else leave(noMail === 'chosen' || noMail === 'no-address' ? noPost : noMail);
  }
  return { mails, letters, leftOut, days: spreadOverDays(mails.length, options.quota), unjudged };
}
