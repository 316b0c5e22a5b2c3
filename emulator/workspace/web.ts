/** What passes between a web app and whoever asks it (https://developers.google.com/apps-script/guides/web). */
import type { WebRequest } from '../api.ts';

/** The event that `doGet` and `doPost` receive. */
export interface WebEvent {
  /** null without one, as the guide says. */
  queryString: string | null;
  parameter: Record<string, string>;
  parameters: Record<string, string[]>;
  pathInfo?: string;
  contextPath: string;
  /** -1 for GET. */
  contentLength: number;
  postData?: { length: number; type: string; contents: string; name: 'postData' };
}

const FORM = 'application/x-www-form-urlencoded';

/** Address of the web app of a deployment. */
export const webAppUrl = (deployment: string): string =>
  `https://script.google.com/macros/s/${deployment}/exec`;

/** The event of one request to a web app at `address`. */
export function webEvent(address: string, { method, url, contentType, body }: WebRequest): WebEvent {
  const [path = '', query = ''] = url.split('?', 2);
  const parameters: Record<string, string[]> = {};
  const take = (text: string): void => {
    for (const [name, value] of new URLSearchParams(text)) {
      parameters[name] = [...(parameters[name] ?? []), value];
    }
  };
  take(query);
  const isPost = method === 'POST';
  const type = contentType.split(';')[0] ?? '';
  if (isPost && type === FORM) take(body);
  const pathInfo = path.slice(address.length).replace(/^\//, '');
  return {
    queryString: query === '' ? null : query,
    parameter: Object.fromEntries(
      Object.entries(parameters).map(([name, values]) => [name, values[0] ?? '']),
    ),
    parameters,
    contextPath: '',
    contentLength: isPost ? Buffer.byteLength(body) : -1,
    ...(pathInfo === '' ? {} : { pathInfo }),
    ...(isPost
      ? {
          postData: {
            length: Buffer.byteLength(body),
            type: type === '' ? FORM : type,
            contents: body,
            name: 'postData' as const,
          },
        }
      : {}),
  };
}

/** A page of the platform, with status 200: a web app cannot set one, and its faults come as a page too. */
export function platformPage(message: string): string {
  const text = message.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
  return `<!DOCTYPE html><html><head><title>Error</title></head><body><div>${text}</div></body></html>`;
}
