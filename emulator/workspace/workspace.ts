/** Opens a workspace: the state, its clock, its ids, its users, and when it is saved. */
import type { ChangeListener, User, Workspace, WorkspaceOptions } from '../api.ts';
import { letters, uuid } from './ids.ts';
import type { WorkspaceState } from './model.ts';
import { readState, writeState } from './persistence.ts';

const SAVE_AFTER_MS = 300;
const ID_LENGTH: Record<string, number> = { file: 44, form: 44, publicForm: 56, response: 86, trigger: 19 };

function emptyState(seed: number, startAt: number): WorkspaceState {
  return {
    version: 1,
    seed,
    counters: {},
    clockOffset: startAt,
    files: {},
    spreadsheets: {},
    forms: {},
    documents: {},
    mails: [],
    triggers: [],
    properties: { script: {}, user: {}, document: {} },
    cache: {},
    quotas: {},
    executions: [],
    users: {},
  };
}

/**
 * Opens the workspace stored in `dir`, or a new one. On a virtual clock `clockOffset` is the time itself, on a
 * real clock it is added to the machine's time.
 */
export function openWorkspace(options: WorkspaceOptions = {}): Workspace {
  const virtual = options.clock === 'virtual';
  const start = virtual ? Date.parse(options.startAt ?? '2026-04-01T09:00:00+09:00') : 0;
  if (Number.isNaN(start)) throw new Error(`startAt は ISO 8601 の日時にしてください: ${options.startAt}`);
  const stored = options.dir === undefined ? null : readState(options.dir);
  const state = stored ?? emptyState(options.seed ?? 1, start);
  const listeners = new Set<ChangeListener>();
  const locks = new Map<string, string>();
  let timer: NodeJS.Timeout | null = null;

  const next = (kind: string): number => {
    const serial = (state.counters[kind] ?? 0) + 1;
    state.counters[kind] = serial;
    return serial;
  };

  const save = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (options.dir !== undefined) writeState(options.dir, state);
  };

  const touch = (): void => {
    if (options.dir !== undefined && timer === null) {
      timer = setTimeout(save, SAVE_AFTER_MS);
      timer.unref();
    }
    for (const listener of listeners) listener();
  };

  return {
    state,
    options,
    locks,
    web: new Map(),
    now: () => (virtual ? state.clockOffset : Date.now() + state.clockOffset),
    advance(milliseconds) {
      if (!(milliseconds >= 0)) throw new Error(`時計は戻せません: ${milliseconds}`);
      state.clockOffset += milliseconds;
    },
    addUser(user: User) {
      state.users[user.email] = { ...user };
      touch();
    },
    newId(kind) {
      const serial = next(kind);
      if (kind === 'uuid') return uuid(state.seed, serial);
      if (kind === 'number') return String(serial);
      return letters(state.seed, kind, serial, ID_LENGTH[kind] ?? 24);
    },
    touch,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    save,
    close: save,
  };
}
