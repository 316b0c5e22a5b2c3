/** What the mock servers of all pages share: a runner in the place of `google.script.run`, and how a call is refused. */
import type { IssueView } from '../../view/protocol.ts';
import type { ScriptRun } from '../rpc.ts';

/** A call that the server refuses in words. */
export class Refusal extends Error {
  readonly issues: readonly IssueView[];
  constructor(issues: readonly IssueView[]) {
    super('refused');
    this.issues = issues;
  }
}

export function refuse(code: string, message: string, remedy: string, key = ''): Refusal {
  const words = { code, severity: 'error', severityLabel: '直す', message, remedy } as const;
  return new Refusal([{ ...words, key, label: '', value: '', suggestion: '' }]);
}

/** How the server behaves, whatever it is asked. */
export interface Manners {
  /** Milliseconds before it answers. */
  readonly delay: number;
  /** Methods that fail as the platform does. */
  readonly broken: readonly string[];
}

/** Methods by name, each with an input of its own; the runner hands on what the page sent. */
type Methods = Readonly<Record<string, (input: never) => unknown>>;

function answer(methods: Methods, method: string, input: unknown): object {
  const run = methods[method] as ((input: unknown) => unknown) | undefined;
  if (run === undefined) throw new Error(`mock server: no method ${method}`);
  try {
    return { ok: true, result: run(input) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, issues: error.issues };
    throw error;
  }
}

export function runnerOf(methods: Methods, { delay, broken }: Manners): () => ScriptRun {
  return () => {
    let succeed: (reply: unknown) => void = () => undefined;
    let fail: (error: unknown) => void = () => undefined;
    const run: ScriptRun = {
      withSuccessHandler(handler) {
        succeed = handler;
        return run;
      },
      withFailureHandler(handler) {
        fail = handler;
        return run;
      },
      rpc(method, input) {
        // What the platform carries is JSON: anything else is lost on the way, here too.
        const sent: unknown = JSON.parse(JSON.stringify(input));
        setTimeout(() => {
          if (broken.includes(method)) fail(new Error('We are sorry, a server error occurred.'));
          else {
            try {
              succeed(JSON.parse(JSON.stringify(answer(methods, method, sent))));
            } catch (error) {
              fail(error);
            }
          }
        }, delay);
      },
      showForms: () => succeed(null),
      showOffice: () => succeed(null),
      showRules: () => succeed(null),
    };
    return run;
  };
}

/** Puts the server where Google's would be, and gives back the scenario: JSON in the address's fragment, over the usual one. */
export function standIn<Scenario>(
  usual: Scenario,
  mockRun: (scenario: Scenario) => () => ScriptRun,
): Scenario {
  const fragment = location.hash.slice(1);
  const given: Partial<Scenario> = fragment === '' ? {} : JSON.parse(decodeURIComponent(fragment));
  const scenario = { ...usual, ...given };
  const run = mockRun(scenario);
  Object.defineProperty(window, 'google', {
    value: {
      script: {
        get run() {
          return run();
        },
      },
    },
  });
  return scenario;
}
