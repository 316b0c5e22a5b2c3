/** `cci corpus check`: a finished bundle, questions with their addresses, the citations of an answer. */
import { join } from 'node:path';
import { checkBundle } from '../../shared/corpus/check.ts';
import { checkCitations } from '../../shared/corpus/citations.ts';
import { isFailing } from '../../shared/corpus/failing.ts';
import { manifestName } from '../../shared/corpus/manifest.ts';
import { recallOf } from '../../shared/corpus/questions.ts';
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { isFolder, readText } from '../files.ts';
import { questionsIn } from './corpus-build.ts';
import { manifestIn, textIn } from './corpus-folder.ts';
import { type LimitArguments, limitsOf } from './corpus-limits.ts';
import { recallLines, unfoundIssues } from './corpus-recall.ts';
import { type ExitCode, printIssues } from './outcome.ts';

export interface CorpusCheckArguments extends LimitArguments {
  readonly bundle: string;
  readonly questions?: string;
  readonly answer?: string;
}

/**
 * Problems of the bundle go to stderr. With an answer, stdout has one line a citation, and the citations alone decide the
 * exit code: 1 where one is 不一致 or 存在しない. Without one it is 1 where the bundle has an error.
 */
export function corpusCheckCommand(given: CorpusCheckArguments): ExitCode {
  const manifest = manifestIn(given.bundle);
  if (manifest === null)
    throw new UnusableInput([
      isFolder(given.bundle)
        ? issue('corpus.manifest', 'error', '', { params: { file: join(given.bundle, manifestName) } })
        : issue('corpus.no-folder', 'error', '', { params: { file: given.bundle } }),
    ]);
  const answer = given.answer === undefined ? undefined : readText(given.answer);
  const questions = questionsIn(given.questions);
  const { regulations, shelf, issues } = checkBundle(
    manifest,
    (file) => textIn(given.bundle, file),
    limitsOf(given),
  );
  const write = (line: string) => process.stdout.write(`${line.replace(/[\r\n]+/g, ' ')}\n`);
  const found: Issue[] = [...issues];
  if (given.questions !== undefined) {
    const recall = recallOf(questions, regulations, shelf.books, shelf.names);
    found.push(...recall.issues, ...unfoundIssues(recall));
    if (answer === undefined) for (const line of recallLines(recall)) write(line);
    else for (const line of recallLines(recall)) process.stderr.write(`${line}\n`);
  }
  printIssues(found, (line) => process.stderr.write(line));
  if (answer === undefined) {
    const errors = found.filter(isFailing).length;
    write(`ソース ${manifest.sources.length}：直すところ ${errors} 件、確認 ${found.length - errors} 件`);
    return errors > 0 ? 1 : 0;
  }
  const citations = checkCitations(answer, shelf);
  for (const { address, verdict } of citations) write(`${address}, ${verdict}`);
  if (citations.length === 0) process.stderr.write('答えの中に、番地の引用がありません。\n');
  return citations.some(({ verdict }) => verdict === '不一致' || verdict === '存在しない') ? 1 : 0;
}
