/**
 * Makes a form from a template: built unpublished, linked, its items recorded, its trigger set, then published. Each
 * step can be repeated; the row in `_forms` and the name of the form's file lead a second run to what the first left.
 */
import { planForm } from '../../shared/form/make.ts';
import type { FormPlan } from '../../shared/form/plan.ts';
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import type { FillIn, Template } from '../../shared/template/template.ts';
import { dayNumber } from '../../shared/text/days.ts';
import { assets, templateOf } from './assets.ts';
import { type Book, openBook } from './book/book.ts';
import { baseRows, storeRows } from './book/form-base.ts';
import { type FormRow, formCells, isPublished, readForm } from './book/forms.ts';
import { chamberValues } from './book/settings.ts';
import { formsTable } from './book/tables.ts';
import type { FormState, Services } from './port.ts';
import { isoOf } from './time.ts';
import { rememberWorkbook } from './workbooks.ts';

export interface CreateFormInput {
  readonly templateId: string;
  /** What the clerk filled in, by the keys of the template's `fillIns`; absent: what each begins with. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  /**
   * Tells one making from another where a template may have several forms (seminar after seminar): the same draft is the
   * same form. A template whose answers have a queue of their own has one form, whatever the draft.
   */
  readonly draft?: string | undefined;
}

export interface PreviewedForm {
  readonly plan: FormPlan;
  /** What is wrong with the values (`form.fill-in-missing`, `form.fill-in-date`); `key` is that of the fill-in. */
  readonly issues: readonly Issue[];
}

/** Whether every occasion has a form of its own. */
export const hasSeveralForms = ({ flow }: Pick<Template, 'flow'>): boolean => flow === 'answers';

/** The values of all fill-ins: as given, else as each begins. */
export function fillInValues(
  fillIns: readonly FillIn[],
  given: CreateFormInput['values'],
): Record<string, string> {
  return Object.fromEntries(fillIns.map(({ key, initial }) => [key, (given?.[key] ?? initial).trim()]));
}

function fillInIssue({ key, label, type, required }: FillIn, value: string): readonly Issue[] {
  if (value === '') {
    return required ? [issue('form.fill-in-missing', 'error', key, { params: { label } })] : [];
  }
  if (type !== 'date' || !Number.isNaN(dayNumber(value))) return [];
  return [issue('form.fill-in-date', 'error', key, { params: { label }, value })];
}

/** The form that `createForm` would make, and what stands in the way. Throws UnusableInput `template.unknown`. */
export function previewForm(services: Services, { templateId, values }: CreateFormInput): PreviewedForm {
  return previewIn(openBook(services.workbook), templateId, values);
}

function previewIn(book: Book, templateId: string, given: CreateFormInput['values']): PreviewedForm {
  const { template } = templateOf(templateId);
  const form = fillInValues(template.fillIns, given);
  return {
    plan: planForm(template, assets().catalogue, { ...chamberValues(book.settings()), form }),
    issues: template.fillIns.flatMap((fillIn) => fillInIssue(fillIn, form[fillIn.key] ?? '')),
  };
}

/** The row of the form that is made or being made, if there is one. */
function standingRow(book: Book, template: Template, fileName: string): FormRow | undefined {
  const several = hasSeveralForms(template);
  return book
    .rows(formsTable)
    .map(readForm)
    .find((form) => form.templateId === template.id && (!several || form.fileName === fileName));
}

export function addFormRow(book: Book, made: Omit<FormRow, 'at'>): FormRow {
  book.append(formsTable, [formCells(made)]);
  const at = book.rows(formsTable).reduce((last, row) => Math.max(last, row.at), 1);
  return { ...made, at };
}

function build(services: Services, book: Book, row: FormRow, plan: FormPlan): FormRow {
  const { forms, workbook } = services;
  const save = (changed: FormRow): FormRow => {
    book.update(formsTable, new Map([[changed.at, formCells(changed)]]));
    return changed;
  };
  let known = row;
  if (row.state === 'making') {
    const formId = row.formId !== '' ? row.formId : (forms.find(row.fileName) ?? forms.create(row.fileName));
    if (row.formId === '') known = save({ ...row, formId });
    const links = forms.build(formId, plan);
    storeRows(book, formId, baseRows(formId, { plan, links, decisions: [] }), true);
    known = save({ ...known, templateVersion: plan.templateVersion, state: 'built' });
  }
  const { formId } = known;
  forms.link(formId, workbook.id);
  services.triggers.ensure([{ handler: 'onFormSubmitted', kind: 'form-submit', formId }]);
  forms.renameFile(formId, plan.title);
  forms.publish(formId);
  return save({ ...known, state: 'open', triggerOwner: services.session.user() });
}

/**
 * Makes the form, or goes on with it, or finds it made.
 * Throws UnusableInput `template.unknown`, `workbook.not-ready` (no chamber name yet), `form.fill-in-missing`,
 * `form.fill-in-date`, `form.missing` (made once, but it cannot be opened any more).
 */
export function createForm(
  services: Services,
  input: CreateFormInput | string,
): FormState & { readonly templateId: string; readonly templateVersion: string } {
  const { templateId, values, draft = '' } = typeof input === 'string' ? { templateId: input } : input;
  const { template } = templateOf(templateId);
  return services.withLock(() => {
    const book = openBook(services.workbook);
    if (book.settings().chamber.name === '') {
      throw new UnusableInput([issue('workbook.not-ready', 'error', '')]);
    }
    const several = hasSeveralForms(template) && draft !== '';
    const fileName = `cci-${services.workbook.id}-${templateId}${several ? `-${draft}` : ''}`;
    const standing = standingRow(book, template, fileName);
    // A form that was begun is finished with what that run was given.
    const { plan, issues } = previewIn(book, templateId, standing?.values ?? values);
    if (issues.length > 0) throw new UnusableInput(issues);
    const row =
      standing ??
      addFormRow(book, {
        templateId,
        templateVersion: template.version,
        fileName,
        formId: '',
        state: 'making',
        madeAt: isoOf(services.clock.now()),
        madeBy: services.session.user(),
        triggerOwner: '',
        cursor: '',
        values: fillInValues(template.fillIns, values),
        closesOn: plan.settings.closesOn,
        updating: '',
      });
    const ready = isPublished(row) ? row : build(services, book, row, plan);
    rememberWorkbook(services);
    services.triggers.ensure([{ handler: 'hourlyCatchUp', kind: 'hourly' }]);
    const state = services.forms.look(ready.formId);
    if (state === null) throw new UnusableInput([issue('form.missing', 'error', '')]);
    return { ...state, templateId, templateVersion: ready.templateVersion };
  });
}
