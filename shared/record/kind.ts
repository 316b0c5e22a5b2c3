/** What a kind of value is: one row of the table in `kinds/index.ts`, one file a kind. */
import type { Severity } from '../issue/issue.ts';

/** One option of a choice, as a code list or a template gives it. */
export interface Choice {
  readonly code: string;
  readonly label: string;
  readonly aliases?: readonly string[];
}

/** What a kind may ask about the field it works for and about the world. */
export interface KindContext {
  /** Today in Japan, `YYYY-MM-DD`; dates after it are `date.future`. */
  readonly today: string;
  /** Options of a choice field; empty for other kinds. */
  readonly choices: readonly Choice[];
  /** True when line breaks belong to the value (long text); false turns them into a space. */
  readonly multiline: boolean;
  /** True where 「その他」 takes a text of the respondent's own: what is no option stays as typed. */
  readonly open?: boolean;
}

/**
 * Where a kind reports while it normalises. Nothing is allocated for a value that is already right, so a
 * hundred thousand rows cost little.
 */
export interface KindSink {
  /** Names a rule that changed the value (`width`, `era`, `yen-unit` …); the caller keeps before and after. */
  rule(name: string): void;
  /** Reports a problem of this value. The caller adds key and typed value. */
  issue(
    code: string,
    severity: Severity,
    params?: Readonly<Record<string, string | number>>,
    suggestion?: string,
  ): void;
  /** Hands a part of the value to another field (内線 → `extension`). */
  split(key: string, value: string): void;
}

/**
 * A kind of value. `normalise` takes the typed text (never blank; the caller has dealt with blanks, see
 * `cleanText`) and returns the canonical text, or the typed text unchanged when it reports an error.
 *
 * Canonical texts: digits only for numbers, codes and postal codes; `YYYY-MM-DD`, `YYYY-MM`, `YYYY`; option
 * codes joined by `;`; `yes` for a consent given.
 */
export interface Kind {
  readonly id: string;
  normalise(typed: string, context: KindContext, sink: KindSink): string;
}
