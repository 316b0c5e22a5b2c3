/** `cci corpus` in this process: exit code and what was said, as a caller of the command line sees them. */
import { vi } from 'vitest';
import { corpusBuildCommand } from '../../scripts/cli/corpus-build.ts';
import { corpusCheckCommand } from '../../scripts/cli/corpus-check.ts';
import { runCommand } from '../../scripts/cli/outcome.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `--source A --out B` → `{source: 'A', out: 'B'}` */
function options(words: readonly string[]): Readonly<Record<string, string>> {
  const given: Record<string, string> = {};
  for (let at = 0; at < words.length; at += 2) given[(words[at] ?? '').slice(2)] = words[at + 1] ?? '';
  return given;
}

/** Runs `corpus build` or `corpus check`; paths are whole ones. */
export async function cciCorpus(command: 'build' | 'check', ...words: readonly string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
  try {
    const { source = '', out: folder = '', bundle = '', ...more } = options(words);
    const code = await runCommand(() =>
      command === 'build'
        ? corpusBuildCommand({ source, out: folder, ...more })
        : corpusCheckCommand({ bundle, ...more }),
    );
    return { code, out, err };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}
