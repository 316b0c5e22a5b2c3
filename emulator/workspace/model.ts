/**
 * The one state of the local Workspace: plain data, JSON-serialisable, shared by the Apps Script face, the REST
 * face and the web face. Times are epoch milliseconds of the virtual clock. Behaviour lives beside it
 * (`workspace.ts` and one file per subject); nothing else writes these tables.
 */

export type MimeType = string;

export interface DriveFile {
  id: string;
  name: string;
  mimeType: MimeType;
  parents: string[];
  owner: string;
  createdAt: number;
  updatedAt: number;
  trashed: boolean;
  /** Content of a plain file (a blob in Drive), base64; absent for folders and native documents. */
  content?: string;
  description: string;
}

/** A value as a cell holds it. Dates are kept apart from numbers; formulas keep their text. */
export type CellValue =
  | { t: 'empty' }
  | { t: 'text'; v: string }
  | { t: 'number'; v: number }
  | { t: 'boolean'; v: boolean }
  | { t: 'date'; v: number }
  | { t: 'formula'; f: string };

export interface FormColumn {
  itemId: number;
  row?: number;
  /** Header as the form wrote it last; a header that a person changed stays until the question is renamed. */
  title?: string;
}

export interface SheetState {
  id: number;
  name: string;
  rows: number;
  columns: number;
  /** Sparse: row index (0-based) → column index → value. */
  cells: Record<number, Record<number, CellValue>>;
  /** Number formats by row, then column; `@` is plain text. */
  formats: Record<number, Record<number, string>>;
  /** Whole-column formats, set before rows exist. */
  columnFormats: Record<number, string>;
  notes: Record<number, Record<number, string>>;
  backgrounds: Record<number, Record<number, string>>;
  bold: Record<number, Record<number, boolean>>;
  columnWidths: Record<number, number>;
  /** Rarer looks and rules, kept as given. */
  extras?: SheetExtras;
  hidden: boolean;
  hiddenColumns: number[];
  frozenRows: number;
  frozenColumns: number;
  /** Id of the form whose responses land here. */
  formId?: string;
  /** Item behind each column of a form's sheet: 0 is the timestamp, -1 the e-mail address; grids have a column a row. */
  formColumns?: FormColumn[];
  protected: boolean;
}

/** A graph of a sheet, as its builder was told. Rows and columns from 1, as scripts count. */
export interface ChartState {
  id: number;
  type: string;
  ranges: { sheetId: number; rect: { row: number; column: number; rows: number; columns: number } }[];
  headers: number;
  options: Record<string, unknown>;
  row: number;
  column: number;
  offsetX: number;
  offsetY: number;
}

/** What a sheet keeps beside values: all optional, absent means the platform's default. */
export interface SheetExtras {
  fontColors?: Record<number, Record<number, string>>;
  wraps?: Record<number, Record<number, string>>;
  alignments?: Record<number, Record<number, string>>;
  /** Data validation per cell: rule as made by its builder. */
  validations?: Record<
    number,
    Record<number, { type: string; args: unknown[]; allowInvalid: boolean; help: string }>
  >;
  conditionalRules?: unknown[];
  protections?: { id: string; a1: string; description: string; warningOnly: boolean; editors: string[] }[];
  tabColor?: string;
  charts?: ChartState[];
  rowHeights?: Record<number, number>;
  metadata?: Record<string, string>;
}

export interface SpreadsheetState {
  namedRanges?: Record<string, { sheetId: number; a1: string }>;
  metadata?: Record<string, string>;
  id: string;
  locale: string;
  timeZone: string;
  sheets: SheetState[];
  activeSheetId: number;
  /** A1 notation of the selection per user. */
  selections: Record<string, { sheetId: number; a1: string }>;
}

export type FormItemType =
  | 'TEXT'
  | 'PARAGRAPH_TEXT'
  | 'MULTIPLE_CHOICE'
  | 'CHECKBOX'
  | 'LIST'
  | 'SCALE'
  | 'RATING'
  | 'GRID'
  | 'CHECKBOX_GRID'
  | 'DATE'
  | 'DATETIME'
  | 'TIME'
  | 'DURATION'
  | 'SECTION_HEADER'
  | 'PAGE_BREAK'
  | 'IMAGE'
  | 'VIDEO'
  | 'FILE_UPLOAD';

/** Where a choice or a page leads: an item id of a PAGE_BREAK, or one of the fixed moves. */
export type Navigation =
  | { kind: 'page'; itemId: number }
  | { kind: 'continue' }
  | { kind: 'restart' }
  | { kind: 'submit' };

export interface FormChoice {
  value: string;
  navigation?: Navigation;
}

export interface FormValidation {
  /** Name of the builder method that made it, `requireTextMatchesPattern`. */
  method: string;
  args: (string | number)[];
  helpText: string;
}

export interface FormItemState {
  id: number;
  type: FormItemType;
  title: string;
  help: string;
  required: boolean;
  choices: FormChoice[];
  other: boolean;
  validation?: FormValidation;
  /** PAGE_BREAK: where the page BEFORE this break leads when it ends (as `setGoToPage` of the next break documents). */
  goTo?: Navigation;
  /** SCALE / RATING. */
  lower?: number;
  upper?: number;
  lowerLabel?: string;
  upperLabel?: string;
  /** GRID kinds. */
  rows?: string[];
  columns?: string[];
  /** DATE kinds. */
  includesYear?: boolean;
  /** RATING: `STAR`, `HEART`, `THUMB_UP`. */
  icon?: string;
  /** IMAGE: key of its picture in `FormState.images`. */
  imageId?: string;
  /** VIDEO: address of what is shown. */
  mediaUrl?: string;
  /** IMAGE, VIDEO: `LEFT`, `CENTER`, `RIGHT`. */
  alignment?: string;
  /** IMAGE, VIDEO: width in pixels. */
  width?: number;
}

export interface FormImage {
  mimeType: string;
  /** base64 */
  content: string;
  name: string;
}

export interface FormState {
  id: string;
  /** Title shown to respondents; the Drive file has its own name. */
  title: string;
  description: string;
  items: FormItemState[];
  nextItemId: number;
  published: boolean;
  acceptingResponses: boolean;
  confirmationMessage: string;
  closedMessage: string;
  collectEmail: boolean;
  limitOneResponsePerUser: boolean;
  allowResponseEdits: boolean;
  progressBar: boolean;
  shuffleQuestions: boolean;
  showLinkToRespondAgain: boolean;
  publishingSummary: boolean;
  destination?: { spreadsheetId: string; sheetId: number };
  responses: FormResponseState[];
  revision: number;
  /** Path part of the published address. */
  publicId: string;
  /** Who may answer, when not everybody with the link. */
  publishedReaders?: string[];
  /** Who may edit, beside the owner. */
  editors?: string[];
  /** Pictures of the image items, kept apart so that reading items stays small. */
  images?: Record<string, FormImage>;
}

export interface FormResponseState {
  id: string;
  createdAt: number;
  updatedAt: number;
  email: string;
  /** By item id: text, list of texts (checkbox), list of rows (grid). */
  answers: Record<number, string | string[] | (string | string[] | null)[]>;
}

/** Attribute names are those of `DocumentApp.Attribute`; enumerations are kept by name, lengths in points. */
export type DocAttributes = Record<string, string | number | boolean>;

export interface DocRun {
  text: string;
  style: DocAttributes;
}

/** One element of a document; `type` is its name in `DocumentApp.ElementType`. */
export interface DocNode {
  id: string;
  type: string;
  attributes: DocAttributes;
  children?: DocNode[];
  /** TEXT: its text in stretches of one look. */
  runs?: DocRun[];
  /** INLINE_IMAGE: base64. */
  image?: { mimeType: string; content: string };
}

export interface DocumentState {
  id: string;
  /** Of the first tab. */
  body: DocNode;
  header?: DocNode;
  footer?: DocNode;
  /** Tabs behind the first; no script can make one, people can. */
  tabs?: DocTab[];
}

/** A tab of a document; `tabs` are those below it. */
export interface DocTab {
  id: string;
  title: string;
  body: DocNode;
  tabs?: DocTab[];
}

export interface MailState {
  id: string;
  at: number;
  from: string;
  fromName: string;
  replyTo: string;
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string;
  body: string;
  htmlBody: string;
  attachments: { name: string; mimeType: string; content: string }[];
  /** Recipients whose mailbox read it in the web face. */
  readBy: string[];
}

export interface TriggerState {
  id: string;
  handler: string;
  owner: string;
  eventType: 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT' | 'CLOCK';
  source: 'SPREADSHEETS' | 'FORMS' | 'CLOCK';
  sourceId: string;
  clock?: {
    everyMinutes?: number;
    everyHours?: number;
    everyDays?: number;
    atHour?: number;
    at?: number;
    nextAt: number;
  };
  enabled: boolean;
}

export interface ExecutionRecord {
  id: string;
  at: number;
  functionName: string;
  user: string;
  kind: 'menu' | 'rpc' | 'trigger' | 'card' | 'manual' | 'web';
  milliseconds: number;
  status: 'completed' | 'failed' | 'timed-out';
  error: string;
  logs: string[];
}

export interface WorkspaceState {
  version: 1;
  seed: number;
  counters: Record<string, number>;
  clockOffset: number;
  files: Record<string, DriveFile>;
  spreadsheets: Record<string, SpreadsheetState>;
  forms: Record<string, FormState>;
  documents: Record<string, DocumentState>;
  mails: MailState[];
  triggers: TriggerState[];
  properties: {
    script: Record<string, string>;
    user: Record<string, Record<string, string>>;
    document: Record<string, Record<string, string>>;
  };
  cache: Record<string, { value: string; expiresAt: number }>;
  /** Recipients mailed in the running quota window, per user. */
  quotas: Record<string, { since: number; used: Record<string, number> }>;
  executions: ExecutionRecord[];
  users: Record<string, { email: string; name: string; role: string }>;
  /** Files that a user opened to the add-on (`drive.file`), by user. */
  fileGrants?: Record<string, string[]>;
}
