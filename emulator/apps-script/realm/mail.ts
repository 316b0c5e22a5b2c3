/** `MailApp` and `GmailApp.sendEmail` in all their signatures (https://developers.google.com/apps-script/reference/mail/mail-app). */
import { unwrapBlob } from './blob.ts';
import { call } from './bridge-client.ts';
import { GmailMessage } from './card-mail.ts';
import { assertTypes, Face, refusal, signatureError } from './face.ts';

interface MailOptions {
  to?: string;
  subject?: string;
  body?: string;
  cc?: string;
  bcc?: string;
  htmlBody?: string;
  name?: string;
  replyTo?: string;
  noReply?: boolean;
  attachments?: unknown[];
  inlineImages?: unknown;
}

function optional<K extends string>(key: K, value: unknown): Partial<Record<K, string>> {
  const out: Partial<Record<K, string>> = {};
  if (value !== undefined && value !== null) out[key] = String(value);
  return out;
}

function outgoing(method: string, args: unknown[]) {
  const [first] = args;
  const inOne = args.length === 1 && typeof first === 'object' && first !== null;
  const options = (
    inOne
      ? first
      : ((args.length === 4 ? args[3] : args.length === 3 && typeof args[2] === 'object' ? args[2] : {}) ??
        {})
  ) as MailOptions;
  if (options.inlineImages !== undefined) throw refusal('inlineImages はエミュレーターにありません。');
  if (!inOne && (args.length < 3 || args.slice(0, 3).some((arg) => typeof arg !== 'string'))) {
    throw signatureError(method, 'sendEmail', args);
  }
  const attachments = (options.attachments ?? []).map((item) => {
    const blob = unwrapBlob(item);
    return { name: blob.getName() ?? '', mimeType: blob.getContentType() ?? '', content: blob.base64_() };
  });
  return {
    to: String(inOne ? (options.to ?? '') : first),
    subject: String((inOne ? options.subject : args[1]) ?? ''),
    body: String((inOne ? options.body : args[2]) ?? ''),
    ...optional('cc', options.cc),
    ...optional('bcc', options.bcc),
    ...optional('htmlBody', options.htmlBody),
    ...optional('name', options.name),
    ...optional('replyTo', options.replyTo),
    noReply: options.noReply === true,
    attachments,
  };
}

export class MailAppFace extends Face {
  className_(): string {
    return 'MailApp';
  }

  sendEmail(...args: unknown[]): void {
    call('MailApp.sendEmail', outgoing('MailApp', args));
  }

  getRemainingDailyQuota(): number {
    return call('MailApp.getRemainingDailyQuota');
  }
}

export class GmailAppFace extends Face {
  className_(): string {
    return 'GmailApp';
  }

  sendEmail(...args: unknown[]): GmailAppFace {
    call('GmailApp.sendEmail', outgoing('GmailApp', args));
    return this;
  }

  /** https://developers.google.com/apps-script/reference/gmail/gmail-app#setCurrentMessageAccessToken(String) */
  setCurrentMessageAccessToken(accessToken: string): void {
    assertTypes('GmailApp', 'setCurrentMessageAccessToken', [accessToken], 'string');
    call('GmailApp.setCurrentMessageAccessToken', accessToken);
  }

  getMessageById(id: string): GmailMessage {
    assertTypes('GmailApp', 'getMessageById', [id], 'string');
    return new GmailMessage(call('GmailApp.getMessageById', id));
  }
}
