/** Files for people: what is wrong (issues.csv) and what was changed (changes.csv). UTF-8 with BOM, CRLF, harmless in a spreadsheet. */
import { ByteBuffer } from '../bytes/buffer.ts';
import { appendUtf8 } from '../bytes/utf8.ts';
import type { Issue } from '../issue/issue.ts';
import { describe } from '../issue/messages.ts';
import type { NormalisationChange } from '../record/record.ts';
import { formatCell } from '../table/format.ts';
import { neutralise } from '../table/neutralise.ts';

const comma = 0x2c;

/** A file that grows cell by cell, straight into bytes: a large file is never also a string. */
class PeopleFile {
  private readonly buffer = new ByteBuffer(1 << 16);
  private first = true;

  constructor(header: readonly string[]) {
    appendUtf8(this.buffer, '\uFEFF');
    for (const name of header) this.own(name);
    this.end();
  }

  /** A cell of the program's own words. */
  own(text: string): void {
    if (this.first) this.first = false;
    else this.buffer.push(comma);
    appendUtf8(this.buffer, formatCell(text, 'minimal'));
  }

  /** A cell that may hold what somebody typed. */
  typed(text: string): void {
    this.own(neutralise(text));
  }

  /** Ends the line. */
  end(): void {
    appendUtf8(this.buffer, '\r\n');
    this.first = true;
  }

  bytes(): Uint8Array {
    return this.buffer.finish();
  }
}

export interface RowIssue {
  /** Data row, from 1. */
  readonly row: number;
  readonly responseId: string;
  readonly issue: Issue;
}

/** Bytes of issues.csv. */
export function issuesFile(issues: readonly RowIssue[], labelOf: (key: string) => string): Uint8Array {
  const file = new PeopleFile([
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
    file.own(String(row));
    file.typed(responseId);
    file.own(issue.key);
    file.typed(issue.key === '' ? '' : labelOf(issue.key));
    file.own(issue.severity);
    file.own(issue.code);
    file.typed(message + remedy);
    file.typed(issue.value);
    file.typed(issue.suggestion);
    file.end();
  }
  return file.bytes();
}

export interface ChangesFile {
  /** Adds a line; lines stand in the order in which they are added. */
  add(row: number, change: NormalisationChange): void;
  bytes(): Uint8Array;
}

/** Opens changes.csv. */
export function openChangesFile(): ChangesFile {
  const file = new PeopleFile(['row', 'key', 'rule', 'before', 'after']);
  return {
    add(row, { key, rule, before, after }) {
      file.own(String(row));
      file.own(key);
      file.own(rule);
      file.typed(before);
      file.typed(after);
      file.end();
    },
    bytes: () => file.bytes(),
  };
}
