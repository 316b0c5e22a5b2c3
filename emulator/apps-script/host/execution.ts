/** One execution of a script: who runs it, what it called, how long it took, and how it may be stopped. */
import type { ActiveFile, CallCount, RunRequest, ScriptBundle, UiRecord, Workspace } from '../../api.ts';
import type { MailState } from '../../workspace/model.ts';
import { Latency } from './latency.ts';
import type { OpKind } from './op-kind.ts';

export const LIMIT_MS = 6 * 60_000;
/** Simple triggers and card actions (https://developers.google.com/apps-script/guides/services/quotas). */
export const SHORT_LIMIT_MS = 30_000;
export const TIME_OUT_MESSAGE = 'Exceeded maximum execution time';

/** Raised inside the bridge when the execution must not go on. */
export class Death extends Error {
  readonly status: 'failed' | 'timed-out';

  constructor(message: string, status: 'failed' | 'timed-out') {
    super(message);
    this.status = status;
  }
}

function emptyCount(): CallCount {
  return { read: 0, write: 0, flush: 0, total: 0, readAfterWrite: 0, services: {}, list: [] };
}

export class Execution {
  readonly id: string;
  readonly workspace: Workspace;
  readonly bundle: ScriptBundle;
  readonly request: RunRequest;
  readonly user: string;
  readonly activeFile: ActiveFile | null;
  readonly owner: string;
  readonly startedAt: number;
  readonly limitMs: number;
  readonly calls: CallCount = emptyCount();
  readonly logs: string[] = [];
  readonly ui: UiRecord = { alerts: [], toasts: [], menus: [] };
  readonly sent: MailState[] = [];
  readonly dialogAnswers: string[];
  /** Token that an add-on set for the message it was opened on. */
  messageToken = '';
  elapsedMs = 0;
  dead: Death | null = null;
  private readonly latency = new Latency();

  constructor(workspace: Workspace, bundle: ScriptBundle, request: RunRequest, owner: string) {
    this.id = workspace.newId('execution');
    this.workspace = workspace;
    this.bundle = bundle;
    this.request = request;
    this.user = request.user;
    this.activeFile = request.activeFile ?? null;
    this.owner = owner;
    this.startedAt = workspace.now();
    const short = request.simple === true || request.kind === 'card';
    this.limitMs = request.limitMs ?? (short ? SHORT_LIMIT_MS : LIMIT_MS);
    this.dialogAnswers = [...(request.dialogAnswers ?? [])];
  }

  /** The script's clock: on a real clock the virtual latency is added, so that time passes for the script. */
  now(): number {
    return this.workspace.options.clock === 'virtual'
      ? this.workspace.now()
      : this.workspace.now() + this.elapsedMs;
  }

  private die(death: Death): never {
    this.dead = death;
    throw death;
  }

  /** Lets virtual time pass; over the limit the execution dies. */
  spend(ms: number): void {
    const left = this.limitMs - this.elapsedMs;
    const spent = Math.min(ms, left);
    this.elapsedMs += spent;
    if (this.workspace.options.clock === 'virtual') this.workspace.advance(spent);
    if (ms > left) this.die(new Death(TIME_OUT_MESSAGE, 'timed-out'));
  }

  /** Waits for another execution that took so long; `passed` of it the clock of this workspace has moved on already. */
  wait(ms: number, passed: number): void {
    this.elapsedMs += passed;
    this.spend(Math.max(0, ms - passed));
  }

  /** Counts a call before it is carried out; kills the execution where it was told to. */
  begin(name: string, service: string, kind: OpKind, cells: number): void {
    if (this.dead !== null) throw this.dead;
    if (kind === 'free') return;
    const { calls } = this;
    const n = calls.total + 1;
    this.request.onCall?.(n, name);
    if (n === this.request.failAtCall) {
      this.die(
        new Death(
          `実行は ${n} 回目のサービス呼び出し ${name} の前で止められました（failAtCall）。`,
          'failed',
        ),
      );
    }
    const own = calls.services[service] ?? { read: 0, write: 0, flush: 0, total: 0 };
    calls.services[service] = own;
    for (const count of [calls, own]) {
      count[kind] += 1;
      count.total += 1;
    }
    calls.list.push(name);
    const { ms, switched } = this.latency.cost(name, service, kind, cells);
    if (switched) calls.readAfterWrite += 1;
    this.spend(ms);
  }
}
