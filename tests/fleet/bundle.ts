/** The product's jobs and the simulation in one module for Node: the jobs ask for files of the script project, which the bundle holds. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { project, shippedAssets } from '../support/jobs-bundle.ts';
import type * as simulation from './entry.ts';

export type Simulation = typeof simulation;

/** Bundles and loads it. */
export async function loadSimulation(): Promise<Simulation> {
  const made = await build({
    entryPoints: [fileURLToPath(new URL('./entry.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    logLevel: 'silent',
    plugins: [project(shippedAssets())],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    define: { 'import.meta.url': JSON.stringify(new URL('../../scripts/library.ts', import.meta.url).href) },
  });
  const file = join(mkdtempSync(join(tmpdir(), 'cci-fleet-')), 'fleet.mjs');
  writeFileSync(file, made.outputFiles[0]?.text ?? '');
  return (await import(pathToFileURL(file).href)) as Simulation;
}
