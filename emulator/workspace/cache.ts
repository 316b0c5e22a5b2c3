/** The cache with its limits (https://developers.google.com/apps-script/reference/cache/cache). */
import type { Workspace } from '../api.ts';
import { refuse } from './platform-error.ts';

export const KEY_CHARACTERS = 250;
export const VALUE_BYTES = 100 * 1024;
export const MAX_SECONDS = 21_600;
export const DEFAULT_SECONDS = 600;
const ITEMS = 1000;

function check(key: string): void {
  if (key.length > KEY_CHARACTERS) refuse('Argument too large: key');
}

const address = (scope: string, key: string): string => `${scope}\n${key}`;

export function cacheGet(
  workspace: Workspace,
  scope: string,
  keys: readonly string[],
): Record<string, string> {
  const out: Record<string, string> = {};
  for (const key of keys) {
    check(key);
    const item = workspace.state.cache[address(scope, key)];
    if (item !== undefined && item.expiresAt > workspace.now()) out[key] = item.value;
  }
  return out;
}

/** When a cache holds 1,000 items, roughly the tenth that expires first is dropped. */
function makeRoom(workspace: Workspace, scope: string): void {
  const { cache } = workspace.state;
  const own = Object.keys(cache).filter((key) => key.startsWith(`${scope}\n`));
  if (own.length <= ITEMS) return;
  own.sort((a, b) => (cache[a]?.expiresAt ?? 0) - (cache[b]?.expiresAt ?? 0));
  for (const key of own.slice(0, own.length - ITEMS + ITEMS / 10)) delete cache[key];
}

export function cachePut(
  workspace: Workspace,
  scope: string,
  values: Record<string, string>,
  seconds: number = DEFAULT_SECONDS,
): void {
  for (const [key, value] of Object.entries(values)) {
    check(key);
    if (Buffer.byteLength(value, 'utf8') > VALUE_BYTES) refuse('Argument too large: value');
  }
  const life = Math.min(Math.max(seconds, 0), MAX_SECONDS) * 1000;
  for (const [key, value] of Object.entries(values)) {
    workspace.state.cache[address(scope, key)] = { value, expiresAt: workspace.now() + life };
  }
  makeRoom(workspace, scope);
  workspace.touch();
}

export function cacheRemove(workspace: Workspace, scope: string, keys: readonly string[]): void {
  for (const key of keys) delete workspace.state.cache[address(scope, key)];
  workspace.touch();
}
