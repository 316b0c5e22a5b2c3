/**
 * Makes a form from a template: built unpublished, linked, its items recorded, its trigger set, then published. Each
 * step can be repeated; the row in `_forms` and the name of the form's file lead a second run to what the first left.
 */
import { planForm } from '../../shared/form/make.ts';
import type { FormPlan } from '../../shared/form/plan.ts';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import { assets, templateOf } from './assets.ts';
import { type Book, openBook } from './book/book.ts';
import { type FormRow, formCells, readForm } from './book/forms.ts';
import { chamberValues } from './book/settings.ts';
import { formsTable, itemsTable } from './book/tables.ts';
import type { Cells, FormState, ItemLink, Services } from './port.ts';
import { isoOf } from './time.ts';
import { rememberWorkbook } from './workbooks.ts';

/** The row of the form that is made or being made from this template, written first if there is none. */
function formRow(services: Services, book: Book, templateId: string, version: string): FormRow {
  const present = book
    .rows(formsTable)
    .map(readForm)
    .find((form) => form.templateId === templateId);
  if (present !== undefined) return present;
  const made = {
    templateId,
    templateVersion: version,
    fileName: `cci-${services.workbook.id}-${templateId}`,
    formId: '',
    state: 'making' as const,
    madeAt: isoOf(services.clock.now()),
    madeBy: services.session.user(),
    triggerOwner: '',
    cursor: '',
  };
  book.append(formsTable, [formCells(made)]);
  const at = book.rows(formsTable).reduce((last, row) => Math.max(last, row.at), 1);
  return { ...made, at };
}

/** Bases of the items, so that a later template version can tell what the chamber changed. */
function itemRows(formId: string, plan: FormPlan, links: readonly ItemLink[]): readonly Cells[] {
  const bases = new Map<string, unknown>();
  for (const section of plan.sections) {
    const { items, ...head } = section;
    bases.set(`section.${section.key}`, head);
    for (const item of items) bases.set(item.key, item);
  }
  return links.map(({ itemId, key }) => ({
    formId,
    itemId,
    key,
    base: JSON.stringify({ version: 1, base: bases.get(key) ?? null }),
  }));
}

/** Replaces the rows of this form; rows of an earlier, unfinished building are overwritten. */
function storeItems(book: Book, formId: string, rows: readonly Cells[]): void {
  const standing = book.rows(itemsTable).filter((row) => row.cells.formId === formId);
  const changed = new Map<number, Cells>();
  const blank: Cells = { formId: '', itemId: '', key: '', base: '' };
  standing.forEach((row, index) => {
    changed.set(row.at, rows[index] ?? blank);
  });
  book.update(itemsTable, changed);
  book.append(itemsTable, rows.slice(standing.length));
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
    storeItems(book, formId, itemRows(formId, plan, forms.build(formId, plan)));
    known = save({ ...known, state: 'built' });
  }
  const { formId } = known;
  forms.link(formId, workbook.id);
  services.triggers.ensure([{ handler: 'onFormSubmitted', kind: 'form-submit', formId }]);
  forms.renameFile(formId, plan.title);
  forms.publish(formId);
  return save({ ...known, state: 'open', triggerOwner: services.session.user() });
}

/**
 * Throws UnusableInput `template.unknown`, `workbook.not-ready` (no chamber name yet), `form.missing` (made once, but
 * it cannot be opened any more).
 */
export function createForm(
  services: Services,
  templateId: string,
): FormState & { readonly templateId: string; readonly templateVersion: string } {
  const { template } = templateOf(templateId);
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const settings = book.settings();
    if (settings.chamber.name === '') throw new UnusableInput([issue('workbook.not-ready', 'error', '')]);
    const plan = planForm(template, assets().catalogue, chamberValues(settings));
    const row = formRow(services, book, templateId, template.version);
    const ready = row.state === 'open' ? row : build(services, book, row, plan);
    rememberWorkbook(services);
    services.triggers.ensure([{ handler: 'hourlyCatchUp', kind: 'hourly' }]);
    const state = services.forms.look(ready.formId);
    if (state === null) throw new UnusableInput([issue('form.missing', 'error', '')]);
    return { ...state, templateId, templateVersion: ready.templateVersion };
  });
}
