/**
 * The one door of the sidebar: only methods of the protocol, input checked by its schema on the server, every problem
 * answered in words. An unknown error becomes one code without any data of applicants.
 */
import type { Services } from '../../apps-script/jobs/port.ts';
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { issueViews } from '../view/issues.ts';
import { type Input, inputs, type MethodName, type Reply } from '../view/protocol.ts';
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
  try {
    return call(services, method, parsed.data);
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
