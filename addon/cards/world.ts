/** What cards ask of the platform besides the services of a workbook. */
import type { Properties, Services } from '../../apps-script/jobs/port.ts';

/** Who sent the message that is open, and its subject; nothing else of it is read. */
export interface MessageHead {
  readonly address: string;
  readonly subject: string;
}

export interface World {
  /** Services over a workbook; it is opened when it is first asked for. */
  at(workbookId: string): Services;
  /** The person's own. */
  readonly properties: Properties;
  /** Never receives data of applicants. */
  log(message: string): void;
  /** Head of the message with this id, by the token of its event. */
  message(messageId: string, token: string): MessageHead;
  /** Calls the entry `cardWork` once after so many milliseconds, in place of an earlier such wish. False where that cannot be had. */
  callSoon(milliseconds: number): boolean;
  /** Takes the wish back, and what is left of a call that has been made. */
  callOff(): void;
}
