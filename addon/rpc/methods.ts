/** One row a method of the protocol: the job it runs and the view it answers with. */

import { openBook } from '../../apps-script/jobs/book/book.ts';
import { mailTable } from '../../apps-script/jobs/book/tables.ts';
import { collect } from '../../apps-script/jobs/collect.ts';
import { correct } from '../../apps-script/jobs/correct.ts';
import { createForm } from '../../apps-script/jobs/create-form.ts';
import { decide } from '../../apps-script/jobs/decide.ts';
import { exportCsv, markBatch, nextBatchId } from '../../apps-script/jobs/export-csv.ts';
import { planExport } from '../../apps-script/jobs/export-plan.ts';
import { jumpToRow } from '../../apps-script/jobs/jump-to-row.ts';
import { overview } from '../../apps-script/jobs/overview.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { setup } from '../../apps-script/jobs/setup.ts';
import { dayOf } from '../../apps-script/jobs/time.ts';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import { applicationView } from '../view/application.ts';
import { batchView, batchViews, exportPreview } from '../view/export.ts';
import { formView, overviewView } from '../view/overview.ts';
import type { ApplicationView, MethodName } from '../view/protocol.ts';
import { queueView } from '../view/queue.ts';
import { answerMethods } from './answer-methods.ts';
import { batchMethods } from './batch-methods.ts';
import { ledgerMethods } from './ledger-methods.ts';
import { roundMethods } from './round-methods.ts';
import type { MethodsOf } from './types.ts';

function application(services: Services, applicationId: string): ApplicationView {
  const book = openBook(services.workbook);
  const all = book.applications();
  const found = all.find((one) => one.id === applicationId);
  if (found === undefined) throw new UnusableInput([issue('application.not-found', 'error', '')]);
  const mails = new Map(
    book
      .rows(mailTable)
      .map(({ cells }) => [cells.メールID ?? '', { state: cells.状態 ?? '', at: cells.送信日時 ?? '' }]),
  );
  return applicationView(found, all, book.batches(), book.settings(), mails);
}

export const methods: MethodsOf<MethodName> = {
  ...ledgerMethods,
  ...roundMethods,
  ...answerMethods,
  ...batchMethods,
  overview: (services) => overviewView(overview(services)),
  setup(services, input) {
    setup(services, input);
    return overviewView(overview(services));
  },
  createForm: (services, input) => formView(createForm(services, input.templateId)),
  collect: (services) => collect(services),
  queue(services, input) {
    const book = openBook(services.workbook);
    return queueView(book.applications(), book.batches(), book.settings(), input);
  },
  application: (services, input) => application(services, input.applicationId),
  decide(services, input) {
    decide(services, input);
    return application(services, input.applicationId);
  },
  correct(services, input) {
    correct(services, input);
    return application(services, input.applicationId);
  },
  exportPreview(services, input) {
    const book = openBook(services.workbook);
    const day = dayOf(services.clock.now());
    return exportPreview(planExport(book, input.kind, input.profileId), day, nextBatchId(book, day));
  },
  exportCsv: (services, input) => batchView(exportCsv(services, input)),
  batches: (services) => batchViews(openBook(services.workbook).batches()),
  markBatch: (services, input) => batchViews(markBatch(services, input)),
  jumpToRow: (services, input) => jumpToRow(services, input.list, input.applicationId),
};
