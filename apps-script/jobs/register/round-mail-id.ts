/** Ids of the mails of a round in 送付: whom, in which round, for what. */
import type { Round } from '../book/round.ts';

export type Purpose = 'request' | 'reminder';

export const purposeLabels: Readonly<Record<Purpose, string>> = {
  request: '照会の依頼',
  reminder: '照会の督促',
};

export interface RoundMailId {
  readonly roundId: string;
  readonly businessNumber: string;
  readonly purpose: Purpose;
}

/** `what`: `request`, or `reminder/2` for the second reminder. */
export const roundMailId = (roundId: string, businessNumber: string, what: string): string =>
  `round/${roundId}/${encodeURIComponent(businessNumber)}/${what}`;

/** Of a request: `request`; `request/2` once all links were made anew, for everybody is asked again then. */
export const requestOf = ({ rekeyed }: Pick<Round, 'rekeyed'>): string =>
  rekeyed === 0 ? 'request' : `request/${rekeyed + 1}`;

/** Mails to many, of a round of the register or of a survey: the account that does the sending sends them. */
export const isBulkMail = (id: string): boolean => /^(round|survey)\//.test(id);

/** What the id of a row of 送付 says; null for another mail. */
export function readRoundMailId(id: string): RoundMailId | null {
  const [mark, roundId = '', number = '', purpose] = id.split('/');
  if (mark !== 'round' || (purpose !== 'request' && purpose !== 'reminder')) return null;
  return { roundId, businessNumber: decodeURIComponent(number), purpose };
}
