/** Reads the imports of a source file and says which part of the house each file belongs to. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

const skipped = new Set(['node_modules', 'dist', '.tsbuild', '.workspace', '.git']);

/** Source files below a folder, relative to the root with forward slashes; tests left out unless asked for. */
export function sourceFiles(folder = '', withTests = false): readonly string[] {
  const found: string[] = [];
  const walk = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (skipped.has(entry.name)) continue;
      const full = join(path, entry.name);
      if (entry.isDirectory()) walk(full);
      else if (/\.(ts|mts|mjs)$/.test(entry.name)) found.push(relative(root, full).replaceAll('\\', '/'));
    }
  };
  walk(join(root, folder));
  const isTest = (file: string) => /\.(test|bench)\.ts$|\/testing\//.test(file);
  return found.filter((file) => withTests || !isTest(file)).sort();
}

export interface Import {
  readonly from: string;
  /** Path relative to the root for a relative import, else the package name. */
  readonly to: string;
  readonly external: boolean;
  readonly typeOnly: boolean;
}

const statement = /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/g;
const dynamic = /\bimport\(\s*'([^']+)'\s*\)/g;

export function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const make = (specifier: string, typeOnly: boolean): Import => {
    const external = !specifier.startsWith('.');
    const to = external
      ? specifier
      : relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/');
    return { from: file, to, external, typeOnly };
  };
  return [
    ...[...text.matchAll(statement)].map((m) => make(m[3] ?? '', m[2] !== undefined)),
    ...[...text.matchAll(dynamic)].map((m) => make(m[1] ?? '', false)),
  ];
}
