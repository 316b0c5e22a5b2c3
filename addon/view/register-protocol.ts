/** What the sidebar may ask about the yearly round of the register: dashboard, sending, answers. See `protocol.ts`. */
import type { IssueView } from './protocol.ts';

export interface RoundView {
  /** `R8`. */
  readonly roundId: string;
  /** 令和8年度の確認 */
  readonly label: string;
  /** Last day for answers, `YYYY-MM-DD`. */
  readonly deadline: string;
  readonly isOver: boolean;
  readonly formUrl: string;
  readonly startedBy: string;
  /** Account that the sending runs under, '' before the first. */
  readonly sendingBy: string;
  readonly asked: number;
  /** These add up to `asked`. */
  readonly counts: {
    readonly open: number;
    readonly unreachable: number;
    readonly unchanged: number;
    readonly changed: number;
    /** Answers that wait in 要確認 although they name a business. */
    readonly quarantined: number;
    /** 廃業 and 移転. */
    readonly gone: number;
  };
  /** Answered ÷ asked in per cent with one decimal, as text: `62.5%`; '–' when nobody was asked. */
  readonly rate: string;
  readonly mails: { readonly sent: number; readonly waiting: number; readonly failed: number };
  readonly letters: readonly { readonly name: string; readonly url: string; readonly count: number }[];
}

export interface RegisterView {
  readonly ledgerRows: number;
  /** `2026-11-24 10:05 R8-I001`, '' before the first import. */
  readonly lastImport: string;
  /** Of 法10条5項. */
  readonly deadline: { readonly date: string; readonly days: number; readonly words: string };
  readonly judgement: {
    readonly yes: number;
    readonly no: number;
    readonly unknown: number;
    /** `2026-11-24 10:05`, '' when an older program judged. */
    readonly judgedAt: string;
  } | null;
  readonly round: RoundView | null;
  /** Answers that wait for staff, by what has to be done with them. */
  readonly answers: {
    readonly quarantined: number;
    readonly toDecide: number;
    readonly unchanged: number;
    readonly toExport: number;
  };
  /** 令4条3号; null while no amounts are known. */
  readonly levy: { readonly ok: boolean; readonly words: string } | null;
  /** 法12条2項; null while the consent item is off. */
  readonly consent: {
    readonly explicit: number;
    readonly tacit: number;
    readonly total: number;
    readonly words: string;
  } | null;
  readonly quota: { readonly remaining: number };
  readonly user: string;
  /** Fields whose present value may stand in the link, for the set-up of a round. */
  readonly prefillFields: readonly { readonly key: string; readonly label: string; readonly on: boolean }[];
  readonly divisions: readonly string[];
}

export interface RecipientFilter {
  readonly tokusho: boolean;
  /** Members only, non-members only, or both (''). */
  readonly member: '' | 'member' | 'other';
  readonly divisions: readonly string[];
}

export interface SendPreview {
  readonly purpose: 'request' | 'reminder';
  readonly mails: number;
  readonly letters: number;
  readonly leftOut: readonly {
    readonly businessNumber: string;
    readonly name: string;
    readonly reason: string;
  }[];
  /** How many leave on which day; the first is today. */
  readonly days: readonly { readonly date: string; readonly count: number }[];
  readonly sample: { readonly to: string; readonly subject: string; readonly body: string } | null;
  readonly hash: string;
}

export type AnswerStateId = 'quarantine' | 'open' | 'approved' | 'discarded' | 'superseded';

/** One answer about the register. */
export interface AnswerRow {
  readonly answerId: string;
  /** `R8-U0012`. */
  readonly receiptNumber: string;
  /** '' while nobody knows whose answer it is. */
  readonly businessNumber: string;
  readonly name: string;
  readonly receivedAt: string;
  /** フォーム / 代理入力（電話） … */
  readonly sourceLabel: string;
  /** 変更なし / 変更あり / 廃業 … */
  readonly statusLabel: string;
  readonly state: { readonly id: AnswerStateId; readonly label: string };
  readonly errors: number;
  readonly warnings: number;
  /** Fields that differ from the ledger. */
  readonly changed: number;
  readonly conflict: boolean;
  readonly exportLabel: string;
}

export interface AnswersView {
  readonly rows: readonly AnswerRow[];
  readonly total: number;
  readonly counts: readonly {
    readonly state: { readonly id: AnswerStateId; readonly label: string };
    readonly count: number;
  }[];
  /** Answers that can be approved together: 変更なし, valid link, nothing differs, nothing to mend. */
  readonly unchanged: { readonly count: number; readonly hash: string };
}

export interface DifferenceView {
  readonly key: string;
  readonly label: string;
  /** What stands in the ledger now, for people. */
  readonly ledger: string;
  readonly answer: string;
  /** What stood there when the link was made; '' when it is what stands there now. */
  readonly base: string;
  readonly others: readonly {
    readonly answerId: string;
    readonly sourceLabel: string;
    readonly at: string;
    readonly value: string;
  }[];
  readonly kind: 'change' | 'conflict-ledger' | 'conflict-answers';
  /** Why it needs a look, '' when it does not. */
  readonly note: string;
  /** What staff decided: the answer's value, the ledger's, another answer's (its id), or not yet (''). */
  readonly decided: '' | 'take' | 'leave' | 'other';
}

export interface AnswerView extends AnswerRow {
  readonly version: number;
  readonly business: {
    readonly number: string;
    readonly name: string;
    readonly address: string;
    readonly phone: string;
  } | null;
  readonly respondent: string;
  readonly respondedOn: string;
  readonly email: string;
  /** Who typed it in and from what, '' for a form. */
  readonly enteredBy: string;
  readonly ground: string;
  readonly differences: readonly DifferenceView[];
  readonly issues: readonly IssueView[];
  readonly history: readonly {
    readonly at: string;
    readonly by: string;
    readonly what: string;
    readonly why: string;
  }[];
  readonly actions: readonly ('approve' | 'discard' | 'assign' | 'reopen')[];
  /** Whose answer it may be, best first; empty unless it waits in 要確認. */
  readonly candidates: readonly {
    readonly businessNumber: string;
    readonly name: string;
    readonly address: string;
    readonly reason: string;
    readonly score: number;
  }[];
}

/** A business found in the ledger, for an answer that came by telephone or on paper. */
export interface BusinessView {
  readonly businessNumber: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  /** What the ledger holds, for people, in the order of the form. */
  readonly fields: readonly {
    readonly key: string;
    readonly label: string;
    readonly shown: string;
    /** As it can be typed again. */
    readonly typed: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  }[];
}
