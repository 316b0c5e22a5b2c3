/**
 * Reads delimited UTF-8 straight from its bytes, cell by cell as places, so that only the cells that somebody asks for
 * become texts. It knows RFC 4180 as it stands; a row that takes liberties (a quote inside a bare cell, text behind a
 * closing quote, a quote never closed) is left to the forgiving reader of `parse.ts`, which alone knows what they mean.
 */
import { lengthInUtf8, textOfUtf8 } from '../bytes/utf8-text.ts';
import { wider } from '../bytes/wider.ts';
import type { Issue } from '../issue/issue.ts';
import { createRowReader, type Delimiter, delimiterOf, isBlankRow, mostIssues } from './parse.ts';

/** Reads row after row; what it tells of a row changes with the next one. */
export interface ByteRowReader {
  readonly delimiter: Delimiter;
  /** Grows while rows are read: those of `RowReader`. */
  readonly issues: readonly Issue[];
  /** Steps to the next row; false at the end. */
  next(): boolean;
  /** Cells of the row. */
  count(): number;
  /** The text of a cell from 0, '' behind the last. */
  cell(at: number): string;
  /** All its cells as texts. */
  cells(): readonly string[];
  /**
   * True when the cells are where `starts` and `ends` say, with quotes inside still doubled. False when the row could be
   * read only as a text.
   */
  isPlain(): boolean;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** A number for the bytes of each cell; the same bytes have the same number. Only of plain rows. */
  readonly hashes: Int32Array;
  /** True when no cell says anything: see `isBlankRow`. */
  isBlank(): boolean;
  /** Physical line on which the row starts, from 1. */
  line(): number;
  /** Where the row begins in the bytes, and where the next one may begin. */
  start(): number;
  end(): number;
}

/** Cells of a row that there is room for at first. */
const usualCells = 64;
/** Bytes made into a text at first for a row that is no plain one. */
const usualRow = 1024;

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * Opens the bytes from `from` on, which must be valid UTF-8 without NUL (see `asUtf8`). Rows, lines and issues are those
 * that `createRowReader` gives for the same text.
 */
export function createByteRowReader(bytes: Uint8Array, from: number): ByteRowReader {
  return new Reader(bytes, from);
}

class Reader implements ByteRowReader {
  readonly delimiter: Delimiter;
  readonly issues: Issue[] = [];
  starts = new Int32Array(usualCells);
  ends = new Int32Array(usualCells);
  hashes = new Int32Array(usualCells);
  private readonly bytes: Uint8Array;
  private at: number;
  private lineNow = 1;
  private startLine = 1;
  private rowStart = 0;
  private size = 0;
  /** The cells of a row that could be read only as a text. */
  private texts: readonly string[] | null = null;

  constructor(bytes: Uint8Array, from: number) {
    this.bytes = bytes;
    // As in a text, a byte order mark before the first cell is dropped.
    this.at = bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf ? from + 3 : from;
    this.delimiter = delimiterOf(bytes.length - from, (at) => bytes[from + at] as number);
  }

  next(): boolean {
    const { bytes } = this;
    while (this.at < bytes.length) {
      const byte = bytes[this.at] as number;
      if (byte !== lineFeed && byte !== carriageReturn) {
        this.startLine = this.lineNow;
        this.rowStart = this.at;
        this.texts = null;
        if (!this.readPlain()) this.readAsText();
        return true;
      }
      this.stepOver(this.at);
    }
    return false;
  }

  count(): number {
    return this.texts === null ? this.size : this.texts.length;
  }

  cell(at: number): string {
    if (this.texts !== null) return this.texts[at] ?? '';
    if (at < 0 || at >= this.size) return '';
    const text = textOfUtf8(this.bytes, this.starts[at] as number, this.ends[at] as number);
    // A quote in a plain row stands in a quoted cell, doubled.
    return text.indexOf('"') < 0 ? text : text.split('""').join('"');
  }

  cells(): readonly string[] {
    if (this.texts !== null) return this.texts;
    const cells: string[] = [];
    for (let at = 0; at < this.size; at++) cells.push(this.cell(at));
    return cells;
  }

  isPlain(): boolean {
    return this.texts === null;
  }

  isBlank(): boolean {
    if (this.texts !== null) return isBlankRow(this.texts);
    for (let at = 0; at < this.size; at++) {
      const start = this.starts[at] as number;
      if (start === this.ends[at]) continue;
      const byte = this.bytes[start] as number;
      if ((byte > 32 && byte < 128) || this.cell(at).trim() !== '') return false;
    }
    return true;
  }

  line(): number {
    return this.startLine;
  }

  start(): number {
    return this.rowStart;
  }

  end(): number {
    return this.at;
  }

  /** Steps over the newline at `end`, if there is one, and counts it. */
  private stepOver(end: number): void {
    const { bytes } = this;
    if (end >= bytes.length) {
      this.at = bytes.length;
      return;
    }
    this.at = bytes[end] === carriageReturn && bytes[end + 1] === lineFeed ? end + 2 : end + 1;
    this.lineNow++;
  }

  /** Finds the cells of the row at `at`; false, with nothing changed, when it takes liberties. */
  private readPlain(): boolean {
    const { bytes } = this;
    const { length } = bytes;
    const delimiter = this.delimiter.charCodeAt(0);
    let { starts, ends, hashes } = this;
    let lines = 0;
    let size = 0;
    let at = this.rowStart;
    for (;;) {
      if (size === starts.length) {
        this.widen();
        ({ starts, ends, hashes } = this);
      }
      let hash = 0;
      if (at < length && bytes[at] === quote) {
        at++;
        starts[size] = at;
        for (;;) {
          if (at >= length) return false;
          const byte = bytes[at] as number;
          if (byte === quote) {
            if (at + 1 >= length || bytes[at + 1] !== quote) break;
            at++;
          } else if (byte === lineFeed || (byte === carriageReturn && bytes[at + 1] !== lineFeed)) lines++;
          hash = (Math.imul(hash, 31) + byte) | 0;
          at++;
        }
        ends[size] = at;
        at++;
        if (at < length) {
          const byte = bytes[at] as number;
          if (byte !== delimiter && byte !== lineFeed && byte !== carriageReturn) return false;
        }
      } else {
        starts[size] = at;
        while (at < length) {
          const byte = bytes[at] as number;
          // The few bytes that mean something are low ones.
          if (byte <= 44) {
            if (byte === delimiter || byte === lineFeed || byte === carriageReturn) break;
            if (byte === quote) return false;
          }
          hash = (Math.imul(hash, 31) + byte) | 0;
          at++;
        }
        ends[size] = at;
      }
      hash = Math.imul(hash, 0x9e3779b1);
      hashes[size] = hash ^ (hash >>> 15);
      size++;
      if (at >= length || bytes[at] !== delimiter) break;
      at++;
    }
    this.size = size;
    this.lineNow += lines;
    this.stepOver(at);
    return true;
  }

  private widen(): void {
    this.starts = wider(this.starts);
    this.ends = wider(this.ends);
    this.hashes = wider(this.hashes);
  }

  /** Has the forgiving reader read the row: of a piece of the text that surely holds all of it. */
  private readAsText(): void {
    const { bytes, rowStart, delimiter, issues } = this;
    for (let size = usualRow; ; size *= 4) {
      let stop = Math.min(rowStart + size, bytes.length);
      // Not in the middle of a character.
      while (stop < bytes.length && ((bytes[stop] as number) & 0xc0) === 0x80) stop++;
      // Behind a newline: a byte order mark counts as one only where a text begins.
      const text = `\n${textOfUtf8(bytes, rowStart, stop)}`;
      const reader = createRowReader(text, { delimiter, firstLine: this.startLine - 1 });
      const texts = reader.next() ?? [];
      // Where the row ends before the piece does, what comes behind cannot change it.
      if (reader.end() === text.length && stop < bytes.length) continue;
      this.texts = texts;
      this.at = rowStart + lengthInUtf8(text, 1, reader.end());
      this.lineNow = reader.nextLine();
      issues.push(...reader.issues.slice(0, mostIssues - issues.length));
      return;
    }
  }
}
