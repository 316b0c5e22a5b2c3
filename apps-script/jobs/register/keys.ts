/** The keys of a round's links: made again from the secret whenever a link is written, never kept in a sheet. */
import { personalLink } from '../../../shared/register/personal-link.ts';
import { type KeySecret, makeUpdateKey } from '../../../shared/register/update-key.ts';
import type { RegisterBook } from '../book/register-book.ts';
import { askedTable } from '../book/register-tables.ts';
import { type Asked, type Round, readAsked } from '../book/round.ts';
import type { Cells, Services } from '../port.ts';
import { prefilled } from './round-fields.ts';
import { allSecrets, currentSecret, renewSecret } from './secrets.ts';

type Needed = Pick<Services, 'secrets' | 'random' | 'workbook'>;

/** The secret of a round's links; null when it was withdrawn. */
function secretOf(services: Needed, round: Pick<Round, 'generation'>): KeySecret | null {
  return allSecrets(services).find((one) => one.generation === round.generation) ?? null;
}

/** Makes keys for businesses of a round. */
export function keyMaker(
  services: Needed,
  round: Pick<Round, 'roundId' | 'deadline' | 'generation'>,
): (businessNumber: string) => { readonly token: string; readonly ref: string } {
  const secret = secretOf(services, round) ?? currentSecret(services);
  const { roundId, deadline: expiresOn } = round;
  return (businessNumber) =>
    makeUpdateKey({ businessNumber, roundId, expiresOn }, services.workbook.id, secret);
}

export interface Link {
  readonly token: string;
  /** With what the chamber allows filled in. */
  readonly url: string;
  /** With nothing but the key: short enough for a QR code on paper. */
  readonly shortUrl: string;
}

/** Makes the links of a round. */
export function linkMaker(
  services: Needed,
  round: Round,
): (asked: Pick<Asked, 'businessNumber' | 'base'>) => Link {
  const keyOf = keyMaker(services, round);
  return ({ businessNumber, base }) => {
    const { token } = keyOf(businessNumber);
    const key = { updateKey: token };
    return {
      token,
      url: personalLink(round.linkPattern, { ...key, ...prefilled(base, round.prefill) }),
      shortUrl: personalLink(round.linkPattern, key),
    };
  };
}

/** A letter that went out, as 依頼 and 督促 tell it: `2026-11-24 郵便（名前）`. */
export const letterLine = /^\d{4}-\d\d-\d\d 郵便（(.+)）$/;

/**
 * The running round with links that work. Where its secret was withdrawn, everybody has a new key and is asked again.
 * Call it under the lock.
 */
export function withLiveKeys(services: Needed, register: RegisterBook): Round | null {
  const round = register.round();
  if (round === null || round.state !== 'open' || secretOf(services, round) !== null) return round;
  const { generation } = currentSecret(services);
  const rekeyed = { ...round, generation, rekeyed: round.rekeyed + 1 };
  const keyOf = keyMaker(services, rekeyed);
  const changed = new Map<number, Cells>();
  for (const row of register.book.rows(askedTable)) {
    const { roundId, businessNumber, cells } = readAsked(row);
    if (roundId !== round.roundId) continue;
    const before = (header: string): string =>
      (cells[header] ?? '')
        .split('\n')
        .map((line) => (letterLine.test(line) ? `旧リンク: ${line}` : line))
        .join('\n');
    const { ref } = keyOf(businessNumber);
    changed.set(row.at, { ...cells, ref, 依頼: before('依頼'), 督促: before('督促') });
  }
  register.book.update(askedTable, changed);
  register.changeRound(rekeyed);
  return rekeyed;
}

/** Makes a new secret; with `revoke` the links out there stop working and the running round gets new ones. */
export function renewKeys(services: Needed, register: RegisterBook, revoke: boolean): void {
  register.rounds();
  register.book.rows(askedTable);
  renewSecret(services, revoke);
  withLiveKeys(services, register);
}
