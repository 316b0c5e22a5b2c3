/** What the page 配布の状況 (JCCI's console) asks of the collector, and what comes back. It only reads. The same rules as `protocol.ts`. */
import * as z from 'zod/mini';
import { chamberCode } from '../../shared/release/codes.ts';
import type { StateId } from './console-words.ts';

/** One chamber, a line of the table. */
export interface ConsoleRow {
  readonly code: string;
  readonly name: string;
  /** `01` … `47`, '' where nobody wrote it. */
  readonly prefecture: string;
  /** Id of its ring, '' for none. */
  readonly ring: string;
  readonly state: StateId;
  /** Code of what went wrong, '' for nothing. */
  readonly reason: string;
  /** 見送り〜2026-12-20, '' for none that holds. */
  readonly deferral: string;
  /** Version in use, '' before the first report. */
  readonly version: string;
  readonly own: number;
  readonly conflicts: number;
  readonly waiting: number;
  /** Checks of 点検 that say 要対応. */
  readonly bad: number;
  /** When it last reported, '' for never. */
  readonly at: string;
  /** It reported once, and not for two days. */
  readonly isSilent: boolean;
}

/** How many chambers are in a state; every chamber is counted once. */
export interface StateCount {
  readonly state: StateId;
  readonly count: number;
}

export interface ConsoleRing {
  readonly id: string;
  readonly name: string;
  /** まだ, 配布中, 停止中, 取り消し中, '' for chambers of no ring. */
  readonly label: string;
  readonly startsAt: string;
  readonly total: number;
  readonly done: number;
  readonly counts: readonly StateCount[];
}

export interface PrefectureShare {
  readonly code: string;
  readonly name: string;
  readonly total: number;
  readonly done: number;
  /** Chambers that failed. */
  readonly failed: number;
}

export interface ReasonCount {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly count: number;
}

export interface RecordLine {
  readonly at: string;
  readonly what: string;
  /** Ring, chambers, note. */
  readonly more: string;
}

export interface CommandView {
  readonly label: string;
  readonly hint: string;
  readonly command: string;
}

export interface ConsoleView {
  /** When this was read. */
  readonly at: string;
  /** Release that is rolled out, '' for none. */
  readonly release: string;
  /** Number of the roll-out file, 0 for none. */
  readonly seq: number;
  /** `unreadable`: office.json stands there and cannot be read; `none`: nothing was published. */
  readonly source: 'read' | 'none' | 'unreadable';
  readonly paused: { readonly at: string; readonly why: string; readonly what: string } | null;
  readonly rings: readonly ConsoleRing[];
  readonly rows: readonly ConsoleRow[];
  readonly counts: readonly StateCount[];
  readonly done: number;
  /** What `done` counts: 反映済み, or 報告あり while nothing is rolled out. */
  readonly doneLabel: string;
  readonly reported: number;
  readonly silent: number;
  readonly drifted: number;
  readonly deferred: number;
  readonly versions: readonly { readonly version: string; readonly count: number }[];
  readonly prefectures: readonly PrefectureShare[];
  readonly reasons: readonly ReasonCount[];
  /** Newest first. */
  readonly record: readonly RecordLine[];
  readonly commands: readonly CommandView[];
}

export interface HistoryLine {
  readonly at: string;
  readonly version: string;
  readonly release: string;
  readonly state: string;
  readonly reason: string;
}

export interface ConsoleChamber {
  readonly code: string;
  readonly addon: string;
  readonly forms: readonly { readonly template: string; readonly version: string; readonly count: number }[];
  readonly health: { readonly ok: number; readonly warn: number; readonly bad: number } | null;
  /** Newest first. */
  readonly history: readonly HistoryLine[];
  readonly record: readonly RecordLine[];
  readonly command: CommandView;
}

/** What every call brings: the key of the page, and whose it is. */
const caller = () => ({
  key: z.string().check(z.maxLength(64)),
  person: z.string().check(z.maxLength(320)),
});

export const consoleInputs = {
  console: () => z.strictObject(caller()),
  consoleChamber: () => z.strictObject({ ...caller(), code: chamberCode() }),
} as const;

export interface ConsoleOutputs {
  console: ConsoleView;
  consoleChamber: ConsoleChamber;
}
export type ConsoleMethod = keyof ConsoleOutputs;
export type ConsoleInput<M extends ConsoleMethod> = Readonly<z.infer<ReturnType<(typeof consoleInputs)[M]>>>;
