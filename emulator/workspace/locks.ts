/** Locks between executions (https://developers.google.com/apps-script/reference/lock/lock); none outlives the process. */
import type { Workspace } from '../api.ts';

/** True when the lock is free or already held by this execution; then it is held. */
export function takeLock(workspace: Workspace, key: string, execution: string): boolean {
  const holder = workspace.locks.get(key);
  if (holder !== undefined && holder !== execution) return false;
  workspace.locks.set(key, execution);
  return true;
}

export function releaseLock(workspace: Workspace, key: string, execution: string): void {
  if (workspace.locks.get(key) === execution) workspace.locks.delete(key);
}

export function holdsLock(workspace: Workspace, key: string, execution: string): boolean {
  return workspace.locks.get(key) === execution;
}

/** The platform frees every lock when an execution ends, however it ends. */
export function releaseAll(workspace: Workspace, execution: string): void {
  for (const [key, holder] of workspace.locks) if (holder === execution) workspace.locks.delete(key);
}
