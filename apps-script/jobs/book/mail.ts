/**
 * Mails to an applicant: which text, filled with what, made safe. What an applicant typed is plain text in the body,
 * escaped in HTML and freed of line breaks in a header.
 */
import { chamberPlaces, fillText } from '../../../shared/template/mail.ts';
import type { MailText } from '../../../shared/template/template.ts';
import { templateOf } from '../assets.ts';
import type { OutgoingMail } from '../port.ts';
import { writtenTime } from '../time.ts';
import { fieldLabel, shownAnswer } from '../words.ts';
import type { Application, WantedMail } from './application.ts';
import { chamberValues, type Settings } from './settings.ts';

export const mailStates = {
  waiting: '待ち',
  sending: '送信中',
  sent: '送信済',
  failed: '送れない',
  noAddress: '宛先なし',
} as const;

const subjectLimit = 200;

/** A text fit for a header: one line, no control characters, of bounded length. */
export function headerText(text: string): string {
  return Array.from(text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ').trim())
    .slice(0, subjectLimit)
    .join('');
}

/** True for one plain address: nothing that a header could read as a second recipient or a new line. */
export function isMailable(address: string): boolean {
  return (
    address.length <= 254 && /^[^\s,;:<>()[\]"\\\u0000-\u001F]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$/.test(address)
  );
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

/** Answers in the template's order, as they were understood; tokens and consents' texts stay out. */
function answerLines(application: Application): string {
  const { template } = templateOf(application.templateId);
  const { values, typed } = application.record;
  return template.sections
    .flatMap((section) => section.items)
    .flatMap((item) => {
      const key = item.key ?? '';
      const value = values[key] === undefined ? (typed[key] ?? '') : shownAnswer(item, values[key]);
      return value === '' ? [] : [`${item.title ?? fieldLabel(key)}：${value}`];
    })
    .join('\n');
}

function places(
  application: Application,
  settings: Settings,
  more: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { values, typed } = application.record;
  return {
    ...chamberPlaces(chamberValues(settings)),
    name: values.name ?? typed.name ?? '',
    representativeName: values.representativeName ?? typed.representativeName ?? '',
    receiptNumber: application.receipt,
    receivedAt: writtenTime(application.receivedAt),
    ...more,
  };
}

export function mailSubject(text: MailText, application: Application, settings: Settings): string {
  return headerText(fillText(text.subject, places(application, settings, {})));
}

/** The mail as it goes out; `formUrl` is the address of the form, for a correction. */
export function renderMail(
  mail: WantedMail,
  application: Application,
  settings: Settings,
  formUrl: string,
): OutgoingMail | null {
  const text = templateOf(application.templateId).mails[mail.purpose];
  if (text === undefined || !isMailable(mail.to)) return null;
  const body = fillText(
    text.body,
    places(application, settings, { answers: answerLines(application), reason: mail.reason, formUrl }),
  );
  return {
    to: mail.to,
    subject: mailSubject(text, application, settings),
    body,
    html: `<div style="font-family:sans-serif;line-height:1.7;white-space:pre-wrap">${escapeHtml(body)}</div>`,
    senderName: headerText(settings.chamber.name),
    replyTo: isMailable(settings.chamber.email) ? settings.chamber.email : '',
  };
}
