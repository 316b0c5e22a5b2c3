/** Free answers of a question, screened and grouped by keyword. No group of businesses stands beside them. */
import type { SurveyColumns } from '../columns.ts';
import type { AskedQuestion } from '../definition/questions.ts';
import { keywords, otherKeyword } from './keywords-data.ts';
import { screen } from './screen.ts';

export interface FreeGroup {
  readonly label: string;
  /** Screened, in the order of their texts: the order of the answers says nothing about who wrote them. */
  readonly texts: readonly string[];
}

export interface FreeAnswers {
  readonly question: AskedQuestion;
  /** Answers with a text. */
  readonly n: number;
  /** Places that were taken out. */
  readonly screened: number;
  readonly groups: readonly FreeGroup[];
  /** True where so few wrote anything that it is kept back. */
  readonly hidden: boolean;
}

/** Answers that say nothing. */
const empty = /^(?:特に)?(?:なし|無し|ない|ありません|ございません|同上)?[。．.\s-]*$/;

/** Texts that mention several things stand in each of their groups, the first in the table of keywords first. */
export function freeAnswers(
  columns: SurveyColumns,
  question: AskedQuestion,
  minN: number,
  names: readonly string[],
): FreeAnswers {
  const column = columns.columns.get(question.key);
  const texts = column?.kind === 'text' ? column.values.filter((text) => !empty.test(text.trim())) : [];
  if (texts.length < minN)
    return { question, n: texts.length, screened: 0, groups: [], hidden: texts.length > 0 };
  let screened = 0;
  const groups = new Map<string, string[]>([
    ...keywords.map(({ label }): [string, string[]] => [label, []]),
    [otherKeyword, []],
  ]);
  for (const typed of texts) {
    const { text, found } = screen(typed, names);
    screened += found;
    const labels = keywords.filter(({ words }) => words.some((word) => text.includes(word)));
    const into = labels.length === 0 ? [otherKeyword] : labels.map(({ label }) => label);
    for (const label of into) groups.get(label)?.push(text.replace(/\s+/g, ' ').trim());
  }
  return {
    question,
    n: texts.length,
    screened,
    groups: [...groups]
      .filter(([, own]) => own.length > 0)
      .map(([label, own]) => ({ label, texts: [...own].sort() })),
    hidden: false,
  };
}
