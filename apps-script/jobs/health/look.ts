/** What the checks look at, read once. */

import { roleList } from '../access/check.ts';
import { isShown } from '../access/roles.ts';
import { assets } from '../assets.ts';
import { type Book, openBook } from '../book/book.ts';
import { type FormRow, readForm } from '../book/forms.ts';
import { mailStates } from '../book/mail.ts';
import { type Layout, layouts } from '../book/profiles.ts';
import { registerBook } from '../book/register-book.ts';
import { profilesTable, roundsTable } from '../book/register-tables.ts';
import type { Round } from '../book/round.ts';
import { readSettings } from '../book/settings.ts';
import { allTables, formsTable, mailTable, settingsTable } from '../book/tables.ts';
import type { FormHealth } from '../forms/health.ts';
import { formJobs } from '../parts.ts';
import type { OwnTrigger, Services, Table } from '../port.ts';
import { readRoundMailId } from '../register/round-mail-id.ts';
import { allSecrets } from '../register/secrets.ts';
import { type Destruction, planDestruction } from '../retention/plan.ts';
import { type Account, readAccounts } from './accounts.ts';

/** What can be seen of the chamber only when its sheets stand. */
export interface SeenBook {
  readonly version: number;
  readonly forms: readonly { readonly row: FormRow; readonly health: FormHealth }[];
  readonly layout: Layout | undefined;
  readonly round: Round | null;
  /** Mails of the running round that wait. */
  readonly waiting: number;
  /** Whether the running round's links can be checked. */
  readonly hasSecret: boolean;
  readonly destruction: Destruction;
  readonly people: number;
  readonly rolesShown: boolean;
}

export interface Seen {
  readonly user: string;
  readonly now: number;
  readonly triggers: readonly OwnTrigger[];
  readonly accounts: Readonly<Record<string, Account>>;
  readonly authorisation: { readonly isMissing: boolean; readonly url: string };
  readonly mailsLeft: number;
  readonly zones: { readonly script: string; readonly book: string };
  /** Sheets that are missing. */
  readonly missing: readonly string[];
  /** null while sheets are missing or the settings are of an older program. */
  readonly book: SeenBook | null;
  readonly version: number | null;
}

export const roundMailsWaiting = (book: Book, roundId: string): number =>
  book
    .rows(mailTable)
    .filter(
      ({ cells }) =>
        cells.状態 === mailStates.waiting && readRoundMailId(cells.メールID ?? '')?.roundId === roundId,
    ).length;

/**
 * `all`: everything, for the page 点検. `today`: what 今日 counts: no form is read question by question, and only the sheets that
 * are needed for it are asked for, since the overview of 今日 has just looked for all.
 */
export type Depth = 'all' | 'today';

/** Sheets that every look reads. */
const todayTables: readonly Table[] = [settingsTable, formsTable, mailTable, roundsTable, profilesTable];

function seenBook(services: Services, book: Book, depth: Depth): SeenBook {
  const people = roleList(services);
  const settings = book.settings();
  const round = registerBook(book).round();
  const open = round?.state === 'open' ? round : null;
  const rows = new Map(book.rows(formsTable).map((row) => [row.cells.formId ?? '', readForm(row)]));
  return {
    version: settings.version,
    forms: formJobs()
      .formHealth(services, { book, closely: depth === 'all' })
      .flatMap((health) => {
        const row = rows.get(health.formId);
        return row === undefined ? [] : [{ row, health }];
      }),
    layout: layouts(book).find(({ profile }) => profile.id === settings.profileId),
    round: open,
    waiting: open === null ? 0 : roundMailsWaiting(book, open.roundId),
    hasSecret: open === null || allSecrets(services).some((one) => one.generation === open.generation),
    destruction: planDestruction(services, book),
    people: people.length,
    rolesShown: isShown(services, book, people),
  };
}

export function look(services: Services, depth: Depth): Seen {
  const { workbook, office } = services;
  const book = openBook(workbook);
  const missing = (depth === 'all' ? allTables(assets().catalogue) : todayTables)
    .filter((table: Table) => !workbook.has([table]))
    .map(({ name }) => name);
  const version = missing.includes(settingsTable.name)
    ? null
    : readSettings(book.rows(settingsTable)).version;
  return {
    user: services.session.user(),
    now: services.clock.now(),
    triggers: office.triggers(),
    accounts: readAccounts(services),
    authorisation: office.authorisation(),
    mailsLeft: services.mail.remaining(),
    zones: { script: office.scriptZone(), book: office.bookZone(workbook.id) },
    missing,
    version,
    book: missing.length > 0 ? null : seenBook(services, book, depth),
  };
}
