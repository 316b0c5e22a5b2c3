/** What the screen 配信 of 点検と設定 asks: how this chamber stands with JCCI's releases. The same rules as `protocol.ts`. */
import * as z from 'zod/mini';
import type { Policy } from '../../shared/release/policy.ts';
import { type OffersOutputs, offersInputs } from './offers-protocol.ts';

/** Written out here: the labels beside them are the part's, not every execution's. */
const policyIds = ['mandated', 'all', 'ask'] as const satisfies readonly Policy[];

export interface PolicyView {
  readonly id: Policy;
  readonly label: string;
  /** What it means, one sentence. */
  readonly hint: string;
}

export interface ReleaseView {
  /** Number of the chamber at JCCI, '' while it is not connected. */
  readonly chamber: string;
  /** When somebody's hourly run last looked, '' before the first. */
  readonly lookedAt: string;
  /** The release that counts here, '' for what the program ships. */
  readonly version: string;
  readonly notes: readonly string[];
  /** The release that JCCI is handing out, '' for none. */
  readonly offered: string;
  /** How it stands here, in words: 反映済み, 見送り〜2026-12-20 … */
  readonly state: string;
  readonly tone: 'ok' | 'info' | 'warn' | 'bad';
  /** What went wrong and what to do, '' for nothing. */
  readonly problem: string;
  readonly remedy: string;
  /** Forms whose update waits for a person. */
  readonly waiting: number;
  readonly policy: Policy;
  readonly policies: readonly PolicyView[];
  /** Last day of the deferral that holds, '' for none. */
  readonly deferUntil: string;
  /** Last day that may be chosen. */
  readonly deferLimit: string;
  /** When the chamber's status last arrived at JCCI, '' before the first. */
  readonly reportedAt: string;
  readonly mayChange: boolean;
}

export const releaseInputs = {
  release: () => z.strictObject({}),
  saveRelease: () =>
    z.strictObject({ policy: z.enum(policyIds), deferUntil: z.string().check(z.maxLength(20)) }),
  /** '' takes the connection away. */
  connectRelease: () => z.strictObject({ code: z.string().check(z.maxLength(1000)) }),
  ...offersInputs,
} as const;

export interface ReleaseOutputs extends OffersOutputs {
  release: ReleaseView;
  saveRelease: ReleaseView;
  connectRelease: ReleaseView;
}
