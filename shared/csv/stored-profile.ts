/** A layout that a chamber learned, as it is stored: with who learned it from which header, and who confirmed it. */
import * as z from 'zod/mini';
import { sha256Hex } from '../bytes/sha256.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import type { Catalogue } from '../fields/catalogue.ts';
import { type Issue, issue, UnusableInput } from '../issue/issue.ts';
import { lazy } from '../lazy.ts';
import { bareHeader, compareHeaders, type HeaderDrift } from './header-order.ts';
import type { Profile } from './profile.ts';
import { readProfileDocument } from './read-profile.ts';

/** Accounts are mail addresses; times are ISO 8601. */
export interface StoredProfile {
  readonly version: 1;
  readonly profile: Profile;
  readonly learnedAt: string;
  readonly learnedBy: string;
  /** SHA-256 of the sample's header (see `headerHash`): tells at once whether a file still has it. */
  readonly sampleHeaderHash: string;
  /** '' until a person has confirmed it. */
  readonly verifiedAt: string;
  readonly verifiedBy: string;
  /** What the person saw: 「7月1日に3件を取り込み、画面で確かめた」. */
  readonly verifiedGround: string;
}

const storedSchema = lazy(() =>
  z.strictObject({
    version: z.literal(1),
    profile: z.unknown(),
    learnedAt: z.string().check(z.minLength(1)),
    learnedBy: z.string(),
    sampleHeaderHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    verifiedAt: z.string(),
    verifiedBy: z.string(),
    verifiedGround: z.string(),
  }),
);

/** SHA-256 of the header's texts in their order, without byte order mark and outer spaces. */
export function headerHash(header: readonly string[]): string {
  return sha256Hex(encodeUtf8(JSON.stringify(header.map(bareHeader))));
}

/** A fresh layout as it is stored; whatever the profile says of itself, nobody has confirmed it yet. */
export function storeProfile(profile: Profile, by: string, at: string): StoredProfile {
  return {
    version: 1,
    profile: { ...profile, verified: false },
    learnedAt: at,
    learnedBy: by,
    sampleHeaderHash: headerHash(profile.columns.map((c) => c.header)),
    verifiedAt: '',
    verifiedBy: '',
    verifiedGround: '',
  };
}

/**
 * A person confirms that the core system takes files of this layout: the only way to `verified`. Throws `UnusableInput`
 * `profile.confirm-ground` when nobody or no ground is named.
 */
export function confirmProfile(stored: StoredProfile, by: string, at: string, ground: string): StoredProfile {
  if (by.trim() === '' || at === '' || ground.trim() === '')
    throw new UnusableInput([issue('profile.confirm-ground', 'error', '')]);
  const profile = { ...stored.profile, verified: true };
  return { ...stored, profile, verifiedAt: at, verifiedBy: by, verifiedGround: ground.trim() };
}

/** Brings what an older program wrote to the present version, one step at a time; there is only one so far. */
function upgraded(document: unknown): unknown {
  return document;
}

/**
 * Reads a stored layout.
 * @returns null with `profile.stored-shape` (path) or the issues of `readProfileDocument` where it cannot be used.
 *   A profile that calls itself verified while nobody is named is not: it comes back as not verified.
 */
export function readStoredProfile(
  document: unknown,
  catalogue: Catalogue,
): { readonly stored: StoredProfile | null; readonly issues: readonly Issue[] } {
  const parsed = storedSchema().safeParse(upgraded(document));
  if (!parsed.success) {
    const path = parsed.error.issues.map((problem) => problem.path.join('.') || 'version').join('、');
    return {
      stored: null,
      issues: [issue('profile.stored-shape', 'error', '', { params: { path } })],
    };
  }
  const { profile, issues } = readProfileDocument(parsed.data.profile, catalogue);
  if (profile === null) return { stored: null, issues };
  const { verifiedAt, verifiedBy, verifiedGround } = parsed.data;
  const verified = verifiedAt !== '' && verifiedBy !== '' && verifiedGround !== '' && profile.verified;
  return { stored: { ...parsed.data, profile: { ...profile, verified } }, issues };
}

/** What moved, was renamed, came and went since the layout was learned; null where the header is still the same. */
export function headerDrift(
  stored: StoredProfile,
  header: readonly string[],
  catalogue: Catalogue,
): HeaderDrift | null {
  if (headerHash(header) === stored.sampleHeaderHash) return null;
  const { columns } = stored.profile;
  const keyOf = (text: string): string => columns.find((c) => bareHeader(c.header) === text)?.key ?? '';
  return compareHeaders(
    columns.map((c) => c.header),
    header,
    keyOf,
    catalogue,
  );
}
