/** View models of answers about the register as lines of a list. */
import type { AnswerState, StoredAnswer } from '../../apps-script/jobs/book/answer.ts';
import { countOf } from '../../apps-script/jobs/book/application.ts';
import { type Batch, batchByReceipt } from '../../apps-script/jobs/book/batch.ts';
import { meetingIssues } from '../../apps-script/jobs/book/project-register.ts';
import type { RegisterBook } from '../../apps-script/jobs/book/register-book.ts';
import { answerStates } from '../../apps-script/jobs/book/register-tables.ts';
import {
  exportWords,
  nameOf,
  sourceLabel,
  stateLabel,
  statusLabel,
} from '../../apps-script/jobs/register/answer-words.ts';
import { hashOf, plainUnchanged, seen } from '../../apps-script/jobs/register/approve-unchanged.ts';
import { isUndecided, type Meeting, meetLedger, saidKeys } from '../../apps-script/jobs/register/meeting.ts';
import { shownTime } from '../../apps-script/jobs/time.ts';
import type { Input } from './protocol.ts';
import type { AnswerRow, AnswersView } from './register-protocol.ts';

export function answerRow(answer: StoredAnswer, meeting: Meeting, batch: Batch | undefined): AnswerRow {
  const { differences, rivals } = meeting.diff;
  const issues = [...answer.record.issues, ...meetingIssues(answer, meeting)];
  const undecided = isUndecided(answer);
  return {
    answerId: answer.id,
    receiptNumber: answer.receipt,
    businessNumber: answer.businessNumber,
    name: nameOf(answer),
    receivedAt: shownTime(answer.receivedAt),
    sourceLabel: sourceLabel(answer),
    statusLabel: statusLabel(answer),
    state: { id: answer.state, label: stateLabel(answer.state) },
    errors: countOf(issues, 'error'),
    warnings: countOf(issues, 'warning'),
    changed:
      answer.state === 'approved'
        ? Object.keys(answer.approved).length
        : answer.businessNumber === ''
          ? saidKeys(answer).length
          : differences.length,
    conflict: undecided && (rivals.length > 0 || differences.some(({ kind }) => kind !== 'change')),
    exportLabel: exportWords(answer, batch),
  };
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

function searchText(answer: StoredAnswer): string {
  const { values, typed } = answer.record;
  const keys = ['name', 'nameKana', 'respondentName', 'phone', 'address', 'businessNumber'];
  const said = keys.flatMap((key) => [values[key] ?? '', typed[key] ?? '']);
  return folded([answer.receipt, answer.businessNumber, answer.businessName, ...said].join('\n'));
}

const stateIds = Object.keys(answerStates) as readonly AnswerState[];

/** Newest first; `counts` and `unchanged` are those of all answers, whatever the filter. */
export function answersView(register: RegisterBook, input: Input<'answers'>): AnswersView {
  const all = register.answers();
  const words = folded(input.search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = all
    .filter((one) => input.state === '' || one.state === input.state)
    .filter((one) => {
      if (words.length === 0) return true;
      const text = searchText(one);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : a.receivedAt > b.receivedAt ? -1 : b.at - a.at));
  const from = Math.max(0, Math.floor(input.offset));
  const page = found.slice(from, from + Math.min(1000, Math.max(1, Math.floor(input.limit))));
  const meet = meetLedger(register, page);
  const batches = batchByReceipt(register.book.batches());
  const plain = plainUnchanged(register);
  return {
    rows: page.map((one) => answerRow(one, meet(one), batches.get(one.receipt))),
    total: found.length,
    counts: stateIds.map((id) => ({
      state: { id, label: stateLabel(id) },
      count: all.filter((one) => one.state === id).length,
    })),
    unchanged: { count: plain.length, hash: hashOf(plain.map(seen)) },
  };
}
