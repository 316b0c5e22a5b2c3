/** View models of the register: its dashboard, the look before a sending. */
import { type Book, openBook } from '../../apps-script/jobs/book/book.ts';
import type { Round } from '../../apps-script/jobs/book/round.ts';
import type { OutgoingMail, Services } from '../../apps-script/jobs/port.ts';
import { type RegisterStanding, registerStanding } from '../../apps-script/jobs/register/dashboard.ts';
import { prefillable } from '../../apps-script/jobs/register/round-fields.ts';
import type { SendInput } from '../../apps-script/jobs/register/send.ts';
import type { RoundPlan } from '../../apps-script/jobs/register/send-plan.ts';
import {
  consentWords,
  deadlineWords,
  levyWords,
  rateWords,
  roundLabel,
} from '../../apps-script/jobs/register/standing-words.ts';
import { dayOf, shownTime } from '../../apps-script/jobs/time.ts';
import { fieldLabel } from '../../apps-script/jobs/words.ts';
import type { LeftOutReason } from '../../shared/register/recipients.ts';
import type { RegisterView, RoundView, SendPreview } from './register-protocol.ts';

const dayLength = 24 * 3_600_000;

function roundView(round: Round, standing: RegisterStanding, today: string): RoundView {
  const { states } = standing.summary;
  return {
    roundId: round.roundId,
    label: roundLabel(round.roundId),
    deadline: round.deadline,
    isOver: round.state === 'closed' || today > round.deadline,
    formUrl: round.linkPattern.replace(/\?.*$/, ''),
    startedBy: round.startedBy,
    sendingBy: round.sendingBy,
    asked: standing.summary.asked,
    counts: {
      open: states.unanswered,
      unreachable: states.undeliverable,
      unchanged: states.unchanged,
      changed: states.changed,
      quarantined: states.held,
      gone: states.gone,
    },
    rate: rateWords(standing.summary),
    mails: standing.mails,
    letters: round.letters,
  };
}

/**
 * The register as it stands. Throws UnusableInput when the workbook is not ready.
 * @param book what a job that has just run knows, to read nothing twice
 */
export function registerView(services: Services, book: Book = openBook(services.workbook)): RegisterView {
  const standing = registerStanding(services, book);
  const settings = book.settings();
  const { summary, judgedOn, round, levy, consent } = standing;
  const { lastDay, daysLeft, daysOver } = summary.deadline;
  const on = new Set(settings.prefill);
  return {
    ledgerRows: standing.ledgerRows,
    lastImport: standing.lastImport,
    deadline: { date: lastDay, days: daysLeft - daysOver, words: deadlineWords(summary.deadline) },
    judgement: judgedOn === '' ? null : { ...standing.tokusho, judgedAt: shownTime(settings.judgedAt) },
    round: round === null ? null : roundView(round, standing, dayOf(services.clock.now())),
    answers: standing.answers,
    levy: levy === null ? null : levyWords(levy),
    consent:
      consent === null
        ? null
        : {
            explicit: consent.explicit,
            tacit: consent.tacit,
            total: consent.total,
            words: consentWords(consent),
          },
    quota: { remaining: services.mail.remaining() },
    user: services.session.user(),
    prefillFields: prefillable().map(({ key }) => ({ key, label: fieldLabel(key), on: on.has(key) })),
    divisions: settings.divisions,
  };
}

const reasons: Readonly<Record<LeftOutReason, string>> = {
  closed: '廃業しています。',
  'opted-out': '台帳の「送付の可否」が「送らない」です。',
  answered: 'すでに回答があります。',
  'not-asked-yet': '依頼がまだ送られていません。',
  'already-sent': '依頼をすでに送りました（送信待ちを含みます）。',
  bounced: 'メールも郵便も届きません（台帳の「送付の可否」）。',
  'bad-address': 'メールアドレスの形が正しくなく、住所もありません。',
  'no-address': 'メールアドレスも住所もありません。',
};

export function sendPreviewView(
  services: Services,
  input: SendInput,
  { plan, sample }: { readonly plan: RoundPlan; readonly sample: OutgoingMail | null },
): SendPreview {
  const reasonOf = (reason: LeftOutReason): string =>
    reason === 'already-sent' && input.purpose === 'reminder' ? '7日以内に督促しました。' : reasons[reason];
  return {
    purpose: input.purpose,
    mails: plan.mails.length,
    letters: plan.letters.length,
    leftOut: plan.leftOut.map(({ businessNumber, name, reason }) => ({
      businessNumber,
      name,
      reason: reasonOf(reason),
    })),
    days: plan.days.map(({ day, count }) => ({
      date: dayOf(services.clock.now() + day * dayLength),
      count,
    })),
    sample: sample === null ? null : { to: sample.to, subject: sample.subject, body: sample.body },
    hash: plan.hash,
  };
}
