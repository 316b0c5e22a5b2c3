/** Files for people: what is wrong (issues.csv) and what was changed (changes.csv). UTF-8 with BOM, CRLF, harmless in a spreadsheet. */
import { encodeUtf8 } from '../bytes/utf8.ts';
import type { Issue } from '../issue/issue.ts';
import { describe } from '../issue/messages.ts';
import type { NormalisationChange } from '../record/record.ts';
import { formatTable } from '../table/format.ts';
import { neutralise } from '../table/neutralise.ts';

export interface RowIssue {
  /** Data row, from 1. */
  readonly row: number;
  readonly responseId: string;
  readonly issue: Issue;
}

export interface RowChange {
  readonly row: number;
  readonly change: NormalisationChange;
}

const issueHeader = [
  'row',
  'responseId',
  'key',
  'label',
  'severity',
  'code',
  'message',
  'value',
  'suggestion',
];
const changeHeader = ['row', 'key', 'rule', 'before', 'after'];

/** Bytes of issues.csv. */
export function issuesFile(issues: readonly RowIssue[], labelOf: (key: string) => string): Uint8Array {
  const rows = issues.map(({ row, responseId, issue }) => {
    const { message, remedy } = describe(issue, labelOf);
    return [
      String(row),
      neutralise(responseId),
      issue.key,
      neutralise(issue.key === '' ? '' : labelOf(issue.key)),
      issue.severity,
      issue.code,
      neutralise(message + remedy),
      neutralise(issue.value),
      neutralise(issue.suggestion),
    ];
  });
  return forPeople([issueHeader, ...rows]);
}

/** Bytes of changes.csv. */
export function changesFile(changes: readonly RowChange[]): Uint8Array {
  const rows = changes.map(({ row, change }) => [
    String(row),
    change.key,
    change.rule,
    neutralise(change.before),
    neutralise(change.after),
  ]);
  return forPeople([changeHeader, ...rows]);
}

function forPeople(rows: readonly (readonly string[])[]): Uint8Array {
  return encodeUtf8(`\uFEFF${formatTable(rows, { newline: 'crlf', quoting: 'minimal' })}`);
}
