/** One call of the REST face: fault, authorisation, quota, route, partial answer. Sockets are `server.ts`'s. */
import type { Workspace } from '../api.ts';
import { type Account, Authority } from './auth.ts';
import { driveRoutes } from './drive.ts';
import { errorAnswer, RestError } from './errors.ts';
import { type Fault, type FaultPlan, noFaults } from './faults.ts';
import { parseFields, select } from './fields.ts';
import { formRoutes } from './forms.ts';
import { type MinuteLimit, MinuteQuotas, PER_MINUTE } from './minute-quotas.ts';
import { compile, parts } from './route-match.ts';
import { type ScriptProject, scriptRoutes } from './script.ts';
import { sheetRoutes } from './sheets.ts';
import { jsonObject } from './upload.ts';
import type { Api, Call, RestAnswer, RestRequest, RestRoute } from './wire.ts';

export interface RestOptions {
  readonly accounts: readonly Account[];
  readonly faults?: FaultPlan;
  readonly limits?: Partial<Record<Api, MinuteLimit>>;
  readonly projects?: readonly ScriptProject[];
  /** Counted by the minute of this clock; default: the workspace's. */
  readonly now?: () => number;
}

export interface Reply {
  readonly answer: RestAnswer;
  /** What the socket has to do to the answer, or null. */
  readonly fault: Fault | null;
}

export interface RestFace {
  handle(request: RestRequest): Reply;
  /** Calls so far, `GET /v1/forms/{formId}`; those refused at the door count too. */
  readonly calls: readonly string[];
}

const refusal = (code: number, message: string, reason: string, headers = {}): RestAnswer =>
  errorAnswer(new RestError(code, message, reason, headers));

/** Faults that answer before anything happens. */
function struck(fault: Fault | null): RestAnswer | null {
  switch (fault?.kind) {
    case 'rate-limited': {
      const wait = fault.retryAfterSeconds;
      return refusal(
        429,
        'Rate Limit Exceeded',
        'rateLimitExceeded',
        wait === undefined ? {} : { 'retry-after': String(wait) },
      );
    }
    case 'internal':
      return refusal(500, 'Internal error encountered.', 'backendError');
    case 'unavailable':
      return refusal(503, 'The service is currently unavailable.', 'backendError');
    case 'timeout':
    case 'reset':
      return { status: 500, body: {} };
    default:
      return null;
  }
}

export function createRest(workspace: Workspace, options: RestOptions): RestFace {
  const authority = new Authority(workspace, options.accounts);
  const quotas = new MinuteQuotas({ ...PER_MINUTE, ...options.limits });
  const plan = options.faults ?? noFaults;
  const now = options.now ?? (() => workspace.now());
  const routes: readonly RestRoute[] = [
    ...driveRoutes,
    ...sheetRoutes,
    ...formRoutes,
    ...scriptRoutes(options.projects ?? []),
  ];
  const compiled = routes.map((route) => ({ route, template: compile(route.template) }));
  const calls: string[] = [];
  /** Last answer of each address before the last write: what a lagging replica still says. */
  const old = new Map<string, RestAnswer>();
  const fresh = new Map<string, RestAnswer>();

  const find = (request: RestRequest): { route: RestRoute; path: Call['path'] } | null => {
    for (const { route, template } of compiled) {
      const path = route.method === request.method ? parts(template, request.path) : null;
      if (path !== null) return { route, path };
    }
    return null;
  };

  const carryOut = (
    request: RestRequest,
    route: RestRoute,
    path: Call['path'],
    stale: boolean,
  ): RestAnswer => {
    const user = authority.who(request, route.scopes);
    quotas.take(route.api, user, now());
    const address = `${request.path}?${request.query}`;
    const lagging = stale && !route.writes ? old.get(address) : undefined;
    if (lagging !== undefined) return lagging;
    const upload = request.query.get('uploadType') !== null;
    const json = upload || request.body.length === 0 ? {} : jsonObject(request.body.toString('utf8'));
    const answer = route.handle({ workspace, user, request, path, json });
    const selected =
      answer.fields === undefined || Buffer.isBuffer(answer.body)
        ? answer
        : { ...answer, body: Object(select(answer.body, parseFields(answer.fields))) };
    if (route.writes) for (const [key, value] of fresh) old.set(key, value);
    // A copy: what the workspace holds changes later.
    else fresh.set(address, Buffer.isBuffer(selected.body) ? selected : structuredClone(selected));
    return selected;
  };

  return {
    calls,
    handle(request) {
      const found = find(request);
      calls.push(`${request.method} ${found?.route.template ?? request.path}`);
      const fault = plan(request, calls.length);
      const early = struck(fault);
      if (early !== null) return { answer: early, fault };
      if (request.method === 'POST' && request.path === '/token') {
        return { answer: authority.token(request), fault };
      }
      if (found === null) return { answer: refusal(404, 'Not Found', 'notFound'), fault };
      let answer: RestAnswer;
      try {
        answer = carryOut(request, found.route, found.path, fault?.kind === 'stale-read');
      } catch (error) {
        answer = errorAnswer(error);
      }
      if (fault?.kind === 'written-then-failed' && answer.status < 300) {
        answer = refusal(500, 'Internal error encountered.', 'backendError');
      }
      return { answer, fault };
    },
  };
}
