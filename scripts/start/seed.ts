/**
 * Fills an empty workspace with the model chamber, as people would: the clerk runs the product's own set-up and makes the form,
 * businesses answer it over a week, clerks decide some, and the core system's file is imported.
 */
import { readFileSync } from 'node:fs';
import type {
  ApplicationView,
  Input,
  MethodName,
  Outputs,
  QueueView,
  Reply,
} from '../../addon/view/protocol.ts';
import type { EmulatorApi, ScriptRuntime, Workspace } from '../../emulator/api.ts';
import type { FormState } from '../../emulator/workspace/model.ts';
import { todayInJapan } from '../today.ts';
import { setupInput, templateId, users } from './chamber.ts';
import { earlier, earlierValues } from './earlier-form.ts';
import { type SampleAnswer, sampleAnswers } from './sample/answers.ts';
import { laterLedger, ledgerFile, sampleLedger } from './sample/ledger.ts';
import { sampleRegulations } from './sample/regulations.ts';

export const ledgerRows = 300;
export const answerCount = 40;
const collectEvery = 10;

const hour = 3_600_000;
/** Answers come one after another over this time before now. */
const span = 7 * 24 * hour;

export interface Seeded {
  readonly bookId: string;
  readonly formId: string;
}

const script = readFileSync(new URL('./sample/hand.gs', import.meta.url), 'utf8');

/** One call of the sidebar's door as `user`; a refusal or an exception stops the seeding with its words. */
function caller(runtime: ScriptRuntime, bookId: string) {
  return <M extends MethodName>(user: string, method: M, input: Input<M>): Outputs[M] => {
    const result = runtime.run({
      fn: 'rpc',
      args: [method, input],
      user,
      kind: 'rpc',
      activeFile: { id: bookId, type: 'spreadsheet' },
    });
    if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
    const reply = result.value as Reply<M>;
    if (!reply.ok) throw new Error(`${method}: ${reply.issues.map((one) => one.message).join(' ')}`);
    return reply.result;
  };
}
type Call = ReturnType<typeof caller>;

function runScript(
  api: EmulatorApi,
  workspace: Workspace,
  functionName: string,
  args: readonly unknown[],
): unknown {
  const result = api.emulateScript({ source: script, fileName: 'hand.gs', functionName, args, workspace });
  if (!result.ok) throw new Error(`${functionName}: ${result.error.message}`);
  return result.value;
}

/** Answers by item id: question titles lead to items, a text to the choice that reads the same. */
export function answersOf(form: FormState, sample: SampleAnswer): FormState['responses'][number]['answers'] {
  const answers: FormState['responses'][number]['answers'] = {};
  for (const item of form.items) {
    const given = sample[item.title];
    if (given === undefined || given === '' || given.length === 0) continue;
    if (item.choices.length > 0 && typeof given === 'string') {
      const known = item.choices.some((choice) => choice.value === given);
      if (known || item.other) answers[item.id] = item.type === 'CHECKBOX' ? [given] : given;
    } else answers[item.id] = typeof given === 'string' ? given : [...given];
  }
  return answers;
}

function submit(runtime: ScriptRuntime, form: FormState, sample: SampleAnswer): void {
  const result = runtime.submitAnswer(form.id, answersOf(form, sample));
  if (result.responseId !== '') return;
  const faults = result.errors.map((one) => {
    const title = form.items.find((item) => item.id === one.itemId)?.title ?? '';
    return `${title}: ${one.message}`;
  });
  throw new Error(`見本の回答: ${result.refused} ${faults.join(' ')}`);
}

/**
 * Lets the answers come in over the week. The submit triggers sleep meanwhile and a clerk collects every ten answers, which is
 * the same idempotent job: forty runs would make the first start wait for nothing.
 */
function answerForm(runtime: ScriptRuntime, call: Call, form: FormState, step: number): void {
  const { workspace } = runtime;
  const sleeping = workspace.state.triggers.filter(
    (one) => one.eventType === 'ON_FORM_SUBMIT' && one.enabled,
  );
  for (const trigger of sleeping) trigger.enabled = false;
  sampleAnswers(answerCount).forEach((sample, index) => {
    submit(runtime, form, sample);
    workspace.advance(step);
    if ((index + 1) % collectEvery === 0) call(users[0].email, 'collect', {});
  });
  for (const trigger of sleeping) trigger.enabled = true;
}

/** What the clerks did to the oldest applications: some looked at, one returned, one withdrawn, some approved. */
function decideSome(call: Call): void {
  const [first, second] = [users[0].email, users[1]?.email ?? users[0].email];
  const queue: QueueView = call(first, 'queue', { state: '', search: '', offset: 0, limit: answerCount });
  const oldest = [...queue.rows].sort((a, b) => a.receivedAt.localeCompare(b.receivedAt));
  const clean = oldest.filter((row) => row.errors === 0);
  const wrong = oldest.filter((row) => row.errors > 0);
  const look = (applicationId: string): ApplicationView => call(first, 'application', { applicationId });
  const decide = (user: string, id: string, action: Input<'decide'>['action'], reason: string): void => {
    const view = look(id);
    if (!view.actions.includes(action)) return;
    const date = view.receivedAt.slice(0, 10);
    const steps =
      action === 'approve'
        ? view.missingSteps.map(({ state }) => ({ state: state.id, date, ground: '見本' }))
        : [];
    call(user, 'decide', { applicationId: id, version: view.version, action, reason, steps });
  };
  for (const row of clean.slice(0, 3)) decide(second, row.applicationId, 'approve', '書類を確認');
  for (const row of clean.slice(3, 5)) decide(first, row.applicationId, 'advance', '電話で確認中');
  const [returned, withdrawn] = [wrong[0], clean[5]];
  if (returned)
    decide(first, returned.applicationId, 'return', '入力内容をご確認のうえ、もう一度お送りください。');
  if (withdrawn) decide(first, withdrawn.applicationId, 'withdraw', '申込者からの申し出（電話）');
}

/** Puts a file of the core system where the clerk would, and returns its id. */
function putLedger(call: Call, name: string, bytes: Uint8Array): string {
  return call(users[0].email, 'uploadLedger', { name, base64: Buffer.from(bytes).toString('base64') }).fileId;
}

/** The first import and judgement, as they were done when the chamber began. */
function importLedger(call: Call, today: string): void {
  const clerk = users[0].email;
  const { profileId } = setupInput;
  const fileId = putLedger(call, '基幹システム_会員.csv', ledgerFile(sampleLedger(ledgerRows), today));
  const { hash, blocked } = call(clerk, 'importPreview', { fileId, profileId });
  if (blocked) throw new Error('見本の台帳を取り込めません');
  while (!call(clerk, 'importLedger', { fileId, profileId, hash }).finished);
  call(clerk, 'judgeLedger', {});
}

/** Regulations lie where the clerk put them; the bundle is for the visitor to make. */
function putRegulations(api: EmulatorApi, workspace: Workspace, call: Call): void {
  const { folder } = call(users[0].email, 'makeRulesFolder', {});
  const folderId = folder?.url.split('/').pop() ?? '';
  for (const { name, lines } of sampleRegulations)
    runScript(api, workspace, 'makeRegulation', [folderId, name, lines]);
}

/** A form of an earlier template, changed by hand since. */
function makeEarlierForm(
  api: EmulatorApi,
  { workspace }: ScriptRuntime,
  earlierRuntime: ScriptRuntime,
  bookId: string,
): void {
  const { templateId } = earlier;
  const made = caller(earlierRuntime, bookId)(users[0].email, 'createForm', {
    templateId,
    values: { ...earlierValues },
  });
  runScript(api, workspace, 'changeForm', [made.formId]);
}

/**
 * Seeds `runtime`'s empty workspace on a real clock and returns where the book and the form are.
 * @param earlierRuntime the same workspace with a script of earlier templates
 */
export function seed(api: EmulatorApi, runtime: ScriptRuntime, earlierRuntime: ScriptRuntime): Seeded {
  const { workspace } = runtime;
  workspace.state.clockOffset = -span;
  for (const user of users) workspace.addUser(user);
  const bookId = String(runScript(api, workspace, 'makeBook', ['無題のスプレッドシート']));
  const call = caller(runtime, bookId);
  const clerk = users[0].email;
  call(clerk, 'setup', setupInput);
  const today = todayInJapan();
  importLedger(call, today);
  putRegulations(api, workspace, call);
  const made = call(clerk, 'createForm', { templateId });
  const form = workspace.state.forms[made.formId];
  if (!form) throw new Error(`フォームがありません: ${made.formId}`);
  makeEarlierForm(api, runtime, earlierRuntime, bookId);
  answerForm(runtime, call, form, Math.floor(span / (answerCount + 2)));
  decideSome(call);
  for (const mail of workspace.state.mails) mail.readBy = [...mail.to, ...mail.cc, ...mail.bcc];
  workspace.state.clockOffset = Math.min(workspace.state.clockOffset + span, 0);
  putLedger(call, '基幹システム_会員_最新.csv', ledgerFile(laterLedger(ledgerRows), today));
  return { bookId, formId: made.formId };
}
