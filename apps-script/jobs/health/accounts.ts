/**
 * Which accounts look after a workbook by the hour, as they themselves noted: nobody can see the triggers of another account
 * (https://developers.google.com/apps-script/guides/triggers/installable). Kept with the script.
 */
import * as z from 'zod/mini';
import { lazy } from '../../../shared/lazy.ts';
import type { Services } from '../port.ts';

const account = () =>
  z.object({
    /** Epoch milliseconds from which on it looks after the workbook. */
    since: z.number(),
    /** When its hourly run last took answers in, 0 before the first. */
    ran: z.number(),
    /** Forms whose submit trigger it still has although another account took them over. */
    left: z.array(z.string()),
  });
export type Account = z.infer<ReturnType<typeof account>>;

const storedSchema = lazy(() =>
  z.strictObject({ version: z.literal(1), accounts: z.record(z.string(), account()) }),
);

type Needed = Pick<Services, 'secrets' | 'workbook' | 'clock' | 'session'>;

const keyOf = ({ workbook }: Pick<Services, 'workbook'>): string => `cci.accounts.${workbook.id}`;

/** By mail address. What cannot be read counts as nothing noted: every account notes itself anew within the hour. */
export function readAccounts(
  services: Pick<Services, 'secrets' | 'workbook'>,
): Readonly<Record<string, Account>> {
  try {
    const parsed = storedSchema().safeParse(JSON.parse(services.secrets.get(keyOf(services)) ?? ''));
    return parsed.success ? parsed.data.accounts : {};
  } catch {
    return {};
  }
}

export function writeAccounts(services: Needed, accounts: Readonly<Record<string, Account>>): void {
  services.secrets.set(keyOf(services), JSON.stringify({ version: 1, accounts }));
}

/** This account looks after the workbook; `ran`: it has just taken answers in. Two at once may lose one hour's note, no more. */
export function noteAccount(services: Needed, ran = false): void {
  const user = services.session.user();
  if (user === '') return;
  const all = readAccounts(services);
  const now = services.clock.now();
  const known = all[user];
  if (known !== undefined && !ran) return;
  const { since = now, left = [] } = known ?? {};
  writeAccounts(services, { ...all, [user]: { since, ran: ran ? now : (known?.ran ?? 0), left } });
}
