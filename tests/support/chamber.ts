/** A chamber on the emulator for job tests: one clerk, one spreadsheet, the built script, answers by field key. */

import type { Input, MethodName, Outputs, Reply } from '../../addon/view/protocol.ts';
import type { Answers, RunRequest, RunResult, ScriptRuntime, Workspace } from '../../emulator/api.ts';
import { createRuntime, displayValue, openWorkspace } from '../../emulator/index.ts';
import type { FormState, WorkspaceState } from '../../emulator/workspace/model.ts';
import type { Built } from './built.ts';

export const clerk = 'clerk@mihon-cci.example';
const startAt = '2026-11-24T10:00:00+09:00';

export interface Chamber {
  readonly workspace: Workspace;
  readonly runtime: ScriptRuntime;
  readonly bookId: string;
}

/** A new workspace with an empty spreadsheet of the clerk. */
export function newChamber(built: Built, options: { formsCreatedPublished?: boolean } = {}): Chamber {
  const workspace = openWorkspace({ clock: 'virtual', startAt, seed: 7, ...options });
  workspace.addUser({ email: clerk, name: '見本 職員', role: 'staff' });
  const maker = createRuntime(workspace, {
    code: "function make() { return SpreadsheetApp.create('無題のスプレッドシート').getId(); }",
    html: {},
    manifest: built.manifest,
  });
  const made = maker.run({ fn: 'make', user: clerk, kind: 'manual' });
  if (!made.ok) throw new Error(made.error.message);
  return { workspace, runtime: createRuntime(workspace, built.bundle), bookId: String(made.value) };
}

/** The state as it stands, to begin again from. */
export function snapshot(chamber: Chamber): WorkspaceState {
  return structuredClone(chamber.workspace.state);
}

/** A chamber that goes on from a snapshot, independent of the one it was taken from. */
export function chamberFrom(built: Built, state: WorkspaceState, bookId: string): Chamber {
  return chamberOn(built, structuredClone(state), bookId);
}

/** A chamber on a state that is nobody else's. */
export function chamberOn(built: Built, state: WorkspaceState, bookId: string): Chamber {
  const workspace = openWorkspace({ clock: 'virtual', startAt, seed: 7 });
  Object.assign(workspace.state, state);
  return { workspace, runtime: createRuntime(workspace, built.bundle), bookId };
}

/** Runs a function of the bundle as the clerk with the workbook open. */
export function run(
  chamber: Chamber,
  fn: string,
  args: readonly unknown[] = [],
  more: Partial<RunRequest> = {},
): RunResult {
  return chamber.runtime.run({
    fn,
    args,
    user: clerk,
    kind: 'rpc',
    activeFile: { id: chamber.bookId, type: 'spreadsheet' },
    ...more,
  });
}

/** One call of the sidebar, as the client makes it. */
export function call<M extends MethodName>(
  chamber: Chamber,
  method: M,
  input: Input<M>,
  more: Partial<RunRequest> = {},
): { readonly reply: Reply<M>; readonly result: RunResult } {
  const result = run(chamber, 'rpc', [method, input], more);
  if (!result.ok) throw new Error(`${method}: ${result.error.message}\n${result.logs.join('\n')}`);
  return { reply: JSON.parse(JSON.stringify(result.value)) as Reply<M>, result };
}

/** The answer of a call that must succeed. */
export function ask<M extends MethodName>(chamber: Chamber, method: M, input: Input<M>): Outputs[M] {
  const { reply, result } = call(chamber, method, input);
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.issues)} ${result.logs.join('\n')}`);
  return reply.result;
}

export const setupInput: Input<'setup'> = {
  chamberName: '見本商工会議所',
  phone: '03-1234-5678',
  email: 'info@mihon-cci.example',
  address: '見本県見本市中央1-2-3',
  privacyUrl: 'https://mihon-cci.example/privacy',
  articlesUrl: 'https://mihon-cci.example/articles',
  divisions: ['商業部会', '工業部会'],
  districts: ['中央', '東'],
  profileId: 'toas-provisional',
};

export function theForm(chamber: Chamber): FormState {
  const forms = Object.values(chamber.workspace.state.forms);
  const form = forms[0];
  if (form === undefined || forms.length !== 1) throw new Error(`${forms.length} forms`);
  return form;
}

/** Rows of a sheet as people see them, the header first; null when there is no such sheet. */
export function sheetRows(chamber: Chamber, name: string): readonly (readonly string[])[] | null {
  const book = chamber.workspace.state.spreadsheets[chamber.bookId];
  const sheet = book?.sheets.find((one) => one.name === name);
  if (sheet === undefined) return null;
  const rows = Object.entries(sheet.cells).flatMap(([row, cells]) =>
    Object.values(cells).some((cell) => cell.t !== 'empty') ? [Number(row)] : [],
  );
  const columns = Object.values(sheet.cells).flatMap((cells) => Object.keys(cells).map(Number));
  const width = Math.max(-1, ...columns) + 1;
  return rows
    .sort((a, b) => a - b)
    .map((row) => Array.from({ length: width }, (_unused, column) => displayValue(sheet, row, column)));
}

/** Rows of a sheet as records by header. */
export function records(chamber: Chamber, name: string): readonly Readonly<Record<string, string>>[] {
  const rows = sheetRows(chamber, name);
  if (rows === null) throw new Error(`no sheet ${name}`);
  const header = rows[0] ?? [];
  return rows.slice(1).map((row) => Object.fromEntries(header.map((text, at) => [text, row[at] ?? ''])));
}

/** Item id by key, from `_items`. */
function itemIds(chamber: Chamber): ReadonlyMap<string, number> {
  return new Map(records(chamber, '_items').map((row) => [row.key ?? '', Number(row.itemId)]));
}

/** A complete, sound application of a sole proprietor; `index` makes it another business. */
export function soundAnswers(index: number): Record<string, string> {
  return {
    applicantType: '個人事業主',
    name: `見本商店${index}`,
    representativeName: '見本　太郎',
    phone: `03-1234-${String(1000 + index).slice(-4)}`,
    address: `見本県見本市中央${index + 1}丁目2番3号`,
    email: `owner${index}@example.jp`,
  };
}

/** Answers by item id: texts by key, consents ticked unless given. */
export function answersFor(chamber: Chamber, texts: Readonly<Record<string, string>>): Answers {
  const ids = itemIds(chamber);
  const form = theForm(chamber);
  const answers: Answers = {};
  for (const [key, id] of ids) {
    const item = form.items.find((one) => one.id === id);
    if (item === undefined) continue;
    const given = texts[key];
    if (item.type === 'CHECKBOX') {
      const consent = item.choices.length === 1 && item.required ? (item.choices[0]?.value ?? '') : '';
      const text = given ?? consent;
      if (text !== '') answers[id] = text.split(';');
    } else if (given !== undefined) answers[id] = given;
    else if (item.required && item.choices.length > 0) answers[id] = item.choices[0]?.value ?? '';
  }
  return answers;
}

/** A business answers the form; submit triggers run. */
export function answer(chamber: Chamber, texts: Readonly<Record<string, string>>) {
  const result = chamber.runtime.submitAnswer(theForm(chamber).id, answersFor(chamber, texts));
  if (result.refused !== '' || result.errors.length > 0) {
    throw new Error(`refused: ${result.refused} ${JSON.stringify(result.errors)}`);
  }
  return result;
}

/** Puts answers into the form without any trigger, as if the triggers had failed. */
export function putAnswers(chamber: Chamber, all: readonly Readonly<Record<string, string>>[]): void {
  const form = theForm(chamber);
  for (const texts of all) {
    chamber.workspace.advance(1000);
    const at = chamber.workspace.now();
    form.responses.push({
      id: chamber.workspace.newId('response'),
      createdAt: at,
      updatedAt: at,
      email: '',
      answers: answersFor(chamber, texts),
    });
  }
}

const readyStates = new WeakMap<Built, { readonly state: WorkspaceState; readonly bookId: string }>();

/** A chamber with workbook and form: set up once for a product, then each a copy of its own. */
export function readyChamber(built: Built): Chamber {
  let ready = readyStates.get(built);
  if (ready === undefined) {
    const chamber = newChamber(built);
    ask(chamber, 'setup', setupInput);
    ask(chamber, 'createForm', { templateId: 'membership-application' });
    ready = { state: snapshot(chamber), bookId: chamber.bookId };
    readyStates.set(built, ready);
  }
  return chamberFrom(built, ready.state, ready.bookId);
}

const approvalSteps = ['visited', 'sealed', 'board'].map((state) => ({
  state,
  date: '2026-11-24',
  ground: '記録簿',
}));

/** Approves an application with all the steps before it. */
export function approve(chamber: Chamber, applicationId: string): void {
  const { version } = ask(chamber, 'application', { applicationId });
  ask(chamber, 'decide', { applicationId, version, action: 'approve', reason: '', steps: approvalSteps });
}
