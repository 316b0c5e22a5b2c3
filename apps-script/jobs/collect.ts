/**
 * Takes new answers in: on submit, by button and every hour it is this one job. A response id is taken once; the
 * cursor only spares reading old answers again, so losing it loses nothing.
 */
import { newApplication } from '../../shared/change/decide.ts';
import { createChecker } from '../../shared/record/check.ts';
import { duplicateIssues } from '../../shared/record/duplicates.ts';
import type { BusinessRecord } from '../../shared/record/record.ts';
import type { FormAnswer } from '../../shared/response/response.ts';
import { assets, templateOf } from './assets.ts';
import type { Application } from './book/application.ts';
import { openBook } from './book/book.ts';
import { type FormRow, formCells, readForm, readItemKeys } from './book/forms.ts';
import { knownBusinesses, remember } from './book/known.ts';
import { isMailable } from './book/mail.ts';
import { project, readProjected } from './book/project.ts';
import { chamberValues } from './book/settings.ts';
import { formsTable } from './book/tables.ts';
import { limitTyped } from './limit.ts';
import type { Cells, RawResponse, Services } from './port.ts';
import { sendMails } from './send-mails.ts';
import { dayOf, fiscalYearLabel, isoOf } from './time.ts';

/** Answers this much older than the cursor are looked at again: clocks of the platform need not agree. */
const overlap = 24 * 3_600_000;

export interface Collected {
  readonly added: number;
  readonly already: number;
}

function answerOf(raw: RawResponse, keys: ReadonlyMap<string, string>): FormAnswer {
  const typed: Record<string, string> = {};
  for (const [itemId, texts] of Object.entries(raw.answers)) {
    const key = keys.get(itemId);
    const text = texts.filter((one) => one !== '').join(';');
    if (key !== undefined && text !== '') typed[key] = text;
  }
  if (typed.email === undefined && raw.email !== '') typed.email = raw.email;
  return {
    responseId: raw.responseId,
    submittedAt: isoOf(raw.at),
    source: 'form',
    typed: limitTyped(typed),
  };
}

/** Next free number of each 年度: `R8-0012` follows `R8-0011`. */
function receiptNumbers(applications: readonly Application[]): (yearLabel: string) => string {
  const last = new Map<string, number>();
  for (const { receipt } of applications) {
    const match = /^(.+)-(\d+)$/.exec(receipt);
    if (match?.[1] !== undefined) last.set(match[1], Math.max(last.get(match[1]) ?? 0, Number(match[2])));
  }
  return (yearLabel) => {
    const next = (last.get(yearLabel) ?? 0) + 1;
    last.set(yearLabel, next);
    return `${yearLabel}-${String(next).padStart(4, '0')}`;
  };
}

/** Reads the answers of every open form and stores those not stored yet. */
function takeIn(services: Services): Collected {
  const book = openBook(services.workbook);
  readProjected(book);
  const settings = book.settings();
  const known = new Set(book.applications().map((application) => application.id));
  const forms = book
    .rows(formsTable)
    .map(readForm)
    .filter((form) => form.state === 'open');
  const keys = readItemKeys(services.workbook);
  const numberFor = receiptNumbers(book.applications());
  const duplicates = knownBusinesses(book);
  const today = dayOf(services.clock.now());
  const added: Application[] = [];
  const cursors = new Map<number, Cells>();
  let already = 0;
  for (const form of forms) {
    const found = answersOf(services, form);
    const items = keys.get(form.formId) ?? new Map<string, string>();
    const check = createChecker({
      template: templateOf(form.templateId).template,
      catalogue: assets().catalogue,
      today,
      chamber: chamberValues(settings),
    });
    for (const raw of found) {
      if (known.has(raw.responseId)) {
        already++;
        continue;
      }
      known.add(raw.responseId);
      const checked = check(answerOf(raw, items));
      const issues = [...checked.issues, ...duplicateIssues(checked, duplicates.find(checked.values))];
      const record: BusinessRecord = { ...checked, issues };
      const day = dayOf(raw.at);
      const receipt = numberFor(fiscalYearLabel(day, settings.fiscalYearStart));
      const address = record.values.email ?? '';
      const email = isMailable(address) ? address : '';
      const application: Application = {
        id: raw.responseId,
        formId: form.formId,
        templateId: form.templateId,
        templateVersion: form.templateVersion,
        receipt,
        receivedAt: checked.submittedAt,
        email,
        record,
        state: newApplication(raw.responseId, day),
        decisions: [],
        corrections: [],
        mails: [
          {
            id: `${raw.responseId}/receipt`,
            purpose: 'receipt',
            reason: '',
            to: email,
            at: checked.submittedAt,
          },
        ],
      };
      remember(duplicates, record, application);
      added.push(application);
    }
    const last = found[found.length - 1];
    if (last !== undefined && String(last.at) !== form.cursor) {
      cursors.set(form.at, formCells({ ...form, cursor: String(last.at) }));
    }
  }
  book.addApplications(added);
  project(book);
  book.update(formsTable, cursors);
  return { added: added.length, already };
}

function answersOf(services: Services, form: FormRow): readonly RawResponse[] {
  const since = form.cursor === '' ? null : Number(form.cursor) - overlap;
  return services.responses.read(form.formId, since);
}

/** Takes new answers in and sends the confirmations. Throws UnusableInput when the workbook is not ready. */
export function collect(services: Services): Collected {
  const began = services.clock.now();
  const collected = services.withLock(() => takeIn(services));
  sendMails(services, began);
  return collected;
}
