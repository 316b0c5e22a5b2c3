/**
 * `npm run build`: makes `dist/` (Code.js, HTML files, appsscript.json), the folder that clasp uploads and the
 * emulator runs. What is tested is what ships.
 */
import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAssets } from './assets.ts';
import { bundlePages } from './client.ts';
import { dataText } from './data.ts';
import { products } from './products.ts';
import { mustExplainScopes } from './scopes.ts';
import { bundleServer } from './server.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Largest Code.js we ship, in bytes: a mistake that pulls a library in is noticed here; see docs/decisions/0005. */
export const sizeLimit = 250_000;

/**
 * Builds into `outDir` (default `dist/`). The files are made aside and moved in at the end, so a failed build
 * leaves the last good one. Throws when a source does not compile, the bundle is larger than `sizeLimit`, or the manifest asks for a right
 * without a reason.
 */
export async function build(options: { outDir?: string; manifest?: string } = {}): Promise<void> {
  const manifest = options.manifest ?? join(root, 'appsscript.json');
  mustExplainScopes(root, manifest);
  const outDir = resolve(options.outDir ?? join(root, 'dist'));
  const work = mkdtempSync(join(tmpdir(), 'cci-build-'));
  try {
    const assets = readAssets(join(root, 'forms-templates'));
    writeFileSync(join(work, 'Data.html'), await dataText(root, assets));
    await bundleServer(root, work);
    await bundlePages(root, work);
    copyFileSync(manifest, join(work, 'appsscript.json'));
    const size = statSync(join(work, 'Code.js')).size;
    if (size > sizeLimit) throw new Error(`Code.js: ${size} bytes, more than ${sizeLimit}`);
    mkdirSync(outDir, { recursive: true });
    for (const name of products) {
      const aside = join(outDir, `.${name}.new`);
      copyFileSync(join(work, name), aside);
      renameSync(aside, join(outDir, name));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await build();
}
