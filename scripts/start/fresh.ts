/** Tells whether `dist/` is newer than everything it is made from, so that a second start need not build again. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { products } from '../build/products.ts';

/** Folders and files that the build reads. */
const sources = [
  'shared',
  'apps-script',
  'addon',
  'forms-templates',
  'scripts/build',
  'appsscript.json',
  'package-lock.json',
];

/** Newest change in epoch milliseconds under `path`, folders included (so that a deleted file counts). */
export function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((last, name) => Math.max(last, newest(join(path, name))), stat.mtimeMs);
}

/** True when every product is there and younger than every source. */
export function isFresh(root: string): boolean {
  const made = products.map((name) => join(root, 'dist', name));
  if (!made.every((file) => existsSync(file))) return false;
  const oldest = Math.min(...made.map((file) => statSync(file).mtimeMs));
  return sources.every((name) => newest(join(root, name)) < oldest);
}
