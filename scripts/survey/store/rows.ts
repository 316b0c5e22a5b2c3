/**
 * What of a wave goes into the store: one row an answer, one row a business and dimension. No name, no key of a link, no response id,
 * nothing written freely: whoever may ask the store learns no more than what was chosen, and the columns are the same for every
 * survey and year.
 */
import type { SurveyColumn } from '../../../shared/survey/columns.ts';
import { type AskedQuestion, questionsOf } from '../../../shared/survey/definition/questions.ts';
import type { SurveyDefinition } from '../../../shared/survey/definition/schema.ts';
import type { ReadAnswers } from '../../../shared/survey/read/read-answers.ts';

export type Cell = string | number | null;

/** A column of a stored table, in words both stores know. */
export interface StoredColumn {
  readonly name: string;
  readonly type: 'text' | 'date' | 'whole' | 'real';
  readonly isRequired: boolean;
}

const column = (name: string, type: StoredColumn['type'], isRequired = true): StoredColumn => ({
  name,
  type,
  isRequired,
});

const ofWave = [
  column('survey', 'text'),
  /** First day of the month or year: what partitions are made by. */
  column('wave', 'date'),
  /** Hash of what was loaded; both tables of a wave carry the same, or they do not belong together. */
  column('load_id', 'text'),
  column('business', 'whole'),
];

export const storedTables = {
  answers: [
    ...ofWave,
    column('question', 'text'),
    column('question_label', 'text'),
    /** choice, choices, amount, percent, number. */
    column('kind', 'text'),
    /** Null for a number, and for an answer that chose none of several options. */
    column('option_code', 'text', false),
    column('option_label', 'text', false),
    column('option_order', 'whole', false),
    /** Weight of the option in the index of the question, null where it has none. */
    column('weight', 'real', false),
    column('value', 'real', false),
  ],
  places: [
    ...ofWave,
    /** `all` holds every business, so that totals are groups like any other. */
    column('dimension', 'text'),
    column('option_code', 'text'),
    column('option_label', 'text'),
  ],
} as const satisfies Readonly<Record<string, readonly StoredColumn[]>>;

export type StoredTable = keyof typeof storedTables;
export const storedTableNames = Object.keys(storedTables) as readonly StoredTable[];

/** `2026-10` → `2026-10-01`, `2026` → `2026-01-01`. */
export const dayOfWave = (wave: string): string => `${wave}-01-01`.slice(0, 10);

/** Rows of both tables, without end: a wave of a million answers is not held twice. */
export function storedRows(
  definition: SurveyDefinition,
  read: ReadAnswers,
  loadId: string,
): Readonly<Record<StoredTable, () => Generator<readonly Cell[]>>> {
  const { rows } = read.columns;
  const head = (row: number): readonly Cell[] => [definition.id, dayOfWave(read.wave), loadId, row + 1];
  return {
    *answers() {
      for (const question of questionsOf(definition, read.wave)) {
        const answers = read.columns.columns.get(question.key);
        if (answers === undefined || answers.kind === 'text') continue;
        for (let row = 0; row < rows; row++)
          for (const cells of answersOf(question, answers, row)) yield [...head(row), ...cells];
      }
    },
    *places() {
      for (let row = 0; row < rows; row++) yield [...head(row), 'all', 'all', '全体'];
      for (const [key, { codes, labels }] of read.dimensions) {
        const places = read.columns.columns.get(key);
        if (places?.kind !== 'choice') continue;
        for (let row = 0; row < rows; row++) {
          const option = places.codes[row] ?? -1;
          if (option >= 0) yield [...head(row), key, codes[option] ?? '', labels[option] ?? ''];
        }
      }
    },
  };
}

function* answersOf(question: AskedQuestion, answers: SurveyColumn, row: number): Generator<readonly Cell[]> {
  const head = [question.key, question.label, question.type];
  const option = (at: number): readonly Cell[] => {
    const { code, label } = question.choices[at] ?? { code: '', label: '' };
    return [
      ...head,
      code,
      label,
      at + 1,
      question.rule === null ? null : (question.indexWeights[at] ?? 0),
      null,
    ];
  };
  if (answers.kind === 'choice') {
    const at = answers.codes[row] ?? -1;
    if (at >= 0) yield option(at);
  } else if (answers.kind === 'choices') {
    if (answers.answered[row] !== 1) return;
    const bits = answers.bits[row] ?? 0;
    if (bits === 0) yield [...head, null, null, null, null, null];
    for (let at = 0; at < answers.options.length; at++) if (((bits >>> at) & 1) === 1) yield option(at);
  } else if (answers.kind === 'number') {
    const value = answers.values[row] ?? Number.NaN;
    if (!Number.isNaN(value)) yield [...head, null, null, null, null, value];
  }
}
