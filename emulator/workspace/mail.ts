/** Sending mail into the workspace's mail box, with the platform's limits (https://developers.google.com/apps-script/reference/mail/mail-app). */
import type { Workspace } from '../api.ts';
import type { MailState } from './model.ts';
import { refuse } from './platform-error.ts';
import { consume } from './quotas.ts';

export const RECIPIENTS_PER_MESSAGE = 50;
export const BODY_BYTES = 400 * 1024;
export const CONSUMER_BODY_BYTES = 200 * 1024;
export const ATTACHMENTS = 250;
export const ATTACHMENT_BYTES = 25 * 1024 * 1024;

export interface OutgoingMail {
  to: string;
  cc?: string;
  bcc?: string;
  subject: string;
  body: string;
  htmlBody?: string;
  name?: string;
  replyTo?: string;
  noReply?: boolean;
  attachments?: { name: string; mimeType: string; content: string }[];
}

function addresses(text: string): string[] {
  const out: string[] = [];
  for (const part of text.split(',')) {
    const trimmed = part.trim();
    if (trimmed === '') continue;
    const bare = /<([^<>]+)>$/.exec(trimmed)?.[1] ?? trimmed;
    if (/[\r\n]/.test(text) || !/^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@<>"(),;:]+$/.test(bare)) {
      refuse(`Invalid email: ${trimmed}`);
    }
    out.push(bare);
  }
  return out;
}

function oneLine(text: string, name: string): string {
  if (/[\r\n\0]/.test(text)) refuse(`Invalid argument: ${name}`);
  return text;
}

/** Sends one mail; recipients count against the day's quota before anything is stored. */
export function sendMail(workspace: Workspace, from: string, mail: OutgoingMail): MailState {
  const to = addresses(mail.to);
  const cc = addresses(mail.cc ?? '');
  const bcc = addresses(mail.bcc ?? '');
  const recipients = to.length + cc.length + bcc.length;
  if (recipients === 0) refuse('Failed to send email: no recipient');
  if (recipients > RECIPIENTS_PER_MESSAGE) {
    refuse('Limit Exceeded: Email Recipients Per Message.');
  }
  const bodyLimit = /@gmail\.com$/i.test(from) ? CONSUMER_BODY_BYTES : BODY_BYTES;
  for (const text of [mail.body, mail.htmlBody ?? '']) {
    if (Buffer.byteLength(text, 'utf8') > bodyLimit) refuse('Limit Exceeded: Email Body Size.');
  }
  const attachments = mail.attachments ?? [];
  if (attachments.length > ATTACHMENTS) refuse('Limit Exceeded: Email Attachments Per Message.');
  const size = attachments.reduce((sum, file) => sum + Math.floor((file.content.length * 3) / 4), 0);
  if (size > ATTACHMENT_BYTES) refuse('Limit Exceeded: Email Total Attachments Size.');
  const subject = oneLine(mail.subject, 'subject');
  if (subject.length > 250) refuse('Invalid argument: subject');
  const replyTo = addresses(mail.replyTo ?? '').join(', ');
  const fromName = oneLine(mail.name ?? workspace.state.users[from]?.name ?? '', 'name');
  consume(workspace, from, 'mailRecipients', recipients);
  const sent: MailState = {
    id: workspace.newId('mail'),
    at: workspace.now(),
    from: mail.noReply === true ? `noreply@${from.split('@')[1] ?? 'example.jp'}` : from,
    fromName,
    replyTo,
    to,
    cc,
    bcc,
    subject,
    body: mail.body,
    htmlBody: mail.htmlBody ?? '',
    attachments,
    readBy: [],
  };
  workspace.state.mails.push(sent);
  workspace.touch();
  return sent;
}
