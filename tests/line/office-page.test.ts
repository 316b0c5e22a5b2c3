/** What the page 点検と設定 asks for beside health, hand-over and retention; and the same program beside a form. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../addon/view/protocol.ts';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber, call, clerk, readyChamber, records, run, theForm } from '../support/chamber.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

/** Service calls of `attention` in a chamber with one form (two of them ask which release counts), and of each form more. */
const mostCalls = 30;
const callsOfForm = 5;
const viewer = 'miru@mihon-cci.example';

function withViewer(): Chamber {
  const chamber = readyChamber(built);
  chamber.workspace.addUser({ email: viewer, name: '見本 閲覧', role: 'staff' });
  ask(chamber, 'saveAccess', {
    people: [
      { person: clerk, roles: ['view', 'desk', 'approve', 'export', 'settings'] },
      { person: viewer, roles: ['view'] },
    ],
  });
  return chamber;
}

type Values = Input<'saveOfficeSettings'>['values'];

function settingsOf(chamber: Chamber): { readonly values: Values; readonly hash: string } {
  const { values, hash } = ask(chamber, 'officeSettings', {});
  const { divisions, districts, feeTable } = values;
  return {
    hash,
    values: { ...values, divisions: [...divisions], districts: [...districts], feeTable: [...feeTable] },
  };
}

describe('settings', () => {
  it('save__several_values__only_their_rows_change_and_the_rest_stays', () => {
    const chamber = readyChamber(built);
    const before = records(chamber, '設定');
    const { values, hash } = settingsOf(chamber);
    const saved = ask(chamber, 'saveOfficeSettings', {
      hash,
      values: {
        ...values,
        phone: ' 03-0000-1111 ',
        feeTable: ['法人　年額 12,000 円', '', '法人　年額 12,000 円'],
        substitutes: '鷗=鴎',
        mailsPerDay: 500,
      },
    });
    expect(saved.values).toMatchObject({
      phone: '03-0000-1111',
      feeTable: ['法人　年額 12,000 円'],
      substitutes: '鷗=鴎',
      mailsPerDay: 500,
    });
    const changed = records(chamber, '設定').filter(
      (row, at) => JSON.stringify(row) !== JSON.stringify(before[at]),
    );
    expect(changed.map((row) => row.キー).sort()).toEqual([
      'chamber.phone',
      'feeTable',
      'mailsPerDay',
      'substitutes',
    ]);
  });

  it.each([
    ['chamberName', { chamberName: ' ' }, 'setup.chamber-name'],
    ['email', { email: 'kaiin@' }, 'settings.mail'],
    ['privacyUrl', { privacyUrl: 'javascript:alert(1)' }, 'settings.address'],
    ['substitutes', { substitutes: '鷗=鷗' }, 'substitutes.unwritable'],
    ['mailsPerDay', { mailsPerDay: 1501 }, 'settings.mails-per-day'],
    ['mailsPerDay', { mailsPerDay: 0.5 }, 'settings.mails-per-day'],
  ] satisfies readonly (readonly [
    string,
    Partial<Values>,
    string,
  ])[])('save__%s_cannot_be_used__is_told_at_its_field_and_nothing_is_written', (key, part, code) => {
    const chamber = readyChamber(built);
    const before = records(chamber, '設定');
    const { values, hash } = settingsOf(chamber);
    const { reply } = call(chamber, 'saveOfficeSettings', { hash, values: { ...values, ...part } });
    expect(reply.ok ? [] : reply.issues.map((one) => [one.code, one.key])).toEqual([[code, key]]);
    expect(records(chamber, '設定')).toEqual(before);
  });

  it('save__somebody_saved_since__refused_and_a_second_try_with_the_new_state_goes_through', () => {
    const chamber = readyChamber(built);
    const first = settingsOf(chamber);
    ask(chamber, 'saveOfficeSettings', { ...first, values: { ...first.values, divisions: ['商業部会'] } });
    const late = { ...first.values, address: '見本市中央' };
    const { reply } = call(chamber, 'saveOfficeSettings', { hash: first.hash, values: late });
    expect(reply.ok ? '' : reply.issues[0]?.code).toBe('settings.changed');
    const now = settingsOf(chamber);
    expect(now.values.divisions).toEqual(['商業部会']);
    ask(chamber, 'saveOfficeSettings', { hash: now.hash, values: { ...now.values, address: '見本市中央' } });
    expect(settingsOf(chamber).values).toMatchObject({ address: '見本市中央', divisions: ['商業部会'] });
  });

  it('roles__viewer__sees_settings_and_operations_and_may_not_save_or_destroy', () => {
    const chamber = withViewer();
    const as = { user: viewer };
    const { hash, values } = settingsOf(chamber);
    expect(call(chamber, 'officeSettings', {}, as).reply).toMatchObject({
      ok: true,
      result: { mayChange: false },
    });
    for (const refused of [
      call(chamber, 'saveOfficeSettings', { hash, values }, as),
      call(chamber, 'destructionPreview', {}, as),
      call(chamber, 'takeOver', {}, as),
      call(chamber, 'mend', { id: 'hourly' }, as),
    ]) {
      expect(refused.reply.ok ? '' : refused.reply.issues[0]?.message).toBe(
        'この操作には「設定」の役割が必要です。',
      );
    }
    const { rows, total } = ask(chamber, 'operations', {});
    expect(rows[0]).toMatchObject({ by: viewer, what: '点検の項目を直す', result: '権限なし' });
    expect(total).toBe(rows.length);
  });
});

describe('attention', () => {
  it('calls__grow_by_a_few_with_each_form_and_never_with_its_questions', () => {
    const chamber = readyChamber(built);
    const values = { eventName: '見本セミナー', eventDate: '12月10日', place: '商工会館' };
    const forms = 3;
    for (const draft of Array.from({ length: forms }, (_unused, index) => `draft-${index}`)) {
      ask(chamber, 'createForm', { templateId: 'seminar-registration', values, draft });
    }
    const { result } = call(chamber, 'attention', {});
    expect(result.calls.total).toBeLessThanOrEqual(mostCalls + callsOfForm * forms);
    expect(result.calls.list).not.toContain('Form.getItems');
  });

  it('sheet_that_it_reads_is_gone__is_one_thing_to_mend', () => {
    const chamber = readyChamber(built);
    const book = chamber.workspace.state.spreadsheets[chamber.bookId];
    if (book === undefined) throw new Error('no book');
    book.sheets = book.sheets.filter(({ name }) => name !== '送付');
    expect(ask(chamber, 'attention', {}).toMend).toBe(1);
  });

  it('sound_chamber__nothing__and_a_lost_trigger_is_counted', () => {
    const chamber = readyChamber(built);
    const { reply, result } = call(chamber, 'attention', {});
    // One look of 点検, however much has come in: `jobs-calls.test.ts` holds what the other calls take.
    expect(result.calls.total).toBeLessThanOrEqual(mostCalls);
    expect(reply.ok ? reply.result : null).toEqual({
      updates: 0,
      toMend: 0,
      sendingPaused: 0,
      retentionDue: 0,
    });
    const { state } = chamber.workspace;
    state.triggers = state.triggers.filter((one) => one.handler !== 'onFormSubmitted');
    expect(ask(chamber, 'attention', {}).toMend).toBe(1);
  });
});

describe('beside a form', () => {
  const beside = (chamber: Chamber) => ({ activeFile: { id: theForm(chamber).id, type: 'form' as const } });

  it('onOpen__form__builds_the_same_menu_without_another_service', () => {
    const chamber = readyChamber(built);
    const [ofForm] = chamber.runtime.openFile(beside(chamber).activeFile, clerk);
    const [ofSheet] = chamber.runtime.openFile({ id: chamber.bookId, type: 'spreadsheet' }, clerk);
    expect(ofForm?.ok).toBe(true);
    expect(ofForm?.calls.total).toBe(0);
    expect(ofForm?.ui.menus).toEqual(ofSheet?.ui.menus);
  });

  it('rpc__form_of_the_chamber__works_on_its_workbook_and_cannot_go_to_a_row', () => {
    const chamber = readyChamber(built);
    const { reply } = call(chamber, 'overview', {}, beside(chamber));
    expect(reply).toMatchObject({ ok: true, result: { ready: true } });
    const jump = call(chamber, 'jumpToRow', { list: 'queue', applicationId: '' }, beside(chamber));
    expect(jump.reply.ok ? '' : jump.reply.issues[0]?.code).toBe('workbook.not-open');
  });

  it('pages__form__open_at_the_screen_that_was_asked_for', () => {
    const chamber = readyChamber(built);
    const opened = run(chamber, 'showOffice', ['retention'], beside(chamber));
    expect(opened.ui.dialog).toMatchObject({ title: '点検と設定', modal: false });
    expect(opened.ui.dialog?.html).toContain('data-screen="retention"');
    const odd = run(chamber, 'showOffice', ['"><script>'], beside(chamber));
    expect(odd.ui.dialog?.html).toContain('data-screen=""');
    expect(run(chamber, 'showSidebar', [], beside(chamber)).ui.sidebar?.title).toBe('会議所キット');
    const told = run(chamber, 'collectNow', [], { ...beside(chamber), kind: 'menu' });
    expect(told.ui.alerts).toEqual(['新しい回答はありません。']);
  });

  it('rpc__form_that_answers_to_no_workbook__says_so', () => {
    const chamber = readyChamber(built);
    Reflect.deleteProperty(theForm(chamber), 'destination');
    const { reply } = call(chamber, 'overview', {}, beside(chamber));
    expect(reply.ok ? '' : reply.issues[0]?.message).toBe(
      'このフォームの回答は、会議所キットのブックにつながっていません。',
    );
  });
});
