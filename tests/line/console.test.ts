/** JCCI's console on the emulator: who may see it, what it reads of sheet and folder, how many calls that takes at 515 chambers. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleReply } from '../../addon/rpc/console.ts';
import type { ConsoleChamber, ConsoleView } from '../../addon/view/console-protocol.ts';
import { fleetNow, sampleFleet, statusOf } from '../../addon/view/testing/console-fleet.ts';
import { displayValue, type RunResult } from '../../emulator/index.ts';
import { growTo, insertSheet } from '../../emulator/workspace/spreadsheet.ts';
import {
  fleetCells,
  fleetHeaders,
  fleetHistoryHeaders,
  fleetHistoryName,
  fleetSheetName,
  historyCells,
} from '../../shared/release/fleet-table.ts';
import { operatorKey } from '../../shared/release/hmac.ts';
import { officeText } from '../../shared/release/office-file.ts';
import { type Built, buildProduct } from '../support/built.ts';
import { buildJobs } from '../support/jobs-bundle.ts';
import { address, jcciUser, master, type Office, openOffice, visit } from '../support/release.ts';

const person = 'mihon@jcci.example';
const caller = { key: operatorKey(master, person), person };
const fleet = sampleFleet(515, 20);

let built: Built;
beforeAll(async () => {
  const jobs = await buildJobs();
  const html = { Console: '<div id="app" data-key="" data-person="" aria-busy="true"></div>' };
  built = { ...jobs, bundle: { ...jobs.bundle, html } };
}, 240_000);

function fill(office: Office, name: string, table: readonly (readonly string[])[]): void {
  const book = office.workspace.state.spreadsheets[office.bookId];
  if (book === undefined) throw new Error('no book');
  const sheet = insertSheet(office.workspace, book, name);
  growTo(sheet, table.length + 10, 20);
  table.forEach((cells, at) => {
    sheet.cells[at] = Object.fromEntries(cells.map((text, column) => [column, { t: 'text', v: text }]));
  });
}

const line = (headers: readonly string[], cells: Readonly<Record<string, string>>): readonly string[] =>
  headers.map((header) => cells[header] ?? '');

/** JCCI's office with the invented country in its sheet. */
function filled(
  files: Readonly<Record<string, string>> = { 'office.json': officeText(fleet.office) },
): Office {
  const office = openOffice(built, files);
  fill(office, fleetSheetName, [
    fleetHeaders,
    ...fleet.rows.map((row) => line(fleetHeaders, fleetCells(row))),
  ]);
  return office;
}

function ask(
  { runtime }: Office,
  method: string,
  input: unknown,
): { readonly reply: ConsoleReply; readonly result: RunResult } {
  const result = runtime.run({ fn: 'consoleCall', args: [method, input], user: jcciUser, kind: 'rpc' });
  if (!result.ok) throw new Error(result.error.message);
  return { reply: result.value as ConsoleReply, result };
}

function answered<T>(office: Office, method: string, input: unknown): T {
  const { reply } = ask(office, method, input);
  if (!reply.ok) throw new Error(JSON.stringify(reply.issues));
  return reply.result as T;
}

const codes = (reply: ConsoleReply): readonly string[] =>
  reply.ok ? [] : reply.issues.map(({ code }) => code);

function log({ workspace, bookId }: Office): readonly (readonly string[])[] {
  const sheet = workspace.state.spreadsheets[bookId]?.sheets.find(({ name }) => name === '操作記録');
  if (sheet === undefined) return [];
  return Object.keys(sheet.cells)
    .map(Number)
    .filter((row) => row > 0)
    .map((row) => [1, 3, 5].map((column) => displayValue(sheet, row, column)));
}

const page = (office: Office, query: string): string => visit(office, { url: `${address}?${query}` }).body;

describe('what it shows', () => {
  it('five_hundred_and_fifteen_chambers__one_read_of_the_sheet_and_one_of_the_folder', () => {
    const office = filled();
    const small = openOffice(built, { 'office.json': officeText(fleet.office) });
    fill(small, fleetSheetName, [fleetHeaders]);
    ask(small, 'console', caller);
    const { reply, result } = ask(office, 'console', caller);
    if (!reply.ok) throw new Error(JSON.stringify(reply.issues));
    const view = reply.result as ConsoleView;
    expect(view.rows).toHaveLength(515);
    expect(view).toMatchObject({ release: '1.2.0', source: 'read' });
    expect(view.paused?.why).toContain('で失敗しました');
    expect(view.rings.map(({ name }) => name)).toEqual(['日商内', '作業部会の商工会議所', '新潟県', '全国']);
    // The first look makes the sheet of the log; the next ones find it.
    expect(result.calls.total).toBeLessThanOrEqual(50);
    const { calls } = ask(office, 'console', caller).result;
    expect(calls.total).toBeLessThanOrEqual(20);
    const data = calls.list.filter((name) => /^Range\.get|^File\.getContent/.test(name));
    expect(data).toHaveLength(3);
    const { total } = ask(small, 'console', caller).result.calls;
    expect(calls.total).toBe(total);
  });

  it('one_chamber__its_lines_of_a_long_record__newest_first', () => {
    const office = filled();
    const lines = Array.from({ length: 3000 }, (_unused, at) => {
      const chamber = `${String((at % 47) + 1).padStart(2, '0')}-001`;
      const release = { version: '1.2.0', outcome: 'failed', error: 'release.content' } as const;
      return line(
        fleetHistoryHeaders,
        historyCells(statusOf(chamber, { counter: at + 1, release }), fleetNow + at * 60_000),
      );
    });
    fill(office, fleetHistoryName, [fleetHistoryHeaders, ...lines]);
    const { reply, result } = ask(office, 'consoleChamber', { ...caller, code: '13-001' });
    if (!reply.ok) throw new Error(JSON.stringify(reply.issues));
    const page = reply.result as ConsoleChamber;
    expect(page.history).toHaveLength(64);
    expect(page.history[0]?.reason).toContain('読めません');
    expect([...page.history].map(({ at }) => at)).toEqual(
      page.history
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    expect(page.forms).toHaveLength(2);
    expect(result.calls.total).toBeLessThanOrEqual(30);
    expect(log(office)).toEqual([]);
  });

  it('office_without_anything_yet__and_with_a_broken_file__says_so_and_counts_the_sheet', () => {
    const bare = openOffice(built);
    expect(answered<ConsoleView>(bare, 'console', caller)).toMatchObject({ source: 'none', rows: [] });
    expect(answered<ConsoleChamber>(bare, 'consoleChamber', { ...caller, code: 'c-1' }).history).toEqual([]);
    const broken = filled({ 'office.json': '{"format":"other"}' });
    const view = answered<ConsoleView>(broken, 'console', caller);
    expect([view.source, view.rows.length]).toEqual(['unreadable', 515]);
  });

  it('looking__changes_nothing_but_the_log', () => {
    const office = filled();
    answered(office, 'console', caller);
    const whole = (): string => {
      const { spreadsheets, ...rest } = office.workspace.state;
      const sheets = spreadsheets[office.bookId]?.sheets.filter(({ name }) => name !== '操作記録');
      return JSON.stringify([sheets, rest.properties, rest.mails]);
    };
    const before = whole();
    answered(office, 'console', caller);
    answered(office, 'consoleChamber', { ...caller, code: '01-001' });
    expect(whole()).toBe(before);
    expect(log(office)).toEqual([
      [person, '実行', 'console'],
      [person, '実行', 'console'],
    ]);
  });
});

describe('who may see it', () => {
  it('page__with_the_key_of_a_person__carries_it__without_one_or_with_another_s_nothing_comes', () => {
    const office = filled();
    const good = page(office, `page=console&who=${encodeURIComponent(person)}&key=${caller.key}`);
    expect(good).toContain(`data-key="${caller.key}" data-person="${person}"`);
    for (const query of [
      'page=console',
      `page=console&key=${caller.key}`,
      `page=console&who=other@jcci.example&key=${caller.key}`,
      `page=console&who=${person}&key=${operatorKey('b6'.repeat(32), person)}`,
      `page=console&who=${encodeURIComponent('"><script>')}&key=${caller.key}`,
    ])
      expect(page(office, query), query).toBe('{"ok":false,"fault":"closed"}');
  });

  it('page__opens_no_sheet', () => {
    const office = filled();
    const { result } = visit(office, { url: `${address}?page=console&key=${operatorKey(master)}` });
    expect(
      result.calls.list.filter((name) => !/^(Properties|HtmlService|HtmlOutput|HtmlTemplate)/.test(name)),
    ).toEqual([]);
  });

  it('name_that_is_markup__is_text_in_the_page', () => {
    const office = filled();
    const evil = '"><script>alert(1)</script>@jcci.example';
    const body = page(
      office,
      `page=console&who=${encodeURIComponent(evil)}&key=${operatorKey(master, evil)}`,
    );
    expect(body).toContain('data-person="&#34;&#62;&#60;script&#62;');
    expect(body).not.toContain('<script>');
  });

  it('call__proves_itself_each_time__a_wrong_key_opens_no_sheet_and_leaves_no_line', () => {
    const office = filled();
    for (const method of ['console', 'consoleChamber']) {
      const more = method === 'console' ? {} : { code: '01-001' };
      for (const wrong of [
        { key: '', person },
        { key: caller.key, person: '' },
        { key: 'f'.repeat(64), person },
      ]) {
        const { reply, result } = ask(office, method, { ...wrong, ...more });
        expect(codes(reply)).toEqual(['viewer.key']);
        expect(result.calls.list.filter((name) => /Spreadsheet|Drive/.test(name))).toEqual([]);
      }
    }
    expect(log(office)).toEqual([]);
  });

  it('list_of_roles__lets_in_whom_it_names__refuses_others_and_the_key_of_the_office__and_keeps_both_in_the_log', () => {
    const office = filled();
    const { script } = office.workspace.state.properties;
    script[`cci.roles.${office.bookId}`] = JSON.stringify({ version: 1, people: { [person]: 1 } });
    answered(office, 'console', { ...caller, person: 'MIHON@jcci.example' });
    const other = 'former@jcci.example';
    const refused = ask(office, 'console', { key: operatorKey(master, other), person: other }).reply;
    expect(codes(refused)).toEqual(['viewer.person']);
    if (!refused.ok) expect(refused.issues[0]?.message).toContain(other);
    expect(codes(ask(office, 'console', { key: operatorKey(master), person: '' }).reply)).toEqual([
      'viewer.person',
    ]);
    expect(
      codes(
        ask(office, 'consoleChamber', { key: operatorKey(master, other), person: other, code: 'c-1' }).reply,
      ),
    ).toEqual(['viewer.person']);
    expect(log(office)).toEqual([
      ['MIHON@jcci.example', '実行', 'console'],
      [other, '権限なし', 'console'],
      ['（共通の鍵）', '権限なし', 'console'],
      [other, '権限なし', 'consoleChamber'],
    ]);
  });

  it('list_of_viewers__counts_before_the_roles', () => {
    const office = filled();
    const { script } = office.workspace.state.properties;
    script[`cci.roles.${office.bookId}`] = JSON.stringify({ version: 1, people: { [person]: 1 } });
    script['cci.fleet.viewers'] = 'other@jcci.example';
    expect(codes(ask(office, 'console', caller).reply)).toEqual(['viewer.person']);
    script['cci.fleet.viewers'] = ' other@jcci.example, MIHON@jcci.example ';
    answered(office, 'console', caller);
  });

  it('copy_of_a_chamber__has_no_console', () => {
    const office = filled();
    delete office.workspace.state.properties.script['cci.fleet.master'];
    expect(codes(ask(office, 'console', caller).reply)).toEqual(['viewer.closed']);
  });
});

describe('product', () => {
  it('as_it_ships__gives_the_page_with_its_key__and_answers_its_calls_out_of_a_part', async () => {
    const office = openOffice(await buildProduct(), { 'office.json': officeText(fleet.office) });
    fill(office, fleetSheetName, [
      fleetHeaders,
      ...fleet.rows.slice(0, 20).map((row) => line(fleetHeaders, fleetCells(row))),
    ]);
    const body = page(office, `page=console&who=${encodeURIComponent(person)}&key=${caller.key}`);
    expect(body).toContain(`<div id="app" data-key="${caller.key}" data-person="${person}"`);
    expect(body).toContain('.consoleCall(');
    expect(Buffer.byteLength(body)).toBeLessThan(300_000);
    expect(answered<ConsoleView>(office, 'console', caller).rows).toHaveLength(515);
    expect(codes(ask(office, 'consoleChamber', { ...caller, code: '1 1' }).reply)).toEqual(['rpc.input']);
  });
});

describe('input', () => {
  it('unknown_methods_and_other_shapes__are_answered_in_words', () => {
    const office = filled();
    const cases: readonly (readonly [unknown, unknown, string])[] = [
      ['constructor', caller, 'rpc.unknown-method'],
      [undefined, caller, 'rpc.unknown-method'],
      ['console', null, 'rpc.input'],
      ['console', { ...caller, more: 1 }, 'rpc.input'],
      ['consoleChamber', caller, 'rpc.input'],
      ['consoleChamber', { ...caller, code: '=1+1' }, 'rpc.input'],
      ['console', { ...caller, key: 'f'.repeat(65) }, 'rpc.input'],
    ];
    for (const [method, input, code] of cases) {
      const result = office.runtime.run({
        fn: 'consoleCall',
        args: [method, input],
        user: jcciUser,
        kind: 'rpc',
      });
      if (!result.ok) throw new Error(result.error.message);
      expect(codes(result.value as ConsoleReply), String(method)).toEqual([code]);
    }
  });

  it('fault_of_the_platform__one_code_and_nothing_of_the_fault', () => {
    const office = filled();
    const found = office.workspace.state.properties.script;
    found['cci.fleet.folder'] = 'gone';
    const { reply } = ask(office, 'console', caller);
    expect(codes(reply)).toEqual(['rpc.failed']);
    expect(JSON.stringify(reply)).not.toContain('gone');
  });
});
