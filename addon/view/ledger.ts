/** View models of the ledger: files, the look before an import and how far it has come, layouts, the judgement. */
import { assets } from '../../apps-script/jobs/assets.ts';
import type { Import } from '../../apps-script/jobs/book/imports.ts';
import { judgementWords } from '../../apps-script/jobs/book/register-tables.ts';
import type { ListedFile, Services } from '../../apps-script/jobs/port.ts';
import { type ImportLook, runningIssue } from '../../apps-script/jobs/register/import-plan.ts';
import type { LedgerJudgement } from '../../apps-script/jobs/register/judge-ledger.ts';
import { isoOf, shownTime } from '../../apps-script/jobs/time.ts';
import { fieldLabel } from '../../apps-script/jobs/words.ts';
import { type LearnedColumnModel, learnedColumns } from '../../shared/csv/learn/choices.ts';
import type { Learned } from '../../shared/csv/learn/learn.ts';
import { issueViews } from './issues.ts';
import type {
  ImportPreview,
  ImportProgress,
  JudgementView,
  LearnView,
  LedgerFilesView,
  LedgerFileView,
} from './ledger-protocol.ts';

export function fileView({ id, name, bytes, updatedAt }: ListedFile): LedgerFileView {
  return { fileId: id, name, bytes, updatedAt: shownTime(isoOf(updatedAt)) };
}

export function filesView(
  inbox: ReturnType<Services['drive']['listInbox']>,
  uploadLimit: number,
): LedgerFilesView {
  const { folderName, folderUrl } = inbox;
  return { files: inbox.files.map(fileView), uploadLimit, folderName, folderUrl };
}

export function importPreviewView({ file, plan, hash, running }: ImportLook): ImportPreview {
  const { inFile, ...counts } = plan.counts;
  return {
    file: fileView(file),
    profile: plan.profile,
    rows: inFile,
    ...counts,
    columns: plan.columns.map(({ header, key }) => ({ header, label: key === '' ? '' : fieldLabel(key) })),
    report: issueViews(running === null ? plan.issues : [runningIssue(running), ...plan.issues]),
    sample: plan.samples.map(({ changes, ...sample }) => ({
      ...sample,
      changes: changes.map(({ key, before, after }) => ({ label: fieldLabel(key), before, after })),
    })),
    blocked: plan.blocked || running !== null,
    hash,
  };
}

export function progressView({ importId, state, done, sheetRows, counts }: Import): ImportProgress {
  const { added, changed, missing } = counts;
  return { importId, done, total: sheetRows, finished: state === 'done', added, changed, missing };
}

const groundLabels: Readonly<Record<NonNullable<LearnedColumnModel['proposed']>['by'], string>> = {
  label: '見出し',
  synonym: '同じ意味の見出し',
  model: '同じ意味の見出し',
  likeness: '似た見出し',
  shape: '値の形',
};

const encodings = {
  'windows-31j': 'Shift_JIS（Windows）',
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8（BOM付き）',
};
const newlines = { crlf: 'CRLF', lf: 'LF' };

export function learnView(file: ListedFile, learned: Learned): LearnView {
  const { catalogue } = assets();
  const { encoding, newline, header } = learned.profile;
  return {
    file: fileView(file),
    rows: learned.rows,
    shape: `${encodings[encoding]}・改行 ${newlines[newline]}${header ? '' : '・見出しなし'}`,
    columns: learnedColumns(learned, catalogue).map((column) => ({
      index: column.index,
      header: column.header,
      examples: column.examples,
      key: column.proposed?.key ?? '',
      confidence: column.proposed?.confidence ?? 0,
      groundLabel: column.proposed === null ? '' : groundLabels[column.proposed.by],
      others: column.others.map(({ key, confidence }) => ({ key, label: fieldLabel(key), confidence })),
    })),
    fields: catalogue.fields
      .filter((field) => field.kind !== 'token')
      .map(({ key, label }) => ({ key, label })),
    report: issueViews([...learned.issues, ...learned.columns.flatMap((column) => column.issues)]),
  };
}

const unknownShown = 50;

export function judgementView({ baseDate, judgedAt, rows, refused }: LedgerJudgement): JudgementView {
  const count = (result: (typeof rows)[number]['result']): number =>
    rows.filter((row) => row.result === result).length;
  return {
    baseDate,
    judgedAt: shownTime(judgedAt),
    issues: issueViews(refused),
    yes: count('yes'),
    no: count('no'),
    unknown: count('unknown'),
    overridden: rows.filter((row) => row.overridden).length,
    unknownRows: rows
      .filter((row) => row.result === 'unknown')
      .slice(0, unknownShown)
      .map(({ businessNumber, name, result, ground, missing }) => ({
        businessNumber,
        name,
        resultLabel: judgementWords[result],
        ground,
        missing,
      })),
  };
}
