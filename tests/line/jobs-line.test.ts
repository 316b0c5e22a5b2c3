/** The line on the emulator, as the three people walk it: set up, form, answer, decision, CSV, import. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../addon/view/protocol.ts';
import { decodeWindows31j } from '../../shared/bytes/windows31j.ts';
import { type Built, buildProduct } from '../support/built.ts';
import {
  answer,
  approve,
  ask,
  type Chamber,
  call,
  clerk,
  newChamber,
  putAnswers,
  readyChamber,
  records,
  run,
  setupInput,
  soundAnswers,
  theForm,
} from '../support/chamber.ts';
import { endState } from '../support/end-state.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const template = { templateId: 'membership-application' };
const everything = { state: '', search: '', offset: 0, limit: 100 };
const profile = { profileId: 'toas-provisional', kind: 'applications' } as const;

function fileText(chamber: Chamber, name: string): string {
  const file = Object.values(chamber.workspace.state.files).find((one) => one.name === name);
  return decodeWindows31j(new Uint8Array(Buffer.from(file?.content ?? '', 'base64'))).text;
}

function exportAll(chamber: Chamber) {
  const preview = ask(chamber, 'exportPreview', profile);
  return ask(chamber, 'exportCsv', { ...profile, hash: preview.hash });
}

describe('set-up', () => {
  it('setup__empty_spreadsheet__becomes_the_workbook', () => {
    const chamber = newChamber(built);
    expect(ask(chamber, 'overview', {}).ready).toBe(false);
    const overview = ask(chamber, 'setup', setupInput);
    expect(overview).toMatchObject({ ready: true, chamberName: '見本商工会議所', user: clerk });
    const book = chamber.workspace.state.spreadsheets[chamber.bookId];
    expect(chamber.workspace.state.files[chamber.bookId]?.name).toBe('会員データ管理');
    expect(book?.sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
      ['受付', false],
      ['常議員会', false],
      ['台帳の回答', false],
      ['申込・回答', false],
      ['台帳', false],
      ['照会', false],
      ['集計', false],
      ['変更履歴', false],
      ['出力履歴', false],
      ['送付', false],
      ['取込履歴', false],
      ['廃棄記録', false],
      ['操作記録', false],
      ['設定', false],
      ['_forms', true],
      ['_items', true],
      ['_updates', true],
      ['_records', true],
      ['_answers', true],
      ['_submissions', true],
      ['_rounds', true],
      ['_profiles', true],
    ]);
    expect(book?.sheets.every((sheet) => sheet.frozenRows === 1)).toBe(true);
  });

  it('setup__twice__changes_nothing', () => {
    const chamber = newChamber(built);
    ask(chamber, 'setup', setupInput);
    const once = endState(chamber);
    ask(chamber, 'setup', setupInput);
    expect(endState(chamber)).toEqual(once);
  });

  it('setup__without_telephone_and_mail__names_both', () => {
    const { reply } = call(newChamber(built), 'setup', { ...setupInput, phone: ' ', email: '' });
    expect(reply).toMatchObject({ ok: false, issues: [{ code: 'setup.phone' }, { code: 'setup.email' }] });
  });

  it('setup__blank_name__refused_in_words', () => {
    const { reply } = call(newChamber(built), 'setup', { ...setupInput, chamberName: ' ' });
    expect(reply).toMatchObject({
      ok: false,
      issues: [{ code: 'setup.chamber-name', severityLabel: '直す' }],
    });
  });
});

describe.each([
  true,
  false,
])('form, where the platform makes forms published: %s', (formsCreatedPublished) => {
  it('createForm__template__published_linked_with_trigger', () => {
    const chamber = newChamber(built, { formsCreatedPublished });
    ask(chamber, 'setup', setupInput);
    const form = ask(chamber, 'createForm', template);
    expect(form).toMatchObject({ published: true, accepting: true, templateVersion: '1.0.0' });
    const state = theForm(chamber);
    expect(state.title).toContain('見本商工会議所');
    expect(state.destination?.spreadsheetId).toBe(chamber.bookId);
    const handlers = chamber.workspace.state.triggers.map((trigger) => trigger.handler).sort();
    expect(handlers).toEqual(['hourlyCatchUp', 'onFormSubmitted']);
  });

  it('createForm__twice__one_form_one_trigger', () => {
    const chamber = newChamber(built, { formsCreatedPublished });
    ask(chamber, 'setup', setupInput);
    ask(chamber, 'createForm', template);
    const once = endState(chamber);
    ask(chamber, 'createForm', template);
    expect(endState(chamber)).toEqual(once);
  });
});

describe('answer', () => {
  it('answer__submitted__stands_in_the_queue_and_is_confirmed_by_mail', () => {
    const chamber = readyChamber(built);
    const { runs } = answer(chamber, soundAnswers(1));
    expect(runs.map((one) => one.ok)).toEqual([true]);
    const queue = ask(chamber, 'queue', everything);
    expect(queue.rows).toMatchObject([
      { receiptNumber: 'R8-0001', name: '見本商店1', typeLabel: '個人事業主', errors: 0 },
    ]);
    const mails = chamber.workspace.state.mails;
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: ['owner1@example.jp'], replyTo: 'info@mihon-cci.example' });
    expect(mails[0]?.subject).toContain('R8-0001');
    expect(mails[0]?.body).toContain('見本商店1');
    expect(records(chamber, '送付')).toMatchObject([{ 状態: '送信済', 種類: '受付の確認' }]);
  });

  it('answer__trigger_failed__button_and_clock_take_it_once', () => {
    const chamber = readyChamber(built);
    putAnswers(chamber, [soundAnswers(1), soundAnswers(2)]);
    expect(ask(chamber, 'collect', {})).toEqual({ added: 2, already: 0 });
    expect(ask(chamber, 'collect', {})).toMatchObject({ added: 0 });
    const hourly = run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' });
    expect(hourly.ok).toBe(true);
    expect(records(chamber, '受付').map((row) => row.受付番号)).toEqual(['R8-0001', 'R8-0002']);
    expect(chamber.workspace.state.mails).toHaveLength(2);
  });

  it('answer__that_attacks__stays_text_everywhere', () => {
    const chamber = readyChamber(built);
    answer(chamber, {
      ...soundAnswers(1),
      name: '=HYPERLINK("https://bad.example","見る")',
      representativeName: '<script>alert(1)</script>',
      representativeTitle: '+1+1',
      building: "'@SUM(A1)\r\nBcc: victim@example.jp",
    });
    const book = chamber.workspace.state.spreadsheets[chamber.bookId];
    const formulas = (book?.sheets ?? [])
      .filter((sheet) => sheet.formId === undefined)
      .flatMap((sheet) => Object.values(sheet.cells).flatMap((cells) => Object.values(cells)))
      .filter((cell) => cell.t === 'formula');
    expect(formulas).toEqual([]);
    expect(records(chamber, '受付')[0]?.事業所名).toBe('=HYPERLINK("https://bad.example","見る")');
    const mail = chamber.workspace.state.mails[0];
    expect(mail?.htmlBody).not.toContain('<script>');
    expect(mail?.htmlBody).toContain('&lt;script&gt;');
    expect(mail?.subject).not.toMatch(/[\r\n]/);
    expect([mail?.to, mail?.cc, mail?.bcc]).toEqual([['owner1@example.jp'], [], []]);
  });

  it('answer__leading_zeros__kept_in_sheet_and_record', () => {
    const chamber = readyChamber(built);
    answer(chamber, { ...soundAnswers(1), postalCode: '0600001', phone: '0312345678' });
    const [row] = ask(chamber, 'queue', everything).rows;
    const view = ask(chamber, 'application', { applicationId: row?.applicationId ?? '' });
    const fields = view.sections.flatMap((section) => section.fields);
    expect(fields.find((field) => field.key === 'postalCode')).toMatchObject({
      typed: '0600001',
      shown: '〒060-0001',
    });
    expect(records(chamber, '受付')[0]?.電話番号).toBe('03-1234-5678');
    expect(fields.find((field) => field.key === 'phone')).toMatchObject({ changed: true });
  });

  it('application__blank_industry_and_hyphen__shown_as_a_clerk_reads_them', () => {
    const chamber = readyChamber(built);
    answer(chamber, { ...soundAnswers(1), industry: '製造業', postalCode: '060-0001' });
    const [row] = ask(chamber, 'queue', everything).rows;
    const view = ask(chamber, 'application', { applicationId: row?.applicationId ?? '' });
    const field = (key: string) =>
      view.sections.flatMap((section) => section.fields).find((one) => one.key === key);
    expect(field('industry')?.shown).toBe('E 製造業');
    expect(field('building')).toMatchObject({ shown: '', typed: '', changed: false });
    // Only the hyphen went: nothing to doubt, but the history has it.
    expect(field('postalCode')).toMatchObject({ shown: '〒060-0001', changed: false, ruleLabel: '' });
    expect(records(chamber, '変更履歴').map((line) => line.項目)).toContain('郵便番号');
    expect(view.sections.map((section) => section.title)).not.toContain('');
  });

  it('queue__has_errors__only_what_is_to_mend_and_runs', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    for (const index of [2, 3])
      answer(chamber, { ...soundAnswers(index), applicantType: '法人', corporateNumber: '1000013050247' });
    const wrong = ask(chamber, 'queue', { ...everything, state: 'has-errors' });
    expect(wrong.total).toBe(2);
    expect(wrong.rows.every((one) => one.errors > 0)).toBe(true);
    const applicationId = wrong.rows[0]?.applicationId ?? '';
    const { version } = ask(chamber, 'application', { applicationId });
    ask(chamber, 'decide', { applicationId, version, action: 'withdraw', reason: '二重', steps: [] });
    expect(ask(chamber, 'queue', { ...everything, state: 'has-errors' }).total).toBe(1);
    expect(ask(chamber, 'queue', everything).total).toBe(3);
  });

  it('answer__same_corporate_number__later_one_is_held', () => {
    const chamber = readyChamber(built);
    const corporation = { applicantType: '法人', corporateNumber: '1000013050246' };
    answer(chamber, { ...soundAnswers(1), ...corporation });
    answer(chamber, { ...soundAnswers(2), ...corporation });
    const rows = ask(chamber, 'queue', everything).rows;
    const later = rows.find((row) => row.receiptNumber === 'R8-0002');
    const view = ask(chamber, 'application', { applicationId: later?.applicationId ?? '' });
    expect(view.issues.map((found) => found.code)).toContain('duplicate.corporate-number');
    expect(view.duplicates).toMatchObject([{ name: '見本商店1' }]);
  });
});

describe('decision', () => {
  it('decide__approve_without_steps__refused_with_the_missing_steps_named', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    const id = ask(chamber, 'queue', everything).rows[0]?.applicationId ?? '';
    const { reply } = call(chamber, 'decide', {
      applicationId: id,
      version: 1,
      action: 'approve',
      reason: '',
      steps: [],
    });
    expect(reply.ok).toBe(false);
    if (!reply.ok)
      expect(reply.issues.map((one) => one.code)).toEqual(Array(3).fill('decision.step-missing'));
  });

  it('decide__return__mails_the_reason_once', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    const id = ask(chamber, 'queue', everything).rows[0]?.applicationId ?? '';
    const decision: Input<'decide'> = {
      applicationId: id,
      version: 1,
      action: 'return',
      reason: '住所の番地をお知らせください。',
      steps: [],
    };
    const view = ask(chamber, 'decide', decision);
    expect(view.state.label).toBe('差戻し');
    ask(chamber, 'decide', decision);
    const mails = chamber.workspace.state.mails;
    expect(mails).toHaveLength(2);
    expect(mails[1]?.body).toContain('住所の番地をお知らせください。');
    expect(records(chamber, '変更履歴').filter((row) => row.区分 === '状態')).toMatchObject([
      { 変更前: '仮申込', 変更後: '差戻し', 担当者: clerk },
    ]);
  });

  it('decide__on_an_older_version__refused_and_names_who_was_first', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    const id = ask(chamber, 'queue', everything).rows[0]?.applicationId ?? '';
    const base = { applicationId: id, version: 1, reason: '', steps: [] };
    ask(chamber, 'decide', { ...base, action: 'advance' });
    const { reply } = call(chamber, 'decide', { ...base, action: 'withdraw' });
    expect(reply).toMatchObject({ ok: false, issues: [{ code: 'decision.conflict' }] });
    if (!reply.ok) expect(reply.issues[0]?.message).toContain(clerk);
  });
});

describe('export', () => {
  it('export__approved__one_file_with_receipt_then_nothing_left', () => {
    const chamber = readyChamber(built);
    for (const index of [1, 2, 3]) answer(chamber, soundAnswers(index));
    const rows = ask(chamber, 'queue', everything).rows;
    for (const row of rows.slice(0, 2)) approve(chamber, row.applicationId);
    const batch = exportAll(chamber);
    expect(batch).toMatchObject({ rows: 2, state: 'made', profileVerified: false, batchId: 'R8-B001' });
    const text = fileText(chamber, batch.fileName);
    expect(text.split('\r\n').filter((line) => line !== '')).toHaveLength(3);
    expect(text).toContain('見本商店3');
    expect(ask(chamber, 'exportPreview', profile).rows).toBe(0);
    const stored = records(chamber, '出力履歴')[0];
    expect(stored).toMatchObject({ 件数: '2', 配置の確認: '仮の配置', 'SHA-256': batch.sha256 });
    expect(JSON.parse((stored?.受領書1 ?? '').slice(1))).toMatchObject({
      rows: { in: 2, exported: 2, held: 0 },
      by: clerk,
      profileVerified: false,
    });
  });

  it('export__held_row__waits_with_its_reason', () => {
    const chamber = readyChamber(built);
    answer(chamber, { ...soundAnswers(1), name: '𠮷田商店' });
    answer(chamber, { ...soundAnswers(2), name: '髙田商店' });
    for (const row of ask(chamber, 'queue', everything).rows) approve(chamber, row.applicationId);
    const preview = ask(chamber, 'exportPreview', profile);
    expect(preview).toMatchObject({ rows: 1, waiting: 2, held: [{ name: '𠮷田商店' }] });
    expect(preview.held[0]?.reasons.join()).toContain('𠮷');
    expect(ask(chamber, 'overview', {}).waiting.toExport).toBe(preview.waiting);
    exportAll(chamber);
    expect(ask(chamber, 'exportPreview', profile)).toMatchObject({ rows: 0, waiting: 1 });
  });

  it('markBatch__failed__rows_go_back_once_each', () => {
    const chamber = readyChamber(built);
    for (const index of [1, 2]) answer(chamber, soundAnswers(index));
    for (const row of ask(chamber, 'queue', everything).rows) approve(chamber, row.applicationId);
    const first = exportAll(chamber);
    ask(chamber, 'markBatch', { batchId: first.batchId, result: 'failed', note: '列が違う' });
    expect(ask(chamber, 'overview', {}).waiting).toMatchObject({ toExport: 2, toConfirm: 0 });
    const second = exportAll(chamber);
    expect(second).toMatchObject({ rows: 2, batchId: 'R8-B002', sha256: first.sha256 });
    const batches = ask(chamber, 'markBatch', { batchId: second.batchId, result: 'imported', note: '' });
    expect(batches.map((batch) => batch.stateLabel)).toEqual(['取込済', '取込失敗']);
    const { reply } = call(chamber, 'markBatch', { batchId: second.batchId, result: 'failed', note: '' });
    expect(reply).toMatchObject({ ok: false, issues: [{ code: 'batch.already' }] });
  });

  it('export__content_changed_since_preview__refused', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    answer(chamber, soundAnswers(2));
    const rows = ask(chamber, 'queue', everything).rows;
    approve(chamber, rows[0]?.applicationId ?? '');
    const preview = ask(chamber, 'exportPreview', profile);
    approve(chamber, rows[1]?.applicationId ?? '');
    const { reply } = call(chamber, 'exportCsv', { ...profile, hash: preview.hash });
    expect(reply).toMatchObject({ ok: false, issues: [{ code: 'export.changed' }] });
    expect(records(chamber, '出力履歴')).toEqual([]);
  });
});
