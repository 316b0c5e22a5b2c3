/** The one sink of a checker: collects what the kinds report about the value at hand, without allocating. */
import { type Issue, issue, type Severity } from '../issue/issue.ts';
import type { KindSink } from './kind.ts';

export class RecordingSink implements KindSink {
  /** Names of the rules that acted on the value at hand, joined by `+`. */
  rules = '';
  private key = '';
  private typed = '';
  private issues: Issue[] = [];
  private splits: { key: string; value: string; from: string }[] = [];

  /** Starts a new value; issues and splits go to the lists of the row. */
  begin(
    key: string,
    typed: string,
    issues: Issue[],
    splits: { key: string; value: string; from: string }[],
  ): void {
    this.rules = '';
    this.key = key;
    this.typed = typed;
    this.issues = issues;
    this.splits = splits;
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
    this.issues.push(issue(code, severity, this.key, { params, value: this.typed, suggestion }));
  }

  split(key: string, value: string): void {
    this.splits.push({ key, value, from: this.key });
  }
}
