/** Cells of one question → its column. What cannot be counted is an issue and no answer; nothing is guessed. */
import { type Issue, issue } from '../../issue/issue.ts';
import { cleanText } from '../../text/clean.ts';
import type { SurveyColumn } from '../columns.ts';
import type { AskedQuestion } from '../definition/questions.ts';
import { choiceColumn, choicesColumn, notAnswered, numberColumn, textColumn } from './builders.ts';
import { readNumber, unitSlip } from './numbers.ts';
import { type Coding, optionReader } from './options.ts';

/** Reports a problem of the answer in place `at` of the cells. */
export type ReportAnswer = (at: number, found: Issue) => void;

/** The former answer of the business in place `at`, NaN where there is none. */
export type Former = (at: number) => number;

const codingWords: Readonly<Record<Coding, string>> = {
  label: '選択肢の名前',
  code: '記号',
  number: '番号',
  alias: '別の言い方',
};

class Codings {
  private readonly first = new Map<Coding, { readonly at: number; readonly text: string; count: number }>();
  note(coding: Coding, at: number, text: string): void {
    // Another word for an option is as good as its name.
    const known = coding === 'alias' ? 'label' : coding;
    const found = this.first.get(known);
    if (found === undefined) this.first.set(known, { at, text, count: 1 });
    else found.count++;
  }
  /** `survey.two-codings` at the first answer in the rarer way. */
  tell(question: AskedQuestion, report: ReportAnswer): void {
    if (this.first.size < 2) return;
    const [most, ...others] = [...this.first].sort(([, a], [, b]) => b.count - a.count);
    for (const [coding, { at, text, count }] of others)
      report(
        at,
        issue('survey.two-codings', 'warning', question.key, {
          value: text,
          params: {
            question: question.label,
            most: codingWords[most?.[0] ?? 'label'],
            mostCount: most?.[1].count ?? 0,
            other: codingWords[coding],
            count,
          },
        }),
      );
  }
}

const optionUnknown = (question: AskedQuestion, text: string): Issue =>
  issue('survey.option-unknown', 'error', question.key, {
    value: text,
    params: { question: question.label, expected: question.choices.map(({ label }) => label).join('、') },
  });

function choiceOf(question: AskedQuestion, cells: readonly string[], report: ReportAnswer): SurveyColumn {
  const reader = optionReader(question.choices);
  const codings = new Codings();
  const codes = cells.map((cell, at) => {
    const text = cell.trim();
    if (text === '') return notAnswered;
    const found = reader.find(text);
    if (found < 0) report(at, optionUnknown(question, text));
    else codings.note(reader.coding(), at, text);
    return found;
  });
  codings.tell(question, report);
  return choiceColumn(
    question.choices.map(({ code }) => code),
    codes,
  );
}

const separators = /([,;、，；\n])/;

/** Forms joins several options by ", "; an option may itself hold such a sign, so longer pieces are tried first. */
function piecesOf(text: string, find: (piece: string) => number): readonly string[] {
  if (find(text) >= 0) return [text];
  // Pieces at even places, the signs between them at odd ones.
  const parts = text.split(separators);
  const pieces: string[] = [];
  for (let from = 0; from < parts.length; ) {
    const upTo = (to: number): string => parts.slice(from, to).join('').trim();
    let to = parts.length;
    while (to > from + 1 && find(upTo(to)) < 0) to -= 2;
    pieces.push(upTo(to));
    from = to + 1;
  }
  return pieces.filter((piece) => piece !== '');
}

function choicesOf(question: AskedQuestion, cells: readonly string[], report: ReportAnswer): SurveyColumn {
  const reader = optionReader(question.choices);
  const codings = new Codings();
  const sets = cells.map((cell, at) => {
    const text = cell.trim();
    if (text === '') return null;
    const set = new Set<number>();
    for (const piece of piecesOf(text, (one) => reader.find(one))) {
      const found = reader.find(piece);
      if (found < 0) report(at, optionUnknown(question, piece));
      else {
        codings.note(reader.coding(), at, piece);
        set.add(found);
      }
    }
    if (question.most !== undefined && set.size > question.most)
      report(
        at,
        issue('survey.options-too-many', 'warning', question.key, {
          value: text,
          params: { question: question.label, count: set.size, limit: question.most },
        }),
      );
    return set.size === 0 ? null : [...set];
  });
  codings.tell(question, report);
  return choicesColumn(
    question.choices.map(({ code }) => code),
    sets,
  );
}

function numbersOf(
  question: AskedQuestion,
  cells: readonly string[],
  report: ReportAnswer,
  former: Former,
): SurveyColumn {
  const values = cells.map((cell, at) => {
    const text = cell.trim();
    if (text === '') return Number.NaN;
    const read = readNumber(question, text);
    const before = question.type === 'amount' ? former(at) : Number.NaN;
    const slip = Number.isNaN(read.value) || Number.isNaN(before) ? null : unitSlip(read.value, before);
    if (slip !== null) {
      report(
        at,
        issue('survey.amount-unit', 'error', question.key, {
          value: text,
          suggestion: String(read.value * slip.times),
          params: { question: question.label, unit: slip.word, before },
        }),
      );
      return Number.NaN;
    }
    if (read.ok) return read.value;
    const { low = '', high = '' } = question.range ?? {};
    const code =
      read.problem === 'format'
        ? 'survey.number-format'
        : question.type === 'percent'
          ? 'survey.percent-impossible'
          : 'survey.number-impossible';
    report(
      at,
      issue(code, 'error', question.key, { value: text, params: { question: question.label, low, high } }),
    );
    return Number.NaN;
  });
  return numberColumn(values);
}

/** The column of a question. */
export function columnOf(
  question: AskedQuestion,
  cells: readonly string[],
  report: ReportAnswer,
  former: Former,
): SurveyColumn {
  if (question.type === 'choice') return choiceOf(question, cells, report);
  if (question.type === 'choices') return choicesOf(question, cells, report);
  if (question.type === 'text') return textColumn(cells.map((cell) => cleanText(cell, true)));
  return numbersOf(question, cells, report, former);
}
