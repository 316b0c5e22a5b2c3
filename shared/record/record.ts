/** A checked record: typed values beside normalised ones, each change named, all problems collected. */
import type { Issue } from '../issue/issue.ts';

/** One difference between a typed and a normalised value; undoing it means putting `before` back. */
export interface NormalisationChange {
  readonly key: string;
  /** Names of the rules that acted, joined by `+` (`width+hyphen`). */
  readonly rule: string;
  readonly before: string;
  readonly after: string;
}

export interface BusinessRecord {
  readonly responseId: string;
  readonly submittedAt: string;
  /** As typed, by field key. */
  readonly typed: Readonly<Record<string, string>>;
  /** Normalised canonical texts by field key (see `Kind`); blank answers are absent. */
  readonly values: Readonly<Record<string, string>>;
  readonly changes: readonly NormalisationChange[];
  readonly issues: readonly Issue[];
}
