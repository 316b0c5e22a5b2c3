/**
 * Reading mail. An add-on may read the message it was opened on with the token of its event
 * (https://developers.google.com/workspace/add-ons/concepts/workspace-scopes#gmail_scopes), a script with a wide scope any
 * message of its user.
 */
import type { MailState } from '../../workspace/model.ts';
import { refuse } from '../../workspace/platform-error.ts';
import type { Execution } from './execution.ts';
import { scopesOf } from './manifest-scopes.ts';
import { op } from './op.ts';

export interface MessageInfo {
  readonly id: string;
  readonly from: string;
  readonly replyTo: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly at: number;
}

const ANY = [
  'https://mail.google.com/',
  'https://www.googleapis.com/auth/gmail.modify',
  'https://www.googleapis.com/auth/gmail.readonly',
];
const CURRENT = 'https://www.googleapis.com/auth/gmail.addons.current.message';

/** The token that opens one message in one execution of the add-on. */
export const tokenOf = (messageId: string): string => `ya29.emulated-${messageId}`;

/** The person's mail of this id. */
function mailOf(execution: Execution, id: string): MailState {
  const address = execution.user.toLowerCase();
  const found = execution.workspace.state.mails.find((mail) => mail.id === id);
  const people = found ? [found.from, ...found.to, ...found.cc, ...found.bcc] : [];
  if (!found || !people.some((one) => one.toLowerCase().includes(address))) refuse('Invalid argument: id');
  return found;
}

function readable(execution: Execution, id: string, body: boolean): MailState {
  const scopes = scopesOf(execution.bundle.manifest);
  const wide = scopes === null || ANY.some((scope) => scopes.includes(scope));
  if (!wide) {
    const kinds = body ? ['readonly', 'action'] : ['readonly', 'action', 'metadata'];
    if (!kinds.some((kind) => scopes.includes(`${CURRENT}.${kind}`))) {
      refuse(
        'The script does not have permission to perform that action. Required permissions: ' +
          kinds.map((kind) => `${CURRENT}.${kind}`).join(' || '),
      );
    }
    if (execution.messageToken !== tokenOf(id)) {
      refuse('Access denied: Missing access token for authorization. Request: MailboxService.GetMessage.');
    }
  }
  return mailOf(execution, id);
}

export const mailOps = {
  'GmailApp.setCurrentMessageAccessToken': op('GmailApp', 'free', (execution, token: string) => {
    execution.messageToken = token;
    return null;
  }),
  'GmailApp.getMessageById': op('GmailApp', 'read', (execution, id: string): MessageInfo => {
    const mail = readable(execution, id, false);
    return {
      id: mail.id,
      from: mail.fromName === '' ? mail.from : `${mail.fromName} <${mail.from}>`,
      replyTo: mail.replyTo,
      to: mail.to.join(', '),
      cc: mail.cc.join(', '),
      subject: mail.subject,
      at: mail.at,
    };
  }),
  'GmailMessage.getBody': op('GmailApp', 'read', (execution, id: string, form: 'plain' | 'html') => {
    const mail = readable(execution, id, true);
    return form === 'html' && mail.htmlBody !== '' ? mail.htmlBody : mail.body;
  }),
};
