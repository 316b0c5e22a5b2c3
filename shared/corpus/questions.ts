/** A fixed set of questions with the addresses that answer them: how often a local look-up finds them. */
import { type Issue, issue } from '../issue/issue.ts';
import { parseDelimited } from '../table/parse.ts';
import { expectedOf, lostAnswer } from './answers.ts';
import { BlockSearch, windowsOf } from './findables.ts';
import type { Regulation } from './model.ts';
import type { DocumentNames } from './names.ts';
import { SearchIndex } from './search.ts';
import type { AddressBook } from './spot.ts';

export interface Question {
  readonly question: string;
  readonly document: string;
  readonly address: string;
  readonly line: number;
}

const columns: Readonly<Record<keyof Omit<Question, 'line'>, readonly string[]>> = {
  question: ['question', '質問', '問'],
  document: ['document', '規程', '規程名', '文書'],
  address: ['address', '番地', '条文', '条項'],
};

/** Reads the CSV `question,document,address`; an unusable header or a blank row is an issue. */
export function readQuestions(
  text: string,
  file: string,
): { questions: readonly Question[]; issues: readonly Issue[] } {
  const { rows } = parseDelimited(text);
  const header = (rows[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const at = (names: readonly string[]) => header.findIndex((cell) => names.includes(cell));
  const [question, document, address] = [at(columns.question), at(columns.document), at(columns.address)];
  if (
    question === undefined ||
    document === undefined ||
    address === undefined ||
    Math.min(question, document, address) < 0
  )
    return { questions: [], issues: [issue('corpus.questions-header', 'error', '', { params: { file } })] };
  const questions = rows.slice(1).flatMap((row, index): readonly Question[] => {
    const cell = (column: number) => (row[column] ?? '').trim();
    return cell(question) === ''
      ? []
      : [{ question: cell(question), document: cell(document), address: cell(address), line: index + 2 }];
  });
  return { questions, issues: [] };
}

export interface Recall {
  readonly asked: number;
  readonly ranks: readonly {
    readonly question: Question;
    readonly rank: number;
    readonly plainRank: number;
  }[];
  /** Share of questions found among the first 1, 3, 5, 10; of blocks, and of plain windows of the same text. */
  readonly blocks: readonly number[];
  readonly windows: readonly number[];
  /** Questions whose address is not in the bundle. */
  readonly issues: readonly Issue[];
}

export const recallDepths: readonly number[] = [1, 3, 5, 10];
export const windowSize = 800;

/** True where one address is the other, lies in it, or is its first unnumbered paragraph. */
export function isWithin(found: string, expected: string): boolean {
  return (
    found === expected ||
    (found.startsWith(expected) && /^[第（(イ-ンa-z①-⑳［]/.test(found.slice(expected.length)))
  );
}

/**
 * Asks every question of both indexes. A block counts when it is the expected unit or lies in it; a window when it holds
 * at least half of the unit. Questions without an answer in the bundle (address blank) are not asked.
 */
export function recallOf(
  questions: readonly Question[],
  regulations: readonly Regulation[],
  books: ReadonlyMap<string, AddressBook>,
  names: DocumentNames,
): Recall {
  const windows = regulations.flatMap((regulation) => windowsOf(regulation, windowSize));
  const blockIndex = new BlockSearch(regulations);
  const blocks = blockIndex.items;
  const windowIndex = new SearchIndex(windows);
  const issues: Issue[] = [];
  const most = recallDepths[recallDepths.length - 1] ?? 10;
  const ranks = questions.flatMap((question) => {
    if (question.address === '') return [];
    const { title, unit } = expectedOf(question, { books, names });
    if (unit === null) {
      issues.push(lostAnswer(question));
      return [{ question, rank: 0, plainRank: 0 }];
    }
    const rank = blockIndex
      .search(question.question, most)
      .findIndex(
        ({ at }) => blocks[at]?.document === title && isWithin(blocks[at]?.address ?? '', unit.address),
      );
    const plainRank = windowIndex.search(question.question, most).findIndex(({ at }) => {
      const piece = windows[at];
      return piece?.document === title && piece.holds.some((address) => isWithin(address, unit.address));
    });
    return [{ question, rank: rank + 1, plainRank: plainRank + 1 }];
  });
  const share = (of: (one: (typeof ranks)[number]) => number) =>
    recallDepths.map((depth) =>
      ranks.length === 0 ? 0 : ranks.filter((one) => of(one) > 0 && of(one) <= depth).length / ranks.length,
    );
  return {
    asked: ranks.length,
    ranks,
    blocks: share(({ rank }) => rank),
    windows: share(({ plainRank }) => plainRank),
    issues,
  };
}
