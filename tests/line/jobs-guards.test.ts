/** What holds around the line: workbooks that people changed by hand, calls that should be refused, the menu. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import {
  answer,
  ask,
  call,
  clerk,
  newChamber,
  readyChamber,
  records,
  run,
  sheetRows,
  soundAnswers,
} from '../support/chamber.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const everything = { state: '', search: '', offset: 0, limit: 100 };

describe('workbook in people’s hands', () => {
  it('queue__sorted_and_edited_by_hand__is_put_right_and_own_columns_stay', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    const book = chamber.workspace.state.spreadsheets[chamber.bookId];
    const sheet = book?.sheets.find((one) => one.name === '受付');
    if (sheet === undefined) throw new Error('no 受付');
    const row = sheet.cells[1] ?? {};
    row[2] = { t: 'text', v: '書き換え' };
    sheet.cells[1] = row;
    answer(chamber, soundAnswers(2));
    expect(records(chamber, '受付').map((one) => one.事業所名)).toEqual(['見本商店1', '見本商店2']);
  });

  it('jumpToRow__application__selects_its_row', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    const id = ask(chamber, 'queue', everything).rows[0]?.applicationId ?? '';
    expect(ask(chamber, 'jumpToRow', { list: 'queue', applicationId: id })).toEqual({
      sheet: '受付',
      row: 2,
    });
  });

  it('sheet__renamed_by_hand__named_in_the_message', () => {
    const chamber = readyChamber(built);
    const book = chamber.workspace.state.spreadsheets[chamber.bookId];
    const sheet = book?.sheets.find((one) => one.name === '出力履歴');
    if (sheet !== undefined) sheet.name = '出力';
    const { reply } = call(chamber, 'queue', everything);
    expect(reply).toMatchObject({ ok: false, issues: [{ code: 'workbook.sheet-missing' }] });
    if (!reply.ok) expect(reply.issues[0]?.message).toContain('出力履歴');
    expect(sheetRows(chamber, '出力履歴')).toBeNull();
  });
});

describe('rpc', () => {
  const refused = [
    { name: 'unknown method', args: ['constructor', {}], code: 'rpc.unknown-method' },
    { name: 'method that is no text', args: [{}, {}], code: 'rpc.unknown-method' },
    { name: 'extra property', args: ['overview', { admin: true }], code: 'rpc.input' },
    { name: 'missing input', args: ['decide'], code: 'rpc.input' },
    { name: 'wrong type', args: ['application', { applicationId: 5 }], code: 'rpc.input' },
    {
      name: 'unknown application',
      args: ['application', { applicationId: 'x' }],
      code: 'application.not-found',
    },
    { name: 'unknown template', args: ['createForm', { templateId: 'x' }], code: 'template.unknown' },
    {
      name: 'unknown profile',
      args: ['exportPreview', { profileId: 'x', kind: 'applications' }],
      code: 'profile.unknown',
    },
  ];
  it.each(refused)('rpc, $name: refused in words', ({ args, code }) => {
    const result = run(readyChamber(built), 'rpc', args);
    expect(result.ok && JSON.parse(JSON.stringify(result.value))).toMatchObject({
      ok: false,
      issues: [{ code }],
    });
  });

  it('rpc__unexpected_failure__one_code_without_data', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    const book = chamber.workspace.state.spreadsheets[chamber.bookId];
    const sheet = book?.sheets.find((one) => one.name === '_records');
    const row = sheet?.cells[1];
    if (row !== undefined) row[2] = { t: 'text', v: '|{"name":"見本商店1"' };
    const { reply, result } = call(chamber, 'queue', everything);
    expect(reply.ok).toBe(false);
    expect(JSON.stringify(reply)).not.toContain('見本商店1');
    expect(result.logs.join('\n')).not.toContain('見本商店1');
  });
});

describe('menu', () => {
  it('onOpen__simple_trigger__builds_a_menu_of_known_functions', () => {
    const chamber = newChamber(built);
    const [result] = chamber.runtime.openFile({ id: chamber.bookId, type: 'spreadsheet' }, clerk);
    expect(result?.ok).toBe(true);
    expect(result?.calls.total).toBe(0);
    expect(result?.ui.menus.flatMap((menu) => menu.items.map((item) => item.fn))).toEqual([
      'showSidebar',
      'collectNow',
      'showForms',
      'showAttendance',
      'showSurvey',
      'showRules',
      'showOffice',
    ]);
  });
});
