/** Bundles the contract suite to one plain script with top-level functions, as Apps Script needs it. */
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** Names a script may be asked to run. */
export const ENTRIES = ['contractNames', 'contractRun', 'contractLog'] as const;

/** Text of the bundled suite. */
export function bundleSuite(): string {
  const result = buildSync({
    entryPoints: [fileURLToPath(new URL('../../tests/contract/cases/suite.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'contractSuite',
    target: 'es2020',
    platform: 'neutral',
    charset: 'utf8',
  });
  const text = result.outputFiles[0]?.text ?? '';
  const stubs = ENTRIES.map((name) => `function ${name}(...args) { return contractSuite.${name}(...args); }`);
  return [text, ...stubs, ''].join('\n');
}
