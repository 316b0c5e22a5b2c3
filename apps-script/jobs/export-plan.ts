/** What an export would write now: approved applications that no standing batch holds, through the profile. */

import { sha256Hex } from '../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../shared/bytes/utf8.ts';
import { isExportable } from '../../shared/change/decide.ts';
import type { Profile } from '../../shared/csv/profile.ts';
import { writeProfile } from '../../shared/csv/write.ts';
import { type Issue, isHeld } from '../../shared/issue/issue.ts';
import { assets, profileOf } from './assets.ts';
import type { StoredApplication } from './book/application.ts';
import { awaitsExport, batchByReceipt, batchLimit } from './book/batch.ts';
import type { Book } from './book/book.ts';
import { chamberValues } from './book/settings.ts';

export interface HeldApplication {
  readonly application: StoredApplication;
  readonly issues: readonly Issue[];
}

export interface ExportPlan {
  readonly profile: Profile;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly header: readonly string[];
  readonly lines: readonly (readonly string[])[];
  /** 受付番号 of each line. */
  readonly members: readonly string[];
  readonly held: readonly HeldApplication[];
  /** Approved applications that wait for export, held ones too. */
  readonly waiting: number;
  /** Stands for exactly this content: profile, bytes and members. */
  readonly hash: string;
}

const errorsOf = (issues: readonly Issue[]): readonly Issue[] =>
  issues.filter((found) => found.severity === 'error');

/** Writes the given applications through the profile; those that cannot go out are held with their reasons. */
export function planOf(book: Book, profileId: string, candidates: readonly StoredApplication[]): ExportPlan {
  const profile = profileOf(profileId);
  const settings = book.settings();
  const held: HeldApplication[] = [];
  const sound: StoredApplication[] = [];
  for (const application of candidates) {
    if (isHeld(application.record.issues)) {
      held.push({ application, issues: errorsOf(application.record.issues) });
    } else sound.push(application);
  }
  const written = writeProfile(
    profile,
    assets().catalogue,
    sound.map((application, index) => ({
      responseId: application.id,
      row: index + 1,
      values: application.record.values,
    })),
    { substitutes: settings.substitutes, choices: { divisions: chamberValues(settings).divisions } },
  );
  for (const row of written.held) {
    const application = sound[row - 1];
    if (application === undefined) continue;
    held.push({
      application,
      issues: errorsOf(written.issues.filter((one) => one.row === row).map((one) => one.issue)),
    });
  }
  const members = written.map.flatMap(({ row }) => sound[row - 1]?.receipt ?? []);
  const sha256 = sha256Hex(written.bytes);
  return {
    profile,
    bytes: written.bytes,
    sha256,
    header: written.header,
    lines: written.lines,
    members,
    held,
    waiting: candidates.length,
    hash: sha256Hex(encodeUtf8(JSON.stringify([profile.id, sha256, members]))),
  };
}

/** Applications that wait for export, in the order of their 受付番号. */
export function waitingApplications(book: Book): readonly StoredApplication[] {
  const batches = batchByReceipt(book.batches());
  const { states } = book.settings();
  return book
    .applications()
    .filter(
      (application) =>
        isExportable(states, application.state.state) && awaitsExport(batches.get(application.receipt)),
    )
    .slice(0, batchLimit);
}

/** What would be written now. Throws UnusableInput `profile.unknown`. */
export function planExport(book: Book, profileId: string): ExportPlan {
  return planOf(book, profileId, waitingApplications(book));
}
