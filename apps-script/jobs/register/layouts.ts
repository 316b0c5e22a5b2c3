/** Learning the layout of a core system from one of its files; a person says what each column is and confirms it. */
import { applyChoices } from '../../../shared/csv/learn/choices.ts';
import { type Learned, learnProfile } from '../../../shared/csv/learn/learn.ts';
import { confirmProfile, storeProfile } from '../../../shared/csv/stored-profile.ts';
import { isHeld, UnusableInput } from '../../../shared/issue/issue.ts';
import { draftWords } from '../../../shared/issue/ja/learn.ts';
import { assets } from '../assets.ts';
import { type Book, openBook } from '../book/book.ts';
import {
  freeProfileId,
  type Layout,
  layoutFor,
  sameLayout,
  storedProfiles,
  storeLayout,
} from '../book/profiles.ts';
import { chamberValues } from '../book/settings.ts';
import type { ListedFile, Services } from '../port.ts';
import { dayOf, isoOf } from '../time.ts';
import { inboxFile } from './inbox.ts';

function optionsOf(services: Services, book: Book, id: string, name: string) {
  const today = dayOf(services.clock.now());
  return { id, name, catalogue: assets().catalogue, today, settings: chamberValues(book.settings()) };
}

/** Throws UnusableInput `import.file-gone`, and as `learnProfile`. */
export function learnLayout(
  services: Services,
  fileId: string,
  named: { readonly id: string; readonly name: string } = { id: 'own', name: '' },
): { readonly file: ListedFile; readonly learned: Learned } {
  const { content, ...file } = inboxFile(services, fileId);
  const options = optionsOf(services, openBook(services.workbook), named.id, named.name);
  const note = draftWords.note(file.name);
  return { file, learned: learnProfile({ ...options, file: file.name, bytes: content, note }) };
}

/**
 * Stores the layout by a person's choices. A layout of the chamber's own with this name is replaced, and then waits to be
 * confirmed again; one that is the same stays as it is. Throws UnusableInput as `applyChoices` and `learnLayout`.
 */
export function saveLayout(
  services: Services,
  input: {
    readonly fileId: string;
    readonly name: string;
    readonly choices: readonly { readonly index: number; readonly key: string }[];
  },
): Layout {
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const name = input.name.trim();
    const stored = storedProfiles(book);
    const shipped = assets().profiles;
    const before = [...stored.values()].find(
      ({ profile }) => profile.name === name && !shipped.has(profile.id),
    );
    const id = before?.profile.id ?? freeProfileId(stored.keys());
    const { learned } = learnLayout(services, input.fileId, { id, name });
    const choices = input.choices.map(({ index, key }) => ({ index, key: key === '' ? null : key }));
    const { profile, issues } = applyChoices(learned, choices, optionsOf(services, book, id, name));
    if (profile === null) throw new UnusableInput(issues.filter((one) => isHeld([one])));
    if (before === undefined || !sameLayout(before.profile, profile)) {
      storeLayout(book, storeProfile(profile, services.session.user(), isoOf(services.clock.now())));
    }
    return layoutFor(book, id);
  });
}

/**
 * A person has tried the layout on the real system, for one that ships too. Throws UnusableInput `profile.unknown`,
 * `profile.confirm-ground`.
 */
export function confirmLayout(
  services: Services,
  input: { readonly profileId: string; readonly ground: string },
): Layout {
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const { profile, stored } = layoutFor(book, input.profileId);
    const by = services.session.user();
    const at = isoOf(services.clock.now());
    const isAgain = stored?.verifiedBy === by && stored.verifiedGround === input.ground.trim();
    if (!isAgain || !profile.verified) {
      storeLayout(book, confirmProfile(stored ?? storeProfile(profile, by, at), by, at, input.ground));
    }
    return layoutFor(book, profile.id);
  });
}
