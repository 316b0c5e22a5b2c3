/** New answers of a membership form become applications. */
import { newApplication } from '../../shared/change/decide.ts';
import { createChecker } from '../../shared/record/check.ts';
import { type DuplicateIndex, duplicateIssues } from '../../shared/record/duplicates.ts';
import type { BusinessRecord } from '../../shared/record/record.ts';
import { answerByField, sourcesOf } from '../../shared/response/replaced.ts';
import { isMailable } from '../../shared/text/mailable.ts';
import { answerOf, receiptNumbers, type TakeIn } from './answers-of-form.ts';
import { assets, templateOf } from './assets.ts';
import type { Application } from './book/application.ts';
import type { Book } from './book/book.ts';
import type { FormRow } from './book/forms.ts';
import { knownBusinesses, remember } from './book/known.ts';
import { chamberValues } from './book/settings.ts';
import type { RawResponse } from './port.ts';
import { dayOf, fiscalYearLabel } from './time.ts';

export function takeInApplications(book: Book, now: number): TakeIn {
  const settings = book.settings();
  const numberFor = receiptNumbers(
    book.applications().map((application) => application.receipt),
    '',
  );
  let duplicates: DuplicateIndex | null = null;
  const added: Application[] = [];

  const applicationOf = (form: FormRow, raw: RawResponse, checked: BusinessRecord): Application => {
    duplicates ??= knownBusinesses(book);
    const issues = [...checked.issues, ...duplicateIssues(checked, duplicates.find(checked.values))];
    const record: BusinessRecord = { ...checked, issues };
    const day = dayOf(raw.at);
    const address = record.values.email ?? '';
    const email = isMailable(address) ? address : '';
    const application: Application = {
      id: raw.responseId,
      formId: form.formId,
      templateId: form.templateId,
      templateVersion: form.templateVersion,
      receipt: numberFor(fiscalYearLabel(day, settings.fiscalYearStart)),
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
    return application;
  };

  return {
    known: () => book.applications().map((application) => application.id),
    take(form, raws, keys) {
      if (raws.length === 0) return;
      const { template } = templateOf(form.templateId);
      const sources = sourcesOf(template);
      const check = createChecker({
        template,
        catalogue: assets().catalogue,
        today: dayOf(now),
        chamber: chamberValues(settings),
      });
      for (const raw of raws) {
        const answer = answerByField(answerOf(raw, keys), sources);
        added.push(applicationOf(form, raw, check(answer)));
      }
    },
    store: () => book.addApplications(added),
  };
}
