/** The whole line at once: a file of answers in, the core system's CSV and an account of everything out. */
import { decodeText } from '../bytes/detect.ts';
import { sha256Hex } from '../bytes/sha256.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import type { Profile } from '../csv/profile.ts';
import { writeProfile } from '../csv/write.ts';
import type { Catalogue } from '../fields/catalogue.ts';
import { type Issue, isHeld, issue, UnusableInput } from '../issue/issue.ts';
import { createChecker } from '../record/check.ts';
import { createDuplicateIndex, duplicateIssues } from '../record/duplicates.ts';
import type { BusinessRecord } from '../record/record.ts';
import { readHeader } from '../response/columns.ts';
import { type AnswerRow, answersFromRows, momentOf } from '../response/from-rows.ts';
import type { Settings } from '../settings/settings.ts';
import { parseDelimited } from '../table/parse.ts';
import type { Template } from '../template/template.ts';
import { type InputFile, readLedger } from './ledger.ts';
import { changesFile, issuesFile, type RowChange, type RowIssue } from './people-files.ts';
import { labelsOf, makeReceipt, type Receipt } from './receipt.ts';
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
}

export interface OutputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ConvertOutput {
  readonly files: readonly OutputFile[];
  readonly receipt: Receipt;
}

/** One row on its way: its answer, its record and everything found about it. */
interface Passage {
  readonly source: AnswerRow;
  readonly record: BusinessRecord;
  readonly issues: Issue[];
}

/**
 * Converts answers. Good rows go out while bad rows wait: a row with an `error` is held, named in issues.csv and
 * left out of export.csv. Throws `UnusableInput` when nothing can be done with a file.
 * @returns export.csv, issues.csv, changes.csv and receipt.json, in this order
 */
export function convert(input: ConvertInput): ConvertOutput {
  const { template, catalogue, profile, settings } = input;
  const { text } = decodeText(input.answers.bytes, input.answers.file);
  const table = parseDelimited(text);
  refuseBroken(table.issues, input.answers.file);
  const header = table.rows[0];
  if (header === undefined)
    throw new UnusableInput([issue('file.empty', 'error', '', { params: { file: input.answers.file } })]);
  const columns = readHeader(header, template, catalogue);
  refuseBroken(columns.issues, input.answers.file);

  const answers = answersFromRows(columns.columns, table.rows.slice(1), table.lines.slice(1));
  const check = createChecker({ template, catalogue, today: input.today, chamber: settings });
  const passages: Passage[] = answers.map((source) => {
    const record = check(source.answer);
    return {
      source,
      record,
      issues: source.issues.length === 0 ? [...record.issues] : [...source.issues, ...record.issues],
    };
  });
  const ledger = input.ledger === undefined ? [] : readLedger(input.ledger, profile, catalogue, check);
  markDuplicates(passages, ledger);

  const toRow = ({ source, record }: Passage) => ({
    responseId: record.responseId,
    row: source.row,
    values: record.values,
  });
  const options = { substitutes: settings.substitutes, choices: { divisions: settings.divisions } };
  const good = passages.filter((p) => !isHeld(p.issues));
  const waiting = passages.filter((p) => isHeld(p.issues));
  const written = writeProfile(profile, catalogue, good.map(toRow), options);
  const unwritten = writeProfile(profile, catalogue, waiting.map(toRow), options);

  const changes: RowChange[] = [];
  for (const { source, record } of passages)
    for (const change of record.changes) changes.push({ row: source.row, change });
  for (const found of [...written.changes, ...unwritten.changes]) changes.push(found);
  changes.sort((a, b) => a.row - b.row);

  const issues: RowIssue[] = [];
  for (const { source, record, issues: found } of passages) {
    for (const i of found) issues.push({ row: source.row, responseId: record.responseId, issue: i });
  }
  for (const { row, issue: found } of [...written.issues, ...unwritten.issues]) {
    issues.push({ row, responseId: answers[row - 1]?.answer.responseId ?? '', issue: found });
  }
  issues.sort((a, b) => a.row - b.row);

  const labelOf = labelsOf(template, catalogue);
  const files: OutputFile[] = [
    { name: 'export.csv', bytes: written.bytes },
    { name: 'issues.csv', bytes: issuesFile(issues, labelOf) },
    { name: 'changes.csv', bytes: changesFile(changes) },
  ];
  const receipt = makeReceipt({
    template,
    profile,
    files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256Hex(bytes) })),
    rowsIn: answers.length,
    map: written.map,
    unknownHeaders: columns.unknown,
    withLedger: input.ledger !== undefined,
  });
  files.push({ name: 'receipt.json', bytes: encodeUtf8(`${JSON.stringify(receipt, null, 2)}\n`) });
  return { files, receipt };
}

/** Holds the later of two answers of one corporation; earlier means sent earlier, else standing earlier in the file. */
function markDuplicates(
  passages: readonly Passage[],
  ledger: readonly { readonly values: Readonly<Record<string, string>>; readonly label: string }[],
): void {
  const index = createDuplicateIndex();
  for (const { values, label } of ledger) {
    index.add(values, { kind: 'ledger', label, name: values.name ?? '', id: values.businessNumber ?? '' });
  }
  for (const passage of inOrderOfSending(passages)) {
    const { record, source } = passage;
    for (const found of duplicateIssues(record, index.find(record.values))) passage.issues.push(found);
    index.add(record.values, {
      kind: 'application',
      label: `${source.row} 行目`,
      name: record.values.name ?? '',
      id: record.responseId,
    });
  }
}

function inOrderOfSending(passages: readonly Passage[]): readonly Passage[] {
  const timed = passages.map((passage) => ({ passage, at: momentOf(passage.record.submittedAt) }));
  if (timed.some(({ at }) => at === null)) return passages;
  return timed.sort((a, b) => (a.at ?? 0) - (b.at ?? 0)).map(({ passage }) => passage);
}
