/**
 * A release: a versioned, immutable set of templates, layouts, code lists, surveys and messages, as one JSON file. `packRelease`
 * writes it, `readRelease` accepts exactly what its hashes and schema accept. Data only: nothing of a release is ever run.
 *
 * The hash of the whole covers everything but itself: the head, and through the hash of each file its text. Where a version is
 * pointed at (`rollout-file.ts`) its hash stands beside, so a version can never become another thing.
 */
import * as z from 'zod/mini';
import { sha256Hex } from '../bytes/sha256.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { type Issue, issue, UnusableInput } from '../issue/issue.ts';
import { lazy } from '../lazy.ts';
import { isAfter } from '../template/version.ts';
import { moment, sha256Text, versionText } from './codes.ts';
import { fileKinds, fileLimits, fileName, parseFileName } from './files.ts';

/** Schema that this program reads and writes. */
export const releaseSchemaVersion = 1;

const fileSchema = () =>
  z.strictObject({
    name: z.string().check(z.refine((name) => parseFileName(name) !== null)),
    kind: z.enum(fileKinds),
    sha256: sha256Text(),
    /** Characters of the text. */
    length: z.number().check(z.int(), z.positive(), z.maximum(fileLimits.text)),
  });

const headSchema = () => ({
  format: z.literal('cci-kit release'),
  schema: z.literal(releaseSchemaVersion),
  version: versionText(),
  madeAt: moment(),
  /** What is new, a line each, in words for chambers. */
  notes: z.array(z.string().check(z.minLength(1), z.maxLength(500))).check(z.minLength(1), z.maxLength(50)),
  /** The add-on has to be of this version at the least. */
  leastAddon: versionText(),
  files: z.array(fileSchema()).check(z.minLength(1), z.maxLength(fileLimits.count)),
});

const schema = lazy(() =>
  z.strictObject({
    ...headSchema(),
    /** Of everything above, as `hashOfHead` writes it. */
    sha256: sha256Text(),
    texts: z.record(z.string(), z.string()),
  }),
);

type Packed = z.infer<ReturnType<typeof schema>>;
export type ReleaseFile = Packed['files'][number];
type Head = Omit<Packed, 'sha256' | 'texts'>;

/** A release that was read and found whole. */
export interface Release extends Head {
  readonly sha256: string;
  readonly texts: ReadonlyMap<string, string>;
}

export interface ReleaseDraft {
  readonly version: string;
  readonly madeAt: number;
  readonly notes: readonly string[];
  readonly leastAddon: string;
  /** JSON texts by file name (`template.membership-application`). */
  readonly texts: Readonly<Record<string, string>>;
}

const hashOf = (text: string): string => sha256Hex(encodeUtf8(text));

/** Over the head as an array, so that no order of properties matters. */
function hashOfHead(head: Head): string {
  const { format, schema: number, version, madeAt, notes, leastAddon, files } = head;
  const rows = files.map(({ name, kind, sha256, length }) => [name, kind, sha256, length]);
  return hashOf(JSON.stringify([format, number, version, madeAt, notes, leastAddon, rows]));
}

const refuse = (code: string, params: Readonly<Record<string, string | number>> = {}): Issue =>
  issue(code, 'error', '', { params });

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The text of the release file. The same draft gives the same bytes.
 * Throws UnusableInput `release.file-name`, `release.file-text` (no JSON, too long), `release.draft` (version, notes, too many files).
 */
export function packRelease(draft: ReleaseDraft): string {
  const names = Object.keys(draft.texts).sort();
  const files = names.map((name): ReleaseFile => {
    const parsed = parseFileName(name);
    const text = draft.texts[name] ?? '';
    if (parsed === null || fileName(parsed) !== name)
      throw new UnusableInput([refuse('release.file-name', { name })]);
    if (!isJson(text) || text.length > fileLimits.text)
      throw new UnusableInput([refuse('release.file-text', { name })]);
    return { name, kind: parsed.kind, sha256: hashOf(text), length: text.length };
  });
  const head: Head = {
    format: 'cci-kit release',
    schema: releaseSchemaVersion,
    version: draft.version,
    madeAt: draft.madeAt,
    notes: [...draft.notes],
    leastAddon: draft.leastAddon,
    files,
  };
  const packed: Packed = { ...head, sha256: hashOfHead(head), texts: { ...draft.texts } };
  const written = JSON.stringify({
    ...packed,
    texts: Object.fromEntries(names.map((n) => [n, draft.texts[n]])),
  });
  if (readRelease(written).release === null) throw new UnusableInput([refuse('release.draft')]);
  return written;
}

/** What a release file has to be to be taken: the one that was pointed at, readable by this add-on. */
export interface Expected {
  readonly version: string;
  readonly sha256: string;
}

/**
 * Reads a release file. `release` is null unless every hash is right.
 * Issues: `release.unreadable` (no such file, newer schema, foreign properties), `release.hash` (a text or the whole was changed),
 * `release.other` (not the version and hash that was pointed at).
 */
export function readRelease(
  text: string,
  expected?: Expected,
): { readonly release: Release | null; readonly issues: readonly Issue[] } {
  const none = (found: Issue) => ({ release: null, issues: [found] });
  // Escapes make the file longer than its texts.
  if (text.length > fileLimits.total * 2) return none(refuse('release.unreadable'));
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return none(refuse('release.unreadable'));
  }
  const parsed = schema().safeParse(document);
  if (!parsed.success) return none(refuse('release.unreadable'));
  const { texts, sha256, ...head } = parsed.data;
  const found = new Map(Object.entries(texts));
  const names = head.files.map(({ name }) => name);
  if (new Set(names).size !== names.length || found.size !== names.length) {
    return none(refuse('release.hash', { name: 'files' }));
  }
  let total = 0;
  for (const { name, kind, sha256: wanted, length } of head.files) {
    const own = found.get(name);
    total += length;
    const isWhole = own !== undefined && own.length === length && hashOf(own) === wanted;
    if (!isWhole || parseFileName(name)?.kind !== kind) return none(refuse('release.hash', { name }));
  }
  if (total > fileLimits.total) return none(refuse('release.unreadable'));
  if (hashOfHead(head) !== sha256) return none(refuse('release.hash', { name: head.version }));
  if (expected !== undefined && (expected.version !== head.version || expected.sha256 !== sha256)) {
    return none(refuse('release.other', { version: head.version, wanted: expected.version }));
  }
  return { release: { ...head, sha256, texts: found }, issues: [] };
}

/** Why the add-on of this version cannot use the release, null when it can. `release.addon-older`. */
export function addonIssue(release: Pick<Release, 'leastAddon' | 'version'>, addon: string): Issue | null {
  const { leastAddon, version } = release;
  return isAfter(leastAddon, addon) ? refuse('release.addon-older', { version, leastAddon, addon }) : null;
}

/**
 * Whether a release may be published beside those that were: a version stands for one thing for ever, and goes up.
 * `release.version-taken`, `release.version-lower`; null when it may.
 */
export function publishIssue(
  { version, sha256 }: Pick<Release, 'version' | 'sha256'>,
  published: readonly Expected[],
): Issue | null {
  const same = published.find((one) => one.version === version);
  if (same !== undefined && same.sha256 !== sha256) return refuse('release.version-taken', { version });
  const newer = published.find((one) => isAfter(one.version, version));
  if (same === undefined && newer !== undefined) {
    return refuse('release.version-lower', { version, newest: newer.version });
  }
  return null;
}
