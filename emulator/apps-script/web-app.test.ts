/** A web app and who fetches it: event, answer, rights, allow-list, faults, time. Sources stand with the code; what is not known, in docs/platform.md. */
import { describe, expect, it } from 'vitest';
import type { RunResult, ScriptRuntime, WebRequest } from '../api.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { createRuntime } from './runtime.ts';

const STAFF = 'staff@cci.example.jp';
const SCOPE = 'https://www.googleapis.com/auth/script.external_request';

const code = `
function doGet(e) {
  if (e.parameter.page === 'html') return HtmlService.createHtmlOutput('<p>見本</p>').setTitle('題');
  if (e.parameter.page === 'throw') throw new Error('<壊れた>');
  if (e.parameter.page === 'nothing') return;
  if (e.parameter.page === 'text') return 'text';
  return ContentService.createTextOutput(JSON.stringify(e)).setMimeType(ContentService.MimeType.JSON);
}
function doPost(e) {
  Utilities.sleep(2000);
  PropertiesService.getScriptProperties().setProperty('got', e.postData.contents);
  return ContentService.createTextOutput(JSON.stringify(e)).setMimeType(ContentService.MimeType.JSON);
}
function get(url) { const r = UrlFetchApp.fetch(url); return [r.getResponseCode(), r.getContentText(), r.getHeaders()['Content-Type'], r.getContent().length]; }
function post(url, payload) { return UrlFetchApp.fetch(url, { method: 'post', contentType: 'application/json', payload, muteHttpExceptions: true }).getContentText(); }
function form(url) { return UrlFetchApp.fetch(url, { payload: { a: '1 2', b: 'あ' } }).getContentText(); }
function quiet(url) { return UrlFetchApp.fetch(url, { muteHttpExceptions: true }).getResponseCode(); }
function all(url) { return UrlFetchApp.fetchAll([url, { url: url, method: 'post', payload: 'x' }]).map((r) => JSON.parse(r.getContentText()).contentLength); }
`;

function open(manifest: object = {}): { runtime: ScriptRuntime; url: string } {
  const workspace = openWorkspace({ clock: 'virtual', startAt: '2026-04-01T00:00:00Z', seed: 5 });
  workspace.addUser({ email: STAFF, name: '職員', role: 'staff' });
  const runtime = createRuntime(workspace, {
    code,
    html: {},
    manifest: { timeZone: 'Asia/Tokyo', ...manifest },
  });
  return { runtime, url: runtime.deployWebApp('mihon') };
}

const run = (runtime: ScriptRuntime, fn: string, ...args: unknown[]): RunResult =>
  runtime.run({ fn, args, user: STAFF, kind: 'manual' });

function value<T>(result: RunResult): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value as T;
}

const failure = (result: RunResult): string => (result.ok ? '' : result.error.message);

describe('web app', () => {
  it('get__event_has_first_and_all_values__and_no_length', () => {
    const { runtime, url } = open();
    const [status, text, type] = value<[number, string, string]>(
      run(runtime, 'get', `${url}/a/b?n=1&n=2&name=%E8%A6%8B`),
    );
    expect([status, type]).toEqual([200, 'application/json; charset=utf-8']);
    expect(JSON.parse(text)).toEqual({
      queryString: 'n=1&n=2&name=%E8%A6%8B',
      parameter: { n: '1', name: '見' },
      parameters: { n: ['1', '2'], name: ['見'] },
      pathInfo: 'a/b',
      contextPath: '',
      contentLength: -1,
    });
    expect(JSON.parse(value<[number, string]>(run(runtime, 'get', url))[1]).queryString).toBeNull();
  });

  it('post__contents_as_sent__form_fields_also_as_parameters', () => {
    const { runtime, url } = open();
    expect(JSON.parse(value(run(runtime, 'post', url, '{"a":"あ"}')))).toMatchObject({
      contentLength: 11,
      parameter: {},
      postData: { length: 11, type: 'application/json', contents: '{"a":"あ"}', name: 'postData' },
    });
    expect(JSON.parse(value(run(runtime, 'form', url))).parameter).toEqual({ a: '1 2', b: 'あ' });
    expect(value(run(runtime, 'all', url))).toEqual([-1, 1]);
  });

  it('runs_as_its_owner__and_the_caller_waits_for_it', () => {
    const { runtime, url } = open();
    const before = runtime.workspace.now();
    const result = run(runtime, 'post', url, 'x');
    expect(result.elapsedMs).toBeGreaterThan(2200);
    expect(runtime.workspace.now() - before).toBe(result.elapsedMs);
    expect(
      runtime.workspace.state.executions.map(({ kind, functionName }) => `${kind} ${functionName}`),
    ).toEqual(['web doPost', 'manual post']);
  });

  it('page__text__nothing__error__each_come_with_status_200', () => {
    const { runtime, url } = open();
    const body = (page: string): string =>
      value<[number, string]>(run(runtime, 'get', `${url}?page=${page}`))[1];
    expect(body('html')).toBe('<p>見本</p>');
    expect(body('throw')).toContain('&#60;壊れた&#62;');
    expect(body('nothing')).toContain('did not return anything');
    expect(body('text')).toContain('not a supported return type');
  });

  it('script_without_the_function__says_so', () => {
    const { runtime } = open();
    const bare = createRuntime(runtime.workspace, { code: 'function x() {}', html: {}, manifest: {} });
    const url = bare.deployWebApp('bare');
    expect(value<[number, string]>(run(runtime, 'get', url))[1]).toContain('doGet');
  });
});

describe('fetch', () => {
  it('without_the_scope__or_off_the_allow_list__or_into_the_world__is_refused', () => {
    const narrow = open({ oauthScopes: ['https://www.googleapis.com/auth/drive'] });
    expect(failure(run(narrow.runtime, 'get', narrow.url))).toContain(SCOPE);
    const listed = open({ oauthScopes: [SCOPE], urlFetchWhitelist: ['https://script.google.com/'] });
    expect(value<[number]>(run(listed.runtime, 'get', listed.url))[0]).toBe(200);
    expect(failure(run(listed.runtime, 'get', 'https://evil.example/x'))).toContain('allowlist');
    const free = open();
    expect(failure(run(free.runtime, 'get', 'https://example.com/'))).toContain('外部の通信がありません');
    expect(failure(run(free.runtime, 'get', 5))).toContain("don't match the method signature");
    expect(failure(run(free.runtime, 'get', `${free.url}?q=${'x'.repeat(2100)}`))).toContain('URL Length');
  });

  it('fault_on_the_other_side__throws_unless_muted', () => {
    const { runtime } = open();
    const seen: WebRequest[] = [];
    runtime.workspace.web.set('https://mihon.example/', (asked) => {
      seen.push(asked);
      return { status: 503, contentType: 'text/plain', body: '休み', ms: 5000 };
    });
    const result = run(runtime, 'get', 'https://mihon.example/a');
    expect(failure(result)).toMatch(/Request failed for https:\/\/mihon\.example returned code 503.*休み/);
    expect(result.elapsedMs).toBeGreaterThan(5000);
    expect(value(run(runtime, 'quiet', 'https://mihon.example/a'))).toBe(503);
    expect(seen.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('quota_of_the_day__is_kept', () => {
    const { runtime, url } = open();
    value(run(runtime, 'get', url));
    const used = runtime.workspace.state.quotas[STAFF]?.used;
    if (used !== undefined) used.urlFetch = 100_000;
    expect(failure(run(runtime, 'get', url))).toContain('urlfetch');
  });
});
