/**
 * One build at a time, without holding the lock that every other work of the chamber waits for. A lease ends by itself: a run
 * that died leaves one, and whoever took it may take it again at once.
 */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import type { Services } from '../port.ts';

/** Longer than an execution can be. */
const length = 7 * 60_000;

type Needed = Pick<Services, 'secrets' | 'workbook' | 'session' | 'clock' | 'withLock'>;

const keyOf = ({ workbook }: Needed): string => `cci.regulations-build.${workbook.id}`;

/** Runs `work` while nobody else does the same. Throws UnusableInput `rules.being-built`. */
export function withLease<T>(services: Needed, work: () => T): T {
  const { secrets, session, clock } = services;
  const key = keyOf(services);
  services.withLock(() => {
    const [until = '', person = ''] = (secrets.get(key) ?? '').split(' ');
    if (Number(until) > clock.now() && person !== session.user())
      throw new UnusableInput([issue('rules.being-built', 'error', '', { params: { person } })]);
    secrets.set(key, `${clock.now() + length} ${session.user()}`);
  });
  try {
    return work();
  } finally {
    secrets.set(key, '');
  }
}
