/** Keeps a workspace's state in one file, written whole or not at all. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceState } from './model.ts';

const FILE = 'state.json';

/** The stored state, or null where there is none. Throws when the file is not a state of a known version. */
export function readState(dir: string): WorkspaceState | null {
  const path = join(dir, FILE);
  if (!existsSync(path)) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error(`${path} を読めません。JSON として壊れています。削除するか、控えから戻してください。`);
  }
  if (typeof parsed !== 'object' || parsed === null || !('version' in parsed) || parsed.version !== 1) {
    throw new Error(`${path} の版が扱えません（version 1 が必要です）。削除して作り直してください。`);
  }
  return parsed as WorkspaceState;
}

/** Writes beside the target and renames, so that a reader never sees half a file. */
export function writeState(dir: string, state: WorkspaceState): void {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, FILE);
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, JSON.stringify(state));
  renameSync(temporary, path);
}
