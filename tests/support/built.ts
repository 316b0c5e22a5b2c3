/** The product as it ships, read from `dist/`, which is built first when a source is younger. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ScriptBundle } from '../../emulator/api.ts';
import { build } from '../../scripts/build/build.ts';
import { readProduct } from '../../scripts/build/products.ts';
import { isFresh } from '../../scripts/start/fresh.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Built {
  readonly code: string;
  readonly sidebar: string;
  readonly forms: string;
  readonly manifest: unknown;
  readonly bundle: ScriptBundle;
}

/** `Code.js`, the pages and the manifest; two test files that build at once each move whole files in. */
export async function buildProduct(): Promise<Built> {
  if (!isFresh(root)) await build();
  const bundle = readProduct(join(root, 'dist'));
  const { Sidebar: sidebar = '', Forms: forms = '' } = bundle.html;
  return { code: bundle.code, sidebar, forms, manifest: bundle.manifest, bundle };
}
