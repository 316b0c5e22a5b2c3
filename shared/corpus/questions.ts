/** A fixed set of questions with the addresses that answer them: how often a local look-up finds them. */
import { type Issue, issue } from '../issue/issue.ts';
import { parseDelimited } from '../table/parse.ts';
import { expectedOf, lostAnswer } from './answers.ts';
import { BlockSearch } from './findables.ts';
import type { Regulation } from './model.ts';
import type { DocumentNames } from './names.ts';
import { SearchIndex } from './search.ts';
import type { AddressBook } from './spot.ts';
import { type Window, windowsOf } from './windows.ts';

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

export interface Ranked {
  readonly question: Question;
  /** Place of the first block that is the expected unit or lies in it; 0 where there is none among the first 10. */
  readonly rank: number;
  /** Place of the article (section, 別表) that holds it. */
  readonly passageRank: number;
  /** Place of the plain window that holds at least half of it. */
  readonly plainRank: number;
  /** Characters of the blocks up to the right one; infinite where it is not found. */
  readonly volume: number;
}

export interface Recall {
  readonly asked: number;
  readonly ranks: readonly Ranked[];
  /** Share of questions found among the first 1, 3, 5, 10: of blocks, of articles, of plain windows of the same text. */
  readonly blocks: readonly number[];
  readonly passages: readonly number[];
  readonly windows: readonly number[];
  /** Of blocks again, as many of them as fit into the characters of 1, 3, 5, 10 windows. */
  readonly sameVolume: readonly number[];
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

/** The two indexes over one bundle. */
class Rankings {
  private readonly blocks: BlockSearch;
  private readonly windows: readonly Window[];
  private readonly windowIndex: SearchIndex;
  private readonly most = recallDepths[recallDepths.length - 1] ?? 10;

  constructor(regulations: readonly Regulation[]) {
    this.blocks = new BlockSearch(regulations);
    this.windows = regulations.flatMap((regulation) => windowsOf(regulation, windowSize));
    this.windowIndex = new SearchIndex(this.windows);
  }

  of(question: Question, title: string, address: string): Ranked {
    const { items, groupOf } = this.blocks;
    const isRight = (at: number) =>
      items[at]?.document === title && isWithin(items[at]?.address ?? '', address);
    const right = new Set(items.flatMap((_item, at) => (isRight(at) ? [groupOf[at]] : [])));
    const found = this.blocks.search(question.question, items.length);
    const rank = found.findIndex(({ at }) => isRight(at)) + 1;
    const volume = found
      .slice(0, rank)
      .reduce(
        (sum, { at }) => sum + (items[at]?.text.length ?? 0),
        rank === 0 ? Number.POSITIVE_INFINITY : 0,
      );
    const passageRank = this.blocks
      .passages(question.question, this.most)
      .findIndex(({ at }) => right.has(groupOf[at]));
    const plainRank = this.windowIndex.search(question.question, this.most).findIndex(({ at }) => {
      const piece = this.windows[at];
      return piece?.document === title && piece.holds.some((held) => isWithin(held, address));
    });
    return {
      question,
      rank: rank > this.most ? 0 : rank,
      passageRank: passageRank + 1,
      plainRank: plainRank + 1,
      volume,
    };
  }
}

/** Asks every question of both indexes. Questions without an answer in the bundle (address blank) are not asked. */
export function recallOf(
  questions: readonly Question[],
  regulations: readonly Regulation[],
  books: ReadonlyMap<string, AddressBook>,
  names: DocumentNames,
): Recall {
  const rankings = new Rankings(regulations);
  const issues: Issue[] = [];
  const ranks = questions.flatMap((question): readonly Ranked[] => {
    if (question.address === '') return [];
    const { title, unit } = expectedOf(question, { books, names });
    if (unit !== null) return [rankings.of(question, title, unit.address)];
    issues.push(lostAnswer(question));
    return [{ question, rank: 0, passageRank: 0, plainRank: 0, volume: Number.POSITIVE_INFINITY }];
  });
  const share = (isFound: (one: Ranked, depth: number) => boolean) =>
    recallDepths.map((depth) =>
      ranks.length === 0 ? 0 : ranks.filter((one) => isFound(one, depth)).length / ranks.length,
    );
  const among = (rank: number, depth: number) => rank > 0 && rank <= depth;
  return {
    asked: ranks.length,
    ranks,
    blocks: share((one, depth) => among(one.rank, depth)),
    passages: share((one, depth) => among(one.passageRank, depth)),
    windows: share((one, depth) => among(one.plainRank, depth)),
    sameVolume: share(({ volume }, depth) => volume <= depth * windowSize),
    issues,
  };
}
