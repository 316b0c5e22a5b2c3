/**
 * Mails to who sent something: which text, filled with what, made safe. What was typed is plain text in the body,
 * escaped in HTML and freed of line breaks in a header.
 */
import { chamberPlaces, fillText } from '../../../shared/template/mail.ts';
import type { ChamberValues, MailText } from '../../../shared/template/template.ts';
import { isMailable } from '../../../shared/text/mailable.ts';
import { templateOf } from '../assets.ts';
import type { OutgoingMail } from '../port.ts';
import { writtenTime } from '../time.ts';
import { answerLinesOf } from './answer-lines.ts';
import type { Correspondence } from './correspondence.ts';
import { chamberValues, type Settings } from './settings.ts';
import type { WantedMail } from './stored-parts.ts';

export const mailStates = {
  waiting: '待ち',
  sending: '送信中',
  sent: '送信済',
  failed: '送れない',
  noAddress: '宛先なし',
  /** Its reason fell away before its turn came. */
  kept: '送らない',
} as const;

const subjectLimit = 200;

/** A text fit for a header: one line, no control characters, of bounded length. */
export function headerText(text: string): string {
  return Array.from(text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ').trim())
    .slice(0, subjectLimit)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

const mailLabels: Readonly<Record<WantedMail['purpose'], string>> = {
  receipt: '受付の確認',
  returned: '差戻し',
  waiting: 'キャンセル待ち',
  promoted: '繰上げ',
  cancelled: '取消し',
};

/** What a mail is for, as 送付 says it. */
export const mailLabel = (purpose: WantedMail['purpose']): string => mailLabels[purpose];

function valuesOf(from: Correspondence, settings: Settings): ChamberValues {
  const values = chamberValues(settings);
  return from.form === undefined ? values : { ...values, form: from.form };
}

function answerLines(from: Correspondence, settings: Settings): string {
  const values = valuesOf(from, settings);
  const lines = answerLinesOf(from.templateId, from.record.typed, values, chamberPlaces(values));
  return [...lines, ...(from.own ?? [])].map(({ title, text }) => `${title}：${text}`).join('\n');
}

function places(
  from: Correspondence,
  settings: Settings,
  more: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { values, typed } = from.record;
  return {
    ...chamberPlaces(valuesOf(from, settings)),
    name: values.name ?? typed.name ?? '',
    representativeName: values.representativeName ?? typed.representativeName ?? '',
    contactName: values.contactName ?? typed.contactName ?? '',
    receiptNumber: from.receipt,
    receivedAt: writtenTime(from.receivedAt),
    ...more,
  };
}

export function mailSubject(text: MailText, from: Correspondence, settings: Settings): string {
  return headerText(fillText(text.subject, places(from, settings, {})));
}

/** The mail as it goes out; `formUrl` is the address of the form, for a correction. */
export function renderMail(
  mail: WantedMail,
  from: Correspondence,
  settings: Settings,
  formUrl: string,
): OutgoingMail | null {
  const text = templateOf(from.templateId).mails[mail.purpose];
  if (text === undefined) return null;
  const body = fillText(
    text.body,
    places(from, settings, { answers: answerLines(from, settings), reason: mail.reason, formUrl }),
  );
  return outgoingMail(mail.to, mailSubject(text, from, settings), body, settings);
}

/** A mail of these words from the chamber; null when the address may not stand in a header. */
export function outgoingMail(
  to: string,
  subject: string,
  body: string,
  settings: Settings,
): OutgoingMail | null {
  if (!isMailable(to)) return null;
  return {
    to,
    subject: headerText(subject),
    body,
    html: `<div style="font-family:sans-serif;line-height:1.7;white-space:pre-wrap">${escapeHtml(body)}</div>`,
    senderName: headerText(settings.chamber.name),
    replyTo: isMailable(settings.chamber.email) ? settings.chamber.email : '',
  };
}
