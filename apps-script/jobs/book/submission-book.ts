/** What a job knows of the kept answers in one execution: the answers, and the forms that they came by. */
import { chamberPlaces, fillText } from '../../../shared/template/mail.ts';
import type { ChamberValues } from '../../../shared/template/template.ts';
import { templateOf } from '../assets.ts';
import type { Book } from './book.ts';
import { type FormRow, readForm } from './forms.ts';
import { chamberValues } from './settings.ts';
import { readSubmission, type StoredSubmission, type Submission, submissionCells } from './submission.ts';
import { submissionsTable } from './submission-tables.ts';
import { formsTable } from './tables.ts';

export interface SubmissionBook {
  /** In the order in which they were stored: of one form that of their arrival. */
  all(): readonly StoredSubmission[];
  /** Writes changed answers and new ones, the changed first. */
  store(changed: readonly StoredSubmission[], added: readonly Submission[]): void;
  form(formId: string): FormRow | undefined;
  /** The chamber's values with those of a form. */
  values(formId: string): ChamberValues;
  /** Title of a form as respondents read it. */
  title(submission: Submission): string;
}

const opened = new WeakMap<Book, SubmissionBook>();

/** The kept answers of a book: one for each, so that what a job writes is what the drawing of the sheets sees. */
export function submissionBook(book: Book): SubmissionBook {
  const known = opened.get(book);
  if (known !== undefined) return known;
  const made = openSubmissions(book);
  opened.set(book, made);
  return made;
}

function openSubmissions(book: Book): SubmissionBook {
  let submissions: StoredSubmission[] | null = null;
  let forms: ReadonlyMap<string, FormRow> | null = null;
  const all = (): StoredSubmission[] => {
    submissions ??= book.rows(submissionsTable).map(readSubmission);
    return submissions;
  };
  const form = (formId: string): FormRow | undefined => {
    forms ??= new Map(
      book
        .rows(formsTable)
        .map(readForm)
        .map((row) => [row.formId, row]),
    );
    return forms.get(formId);
  };
  const values = (formId: string): ChamberValues => ({
    ...chamberValues(book.settings()),
    form: form(formId)?.values ?? {},
  });
  return {
    all,
    form,
    values,
    store(changed, added) {
      const standing = all();
      const byId = new Map(changed.map((one) => [one.id, one]));
      book.update(submissionsTable, new Map(changed.map((one) => [one.at, submissionCells(one)])));
      const next = book.rows(submissionsTable).reduce((last, row) => Math.max(last, row.at), 1) + 1;
      book.append(submissionsTable, added.map(submissionCells));
      submissions = [
        ...standing.map((one) => byId.get(one.id) ?? one),
        ...added.map((one, index) => ({ ...one, at: next + index })),
      ];
    },
    title: ({ templateId, formId }) =>
      fillText(templateOf(templateId).template.title, chamberPlaces(values(formId))),
  };
}
