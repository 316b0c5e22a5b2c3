/** A kept answer without what identifies a person: its number, its state and its choices stay for the figures. */

import type { BusinessRecord } from '../../../shared/record/record.ts';
import { assets } from '../assets.ts';
import type { StoredAnswer } from '../book/answer.ts';
import type { StoredApplication } from '../book/application.ts';
import type { WantedMail } from '../book/stored-parts.ts';
import type { StoredSubmission } from '../book/submission.ts';

/** What an option of a list or a consent was: it names nobody. Everything else goes. */
function keptValues(values: BusinessRecord['values']): Record<string, string> {
  const { byKey, codeLists } = assets().catalogue;
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => {
      const field = byKey.get(key);
      if (field?.kind === 'consent') return value === 'yes' || value === 'no';
      if (field?.kind !== 'choice' && field?.kind !== 'choices') return false;
      const codes = new Set(codeLists.get(field.codeList ?? '')?.options.map(({ code }) => code));
      return value.split(';').every((code) => codes.has(code));
    }),
  );
}

const emptiedRecord = (record: BusinessRecord): BusinessRecord => ({
  ...record,
  typed: {},
  values: keptValues(record.values),
  changes: [],
  issues: [],
});

const emptiedMails = (mails: readonly WantedMail[]): readonly WantedMail[] =>
  mails.map((mail) => ({ ...mail, to: '', reason: '' }));

const withoutGround = <T extends { readonly ground: string }>(step: T): T => ({ ...step, ground: '' });

/** What was emptied, in words for 廃棄記録. */
export const emptiedWords =
  'フォームの回答、回答シートの行、氏名・連絡先・記述など選択肢以外の値、変更履歴と送付の本人に関する欄';

export function emptiedApplication(one: StoredApplication, destroyed: string): StoredApplication {
  return {
    ...one,
    email: '',
    record: emptiedRecord(one.record),
    state: { ...one.state, passed: one.state.passed.map(withoutGround) },
    decisions: one.decisions.map((entry) => ({
      ...entry,
      reason: '',
      steps: entry.steps.map(withoutGround),
      moves: entry.moves.map((move) => ({ ...move, reason: '' })),
    })),
    corrections: one.corrections.map((correction) => ({ ...correction, before: '', after: '', reason: '' })),
    mails: emptiedMails(one.mails),
    destroyed,
  };
}

/** The number of the business stays: it tells who has answered in a round, and 台帳 holds the business anyway. */
export function emptiedAnswer(one: StoredAnswer, destroyed: string): StoredAnswer {
  return {
    ...one,
    ground: '',
    email: '',
    businessName: '',
    record: emptiedRecord(one.record),
    acts: one.acts.map((act) => ({
      ...act,
      reason: '',
      changes: act.changes.map(({ key }) => ({ key, before: '', after: '' })),
    })),
    approved: {},
    exports: one.exports.map(({ batchId }) => ({ batchId, values: {} })),
    mails: emptiedMails(one.mails),
    destroyed,
  };
}

export function emptiedSubmission(one: StoredSubmission, destroyed: string): StoredSubmission {
  return {
    ...one,
    email: '',
    record: emptiedRecord(one.record),
    own: [],
    acts: one.acts.map((act) => ({ ...act, reason: '' })),
    mails: emptiedMails(one.mails),
    destroyed,
  };
}
