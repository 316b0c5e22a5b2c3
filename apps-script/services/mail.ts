/** Sends mails and tells what the quota still allows. */
import type { Mail } from '../jobs/port.ts';

/** https://developers.google.com/apps-script/reference/mail/mail-app */
export const mail: Mail = {
  send(message) {
    MailApp.sendEmail({
      to: message.to,
      subject: message.subject,
      body: message.body,
      htmlBody: message.html,
      name: message.senderName,
      ...(message.replyTo === '' ? {} : { replyTo: message.replyTo }),
    });
  },
  remaining: () => MailApp.getRemainingDailyQuota(),
};
