/**
 * Takes new answers in: on submit, by button and every hour it is this one job. A response id is taken once; the
 * cursor only spares reading old answers again, so losing it loses nothing.
 */
import type { TemplateFlow } from '../../shared/template/template.ts';
import { answersOf, type TakeIn } from './answers-of-form.ts';
import { templateOf } from './assets.ts';
import { openBook } from './book/book.ts';
import { itemKeys } from './book/form-base.ts';
import { type FormRow, formCells, isPublished, readForm } from './book/forms.ts';
import { project, readProjected } from './book/project.ts';
import { formsTable } from './book/tables.ts';
import { inNewestWords } from './forms/labels.ts';
import type { Cells, Services } from './port.ts';
import { sendMails } from './send-mails.ts';
import { takeIns } from './take-in.ts';

export interface Collected {
  readonly added: number;
  readonly already: number;
}

const flowOf = (form: FormRow): TemplateFlow => templateOf(form.templateId).template.flow;

/** Reads the answers of every open form and stores those not stored yet. */
function takeIn(services: Services): Collected {
  const book = openBook(services.workbook);
  const forms = book.rows(formsTable).map(readForm);
  // Answers of a survey are drawn where they are stored.
  const drawn = [...new Set(forms.map(flowOf))].filter((flow) => flow !== 'survey');
  readProjected(book, drawn);
  const flows = new Map<TemplateFlow, { readonly takeIn: TakeIn; readonly known: Set<string> }>();
  const cursors = new Map<number, Cells>();
  let already = 0;
  let added = 0;
  for (const form of forms) {
    if (!isPublished(form)) continue;
    const flow = flowOf(form);
    let at = flows.get(flow);
    if (at === undefined) {
      const made = takeIns[flow](book, services);
      at = { takeIn: made, known: new Set(made.known()) };
      flows.set(flow, at);
    }
    const { known } = at;
    const found = answersOf(services, form);
    const fresh = found.filter((raw) => !known.has(raw.responseId));
    for (const raw of fresh) known.add(raw.responseId);
    already += found.length - fresh.length;
    added += fresh.length;
    if (fresh.length > 0) {
      const worded = inNewestWords(services, book, form, fresh);
      at.takeIn.take(form, worded, itemKeys(book, form.formId));
    }
    const last = found[found.length - 1];
    if (last !== undefined && String(last.at) !== form.cursor) {
      cursors.set(form.at, formCells({ ...form, cursor: String(last.at) }));
    }
  }
  for (const { takeIn: flow } of flows.values()) flow.store();
  project(book, drawn);
  book.update(formsTable, cursors);
  return { added, already };
}

/** Takes new answers in and sends the confirmations. Throws UnusableInput when the workbook is not ready. */
export function collect(services: Services): Collected {
  const began = services.clock.now();
  const collected = services.withLock(() => takeIn(services));
  sendMails(services, began);
  return collected;
}
