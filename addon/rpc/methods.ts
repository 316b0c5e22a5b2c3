/** One row a method of the protocol: the job it runs and the view it answers with. */

import { loadPart } from 'cci:project';
import { openBook } from '../../apps-script/jobs/book/book.ts';
import { mailTable } from '../../apps-script/jobs/book/tables.ts';
import { collect } from '../../apps-script/jobs/collect.ts';
import { correct } from '../../apps-script/jobs/correct.ts';
import { decide } from '../../apps-script/jobs/decide.ts';
import { jumpToRow } from '../../apps-script/jobs/jump-to-row.ts';
import { overview } from '../../apps-script/jobs/overview.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { setup } from '../../apps-script/jobs/setup.ts';
import { cancelSubmission } from '../../apps-script/jobs/submissions/cancel.ts';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import { accessInputs } from '../view/access-protocol.ts';
import { applicationView } from '../view/application.ts';
import { formsInputs } from '../view/forms-protocol.ts';
import { healthInputs } from '../view/health-protocol.ts';
import { meetingInputs } from '../view/meeting-protocol.ts';
import { officeInputs } from '../view/office-protocol.ts';
import { overviewView } from '../view/overview.ts';
import type { ApplicationView, Input, MethodName } from '../view/protocol.ts';
import { queueView } from '../view/queue.ts';
import { registerInputs } from '../view/register-inputs.ts';
import { releaseInputs } from '../view/release-protocol.ts';
import { retentionInputs } from '../view/retention-protocol.ts';
import { rulesInputs } from '../view/rules-protocol.ts';
import { surveyInputs } from '../view/survey-protocol.ts';
import type { exportMethods } from './export-methods.ts';
import type { formMethods } from './form-methods.ts';
import type { meetingMethods } from './meeting-methods.ts';
import type { officeMethods } from './office-methods.ts';
import type { registerMethods } from './register-methods.ts';
import type { releaseMethods } from './release-methods.ts';
import type { rulesMethods } from './rules-methods.ts';
import type { senderMethods } from './sender-method.ts';
import type { surveyMethods } from './survey-methods.ts';
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

/** Methods of a part: it is loaded when one of them is called. */
function deferred<N extends MethodName>(names: readonly N[], part: () => MethodsOf<N>): MethodsOf<N> {
  const entries = names.map((name) => [
    name,
    (services: Services, input: Input<N>) => part()[name](services, input),
  ]);
  return Object.fromEntries(entries) as MethodsOf<N>;
}

const exportNames = [
  'exportPreview',
  'exportCsv',
  'batches',
  'markBatch',
  'setSubstitute',
  'remakeBatch',
] as const satisfies readonly (keyof typeof exportMethods)[];
type RegisterName = keyof typeof registerMethods;
const registerNames = (Object.keys(registerInputs) as (keyof typeof registerInputs)[]).filter(
  (name): name is RegisterName => !exportNames.some((one) => one === name),
);

const formNames = Object.keys(formsInputs) as (keyof typeof formMethods)[];

const officeNames = Object.keys({
  ...accessInputs,
  ...healthInputs,
  ...retentionInputs,
  ...officeInputs,
}) as (keyof typeof officeMethods)[];

const meetingNames = Object.keys(meetingInputs) as (keyof typeof meetingMethods)[];

const rulesNames = Object.keys(rulesInputs) as (keyof typeof rulesMethods)[];

const releaseNames = Object.keys(releaseInputs) as (keyof typeof releaseMethods)[];

const surveyNames = Object.keys(surveyInputs) as (keyof typeof surveyMethods)[];

interface Modules {
  readonly Cards: { readonly senderMethods: typeof senderMethods };
  readonly Export: { readonly exportMethods: typeof exportMethods };
  readonly Forms: { readonly formMethods: typeof formMethods };
  readonly Meeting: { readonly meetingMethods: typeof meetingMethods };
  readonly Office: { readonly officeMethods: typeof officeMethods };
  readonly Release: { readonly releaseMethods: typeof releaseMethods };
  readonly Register: { readonly registerMethods: typeof registerMethods };
  readonly Rules: { readonly rulesMethods: typeof rulesMethods };
  readonly Survey: { readonly surveyMethods: typeof surveyMethods };
}
const methodsOf = <P extends keyof Modules>(part: P): Modules[P] => loadPart(part).methods as Modules[P];

export const methods: MethodsOf<MethodName> = {
  ...deferred(registerNames, () => methodsOf('Register').registerMethods),
  ...deferred(releaseNames, () => methodsOf('Release').releaseMethods),
  ...deferred(officeNames, () => methodsOf('Office').officeMethods),
  ...deferred(meetingNames, () => methodsOf('Meeting').meetingMethods),
  ...deferred(rulesNames, () => methodsOf('Rules').rulesMethods),
  ...deferred(surveyNames, () => methodsOf('Survey').surveyMethods),
  ...deferred(formNames, () => methodsOf('Forms').formMethods),
  ...deferred(exportNames, () => methodsOf('Export').exportMethods),
  ...deferred(['sender'], () => methodsOf('Cards').senderMethods),
  overview: (services) => overviewView(overview(services)),
  setup(services, input) {
    setup(services, input);
    return overviewView(overview(services));
  },
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
  cancelSubmission: (services, input) => ({ receiptNumber: cancelSubmission(services, input) }),
  jumpToRow: (services, input) => jumpToRow(services, input.list, input.applicationId),
};
