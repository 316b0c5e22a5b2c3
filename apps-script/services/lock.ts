/** The one place that takes a lock, so that no path can forget to give it back. */
import { issue, UnusableInput } from '../../shared/issue/issue.ts';

const waitMilliseconds = 30_000;

/**
 * Runs `work` under the script lock: form triggers run outside any document, where the document lock is null
 * (https://developers.google.com/apps-script/reference/lock/lock-service). Pending sheet writes are flushed before
 * the lock is given back, else the next holder could read the old state.
 */
export function withLock<T>(work: () => T): T {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(waitMilliseconds)) throw new UnusableInput([issue('lock.busy', 'error', '')]);
  try {
    const result = work();
    SpreadsheetApp.flush();
    return result;
  } finally {
    lock.releaseLock();
  }
}
