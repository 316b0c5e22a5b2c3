/** 「直す」 on the emulator: a value put right by the staff is checked anew, and what stood before stays. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationView, Input } from '../../addon/view/protocol.ts';
import { type Built, buildProduct } from '../support/built.ts';
import {
  answer,
  approve,
  ask,
  type Chamber,
  call,
  clerk,
  putAnswers,
  readyChamber,
  records,
  run,
  soundAnswers,
} from '../support/chamber.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const everything = { state: '', search: '', offset: 0, limit: 100 };
const profile = { profileId: 'toas-provisional', kind: 'applications' } as const;
const wrongNumber = { applicantType: '法人', corporateNumber: '1000013050247' };
const rightNumber = '1000013050246';

function idOf(chamber: Chamber, receiptNumber: string): string {
  const found = ask(chamber, 'queue', everything).rows.find((row) => row.receiptNumber === receiptNumber);
  return found?.applicationId ?? '';
}

const viewOf = (chamber: Chamber, receiptNumber = 'R8-0001'): ApplicationView =>
  ask(chamber, 'application', { applicationId: idOf(chamber, receiptNumber) });

const fieldOf = (view: ApplicationView, key: string) =>
  view.sections.flatMap((section) => section.fields).find((one) => one.key === key);

const codes = (view: ApplicationView): readonly string[] => view.issues.map((found) => found.code);

function correction(view: ApplicationView, key: string, value: string, reason = ''): Input<'correct'> {
  return { applicationId: view.applicationId, version: view.version, key, value, reason };
}

function refusedAs(chamber: Chamber, input: Input<'correct'>): string {
  const { reply } = call(chamber, 'correct', input);
  return reply.ok ? 'done' : reply.issues.map((found) => found.code).join();
}

describe('correct', () => {
  it('wrong_corporate_number__mended__issue_gone_and_typed_value_kept', () => {
    const chamber = readyChamber(built);
    answer(chamber, { ...soundAnswers(1), ...wrongNumber });
    const before = viewOf(chamber);
    expect(before.errors).toBe(1);
    const after = ask(
      chamber,
      'correct',
      correction(before, 'corporateNumber', '１０００-０１-３０５０２４６', '電話で確認'),
    );
    expect(after).toMatchObject({ errors: 0, version: before.version + 1, state: before.state });
    expect(fieldOf(after, 'corporateNumber')).toMatchObject({
      original: wrongNumber.corporateNumber,
      typed: '１０００-０１-３０５０２４６',
    });
    expect(after.history.map(({ by, what, why }) => ({ by, what, why }))).toContainEqual({
      by: clerk,
      what: `法人番号を直しました：${wrongNumber.corporateNumber} → １０００-０１-３０５０２４６`,
      why: '電話で確認',
    });
    const lines = records(chamber, '変更履歴').filter((row) => row.項目 === '法人番号');
    expect(lines).toMatchObject([
      { 区分: '訂正', 変更前: wrongNumber.corporateNumber, 担当者: clerk, '理由・規則': '電話で確認' },
      { 区分: '整形', 変更後: rightNumber, 担当者: '自動' },
    ]);
    expect(records(chamber, '受付')[0]).toMatchObject({ 直す: '0', 最後の対応: `法人番号を直した ${clerk}` });
  });

  it('the_same_request_twice__made_once', () => {
    const chamber = readyChamber(built);
    answer(chamber, { ...soundAnswers(1), ...wrongNumber });
    const input = correction(viewOf(chamber), 'corporateNumber', rightNumber);
    const once = ask(chamber, 'correct', input);
    expect(ask(chamber, 'correct', input)).toEqual(once);
    expect(records(chamber, '変更履歴').filter((row) => row.区分 === '訂正')).toHaveLength(1);
  });

  it('twice_over__the_applicants_own_text_is_still_shown', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    const first = ask(chamber, 'correct', correction(viewOf(chamber), 'name', '見本商会'));
    const second = ask(chamber, 'correct', correction(first, 'name', '見本商会本店'));
    expect(fieldOf(second, 'name')).toMatchObject({ original: '見本商店1', shown: '見本商会本店' });
    expect(records(chamber, '変更履歴').filter((row) => row.区分 === '訂正')).toMatchObject([
      { 変更前: '見本商店1', 変更後: '見本商会' },
      { 変更前: '見本商会', 変更後: '見本商会本店' },
    ]);
  });

  it('required_value_emptied__is_missed_again', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    const emptied = ask(chamber, 'correct', correction(viewOf(chamber), 'name', ''));
    expect(codes(emptied)).toContain('required');
    const filled = ask(chamber, 'correct', correction(emptied, 'building', '見本ビル'));
    expect(fieldOf(filled, 'building')).toMatchObject({ original: '', shown: '見本ビル' });
  });

  it('duplicate__appears_and_goes_with_the_value', () => {
    const chamber = readyChamber(built);
    answer(chamber, { ...soundAnswers(1), applicantType: '法人', corporateNumber: rightNumber });
    answer(chamber, soundAnswers(2));
    const phone = correction(viewOf(chamber, 'R8-0002'), 'phone', soundAnswers(1).phone ?? '');
    const alike = ask(chamber, 'correct', phone);
    expect(codes(alike)).toContain('duplicate.likely');
    // The earlier one is not blamed for what the later one typed.
    const earlier = ask(chamber, 'correct', correction(viewOf(chamber), 'building', '見本ビル'));
    expect(codes(earlier)).not.toContain('duplicate.likely');
    const apart = ask(chamber, 'correct', correction(alike, 'phone', soundAnswers(2).phone ?? ''));
    expect(codes(apart)).not.toContain('duplicate.likely');
  });

  it('number_that_held_a_later_one__corrected__frees_it', () => {
    const chamber = readyChamber(built);
    const holder = { applicantType: '法人', corporateNumber: rightNumber };
    answer(chamber, { ...soundAnswers(1), ...holder });
    answer(chamber, { ...soundAnswers(2), ...holder, phone: soundAnswers(1).phone ?? '' });
    expect(codes(viewOf(chamber, 'R8-0002'))).toEqual(['duplicate.corporate-number']);
    ask(chamber, 'correct', correction(viewOf(chamber), 'corporateNumber', '7000012050002', '取り違え'));
    const freed = viewOf(chamber, 'R8-0002');
    expect(codes(freed)).not.toContain('duplicate.corporate-number');
    expect(records(chamber, '受付')[1]).toMatchObject({ 直す: '0' });
    expect(freed.duplicates).toMatchObject([{ reason: '同じ電話番号' }]);
  });

  it('email__corrected__later_mails_go_there', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    const view = ask(chamber, 'correct', correction(viewOf(chamber), 'email', 'right@example.jp'));
    expect(view.email).toBe('right@example.jp');
    const { applicationId, version } = view;
    ask(chamber, 'decide', { applicationId, version, action: 'return', reason: '住所の番地', steps: [] });
    expect(chamber.workspace.state.mails.map((mail) => mail.to)).toEqual([
      ['owner1@example.jp'],
      ['right@example.jp'],
    ]);
  });

  it('older_version__refused_and_names_who_was_first', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    const view = viewOf(chamber);
    ask(chamber, 'correct', correction(view, 'name', '見本商会'));
    const { reply } = call(chamber, 'correct', correction(view, 'building', '見本ビル'));
    expect(reply).toMatchObject({ ok: false, issues: [{ code: 'decision.conflict' }] });
    if (!reply.ok) expect(reply.issues[0]?.message).toContain(clerk);
  });

  it('consent__cannot_be_given_by_staff', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    const view = viewOf(chamber);
    expect(fieldOf(view, 'privacyConsent')?.edit).toBeNull();
    expect(refusedAs(chamber, correction(view, 'privacyConsent', '同意しない'))).toBe('correction.consent');
    expect(fieldOf(view, 'antisocialPledge')?.shown).toBe('誓約する');
    expect(chamber.workspace.state.mails[0]?.body).toContain('反社会的勢力でないことの誓約：誓約する');
  });

  it.each([
    ['unknown field', 'nothing', 'x', 'correction.field'],
    ['the same value', 'name', '見本商店1', 'correction.same'],
  ])('%s__refused', (_what, key, value, code) => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    expect(refusedAs(chamber, correction(viewOf(chamber), key, value))).toBe(code);
  });

  it('withdrawn__refused', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    const { applicationId, version } = viewOf(chamber);
    const gone = ask(chamber, 'decide', {
      applicationId,
      version,
      action: 'withdraw',
      reason: '二重',
      steps: [],
    });
    expect(refusedAs(chamber, correction(gone, 'name', '見本商会'))).toBe('correction.withdrawn');
  });

  it('exported__refused_until_the_import_failed', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    approve(chamber, idOf(chamber, 'R8-0001'));
    const { hash } = ask(chamber, 'exportPreview', profile);
    const { batchId } = ask(chamber, 'exportCsv', { ...profile, hash });
    const input = correction(viewOf(chamber), 'name', '見本商会');
    expect(refusedAs(chamber, input)).toBe('correction.exported');
    ask(chamber, 'markBatch', { batchId, result: 'failed', note: '名前の誤り' });
    expect(ask(chamber, 'correct', input).name).toBe('見本商会');
    expect(ask(chamber, 'exportPreview', profile).sample[0]?.join()).toContain('見本商会');
  });

  it('character_that_the_file_cannot_write__goes_out_once_the_proposal_is_taken', () => {
    const chamber = readyChamber(built);
    answer(chamber, { ...soundAnswers(1), name: '𠮷田商店' });
    approve(chamber, idOf(chamber, 'R8-0001'));
    const held = ask(chamber, 'exportPreview', profile).held[0]?.reasons.join() ?? '';
    const view = viewOf(chamber);
    const found = view.issues.find((one) => one.code === 'character.unmappable');
    expect(found?.suggestion).toBe('吉田商店');
    expect(held).toContain(found?.remedy);
    ask(chamber, 'correct', correction(view, 'name', found?.suggestion ?? ''));
    expect(ask(chamber, 'exportPreview', profile)).toMatchObject({ rows: 1, held: [] });
  });
});

describe('stored applications', () => {
  it('of_the_version_without_corrections__read_and_corrected', () => {
    const chamber = readyChamber(built);
    putAnswers(chamber, [soundAnswers(1)]);
    ask(chamber, 'collect', {});
    const sheet = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
      (one) => one.name === '_records',
    );
    const row = sheet?.cells[1];
    const cell = row?.[2];
    if (row === undefined || cell?.t !== 'text') throw new Error('no record');
    const { corrections: _none, ...old } = JSON.parse(cell.v.slice(1));
    row[2] = { t: 'text', v: `|${JSON.stringify({ ...old, version: 1 })}` };
    const view = ask(chamber, 'correct', correction(viewOf(chamber), 'name', '見本商会'));
    expect(view.name).toBe('見本商会');
    expect(run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' }).ok).toBe(true);
    expect(records(chamber, '受付')[0]?.事業所名).toBe('見本商会');
  });
});
