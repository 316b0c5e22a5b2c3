/** The yearly update against the ledger: each answer laid over the row that the core system holds, so that whole rows go out. */
import type { BytesPort } from '../bytes/port.ts';
import { createProfileWriter } from '../csv/write.ts';
import { type Issue, isHeld, issue } from '../issue/issue.ts';
import { createChecker } from '../record/check.ts';
import { crossChecks } from '../record/cross-field.ts';
import { createDuplicateIndex, type Duplicate, duplicateIssues, type KnownBy } from '../record/duplicates.ts';
import type { BusinessRecord } from '../record/record.ts';
import { ledgerFields, type Values } from '../register/answer-diff.ts';
import type { LedgerBusiness } from '../register/ledger.ts';
import { createMetaReader, keysOf, momentOf } from '../response/from-rows.ts';
import { ColumnChoice, typedOfRow } from '../response/merged-columns.ts';
import { isBlankRow } from '../table/parse.ts';
import { openAnswers } from './answers-file.ts';
import {
  type AnswerOfBusiness,
  diffFromLedger,
  type SettledBusiness,
  settleAnswers,
} from './answers-of-business.ts';
import { type AskedLedger, type NumberedPlace, readAskedLedger } from './asked-ledger.ts';
import type { ConvertInput, ConvertOutput, OutputFile } from './convert.ts';
import type { InputFile } from './ledger.ts';
import { issuesFile, openChangesFile, type RowIssue } from './people-files.ts';
import { labelsOf, makeReceipt, receiptBytes, type UpdateAccount } from './receipt.ts';
import { refuseBroken } from './refuse.ts';

export interface ConvertOverLedgerInput extends ConvertInput {
  readonly ledger: InputFile;
  readonly port: BytesPort;
}

/** A row of the answers file. */
interface ReadAnswer {
  readonly row: number;
  readonly at: number | null;
  readonly record: BusinessRecord;
  readonly businessNumber: string;
  readonly issues: Issue[];
}

/** An answer whose business is known. */
interface PlacedAnswer extends AnswerOfBusiness {
  readonly of: ReadAnswer;
}

interface Placed {
  readonly business: LedgerBusiness;
  readonly answers: PlacedAnswer[];
}

const codeOf = ({ code, key }: Issue): string => `${code} ${key}`;

/**
 * Converts answers about businesses that the ledger holds. A row goes out for each business whose answers change it:
 * blank items stay as registered, 変更なし without a difference has nothing to go out, of two answers the later wins field
 * by field. Throws `UnusableInput` when nothing can be done with a file (see `openAnswers` and `readAskedLedger`).
 * @returns export.csv, issues.csv, changes.csv and receipt.json, in this order
 */
export function convertOverLedger(input: ConvertOverLedgerInput): ConvertOutput {
  const { template, settings, port } = input;
  const { answers, unknown } = readAnswers(input);
  const asked = new Set(answers.map(({ businessNumber }) => businessNumber));
  const ledger = readAskedLedger(input.ledger, asked, input);
  const { profile, catalogue } = ledger;
  const columns = new Set(profile.columns.flatMap(({ key }) => (key === undefined ? [] : [key])));
  const allFields = ledgerFields(input.catalogue);
  const fields = allFields.filter(({ key }) => columns.has(key));

  const placed = new Map<string, Placed>();
  for (const answer of answers) {
    const found = ledger.find(answer.businessNumber);
    if ('code' in found) {
      answer.issues.push(found);
      continue;
    }
    const { values, typed } = answer.record;
    for (const { key } of allFields)
      if (values[key] !== undefined && !columns.has(key))
        answer.issues.push(issue('answer.no-column', 'warning', key, { value: typed[key] ?? '' }));
    const wrong = answer.issues.filter((one) => one.severity === 'error');
    const diff = diffFromLedger(values, new Set(wrong.map(({ key }) => key)), found.values, fields);
    answer.issues.push(...aboutDiff(diff, answer.record));
    const held = wrong.length > 0;
    const one = { row: answer.row, at: answer.at, values, typed, held, diff, of: answer };
    const business = placed.get(answer.businessNumber);
    if (business === undefined) placed.set(answer.businessNumber, { business: found, answers: [one] });
    else business.answers.push(one);
  }

  const byRow = new Map(answers.map((answer) => [answer.row, answer]));
  const settled = new Map<string, SettledBusiness>();
  for (const [number, { business, answers: about }] of placed) {
    const one = settleAnswers(business.values, about, fields);
    settled.set(number, one);
    for (const { row, issue: found } of one.conflicts) byRow.get(row)?.issues.push(found);
    const carrier = byRow.get(one.carrier ?? 0);
    if (carrier !== undefined) carrier.issues.push(...checkWhole(one, business, carrier, ledger));
  }
  tellDuplicates(answers, settled, ledger);

  const writerOptions = {
    substitutes: settings.substitutes,
    choices: { divisions: settings.divisions },
    capacity: input.answers.bytes.length * 2,
  };
  const keys = [...columns];
  const writer = createProfileWriter(profile, catalogue, writerOptions, keys);
  const changes = openChangesFile(input.answers.bytes.length);
  const found: RowIssue[] = [];
  const map: { line: number; row: number; responseId: string }[] = [];
  const account = accountOf(settled, byRow);
  const still = new Set([...account.unchanged, ...account.superseded].map(({ row }) => row));
  let line = writer.headerLines + 1;
  for (const { row, record, businessNumber, issues } of answers) {
    for (const change of record.changes) changes.add(row, change);
    if (!still.has(row)) {
      const place = placed.get(businessNumber);
      const one = settled.get(businessNumber);
      const values = one?.carrier === row ? one.values : ownRow(place, row, record);
      const start = writer.buffer.length;
      const written = writer.add(
        row,
        keys.map((key) => values[key]),
      );
      issues.push(...writer.issues.splice(0).map((of) => of.issue));
      for (const { change } of writer.changes.splice(0)) changes.add(row, change);
      if (isHeld(issues)) writer.buffer.length = start;
      else {
        map.push({ line, row, responseId: record.responseId });
        line += written.lines;
      }
    }
    for (const of of issues) found.push({ row, responseId: record.responseId, issue: of });
  }

  const files: OutputFile[] = [
    { name: 'export.csv', bytes: writer.buffer.finish() },
    { name: 'issues.csv', bytes: issuesFile(found, labelsOf(template, catalogue)) },
    { name: 'changes.csv', bytes: changes.bytes() },
  ];
  const receipt = makeReceipt({
    template,
    profile: input.profile,
    files: files.map((f) => ({ name: f.name, bytes: f.bytes.length, sha256: port.sha256Hex(f.bytes) })),
    rowsIn: answers.length,
    map,
    unknownHeaders: unknown,
    withLedger: true,
    update: { ...account, ledger: { file: input.ledger.file, ...ledger } },
  });
  files.push({ name: 'receipt.json', bytes: receiptBytes(receipt) });
  return { files, receipt, missingColumns: ledger.missingHeaders };
}

/** All rows of the answers file, checked each on its own. */
function readAnswers(input: ConvertOverLedgerInput): {
  readonly answers: readonly ReadAnswer[];
  readonly unknown: readonly string[];
} {
  const { template, catalogue, settings, today, answers: file } = input;
  const { reader, columns, merged, unknown } = openAnswers(file, template, catalogue, input.port);
  const check = createChecker({ template, catalogue, today, chamber: settings });
  const meta = createMetaReader(columns);
  const keys = keysOf(columns);
  const choice = new ColumnChoice(merged, keys.length);
  const answers: ReadAnswer[] = [];
  let told = reader.issues.length;
  for (let read = reader.next(); read !== null; read = reader.next()) {
    const cells = read;
    if (isBlankRow(cells)) continue;
    const { row, responseId, submittedAt, issues } = meta(
      { count: () => cells.length, cell: (at) => cells[at] ?? '' },
      reader.line(),
    );
    const typed = typedOfRow(keys, cells, choice);
    const record = check({ responseId, submittedAt, source: 'file', typed });
    answers.push({
      row,
      at: momentOf(submittedAt),
      record,
      businessNumber: record.values.businessNumber ?? '',
      issues: [...issues, ...reader.issues.slice(told), ...record.issues],
    });
    told = reader.issues.length;
  }
  refuseBroken(reader.issues, file.file);
  return { answers, unknown };
}

/** What the answer says about itself and what the ledger shows do not fit. */
function aboutDiff(diff: ReturnType<typeof diffFromLedger>, { typed }: BusinessRecord): readonly Issue[] {
  const found: Issue[] = [];
  const params = { reason: 'file' };
  const value = typed.changeStatus ?? '';
  if (diff.contradiction)
    found.push(issue('answer.contradiction', 'warning', 'changeStatus', { params, value }));
  if (diff.nothingNew) found.push(issue('answer.nothing-new', 'warning', 'changeStatus', { params, value }));
  if (diff.coarser !== null)
    found.push(
      issue('answer.industry-coarser', 'info', 'industry', {
        params: { ledger: diff.coarser.ledger },
        value: typed.industry ?? '',
      }),
    );
  return found;
}

/**
 * Checks between fields of the whole row: an answer that is right by itself may not fit what is registered. Only what
 * neither the answer nor the ledger shows alone; all as warnings, since nobody typed a wrong value.
 */
function checkWhole(
  { values }: SettledBusiness,
  business: LedgerBusiness,
  { record, issues }: ReadAnswer,
  { catalogue }: AskedLedger,
): readonly Issue[] {
  const known = new Set([...business.issues, ...issues].map(codeOf));
  const places = new Map(catalogue.fields.map(({ key }, place) => [key, place]));
  const row = catalogue.fields.map(({ key }) => values[key]);
  const found: Issue[] = [];
  for (const check of crossChecks((key) => places.get(key) ?? -1))
    check(row, (key) => record.typed[key] ?? values[key] ?? '', found);
  return found.filter((one) => !known.has(codeOf(one))).map((one) => ({ ...one, severity: 'warning' }));
}

/**
 * Another business with the same 法人番号, telephone, or name and address: in the ledger, or among the answers sent
 * before. Only what an answer changes counts: what was registered so before is nobody's news.
 */
function tellDuplicates(
  answers: readonly ReadAnswer[],
  settled: ReadonlyMap<string, SettledBusiness>,
  ledger: AskedLedger,
): void {
  const timed = answers.every(({ at }) => at !== null);
  const ordered = timed
    ? answers.slice().sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || a.row - b.row)
    : answers;
  const index = createDuplicateIndex<NumberedPlace>();
  for (const { row, businessNumber, record, issues } of ordered) {
    const one = settled.get(businessNumber);
    if (one?.carrier !== row) continue;
    const { values, laidOver } = one;
    const changed = (key: string): string | undefined => (laidOver.has(key) ? values[key] : undefined);
    const moved = laidOver.has('name') || laidOver.has('address');
    const by: KnownBy = {
      corporateNumber: changed('corporateNumber'),
      phone: changed('phone'),
      name: moved ? values.name : undefined,
      address: moved ? values.address : undefined,
    };
    const others = ({ place }: Duplicate<NumberedPlace>) => place.businessNumber !== businessNumber;
    const met = [...ledger.index.find(by), ...index.find(by)].filter(others);
    issues.push(...duplicateIssues({ typed: { ...values, ...record.typed } }, met));
    const { responseId: id } = record;
    index.add(by, { kind: 'application', label: `${row} 行目`, name: values.name ?? '', id, businessNumber });
  }
}

/** The row as one held answer alone would make it: what it is written for is to find all its problems at once. */
function ownRow(place: Placed | undefined, row: number, { values }: BusinessRecord): Values {
  const answer = place?.answers.find((one) => one.row === row);
  if (place === undefined || answer === undefined) return values;
  const said = answer.diff.differences.map(({ key, answer: value }) => [key, value]);
  return { ...place.business.values, ...Object.fromEntries(said) };
}

function accountOf(
  settled: ReadonlyMap<string, SettledBusiness>,
  byRow: ReadonlyMap<number, ReadAnswer>,
): Pick<UpdateAccount, 'unchanged' | 'superseded'> {
  const all = [...settled].map(([businessNumber, one]) => ({ businessNumber, ...one }));
  const idOf = (row: number): string => byRow.get(row)?.record.responseId ?? '';
  const byPlace = (a: { readonly row: number }, b: { readonly row: number }): number => a.row - b.row;
  return {
    unchanged: all
      .flatMap(({ businessNumber, unchanged }) =>
        unchanged.map((row) => ({ row, responseId: idOf(row), businessNumber })),
      )
      .sort(byPlace),
    superseded: all
      .flatMap(({ businessNumber, superseded }) =>
        superseded.map(({ row, by }) => ({ row, responseId: idOf(row), businessNumber, by })),
      )
      .sort(byPlace),
  };
}
