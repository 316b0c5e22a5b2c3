/** 点検 and 引継ぎ, over the wire. The same rules as `protocol.ts`. */
import * as z from 'zod/mini';

/** `info`: nothing to mend, but to be known (仮の配置). `unknown`: it cannot be seen from this account. */
export type HealthState = 'ok' | 'info' | 'warn' | 'bad' | 'unknown';

export interface HealthRow {
  /** `hourly`, `form:<form id>` … */
  readonly id: string;
  readonly state: HealthState;
  /** 良好 / 情報 / 注意 / 要対応 / 不明 */
  readonly stateLabel: string;
  readonly label: string;
  /** What is seen. */
  readonly seen: string;
  /** Why it matters. */
  readonly why: string;
  /** How it is mended, '' when nothing is to be done. */
  readonly how: string;
  /** The button: `method` is `mend` with this id, null where a person has to do it. */
  readonly mend: { readonly method: 'mend'; readonly id: string; readonly label: string } | null;
}

export interface HealthView {
  readonly checkedAt: string;
  readonly account: string;
  readonly rows: readonly HealthRow[];
  readonly counts: Readonly<Record<HealthState, number>>;
}

/** A form of the chamber, as the present account would take it over. */
export interface HandOverForm {
  readonly formId: string;
  readonly title: string;
  /** Account recorded as owner of the submit trigger, '' for none. */
  readonly triggerOwner: string;
  /** Owner of the form's file, '' where the platform does not tell. */
  readonly fileOwner: string;
  readonly canEdit: boolean;
  readonly isMine: boolean;
}

/** What another account still has, and how it is taken away. */
export interface LeftBehind {
  readonly account: string;
  /** What it has, a line each. */
  readonly lines: readonly string[];
  readonly how: string;
}

export interface HandOverView {
  readonly account: string;
  readonly forms: readonly HandOverForm[];
  /** Triggers that would be made. */
  readonly triggersToMake: number;
  /** How many more this account may have. */
  readonly triggersFree: number;
  /** The running round: who sends it, and how many of its mails wait; null without one. */
  readonly round: { readonly roundId: string; readonly sendingBy: string; readonly waiting: number } | null;
  /** Mails that another account had begun to send: `dead` are set free, `alive` are just being sent. */
  readonly claims: { readonly dead: number; readonly alive: number };
  readonly left: readonly LeftBehind[];
  /** What stands in the way, in words. */
  readonly obstacles: readonly string[];
  /** Nothing is left to take over. */
  readonly done: boolean;
}

export const healthInputs = {
  health: () => z.strictObject({}),
  mend: () => z.strictObject({ id: z.string().check(z.minLength(1), z.maxLength(300)) }),
  handOver: () => z.strictObject({}),
  takeOver: () => z.strictObject({}),
  /** The old account takes its own triggers away. */
  letGo: () => z.strictObject({}),
} as const;

export interface HealthOutputs {
  health: HealthView;
  mend: HealthView;
  handOver: HandOverView;
  takeOver: HandOverView;
  letGo: { readonly removed: number };
}
