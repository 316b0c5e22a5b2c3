/** Remembers what this chamber writes in the place of a character that its core system cannot take. */
import { rememberSubstitute, writableBy } from '../../shared/csv/substitute-table.ts';
import { UnusableInput } from '../../shared/issue/issue.ts';
import { openBook } from './book/book.ts';
import { profileFor } from './book/profiles.ts';
import { settingText, writeSetting } from './book/write-setting.ts';
import type { Services } from './port.ts';

const key = 'substitutes';

/**
 * The lines of the table afterwards. The choice counts for files, never for what is stored. Throws UnusableInput with
 * the `substitutes.…` code of a pair that cannot be used.
 */
export function setSubstitute(
  services: Services,
  input: { readonly from: string; readonly to: string },
): readonly string[] {
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const settings = book.settings();
    const isWritable = writableBy(profileFor(book, settings.profileId));
    const { table, issues } = rememberSubstitute(settingText(book, key), input.from, input.to, isWritable);
    if (issues.length > 0) throw new UnusableInput(issues);
    writeSetting(book, key, table);
    return table.split('\n').filter((line) => line !== '');
  });
}
