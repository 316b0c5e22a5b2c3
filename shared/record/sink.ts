/** The one sink of a checker: collects what the kinds report about the value at hand, without allocating. */
import { type Issue, issue, type Severity } from '../issue/issue.ts';
import type { KindSink } from './kind.ts';

export class RecordingSink implements KindSink {
  /** Names of the rules that acted on the value at hand, joined by `+`. */
  rules = '';
  /** Whether the value at hand gave an issue or a part for another field. */
  reported = false;
  /** Parts that kinds handed to other fields of the row. */
  splits: { readonly key: string; readonly value: string; readonly from: string }[] = [];
  private key = '';
  private typed = '';
  private issues: Issue[] = [];

  /** Starts a new row, whose issues go to `issues`. */
  open(issues: Issue[]): void {
    this.issues = issues;
    if (this.splits.length > 0) this.splits = [];
  }

  /** Starts a new value. */
  begin(key: string, typed: string): void {
    this.rules = '';
    this.reported = false;
    this.key = key;
    this.typed = typed;
  }

  rule(name: string): void {
    if (this.rules === '') this.rules = name;
    else if (!`+${this.rules}+`.includes(`+${name}+`)) this.rules = `${this.rules}+${name}`;
  }

  issue(
    code: string,
    severity: Severity,
    params: Readonly<Record<string, string | number>> = {},
    suggestion = '',
  ): void {
    this.reported = true;
    this.issues.push(issue(code, severity, this.key, { params, value: this.typed, suggestion }));
  }

  split(key: string, value: string): void {
    this.reported = true;
    this.splits.push({ key, value, from: this.key });
  }
}
