/** Approves together every 変更なし that nobody has to look at: known sender, nothing that differs, nothing to mend. */
import { sha256Hex } from '../../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { type Answer, type StoredAnswer, versionOf } from '../book/answer.ts';
import { openBook } from '../book/book.ts';
import { project, readProjected } from '../book/project.ts';
import { type RegisterBook, registerBook } from '../book/register-book.ts';
import type { Services } from '../port.ts';
import { isoOf } from '../time.ts';
import { meetLedger } from './meeting.ts';

const bulkReason = '変更なしの一括承認';

/** Answers that can be approved together. */
export function plainUnchanged(register: RegisterBook): readonly StoredAnswer[] {
  const open = register
    .answers()
    .filter((one) => one.state === 'open' && one.record.values.changeStatus === 'unchanged');
  const meet = meetLedger(register, open);
  const numbers = open.length === 0 ? new Map<string, number>() : register.ledgerNumbers();
  return open.filter((one) => numbers.has(one.businessNumber) && meet(one).isPlain);
}

/** Stands for exactly these answers, each as it was before its approval. */
export function hashOf(answers: readonly { readonly id: string; readonly version: number }[]): string {
  const parts = answers.map(({ id, version }) => `${id} ${version}`).sort();
  return sha256Hex(encodeUtf8(JSON.stringify(parts)));
}

export const seen = (answer: Answer) => ({ id: answer.id, version: versionOf(answer) });

/** What the last such request of this person has approved already: a run may have died half-way. */
function lastBulk(answers: readonly StoredAnswer[], by: string): readonly StoredAnswer[] {
  const made = answers.flatMap((answer) => {
    const act = answer.acts[answer.acts.length - 1];
    return act?.action === 'approve' && act.by === by && act.reason === bulkReason ? [{ answer, act }] : [];
  });
  const latest = made.reduce((last, { act }) => (act.at > last ? act.at : last), '');
  return made.filter(({ act }) => act.at === latest).map(({ answer }) => answer);
}

/**
 * @param hash of what the person saw
 * Throws UnusableInput `answer.unchanged-moved` when it is not the same any more. Returns how many it approved, those
 * of a run of the same request that died among them.
 */
export function approveUnchanged(services: Services, hash: string): number {
  return services.withLock(() => {
    const book = openBook(services.workbook);
    readProjected(book, ['register']);
    const register = registerBook(book);
    const by = services.session.user();
    const waiting = plainUnchanged(register);
    let before: readonly StoredAnswer[] = [];
    if (hashOf(waiting.map(seen)) !== hash) {
      before = lastBulk(register.answers(), by);
      const begun = before.map(({ id, acts }) => ({ id, version: acts.length - 1 }));
      if (hashOf([...waiting.map(seen), ...begun]) !== hash)
        throw new UnusableInput([issue('answer.unchanged-moved', 'error', '')]);
    }
    const at = before[0]?.acts[before[0].acts.length - 1]?.at ?? isoOf(services.clock.now());
    const more = { takes: {}, changes: [], businessNumber: '' };
    register.changeAnswers(
      waiting.map((answer) => ({
        ...answer,
        state: 'approved' as const,
        approved: {},
        acts: [
          ...answer.acts,
          { ...more, at, by, version: versionOf(answer), action: 'approve' as const, reason: bulkReason },
        ],
      })),
    );
    project(book, ['register']);
    return before.length + waiting.length;
  });
}
