/** What an export would write: the rows of a kind through a layout, and what is held and why. */
import { sha256Hex } from '../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../shared/bytes/utf8.ts';
import type { ExportKind } from '../../shared/csv/export-kind.ts';
import type { Profile } from '../../shared/csv/profile.ts';
import { writeProfile } from '../../shared/csv/write.ts';
import { type Issue, isHeld } from '../../shared/issue/issue.ts';
import { assets } from './assets.ts';
import type { Book } from './book/book.ts';
import { profileFor } from './book/profiles.ts';
import { chamberValues } from './book/settings.ts';
import { type ExportRow, exportSources } from './export-rows.ts';

export interface HeldRow {
  readonly row: ExportRow;
  readonly issues: readonly Issue[];
}

export interface ExportPlan {
  readonly kind: ExportKind;
  readonly profile: Profile;
  /** The chamber's choices that the file was written with. */
  readonly substitutes: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly header: readonly string[];
  /** First lines, for a preview. */
  readonly lines: readonly (readonly string[])[];
  /** The rows of the lines, in order. */
  readonly written: readonly ExportRow[];
  /** 受付番号 of everything that goes out. */
  readonly members: readonly string[];
  readonly held: readonly HeldRow[];
  /** Rows that wait for export, held ones too. */
  readonly waiting: number;
  /** Stands for exactly this content: kind, profile, bytes and members. */
  readonly hash: string;
}

/** Lines kept for a preview. */
const shownLines = 20;

const errorsOf = (issues: readonly Issue[]): readonly Issue[] =>
  issues.filter((found) => found.severity === 'error');

/** Writes the given rows through the profile; those that cannot go out are held with their reasons. */
export function planOf(
  book: Book,
  kind: ExportKind,
  profileId: string,
  rows: readonly ExportRow[],
  substitutes: Readonly<Record<string, string>>,
): ExportPlan {
  const profile = profileFor(book, profileId);
  const held: HeldRow[] = [];
  const sound: ExportRow[] = [];
  for (const row of rows) {
    if (isHeld(row.issues)) held.push({ row, issues: errorsOf(row.issues) });
    else sound.push(row);
  }
  const written = writeProfile(
    profile,
    assets().catalogue,
    sound.map(({ id, values }, index) => ({ responseId: id, row: index + 1, values })),
    {
      substitutes,
      choices: { divisions: chamberValues(book.settings()).divisions },
      keepLines: shownLines,
    },
  );
  if (written.held.length > 0) {
    const issuesOf = new Map<number, Issue[]>();
    for (const { row, issue } of written.issues) {
      if (issue.severity !== 'error') continue;
      issuesOf.set(row, [...(issuesOf.get(row) ?? []), issue]);
    }
    for (const number of written.held) {
      const row = sound[number - 1];
      if (row !== undefined) held.push({ row, issues: issuesOf.get(number) ?? [] });
    }
  }
  const lines = written.map.flatMap(({ row }) => sound[row - 1] ?? []);
  const members = lines.flatMap((row) => row.receipts);
  const sha256 = sha256Hex(written.bytes);
  return {
    kind,
    profile,
    substitutes,
    bytes: written.bytes,
    sha256,
    header: written.header,
    lines: written.lines,
    written: lines,
    members,
    held,
    waiting: rows.length,
    hash: sha256Hex(encodeUtf8(JSON.stringify([kind, profile.id, sha256, members]))),
  };
}

/** What would be written now. Throws UnusableInput `profile.unknown`. */
export function planExport(book: Book, kind: ExportKind, profileId: string): ExportPlan {
  return planOf(book, kind, profileId, exportSources[kind](book), book.settings().substitutes);
}
