/** What crosses the wire, and what a route is: the REST face knows no socket; `server.ts` puts one around it. */
import type { Workspace } from '../api.ts';

export interface RestRequest {
  readonly method: string;
  /** Path without the query, as sent (escaped). */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface RestAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object goes out as JSON. */
  readonly body: Buffer | object;
  /** Parts of a JSON answer that are sent (`fields` of the call, or the method's default); absent: all. */
  readonly fields?: string;
}

/** Whose quota a method draws on (https://developers.google.com/workspace/forms/api/limits, https://developers.google.com/workspace/sheets/api/limits). */
export type Api =
  | 'forms-read'
  | 'forms-responses'
  | 'forms-write'
  | 'sheets-read'
  | 'sheets-write'
  | 'drive'
  | 'script';

export interface Call {
  readonly workspace: Workspace;
  readonly user: string;
  readonly request: RestRequest;
  /** Unescaped path parts by name. */
  readonly path: Readonly<Record<string, string>>;
  /** The JSON body, or an empty object. */
  readonly json: Readonly<Record<string, unknown>>;
}

export interface RestRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** `/v1/forms/{formId}:batchUpdate`, as the discovery document writes it. */
  readonly template: string;
  readonly api: Api;
  /** One of these scopes has to be granted. */
  readonly scopes: readonly string[];
  readonly writes: boolean;
  readonly handle: (call: Call) => RestAnswer;
}

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

/** Scopes by the methods' reference pages. */
export const SCOPES = {
  formRead: [scope('forms.body'), scope('forms.body.readonly'), scope('drive'), scope('drive.readonly')],
  formWrite: [scope('forms.body'), scope('drive'), scope('drive.file')],
  responses: [scope('forms.responses.readonly'), scope('drive')],
  sheetRead: [
    scope('spreadsheets'),
    scope('spreadsheets.readonly'),
    scope('drive'),
    scope('drive.readonly'),
    scope('drive.file'),
  ],
  sheetWrite: [scope('spreadsheets'), scope('drive'), scope('drive.file')],
  driveRead: [scope('drive'), scope('drive.readonly'), scope('drive.file'), scope('drive.metadata.readonly')],
  driveWrite: [scope('drive'), scope('drive.file')],
  scriptRead: [scope('script.projects'), scope('script.projects.readonly')],
  scriptWrite: [scope('script.projects')],
  deployments: [scope('script.deployments'), scope('script.deployments.readonly')],
  deploy: [scope('script.deployments')],
} as const;
