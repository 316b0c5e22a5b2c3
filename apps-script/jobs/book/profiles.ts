/**
 * The layouts that this workbook can write and read: those that ship, and those the chamber has learned. What the chamber
 * has confirmed is stored beside it, for a layout that ships too.
 */
import { type Profile, profileSchema } from '../../../shared/csv/profile.ts';
import { readStoredProfile, type StoredProfile } from '../../../shared/csv/stored-profile.ts';
import { UnusableInput } from '../../../shared/issue/issue.ts';
import { assets, profileOf } from '../assets.ts';
import type { Cells } from '../port.ts';
import type { Book } from './book.ts';
import { fromJsonCells, toJsonCells } from './json-cells.ts';
import { profileHeaders, profilesTable } from './register-tables.ts';

/** A layout that can be chosen. */
export interface Layout {
  readonly profile: Profile;
  /** True for one that this chamber has learned. */
  readonly own: boolean;
  /** Who has learned and confirmed it; null for one that ships and that nobody has confirmed. */
  readonly stored: StoredProfile | null;
}

/** A layout as compared: apart from whether somebody has confirmed it. */
function content(profile: Profile): string {
  return JSON.stringify(profileSchema().parse({ ...profile, verified: false }));
}

/** True when both lay a file out alike. */
export function sameLayout(a: Profile, b: Profile): boolean {
  return content(a) === content(b);
}

const readCells = (cells: Cells) =>
  readStoredProfile(fromJsonCells(profileHeaders, cells), assets().catalogue);

/** What is stored and can be read, by id: one that cannot be does not stand in the way of the others. */
export function storedProfiles(book: Book): ReadonlyMap<string, StoredProfile> {
  return new Map(
    book.rows(profilesTable).flatMap(({ cells }) => {
      const { stored } = readCells(cells);
      return stored === null ? [] : [[stored.profile.id, stored] as const];
    }),
  );
}

export function storeLayout(book: Book, stored: StoredProfile): void {
  const { id } = stored.profile;
  const cells = { id, ...toJsonCells(profileHeaders, stored) };
  const row = book.rows(profilesTable).find((one) => one.cells.id === id);
  if (row === undefined) book.append(profilesTable, [cells]);
  else book.update(profilesTable, new Map([[row.at, cells]]));
}

/** A layout that ships counts as confirmed only while it is the one that was confirmed: a new version is not. */
function shippedLayout(profile: Profile, stored: StoredProfile | null | undefined): Layout {
  const isConfirmed = stored != null && sameLayout(stored.profile, profile);
  return { profile: isConfirmed ? stored.profile : profile, own: false, stored: isConfirmed ? stored : null };
}

/** Those that ship, for a workbook that is not there yet. */
export function shippedLayouts(stored: ReadonlyMap<string, StoredProfile> = new Map()): readonly Layout[] {
  return [...assets().profiles.values()].map((profile) => shippedLayout(profile, stored.get(profile.id)));
}

/** All of them: the chamber's own first. */
export function layouts(book: Book): readonly Layout[] {
  const stored = storedProfiles(book);
  const shipped = assets().profiles;
  const own = [...stored.values()].filter(({ profile }) => !shipped.has(profile.id));
  return [...own.map((one) => ({ profile: one.profile, own: true, stored: one })), ...shippedLayouts(stored)];
}

/** The layout of this id. Throws UnusableInput `profile.unknown`, or what is wrong with the one that is stored. */
export function layoutFor(book: Book, id: string): Layout {
  const row = book.rows(profilesTable).find(({ cells }) => cells.id === id);
  const read = row === undefined ? null : readCells(row.cells);
  if (assets().profiles.has(id) || read === null) return shippedLayout(profileOf(id), read?.stored);
  if (read.stored === null) throw new UnusableInput(read.issues);
  return { profile: read.stored.profile, own: true, stored: read.stored };
}

/** The profile of this id. Throws UnusableInput `profile.unknown`. */
export function profileFor(book: Book, id: string): Profile {
  return layoutFor(book, id).profile;
}

/** An id for a layout of the chamber's own. */
export function freeProfileId(taken: Iterable<string>): string {
  const used = [...taken].map((id) => Number(/^own-(\d+)$/.exec(id)?.[1] ?? 0));
  return `own-${Math.max(0, ...used) + 1}`;
}
