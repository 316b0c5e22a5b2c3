/** The layouts that this workbook can write and read: those that ship, and those the chamber has learned. */
import type { Profile } from '../../../shared/csv/profile.ts';
import { profileOf } from '../assets.ts';
import type { Book } from './book.ts';

/** The profile of this id. Throws UnusableInput `profile.unknown`. */
export function profileFor(_book: Book, id: string): Profile {
  return profileOf(id);
}
