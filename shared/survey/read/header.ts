/** Header of an answers file → questions and dimensions of a survey. Columns are known by key, label or title, never by place. */
import { type Issue, issue } from '../../issue/issue.ts';
import { foldHeader } from '../../response/columns.ts';
import { type AskedQuestion, questionsOf, questionsOfOthers } from '../definition/questions.ts';
import type { SurveyDefinition, SurveyDimension } from '../definition/schema.ts';
import { formKey } from '../definition/to-template.ts';
import { writtenWave } from '../definition/waves.ts';

const fixedColumns = ['respondent', 'timestamp', 'wave', 'responseId'] as const;
export type FixedColumn = (typeof fixedColumns)[number];

const fixedHeaders: Readonly<Record<FixedColumn, readonly string[]>> = {
  respondent: [
    'respondent',
    'updateKey',
    '回答番号',
    '照会番号',
    '事業所キー',
    '回答者番号',
    'businessNumber',
    '事業所番号',
  ],
  timestamp: ['timestamp', 'タイムスタンプ', '送信日時', '回答日時'],
  wave: ['wave', '調査月', '調査年月', '調査回', '調査年'],
  responseId: ['responseId', 'response_id', '回答ID'],
};

/** Where each column stands, from 0; absent: the file has none. */
export interface AnswersHeader {
  readonly fixed: ReadonlyMap<FixedColumn, number>;
  readonly questions: ReadonlyMap<string, number>;
  readonly dimensions: ReadonlyMap<string, number>;
  /** Headers that mean nothing here (names, addresses …): they are not read at all. */
  readonly unknown: readonly string[];
  readonly issues: readonly Issue[];
}

const namesOf = (one: Pick<AskedQuestion | SurveyDimension, 'key' | 'label' | 'title'>): readonly string[] =>
  [one.key, formKey(one.key), one.title, one.label].flatMap((name) =>
    name === undefined ? [] : [foldHeader(name)],
  );

/**
 * Reads a header for a wave. Issues: `header.twice`; `survey.form-of-other-wave` (error: a column that another wave asks and
 * this one does not); `survey.question-missing` (warning: no column); `survey.no-respondent` (warning).
 */
export function readAnswersHeader(
  header: readonly string[],
  definition: SurveyDefinition,
  wave: string,
): AnswersHeader {
  const issues: Issue[] = [];
  const asked = questionsOf(definition, wave);
  const known = new Map<string, { readonly kind: 'question' | 'dimension'; readonly key: string }>();
  const fixedNames = new Map(
    fixedColumns.flatMap((use) =>
      fixedHeaders[use].map((name): [string, FixedColumn] => [foldHeader(name), use]),
    ),
  );
  const claim = (names: readonly string[], kind: 'question' | 'dimension', key: string): void => {
    for (const name of names) if (!known.has(name) && !fixedNames.has(name)) known.set(name, { kind, key });
  };
  // Keys and titles first: two questions may share a short label.
  for (const question of asked) claim(namesOf(question).slice(0, -1), 'question', question.key);
  for (const dimension of definition.dimensions) claim(namesOf(dimension), 'dimension', dimension.key);
  for (const question of asked) claim(namesOf(question), 'question', question.key);
  const others = new Map<string, AskedQuestion>();
  for (const question of questionsOfOthers(definition, wave))
    for (const name of namesOf(question)) if (!known.has(name)) others.set(name, question);

  const fixed = new Map<FixedColumn, number>();
  const questions = new Map<string, number>();
  const dimensions = new Map<string, number>();
  const unknown: string[] = [];
  const places = { question: questions, dimension: dimensions };
  header.forEach((cell, at) => {
    const name = foldHeader(cell);
    const use = fixedNames.get(name);
    if (use !== undefined) {
      // Forms keeps a column of its own for the number that a link fills in: the first with that meaning counts.
      if (!fixed.has(use)) fixed.set(use, at);
      return;
    }
    const found = known.get(name);
    if (found === undefined) {
      const other = others.get(name);
      if (other !== undefined)
        issues.push(
          issue('survey.form-of-other-wave', 'error', other.key, {
            params: {
              header: cell.trim(),
              topic: other.topic?.title ?? '',
              other: (other.topic?.waves ?? []).map(writtenWave).join('、'),
              wave: writtenWave(wave),
            },
          }),
        );
      else if (name !== '') unknown.push(cell.trim());
      return;
    }
    const place = places[found.kind];
    const first = place.get(found.key);
    if (first === undefined) place.set(found.key, at);
    else
      issues.push(
        issue('header.twice', 'error', found.key, {
          params: { header: cell, first: first + 1, second: at + 1 },
        }),
      );
  });
  for (const question of asked)
    if (!questions.has(question.key))
      issues.push(
        issue('survey.question-missing', 'warning', question.key, { params: { question: question.label } }),
      );
  if (!fixed.has('respondent')) issues.push(issue('survey.no-respondent', 'warning', ''));
  return { fixed, questions, dimensions, unknown, issues };
}
