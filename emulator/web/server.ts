/** The HTTP server of the web face: routing, request bodies, security checks and the stream that tells pages to refresh. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { showAddon, stepAddon } from './cards/routes.ts';
import { localPath } from './core/address.ts';
import { type Asset, bundleAssets } from './core/assets.ts';
import { redirect, respondJson } from './core/respond.ts';
import { match, type Route } from './core/router.ts';
import { isAllowed, pageHeaders } from './core/security.ts';
import { changePerson, moveClock, showDesk } from './desk/routes.ts';
import { documentLooks, showDocument } from './doc/routes.ts';
import { downloadFile, showFile } from './drive/routes.ts';
import { placeFile, uploadLimit } from './drive/upload.ts';
import type { Answered, Asked, Face, Handler, Person } from './face.ts';
import { editTheForm, showEditor } from './form/editor/routes.ts';
import { checkPage, formImage, sendForm, showForm } from './form/routes.ts';
import { mailFile, mailHtml, showMail } from './mail/routes.ts';
import { notFound } from './missing.ts';
import { callFunction, closeFrame, frameHandler, runMenu } from './rpc/routes.ts';
import { editCell, showSheet } from './sheet/routes.ts';

/** Prefilled links carry answers in the address; Node.js would stop at 16 KiB. */
const headerLimit = 64 * 1024;
const bodyLimit = 10_000_000;
const dueEvery = 30_000;
const settle = 80;

function routesOf(assets: ReadonlyMap<string, Asset>): Route<Handler>[] {
  const get = (pattern: string, handler: Handler): Route<Handler> => ({ method: 'GET', pattern, handler });
  const post = (pattern: string, handler: Handler): Route<Handler> => ({ method: 'POST', pattern, handler });
  return [
    get('/', showDesk),
    post('/person', changePerson),
    post('/clock', moveClock),
    get('/forms/:id/viewform', showForm),
    post('/forms/:id/viewform', sendForm),
    post('/forms/:id/check', checkPage),
    get('/forms/:id/images/:item', formImage),
    get('/forms/:id/edit', showEditor),
    post('/forms/:id/edit', editTheForm),
    get('/sheets/:id', showSheet),
    post('/sheets/:id/cell', editCell),
    post('/rpc', callFunction),
    post('/menu', runMenu),
    get('/frame/:kind', frameHandler(assets.get('runner.js')?.body ?? '')),
    post('/frame/:kind/close', closeFrame),
    get('/addon', showAddon),
    post('/addon', stepAddon),
    get('/mail', showMail),
    get('/mail/:id/html', mailHtml),
    get('/mail/:id/files/:index', mailFile),
    get('/docs/:id', showDocument),
    get('/docs/:id/looks.css', documentLooks),
    post('/drive/files', placeFile),
    get('/drive/:id', showFile),
    get('/drive/:id/download', downloadFile),
    get('/assets/:name', (_, asked) => {
      const asset = assets.get(asked.params.name ?? '');
      if (!asset) return respondJson({ error: 'not found' }, 404);
      return { status: 200, headers: { ...pageHeaders, 'content-type': asset.type }, body: asset.body };
    }),
  ];
}

class BadRequest extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
    size += bytes.length;
    if (size > limit) throw new BadRequest(413, '送られた内容が大きすぎます。');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function personOf(face: Face, cookie: string | undefined): Person {
  const id = /(?:^|;\s*)person=([^;]*)/.exec(cookie ?? '')?.[1] ?? '';
  const { people } = face.product;
  const found = people.find((one) => encodeURIComponent(one.id) === id) ?? people[0];
  return found ?? { id: 'guest', roleLabel: '', name: '', email: '' };
}

async function askedOf(face: Face, request: IncomingMessage, url: URL): Promise<Omit<Asked, 'params'>> {
  const type = request.headers['content-type'] ?? '';
  const binary = type.startsWith('application/octet-stream');
  const bytes =
    request.method === 'POST' ? await readBody(request, binary ? uploadLimit : bodyLimit) : Buffer.alloc(0);
  const body = binary ? '' : bytes.toString('utf8');
  let json: unknown;
  if (type.startsWith('application/json')) {
    try {
      json = JSON.parse(body);
    } catch {
      throw new BadRequest(400, 'JSON として読めません。');
    }
  }
  return {
    query: url.searchParams,
    fields: new URLSearchParams(type.startsWith('application/x-www-form-urlencoded') ? body : ''),
    json,
    bytes: binary ? bytes : null,
    wantsJson: (request.headers.accept ?? '').startsWith('application/json'),
    person: personOf(face, request.headers.cookie),
  };
}

function send(response: ServerResponse, answered: Answered, head: boolean): void {
  const body = typeof answered.body === 'string' ? Buffer.from(answered.body, 'utf8') : answered.body;
  response.writeHead(answered.status, { ...answered.headers, 'content-length': body.length });
  response.end(head ? undefined : body);
}

/** Pages that wait for news. One change, or many at once, is one message. */
class Listeners {
  readonly open = new Set<ServerResponse>();
  private timer: NodeJS.Timeout | null = null;

  add(response: ServerResponse): void {
    response.writeHead(200, {
      ...pageHeaders,
      'content-type': 'text/event-stream',
      connection: 'keep-alive',
    });
    response.write('retry: 1000\n\n');
    this.open.add(response);
    response.on('close', () => this.open.delete(response));
  }
  tell(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      for (const response of this.open) response.write('data: changed\n\n');
    }, settle);
  }
  end(): void {
    if (this.timer) clearTimeout(this.timer);
    for (const response of this.open) response.end();
  }
}

async function answer(
  face: Face,
  routes: readonly Route<Handler>[],
  listeners: Listeners,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET';
  const { host, origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const fetchSite = Array.isArray(site) ? site[0] : site;
  if (!isAllowed({ method, host, origin, fetchSite })) {
    send(response, respondJson({ error: 'この画面からの操作ではないため、受け付けません。' }, 403), false);
    return;
  }
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname === '/events' && method === 'GET') {
    listeners.add(response);
    return;
  }
  const head = method === 'HEAD';
  const found = match(routes, method, url.pathname);
  if (found.kind === 'found') {
    const asked = { ...(await askedOf(face, request, url)), params: found.params };
    send(response, found.handler(face, asked), head);
    return;
  }
  const local = localPath(url.pathname);
  if (local !== null && method === 'GET') send(response, redirect(local + url.search), head);
  else if (found.kind === 'method-not-allowed') {
    send(
      response,
      {
        ...respondJson({ error: 'method' }, 405),
        headers: { ...pageHeaders, allow: found.allowed.join(', ') },
      },
      head,
    );
  } else send(response, notFound(face, { person: personOf(face, request.headers.cookie) }), head);
}

function listen(server: Server, port: number, triesLeft: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' && triesLeft > 0) resolve(listen(server, port + 1, triesLeft - 1));
      else reject(error);
    };
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', failed);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

export interface WebFace {
  readonly port: number;
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves the workspace on 127.0.0.1 at `port` (0: any free one), or at the next free port after it, up to fifty further.
 * Clock triggers that come due are run every half minute.
 */
export async function startWeb(face: Face, port: number): Promise<WebFace> {
  const routes = routesOf(await bundleAssets());
  const listeners = new Listeners();
  const stop = face.runtime.workspace.onChange(() => listeners.tell());
  const server = createServer({ maxHeaderSize: headerLimit }, (request, response) => {
    answer(face, routes, listeners, request, response).catch((error: unknown) => {
      const status = error instanceof BadRequest ? error.status : 500;
      if (status === 500) console.error(error);
      const message =
        error instanceof BadRequest ? error.message : '画面を作れませんでした。もう一度お試しください。';
      if (!response.headersSent) send(response, respondJson({ ok: false, message }, status), false);
      else response.end();
    });
  });
  const listening = await listen(server, port, 50);
  const due = setInterval(() => face.runtime.runDueTriggers(), dueEvery);
  due.unref();
  return {
    port: listening,
    address: `http://127.0.0.1:${listening}`,
    close: () =>
      new Promise((resolve) => {
        clearInterval(due);
        stop();
        listeners.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
