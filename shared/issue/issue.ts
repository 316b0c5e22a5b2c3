/**
 * A problem is a value: code, place and parameters, no prose. Words are added at the very end by
 * `messages.ts`, so the sidebar, the sheet, the mails and the command line say the same thing.
 */

/** `error` 直す: the row is held. `warning` 確認: the row goes out, staff see it. `info` 情報. */
export type Severity = 'error' | 'warning' | 'info';

export interface Issue {
  /** Stable English code, a key of the message catalogue (`postal-code.format`). */
  readonly code: string;
  readonly severity: Severity;
  /** Field key the problem is about (`name`), or '' when it concerns the whole row or file. */
  readonly key: string;
  /** What the message needs to name: file, row, column, character, limit … */
  readonly params: Readonly<Record<string, string | number>>;
  /** The value as typed, '' when there is none. */
  readonly value: string;
  /** The whole value that would mend it, '' when nothing can be proposed. */
  readonly suggestion: string;
}

/** Makes an issue; everything but code, severity and key is optional. */
export function issue(
  code: string,
  severity: Severity,
  key: string,
  more: {
    readonly params?: Readonly<Record<string, string | number>>;
    readonly value?: string;
    readonly suggestion?: string;
  } = {},
): Issue {
  return {
    code,
    severity,
    key,
    params: more.params ?? {},
    value: more.value ?? '',
    suggestion: more.suggestion ?? '',
  };
}

/** True when at least one issue holds the row back. */
export function isHeld(issues: readonly Issue[]): boolean {
  return issues.some((i) => i.severity === 'error');
}

/**
 * Input that nothing can be done with (unknown template, no header, not text …). Carries issues instead of
 * prose; the one catch of each entry point turns it into a clear line. Never used for a bad row.
 */
export class UnusableInput extends Error {
  override readonly name = 'UnusableInput';
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(issues.map((i) => i.code).join(', '));
    this.issues = issues;
  }
}
