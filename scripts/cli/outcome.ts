/** Exit codes of the command line and the one place where issues become lines on stderr. */
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { lineOf } from '../../shared/issue/messages.ts';

/** 0: done (rows may be held). 1: a check found what it was asked to find. 2: unusable input. */
export type ExitCode = 0 | 1 | 2;

/** Most lines that one failure prints. */
const mostLines = 20;

/** Prints issues, one line each; a parameter `more` says how many like the last are left out. */
export function printIssues(issues: readonly Issue[], write: (line: string) => void): void {
  for (const found of issues) {
    const more = found.params.more === undefined ? '' : ` （ほかに ${found.params.more} か所）`;
    write(`${lineOf(found).replace(/[\r\n]+/g, ' ')}${more}\n`);
  }
}

/** Problems of a whole file come by the hundred (every line of a binary file): the first stands for all of its code. */
function brief(issues: readonly Issue[]): readonly Issue[] {
  const shown: Issue[] = [];
  const more = new Map<string, number>();
  for (const found of issues) {
    const many = /^(?:file|table)\./.test(found.code) && shown.some((one) => one.code === found.code);
    if (many || shown.length >= mostLines) more.set(found.code, (more.get(found.code) ?? 0) + 1);
    else shown.push(found);
  }
  const count = [...more.values()].reduce((sum, n) => sum + n, 0);
  return shown.map((found, index) =>
    index === shown.length - 1 && count > 0 ? { ...found, params: { ...found.params, more: count } } : found,
  );
}

/**
 * Runs a command; whatever it throws ends as clear lines on stderr and exit code 2, never as a stack trace. A
 * person who is mending the program itself sees the trace with `CCI_DEBUG=1`.
 */
export async function runCommand(command: () => Promise<ExitCode> | ExitCode): Promise<ExitCode> {
  const complain = (line: string) => process.stderr.write(line);
  try {
    return await command();
  } catch (error) {
    if (error instanceof UnusableInput) {
      printIssues(brief(error.issues), complain);
      return 2;
    }
    if (process.env.CCI_DEBUG === '1')
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    const reason = error instanceof Error ? error.message : String(error);
    printIssues([issue('internal.failed', 'error', '', { params: { reason } })], complain);
    return 2;
  }
}
