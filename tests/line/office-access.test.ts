/** Who may do what, held at every call, and 操作記録, which says nothing about applicants. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Input, inputs, type MethodName } from '../../addon/view/protocol.ts';
import { roles } from '../../shared/settings/roles.ts';
import { type Built, buildProduct } from '../support/built.ts';
import {
  answer,
  answersFor,
  ask,
  type Chamber,
  call,
  clerk,
  readyChamber,
  records,
  run,
  soundAnswers,
  theForm,
} from '../support/chamber.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const desk = 'uketsuke@mihon-cci.example';
const chief = 'kacho@mihon-cci.example';
const stranger = 'dare@mihon-cci.example';
const everything = { state: '', search: '', offset: 0, limit: 100 };

const people: Input<'saveAccess'>['people'] = [
  { person: clerk, roles: ['settings'] },
  { person: desk, roles: ['desk'] },
  { person: chief, roles: ['approve'] },
];

function staffed(): Chamber {
  const chamber = readyChamber(built);
  for (const email of [desk, chief, stranger]) {
    chamber.workspace.addUser({ email, name: '見本', role: 'staff' });
  }
  answer(chamber, soundAnswers(1));
  ask(chamber, 'saveAccess', { people });
  return chamber;
}

function as<M extends MethodName>(chamber: Chamber, user: string, method: M, input: Input<M>) {
  return call(chamber, method, input, { user }).reply;
}

const decision = (chamber: Chamber, action: Input<'decide'>['action']): Input<'decide'> => ({
  applicationId: ask(chamber, 'queue', everything).rows[0]?.applicationId ?? '',
  version: 1,
  action,
  reason: '見本の理由',
  steps: ['visited', 'sealed', 'board'].map((state) => ({ state, date: '2026-11-24', ground: '記録簿' })),
});

describe('roles', () => {
  it('empty_list__whoever_may_edit_has_every_role_and_it_is_said', () => {
    const chamber = readyChamber(built);
    const view = ask(chamber, 'access', {});
    expect(view).toMatchObject({ people: [], me: clerk, mayChange: true });
    expect(view.words).toContain('編集できる人は全員');
    expect(view.roles.map(({ id }) => id)).toEqual(roles);
  });

  it('list_without_the_person__no_method_of_the_protocol_answers', () => {
    const chamber = staffed();
    const answered = Object.keys(inputs).filter((method) => {
      const result = run(chamber, 'rpc', [method, {}], { user: stranger });
      return !result.ok || JSON.stringify(result.value).includes('"ok":true');
    });
    expect(answered).toEqual([]);
  });

  it('desk__may_look_and_return_but_not_approve_export_or_set', () => {
    const chamber = staffed();
    expect(as(chamber, desk, 'queue', everything).ok).toBe(true);
    const tries: readonly (readonly [MethodName, Input<MethodName>, string])[] = [
      ['decide', decision(chamber, 'approve'), '承認'],
      ['exportPreview', { profileId: 'toas-provisional', kind: 'applications' }, '出力'],
      ['saveAccess', { people: [{ person: desk, roles: [...roles] }] }, '設定'],
      ['destroy', { hash: '0'.repeat(64) }, '設定'],
    ];
    for (const [method, input, role] of tries) {
      const reply = as<MethodName>(chamber, desk, method, input);
      expect(reply, method).toMatchObject({ ok: false, issues: [{ code: 'access.denied' }] });
      const { message = '', remedy = '' } = reply.ok ? {} : (reply.issues[0] ?? {});
      expect(message).toContain(`「${role}」`);
      expect(remedy).toContain(clerk);
    }
    expect(as(chamber, desk, 'decide', decision(chamber, 'return')).ok).toBe(true);
  });

  it('approver__may_approve_but_not_take_in', () => {
    const chamber = staffed();
    expect(as(chamber, chief, 'collect', {}).ok).toBe(false);
    expect(as(chamber, chief, 'decide', decision(chamber, 'approve')).ok).toBe(true);
  });

  it('stranger__every_method__is_refused_before_anything_is_done', () => {
    const chamber = staffed();
    const before = JSON.stringify(chamber.workspace.state.forms);
    const valid: Partial<Record<MethodName, unknown>> = {
      setup: ask(chamber, 'overview', {}).setup,
      queue: everything,
      application: { applicationId: 'x' },
      collect: {},
      exportCsv: { profileId: 'x', kind: 'updates', hash: '' },
      health: {},
      takeOver: {},
      createForm: { templateId: 'general-survey' },
      closeForm: { formId: theForm(chamber).id },
      access: {},
    };
    for (const [method, input] of Object.entries(valid)) {
      const result = run(chamber, 'rpc', [method, input], { user: stranger });
      expect(result.ok && JSON.parse(JSON.stringify(result.value)), method).toMatchObject({
        ok: false,
        issues: [{ code: 'access.denied' }],
      });
    }
    expect(JSON.stringify(chamber.workspace.state.forms)).toBe(before);
  });

  it('settings_sheet__edited_by_hand__changes_nobodys_rights_and_is_put_right', () => {
    const chamber = staffed();
    const sheet = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
      ({ name }) => name === '設定',
    );
    const row = Object.values(sheet?.cells ?? {}).find((cells) =>
      Object.values(cells).some((cell) => cell.t === 'text' && cell.v === 'roles'),
    );
    if (row === undefined) throw new Error('no row of roles');
    expect(row[1]).toMatchObject({ v: expect.stringContaining(`${desk} 受付`) });
    row[1] = { t: 'text', v: `${desk} 設定` };
    expect(as(chamber, desk, 'saveAccess', { people }).ok).toBe(false);
    const line = ask(chamber, 'health', {}).rows.find(({ id }) => id === 'roles');
    expect(line).toMatchObject({ state: 'warn', mend: { method: 'mend', id: 'roles' } });
    ask(chamber, 'mend', { id: 'roles' });
    expect(row[1]).toMatchObject({ v: expect.stringContaining(`${desk} 受付`) });
  });

  it('last_settings_role__cannot_be_taken_nor_left_to_a_new_address', () => {
    const chamber = staffed();
    const denied = { ok: false, issues: [{ code: 'access.last-settings' }] };
    const without = people.filter(({ person }) => person !== clerk);
    expect(as(chamber, clerk, 'saveAccess', { people: without })).toMatchObject(denied);
    const mistyped = [...without, { person: 'tpyo@mihon-cci.example', roles: ['settings' as const] }];
    expect(as(chamber, clerk, 'saveAccess', { people: mistyped })).toMatchObject(denied);
    const shared = [
      ...people.filter(({ person }) => person !== chief),
      { person: chief, roles: ['settings' as const] },
    ];
    ask(chamber, 'saveAccess', { people: shared });
    const left = shared.filter(({ person }) => person !== clerk);
    expect(as(chamber, clerk, 'saveAccess', { people: left }).ok).toBe(true);
    expect(as(chamber, chief, 'access', {})).toMatchObject({ ok: true, result: { mayChange: true } });
  });

  it('owner_of_the_workbook__not_in_the_list__still_may_set', () => {
    const chamber = staffed();
    const both = [...people.slice(1), { person: chief, roles: ['settings' as const] }];
    ask(chamber, 'saveAccess', { people: [...people.slice(0, 2), { person: chief, roles: ['settings'] }] });
    expect(as(chamber, chief, 'saveAccess', { people: both.slice(-1) }).ok).toBe(true);
    expect(chamber.workspace.state.files[chamber.bookId]?.owner).toBe(clerk);
    expect(as(chamber, clerk, 'saveAccess', { people }).ok).toBe(true);
  });

  it.each([
    [[{ person: '職員', roles: ['desk' as const] }], 'access.address'],
    [[...people, { person: clerk.toUpperCase(), roles: ['desk' as const] }], 'access.twice'],
  ])('list %#: refused in words', (wrong, code) => {
    expect(as(readyChamber(built), clerk, 'saveAccess', { people: wrong })).toMatchObject({
      ok: false,
      issues: [{ code }],
    });
  });
});

describe('操作記録', () => {
  it('work_of_a_day__a_row_each_with_who_and_how_it_ended', () => {
    const chamber = staffed();
    as(chamber, desk, 'collect', {});
    as(chamber, desk, 'decide', decision(chamber, 'approve'));
    as(chamber, chief, 'decide', decision(chamber, 'approve'));
    as(chamber, stranger, 'queue', everything);
    ask(chamber, 'queue', everything);
    const rows = records(chamber, '操作記録').map((row) => [
      row.担当者,
      row.操作ID,
      row.結果,
      row.理由コード,
    ]);
    expect(rows.slice(-5)).toEqual([
      [clerk, 'saveAccess', '実行', ''],
      [desk, 'collect', '実行', ''],
      [desk, 'decide', '権限なし', 'access.denied'],
      [chief, 'decide', '実行', ''],
      [stranger, 'queue', '権限なし', 'access.denied'],
    ]);
    expect(records(chamber, '操作記録').every((row) => row.操作 !== '' && row.日時 !== '')).toBe(true);
  });

  it('hostile_input_and_broken_sheets__nothing_typed_stands_in_log_properties_cache_or_errors', () => {
    const secrets = [
      '秘密商店㍿',
      'himitsu@secret.example',
      '090-9999-8888',
      '=HYPERLINK("x")',
      '<img src=x>',
      '内緒の理由',
    ];
    const [name = '', email = '', phone = '', formula = '', markup = '', reason = ''] = secrets;
    const chamber = readyChamber(built);
    const told: string[] = [];
    const listen = (result: ReturnType<typeof run>): void => {
      told.push(...result.logs);
      if (!result.ok) told.push(result.error.message);
      else if (typeof result.value === 'object' && result.value !== null && 'ok' in result.value) {
        if (result.value.ok === false) told.push(JSON.stringify(result.value));
      }
    };
    const texts = { ...soundAnswers(1), name, email, phone, representativeName: markup, building: formula };
    const sent = chamber.runtime.submitAnswer(theForm(chamber).id, answersFor(chamber, texts));
    for (const result of sent.runs) listen(result);
    const id = ask(chamber, 'queue', everything).rows[0]?.applicationId ?? '';
    const tries: readonly (readonly [string, unknown])[] = [
      [name, { applicationId: name }],
      ['decide', { applicationId: id, version: 9, action: 'return', reason, steps: [] }],
      ['decide', { applicationId: name, version: 1, action: 'return', reason, steps: [] }],
      ['correct', { applicationId: id, version: 9, key: 'phone', value: phone, reason }],
      ['correct', { applicationId: id, version: 1, key: 'pledge', value: formula, reason }],
      ['decide', { [name]: email }],
      ['findBusinesses', { search: name }],
      ['destroy', { hash: 'f'.repeat(64) }],
      ['saveAccess', { people: [] }],
      ['approve', { name }],
    ];
    for (const [method, input] of tries) listen(run(chamber, 'rpc', [method, input]));
    const { workspace } = chamber;
    const records_ = workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
      (one) => one.name === '_records',
    );
    const row = records_?.cells[1];
    if (row !== undefined) row[2] = { t: 'text', v: `|{"name":"${name}"` };
    for (const method of ['queue', 'collect', 'health', 'destructionPreview'] as const) {
      listen(run(chamber, 'rpc', [method, method === 'queue' ? everything : {}]));
    }
    listen(run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' }));
    listen(run(chamber, 'collectNow', [], { kind: 'menu' }));
    const { properties, executions } = workspace.state;
    const kept = [
      ...told,
      JSON.stringify(records(chamber, '操作記録')),
      JSON.stringify(properties),
      JSON.stringify(executions),
      JSON.stringify('cache' in workspace.state ? workspace.state.cache : {}),
    ].join('\n');
    expect(told.length).toBeGreaterThan(5);
    for (const secret of secrets) expect(kept.includes(secret), secret).toBe(false);
  });
});
