/** The REST face behind a socket on this machine: the real client libraries talk to it by their `rootUrl`. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Workspace } from '../api.ts';
import { createRest, type RestFace, type RestOptions } from './face.ts';
import type { RestRequest } from './wire.ts';

export interface RestServer {
  /** `http://127.0.0.1:<port>/`, for `rootUrl`. */
  readonly url: string;
  readonly face: RestFace;
  close(): Promise<void>;
}

const MAX_BODY = 20 * 1024 * 1024;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY) throw new Error('The request is too large.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function requestOf(message: IncomingMessage, body: Buffer): RestRequest {
  const url = new URL(message.url ?? '/', 'http://127.0.0.1');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (typeof value === 'string') headers[name] = value;
  }
  return { method: message.method ?? 'GET', path: url.pathname, query: url.searchParams, headers, body };
}

/** Answers one call; also what `npm start` mounts beside its pages. */
export async function answerRest(
  face: RestFace,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { answer, fault } = face.handle(requestOf(message, await bodyOf(message)));
  if (fault?.kind === 'reset') {
    message.socket.destroy();
    return;
  }
  if (fault?.kind === 'timeout') {
    const timer = setTimeout(() => message.socket.destroy(), fault.afterMs);
    timer.unref();
    return;
  }
  const binary = Buffer.isBuffer(answer.body);
  const body = Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(JSON.stringify(answer.body));
  response.writeHead(answer.status, {
    ...(binary ? {} : { 'content-type': 'application/json; charset=UTF-8' }),
    'content-length': String(body.length),
    'cache-control': 'no-store',
    ...answer.headers,
  });
  if (fault?.kind === 'answer-lost') {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => message.socket.destroy());
    return;
  }
  if (fault?.kind !== 'slow-body') {
    response.end(body);
    return;
  }
  const pieces = 8;
  const step = Math.max(1, Math.ceil(body.length / pieces));
  for (let at = 0; at < body.length; at += step) {
    response.write(body.subarray(at, at + step));
    await new Promise((resolve) => setTimeout(resolve, fault.overMs / pieces));
  }
  response.end();
}

/** Starts the face on a free port of this machine, or on `port`. */
export async function startRest(workspace: Workspace, options: RestOptions, port = 0): Promise<RestServer> {
  const face = createRest(workspace, options);
  const server: Server = createServer((message, response) => {
    answerRest(face, message, response).catch(() => message.socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${bound}/`,
    face,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
