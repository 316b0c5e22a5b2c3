/** The three sides of an update: what the form was made from, what the program would make today, what stands. */
import type { FormCopy } from '../../../shared/form/copy.ts';
import { planForm } from '../../../shared/form/make.ts';
import type { FormPlan } from '../../../shared/form/plan.ts';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { formOfCopy } from '../../../shared/merge/form-of-copy.ts';
import { assets, type ShippedTemplate, templateOf } from '../assets.ts';
import type { Book } from '../book/book.ts';
import { type FormBase, readBase } from '../book/form-base.ts';
import { type FormRow, rowOf } from '../book/forms.ts';
import { chamberValues } from '../book/settings.ts';
import type { Services } from '../port.ts';

export interface Sides {
  readonly row: FormRow;
  readonly template: ShippedTemplate['template'];
  readonly base: FormBase;
  readonly theirs: FormPlan;
  readonly copy: FormCopy;
  readonly ours: FormPlan;
}

/** What the newest shipped template makes of the chamber's values and those of this form. */
export function newestPlan(book: Book, templateId: string, values: FormRow['values']): FormPlan {
  const { template } = templateOf(templateId);
  return planForm(template, assets().catalogue, { ...chamberValues(book.settings()), form: values });
}

/** The form as data; its closing day is kept by us, not by Google Forms. */
export function oursOf(copy: FormCopy, base: FormBase, row: FormRow): FormPlan {
  const plan = formOfCopy(copy, base.links, base.plan);
  return { ...plan, settings: { ...plan.settings, closesOn: row.closesOn } };
}

/** Reads everything. Throws UnusableInput `form.unknown`, `form.unfinished` (still being made), `form.missing`. */
export function readSides(services: Services, book: Book, formId: string): Sides {
  const row = rowOf(book, formId);
  if (row.state === 'making') throw new UnusableInput([issue('form.unfinished', 'error', '')]);
  const { template } = templateOf(row.templateId);
  const theirs = newestPlan(book, row.templateId, row.values);
  const base = readBase(book, formId, theirs);
  const copy = services.forms.read(formId);
  if (copy === null) throw new UnusableInput([issue('form.missing', 'error', '')]);
  return { row, template, base, theirs, copy, ours: oursOf(copy, base, row) };
}
