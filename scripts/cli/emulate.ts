/** `cci emulate`: runs a plain Apps Script file on the local Workspace and prints what the function returned. */
import { emulateScript, openWorkspace } from '../../emulator/index.ts';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import { readBytes } from '../files.ts';
import type { ExitCode } from './outcome.ts';

export interface EmulateArguments {
  readonly file: string;
  readonly function: string;
  readonly args?: string;
  readonly state?: string;
}

/** The value goes to stdout as JSON (a function that returns nothing prints `null`), the log to stderr. */
export function emulateCommand(given: EmulateArguments): ExitCode {
  const args = readArguments(given.args);
  const source = new TextDecoder().decode(readBytes(given.file));
  const workspace = openWorkspace({
    ...(given.state === undefined ? {} : { dir: given.state }),
    clock: 'real',
  });
  try {
    const result = emulateScript({
      source,
      fileName: given.file,
      functionName: given.function,
      args,
      workspace,
    });
    for (const line of result.logs) process.stderr.write(`${line}\n`);
    if (!result.ok) {
      const missing = result.error.name === 'ReferenceError' && result.error.message.includes(given.function);
      throw new UnusableInput([
        issue(missing ? 'script.no-function' : 'script.failed', 'error', '', {
          params: {
            file: given.file,
            name: given.function,
            reason: `${result.error.name}: ${result.error.message}`,
          },
        }),
      ]);
    }
    process.stdout.write(`${JSON.stringify(result.value ?? null)}\n`);
    return 0;
  } finally {
    workspace.close();
  }
}

function readArguments(text: string | undefined): readonly unknown[] {
  if (text === undefined) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    throw new UnusableInput([
      issue('cli.usage', 'error', '', {
        params: { reason: '--args は JSON の一覧で書いてください（例：["a", 1]）。', command: 'emulate' },
      }),
    ]);
  }
}
