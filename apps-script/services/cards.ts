/** What cards ask of the platform besides a workbook: the head of the open message, and a call a little later. */

const handler = 'cardWork';

/** `名前 <address>` or the bare address. */
export function addressOf(from: string): string {
  const inner = /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from;
  return inner.trim();
}

const own = () => ScriptApp.getProjectTriggers().filter((one) => one.getHandlerFunction() === handler);

function removeOwn(): void {
  for (const trigger of own()) ScriptApp.deleteTrigger(trigger);
}

export const cardDoors = {
  /** The token opens this one message, as far as the scope goes: its head (https://developers.google.com/workspace/add-ons/concepts/workspace-scopes). */
  message(messageId: string, token: string) {
    GmailApp.setCurrentMessageAccessToken(token);
    const message = GmailApp.getMessageById(messageId);
    return { address: addressOf(message.getFrom()), subject: message.getSubject() };
  },
  /** A trigger that has fired stays in the list of its account until it is removed, and the list is short (20): one is kept at most. */
  callSoon(milliseconds: number): boolean {
    try {
      removeOwn();
      ScriptApp.newTrigger(handler).timeBased().after(milliseconds).create();
      return true;
    } catch {
      return false;
    }
  },
  callOff(): void {
    removeOwn();
  },
};
