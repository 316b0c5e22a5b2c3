/** The message an add-on was opened on (https://developers.google.com/apps-script/reference/gmail/gmail-message). */
import type { MessageInfo } from '../host/mail-ops.ts';
import { call } from './bridge-client.ts';
import { Face } from './face.ts';

export class GmailMessage extends Face {
  private readonly info: MessageInfo;

  constructor(info: MessageInfo) {
    super();
    this.info = info;
  }

  className_(): string {
    return 'GmailMessage';
  }

  getId(): string {
    return this.info.id;
  }

  /** `名前 <address>`, or the bare address. */
  getFrom(): string {
    return this.info.from;
  }

  getReplyTo(): string {
    return this.info.replyTo;
  }

  getTo(): string {
    return this.info.to;
  }

  getCc(): string {
    return this.info.cc;
  }

  getSubject(): string {
    return this.info.subject;
  }

  getDate(): Date {
    return new Date(this.info.at);
  }

  getPlainBody(): string {
    return call('GmailMessage.getBody', this.info.id, 'plain');
  }

  getBody(): string {
    return call('GmailMessage.getBody', this.info.id, 'html');
  }
}
