/** What `forms-templates/` holds now, as a release still without a number; and what differs from the one before. */
import { type Release, readRelease } from '../../shared/release/release.ts';
import { readAssets } from '../build/assets.ts';
import { libraryFolder } from '../library.ts';

const idOf = (document: unknown): string => {
  const id: unknown =
    typeof document === 'object' && document !== null ? Reflect.get(document, 'id') : undefined;
  if (typeof id !== 'string') throw new Error('a document of forms-templates/ without an id');
  return id;
};

/** JSON texts by file name (`shared/release/files.ts`), each of the shape that the add-on's own data of this name has. */
export function releaseTexts(folder = libraryFolder): Readonly<Record<string, string>> {
  const { fields, codeLists, templates, profiles } = readAssets(folder);
  const named: readonly (readonly [string, unknown])[] = [
    ['catalogue', { fields, codeLists }],
    ...templates.map((one) => [`template.${idOf(one.document)}`, one] as const),
    ...profiles.map((one) => [`profile.${idOf(one)}`, one] as const),
  ];
  return Object.fromEntries(named.map(([name, value]) => [name, JSON.stringify(value)]));
}

export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** File names that differ from the release before, null where there was none. */
export function differences(texts: Readonly<Record<string, string>>, before: Release | null): Difference {
  const old = before?.texts ?? new Map<string, string>();
  const names = Object.keys(texts).sort();
  return {
    added: names.filter((name) => !old.has(name)),
    changed: names.filter((name) => old.has(name) && old.get(name) !== texts[name]),
    removed: [...old.keys()].filter((name) => texts[name] === undefined).sort(),
  };
}

/** The template of a release file as it was written, for comparing versions; null where it has none of this id. */
export function templateOf(text: string | undefined): unknown {
  if (text === undefined) return null;
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? Reflect.get(value, 'document') : null;
}

/** A stored release, read with all its hashes; null when it is not whole. */
export const wholeRelease = (text: string | null): Release | null =>
  text === null ? null : readRelease(text).release;
