/** `cci corpus build`: a folder of regulations → one source a document, index, manifest, report. */
import { type Bundle, bundleOf } from '../../shared/corpus/bundle.ts';
import { isFailing } from '../../shared/corpus/failing.ts';
import { notebooksOf } from '../../shared/corpus/notebooks.ts';
import { type Question, readQuestions, recallOf } from '../../shared/corpus/questions.ts';
import { type BuildState, readState, stateName } from '../../shared/corpus/state.ts';
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { lineOf } from '../../shared/issue/messages.ts';
import { readerFingerprint } from '../corpus/fingerprint.ts';
import { readText } from '../files.ts';
import { refuseInside, textIn } from './corpus-folder.ts';
import { type LimitArguments, limitsOf } from './corpus-limits.ts';
import { type ReadFolder, readFolder } from './corpus-read.ts';
import { recallLines, unfoundIssues } from './corpus-recall.ts';
import { changeWords, reportName, reportTable, sharesName, syncWords } from './corpus-tables.ts';
import { type Written, writeBundle } from './corpus-write.ts';
import type { ExitCode } from './outcome.ts';

export interface CorpusBuildArguments extends LimitArguments {
  readonly source: string;
  readonly out: string;
  readonly questions?: string;
}

/** Most problems that are printed; the report has all. */
const mostShown = 20;

function stateOf(out: string): { readonly state: BuildState | null; readonly issues: readonly Issue[] } {
  const text = textIn(out, stateName);
  const state = text === null ? null : readState(text);
  const isDamaged = text !== null && state === null;
  return {
    state,
    issues: isDamaged ? [issue('corpus.state-unusable', 'info', '', { params: { file: stateName } })] : [],
  };
}

/** Questions in a CSV; one that cannot be used stops the run before anything is written. */
export function questionsIn(file: string | undefined): readonly Question[] {
  if (file === undefined) return [];
  const { questions, issues } = readQuestions(readText(file), file);
  if (issues.length > 0) throw new UnusableInput(issues);
  return questions;
}

/**
 * Everything is read and built before the first byte is written; files whose words did not change are not touched. The
 * bundle is complete in either case: 1 says that something in it has to be mended before it is used.
 */
export async function corpusBuildCommand(given: CorpusBuildArguments): Promise<ExitCode> {
  const { source, out } = given;
  refuseInside(out, source);
  const limits = limitsOf(given);
  const questions = questionsIn(given.questions);
  const { state, issues: ofState } = stateOf(out);
  const reader = readerFingerprint();
  const folder = await readFolder(source, state, reader);
  const bundle = bundleOf(
    folder.documents.map(({ regulation }) => regulation),
    limits,
    questions,
  );
  const found = [...ofState, ...folder.issues, ...bundle.issues];
  if (bundle.documents.length === 0)
    throw new UnusableInput([
      ...found.filter(({ severity }) => severity === 'error').slice(0, 10),
      issue('corpus.nothing-read', 'error', '', { params: { file: source } }),
    ]);
  const lines: string[] = [];
  if (questions.length > 0) {
    const regulations = bundle.documents.map(({ regulation }) => regulation);
    const recall = recallOf(questions, regulations, bundle.shelf.books, bundle.shelf.names);
    found.push(...unfoundIssues(recall));
    lines.push(...recallLines(recall));
  }
  const notebooks = notebooksOf(bundle.manifest.sources, limits);
  const report = reportTable(found);
  const written = writeBundle(out, {
    bundle,
    documents: folder.documents,
    reader,
    before: state,
    report,
    notebooks,
  });
  if (notebooks.length > 1)
    lines.push(`ノートブック ${notebooks.length} に分けて入れます（${sharesName}）。`);
  say(bundle, folder, written, out);
  for (const line of lines) write(line);
  sayIssues(found);
  return found.some(isFailing) ? 1 : 0;
}

const write = (line: string) => process.stdout.write(`${line.replace(/[\r\n]+/g, ' ')}\n`);

function say(bundle: Bundle, folder: ReadFolder, written: Written, out: string): void {
  const { sources } = bundle.manifest;
  const references = sources.flatMap((one) => one.references);
  const count = (resolved: string) => references.filter((one) => one.resolved === resolved).length;
  const units = sources.reduce((sum, one) => sum + one.units.length, 0);
  write(
    `規程 ${bundle.documents.length} 件：ソース ${sources.length}、番地 ${units}、参照 ${references.length}（束の中 ${count('yes')}、束の外 ${count('outside')}、行き先なし ${count('no')}）（${out}）`,
  );
  if (written.changes === null) return;
  write(
    `読み直した文書 ${folder.read.length}（全 ${folder.documents.length}）、書き直したファイル ${written.files.length}`,
  );
  for (const { file, kind } of written.changes) write(`${changeWords[kind]}：${file}（${syncWords[kind]}）`);
}

/** The worst first; the report has all in the order of the documents. */
function sayIssues(issues: readonly Issue[]): void {
  const order = ['error', 'warning', 'info'];
  const rank = (one: Issue) => (isFailing(one) ? 0 : order.indexOf(one.severity));
  const sorted = [...issues].sort((a, b) => rank(a) - rank(b));
  for (const found of sorted.slice(0, mostShown)) write(lineOf(found));
  if (sorted.length > mostShown) write(`ほかに ${sorted.length - mostShown} 件あります（${reportName}）。`);
  const failing = issues.filter(isFailing).length;
  if (failing > 0)
    write(`直すところが ${failing} 件あります。束は作りましたが、直してからノートブックに入れてください。`);
}
