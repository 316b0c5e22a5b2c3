/** Keeps a workspace's state in one file, written whole or not at all. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Makes a folder step by step, since `recursive` of Node.js never ends where a folder accepts no other (`/proc`). */
function makeFolder(dir: string): void {
  const missing: string[] = [];
  for (let path = resolve(dir); !isFolder(path); path = dirname(path)) missing.unshift(path);
  for (const path of missing) {
    try {
      mkdirSync(path);
    } catch (error) {
      // Another process may have made it in the meantime.
      if (!isFolder(path)) throw error;
    }
  }
}

/** Writes beside the target and renames, so that a reader never sees half a file. Throws an Error in words where it cannot. */
export function writeState(dir: string, state: WorkspaceState): void {
  const path = join(dir, FILE);
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    makeFolder(dir);
    writeFileSync(temporary, JSON.stringify(state));
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Error(`${dir} に状態を保存できません（${reason}）。書き込めるフォルダーを指定してください。`);
  }
}
