/** What `dist/` consists of, and how it is read again by whoever runs the product. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parts } from './parts.ts';

/** HTML files of the project, by name without extension. */
export const htmlFiles: readonly string[] = [
  'Sidebar',
  'Forms',
  'Office',
  'Rules',
  'Survey',
  'Console',
  'Dashboard',
  'Data',
  ...Object.keys(parts).map((name) => `Part${name}`),
];

/** All files of `dist/`. */
export const products: readonly string[] = [
  'Code.js',
  ...htmlFiles.map((name) => `${name}.html`),
  'appsscript.json',
];

/** The product as a script project: what a runtime takes. */
export function readProduct(dist: string): {
  readonly code: string;
  readonly html: Record<string, string>;
  readonly manifest: unknown;
} {
  const read = (name: string): string => readFileSync(join(dist, name), 'utf8');
  const manifest: unknown = JSON.parse(read('appsscript.json'));
  return {
    code: read('Code.js'),
    html: Object.fromEntries(htmlFiles.map((name) => [name, read(`${name}.html`)])),
    manifest,
  };
}
