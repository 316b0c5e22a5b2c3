/** Keys of what the chamber added itself: they hold the item's id, so no link is kept. */
import type { ElementKey } from '../../../shared/merge/model.ts';
import { sectionElement } from '../book/form-base.ts';
import type { Update } from '../book/updates.ts';

/** Whether the key is that of an item or page that no template knows. */
export const isOwnKey = (key: string): boolean => /^(section\.)?own\.\d+$/.test(key);

export function ownKeys({ start }: Update): readonly ElementKey[] {
  return start.sections
    .flatMap((section) => [sectionElement(section.key), ...section.items.map(({ key }) => key)])
    .filter(isOwnKey);
}
