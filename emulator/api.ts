/**
 * The public face of the local Workspace, as types: what the web face, the command line and the tests may use.
 * `index.ts` exports functions of exactly these shapes.
 */
import type {
  ExecutionRecord,
  FormItemState,
  FormResponseState,
  FormState,
  WorkspaceState,
} from './workspace/model.ts';

export interface WorkspaceOptions {
  /** Folder of `state.json`; absent: nothing is kept after the process ends. */
  readonly dir?: string;
  /** `real` follows the machine's clock (plus an offset), `virtual` moves only by `advance` and service calls. */
  readonly clock?: 'real' | 'virtual';
  /** First instant of a virtual clock, ISO 8601; ignored when a stored state is continued. */
  readonly startAt?: string;
  readonly seed?: number;
  /** Whether `FormApp.create(title)` without a flag makes a published form (the live default is 未検証). */
  readonly formsCreatedPublished?: boolean;
}

export interface User {
  readonly email: string;
  readonly name: string;
  readonly role: string;
}

/** What changed, coarse enough for a page to decide whether to read again. */
export type ChangeListener = () => void;

/** What a script fetches, or a browser asks of a web app. */
export interface WebRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string;
  readonly body: string;
}

export interface WebReply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Virtual milliseconds that it took. */
  readonly ms?: number;
}

export type WebHandler = (request: WebRequest) => WebReply;

export interface Workspace {
  readonly state: WorkspaceState;
  readonly options: WorkspaceOptions;
  /** Epoch milliseconds of the workspace's clock. */
  now(): number;
  advance(milliseconds: number): void;
  addUser(user: User): void;
  /** A new opaque id, the same for the same seed and order of calls. */
  newId(kind: string): string;
  /** Says that the state changed: listeners are told and a save is scheduled. */
  touch(): void;
  onChange(listener: ChangeListener): () => void;
  /** Writes `state.json` now (temporary file, then rename). */
  save(): void;
  /** Saves and stops timers. */
  close(): void;
  /** Held locks by key (not stored: no lock outlives a process). */
  readonly locks: Map<string, string>;
  /** What can be fetched, by the beginning of its address (not stored): web apps of this workspace or of another, and what tests put there. */
  readonly web: Map<string, WebHandler>;
}

export type RunKind = ExecutionRecord['kind'];

export interface ActiveFile {
  readonly id: string;
  readonly type: 'spreadsheet' | 'form';
}

export interface RunRequest {
  readonly fn: string;
  /** JSON values. */
  readonly args?: readonly unknown[];
  /** Who runs it (e-mail address); triggers run as their owner. */
  readonly user: string;
  readonly kind: RunKind;
  readonly activeFile?: ActiveFile;
  /** Virtual milliseconds until the execution is stopped; default 6 minutes, 30 s for cards and simple triggers. */
  readonly limitMs?: number;
  /** The n-th service call (from 1) is not carried out and the execution dies there. */
  readonly failAtCall?: number;
  /** Called before each service call; another execution may be run from inside it. */
  readonly onCall?: (n: number, name: string) => void;
  /** Answers to `Ui.alert` (`OK`, `YES`, `NO`, `CANCEL`, `CLOSE`) and `Ui.prompt` (the text), in order. */
  readonly dialogAnswers?: readonly string[];
  /** A simple trigger (`onOpen`, `onEdit`): 30 seconds. */
  readonly simple?: boolean;
}

export interface ServiceCount {
  read: number;
  write: number;
  flush: number;
  total: number;
}

export interface CallCount extends ServiceCount {
  /** How often a read of a spreadsheet came after a buffered write of it. */
  readAfterWrite: number;
  /** By service, `SpreadsheetApp`, `FormApp`, … */
  services: Record<string, ServiceCount>;
  /** Names in order, `Range.setValues`. */
  list: string[];
}

export interface ShownHtml {
  readonly kind: 'sidebar' | 'dialog';
  readonly title: string;
  readonly html: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly modal: boolean;
}

export interface MenuView {
  readonly caption: string;
  /** `fn` is '' for a separator. */
  readonly items: readonly { readonly caption: string; readonly fn: string }[];
}

export interface UiRecord {
  sidebar?: ShownHtml;
  dialog?: ShownHtml;
  alerts: string[];
  toasts: string[];
  menus: MenuView[];
  /** Where the script moved the user's selection last. */
  redirect?: { spreadsheetId: string; sheetId: number; a1: string };
}

interface RunCommon {
  logs: string[];
  calls: CallCount;
  /** Virtual milliseconds. */
  elapsedMs: number;
  execution: ExecutionRecord;
  ui: UiRecord;
}

export type RunResult =
  | ({ ok: true; value: unknown } & RunCommon)
  | ({ ok: false; error: { name: string; message: string; stack?: string } } & RunCommon);

export type Answers = FormResponseState['answers'];

export interface AnswerError {
  readonly itemId: number;
  readonly message: string;
}

export interface SubmitResult {
  /** '' when the answer was refused. */
  responseId: string;
  errors: AnswerError[];
  /** Why the whole form takes no answer, '' otherwise; `edit`: the response may not be edited, or is not there. */
  refused: '' | 'unpublished' | 'closed' | 'email' | 'answered' | 'edit';
  /** Executions of the submit triggers. */
  runs: RunResult[];
}

export interface SubmitOptions {
  readonly email?: string;
  /** Id of a response to edit, where the form allows it. */
  readonly edit?: string;
}

export interface ScriptBundle {
  /** Text of the bundled `Code.js`. */
  readonly code: string;
  /** HTML files by name without extension. */
  readonly html: Record<string, string>;
  readonly manifest: unknown;
  /** Owner of the script project; default: the first user. */
  readonly owner?: string;
}

export interface ScriptRuntime {
  readonly workspace: Workspace;
  /** The script's `appsscript.json`. */
  readonly manifest: unknown;
  run(request: RunRequest): RunResult;
  /** A person answers a form: checks, stores, appends to the linked sheet, fires the submit triggers. */
  submitAnswer(formId: string, answers: Answers, options?: SubmitOptions): SubmitResult;
  /**
   * Deploys the script as a web app that runs as its owner, open to anyone; answers its address (`…/exec`). The same name keeps the
   * same address, as a new version of a deployment does.
   */
  deployWebApp(name: string): string;
  /** One request to the web app of this script: runs `doGet` or `doPost` as the owner. */
  visitWebApp(request: WebRequest): { readonly reply: WebReply; readonly result: RunResult };
  /** A person opens a file in its editor: runs `onOpen` (simple) and the installed open triggers. */
  openFile(file: ActiveFile, user: string): RunResult[];
  /** A person types into a cell: stores the value and runs `onEdit` triggers. */
  editCell(
    at: { spreadsheetId: string; sheetId: number; row: number; column: number },
    text: string,
    user: string,
  ): RunResult[];
  /** Runs the clock triggers whose time has come, as their owners. */
  runDueTriggers(): RunResult[];
  /** The sidebar or dialog shown last to this user, or null. */
  openHtml(user: string, kind?: 'sidebar' | 'dialog'): ShownHtml | null;
  closeHtml(user: string, kind: 'sidebar' | 'dialog'): void;
}

export interface EmulateRequest {
  readonly source: string;
  readonly fileName: string;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly workspace: Workspace;
}

/** A form as its pages, for the answer page. */
export interface FormPage {
  /** Item id of the page break that begins it; 0 for the first page. */
  readonly id: number;
  readonly title: string;
  readonly help: string;
  readonly items: readonly FormItemState[];
}

/** Where a filled page leads. */
export type NextPage = { readonly kind: 'page'; readonly id: number } | { readonly kind: 'submit' };

/** Functions that `index.ts` exports (declared here so that callers can be written against them). */
export interface EmulatorApi {
  openWorkspace(options: WorkspaceOptions): Workspace;
  createRuntime(workspace: Workspace, bundle: ScriptBundle): ScriptRuntime;
  emulateScript(request: EmulateRequest): RunResult;
  /** Pages of a form in order. */
  formPages(form: FormState): FormPage[];
  /** The page after `pageId`, given the answers so far (choices may lead elsewhere). */
  nextPage(form: FormState, pageId: number, answers: Answers): NextPage;
  /** Problems of the answers on one page (pageId) or on all pages walked (absent). */
  checkAnswers(form: FormState, answers: Answers, pageId?: number): AnswerError[];
  /** Text a cell shows, per number format; row and column from 0. */
  displayValue(
    sheet: WorkspaceState['spreadsheets'][string]['sheets'][number],
    row: number,
    column: number,
  ): string;
  /** Local addresses: `/forms/d/e/<publicId>/viewform`, `/spreadsheets/d/<id>/edit` and so on (path part only). */
  fileUrl(state: WorkspaceState, fileId: string): string;
}
