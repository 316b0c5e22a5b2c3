/** The product as it ships: built once for a test file into a folder of its own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScriptBundle } from '../../emulator/api.ts';
import { build } from '../../scripts/build/build.ts';

export interface Built {
  readonly code: string;
  readonly sidebar: string;
  readonly manifest: unknown;
  readonly bundle: ScriptBundle;
}

/** Builds and reads `Code.js`, `Sidebar.html` and the manifest. */
export async function buildProduct(): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), 'cci-test-'));
  try {
    await build({ outDir: folder });
    const code = readFileSync(join(folder, 'Code.js'), 'utf8');
    const sidebar = readFileSync(join(folder, 'Sidebar.html'), 'utf8');
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'appsscript.json'), 'utf8'));
    return { code, sidebar, manifest, bundle: { code, html: { Sidebar: sidebar }, manifest } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
