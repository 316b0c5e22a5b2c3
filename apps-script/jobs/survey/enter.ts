/** 代理入力 of an answer that came on paper or by telephone: read as the tables will read it, and kept beside those of the form. */

import { type Issue, issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { questionsOf } from '../../../shared/survey/definition/questions.ts';
import { formKey, prefectureNames } from '../../../shared/survey/definition/to-template.ts';
import { columnOf } from '../../../shared/survey/read/answer-cells.ts';
import { optionReader } from '../../../shared/survey/read/options.ts';
import { openBook } from '../book/book.ts';
import { fromJsonCells } from '../book/json-cells.ts';
import { limitTyped } from '../limit.ts';
import type { Row, Services } from '../port.ts';
import { isoOf } from '../time.ts';
import { roundOf, type SurveyRound } from './round.ts';
import { surveyAnswerHeaders, surveyAnswersTable } from './tables.ts';
import { readPlaces, storeSurveyAnswers } from './take-in.ts';

/** Ways an answer comes in beside the form. */
export const surveyChannels = ['紙・郵送', 'FAX', '電話', '窓口・訪問'] as const;

export interface SurveyEntry {
  readonly roundId: string;
  readonly number: string;
  readonly channel: (typeof surveyChannels)[number];
  /** Texts by key of question or dimension; several options are joined by `;`. */
  readonly typed: Readonly<Record<string, string>>;
}

/** What is wrong with the texts, by key; an answer without any text is none. */
function faultsOf({ definition, wave }: SurveyRound, typed: SurveyEntry['typed']): readonly Issue[] {
  const questions = questionsOf(definition, wave);
  const issues: Issue[] = [];
  const known = new Set([
    ...questions.map(({ key }) => key),
    ...definition.dimensions.flatMap(({ key, title }) => (title === undefined ? [] : [key])),
  ]);
  for (const key of Object.keys(typed))
    if (!known.has(key)) issues.push(issue('answer.field', 'error', key, { params: { name: key } }));
  for (const question of questions)
    columnOf(
      question,
      [typed[question.key] ?? ''],
      (_at, found) => {
        if (found.severity === 'error') issues.push(found);
      },
      () => Number.NaN,
    );
  for (const { key, label, options, values } of definition.dimensions) {
    const text = typed[key] ?? '';
    if (text === '') continue;
    const isKnown =
      options === undefined
        ? values !== 'prefectures' || prefectureNames().includes(text)
        : optionReader(options).find(text) >= 0;
    if (!isKnown)
      issues.push(issue('surveys.answer-option', 'error', key, { value: text, params: { label } }));
  }
  if (questions.every(({ key }) => (typed[key] ?? '').trim() === ''))
    issues.push(issue('surveys.answer-empty', 'error', ''));
  return issues;
}

function isSame(row: Row | undefined, by: string, channel: string, typed: Readonly<Record<string, string>>) {
  if (row === undefined || row.cells.入力者 !== by || row.cells.経路 !== channel) return false;
  const stored = fromJsonCells(surveyAnswerHeaders, row.cells);
  return JSON.stringify(stored) === JSON.stringify({ version: 1, typed });
}

/**
 * Stores the answer. The same entry again, while it is the last of this business, changes nothing. Throws UnusableInput
 * `surveys.person-unknown`, `surveys.answer-empty`, `surveys.answer-option`, `surveys.closed`, and those of reading an answer.
 */
export function enterSurvey(services: Services, entry: SurveyEntry): void {
  services.withLock(() => {
    const book = openBook(services.workbook);
    const round = roundOf(book, entry.roundId);
    if (round.state !== 'open')
      throw new UnusableInput([issue('surveys.closed', 'error', '', { params: { name: entry.roundId } })]);
    const people = readPlaces(book);
    const isAsked = people.some(({ cells }) => cells.調査ID === entry.roundId && cells.番号 === entry.number);
    if (!isAsked)
      throw new UnusableInput([
        issue('surveys.person-unknown', 'error', 'number', { params: { number: entry.number } }),
      ]);
    const texts = Object.fromEntries(Object.entries(entry.typed).filter(([, text]) => text.trim() !== ''));
    const faults = faultsOf(round, texts);
    if (faults.length > 0) throw new UnusableInput(faults);
    const typed = limitTyped(
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [formKey(key), text])),
    );
    const by = services.session.user();
    const own = book
      .rows(surveyAnswersTable)
      .filter(({ cells }) => cells.調査ID === entry.roundId && cells.番号 === entry.number);
    const isRepeated = isSame(own[own.length - 1], by, entry.channel, typed);
    const answer = {
      roundId: entry.roundId,
      id: `staff/${services.random().slice(0, 36)}`,
      number: entry.number,
      receivedAt: isoOf(services.clock.now()),
      channel: entry.channel,
      by,
      typed,
    };
    storeSurveyAnswers(book, people, isRepeated ? [] : [answer]);
  });
}
