/**
 * What a job may ask of the world, in words of the domain. Jobs know this file only; the files beside it carry the
 * requests out on Google's services, batched.
 */

import type { CopyItem, CopyOption, FormCopy } from '../../shared/form/copy.ts';
import type { FormPlan, PlannedItem } from '../../shared/form/plan.ts';
import type { LetterPlan } from '../../shared/register/letters.ts';
import type { ContentProperty } from '../../shared/template/properties.ts';
import type { EntryName } from '../entries.ts';
import type { Releases } from './release/port.ts';
import type { RuleFiles } from './rules/port.ts';
import type { SurveyOutput } from './survey/port.ts';

export interface Column {
  /** Header text: columns are found by it, never by position. */
  readonly header: string;
  /** Pixels. */
  readonly width: number;
  readonly hidden?: boolean;
  /** Note on the header cell: what a clerk should know about the column. */
  readonly note?: string;
  /** Long texts go on in further lines of the cell, as they have to on paper. */
  readonly wrap?: boolean;
  /** Suggested values; others are allowed, the cell is marked. */
  readonly oneOf?: readonly string[];
}

/** One sheet of the workbook, as data. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly hidden?: boolean;
  readonly frozenColumns?: number;
  /** Header of the column that says how far a row has come: written last where a row takes several writes. */
  readonly commit?: string;
  /** A visible table that only the program writes: typing into it shows a warning. */
  readonly guarded?: boolean;
}

export type Cells = Readonly<Record<string, string>>;

/** A row as read: `at` is its row number in the sheet (the header is 1). */
export interface Row {
  readonly at: number;
  readonly cells: Cells;
}

export interface Workbook {
  readonly id: string;
  url(): string;
  title(): string;
  /** Addresses of the editing pages of all forms that send their answers to a sheet here. */
  formUrls(): readonly string[];
  /** Makes what is missing of the given sheets (sheet, headers, formats, widths); changes no data. */
  prepare(title: string, tables: readonly Table[]): void;
  /** True when every sheet stands. */
  has(tables: readonly Table[]): boolean;
  /**
   * All rows of a table, cells as text by header. Throws UnusableInput `workbook.sheet-missing` or
   * `workbook.column-missing`.
   */
  read(table: Table): readonly Row[];
  /**
   * All rows of a table with only these columns, for a large table of which a job needs little: one read per run of
   * neighbouring columns. A row is left out when all of these columns are blank in it.
   */
  readColumns(table: Table, headers: readonly string[]): readonly Row[];
  /**
   * Goes through all rows of a large table, blank ones too, in pieces of 20,000: `texts` are in the order of `headers`.
   * Nothing is kept, so a job may go through more than it could hold as `Row`s.
   */
  scan(table: Table, headers: readonly string[], visit: (at: number, texts: readonly string[]) => void): void;
  /** The rows of these row numbers, whole; one read per run of neighbouring rows, or one of all when that is less. */
  readRows(table: Table, numbers: readonly number[]): readonly Row[];
  /** Adds one row in one atomic call of the platform, however many run at once. Texts are the program's own. */
  addRow(table: Table, cells: Cells): void;
  /** Address of the account that owns the file, '' where there is none (shared drives). */
  owner(): string;
  /** Adds rows at the end, as text; one write per 2,000 rows. */
  append(table: Table, rows: readonly Cells[]): void;
  /**
   * Writes changed rows back: `rows` are those read before (rows between two changed ones are written as they
   * were), `changed` gives the new cells by row number. Only our own columns are touched.
   */
  update(table: Table, rows: readonly Row[], changed: ReadonlyMap<number, Cells>): void;
  /**
   * Writes whole rows at their place, however far apart, all of our columns or only those of `headers`; the sheet grows
   * as needed. One write per run of neighbouring rows and block of neighbouring columns, at most 2,000 rows each; the
   * block of the first of `headers` comes first, so that a run that dies leaves no row that cannot be told.
   */
  put(table: Table, rows: ReadonlyMap<number, Cells>, headers?: readonly string[]): void;
  /** Replaces all rows of a table that only the program writes. */
  replace(table: Table, rows: readonly Cells[]): void;
  /** Shows a row to the person at the sheet. */
  select(table: Table, at: number): void;
}

export interface FormState {
  readonly formId: string;
  readonly title: string;
  readonly publishedUrl: string;
  readonly editUrl: string;
  readonly published: boolean;
  readonly accepting: boolean;
}

export interface ItemLink {
  readonly itemId: string;
  readonly key: string;
}

/** Title, description and settings of a form, as Google Forms holds them. */
export type FormSettings = FormCopy['settings'] & Pick<FormCopy, 'title' | 'description'>;

/** An item or a page as it should stand. Choices lead to a page by its item id, to `submit`, `restart` or the next page. */
export interface ItemValues extends Omit<PlannedItem, 'key' | 'type' | 'options' | 'replaces' | 'ownership'> {
  readonly type: CopyItem['type'];
  readonly options: readonly CopyOption[];
}

/** What can be set of an item apart from its place; a kind that does not have one of them passes it over. */
export type ItemProperty = ContentProperty;

/**
 * One change of a form that stands. Items are named by their ids, '' the one that was added last among these steps; each
 * step is a few calls of the platform.
 */
export type FormStep =
  | { readonly step: 'settings'; readonly values: Partial<FormSettings> }
  /** At the end of the form; `move` puts it in its place. */
  | { readonly step: 'add'; readonly values: ItemValues }
  | {
      readonly step: 'set';
      readonly itemId: string;
      readonly values: ItemValues;
      readonly properties: readonly ItemProperty[];
    }
  /** Where the page BEFORE this page leads; absent: to this page. */
  | { readonly step: 'lead'; readonly pageId: string; readonly goTo: string | undefined }
  /** Behind this item, null for the very first place. */
  | { readonly step: 'move'; readonly itemId: string; readonly after: string | null }
  | { readonly step: 'remove'; readonly itemId: string };

export interface Forms {
  /** Makes an empty, unpublished form whose file carries this name; returns its id. */
  create(fileName: string): string;
  /** Id of the form made under this file name, or null: finds what a run that died left behind. */
  find(fileName: string): string | null;
  /** Carries the plan out on the form, from an empty page: what stands there is removed first. */
  build(formId: string, plan: FormPlan): readonly ItemLink[];
  /** Id of the form at this address of its editor, null when it cannot be opened. */
  idAt(url: string): string | null;
  /** The whole form as it stands, null when it cannot be opened (any more). */
  read(formId: string): FormCopy | null;
  readSettings(formId: string): FormSettings;
  /**
   * Carries the steps out in order, then reads all items back. `added`: ids of the items that were added. Throws what the
   * platform throws; the steps before it have been carried out then.
   */
  apply(
    formId: string,
    steps: readonly FormStep[],
  ): { readonly added: readonly string[]; readonly items: readonly CopyItem[] };
  /** Whether anybody has answered. */
  hasAnswers(formId: string): boolean;
  /** Takes no answers any more; the form stays published and shows its closed message. */
  close(formId: string): void;
  /** Sends the answers to a sheet of the workbook as well; does nothing when they already go there. */
  link(formId: string, workbookId: string): void;
  /** Publishes, then accepts answers, in this order (the first overwrites the second). */
  publish(formId: string): void;
  renameFile(formId: string, fileName: string): void;
  /** How the form stands, or null when it cannot be opened any more. */
  look(formId: string): FormState | null;
  /** Id of the workbook that the form answers to, '' when there is none. */
  workbookOf(formId: string): string;
  /** Address of the form with these answers filled in, by item id; a choice by its label. */
  prefilledUrl(formId: string, answers: Readonly<Record<string, string>>): string;
}

export interface RawResponse {
  readonly responseId: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Address collected by the form itself, '' when it does not collect. */
  readonly email: string;
  /** Texts by item id; several choices as a list, the rows of a grid too, several choices of a row joined by `;`. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  /** Titles of the questions that were answered, by item id. */
  readonly titles: Readonly<Record<string, string>>;
  /** Labels of the rows of each grid that was answered, by item id; its texts stand in the same order. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
}

export interface Responses {
  /** Answers sent at or after `since` (epoch milliseconds; null: all), oldest first. */
  read(formId: string, since: number | null): readonly RawResponse[];
}

export interface StoredFile {
  readonly id: string;
  readonly url: string;
}

export interface ListedFile extends StoredFile {
  readonly name: string;
  readonly bytes: number;
  /** Epoch milliseconds. */
  readonly updatedAt: number;
}

export interface Drive {
  /** CSV files of the chamber's 取込み folder (made on first use beside the workbook), newest first. */
  listInbox(workbookId: string): {
    readonly folderName: string;
    readonly folderUrl: string;
    readonly files: readonly ListedFile[];
  };
  /** Puts a file into the 取込み folder. */
  saveInbox(workbookId: string, name: string, bytes: Uint8Array): ListedFile;
  /** A file of the 取込み folder by its id, with its bytes; null when it is not there. */
  readInbox(workbookId: string, fileId: string): (ListedFile & { readonly content: Uint8Array }) | null;
  /** The file of this name in the chamber's output folder, with its bytes, or null. */
  find(workbookId: string, name: string): (StoredFile & { readonly bytes: Uint8Array }) | null;
  /** Makes a file in the chamber's output folder (made on first use beside the workbook). */
  save(workbookId: string, name: string, mimeType: string, bytes: Uint8Array): StoredFile;
}

export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly html: string;
  readonly senderName: string;
  /** '' for none. */
  readonly replyTo: string;
}

export interface Mail {
  send(mail: OutgoingMail): void;
  /** Recipients that may still be mailed in the running 24 hours. */
  remaining(): number;
}

/** A letter as data; see `shared/register/letters.ts`. */
export interface Letters {
  /** Makes one document with all letters, each on its own page, in the chamber's output folder; replaces one of the same name. */
  make(workbookId: string, name: string, letters: readonly LetterPlan[]): StoredFile;
}

export interface Properties {
  get(key: string): string | null;
  set(key: string, value: string): void;
}

/** A trigger that should exist, as data. */
export type WantedTrigger =
  | { readonly handler: EntryName; readonly kind: 'form-submit'; readonly formId: string }
  | { readonly handler: EntryName; readonly kind: 'hourly' };

export interface Triggers {
  /** Makes those of `wanted` that this account has not yet; touches no other. Returns how many were made. */
  ensure(wanted: readonly WantedTrigger[]): number;
}

/** A trigger of the present account; those of others cannot be seen. */
export interface OwnTrigger {
  readonly id: string;
  readonly handler: string;
  /** '' for a clock. */
  readonly formId: string;
}

/** A row of a sheet that Google Forms fills. */
export interface LinkedRow {
  readonly at: number;
  /** Epoch seconds of its time stamp, null where it has none. */
  readonly seconds: number | null;
}

/** What only the office's own housekeeping asks for: health check, hand-over, destruction. A part of its own. */
export interface Office {
  triggers(): readonly OwnTrigger[];
  removeTriggers(ids: readonly string[]): void;
  /** Whether rights are missing that the program needs, and the page that grants them ('' for none). */
  authorisation(): { readonly isMissing: boolean; readonly url: string };
  scriptZone(): string;
  bookZone(workbookId: string): string;
  setBookZone(workbookId: string, zone: string): void;
  /** Address of the account that owns a file, '' where it is not told. */
  fileOwner(fileId: string): string;
  /** When each answer that the form still holds was sent (epoch milliseconds), by response id. */
  responseTimes(formId: string): ReadonlyMap<string, number>;
  /** Deletes answers from the form; those that are gone already are passed over. */
  deleteResponses(formId: string, ids: readonly string[]): void;
  /** Rows of the sheet of the workbook that the form fills, oldest first; null when it fills none. */
  linkedRows(workbookId: string, formId: string): readonly LinkedRow[] | null;
  deleteLinkedRows(workbookId: string, formId: string, rows: readonly number[]): void;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Does nothing for so many milliseconds. */
  wait(milliseconds: number): void;
}

export interface Session {
  /** Address of the person at work, '' when the platform does not tell. */
  user(): string;
}

export interface Services {
  readonly workbook: Workbook;
  readonly forms: Forms;
  readonly responses: Responses;
  readonly drive: Drive;
  readonly mail: Mail;
  readonly letters: Letters;
  readonly properties: Properties;
  /** Facts of one workbook that only the program may see (secrets of links), kept with the script. */
  readonly secrets: Properties;
  /** A text that nobody can guess, at least 122 random bits. */
  readonly random: () => string;
  readonly triggers: Triggers;
  readonly office: Office;
  readonly ruleFiles: RuleFiles;
  readonly surveyOutput: SurveyOutput;
  readonly releases: Releases;
  readonly clock: Clock;
  readonly session: Session;
  /** Runs `work` while no other job of any user writes. Throws UnusableInput `lock.busy` after 30 seconds. */
  withLock<T>(work: () => T): T;
  /** Runs `work` and keeps the error, if any, for the log: used where one failure may not stop the rest. */
  log(message: string): void;
}
