import { describe, expect, it } from 'vitest';
import type { RunRequest, RunResult, ScriptRuntime, Workspace } from '../api.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { createRuntime } from './runtime.ts';

const STAFF = 'staff@cci.example.jp';

function open(
  code: string,
  html: Record<string, string> = {},
): { workspace: Workspace; runtime: ScriptRuntime } {
  const workspace = openWorkspace({ clock: 'virtual', startAt: '2026-04-01T00:00:00Z', seed: 5 });
  workspace.addUser({ email: STAFF, name: '職員', role: 'staff' });
  return {
    workspace,
    runtime: createRuntime(workspace, { code, html, manifest: { timeZone: 'Asia/Tokyo' } }),
  };
}

function run(runtime: ScriptRuntime, fn: string, more: Partial<RunRequest> = {}): RunResult {
  return runtime.run({ fn, user: STAFF, kind: 'manual', ...more });
}

function value<T>(result: RunResult): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value as T;
}

describe('realm', () => {
  it('execution__each__has_fresh_globals', () => {
    const { runtime } = open('var n = 0; function count() { n += 1; return n; }');
    expect(value(run(runtime, 'count'))).toBe(1);
    expect(value(run(runtime, 'count'))).toBe(1);
  });

  it('functions__const_arrows_and_async__are_found', () => {
    const { runtime } = open(
      'const f = () => 1; async function g() { await null; return 2; } function h_() {}',
    );
    expect(value(run(runtime, 'f'))).toBe(1);
    expect(value(run(runtime, 'g'))).toBe(2);
    expect(run(runtime, 'h_', { kind: 'rpc' }).ok).toBe(false);
    expect(run(runtime, 'nothing').ok).toBe(false);
  });

  it('members__not_implemented__throw_by_name_and_detection_works', () => {
    const { runtime } = open(`function f() {
      const out = [];
      const book = SpreadsheetApp.create('a');
      for (const act of [() => SpreadsheetApp.newRichTextValue(), () => CardService.newLinkPreview(), () => FormApp.ItemType.FAX, () => { book.x = 1; }]) {
        try { act(); out.push('none'); } catch (e) { out.push([e instanceof Error, e.message]); }
      }
      return [out, 'getSheets' in book, 'getFoo' in book, String(book), JSON.stringify({ book })];
    }`);
    expect(value(run(runtime, 'f'))).toEqual([
      [
        [true, expect.stringContaining('SpreadsheetApp.newRichTextValue')],
        [true, expect.stringContaining('CardService.newLinkPreview')],
        [true, expect.stringContaining('ItemType.FAX')],
        [true, expect.stringContaining('Spreadsheet.x')],
      ],
      true,
      false,
      'Spreadsheet',
      '{"book":{}}',
    ]);
  });

  it('objects__of_every_kind__belong_to_the_realm', () => {
    const { runtime } = open(`function f() {
      const p = PropertiesService.getScriptProperties().getProperties();
      return [p.constructor === Object, new Date() instanceof Date, new Date().constructor === Date, Date.now() === new Date().getTime(), typeof Date()];
    }`);
    expect(value(run(runtime, 'f'))).toEqual([true, true, true, true, 'string']);
  });

  it('rpc__date_in_the_result__fails', () => {
    const { runtime } = open('function f() { return { at: new Date() }; }');
    expect(run(runtime, 'f', { kind: 'rpc' }).ok).toBe(false);
  });

  it('syntax_error__is_reported_by_each_run', () => {
    const result = run(open('function f( {').runtime, 'f');
    expect(result.ok ? '' : result.error.name).toBe('SyntaxError');
  });
});

describe('counts and death', () => {
  const code = `function f() {
    const sheet = SpreadsheetApp.create('a').getSheets()[0];
    sheet.getRange('A1').setValue(1);
    sheet.getRange('A1').getValue();
    sheet.getRange('A2').setValue(2);
    SpreadsheetApp.flush();
    sheet.getRange('A2').getValue();
  }`;

  it('reads_writes_and_switches__are_counted_by_service', () => {
    const { calls } = run(open(code).runtime, 'f');
    expect(calls.list).toEqual([
      'SpreadsheetApp.create',
      'Spreadsheet.getSheets',
      'Range.setValues',
      'Range.getValues',
      'Range.setValues',
      'SpreadsheetApp.flush',
      'Range.getValues',
    ]);
    expect(calls).toMatchObject({ read: 3, write: 3, flush: 1, total: 7, readAfterWrite: 1 });
    expect(calls.services.SpreadsheetApp?.total).toBe(7);
  });

  it.each([1, 2, 3, 4, 5, 6, 7])('failAtCall %i__kills_before_that_call', (n) => {
    const result = run(open(code).runtime, 'f', { failAtCall: n });
    expect(result.ok).toBe(false);
    expect(result.calls.total).toBe(n - 1);
  });

  it('death__caught_by_the_script__stays_death_and_nothing_more_is_carried_out', () => {
    const { workspace, runtime } = open(`function f() {
      const lock = LockService.getScriptLock();
      lock.waitLock(1000);
      try { MailApp.sendEmail('a@example.jp', 's', 'b'); } catch (e) { Logger.log(e.message); }
      finally { try { MailApp.sendEmail('b@example.jp', 's', 'b'); lock.releaseLock(); } catch (e) {} }
      return 'survived';
    }`);
    const result = run(runtime, 'f', { failAtCall: 2 });
    expect(result.ok).toBe(false);
    expect(result.execution.status).toBe('failed');
    expect(workspace.state.mails).toEqual([]);
    expect(workspace.locks.size).toBe(0);
    expect(value(run(runtime, 'f'))).toBe('survived');
  });

  it('six_minutes__on_the_virtual_clock__time_out_uncatchably', () => {
    const { workspace, runtime } = open(`function f() {
      for (let i = 0; i < 10; i++) { try { Utilities.sleep(60000); } catch (e) {} }
      return 'done';
    }`);
    const before = workspace.now();
    const result = run(runtime, 'f');
    expect(result.ok ? '' : result.error.message).toBe('Exceeded maximum execution time');
    expect(result.execution.status).toBe('timed-out');
    expect(workspace.now() - before).toBe(360_000);
  });

  it('card__thirty_seconds__time_out', () => {
    const { runtime } = open('function f() { Utilities.sleep(31000); return 1; }');
    expect(run(runtime, 'f', { kind: 'card' }).execution.status).toBe('timed-out');
    expect(value(run(runtime, 'f'))).toBe(1);
  });
});

describe('locks', () => {
  it('second_execution__between_calls_of_the_first__is_kept_out', () => {
    const { runtime } = open(`
      function holder() { const lock = LockService.getScriptLock(); lock.waitLock(1000); PropertiesService.getScriptProperties().setProperty('a', '1'); lock.releaseLock(); return lock.hasLock(); }
      function tries() { return [LockService.getScriptLock().tryLock(2000), LockService.getUserLock().tryLock(10), LockService.getDocumentLock()]; }
      function waits() { LockService.getScriptLock().waitLock(3000); }
    `);
    const inner: RunResult[] = [];
    const onCall = (_n: number, name: string): void => {
      if (name === 'Properties.setProperties') inner.push(run(runtime, 'tries'), run(runtime, 'waits'));
    };
    expect(value(run(runtime, 'holder', { onCall }))).toBe(false);
    const [tries, waits] = inner;
    expect(tries?.ok && tries.value).toEqual([false, true, null]);
    expect(tries?.elapsedMs).toBeGreaterThanOrEqual(2000);
    expect(waits?.ok === false && waits.error.message).toMatch(/Lock timeout/);
    expect(value(run(runtime, 'tries'))).toEqual([true, true, null]);
  });
});

describe('ui', () => {
  it('menu_and_sidebar__are_handed_to_the_web_face', () => {
    const { workspace, runtime } = open(
      `function onOpen(e) { SpreadsheetApp.getUi().createMenu('会議所キット').addItem('受付', 'show').addSeparator().addToUi(); Logger.log(String(e.authMode)); }
       function show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('受付')); SpreadsheetApp.getActive().toast('開きました'); return SpreadsheetApp.getUi().alert('続けますか', SpreadsheetApp.getUi().ButtonSet.YES_NO) === SpreadsheetApp.getUi().Button.NO; }
       function make() { return SpreadsheetApp.create('帳').getId(); }`,
      { Sidebar: '<p>受付</p>' },
    );
    const id = value<string>(run(runtime, 'make'));
    const opened = runtime.openFile({ id, type: 'spreadsheet' }, STAFF);
    expect(opened[0]?.ui.menus).toEqual([
      {
        caption: '会議所キット',
        items: [
          { caption: '受付', fn: 'show' },
          { caption: '', fn: '' },
        ],
      },
    ]);
    expect(opened[0]?.logs).toEqual(['LIMITED']);
    const shown = run(runtime, 'show', {
      kind: 'menu',
      activeFile: { id, type: 'spreadsheet' },
      dialogAnswers: ['NO'],
    });
    expect(value(shown)).toBe(true);
    expect(shown.ui).toMatchObject({ toasts: ['開きました'], alerts: ['続けますか'] });
    expect(runtime.openHtml(STAFF)).toMatchObject({ kind: 'sidebar', title: '受付', html: '<p>受付</p>' });
    runtime.closeHtml(STAFF, 'sidebar');
    expect(runtime.openHtml(STAFF)).toBeNull();
    expect(run(runtime, 'show', { kind: 'trigger', activeFile: { id, type: 'spreadsheet' } }).ok).toBe(false);
    expect(workspace.state.executions.length).toBeGreaterThan(2);
  });
});
