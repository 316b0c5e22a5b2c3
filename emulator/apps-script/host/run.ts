/** Runs one function of a script in a fresh realm and reports everything about it. */
import vm from 'node:vm';
import type { RunRequest, RunResult, ScriptBundle, Workspace } from '../../api.ts';
import { releaseAll } from '../../workspace/locks.ts';
import type { ExecutionRecord } from '../../workspace/model.ts';
import type { EventData } from '../realm/events.ts';
import { makeBridge } from './bridge.ts';
import { Execution } from './execution.ts';
import { makeRealm } from './realm-script.ts';

/** Executions kept in the state. */
const HISTORY = 300;
/** Real milliseconds after which a script that computes without end is stopped. */
const REAL_LIMIT_MS = 120_000;

type ErrorInfo = { name: string; message: string; stack?: string };
type Outcome = { ok: true; value: unknown } | { ok: false; error: ErrorInfo };

/** The platform has no timers, so a promise that waits when the microtasks are done waits for ever. */
const UNSETTLED: Outcome = {
  ok: false,
  error: {
    name: 'Error',
    message:
      '関数が返した Promise は、待つ処理がすべて終わっても完了しませんでした（resolve も reject も呼ばれていません）。',
  },
};

export interface Program {
  workspace: Workspace;
  bundle: ScriptBundle;
  owner: string;
  script: vm.Script | Error;
}

/** Compiles a script's text; a syntax error is kept and reported by each run. */
export function compile(code: string, filename: string): vm.Script | Error {
  try {
    return new vm.Script(code, { filename });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** What the host may read from a value thrown in another realm. */
function errorInfo(error: unknown): ErrorInfo {
  if (typeof error === 'object' && error !== null && 'message' in error) {
    const name = 'name' in error ? String(error.name) : 'Error';
    const stack = 'stack' in error ? { stack: String(error.stack) } : {};
    return { name, message: String(error.message), ...stack };
  }
  return { name: 'Error', message: String(error) };
}

/** Runs what `prepare` left and takes it away first. */
const START = new vm.Script('{ const start = globalThis.__start; delete globalThis.__start; start(); }');
const NAME = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

function evaluate(program: Program, execution: Execution, event: EventData | null): Outcome {
  const { request } = execution;
  if (program.script instanceof Error) return { ok: false, error: errorInfo(program.script) };
  const hidden = request.kind === 'rpc' && request.fn.endsWith('_');
  const missing: Outcome = {
    ok: false,
    error: { name: 'ReferenceError', message: `Script function not found: ${request.fn}` },
  };
  if (hidden || !NAME.test(request.fn)) return missing;
  let outcome: Outcome | null = null;
  try {
    const { context, handles } = makeRealm(makeBridge(execution));
    program.script.runInContext(context);
    const fn: unknown = vm.runInContext(
      `typeof ${request.fn} === 'function' ? ${request.fn} : undefined`,
      context,
    );
    if (typeof fn !== 'function') return missing;
    const done = (json: string): void => {
      outcome = JSON.parse(json);
    };
    handles.prepare(
      fn,
      JSON.stringify(request.args ?? []),
      event === null ? '' : JSON.stringify(event),
      request.kind,
      done,
    );
    // Started from a script of the context, so that its own microtasks are drained before the call returns.
    START.runInContext(context, { timeout: REAL_LIMIT_MS });
  } catch (error) {
    return { ok: false, error: errorInfo(error) };
  }
  return outcome ?? UNSETTLED;
}

/** Runs it and records the execution; never throws for what the script does. */
export function runProgram(program: Program, request: RunRequest, event: EventData | null = null): RunResult {
  const execution = new Execution(program.workspace, program.bundle, request, program.owner);
  let outcome = evaluate(program, execution, event);
  const { dead } = execution;
  if (dead !== null) outcome = { ok: false, error: { name: 'Exception', message: dead.message } };
  releaseAll(program.workspace, execution.id);
  const record: ExecutionRecord = {
    id: execution.id,
    at: execution.startedAt,
    functionName: request.fn,
    user: request.user,
    kind: request.kind,
    milliseconds: Math.round(execution.elapsedMs),
    status: dead !== null ? dead.status : outcome.ok ? 'completed' : 'failed',
    error: outcome.ok ? '' : outcome.error.message,
    logs: execution.logs,
  };
  const { executions } = program.workspace.state;
  executions.push(record);
  if (executions.length > HISTORY) executions.splice(0, executions.length - HISTORY);
  program.workspace.touch();
  const { logs, calls, elapsedMs, ui } = execution;
  return { ...outcome, logs, calls, elapsedMs, execution: record, ui };
}
