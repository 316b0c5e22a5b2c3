/** Writes records as the file of a core system: by a profile, byte for byte, and never with a question mark in it. */
import { ByteBuffer } from '../bytes/buffer.ts';
import { Pieces } from '../bytes/pieces.ts';
import type { Catalogue } from '../fields/catalogue.ts';
import { type Issue, issue } from '../issue/issue.ts';
import type { NormalisationChange } from '../record/record.ts';
import { isFormulaLike, mayBeFormula } from '../text/formula.ts';
import { type CellWriter, createCellWriter } from './cells.ts';
import { type ColumnOptions, type FieldColumn, fieldColumns } from './columns.ts';
import { createFitter, type FitInput, type Fitted } from './fit.ts';
import type { Profile, ProfileColumn } from './profile.ts';
import { same, textLikeKinds } from './styles.ts';

/** A record to write: canonical values by key (see `Kind`). */
export interface WriteRow {
  readonly responseId: string;
  /** Data row of the source, from 1; issues and changes name it. */
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
}

export interface WriteOptions extends ColumnOptions {
  /** The chamber's choices for characters the file cannot hold. */
  readonly substitutes: Readonly<Record<string, string>>;
  /** How many written lines to keep in `lines` for a preview; all when absent. */
  readonly keepLines?: number;
  /** Bytes that the file will probably take; a good guess spares copying. */
  readonly capacity?: number;
}

export interface WrittenFile {
  /** The file, exactly; a newline after every line. */
  readonly bytes: Uint8Array;
  /** Header of the columns, whether or not the profile writes it. */
  readonly header: string[];
  /** Cells of the first lines written, without the header. */
  readonly lines: string[][];
  /** Which row each line comes from; `line` is the physical line on which it starts, from 1. */
  readonly map: { line: number; row: number; responseId: string }[];
  /**
   * `character.unmappable` and `text.too-long` (errors: the row is held), `formula.suspect` (warning). `text.too-long`
   * tells limit, length, column and unit (`characters` or `bytes`).
   */
  readonly issues: { row: number; issue: Issue }[];
  /** What the file's edge changed, of held rows too: rules `csv-newline`, `csv-fold`, `csv-substitute`. */
  readonly changes: { row: number; change: NormalisationChange }[];
  /** Rows that were not written. */
  readonly held: number[];
}

/** A column as the row loop wants it. */
interface Slot {
  readonly key: string;
  /** Place of its value among those of a row, −1 where no value belongs to it. */
  readonly place: number;
  readonly header: string;
  readonly field: FieldColumn | null;
  /** Writes a value in the column's style, null where it stands as it is. */
  readonly write: ((value: string) => string) | null;
  /** Text of a column that no field fills. */
  readonly fixed: string;
  readonly isTextLike: boolean;
  readonly hasLimit: boolean;
  /** Whether the cell of a remembered value may be copied: no other column writes the same value its own way. */
  readonly isAlone: boolean;
  readonly column: ProfileColumn;
}

const crlf = Uint8Array.of(13, 10);
const lf = Uint8Array.of(10);
const emptyCell = Uint8Array.of(0x22, 0x22);
const byteOrderMark = Uint8Array.of(0xef, 0xbb, 0xbf);

function slotsOf(
  profile: Profile,
  catalogue: Catalogue,
  options: WriteOptions,
  keys: readonly string[],
): readonly Slot[] {
  const byIndex = new Map(fieldColumns(profile, catalogue, options).map((f) => [f.index, f]));
  const writes = (key: string): number => profile.columns.filter((column) => column.key === key).length;
  return profile.columns.map((column, index) => {
    const field = byIndex.get(index) ?? null;
    return {
      key: field?.key ?? '',
      place: field === null ? -1 : keys.indexOf(field.key),
      header: column.header,
      field,
      write: field === null || field.style === same ? null : remembering(field),
      fixed: field === null ? (column.fixed ?? '') : '',
      isTextLike: field !== null && textLikeKinds.has(field.field.kind),
      hasLimit: column.maxCharacters !== undefined || column.maxBytes !== undefined,
      isAlone: field !== null && writes(field.key) === 1,
      column,
    };
  });
}

/** Texts of a column remembered at most. */
const mostTexts = 4096;

/** The style of a column; the texts it made are remembered, since the same dates and options come again and again. */
function remembering({ style, context }: FieldColumn): (value: string) => string {
  const texts = new Map<string, string>();
  let last = '';
  let lastText = '';
  return (value) => {
    if (value === last) return lastText;
    let text = texts.get(value);
    if (text === undefined) {
      text = style.write(value, context);
      if (texts.size < mostTexts) texts.set(value, text);
    }
    last = value;
    lastText = text;
    return text;
  };
}

/** The first limit that a text breaks, or null. */
function brokenLimit(
  text: string,
  slot: Slot,
  writer: CellWriter,
): Readonly<Record<string, string | number>> | null {
  const { maxCharacters, maxBytes, header } = slot.column;
  if (maxCharacters !== undefined && text.length > maxCharacters) {
    const length = Array.from(text).length;
    if (length > maxCharacters) return { limit: maxCharacters, length, column: header, unit: 'characters' };
  }
  if (maxBytes !== undefined) {
    const length = writer.byteLength(text);
    if (length > maxBytes) return { limit: maxBytes, length, column: header, unit: 'bytes' };
  }
  return null;
}

function countNewlines(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}

/** The bytes before the first row. */
function writeHeader(profile: Profile, buffer: ByteBuffer, writer: CellWriter, newline: Uint8Array): void {
  if (profile.encoding === 'utf-8-bom') buffer.append(byteOrderMark);
  if (!profile.header) return;
  profile.columns.forEach(({ header }, index) => {
    if (index > 0) buffer.push(0x2c);
    writer.fitted(header);
  });
  buffer.append(newline);
}

/** What became of one row. */
export interface WrittenRow {
  readonly held: boolean;
  /** Place of its bytes in the writer's buffer; empty when held. */
  readonly start: number;
  readonly end: number;
  /** How many physical lines it takes (more than one where line breaks are kept). */
  readonly lines: number;
}

/** Writes row by row into one buffer; what it finds grows in `issues` and `changes`, in the order of the rows. */
export interface ProfileWriter {
  readonly buffer: ByteBuffer;
  readonly header: readonly string[];
  readonly issues: WrittenFile['issues'];
  readonly changes: WrittenFile['changes'];
  /** Physical lines that the header takes: 1 or 0. */
  readonly headerLines: number;
  /**
   * @param values canonical values in the order of `keys`
   * @param ids beside the values: the same number is always the same value, 0 says nothing (see `CheckedRow`)
   * @param cells receives the texts of the cells, for a preview
   */
  add(row: number, values: readonly (string | undefined)[], ids?: Int32Array, cells?: string[]): WrittenRow;
}

/**
 * Opens a file of a profile; the header is already in the buffer. Only columns of the profile count. Throws when the
 * profile names a key or style that does not exist (see `readProfileDocument`).
 * @param keys which key each value of a row belongs to
 */
export function createProfileWriter(
  profile: Profile,
  catalogue: Catalogue,
  options: WriteOptions,
  keys: readonly string[],
): ProfileWriter {
  const slots = slotsOf(profile, catalogue, options, keys);
  const buffer = new ByteBuffer(options.capacity ?? 64 * 1024);
  const writer = createCellWriter(profile, buffer);
  const makeFit: (input: FitInput) => Fitted = createFitter(profile, writer.canWrite, options.substitutes);
  const newline = profile.newline === 'crlf' ? crlf : lf;
  const quotesAll = profile.quoting === 'all';
  const issues: WrittenFile['issues'] = [];
  const changes: WrittenFile['changes'] = [];
  const known = new Pieces();
  let isHeld = false;
  let extraLines = 0;

  /** The way of a text that is not ordinary; returns what was written. */
  const writeUnusual = (row: number, slot: Slot, text: string, value: string): string => {
    const fitted = makeFit({ text, key: slot.key, value, header: slot.header });
    for (const change of fitted.changes) changes.push({ row, change });
    for (const found of fitted.issues) issues.push({ row, issue: found });
    if (fitted.issues.length > 0) isHeld = true;
    else {
      writer.fitted(fitted.text);
      extraLines += countNewlines(fitted.text);
    }
    return fitted.text;
  };

  /** Writes one cell that holds something; returns its text. */
  const writeCell = (row: number, slot: Slot, value: string): string => {
    let text = slot.write === null ? value : slot.write(value);
    if (slot.isTextLike && mayBeFormula(text) && isFormulaLike(text)) {
      issues.push({
        row,
        issue: issue('formula.suspect', 'warning', slot.key, { params: { column: slot.header }, value }),
      });
    }
    if (!writer.ordinary(text)) text = writeUnusual(row, slot, text, value);
    if (slot.hasLimit) {
      const params = brokenLimit(text, slot, writer);
      if (params !== null) {
        issues.push({ row, issue: issue('text.too-long', 'error', slot.key, { params, value }) });
        isHeld = true;
      }
    }
    return text;
  };

  const add: ProfileWriter['add'] = (row, values, ids, cells) => {
    const start = buffer.length;
    isHeld = false;
    extraLines = 0;
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] as Slot;
      if (i > 0) buffer.push(0x2c);
      const value = slot.field === null ? slot.fixed : values[slot.place];
      if (value === undefined || value === '') {
        if (quotesAll) buffer.append(emptyCell);
        cells?.push('');
        continue;
      }
      const id = ids === undefined || !slot.isAlone ? 0 : (ids[slot.place] as number);
      if (id > 0 && cells === undefined && known.again(id, buffer)) continue;
      const from = buffer.length;
      const found = issues.length + changes.length;
      const text = writeCell(row, slot, value);
      // Only what gave nothing to report may be copied next time.
      if (id > 0 && issues.length + changes.length === found)
        known.keep(id, buffer.bytes, from, buffer.length);
      cells?.push(text);
    }
    if (isHeld) buffer.length = start;
    else buffer.append(newline);
    return { held: isHeld, start, end: buffer.length, lines: 1 + extraLines };
  };

  writeHeader(profile, buffer, writer, newline);
  return {
    buffer,
    header: slots.map((slot) => slot.header),
    issues,
    changes,
    headerLines: profile.header ? 1 : 0,
    add,
  };
}

/**
 * Writes the rows that can be written; a row with an error is left out and named in `held`. Rows are not judged
 * otherwise: whoever calls gives only those that may go out.
 */
export function writeProfile(
  profile: Profile,
  catalogue: Catalogue,
  rows: readonly WriteRow[],
  options: WriteOptions,
): WrittenFile {
  const keys = [...new Set(profile.columns.flatMap(({ key }) => (key === undefined ? [] : [key])))];
  const writer = createProfileWriter(profile, catalogue, options, keys);
  const keepLines = options.keepLines ?? rows.length;
  const lines: string[][] = [];
  const map: WrittenFile['map'] = [];
  const held: number[] = [];
  let line = writer.headerLines + 1;
  for (const row of rows) {
    const cells: string[] | undefined = lines.length < keepLines ? [] : undefined;
    const values = keys.map((key) => row.values[key]);
    const written = writer.add(row.row, values, undefined, cells);
    if (written.held) {
      held.push(row.row);
      continue;
    }
    map.push({ line, row: row.row, responseId: row.responseId });
    line += written.lines;
    if (cells !== undefined) lines.push(cells);
  }
  const { header, issues, changes } = writer;
  return { bytes: writer.buffer.finish(), header: [...header], lines, map, issues, changes, held };
}
