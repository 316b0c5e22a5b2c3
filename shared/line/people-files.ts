/** Files for people: what is wrong (issues.csv) and what was changed (changes.csv). UTF-8 with BOM, CRLF, harmless in a spreadsheet. */
import { ByteBuffer } from '../bytes/buffer.ts';
import { Pieces } from '../bytes/pieces.ts';
import { putUtf8 } from '../bytes/utf8.ts';
import type { Issue } from '../issue/issue.ts';
import { describe } from '../issue/messages.ts';
import type { NormalisationChange } from '../record/record.ts';
import { isFormulaLike, mayBeFormula } from '../text/formula.ts';

const comma = 0x2c;
const quoteMark = 0x22;
const apostrophe = 0x27;
const byteOrderMark = Uint8Array.of(0xef, 0xbb, 0xbf);

/** A file that grows cell by cell, straight into bytes: a large file is never also a string. */
class PeopleFile {
  private readonly buffer: ByteBuffer;
  private readonly known = new Pieces();
  private first = true;

  constructor(header: readonly string[], capacity: number) {
    this.buffer = new ByteBuffer(capacity);
    this.buffer.append(byteOrderMark);
    for (const name of header) this.own(name);
    this.end();
  }

  /** A cell of the program's own words. */
  own(text: string): void {
    this.cell(text, false, false);
  }

  /** A cell that may hold what somebody typed: made harmless as `neutralise` does. */
  typed(text: string): void {
    this.cell(text, mayBeFormula(text) && isFormulaLike(text), false);
  }

  /** Keeps what has been written since a place, to be written again by `again`. */
  keep(id: number, start: number): void {
    this.known.keep(id, this.buffer.bytes, start, this.buffer.length);
  }

  /** Bytes so far. */
  get length(): number {
    return this.buffer.length;
  }

  /** Appends the end of a line that was kept; false when it was not. */
  again(id: number): boolean {
    const wasKept = this.known.again(id, this.buffer);
    if (wasKept) this.first = true;
    return wasKept;
  }

  /** A whole number, not negative. */
  count(value: number): void {
    const { buffer } = this;
    const bytes = buffer.reserve(20);
    let at = this.open(bytes);
    let power = 1;
    while (power * 10 <= value) power *= 10;
    for (let rest = value; power >= 1; power /= 10) {
      const digit = Math.floor(rest / power);
      rest -= digit * power;
      bytes[at++] = 0x30 + digit;
    }
    buffer.length = at;
  }

  /** Ends the line. */
  end(): void {
    this.buffer.push(13);
    this.buffer.push(10);
    this.first = true;
  }

  bytes(): Uint8Array {
    return this.buffer.finish();
  }

  /** Puts the comma before a cell; returns the place behind it. */
  private open(bytes: Uint8Array): number {
    const at = this.buffer.length;
    if (this.first) {
      this.first = false;
      return at;
    }
    bytes[at] = comma;
    return at + 1;
  }

  /** Writes a cell in one pass; begins anew in quotes when it meets something that needs them. */
  private cell(text: string, isHarmful: boolean, inQuotes: boolean): void {
    const { buffer } = this;
    const { length } = text;
    const bytes = buffer.reserve(length * 3 + 4);
    const isFirst = this.first;
    let at = this.open(bytes);
    if (inQuotes) bytes[at++] = quoteMark;
    if (isHarmful) bytes[at++] = apostrophe;
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= 0x80) {
        const codePoint = unit < 0xd800 || unit > 0xdfff ? unit : (text.codePointAt(i) ?? unit);
        if (codePoint > 0xffff) i++;
        at = putUtf8(bytes, at, codePoint);
        continue;
      }
      if (unit === quoteMark || unit === comma || unit === 10 || unit === 13) {
        if (!inQuotes) {
          this.first = isFirst;
          this.cell(text, isHarmful, true);
          return;
        }
        if (unit === quoteMark) bytes[at++] = quoteMark;
      }
      bytes[at++] = unit;
    }
    if (inQuotes) bytes[at++] = quoteMark;
    buffer.length = at;
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
  const file = new PeopleFile(
    ['row', 'responseId', 'key', 'label', 'severity', 'code', 'message', 'value', 'suggestion'],
    1 << 14,
  );
  for (const { row, responseId, issue } of issues) {
    const { message, remedy } = describe(issue, labelOf);
    file.count(row);
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
  /**
   * Adds a line; lines stand in the order in which they are added.
   * @param id the same number is always the same change, 0 says nothing (see `CheckedRow`)
   */
  add(row: number, change: NormalisationChange, id?: number): void;
  bytes(): Uint8Array;
}

/**
 * Opens changes.csv.
 * @param capacity bytes that it will probably take; a good guess spares copying
 */
export function openChangesFile(capacity: number): ChangesFile {
  const file = new PeopleFile(['row', 'key', 'rule', 'before', 'after'], capacity);
  return {
    add(row, change, id = 0) {
      file.count(row);
      // A change that the checker remembers has the line that it had before, but for the number of the row.
      if (id > 0 && file.again(id)) return;
      const start = file.length;
      const { key, rule, before, after } = change;
      file.own(key);
      file.own(rule);
      file.typed(before);
      file.typed(after);
      file.end();
      if (id > 0) file.keep(id, start);
    },
    bytes: () => file.bytes(),
  };
}
