/** One run of a release command: who, with which rights, upon which files; dry unless `--apply` is given. */
import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { Caller } from '../google/call.ts';
import { type Clients, clients } from '../google/clients.ts';
import { readCredentials } from '../google/credentials.ts';
import { DriveFolder } from '../google/drive-folder.ts';
import { failureOf } from '../google/failures.ts';
import { type Lease, takeLease } from '../google/lease.ts';
import { refuse } from '../google/refuse.ts';
import { type Pace, realPace } from '../google/token-bucket.ts';
import { type FleetConfig, readConfig, readMaster } from './config.ts';
import { type Office, ReleaseStore } from './store.ts';

export interface SessionArguments {
  readonly config: string;
  readonly credentials?: string;
  /** An emulator on this machine instead of Google. */
  readonly endpoint?: string;
  readonly apply?: boolean;
  /** Who works, for the record; default: the account of the machine. */
  readonly operator?: string;
  /** Clock and sleep of a test. */
  readonly pace?: Pace;
}

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

/** A dry run may read only. The account is one that sees nothing but what JCCI shared with it. */
const scopesOf = (apply: boolean): readonly string[] => [
  scope(apply ? 'drive' : 'drive.readonly'),
  scope('spreadsheets.readonly'),
  scope('forms.body.readonly'),
];

/** Longest that one command may hold the lease. */
const leaseMs = 10 * 60_000;

export interface Session {
  readonly config: FleetConfig;
  readonly google: Clients;
  readonly caller: Caller;
  readonly store: ReleaseStore;
  readonly operator: string;
  readonly now: number;
  readonly office: Office;
  /** Prints a line: at once in a dry run, else when the lease is given back, for whoever reads may stop reading (`| head`). */
  readonly say: (line: string) => void;
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** What a service refused or a network broke, as one line; whatever is a mistake of ours goes on. */
function explained(error: unknown): never {
  const { status, reason, retryable } = failureOf(error, Date.now());
  if (status === 0 && !retryable) throw error;
  return refuse(retryable ? 'google.failed' : 'google.denied', { status, reason });
}

/** Opens a session and runs `work`, holding the lease where something is to be changed. */
export async function inSession<T>(
  given: SessionArguments,
  work: (session: Session, lease: Lease | null) => Promise<T>,
): Promise<T> {
  const apply = given.apply ?? false;
  const config = readConfig(given.config);
  const master = readMaster();
  const google = clients(readCredentials(given.credentials), scopesOf(apply), given.endpoint);
  const pace = given.pace ?? realPace;
  const caller = new Caller(pace);
  const folder = new DriveFolder(google, caller, config.folder);
  const store = new ReleaseStore(folder, master, () => pace.now());
  const operator = given.operator ?? userInfo().username;
  try {
    if (!apply) {
      const office = await store.load();
      return await work(
        { config, google, caller, store, operator, now: pace.now(), office, say: print },
        null,
      );
    }
    const taken = await takeLease(folder, config.lease, {
      operator,
      nonce: randomBytes(16).toString('hex'),
      now: pace.now(),
      forMs: leaseMs,
    });
    if (taken.kind === 'busy') {
      const { operator: other, until } = taken.holder;
      return refuse('release.busy', {
        person: other === '' ? '不明' : other,
        until: new Date(until).toLocaleTimeString('ja-JP', { hour: '2-digit', minute: '2-digit' }),
      });
    }
    const { lease } = taken;
    const lines: string[] = [];
    const interrupted = (): void => {
      lease.end().finally(() => process.exit(130));
    };
    process.once('SIGINT', interrupted);
    try {
      // Read only now: what another operator did before us is seen.
      const office = await store.load();
      await store.settle(office, lease);
      const say = (line: string): void => void lines.push(line);
      return await work({ config, google, caller, store, operator, now: pace.now(), office, say }, lease);
    } finally {
      process.off('SIGINT', interrupted);
      await lease.end();
      for (const line of lines) print(line);
    }
  } catch (error) {
    return explained(error);
  }
}
