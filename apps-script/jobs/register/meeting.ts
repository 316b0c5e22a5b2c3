/** Each answer beside what it meets: the register as it stood and stands, and the other answers for the same business. */

import {
  type AnswerDiff,
  type Approved,
  diffAnswer,
  isPlainUnchanged,
  ledgerFields,
  type OtherAnswer,
  overlay,
  type Values,
} from '../../../shared/register/answer-diff.ts';
import { withoutCoarserIndustry } from '../../../shared/register/coarser-industry.ts';
import { fieldKeyOf } from '../../../shared/template/elements.ts';
import { assets, templateOf } from '../assets.ts';
import type { Answer, StoredAnswer } from '../book/answer.ts';
import type { RegisterBook } from '../book/register-book.ts';
import { askedTable } from '../book/register-tables.ts';
import { askedId, readAsked } from '../book/round.ts';
import type { Row } from '../port.ts';

export interface Meeting {
  /** What holds now: the ledger with everything approved laid over, but for this answer itself. */
  readonly ledger: Values;
  readonly diff: AnswerDiff;
  /** 変更なし, known sender, nothing to look at: may be approved together with others. */
  readonly isPlain: boolean;
}

/** What stands against a key itself. */
export const keyIssues: ReadonlySet<string> = new Set(['token.invalid', 'token.expired']);

/** True while nobody has vouched for whose answer it is: its key was refused, or there is none. */
export function isUnproved(answer: Answer): boolean {
  return answer.record.issues.some((one) => keyIssues.has(one.code) && one.severity === 'error');
}

/** True while staff have to decide, and the answer counts as that of its business. */
export function isUndecided(answer: Answer): boolean {
  if (answer.businessNumber === '') return false;
  return answer.state === 'open' || (answer.state === 'quarantine' && !isUnproved(answer));
}

/** When it was approved last, '' when it was not. */
export function approvedAt(answer: Answer): string {
  return answer.acts.reduce((last, act) => (act.action === 'approve' ? act.at : last), '');
}

/** Keys of what the answer says about the business, in the order of the catalogue. */
export function saidKeys(answer: Answer): readonly string[] {
  const { values } = answer.record;
  return ledgerFields(assets().catalogue).flatMap(({ key }) => ((values[key] ?? '') === '' ? [] : [key]));
}

function unreadOf(answer: Answer): ReadonlySet<string> {
  return new Set(
    answer.record.issues.flatMap((one) => (one.severity === 'error' && one.key !== '' ? [one.key] : [])),
  );
}

const otherOf = (answer: Answer): OtherAnswer => ({
  id: answer.id,
  source: answer.source,
  at: answer.receivedAt,
  values: answer.record.values,
  unread: unreadOf(answer),
});

function approvedValues(answers: readonly Answer[]): readonly Approved[] {
  return answers
    .filter((one) => one.state === 'approved' && one.appliedBy === '')
    .map((one) => ({ at: approvedAt(one), values: one.approved }));
}

/** Rows of 照会 by round and business. */
export function askedRows(register: RegisterBook): ReadonlyMap<string, Row> {
  return new Map(
    register.book
      .rows(askedTable)
      .map((row) => [askedId(row.cells.回 ?? '', row.cells.事業所番号 ?? ''), row]),
  );
}

/** Answers by business; those of nobody known stay out. */
export function answersByBusiness(answers: readonly StoredAnswer[]): ReadonlyMap<string, StoredAnswer[]> {
  const found = new Map<string, StoredAnswer[]>();
  for (const answer of answers) {
    if (answer.businessNumber === '') continue;
    const held = found.get(answer.businessNumber);
    if (held === undefined) found.set(answer.businessNumber, [answer]);
    else held.push(answer);
  }
  return found;
}

/**
 * Lays answers beside what they meet.
 * @param ledgerOf what the ledger holds of a business; null: what its link was made with stands for it, which costs no look
 *   into a large sheet
 */
export function createMeetings(
  register: RegisterBook,
  ledgerOf: ((businessNumber: string) => Values | undefined) | null,
): (answer: Answer) => Meeting {
  const fields = ledgerFields(assets().catalogue);
  const asked = askedRows(register);
  const byBusiness = answersByBusiness(register.answers());
  const askedKeys = new Map<string, ReadonlySet<string>>();
  const keysOf = (templateId: string): ReadonlySet<string> => {
    let keys = askedKeys.get(templateId);
    if (keys === undefined) {
      const { sections } = templateOf(templateId).template;
      keys = new Set(sections.flatMap((section) => section.items.map(fieldKeyOf)));
      askedKeys.set(templateId, keys);
    }
    return keys;
  };

  return (answer) => {
    const same = (byBusiness.get(answer.businessNumber) ?? []).filter((one) => one.id !== answer.id);
    const row = asked.get(askedId(answer.roundId, answer.businessNumber));
    const base = row === undefined ? null : readAsked(row).base;
    const held = ledgerOf === null ? (base ?? {}) : (ledgerOf(answer.businessNumber) ?? {});
    const ledger = overlay(held, approvedValues(same)).values;
    // The link was made with the fields of its form; of others nobody noted what stood there.
    const keys = keysOf(answer.templateId);
    const known =
      base === null
        ? null
        : { ...Object.fromEntries(Object.entries(ledger).filter(([key]) => !keys.has(key))), ...base };
    const compared = diffAnswer(
      {
        base: known,
        ledger,
        answer: answer.record.values,
        unread: unreadOf(answer),
        others: same.filter(isUndecided).map(otherOf),
      },
      fields,
    );
    const diff = withoutCoarserIndustry(compared, answer.record.values);
    const isPlain =
      answer.state === 'open' &&
      isPlainUnchanged(
        {
          isIdentified: answer.businessNumber !== '' && !isUnproved(answer),
          values: answer.record.values,
          issues: answer.record.issues,
        },
        diff,
      );
    return { ledger, diff, isPlain };
  };
}

/**
 * Lays these answers beside the ledger as it is: one narrow read of 台帳 for all of them, none where they and their rivals
 * say nothing about a business.
 */
export function meetLedger(
  register: RegisterBook,
  answers: readonly StoredAnswer[],
): (answer: StoredAnswer) => Meeting {
  const byBusiness = answersByBusiness(register.answers());
  const numbers = new Set<string>();
  for (const { businessNumber } of answers) {
    const telling = (byBusiness.get(businessNumber) ?? []).some((one) => saidKeys(one).length > 0);
    if (telling) numbers.add(businessNumber);
  }
  const rows = numbers.size === 0 ? new Map() : register.ledgerRows(numbers);
  return createMeetings(register, (number) => rows.get(number)?.values);
}
