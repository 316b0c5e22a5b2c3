/** The whole line at once: a file of answers in, the core system's CSV and an account of everything out. */
import { asUtf8 } from '../bytes/as-utf8.ts';
import { type BytesPort, pureBytes } from '../bytes/port.ts';
import { textOfUtf8 } from '../bytes/utf8-text.ts';
import type { Profile } from '../csv/profile.ts';
import { createProfileWriter, type ProfileWriter } from '../csv/write.ts';
import type { Catalogue } from '../fields/catalogue.ts';
import { type Issue, isHeld, issue, UnusableInput } from '../issue/issue.ts';
import { createChecker } from '../record/check.ts';
import { createRowChecker } from '../record/check-rows.ts';
import type { NormalisationChange } from '../record/record.ts';
import { readHeader } from '../response/columns.ts';
import { createMetaReader, keysOf, momentOf } from '../response/from-rows.ts';
import type { Settings } from '../settings/settings.ts';
import { parseDelimited } from '../table/parse.ts';
import { createByteRowReader } from '../table/parse-bytes.ts';
import type { Template } from '../template/template.ts';
import { convertOverLedger } from './convert-register.ts';
import { type DuplicateFacts, duplicatesOf, MatchHashes } from './duplicates-of-file.ts';
import { type InputFile, readLedger } from './ledger.ts';
import { PassedRows } from './passed-rows.ts';
import { issuesFile, openChangesFile, type RowIssue } from './people-files.ts';
import { labelsOf, makeReceipt, type Receipt, receiptBytes } from './receipt.ts';
import { refuseBroken } from './refuse.ts';

export interface ConvertInput {
  readonly template: Template;
  readonly catalogue: Catalogue;
  readonly profile: Profile;
  readonly settings: Settings;
  readonly answers: InputFile;
  /** What the core system holds already, in the layout of the same profile. */
  readonly ledger?: InputFile;
  /** Today in Japan, `YYYY-MM-DD`. */
  readonly today: string;
  /** Faster ways of the platform with bytes; default: the core's own. */
  readonly port?: BytesPort;
}

export interface OutputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ConvertOutput {
  readonly files: readonly OutputFile[];
  readonly receipt: Receipt;
  /** Headers of the layout that a ledger lacks over which the answers were laid: what is not answered is blank there. */
  readonly missingColumns?: readonly string[];
}

/**
 * Converts answers. Good rows go out while bad rows wait: a row with an `error` is held, named in issues.csv and
 * left out of export.csv. Rows pass one by one: typed, checked, written; only then duplicates decide who stays, since
 * the later of two is the one sent later, wherever it stands. Answers of the register go another way where a ledger is
 * given (see `convertOverLedger`). Throws `UnusableInput` when nothing can be done with a file.
 * @returns export.csv, issues.csv, changes.csv and receipt.json, in this order
 */
export function convert(input: ConvertInput): ConvertOutput {
  const { template, catalogue, profile, settings, answers: file, port = pureBytes } = input;
  if (template.flow === 'register' && input.ledger !== undefined)
    return convertOverLedger({ ...input, ledger: input.ledger, port });
  const { bytes: source, from } = asUtf8(file.bytes, file.file, port);
  const reader = createByteRowReader(source, from);
  let hasHeader = reader.next();
  while (hasHeader && reader.isBlank()) hasHeader = reader.next();
  if (!hasHeader)
    throw new UnusableInput([issue('file.empty', 'error', '', { params: { file: file.file } })]);
  refuseBroken(reader.issues, file.file);
  const { columns, merged, unknown, issues: headerIssues } = readHeader(reader.cells(), template, catalogue);
  refuseBroken(headerIssues, file.file);

  const checker = { template, catalogue, today: input.today, chamber: settings };
  const keys = keysOf(columns);
  const meta = createMetaReader(columns);
  const rows = createRowChecker(checker, keys, merged);
  const placeOf = (key: string): number => rows.keys.indexOf(key);
  const knownBy = [
    placeOf('corporateNumber'),
    placeOf('phone'),
    placeOf('name'),
    placeOf('address'),
  ] as const;
  const choices = { divisions: settings.divisions };
  const capacity = file.bytes.length;
  const writer = createProfileWriter(
    profile,
    catalogue,
    { substitutes: settings.substitutes, choices, capacity },
    rows.keys,
  );
  const bodyStart = writer.buffer.length;
  const changes = openChangesFile(capacity);
  const passed = new PassedRows();
  let told = reader.issues.length;
  const hashes = new MatchHashes();

  while (reader.next()) {
    if (reader.isBlank()) continue;
    const { row, responseId, submittedAt, issues: ofRow } = meta(reader, reader.line());
    // What the reader doubted in this row (text behind a closing quote) goes with it.
    const rowIssues = reader.issues.length === told ? ofRow : [...ofRow, ...reader.issues.slice(told)];
    told = reader.issues.length;
    const checked = rows.checkPlaced(reader, source);
    const { start, end, lines } = writer.add(row, checked.values, checked.valueIds);
    for (let i = 0; i < checked.changes.length; i++) {
      changes.add(row, checked.changes[i] as NormalisationChange, checked.changeIds[i]);
    }
    if (writer.changes.length > 0)
      for (const { change } of writer.changes.splice(0)) changes.add(row, change);
    const issues = joined(rowIssues, checked.issues, writer.issues);
    const held = isHeld(issues);
    if (held) writer.buffer.length = start;
    const { values } = checked;
    hashes.add(values[knownBy[0]], values[knownBy[1]], values[knownBy[2]], values[knownBy[3]]);
    passed.add({
      responseId,
      issues,
      start,
      end: held ? start : end,
      lines,
      textStart: reader.start(),
      textEnd: reader.end(),
      at: momentOf(submittedAt),
    });
  }
  refuseBroken(reader.issues, file.file);

  const ledger =
    input.ledger === undefined ? [] : readLedger(input.ledger, profile, catalogue, createChecker(checker));
  const factsOf = (index: number): DuplicateFacts => {
    // From the newline before the row on: a byte order mark counts as one only where a text begins.
    const part = textOfUtf8(source, passed.textStart(index) - 1, passed.textEnd(index));
    const [cells = []] = parseDelimited(part, { delimiter: reader.delimiter }).rows;
    const { values } = rows.check(cells);
    return {
      corporateNumber: values[knownBy[0]],
      phone: values[knownBy[1]],
      name: values[knownBy[2]],
      address: values[knownBy[3]],
      typedNumber: cells[rows.placeOf('corporateNumber')] ?? '',
      typedPhone: cells[rows.placeOf('phone')] ?? '',
      typedName: cells[rows.placeOf('name')] ?? '',
    };
  };
  const duplicates = duplicatesOf(passed, factsOf, hashes, ledger);
  const { bytes, map } = assemble(writer, bodyStart, passed, duplicates);
  const found: RowIssue[] = [];
  for (let index = 0; index < passed.count; index++) {
    const [row, responseId] = [index + 1, passed.responseId(index)];
    for (const i of passed.issuesOf(index)) found.push({ row, responseId, issue: i });
    for (const i of duplicates.get(index) ?? none) found.push({ row, responseId, issue: i });
  }

  const files: OutputFile[] = [
    { name: 'export.csv', bytes },
    { name: 'issues.csv', bytes: issuesFile(found, labelsOf(template, catalogue)) },
    { name: 'changes.csv', bytes: changes.bytes() },
  ];
  const receipt = makeReceipt({
    template,
    profile,
    files: files.map((f) => ({ name: f.name, bytes: f.bytes.length, sha256: port.sha256Hex(f.bytes) })),
    rowsIn: passed.count,
    map,
    unknownHeaders: unknown,
    withLedger: input.ledger !== undefined,
  });
  files.push({ name: 'receipt.json', bytes: receiptBytes(receipt) });
  return { files, receipt };
}

const none: readonly Issue[] = [];

/** All issues of a row; takes those of the writer out of its list. */
function joined(
  row: readonly Issue[],
  record: readonly Issue[],
  writer: { readonly issue: Issue }[],
): readonly Issue[] {
  if (row.length + record.length + writer.length === 0) return none;
  return [...row, ...record, ...writer.splice(0).map((found) => found.issue)];
}

/** Puts the file together from the lines that stay; a row held by its duplicates leaves its line out. */
function assemble(
  writer: ProfileWriter,
  bodyStart: number,
  passed: PassedRows,
  duplicates: ReadonlyMap<number, readonly Issue[]>,
): { readonly bytes: Uint8Array; readonly map: Receipt['rows']['map'] } {
  const { bytes } = writer.buffer;
  const map: { line: number; row: number; responseId: string }[] = [];
  let line = writer.headerLines + 1;
  let end = bodyStart;
  // Lines that stay and stand side by side move together.
  let from = bodyStart;
  let to = bodyStart;
  const move = (): void => {
    if (from !== end) bytes.copyWithin(end, from, to);
    end += to - from;
  };
  for (let index = 0; index < passed.count; index++) {
    const start = passed.start(index);
    const stop = passed.end(index);
    if (stop === start || isHeld(duplicates.get(index) ?? none)) continue;
    if (start !== to) {
      move();
      from = start;
    }
    to = stop;
    map.push({ line, row: index + 1, responseId: passed.responseId(index) });
    line += passed.lines(index);
  }
  move();
  return { bytes: bytes.subarray(0, end), map };
}
