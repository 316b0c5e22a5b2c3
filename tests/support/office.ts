/** Deaths of a job that another account runs, or whose end is more than `endState` shows. */
import type { RunRequest } from '../../emulator/api.ts';
import type { WorkspaceState } from '../../emulator/workspace/model.ts';
import type { Built } from './built.ts';
import { type Chamber, chamberFrom, run } from './chamber.ts';

/**
 * The calls before which a death leaves something that no earlier one does: most calls only read. Runs the job once on a copy and
 * gives that copy back too.
 */
export function tellingCalls(
  built: Built,
  state: WorkspaceState,
  bookId: string,
  args: readonly unknown[],
  more: Partial<RunRequest> = {},
): { readonly calls: readonly number[]; readonly whole: Chamber } {
  const whole = chamberFrom(built, state, bookId);
  const seen = new Map<string, number>();
  const onCall = (call: number): void => {
    const { executions: _log, clockOffset: _time, ...rest } = whole.workspace.state;
    const text = JSON.stringify(rest);
    if (!seen.has(text)) seen.set(text, call);
  };
  const result = run(whole, 'rpc', args, { ...more, onCall });
  if (!result.ok) throw new Error(result.error.message);
  return { calls: [...seen.values(), result.calls.total], whole };
}
