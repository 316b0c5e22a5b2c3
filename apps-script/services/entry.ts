/** The one catch of an entry that a menu or a trigger calls: the log says what and where, without data of applicants. */

import { UnusableInput } from '../../shared/issue/issue.ts';
import { describe } from '../../shared/issue/messages.ts';
import type { EntryName } from '../entries.ts';

/** Errors leave here in words (for a person at the menu) or by their kind, so that the run is marked failed. */
export function entry(name: EntryName, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof UnusableInput) {
      const words = error.issues.map((found) => {
        const { message, remedy } = describe(found, (key) => key);
        return `${message}${remedy}`;
      });
      throw new Error(words.join('\n'));
    }
    const kind = error instanceof Error ? error.name : 'Error';
    Logger.log(`${name}: ${kind}`);
    throw new Error(`${name}: ${kind}`);
  }
}
