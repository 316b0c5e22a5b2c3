/** The three property stores with their limits (https://developers.google.com/apps-script/reference/properties). */
import type { Workspace } from '../api.ts';
import { refuse } from './platform-error.ts';
import { consume } from './quotas.ts';

export const VALUE_BYTES = 9 * 1024;
export const STORE_BYTES = 500 * 1024;

export interface StoreAddress {
  kind: 'script' | 'user' | 'document';
  /** E-mail address or document id; '' for the script's store. */
  owner: string;
}

function store(workspace: Workspace, at: StoreAddress): Record<string, string> {
  const { properties } = workspace.state;
  if (at.kind === 'script') return properties.script;
  const stores = properties[at.kind];
  const found = stores[at.owner] ?? {};
  stores[at.owner] = found;
  return found;
}

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

export function readProperties(workspace: Workspace, at: StoreAddress, user: string): Record<string, string> {
  consume(workspace, user, 'properties', 1);
  return { ...store(workspace, at) };
}

/** Sets all or none: limits are checked before anything is written. */
export function writeProperties(
  workspace: Workspace,
  at: StoreAddress,
  values: Record<string, string>,
  deleteOthers: boolean,
  user: string,
): void {
  consume(workspace, user, 'properties', 1);
  const target = store(workspace, at);
  const next: Record<string, string> = deleteOthers ? {} : { ...target };
  for (const [key, value] of Object.entries(values)) {
    if (bytes(value) > VALUE_BYTES) refuse('Argument too large: value');
    next[key] = value;
  }
  let size = 0;
  for (const [key, value] of Object.entries(next)) size += bytes(key) + bytes(value);
  if (size > STORE_BYTES) {
    refuse('You have exceeded the property storage quota. Please remove some properties and try again.');
  }
  for (const key of Object.keys(target)) delete target[key];
  Object.assign(target, next);
  workspace.touch();
}

/** Deletes one key, or all of them (key null). */
export function deleteProperties(
  workspace: Workspace,
  at: StoreAddress,
  key: string | null,
  user: string,
): void {
  consume(workspace, user, 'properties', 1);
  const target = store(workspace, at);
  for (const name of key === null ? Object.keys(target) : [key]) delete target[name];
  workspace.touch();
}
