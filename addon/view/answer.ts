/** View model of one answer about the register: what differs and what meets what, in words, and what can be done. */
import type { StoredAnswer } from '../../apps-script/jobs/book/answer.ts';
import { versionOf } from '../../apps-script/jobs/book/answer.ts';
import { awaitsExport, type Batch, batchByReceipt, batchStates } from '../../apps-script/jobs/book/batch.ts';
import { mailStates } from '../../apps-script/jobs/book/mail.ts';
import { meetingIssues } from '../../apps-script/jobs/book/project-register.ts';
import type { RegisterBook } from '../../apps-script/jobs/book/register-book.ts';
import { mailTable } from '../../apps-script/jobs/book/tables.ts';
import { sourceLabel } from '../../apps-script/jobs/register/answer-words.ts';
import { answerActions } from '../../apps-script/jobs/register/decide-answer.ts';
import { candidatesFor } from '../../apps-script/jobs/register/find-businesses.ts';
import { type Meeting, meetLedger, saidKeys } from '../../apps-script/jobs/register/meeting.ts';
import { shownTime } from '../../apps-script/jobs/time.ts';
import { fieldLabel, shownValue } from '../../apps-script/jobs/words.ts';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import type { FieldDifference } from '../../shared/register/answer-diff.ts';
import { answerRow } from './answers.ts';
import { issueViews } from './issues.ts';
import type { AnswerView, DifferenceView } from './register-protocol.ts';

/** Businesses that are proposed for an answer whose sender is not known. */
const mostCandidates = 5;

const quoted = (key: string, value: string): string =>
  value === '' ? '（空欄）' : `「${shownValue(key, value)}」`;

/** Why a difference needs a look; '' where a person can see it at once. */
function noteOf(found: FieldDifference): string {
  const { key, base, ledger } = found;
  if (found.unread) return '読み取れない値です。採用できません。';
  if (found.kind === 'conflict-answers') {
    const others = found.others.map((one) => quoted(key, one.value)).join('、');
    return `ほかの回答は${others}です。どちらにするかを選んでください。`;
  }
  if (found.kind === 'conflict-ledger') {
    const was = quoted(key, base ?? '');
    return `ご案内を送ったあとに、台帳が${was}から${quoted(key, ledger)}に変わっています。`;
  }
  return found.spellingOnly ? '書き方だけの違いです。' : '';
}

function openDifference(found: FieldDifference, byId: ReadonlyMap<string, StoredAnswer>): DifferenceView {
  const { key, base, ledger } = found;
  return {
    key,
    label: fieldLabel(key),
    ledger: shownValue(key, ledger),
    answer: shownValue(key, found.answer),
    base: base === null || base === ledger ? '' : shownValue(key, base),
    others: found.others.map((one) => {
      const other = byId.get(one.id);
      return {
        answerId: one.id,
        sourceLabel: other === undefined ? '' : sourceLabel(other),
        at: shownTime(one.at),
        value: shownValue(key, one.value),
      };
    }),
    kind: found.kind,
    note: noteOf(found),
    decided: '',
  };
}

/** The fields as they were decided; what stood there before is told by the approval, not by the ledger of today. */
function decidedDifferences(
  answer: StoredAnswer,
  { ledger }: Meeting,
  byId: ReadonlyMap<string, StoredAnswer>,
): readonly DifferenceView[] {
  const act = [...answer.acts].reverse().find((one) => one.action === 'approve');
  return Object.entries(act?.takes ?? {}).map(([key, take]) => {
    const change = act?.changes.find((one) => one.key === key);
    const other = byId.get(take);
    return {
      key,
      label: fieldLabel(key),
      ledger: shownValue(key, change?.before ?? ledger[key] ?? ''),
      answer: shownValue(key, answer.record.values[key] ?? ''),
      base: '',
      others:
        other === undefined
          ? []
          : [
              {
                answerId: other.id,
                sourceLabel: sourceLabel(other),
                at: shownTime(other.receivedAt),
                value: shownValue(key, change?.after ?? other.record.values[key] ?? ''),
              },
            ],
      kind: 'change',
      note: '',
      decided: take === 'answer' ? 'take' : take === 'ledger' ? 'leave' : 'other',
    };
  });
}

/** What an answer of nobody known says: there is no ledger to lay it beside. */
function saidDifferences(answer: StoredAnswer): readonly DifferenceView[] {
  return saidKeys(answer).map((key) => ({
    key,
    label: fieldLabel(key),
    ledger: '',
    answer: shownValue(key, answer.record.values[key] ?? ''),
    base: '',
    others: [],
    kind: 'change',
    note: '',
    decided: '',
  }));
}

function differences(
  answer: StoredAnswer,
  meeting: Meeting,
  byId: ReadonlyMap<string, StoredAnswer>,
): readonly DifferenceView[] {
  if (answer.state === 'approved') return decidedDifferences(answer, meeting, byId);
  if (answer.businessNumber === '') return saidDifferences(answer);
  return meeting.diff.differences.map((one) => openDifference(one, byId));
}

const actWords = {
  approve: '承認しました',
  discard: '見送りました',
  assign: 'の回答としました',
  reopen: '確認待ちに戻しました',
} as const;

function history(
  answer: StoredAnswer,
  batch: Batch | undefined,
  mails: ReadonlyMap<string, { readonly state: string; readonly at: string }>,
): AnswerView['history'] {
  const received =
    answer.source === 'form'
      ? { at: answer.receivedAt, by: '回答者', what: 'フォームで回答', why: '' }
      : { at: answer.receivedAt, by: answer.enteredBy, what: '代理入力', why: `${answer.ground}による回答` };
  const acts = answer.acts.map((act) => {
    const fields = act.changes
      .map(({ key, before, after }) => `${fieldLabel(key)} ${quoted(key, before)}→${quoted(key, after)}`)
      .join('、');
    const whose = act.action === 'assign' ? `事業所 ${act.businessNumber} ` : '';
    return {
      at: act.at,
      by: act.by,
      what: `${whose}${actWords[act.action]}${fields === '' ? '' : `：${fields}`}`,
      why: act.reason,
    };
  });
  const sent = answer.mails.map((mail) => {
    const outcome = mails.get(mail.id);
    const state = outcome?.state ?? mailStates.waiting;
    const at = outcome === undefined || outcome.at === '' ? mail.at : outcome.at;
    return { at, by: '会議所キット', what: `受付の確認メール（${state}）`, why: '' };
  });
  const exported =
    batch === undefined
      ? []
      : [
          {
            at: batch.receipt.at,
            by: batch.receipt.by,
            what: `CSV出力 ${batch.id}（${batchStates[batch.state]}）`,
            why: batch.note,
          },
        ];
  return [received, ...acts, ...sent, ...exported]
    .map((entry) => ({ ...entry, at: shownTime(entry.at) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Throws UnusableInput `answer.not-found`. */
export function answerView(register: RegisterBook, answerId: string): AnswerView {
  const { book } = register;
  const byId = new Map(register.answers().map((one) => [one.id, one]));
  const answer = byId.get(answerId);
  if (answer === undefined) throw new UnusableInput([issue('answer.not-found', 'error', '')]);
  const meeting = meetLedger(register, [answer])(answer);
  const batch = batchByReceipt(book.batches()).get(answer.receipt);
  const number = answer.businessNumber;
  const business = number === '' ? undefined : register.ledgerRows([number]).get(number);
  const { values, typed } = answer.record;
  const isOut = answer.appliedBy !== '' || (batch !== undefined && !awaitsExport(batch));
  const mails = new Map(
    book
      .rows(mailTable)
      .map(({ cells }) => [cells.メールID ?? '', { state: cells.状態 ?? '', at: cells.送信日時 ?? '' }]),
  );
  return {
    ...answerRow(answer, meeting, batch),
    version: versionOf(answer),
    business:
      business === undefined
        ? null
        : {
            number,
            name: business.values.name ?? '',
            address: business.values.address ?? '',
            phone: business.values.phone ?? '',
          },
    respondent: values.respondentName ?? typed.respondentName ?? '',
    respondedOn: shownValue('respondedOn', values.respondedOn ?? answer.receivedAt.slice(0, 10)),
    email: answer.email,
    enteredBy: answer.enteredBy,
    ground: answer.ground,
    differences: differences(answer, meeting, byId),
    issues: issueViews([...answer.record.issues, ...meetingIssues(answer, meeting)]),
    history: history(answer, batch, mails),
    actions: answerActions(answer).filter((action) => action !== 'reopen' || !isOut),
    candidates:
      answer.state !== 'quarantine'
        ? []
        : candidatesFor(book, answer, mostCandidates).map(({ business: one, score, reason }) => ({
            businessNumber: one.businessNumber,
            name: one.name,
            address: one.address,
            reason,
            score,
          })),
  };
}
