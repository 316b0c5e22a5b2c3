/**
 * New answers of a register form. Whose an answer is, its key proves, and nothing else: without a good one it is kept
 * in 要確認, is compared with nothing and tells its sender nothing.
 */
import type { Issue } from '../../../shared/issue/issue.ts';
import { createChecker } from '../../../shared/record/check.ts';
import type { BusinessRecord } from '../../../shared/record/record.ts';
import {
  answerFingerprint,
  judgeAnswersOfKey,
  type KeyAnswer,
  type StandingAnswer,
} from '../../../shared/register/answers-of-key.ts';
import { createKeyVerifier, type KeyHolder, type KeyVerdict } from '../../../shared/register/update-key.ts';
import { answerByField, sourcesOf } from '../../../shared/response/replaced.ts';
import { isMailable } from '../../../shared/text/mailable.ts';
import { answerOf, receiptNumbers, type TakeIn } from '../answers-of-form.ts';
import { assets, templateOf } from '../assets.ts';
import type { Answer, AnswerState, StoredAnswer } from '../book/answer.ts';
import type { Book } from '../book/book.ts';
import type { FormRow } from '../book/forms.ts';
import { readRegister } from '../book/project-register.ts';
import { type RegisterBook, registerBook } from '../book/register-book.ts';
import { askedTable, ledgerNotes, sendingWords } from '../book/register-tables.ts';
import { chamberValues } from '../book/settings.ts';
import type { Row, Services } from '../port.ts';
import { dayOf, fiscalYearLabel, timeOf } from '../time.ts';
import { allSecrets } from './secrets.ts';

/** 送付の可否 of those whom no mail reaches or who want none; the cell may hold several. */
const unmailed = [sendingWords.bouncedMail, sendingWords.optedOut];

interface Holders {
  readonly verify: (typed: string, answeredOn: string) => KeyVerdict;
  /** Names of those asked, by ref. */
  readonly names: ReadonlyMap<string, string>;
}

/** Everybody who was ever given a key, and the verifier of keys. */
function holdersOf(register: RegisterBook, services: Services): Holders {
  const deadlines = new Map(register.rounds().map((round) => [round.roundId, round.deadline]));
  const holders = new Map<string, KeyHolder>();
  const names = new Map<string, string>();
  for (const { cells } of register.book.rows(askedTable)) {
    const ref = cells.ref ?? '';
    const roundId = cells.回 ?? '';
    const expiresOn = deadlines.get(roundId);
    if (ref === '' || expiresOn === undefined) continue;
    holders.set(ref, { businessNumber: cells.事業所番号 ?? '', roundId, expiresOn });
    names.set(ref, cells.事業所名 ?? '');
  }
  const secrets = allSecrets(services);
  return { verify: createKeyVerifier({ chamberId: services.workbook.id, secrets, holders }), names };
}

function keyAnswer(answer: Answer): KeyAnswer {
  return {
    // The 受付番号 is what people know an answer by; the issue names it.
    id: answer.receipt,
    at: timeOf(answer.receivedAt) ?? 0,
    fingerprint: answerFingerprint(answer.record.values),
    decided: answer.state === 'approved' || answer.state === 'discarded',
  };
}

const stateOf: Readonly<Record<StandingAnswer['standing'], AnswerState>> = {
  counts: 'open',
  corrected: 'superseded',
  repeated: 'superseded',
  held: 'quarantine',
  decided: 'open',
};

const withIssue = (record: BusinessRecord, found: Issue | null): BusinessRecord =>
  found === null ? record : { ...record, issues: [...record.issues, found] };

/** The holder's name is known by its place in 照会. */
function holderName(rows: readonly Row[], holder: KeyHolder): string {
  const row = rows.find(
    ({ cells }) => cells.回 === holder.roundId && cells.事業所番号 === holder.businessNumber,
  );
  return row?.cells.事業所名 ?? '';
}

export function takeInRegisterAnswers(book: Book, services: Services): TakeIn {
  const register = registerBook(book);
  const settings = book.settings();
  const numberFor = receiptNumbers(
    register.answers().map((answer) => answer.receipt),
    'U',
  );
  let holders: Holders | null = null;
  const added: Answer[] = [];
  const changed = new Map<string, StoredAnswer>();

  /** What the key proves of an answer, and what it only hints at. */
  function proved(record: BusinessRecord, day: string) {
    holders ??= holdersOf(register, services);
    const verdict = holders.verify(record.typed.updateKey ?? '', day);
    if (verdict.ok) {
      const { businessNumber, roundId, ref } = verdict;
      return { record, businessNumber, roundId, ref, businessName: holders.names.get(ref) ?? '' };
    }
    const { holder } = verdict;
    return {
      record: withIssue(record, verdict.issue),
      businessNumber: holder?.businessNumber ?? '',
      roundId: holder?.roundId ?? '',
      ref: '',
      businessName: holder === null ? '' : holderName(book.rows(askedTable), holder),
    };
  }

  function newAnswer(form: FormRow, checked: BusinessRecord, day: string): Answer {
    const known = proved(checked, day);
    return {
      ...known,
      id: checked.responseId,
      formId: form.formId,
      templateId: form.templateId,
      templateVersion: form.templateVersion,
      receipt: numberFor(fiscalYearLabel(day, settings.fiscalYearStart)),
      receivedAt: checked.submittedAt,
      source: 'form',
      enteredBy: '',
      ground: '',
      email: mailable(known.record.values.email),
      state: known.ref === '' ? 'quarantine' : 'open',
      acts: [],
      approved: {},
      exports: [],
      appliedBy: '',
      mails: [],
    };
  }

  /** Settles which answer of each key counts, with those that came before. */
  function settled(): readonly Answer[] {
    const groups = new Map<string, Answer[]>();
    for (const answer of added) {
      if (answer.ref !== '') groups.set(answer.ref, [...(groups.get(answer.ref) ?? []), answer]);
    }
    const before = register.answers().filter((one) => one.source === 'form' && groups.has(one.ref));
    for (const answer of before) groups.get(answer.ref)?.push(answer);
    const standing = new Map<string, StandingAnswer>();
    for (const group of groups.values()) {
      if (group.length === 1) continue;
      for (const one of judgeAnswersOfKey(group.map(keyAnswer))) standing.set(one.id, one);
    }
    for (const answer of before) {
      if (answer.state !== 'open' || standing.get(answer.receipt)?.standing !== 'corrected') continue;
      changed.set(answer.id, { ...answer, state: 'superseded' });
    }
    return added.map((answer) => {
      const judged = standing.get(answer.receipt);
      if (judged === undefined) return answer;
      return { ...answer, record: withIssue(answer.record, judged.issue), state: stateOf[judged.standing] };
    });
  }

  /** The typed address, else the ledger's: only of those whose key is good, and only where mails reach it. */
  function addressed(answers: readonly Answer[]): readonly Answer[] {
    const silent = answers.filter((one) => one.email === '' && one.ref !== '');
    const rows = register.ledgerRows(silent.map((one) => one.businessNumber));
    return answers.map((answer) => {
      const row = answer.email === '' && answer.ref !== '' ? rows.get(answer.businessNumber) : undefined;
      const sending = row?.cells[ledgerNotes.sending] ?? '';
      const barred = unmailed.some((word) => sending.includes(word));
      const to = row === undefined || barred ? answer.email : mailable(row.values.email);
      const mail = { id: `${answer.id}/receipt`, purpose: 'receipt' as const, reason: '' };
      return { ...answer, mails: [{ ...mail, to, at: answer.receivedAt }] };
    });
  }

  let stored: readonly Answer[] = [];
  return {
    known: () => register.answers().map((answer) => answer.id),
    take(form, raws, keys) {
      if (raws.length === 0) return;
      readRegister(book);
      const { template } = templateOf(form.templateId);
      const sources = sourcesOf(template);
      const check = createChecker({
        template,
        catalogue: assets().catalogue,
        today: dayOf(services.clock.now()),
        chamber: chamberValues(settings),
      });
      for (const raw of raws) {
        const answer = answerByField(answerOf(raw, keys), sources);
        added.push(newAnswer(form, check(answer), dayOf(raw.at)));
      }
      stored = addressed(settled());
    },
    store() {
      // In this order: were the new ones stored first, a run that died here would leave two that count.
      register.changeAnswers([...changed.values()]);
      register.addAnswers(stored);
    },
  };
}

/** The address when mails can go there, else ''. */
function mailable(address: string | undefined): string {
  return address !== undefined && isMailable(address) ? address : '';
}
