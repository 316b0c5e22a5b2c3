/**
 * `google.script.run` and `google.script.host` inside a script-made page. The frame has no origin of its own: calls go by
 * postMessage to the page around it, at most ten at once, the rest wait their turn
 * (https://developers.google.com/apps-script/guides/html/communication).
 */
import { carry, refusedName } from '../rpc/serialise.ts';

type Handler = (value: unknown, userObject: unknown) => void;
interface Waiting {
  readonly fn: string;
  readonly args: readonly unknown[];
  readonly success: Handler | null;
  readonly failure: Handler | null;
  readonly userObject: unknown;
}
interface Reply {
  readonly id: number;
  readonly ok: boolean;
  readonly value?: unknown;
  readonly message?: string;
  readonly name?: string;
}

const atOnce = 10;
const queue: Waiting[] = [];
const open = new Map<number, Waiting>();
let last = 0;

function pump(): void {
  while (open.size < atOnce) {
    const next = queue.shift();
    if (!next) return;
    last += 1;
    open.set(last, next);
    window.parent.postMessage({ kind: 'run', id: last, fn: next.fn, args: next.args }, '*');
  }
}

window.addEventListener('message', (event: MessageEvent<Reply & { kind?: string }>) => {
  if (event.source !== window.parent || event.data?.kind !== 'reply') return;
  const call = open.get(event.data.id);
  if (!call) return;
  open.delete(event.data.id);
  pump();
  if (event.data.ok) {
    call.success?.(event.data.value, call.userObject);
    return;
  }
  const error = new Error(event.data.message ?? '');
  error.name = event.data.name ?? 'ScriptError';
  if (call.failure) call.failure(error, call.userObject);
  else setTimeout(() => Promise.reject(error));
});

/** A form element is sent as an object of its fields; a name that occurs twice becomes a list. */
function formObject(form: HTMLFormElement): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') throw new TypeError('ファイルは渡せません。');
    const before = fields[name];
    fields[name] =
      before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return fields;
}

function argumentsOf(args: readonly unknown[]): readonly unknown[] {
  if (args.length === 1 && args[0] instanceof HTMLFormElement) return [formObject(args[0])];
  return args.map((arg, index) => {
    const carried = carry(arg);
    if (!carried.ok)
      throw new TypeError(`引数${index + 1}を渡せません（${carried.path}: ${carried.reason}）。`);
    return carried.value;
  });
}

function runnerOf(success: Handler | null, failure: Handler | null, userObject: unknown): object {
  const call = (fn: string, args: readonly unknown[]): void => {
    const refused = refusedName(fn);
    if (refused !== '') throw new ReferenceError(refused);
    queue.push({ fn, args: argumentsOf(args), success, failure, userObject });
    pump();
  };
  const builders: Record<string, (value: never) => object> = {
    withSuccessHandler: (handler: Handler) => runnerOf(handler, failure, userObject),
    withFailureHandler: (handler: Handler) => runnerOf(success, handler, userObject),
    withUserObject: (object: unknown) => runnerOf(success, failure, object),
  };
  return new Proxy(
    {},
    {
      get: (_, name) =>
        typeof name === 'string' ? (builders[name] ?? ((...args: unknown[]) => call(name, args))) : undefined,
    },
  );
}

const tell = (message: object): void => window.parent.postMessage(message, '*');

const host = {
  close: () => tell({ kind: 'close' }),
  setHeight: (height: number) => tell({ kind: 'height', height }),
  setWidth: (width: number) => tell({ kind: 'width', width }),
  editor: { focus: () => tell({ kind: 'focus' }) },
  origin: '',
};

Object.defineProperty(window, 'google', {
  value: { script: { run: runnerOf(null, null, undefined), host } },
  configurable: false,
});

/** Addresses of the live service lead to the same file here. */
document.addEventListener(
  'click',
  (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (link && /^https:\/\/(?:docs|drive)\.google\.com\//.test(link.href)) {
      link.href = new URL(new URL(link.href).pathname, location.href).href;
    }
  },
  true,
);
