/** `cci corpus check`: a finished bundle, questions with their addresses, the citations of an answer. */
import { join } from 'node:path';
import { checkBundle } from '../../shared/corpus/check.ts';
import { checkCitations } from '../../shared/corpus/citations.ts';
import { manifestName } from '../../shared/corpus/manifest.ts';
import {
  type Recall,
  readQuestions,
  recallDepths,
  recallOf,
  windowSize,
} from '../../shared/corpus/questions.ts';
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { isFolder, readText } from '../files.ts';
import { manifestIn, textIn } from './corpus-folder.ts';
import { limitsOf } from './corpus-limits.ts';
import { type ExitCode, printIssues } from './outcome.ts';

export interface CorpusCheckArguments {
  readonly bundle: string;
  readonly questions?: string;
  readonly answer?: string;
  readonly sources?: string;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

function recallLines({ asked, blocks, windows, ranks }: Recall): readonly string[] {
  const line = (name: string, shares: readonly number[]) =>
    `${name}：${recallDepths.map((depth, at) => `recall@${depth} ${percent(shares[at] ?? 0)}`).join('、')}`;
  const deepest = recallDepths[recallDepths.length - 1] ?? 0;
  return [
    `質問 ${asked} 件`,
    line('番地つきの本文', blocks),
    line(`${windowSize} 文字ごとの切り分け`, windows),
    ...ranks
      .filter(({ rank }) => rank === 0)
      .map(
        ({ question }) =>
          `上位 ${deepest} 件になし：${question.question}（${question.document} ${question.address}）`,
      ),
  ];
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
  const questions =
    given.questions === undefined ? undefined : readQuestions(readText(given.questions), given.questions);
  if (questions !== undefined && questions.issues.length > 0) throw new UnusableInput(questions.issues);
  const { regulations, shelf, issues } = checkBundle(
    manifest,
    (file) => textIn(given.bundle, file),
    limitsOf(given.sources),
  );
  const write = (line: string) => process.stdout.write(`${line.replace(/[\r\n]+/g, ' ')}\n`);
  const found: Issue[] = [...issues];
  if (questions !== undefined) {
    const recall = recallOf(questions.questions, regulations, shelf.books, shelf.names);
    found.push(...recall.issues);
    if (answer === undefined) for (const line of recallLines(recall)) write(line);
    else for (const line of recallLines(recall)) process.stderr.write(`${line}\n`);
  }
  printIssues(found, (line) => process.stderr.write(line));
  const isWrong = found.some(({ severity }) => severity === 'error');
  if (answer === undefined) {
    const errors = found.filter(({ severity }) => severity === 'error').length;
    write(`ソース ${manifest.sources.length}：直すところ ${errors} 件、確認 ${found.length - errors} 件`);
    return isWrong ? 1 : 0;
  }
  const citations = checkCitations(answer, shelf);
  for (const { address, verdict } of citations) write(`${address}, ${verdict}`);
  if (citations.length === 0) process.stderr.write('答えの中に、番地の引用がありません。\n');
  return citations.some(({ verdict }) => verdict === '不一致' || verdict === '存在しない') ? 1 : 0;
}
