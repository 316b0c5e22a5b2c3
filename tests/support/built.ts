/** The product as it ships, read from `dist/`, which is built first when a source is younger. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ScriptBundle } from '../../emulator/api.ts';
import { build } from '../../scripts/build/build.ts';
import { isFresh } from '../../scripts/start/fresh.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Built {
  readonly code: string;
  readonly sidebar: string;
  readonly manifest: unknown;
  readonly bundle: ScriptBundle;
}

/** `Code.js`, `Sidebar.html` and the manifest; two test files that build at once each move whole files in. */
export async function buildProduct(): Promise<Built> {
  if (!isFresh(root)) await build();
  const read = (name: string): string => readFileSync(join(root, 'dist', name), 'utf8');
  const code = read('Code.js');
  const sidebar = read('Sidebar.html');
  const manifest: unknown = JSON.parse(read('appsscript.json'));
  return { code, sidebar, manifest, bundle: { code, html: { Sidebar: sidebar }, manifest } };
}
