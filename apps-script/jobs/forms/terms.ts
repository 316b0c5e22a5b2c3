/**
 * 締切と定員 of a form are changed after it was made: those who wait move up as the places allow, each with the mail that says so.
 * Written in the order history, form, answers: a run that died is completed by the same call, and where nobody calls again the
 * next taking in gives the places (`submissions/take-in.ts`).
 */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { templateOf } from '../assets.ts';
import type { Book } from '../book/book.ts';
import { type FormRow, formCells } from '../book/forms.ts';
import { project, readProjected } from '../book/project.ts';
import { submissionBook } from '../book/submission-book.ts';
import { formsTable, historyTable } from '../book/tables.ts';
import type { Cells, Services } from '../port.ts';
import { sendMails } from '../send-mails.ts';
import { givePlaces } from '../submissions/places.ts';
import { dayOf, isoOf, shownTime } from '../time.ts';
import { formOf } from './open-close.ts';
import {
  changeId,
  lastChange,
  markOf,
  planTerms,
  rowWith,
  type Terms,
  type TermsInput,
  type TermsPlan,
} from './terms-plan.ts';

const clockOf = ({ clock }: Services): { readonly today: string; readonly at: string } => {
  const now = clock.now();
  return { today: dayOf(now), at: isoOf(now) };
};

/** Looks only. Throws UnusableInput `form.unknown`, `form.unfinished`, `form.missing`. */
export function previewTerms(services: Services, input: TermsInput): TermsPlan & { readonly book: Book } {
  const { book, row } = formOf(services, input.formId);
  return { ...planTerms(book, row, input, clockOf(services)), book };
}

const names: Readonly<Record<keyof Terms, string>> = { closesOn: '締切', places: '定員' };
const none: Readonly<Record<keyof Terms, string>> = { closesOn: '締切なし', places: '定員なし' };

/** Rows of 変更履歴, one for each of the two that changes. */
function historyRows(services: Services, plan: TermsPlan, title: string): readonly Cells[] {
  const { before, after } = plan;
  const shared = {
    日時: shownTime(clockOf(services).at),
    区分: 'フォーム',
    '理由・規則': '締切と定員の変更',
    担当者: services.session.user(),
  };
  return (['closesOn', 'places'] as const)
    .filter((part) => before[part] !== after[part])
    .map((part) => ({
      ...shared,
      項目: `${title}の${names[part]}`,
      変更前: before[part] === '' ? none[part] : before[part],
      変更後: after[part] === '' ? none[part] : after[part],
      変更ID: changeId(plan, part),
    }));
}

/** Gives the places of the form as it stands now to those who wait. */
function moveUp(book: Book, row: FormRow, at: string): void {
  const submissions = submissionBook(book);
  const standing = submissions.all().filter((one) => one.formId === row.formId);
  submissions.store(givePlaces(row, standing, [], at).changed, []);
  project(book, ['answers']);
}

/**
 * Changes the terms as they were looked at; the same call again changes nothing more.
 * Throws UnusableInput `form.terms-changed-since` (nothing was changed), those of the plan and those of `previewTerms`.
 */
export function changeTerms(services: Services, input: TermsInput & { readonly hash: string }): FormRow {
  const changed = services.withLock(() => {
    const { book, row, title } = formOf(services, input.formId);
    readProjected(book, ['answers']);
    const time = clockOf(services);
    const plan = planTerms(book, row, input, time);
    if (plan.issues.length > 0) throw new UnusableInput(plan.issues);
    const isAgain = lastChange(book, row.formId).mark === markOf(input.hash);
    if (plan.hash !== input.hash && !isAgain) {
      throw new UnusableInput([issue('form.terms-changed-since', 'error', '')]);
    }
    if (!isAgain) book.append(historyTable, historyRows(services, plan, title));
    if (input.open) services.forms.publish(row.formId);
    const { template } = templateOf(row.templateId);
    const next: FormRow = {
      ...rowWith(row, template, plan.after),
      state: input.open ? 'open' : row.state,
    };
    if (JSON.stringify(next) !== JSON.stringify(row)) {
      book.update(formsTable, new Map([[row.at, formCells(next)]]));
    }
    if (template.flow === 'answers') moveUp(book, next, time.at);
    return next;
  });
  sendMails(services);
  return changed;
}
