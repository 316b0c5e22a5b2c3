/**
 * The door of JCCI's console: its two methods, input checked on the server, every problem answered in words. Nothing here changes a
 * chamber or the roll-out. Beside `dispatch.ts`, since the collector is no chamber's workbook. A part of its own loads it.
 */

import type { Services } from '../../apps-script/jobs/port.ts';
import {
  type ConsoleDoor,
  fleetHistory,
  fleetRow,
  fleetRows,
  hasKey,
  logLook,
  officeOf,
  refusedPerson,
} from '../../apps-script/jobs/release/console.ts';
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { consoleView } from '../view/console.ts';
import {
  type ConsoleInput,
  type ConsoleMethod,
  type ConsoleOutputs,
  consoleInputs,
} from '../view/console-protocol.ts';
import { consoleChamber } from '../view/console-record.ts';
import { issueViews } from '../view/issues.ts';
import type { IssueView } from '../view/protocol.ts';

export type ConsoleReply =
  | { readonly ok: true; readonly result: ConsoleOutputs[ConsoleMethod] }
  | { readonly ok: false; readonly issues: readonly IssueView[] };

type Methods = {
  readonly [M in ConsoleMethod]: (
    fleet: Services,
    door: ConsoleDoor,
    input: ConsoleInput<M>,
  ) => ConsoleOutputs[M];
};

const methods: Methods = {
  console: (fleet, door) => consoleView({ rows: fleetRows(fleet), ...officeOf(door), now: door.now }),
  consoleChamber: (fleet, door, { code }) =>
    consoleChamber(code, fleetRow(fleet, code), fleetHistory(fleet, code), officeOf(door).office),
};

const refused = (...issues: readonly Issue[]): ConsoleReply => ({ ok: false, issues: issueViews(issues) });

const isMethod = (name: unknown): name is ConsoleMethod =>
  typeof name === 'string' && Object.keys(consoleInputs).includes(name);

function run<M extends ConsoleMethod>(door: ConsoleDoor, method: M, input: ConsoleInput<M>): ConsoleReply {
  const { office } = door;
  if (office === null) return refused(issue('viewer.closed', 'error', ''));
  // Whoever has no key of ours opens no sheet and leaves no row in it: anybody could fill it.
  if (!hasKey(office, input)) return refused(issue('viewer.key', 'error', ''));
  const fleet = door.at(office.book);
  try {
    const refusal = refusedPerson(fleet, input);
    if (method === 'console' || refusal !== null) logLook(fleet, input, method, refusal);
    return refusal === null ? { ok: true, result: methods[method](fleet, door, input) } : refused(refusal);
  } catch (error) {
    if (error instanceof UnusableInput) return refused(...error.issues);
    const reason = error instanceof Error ? error.name : 'Error';
    fleet.log(`console ${method}: ${reason}`);
    return refused(issue('rpc.failed', 'error', '', { params: { reason } }));
  }
}

/** Answers one call of the page. */
export function answerConsole(door: ConsoleDoor, method: unknown, input: unknown): ConsoleReply {
  if (!isMethod(method)) return refused(issue('rpc.unknown-method', 'error', ''));
  const parsed = consoleInputs[method]().safeParse(input);
  if (parsed.success) return run(door, method, parsed.data);
  const names = new Set(parsed.error.issues.map((one) => one.path.map(String).join('.')));
  return refused(
    ...[...names].map((name) =>
      issue('rpc.input', 'error', '', { params: { name: name === '' ? 'input' : name } }),
    ),
  );
}
