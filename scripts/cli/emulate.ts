/** `cci emulate`: runs a plain Apps Script file on the local Workspace and prints what the function returned. */
import { emulateScript, openWorkspace } from '../../emulator/index.ts';
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { readText } from '../files.ts';
import type { ExitCode } from './outcome.ts';

export interface EmulateArguments {
  readonly file: string;
  readonly function: string;
  readonly args?: string;
  readonly state?: string;
}

/**
 * The value goes to stdout as JSON (a function that returns nothing prints `null`), the log to stderr. The state is
 * kept also when the script failed: what it wrote before stays written, as on the platform.
 */
export function emulateCommand(given: EmulateArguments): ExitCode {
  const { file, function: name, state } = given;
  const args = readArguments(given.args);
  const source = readText(file);
  const workspace = stateful(state, () =>
    openWorkspace({ ...(state === undefined ? {} : { dir: state }), clock: 'real' }),
  );
  const result = emulateScript({ source, fileName: file, functionName: name, args, workspace });
  for (const line of result.logs) process.stderr.write(`${line}\n`);
  stateful(state, () => workspace.close());
  if (!result.ok) throw new UnusableInput([failure(result.error, file, name)]);
  process.stdout.write(`${JSON.stringify(result.value ?? null)}\n`);
  return 0;
}

/** Runs what reads or writes the state; its failure names the folder. */
function stateful<T>(folder: string | undefined, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (folder === undefined) throw error;
    const reason = error instanceof Error ? error.message.replace(/。$/, '') : String(error);
    throw new UnusableInput([issue('script.state', 'error', '', { params: { file: folder, reason } })]);
  }
}

/** Names line and reason of what stopped the script. */
function failure(
  error: { readonly name: string; readonly message: string; readonly stack?: string },
  file: string,
  name: string,
): Issue {
  if (error.message === `Script function not found: ${name}`)
    return issue('script.no-function', 'error', '', { params: { file, name } });
  const line = lineIn(error.stack ?? '', file);
  const at = line === '' ? '' : `の ${line} 行目`;
  const reason = `${error.name}: ${error.message}`.replace(/[。.]$/, '');
  const code =
    error.name === 'SyntaxError' && isFirst(error.stack ?? '', file) ? 'script.syntax' : 'script.failed';
  return issue(code, 'error', '', { params: { file, name, at, reason } });
}

/** The innermost line of the file that a stack names, '' when it names none. */
function lineIn(stack: string, file: string): string {
  const at = stack.indexOf(`${file}:`);
  return at < 0 ? '' : (/^\d+/.exec(stack.slice(at + file.length + 1))?.[0] ?? '');
}

/** A script that cannot be read has its place before the message, one that ran has it behind. */
function isFirst(stack: string, file: string): boolean {
  return stack.startsWith(`${file}:`);
}

function readArguments(text: string | undefined): readonly unknown[] {
  if (text === undefined) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    throw new UnusableInput([
      issue('cli.usage', 'error', '', {
        params: { reason: '--args は JSON の一覧で書いてください（例：["a", 1]）。', command: 'emulate ' },
      }),
    ]);
  }
}
