/**
 * The one door of the sidebar: only methods of the protocol, input checked by its schema on the server, every problem
 * answered in words. An unknown error becomes one code without any data of applicants. Who may make the call is asked before
 * anything is done (`method-roles.ts`), and what was done or refused for want of a role stands in 操作記録.
 */
import { logOperation } from '../../apps-script/jobs/access/log.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { issueViews } from '../view/issues.ts';
import { type Input, inputs, type MethodName, type Reply } from '../view/protocol.ts';
import { isLogged, refusedCall } from './method-roles.ts';
import { methodWords } from './method-words.ts';
import { methods } from './methods.ts';

function isMethod(name: unknown): name is MethodName {
  return typeof name === 'string' && Object.keys(inputs).includes(name);
}

function call<M extends MethodName>(services: Services, method: M, input: Input<M>): Reply<M> {
  return { ok: true, result: methods[method](services, input) };
}

/**
 * Runs one call of the sidebar. `log` receives the kind of an unknown error and the method, never its message: it may
 * quote an answer.
 */
export function dispatch(services: Services, method: unknown, input: unknown): Reply<MethodName> {
  if (!isMethod(method)) return refused([issue('rpc.unknown-method', 'error', '')]);
  const parsed = inputs[method]().safeParse(input);
  if (!parsed.success) {
    const names = parsed.error.issues.map((one) => one.path.map(String).join('.'));
    return refused(
      [...new Set(names)].map((name) =>
        issue('rpc.input', 'error', '', { params: { name: name === '' ? 'input' : name } }),
      ),
    );
  }
  const outcome = attempt(services, method, parsed.data);
  const codes = outcome.ok ? [] : outcome.issues.map(({ code }) => code);
  if (isLogged(method) || codes.includes('access.denied')) {
    logOperation(services, { method, label: methodWords()[method], codes });
  }
  return outcome;
}

function attempt<M extends MethodName>(services: Services, method: M, input: Input<M>): Reply<MethodName> {
  try {
    const refusal = refusedCall(services, method, input);
    return refusal === null ? call(services, method, input) : refused([refusal]);
  } catch (error) {
    if (error instanceof UnusableInput) return refused(error.issues);
    const reason = error instanceof Error ? error.name : 'Error';
    services.log(`rpc ${method}: ${reason}`);
    return refused([issue('rpc.failed', 'error', '', { params: { reason } })]);
  }
}

function refused(issues: readonly Issue[]): Reply<MethodName> {
  return { ok: false, issues: issueViews(issues) };
}
