/** Scripts and styles of the pages, bundled once when the server starts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Asset {
  readonly type: string;
  readonly body: string;
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="2" y="2" width="28" height="28" rx="8" fill="#1d4a73"/><path d="M9 11h14M9 16h14M9 21h8" stroke="#fff" stroke-width="2.4" stroke-linecap="round" fill="none"/></svg>`;

/** Scripts that run in pages of this server; `runner` runs inside script-made frames and is inlined there. */
const scripts = ['live', 'form', 'editor', 'sheet', 'doc', 'upload', 'addon', 'runner'] as const;

/** All assets by file name. */
export async function bundleAssets(): Promise<ReadonlyMap<string, Asset>> {
  const web = fileURLToPath(new URL('../', import.meta.url));
  const made = await build({
    entryPoints: scripts.map((name) => join(web, 'client', `${name}.ts`)),
    bundle: true,
    write: false,
    outdir: '/',
    format: 'iife',
    target: ['es2020'],
    charset: 'utf8',
    minify: true,
    logLevel: 'silent',
  });
  const assets = new Map<string, Asset>();
  for (const file of made.outputFiles) {
    const name = file.path.split(/[\\/]/).pop() ?? file.path;
    assets.set(name, { type: 'text/javascript; charset=utf-8', body: file.text });
  }
  const styles = readdirSync(join(web, 'style'))
    .filter((name) => name.endsWith('.css'))
    .sort();
  const css = styles.map((name) => readFileSync(join(web, 'style', name), 'utf8')).join('\n');
  assets.set('style.css', { type: 'text/css; charset=utf-8', body: css });
  assets.set('icon.svg', { type: 'image/svg+xml', body: icon });
  return assets;
}
