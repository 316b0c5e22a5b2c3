/** `cci corpus build`: a folder of regulations → one source a document, index, manifest, report. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bundle, buildBundle } from '../../shared/corpus/bundle.ts';
import { changedSources, changedUnits } from '../../shared/corpus/compare.ts';
import type { Manifest } from '../../shared/corpus/manifest.ts';
import type { SourceDocument } from '../../shared/corpus/model.ts';
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { describe, lineOf } from '../../shared/issue/messages.ts';
import { formatTable } from '../../shared/table/format.ts';
import { neutralise } from '../../shared/table/neutralise.ts';
import { formatOf, readSource } from '../corpus/read/index.ts';
import { readBytes, writeAll } from '../files.ts';
import { filesBelow, manifestIn, refuseInside, removeStale, textIn } from './corpus-folder.ts';
import { limitsOf } from './corpus-limits.ts';
import type { ExitCode } from './outcome.ts';

export interface CorpusBuildArguments {
  readonly source: string;
  readonly out: string;
  readonly sources?: string;
}

const reportName = '報告.csv';
const comparisonName = '新旧対照表.csv';
const syncName = '再同期.csv';
/** Most problems that are printed; the report has all. */
const mostShown = 20;

const changeWords = { added: '追加', removed: '廃止', changed: '変更' } as const;
const syncWords = {
  added: 'ノートブックに追加してください',
  removed: 'ノートブックから外してください',
  changed: '再同期してください',
} as const;

/** A table for people: BOM, CRLF, nothing that a spreadsheet would run. */
function peopleTable(rows: readonly (readonly string[])[]): Uint8Array {
  const safe = rows.map((row) => row.map(neutralise));
  return new TextEncoder().encode(`\ufeff${formatTable(safe, { newline: 'crlf', quoting: 'minimal' })}`);
}

async function readAll(
  folder: string,
): Promise<{ documents: readonly SourceDocument[]; issues: readonly Issue[] }> {
  const documents: SourceDocument[] = [];
  const issues: Issue[] = [];
  for (const file of filesBelow(folder)) {
    if (formatOf(file) === undefined) {
      issues.push(issue('corpus.not-a-rule', 'warning', '', { params: { file } }));
      continue;
    }
    documents.push(await readSource(file, readBytes(file)));
  }
  return { documents, issues };
}

/** Everything is read and built before the first byte is written; sources whose words did not change are not touched. */
export async function corpusBuildCommand(given: CorpusBuildArguments): Promise<ExitCode> {
  const { source, out } = given;
  refuseInside(out, source);
  const limits = limitsOf(given.sources);
  const { documents, issues } = await readAll(source);
  const bundle = buildBundle(documents, limits);
  const found = [...issues, ...bundle.issues];
  if (bundle.documents.length === 0)
    throw new UnusableInput([
      ...found.filter(({ severity }) => severity === 'error').slice(0, 10),
      issue('corpus.nothing-read', 'error', '', { params: { file: source } }),
    ]);
  const before = manifestIn(out);
  const changes = writeBundle(out, bundle, before, reportOf(found));
  say(bundle, found, out, changes);
  return 0;
}

function reportOf(issues: readonly Issue[]): Uint8Array {
  return peopleTable([
    ['file', 'line', 'severity', 'code', 'message', 'remedy'],
    ...issues.map((found) => {
      const { message, remedy, severityLabel } = describe(found, (key) => key);
      return [
        String(found.params.file ?? ''),
        String(found.params.line ?? ''),
        severityLabel,
        found.code,
        message,
        remedy,
      ];
    }),
  ]);
}

function writeBundle(
  out: string,
  bundle: Bundle,
  before: Manifest | null,
  report: Uint8Array,
): readonly string[] {
  const encode = (text: string) => new TextEncoder().encode(text);
  const texts = new Map(bundle.files.map(({ name, text }) => [name, text]));
  const files = bundle.files.map(({ name, text }) => ({ name, bytes: encode(text) }));
  const more: { name: string; bytes: Uint8Array }[] = [{ name: reportName, bytes: report }];
  const lines: string[] = [];
  if (before !== null) {
    const sources = changedSources(before, bundle.manifest);
    const units = changedUnits(
      { manifest: before, text: (file) => textIn(out, file) },
      { manifest: bundle.manifest, text: (file) => texts.get(file) ?? null },
    );
    // A run that changes nothing leaves the last comparison where it is.
    if (sources.length > 0) {
      more.push({
        name: comparisonName,
        bytes: peopleTable([
          ['document', 'address', 'kind', 'before', 'after'],
          ...units.map(({ document, address, kind, before: was, after: is }) => [
            document,
            address,
            changeWords[kind],
            was,
            is,
          ]),
        ]),
      });
      more.push({
        name: syncName,
        bytes: peopleTable([
          ['file', 'title', 'kind', 'todo'],
          ...sources.map(({ file, title, kind }) => [file, title, changeWords[kind], syncWords[kind]]),
        ]),
      });
    }
    lines.push(...sources.map(({ file, kind }) => `${changeWords[kind]}：${file}（${syncWords[kind]}）`));
  }
  const changed = [...more, ...files].filter(({ name, bytes }) => !isSame(join(out, name), bytes));
  if (changed.length > 0) writeAll(out, changed);
  if (before !== null) removeStale(out, before, bundle.manifest);
  return lines;
}

function isSame(file: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(file).equals(bytes);
  } catch {
    return false;
  }
}

function say(bundle: Bundle, issues: readonly Issue[], out: string, changes: readonly string[]): void {
  const write = (line: string) => process.stdout.write(`${line.replace(/[\r\n]+/g, ' ')}\n`);
  const { sources } = bundle.manifest;
  const references = sources.flatMap((one) => one.references);
  const count = (resolved: string) => references.filter((one) => one.resolved === resolved).length;
  const units = sources.reduce((sum, one) => sum + one.units.length, 0);
  write(
    `規程 ${bundle.documents.length} 件：ソース ${sources.length}、番地 ${units}、参照 ${references.length}（束の中 ${count('yes')}、束の外 ${count('outside')}、行き先なし ${count('no')}）（${out}）`,
  );
  for (const line of changes) write(line);
  const order = ['error', 'warning', 'info'];
  const sorted = [...issues].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  for (const found of sorted.slice(0, mostShown)) write(lineOf(found));
  if (sorted.length > mostShown) write(`ほかに ${sorted.length - mostShown} 件あります（${reportName}）。`);
}
