/** Exit codes of the command line and the one place where issues become lines on stderr. */
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { lineOf } from '../../shared/issue/messages.ts';

/** 0: done (rows may be held). 1: a check found what it was asked to find. 2: unusable input. */
export type ExitCode = 0 | 1 | 2;

/** Prints issues, one line each. */
export function printIssues(issues: readonly Issue[], write: (line: string) => void): void {
  for (const found of issues) write(`${lineOf(found).replace(/[\r\n]+/g, ' ')}\n`);
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
      printIssues(error.issues.slice(0, 20), complain);
      return 2;
    }
    if (process.env.CCI_DEBUG === '1')
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    const reason = error instanceof Error ? error.message : String(error);
    printIssues([issue('internal.failed', 'error', '', { params: { reason } })], complain);
    return 2;
  }
}
