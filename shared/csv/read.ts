/** Reads a core system's file by a profile: the way back of `write.ts`, and how a ledger comes in. */
import { decodeText, type TextEncoding } from '../bytes/detect.ts';
import type { BytesPort } from '../bytes/port.ts';
import type { Catalogue } from '../fields/catalogue.ts';
import { type Issue, issue } from '../issue/issue.ts';
import { createRowReader, isBlankRow } from '../table/parse.ts';
import { type ColumnOptions, type FieldColumn, fieldColumns } from './columns.ts';
import type { Profile } from './profile.ts';

export interface ReadRow {
  /** Physical line on which the row starts, from 1. */
  readonly line: number;
  /**
   * Text by key, for the field's kind to normalise; empty cells are absent. The profile's own codes, labels and
   * formats are turned back where they are known, else the text stays as it is.
   */
  readonly values: Record<string, string>;
}

export interface ReadFile {
  readonly rows: ReadRow[];
  /** Headers as they stand in the file. */
  readonly header: readonly string[];
  /** Headers of the file that the profile does not have. */
  readonly unknownHeaders: string[];
  /** Headers of columns with a field that the file does not have. */
  readonly missingHeaders: string[];
  /**
   * Errors: `header.missing` (no row at all), `header.unknown` (none of the headers is known), `header.twice`,
   * `header.key-missing` (事業所番号 is in the profile but not in the file), `row.ragged` (line, cells, columns; the
   * row is left out: its cells may stand under the wrong headers), `table.*`. Warnings: `file.gaiji`,
   * `file.replacement`, `table.quote-text`.
   */
  readonly issues: Issue[];
  readonly encoding: TextEncoding;
}

/** The field that tells one business from another in every core system. */
const identity = 'businessNumber';

const trimHeader = (text: string): string => text.replace(/^\ufeff/, '').trim();

/** Where each column of the profile stands in the file, by header; −1 where it does not. */
interface Placed {
  readonly places: readonly number[];
  readonly unknownHeaders: string[];
  readonly missingHeaders: string[];
  readonly issues: Issue[];
}

function placeByHeader(cells: readonly string[], profile: Profile, fields: readonly FieldColumn[]): Placed {
  const issues: Issue[] = [];
  const unknownHeaders: string[] = [];
  const placeOf = new Map<string, number>();
  const ofProfile = new Set(profile.columns.map((c) => trimHeader(c.header)));
  cells.forEach((cell, index) => {
    const header = trimHeader(cell);
    if (header === '') return;
    const first = placeOf.get(header);
    if (first === undefined) {
      placeOf.set(header, index);
      if (!ofProfile.has(header)) unknownHeaders.push(header);
    } else if (ofProfile.has(header)) {
      const params = { header, first: first + 1, second: index + 1 };
      issues.push(issue('header.twice', 'error', keyOf(header, fields), { params }));
    }
  });
  const places = fields.map((f) => placeOf.get(trimHeader(f.column.header)) ?? -1);
  const missing = fields.filter((_, i) => places[i] === -1);
  if (missing.length === fields.length) {
    issues.push(issue('header.unknown', 'error', '', { params: { header: cells.slice(0, 5).join('、') } }));
  } else {
    for (const { key, column } of missing) {
      if (key !== identity) continue;
      issues.push(issue('header.key-missing', 'error', key, { params: { header: column.header } }));
    }
  }
  return { places, unknownHeaders, missingHeaders: missing.map((f) => f.column.header), issues };
}

function keyOf(header: string, fields: readonly FieldColumn[]): string {
  return fields.find((f) => trimHeader(f.column.header) === header)?.key ?? '';
}

/** A file being read row by row, so that a large one need not be held as cells and as values at once. */
export interface ProfileReader {
  /** The next row that holds anything, or null at the end; ragged rows are reported and passed over. */
  next(): ReadRow | null;
  /** Headers as they stand in the file, from the first column on; the profile's own where the file has none. */
  readonly header: readonly string[];
  readonly unknownHeaders: string[];
  readonly missingHeaders: string[];
  readonly encoding: TextEncoding;
  /** All issues found so far (see `ReadFile`); complete after the last row. */
  issues(): Issue[];
}

type ReadOptions = ColumnOptions & { readonly file?: string; readonly port?: BytesPort };

/** Opens a file for reading row by row; otherwise as `readProfile`. */
export function openProfile(
  profile: Profile,
  catalogue: Catalogue,
  bytes: Uint8Array,
  options: ReadOptions = {},
): ProfileReader {
  const decoded = decodeText(bytes, options.file, options.port);
  const reader = createRowReader(decoded.text, profile.columns.length === 1 ? { delimiter: ',' } : {});
  const fields = fieldColumns(profile, catalogue, options);
  const first = profile.header ? reader.next() : profile.columns.map((c) => c.header);
  const header = first ?? [];
  const placed: Placed =
    profile.header && first !== null
      ? placeByHeader(header, profile, fields)
      : { places: fields.map((f) => f.index), unknownHeaders: [], missingHeaders: [], issues: [] };
  const ragged: Issue[] = [];
  if (first === null) ragged.push(issue('header.missing', 'error', ''));
  const width = header.length;
  const { places } = placed;

  const next = (): ReadRow | null => {
    for (let cells = first === null ? null : reader.next(); cells !== null; cells = reader.next()) {
      const line = reader.line();
      if (cells.length !== width) {
        if (isBlankRow(cells)) continue;
        if (cells.length < width || !isBlankRow(cells.slice(width))) {
          const params = { line, cells: cells.length, columns: width };
          ragged.push(issue('row.ragged', 'error', '', { params }));
          continue;
        }
      }
      const values: Record<string, string> = {};
      let isBlank = true;
      for (let i = 0; i < fields.length; i++) {
        const field = fields[i];
        const cell = cells[places[i] ?? -1];
        if (field === undefined || cell === undefined || cell === '') continue;
        values[field.key] = field.style.read(cell, field.context);
        if (isBlank && cell.trim() !== '') isBlank = false;
      }
      if (!isBlank || !isBlankRow(cells)) return { line, values };
    }
    return null;
  };
  return {
    next,
    header,
    unknownHeaders: placed.unknownHeaders,
    missingHeaders: placed.missingHeaders,
    encoding: decoded.encoding,
    issues: () => [...decoded.issues, ...reader.issues, ...placed.issues, ...ragged],
  };
}

/**
 * Reads a file. Columns are found by header, never by position, unless the profile says that there is no header.
 * Encoding and delimiter are found by themselves: a file that was opened and saved again is still read. Throws
 * `UnusableInput` when it is no text (see `decodeText`).
 */
export function readProfile(
  profile: Profile,
  catalogue: Catalogue,
  bytes: Uint8Array,
  options: ReadOptions = {},
): ReadFile {
  const reader = openProfile(profile, catalogue, bytes, options);
  const rows: ReadRow[] = [];
  for (let row = reader.next(); row !== null; row = reader.next()) rows.push(row);
  const { header, unknownHeaders, missingHeaders, encoding } = reader;
  return { rows, header, unknownHeaders, missingHeaders, issues: reader.issues(), encoding };
}
