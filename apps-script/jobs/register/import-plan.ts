/** What an import would do to 台帳 as it stands now: the one place that goes through the whole ledger. Reads only. */
import { sha256Hex } from '../../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import type { Profile } from '../../../shared/csv/profile.ts';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { type CurrentRow, type ImportPlan, planImport } from '../../../shared/register/import.ts';
import { assets } from '../assets.ts';
import { type Book, openBook } from '../book/book.ts';
import { type Import, readImports } from '../book/imports.ts';
import { profileFor } from '../book/profiles.ts';
import { ledgerCellsOf } from '../book/register-book.ts';
import { ledgerTable } from '../book/register-tables.ts';
import { chamberValues } from '../book/settings.ts';
import type { ListedFile, Services } from '../port.ts';
import { dayOf, fiscalYearLabel } from '../time.ts';
import { inboxFile } from './inbox.ts';

export type InboxFile = ListedFile & { readonly content: Uint8Array };

/** The texts of 台帳 as they stand: `lines[place]` in the order of `headers`; a blank row is an empty list. */
export interface StandingLedger {
  readonly headers: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

export interface PlannedImport {
  readonly plan: ImportPlan;
  readonly standing: StandingLedger;
}

const blank: readonly string[] = [];

function readStanding(book: Book): StandingLedger {
  const table = ledgerTable(assets().catalogue);
  const headers = table.columns.map((column) => column.header);
  const lines: (readonly string[])[] = [];
  let rows = 0;
  book.scan(table, headers, (at, texts) => {
    const isBlank = texts.every((text) => text === '');
    lines.push(isBlank ? blank : texts);
    if (!isBlank) rows = at - 1;
  });
  lines.length = rows;
  return { headers, lines };
}

/** Rows as the plan reads them. Values are made when asked for and only the last row's are kept: there may be 100,000. */
function currentRows(book: Book, { headers, lines }: StandingLedger): readonly CurrentRow[] {
  const cells = ledgerCellsOf(book);
  const places = assets().catalogue.fields.flatMap(({ key, label }) => {
    const at = headers.indexOf(label);
    return at < 0 ? [] : [{ key, at }];
  });
  const numberAt = places.find(({ key }) => key === 'businessNumber')?.at ?? -1;
  let lastLine = blank;
  let last: Record<string, string> = {};
  const valuesOf = (line: readonly string[]): Record<string, string> => {
    if (line !== lastLine) {
      const values: Record<string, string> = {};
      for (const { key, at } of places) {
        const text = line[at] ?? '';
        if (text !== '') values[key] = cells.toValue(key, text);
      }
      lastLine = line;
      last = values;
    }
    return last;
  };
  return lines.map((line) => ({
    businessNumber: line[numberAt] ?? '',
    get values() {
      return valuesOf(line);
    },
  }));
}

/** Stands for what a plan rests on besides the file and 台帳: the layout and the chamber's own lists. */
export function inputsHash(book: Book, profile: Profile): string {
  const { divisions, districts } = chamberValues(book.settings());
  return sha256Hex(encodeUtf8(JSON.stringify([{ ...profile, verified: false }, divisions, districts])));
}

/** Throws UnusableInput as `planImport` does. */
export function planFor(book: Book, file: InboxFile, profile: Profile, today: string): PlannedImport {
  const done = readImports(book).filter((one) => one.state === 'done');
  const standing = readStanding(book);
  const plan = planImport({
    ledger: { file: file.name, bytes: file.content },
    profile,
    catalogue: assets().catalogue,
    settings: chamberValues(book.settings()),
    today,
    current: currentRows(book, standing),
    lastFileHash: done[done.length - 1]?.fileHash ?? '',
  });
  return { plan, standing };
}

/** Number of the import that would begin now: `R8-I001`. */
export function nextImportId(book: Book, day: string): string {
  const year = fiscalYearLabel(day, book.settings().fiscalYearStart);
  const used = readImports(book).map(({ importId }) => {
    const match = /^(.+)-I(\d+)$/.exec(importId);
    return match?.[1] === year ? Number(match[2]) : 0;
  });
  return `${year}-I${String(Math.max(0, ...used) + 1).padStart(3, '0')}`;
}

/** Stands for one import, once: the same plan asked for again after it is finished is another. */
export const requestHash = (plan: ImportPlan, importId: string): string => `${plan.hash}.${importId}`;

export function runningImport(book: Book): Import | null {
  return readImports(book).find((one) => one.state === 'running') ?? null;
}

export const runningIssue = ({ importId, file, by, at }: Import) =>
  issue('import.running', 'error', '', { params: { import: importId, file, by, at: at.slice(0, 10) } });

/** Why an import that was begun cannot go on with this file, '' when it can. */
export function whyStopped(book: Book, running: Import, file: InboxFile | null): string {
  if (file === null) return 'import.file-gone-midway';
  if (sha256Hex(file.content) !== running.fileHash) return 'import.file-changed';
  try {
    const profile = profileFor(book, running.profileId);
    return inputsHash(book, profile) === running.inputs ? '' : 'import.layout-changed';
  } catch (error) {
    if (error instanceof UnusableInput) return 'import.layout-changed';
    throw error;
  }
}

export interface ImportLook extends PlannedImport {
  readonly file: ListedFile;
  readonly hash: string;
  /** An import that stands in the way, or null. */
  readonly running: Import | null;
}

/** What a person sees before an import. Throws UnusableInput `import.file-gone`, `profile.unknown`, and as `planImport`. */
export function previewImport(
  services: Services,
  input: { readonly fileId: string; readonly profileId: string },
): ImportLook {
  const { content, ...file } = inboxFile(services, input.fileId);
  const book = openBook(services.workbook);
  const day = dayOf(services.clock.now());
  const running = runningImport(book);
  const profile = profileFor(book, input.profileId);
  const planned = planFor(book, { ...file, content }, profile, day);
  // One that was begun goes on by its own hash.
  const same =
    running?.fileId === input.fileId &&
    running.profileId === input.profileId &&
    whyStopped(book, running, { ...file, content }) === '';
  return {
    ...planned,
    file,
    hash: same ? running.hash : requestHash(planned.plan, nextImportId(book, day)),
    running: same ? null : running,
  };
}
