import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScriptRuntime } from '../api.ts';
import { createRuntime, openWorkspace } from '../index.ts';
import { entryName } from '../workspace/form-entries.ts';
import { addItem, createForm, setPublished } from '../workspace/forms.ts';
import type { Product } from './face.ts';
import { startWeb, type WebFace } from './server.ts';

const clerk = 'clerk@example.jp';
const code = `
function onOpen() { SpreadsheetApp.getUi().createMenu('見本').addItem('開く', 'show').addToUi(); }
function show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<!doctype html><html><head><title>t</title></head><body><p>側</p></body></html>').setTitle('側')); }
function add(a, b) { return { sum: a + b, user: Session.getActiveUser().getEmail() }; }
function dated() { return { at: new Date(0) }; }
function broken() { throw new Error('こわれた'); }
function secret_() { return 1; }
function makeDoc() {
  const doc = DocumentApp.create('案内状');
  doc.getBody().appendParagraph('見本商会 御中').editAsText().setFontSize(18);
  doc.getBody().appendPageBreak();
  doc.saveAndClose();
  return doc.getId();
}
function findCsv() {
  const files = DriveApp.getRootFolder().getFilesByType(MimeType.CSV);
  const file = files.next();
  return [file.getName(), file.getSize(), file.getBlob().getBytes()[0]];
}
function makeBook() { return SpreadsheetApp.create('帳簿').getId(); }
`;

const product: Product = {
  name: '見本',
  place: '見本の場所',
  welcome: 'ようこそ',
  people: [
    { id: 'guest', roleLabel: '客', name: '客', email: '' },
    { id: 'clerk', roleLabel: '係', name: '係', email: clerk },
  ],
  further: [],
  steps: () => [
    { title: '一', text: '', person: 'guest', button: '行く', href: '/mail', done: false, status: '' },
  ],
};

let web: WebFace;
let runtime: ScriptRuntime;
let bookId = '';
let publicId = '';

beforeAll(async () => {
  const workspace = openWorkspace({ clock: 'virtual' });
  workspace.addUser({ email: clerk, name: '係', role: 'staff' });
  runtime = createRuntime(workspace, { code, html: {}, manifest: {}, owner: clerk });
  const made = runtime.run({ fn: 'makeBook', user: clerk, kind: 'manual' });
  bookId = made.ok ? String(made.value) : '';
  const form = createForm(workspace, '申込', clerk, true);
  form.title = '申込';
  const name = addItem(workspace, form, 'TEXT');
  Object.assign(name, { title: '名前', required: true });
  setPublished(workspace, form, true);
  publicId = form.publicId;
  web = await startWeb({ runtime, product }, 0);
});
afterAll(() => web.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(web.address + path, { headers, redirect: 'manual' });
const post = (
  path: string,
  body: string | URLSearchParams,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(web.address + path, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: web.address, ...headers },
  });
const json = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
  const reply = await post(path, JSON.stringify(body), { 'content-type': 'application/json' });
  return (await reply.json()) as Record<string, unknown>;
};

describe('every page', () => {
  it('answers__with_a_policy_that_allows_no_inline_script', async () => {
    for (const path of [
      '/',
      '/mail',
      `/sheets/${bookId}`,
      `/forms/${publicId}/viewform`,
      `/forms/${publicId}/edit`,
    ]) {
      const reply = await get(path);
      const policy = reply.headers.get('content-security-policy') ?? '';
      expect([path, reply.status]).toEqual([path, 200]);
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe-inline');
      expect(await reply.text()).not.toMatch(/<script>|style="|\son\w+="/);
    }
  });
  it('unknown_address__is_404__and_wrong_method_405', async () => {
    expect((await get('/nothing')).status).toBe(404);
    expect((await get('/rpc')).status).toBe(405);
  });
  it('address_of_the_live_service__leads_to_the_same_file_here', async () => {
    const reply = await get(`/spreadsheets/d/${bookId}/edit`);
    expect(reply.headers.get('location')).toBe(`/sheets/${bookId}`);
  });
});

describe('changing anything', () => {
  it('from_another_origin__is_refused', async () => {
    const reply = await post('/clock', new URLSearchParams({ hours: '1' }), {
      origin: 'http://evil.example',
    });
    expect(reply.status).toBe(403);
  });
  it('redirect_to_another_site__leads_to_the_desk', async () => {
    const reply = await post('/person', new URLSearchParams({ id: 'clerk', to: '//evil.example/' }));
    expect(reply.headers.get('location')).toBe('/');
    expect(reply.headers.get('set-cookie')).toContain('person=clerk');
  });
  it('clock__moves_by_hours', async () => {
    const before = runtime.workspace.now();
    await post('/clock', new URLSearchParams({ hours: '24' }));
    expect(runtime.workspace.now() - before).toBeGreaterThanOrEqual(24 * 3_600_000);
  });
});

describe('the form', () => {
  const address = (): string => `/forms/${publicId}/viewform`;
  const itemId = (): number => Object.values(runtime.workspace.state.forms)[0]?.items[0]?.id ?? 0;

  it('prefilled_address__fills_the_field', async () => {
    const reply = await get(`${address()}?usp=pp_url&${entryName(itemId())}=${encodeURIComponent('"髙橋"')}`);
    expect(await reply.text()).toContain('value="&quot;髙橋&quot;"');
  });
  it('prefilled_address__of_33_000_signs__is_still_read', async () => {
    const long = encodeURIComponent('𠮷野家&'.repeat(1000));
    const reply = await get(`${address()}?${entryName(itemId())}=${long}`);
    expect(long.length).toBeGreaterThan(30_000);
    expect(await reply.text()).toContain('𠮷野家&amp;'.repeat(1000));
  });
  it('missing_answer_without_scripts__comes_back_with_the_fault__and_nothing_is_stored', async () => {
    const reply = await post(address(), new URLSearchParams({ [entryName(itemId())]: '' }));
    expect(reply.status).toBe(422);
    expect(await reply.text()).toContain('is-wrong');
    expect(Object.values(runtime.workspace.state.forms)[0]?.responses).toHaveLength(0);
  });
  it('answer__is_stored__and_leads_to_the_closing_page', async () => {
    const reply = await post(address(), new URLSearchParams({ [entryName(itemId())]: '=1+1' }));
    expect(reply.headers.get('location')).toBe(`${address()}?done=1`);
    expect(Object.values(runtime.workspace.state.forms)[0]?.responses[0]?.answers).toEqual({
      [itemId()]: '=1+1',
    });
  });
});

describe('a document', () => {
  it('made_by_a_script__shows_sheets_and_looks__and_its_live_address_leads_there', async () => {
    const made = runtime.run({ fn: 'makeDoc', user: clerk, kind: 'manual' });
    const id = made.ok ? String(made.value) : '';
    const reply = await get(`/docs/${id}`);
    const out = await reply.text();
    expect(out.match(/data-paper>/g)).toHaveLength(2);
    expect(out).toContain('見本商会 御中');
    const href = /href="(\/docs\/[^"]+looks\.css[^"]*)"/.exec(out)?.[1]?.replace(/&amp;/g, '&') ?? '';
    const looks = await get(href);
    expect(looks.headers.get('content-type')).toContain('text/css');
    expect(await looks.text()).toContain('font-size:18pt');
    expect((await get(`/document/d/${id}/edit`)).headers.get('location')).toBe(`/docs/${id}`);
    expect((await get(`/drive/${id}`)).headers.get('location')).toBe(`/docs/${id}`);
    expect((await get('/docs/none')).status).toBe(404);
  });
});

describe('a file put into Drive', () => {
  const put = (
    name: string,
    body: Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ): Promise<Response> =>
    fetch(`${web.address}/drive/files?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body,
      headers: { origin: web.address, 'content-type': 'application/octet-stream', ...headers },
    });
  it('bytes_of_any_encoding__come_back_exactly__and_a_script_finds_the_file', async () => {
    const bytes = Uint8Array.from([0xfb, 0xfc, 0x0d, 0x0a, 0x00, 0xff]);
    const said = (await (await put('会員.csv', bytes)).json()) as { id: string };
    const back = await get(`/drive/${said.id}/download`);
    expect([...new Uint8Array(await back.arrayBuffer())]).toEqual([...bytes]);
    const found = runtime.run({ fn: 'findCsv', user: clerk, kind: 'manual' });
    expect(found.ok && found.value).toEqual(['会員.csv', 6, -5]);
  });
  it('more_than_10_MB__is_taken__without_a_name_or_from_another_page__is_not', async () => {
    expect((await put('大.csv', new Uint8Array(11_000_000))).status).toBe(200);
    expect((await put('', new Uint8Array(1))).status).toBe(400);
    expect((await put('x.csv', new Uint8Array(1), { origin: 'http://evil.example' })).status).toBe(403);
  });
});

describe('google.script.run', () => {
  const call = (fn: string, args: unknown[] = []): Promise<Record<string, unknown>> =>
    json('/rpc', { fn, args, file: bookId });

  it('plain_values__go_and_come__as_the_account_at_the_screen', async () => {
    expect(await call('add', [1, 2])).toMatchObject({ ok: true, value: { sum: 3, user: clerk } });
  });
  it('private_name__is_refused_before_it_runs', async () => {
    expect(await call('secret_')).toMatchObject({ ok: false, name: 'ReferenceError' });
  });
  it('exception__comes_as_a_failure_with_its_message', async () => {
    expect(await call('broken')).toMatchObject({ ok: false, message: expect.stringContaining('こわれた') });
  });
  it('date_in_the_result__never_arrives_as_a_date', async () => {
    expect(JSON.stringify(await call('dated'))).not.toContain('1970');
  });
  it('malformed_call__is_refused', async () => {
    expect(await json('/rpc', { fn: 1 })).toMatchObject({ ok: false });
  });
});

describe('menus and frames', () => {
  it('function_that_no_menu_names__is_not_run', async () => {
    expect(await json('/menu', { fn: 'makeBook', args: [], file: bookId })).toMatchObject({ ok: false });
  });
  it('menu_item__opens_the_sidebar__in_a_sandbox_with_its_runner', async () => {
    const said = await json('/menu', { fn: 'show', args: [], file: bookId });
    expect(said).toMatchObject({ ok: true, effects: { sidebar: { title: '側' } } });
    const frame = await get('/frame/sidebar');
    const policy = frame.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^sandbox allow-scripts(?! .*allow-same-origin)/);
    expect(policy).toContain("default-src 'none'");
    expect(await frame.text()).toMatch(/^<!doctype html><html><head><script>.*<p>側<\/p>/s);
    const page = await (await get(`/sheets/${bookId}`)).text();
    expect(page).toContain('src="/frame/sidebar"');
    expect(page).not.toContain('allow-same-origin');
  });
  it('cell__typed_by_a_person__is_stored_and_shown', async () => {
    const sheetId = runtime.workspace.state.spreadsheets[bookId]?.sheets[0]?.id;
    expect(
      await json(`/sheets/${bookId}/cell`, { sheetId, row: 1, column: 1, text: '<b>太字</b>' }),
    ).toMatchObject({
      ok: true,
    });
    expect(await (await get(`/sheets/${bookId}?live=1`)).text()).toContain('&lt;b&gt;太字&lt;/b&gt;');
    expect(await json(`/sheets/${bookId}/cell`, { sheetId, row: -1, column: 1, text: '' })).toMatchObject({
      ok: false,
    });
  });
});
