/** A mark of the code that reads documents: when it changes, what was read before is read anew. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256Hex } from '../../shared/bytes/sha256.ts';
import { stateVersion } from '../../shared/corpus/state.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = ['shared/corpus', 'shared/text', 'shared/bytes', 'scripts/corpus/read'];

function* sourcesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourcesBelow(path);
    else if (/(?<!\.test)\.ts$/.test(entry.name)) yield path;
  }
}

/** Lines of package.json that name the libraries: all versions are exact. */
const versions = (): readonly string[] =>
  readFileSync(join(root, 'package.json'), 'utf8').match(/"(?:fflate|htmlparser2|unpdf)": "[^"]+"/g) ?? [];

/** Hash of the readers' own code and of the libraries under them. */
export function readerFingerprint(): string {
  const parts = folders.flatMap((folder) =>
    [...sourcesBelow(join(root, folder))].sort().map((path) => readFileSync(path, 'utf8')),
  );
  const text = [String(stateVersion), ...versions(), ...parts].join('\n\u0000');
  return sha256Hex(new TextEncoder().encode(text)).slice(0, 16);
}
