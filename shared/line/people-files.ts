/** Files for people: what is wrong (issues.csv) and what was changed (changes.csv). UTF-8 with BOM, CRLF, harmless in a spreadsheet. */
import { ByteBuffer } from '../bytes/buffer.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import type { Issue } from '../issue/issue.ts';
import { describe } from '../issue/messages.ts';
import type { NormalisationChange } from '../record/record.ts';
import { formatCell } from '../table/format.ts';
import { neutralise } from '../table/neutralise.ts';

/** Text kept before it becomes bytes; a large file is never one giant string. */
const flushAt = 1 << 16;

/** A file that grows line by line. */
export interface PeopleFile {
  /** The bytes of all lines; the file takes no more after it. */
  finish(): Uint8Array;
}

function openFile(header: readonly string[]): PeopleFile & { add(line: string): void } {
  const buffer = new ByteBuffer(flushAt);
  let pending = `\uFEFF${header.join(',')}\r\n`;
  return {
    add(line) {
      pending += line;
      if (pending.length < flushAt) return;
      buffer.append(encodeUtf8(pending));
      pending = '';
    },
    finish() {
      buffer.append(encodeUtf8(pending));
      pending = '';
      return buffer.finish();
    },
  };
}

/** A cell that may hold what somebody typed. */
const typed = (text: string): string => (text === '' ? '' : formatCell(neutralise(text), 'minimal'));
/** A cell of the program's own words. */
const own = (text: string): string => formatCell(text, 'minimal');

export interface RowIssue {
  /** Data row, from 1. */
  readonly row: number;
  readonly responseId: string;
  readonly issue: Issue;
}

/** Bytes of issues.csv. */
export function issuesFile(issues: readonly RowIssue[], labelOf: (key: string) => string): Uint8Array {
  const file = openFile([
    'row',
    'responseId',
    'key',
    'label',
    'severity',
    'code',
    'message',
    'value',
    'suggestion',
  ]);
  for (const { row, responseId, issue } of issues) {
    const { message, remedy } = describe(issue, labelOf);
    const label = issue.key === '' ? '' : labelOf(issue.key);
    file.add(
      `${row},${typed(responseId)},${own(issue.key)},${typed(label)},${issue.severity},${issue.code},${typed(message + remedy)},${typed(issue.value)},${typed(issue.suggestion)}\r\n`,
    );
  }
  return file.finish();
}

export interface ChangesFile extends PeopleFile {
  add(row: number, change: NormalisationChange): void;
}

/** Opens changes.csv; lines stand in the order in which they are added. */
export function openChangesFile(): ChangesFile {
  const file = openFile(['row', 'key', 'rule', 'before', 'after']);
  return {
    add(row, { key, rule, before, after }) {
      file.add(`${row},${own(key)},${rule},${typed(before)},${typed(after)}\r\n`);
    },
    finish: file.finish,
  };
}
