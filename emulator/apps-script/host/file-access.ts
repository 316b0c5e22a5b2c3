/**
 * Access file by file: a manifest with `drive.file` and without a wide scope opens, in card actions, only spreadsheets that the
 * user opened to the add-on or that the script made
 * (https://developers.google.com/workspace/drive/api/guides/api-specific-auth). Everywhere else files are open to everybody here.
 */
import { refuse } from '../../workspace/platform-error.ts';
import type { Execution } from './execution.ts';
import { scopesOf } from './manifest-scopes.ts';

const AUTH = 'https://www.googleapis.com/auth/';

function isNarrow(execution: Execution): boolean {
  const scopes = scopesOf(execution.bundle.manifest) ?? [];
  const wide = ['spreadsheets', 'drive'].some((name) => scopes.includes(AUTH + name));
  return scopes.includes(`${AUTH}drive.file`) && !wide;
}

/** A file the script made is its own from the start. */
export function keepAccess(execution: Execution, id: string): void {
  if (!isNarrow(execution)) return;
  const { state } = execution.workspace;
  const grants = state.fileGrants ?? {};
  state.fileGrants = { ...grants, [execution.user]: [...(grants[execution.user] ?? []), id] };
}

/** Refuses a spreadsheet that was not opened to the add-on. */
export function needAccess(execution: Execution, id: string): void {
  if (execution.request.kind !== 'card' || !isNarrow(execution)) return;
  const granted = execution.workspace.state.fileGrants?.[execution.user] ?? [];
  if (!granted.includes(id)) refuse('You do not have permission to access the requested document.');
}
