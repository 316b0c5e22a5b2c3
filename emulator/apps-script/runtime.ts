/** A script project bound to a workspace: runs functions, answers forms, fires triggers, keeps what was shown. */
import type {
  ActiveFile,
  RunRequest,
  RunResult,
  ScriptBundle,
  ScriptRuntime,
  ShownHtml,
  WebReply,
  WebRequest,
  Workspace,
} from '../api.ts';
import { cellName } from '../workspace/a1.ts';
import { writeCell } from '../workspace/cells.ts';
import { acceptAnswer, syncHeaders } from '../workspace/form-answers.ts';
import type { FormResponseState, FormState, TriggerState } from '../workspace/model.ts';
import { displayValue } from '../workspace/number-format.ts';
import { growTo, sheetById, spreadsheetById, stamp } from '../workspace/spreadsheet.ts';
import { listeners, takeDueTriggers } from '../workspace/triggers.ts';
import { platformPage, webAppUrl, webEvent } from '../workspace/web.ts';
import { compile, type Program, runProgram } from './host/run.ts';
import type { EventData } from './realm/events.ts';

/** A running day of trigger time is not modelled: see docs/platform.md. */
function fireOne(
  program: Program,
  trigger: TriggerState,
  event: EventData,
  file: ActiveFile | null,
): RunResult {
  const request: RunRequest = {
    fn: trigger.handler,
    user: trigger.owner,
    kind: 'trigger',
    ...(file === null ? {} : { activeFile: file }),
  };
  return runProgram(program, request, { ...event, triggerUid: trigger.id });
}

function declares(program: Program, name: string): boolean {
  return new RegExp(`(?:function|var|let|const)\\s+${name}\\b`).test(program.bundle.code);
}

/** Submit triggers on the form first, then those on the linked sheet. */
function fireSubmit(
  program: Program,
  form: FormState,
  response: FormResponseState,
  row: number | null,
): RunResult[] {
  const { workspace } = program;
  const runs = listeners(workspace, 'ON_FORM_SUBMIT', form.id).map((trigger) =>
    fireOne(
      program,
      trigger,
      { kind: 'form-submit', formId: form.id, responseId: response.id, triggerUid: '' },
      { id: form.id, type: 'form' },
    ),
  );
  const { destination } = form;
  if (destination === undefined || row === null) return runs;
  const sheet = sheetById(spreadsheetById(workspace, destination.spreadsheetId), destination.sheetId);
  const columns = syncHeaders(form, sheet);
  const titles = columns.map((_, index) => displayValue(sheet, 0, index));
  for (const trigger of listeners(workspace, 'ON_FORM_SUBMIT', destination.spreadsheetId)) {
    const rect = { row, column: 0, rows: 1, columns: columns.length };
    const event: EventData = {
      kind: 'sheet-submit',
      bookId: destination.spreadsheetId,
      sheetId: sheet.id,
      rect,
      titles,
      triggerUid: '',
    };
    runs.push(fireOne(program, trigger, event, { id: destination.spreadsheetId, type: 'spreadsheet' }));
  }
  return runs;
}

/** The zone of local dates is the process's: the manifest's zone is set for the whole process. */
function adoptZone(manifest: unknown): void {
  const zone =
    typeof manifest === 'object' && manifest !== null && 'timeZone' in manifest
      ? String(manifest.timeZone)
      : 'Asia/Tokyo';
  if (process.env.TZ !== zone) process.env.TZ = zone;
}

/** A web app can set no status: what it throws comes as a page with 200 (public reports; docs/platform.md). */
function webReply(result: RunResult): WebReply {
  const ms = result.elapsedMs;
  if (!result.ok) {
    const { name, message } = result.error;
    const text = name === 'Error' || name === 'Exception' ? message : `${name}: ${message}`;
    return { status: 200, contentType: 'text/html; charset=utf-8', body: platformPage(text), ms };
  }
  const { contentType, body } = result.value as { contentType: string; body: string };
  return { status: 200, contentType, body, ms };
}

const compiled = new WeakMap<ScriptBundle, Program['script']>();

/** A bundle's script, compiled once: every realm runs it anew, whatever workspace it belongs to. */
function scriptOf(bundle: ScriptBundle): Program['script'] {
  const script = compiled.get(bundle) ?? compile(bundle.code, 'Code.js');
  compiled.set(bundle, script);
  return script;
}

export function createRuntime(workspace: Workspace, bundle: ScriptBundle): ScriptRuntime {
  adoptZone(bundle.manifest);
  const owner = bundle.owner ?? Object.keys(workspace.state.users)[0] ?? 'owner@example.jp';
  const program: Program = { workspace, bundle, owner, script: scriptOf(bundle) };
  const shown = new Map<string, ShownHtml>();

  const keep = (user: string, result: RunResult): RunResult => {
    for (const kind of ['sidebar', 'dialog'] as const) {
      const html = result.ui[kind];
      if (html !== undefined) shown.set(`${kind}\n${user}`, html);
    }
    return result;
  };

  const runSimple = (fn: string, user: string, file: ActiveFile, event: EventData): RunResult[] =>
    declares(program, fn)
      ? [keep(user, runProgram(program, { fn, user, kind: 'menu', activeFile: file, simple: true }, event))]
      : [];

  let address = '';
  const visit = (asked: WebRequest): { reply: WebReply; result: RunResult } => {
    const event: EventData = { kind: 'web', triggerUid: '', ...webEvent(address, asked) };
    const fn = asked.method === 'POST' ? 'doPost' : 'doGet';
    const result = runProgram(program, { fn, user: owner, kind: 'web' }, event);
    return { reply: webReply(result), result };
  };

  return {
    workspace,
    manifest: bundle.manifest,
    deployWebApp(name) {
      address = webAppUrl(name);
      workspace.web.set(address, (asked) => visit(asked).reply);
      return address;
    },
    visitWebApp: visit,
    run: (request) => keep(request.user, runProgram(program, request)),
    submitAnswer(formId, answers, options = {}) {
      const { result, kept } = acceptAnswer(workspace, formId, answers, options);
      if (kept !== undefined) result.runs = fireSubmit(program, kept.form, kept.response, kept.row);
      return result;
    },
    openFile(file, user) {
      const event: EventData = { kind: 'open', type: file.type, id: file.id, user, triggerUid: '' };
      const runs = runSimple('onOpen', user, file, event);
      return [
        ...runs,
        ...listeners(workspace, 'ON_OPEN', file.id).map((trigger) => fireOne(program, trigger, event, file)),
      ];
    },
    editCell(at, text, user) {
      const book = spreadsheetById(workspace, at.spreadsheetId);
      const sheet = sheetById(book, at.sheetId);
      growTo(sheet, at.row + 1, at.column + 1);
      const before = displayValue(sheet, at.row, at.column);
      writeCell(sheet, at.row, at.column, text, workspace.now());
      book.activeSheetId = sheet.id;
      book.selections[user] = { sheetId: sheet.id, a1: cellName(at.row, at.column) };
      stamp(workspace, book);
      const file: ActiveFile = { id: book.id, type: 'spreadsheet' };
      const event: EventData = {
        kind: 'edit',
        bookId: book.id,
        sheetId: sheet.id,
        rect: { row: at.row, column: at.column, rows: 1, columns: 1 },
        value: text === '' ? null : text,
        oldValue: before === '' ? null : before,
        user,
        triggerUid: '',
      };
      const runs = runSimple('onEdit', user, file, event);
      return [
        ...runs,
        ...listeners(workspace, 'ON_EDIT', book.id).map((trigger) => fireOne(program, trigger, event, file)),
      ];
    },
    runDueTriggers: () =>
      takeDueTriggers(workspace).map((trigger) =>
        fireOne(program, trigger, { kind: 'clock', at: workspace.now(), triggerUid: trigger.id }, null),
      ),
    openHtml(user, kind) {
      const kinds = kind === undefined ? (['dialog', 'sidebar'] as const) : ([kind] as const);
      for (const each of kinds) {
        const html = shown.get(`${each}\n${user}`);
        if (html !== undefined) return html;
      }
      return null;
    },
    closeHtml(user, kind) {
      shown.delete(`${kind}\n${user}`);
    },
  };
}
