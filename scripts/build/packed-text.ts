/**
 * Puts packed data in the place of large tables of Japanese text: they take less than half the room this way, and are
 * unpacked by `apps-script/jobs/inflate.ts` when they are first asked for. A table is a module whose functions take
 * nothing and return a text or what JSON can hold; its other exports are kept. Who asks more than once keeps the answer.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { pack } from './pack.ts';

/** The tables, by the end of their path. */
const tables = /shared\/(?:record\/kinds\/(?:jsic-table|industry-words)|issue\/ja\/catalogue)\.ts$/;

/** Text of the module that stands for a table. */
export function packedModule(exports: Readonly<Record<string, unknown>>, root: string): string {
  const lines = [
    `import { fromDigits, inflate } from ${JSON.stringify(join(root, 'apps-script/jobs/inflate.ts'))};`,
    `import { decodeUtf8 } from ${JSON.stringify(join(root, 'shared/bytes/utf8.ts'))};`,
    'const unpack = (packed, bytes) => decodeUtf8(inflate(fromDigits(packed), bytes)).text;',
  ];
  for (const [name, entry] of Object.entries(exports)) {
    if (typeof entry === 'function') {
      const value: unknown = entry();
      const isText = typeof value === 'string';
      const { packed, bytes } = pack(isText ? value : JSON.stringify(value));
      const unpacked = `unpack(${JSON.stringify(packed)}, ${bytes})`;
      lines.push(`export const ${name} = () => ${isText ? unpacked : `JSON.parse(${unpacked})`};`);
    } else lines.push(`export const ${name} = ${JSON.stringify(entry)};`);
  }
  return lines.join('\n');
}

/** esbuild plugin for the tables of a checkout at `root`. */
export function packedText(root: string): Plugin {
  return {
    name: 'packed-text',
    setup(build) {
      build.onLoad({ filter: tables }, async ({ path }) => {
        const exports = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
        return { contents: packedModule(exports, root), loader: 'js', resolveDir: root };
      });
    },
  };
}
