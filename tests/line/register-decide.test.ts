/** Staff decide on answers about the register: conflicts, whose an answer is, 代理入力, all 変更なし together. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnswerView } from '../../addon/view/register-protocol.ts';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber, call, clerk, records } from '../support/chamber.ts';
import { answerRegister, changed, registerChamber, tokenOf, unchanged } from '../support/register.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const everything = { state: '', search: '', offset: 0, limit: 100 };
const key = (chamber: Chamber, number = '000101') => tokenOf(chamber, number).token;

function viewOf(chamber: Chamber, receipt: string): AnswerView {
  const row = ask(chamber, 'answers', everything).rows.find((one) => one.receiptNumber === receipt);
  return ask(chamber, 'answer', { answerId: row?.answerId ?? '' });
}

const none = { takes: {}, businessNumber: '', reason: '' };
const decision = (view: AnswerView, action: 'approve' | 'discard' | 'assign' | 'reopen', more = {}) => ({
  answerId: view.answerId,
  version: view.version,
  action,
  ...none,
  ...more,
});
function refusal(chamber: Chamber, input: ReturnType<typeof decision>) {
  const { reply } = call(chamber, 'decideAnswer', input);
  return reply.ok ? [] : reply.issues.map((found) => found.code);
}

const webPhone = '03-2222-1111';
const paperPhone = '03-2222-2222';
/** S9: a web answer and a paper form that give different telephones. */
function quarrel(chamber: Chamber): void {
  answerRegister(chamber, { ...changed, phone: webPhone, updateKey: key(chamber) });
  chamber.workspace.advance(3 * 24 * 3_600_000);
  ask(chamber, 'enterAnswer', {
    businessNumber: '000101',
    ground: '紙',
    typed: { changeStatus: '変更あり', respondentName: '見本 太郎', phone: paperPhone },
  });
}

describe('S9: two updates for one business', () => {
  it('second_flagged_with_both_values_sources_and_dates__on_both', () => {
    const chamber = registerChamber(built);
    const ledger = JSON.stringify(records(chamber, '台帳'));
    quarrel(chamber);
    const paper = viewOf(chamber, 'R8-U0002');
    expect(paper).toMatchObject({
      conflict: true,
      sourceLabel: '代理入力（紙）',
      enteredBy: clerk,
      ground: '紙',
      differences: [
        {
          key: 'phone',
          ledger: '03-1111-6789',
          answer: paperPhone,
          kind: 'conflict-answers',
          others: [{ value: webPhone, sourceLabel: 'フォーム' }],
          decided: '',
        },
      ],
    });
    expect(paper.differences[0]?.others[0]?.at).toContain('2026-11-24');
    expect(paper.receivedAt).toContain('2026-11-27');
    expect(paper.differences[0]?.note).toContain(webPhone);
    const web = viewOf(chamber, 'R8-U0001');
    expect(web).toMatchObject({ conflict: true, differences: [{ others: [{ value: paperPhone }] }] });
    expect(records(chamber, '台帳の回答').map((row) => row.確認)).toEqual(['1', '1']);
    expect(JSON.stringify(records(chamber, '台帳'))).toBe(ledger);
    expect(records(chamber, '変更履歴').filter((row) => row.区分 === '代理入力')).toMatchObject([
      { 受付番号: 'R8-U0002', 担当者: clerk, '理由・規則': '紙による回答' },
    ]);
  });

  it('undecided_conflict__refused__the_other_value_taken__recorded', () => {
    const chamber = registerChamber(built);
    quarrel(chamber);
    const paper = viewOf(chamber, 'R8-U0002');
    expect(refusal(chamber, decision(paper, 'approve'))).toEqual(['answer.undecided']);
    const web = paper.differences[0]?.others[0]?.answerId ?? '';
    const done = ask(chamber, 'decideAnswer', decision(paper, 'approve', { takes: { phone: web } }));
    expect(done).toMatchObject({
      state: { id: 'approved' },
      exportLabel: '出力待ち',
      differences: [{ decided: 'other', others: [{ answerId: web, value: webPhone }] }],
      actions: ['reopen'],
    });
    expect(records(chamber, '変更履歴').filter((row) => row.区分 === '台帳')).toMatchObject([
      { 項目: '電話番号', 変更前: '03-1111-6789', 変更後: webPhone, 担当者: clerk },
    ]);
    // 台帳 holds what the core system holds until the import there.
    expect(records(chamber, '台帳')[0]?.電話番号).toBe('03-1111-6789');
    // For the other answer nothing is left to decide, but a person sees it.
    expect(viewOf(chamber, 'R8-U0001')).toMatchObject({ conflict: false, changed: 0, state: { id: 'open' } });
  });

  it('older_version__conflict__and_the_same_request_again_made_once', () => {
    const chamber = registerChamber(built);
    answerRegister(chamber, { ...changed, phone: webPhone, updateKey: key(chamber) });
    const view = viewOf(chamber, 'R8-U0001');
    const approval = decision(view, 'approve', { takes: { phone: 'answer' } });
    const once = ask(chamber, 'decideAnswer', approval);
    expect(ask(chamber, 'decideAnswer', approval)).toEqual(once);
    expect(refusal(chamber, decision(view, 'discard', { reason: 'x' }))).toEqual(['decision.conflict']);
    expect(records(chamber, '変更履歴').filter((row) => row.区分 === '台帳')).toHaveLength(1);
  });

  it('the_same_entry_again__one_answer', () => {
    const chamber = registerChamber(built);
    const entry = {
      businessNumber: '000102',
      ground: '電話',
      typed: { changeStatus: '変更なし', respondentName: '見本', name: '見本商店' },
    };
    const once = ask(chamber, 'enterAnswer', entry);
    expect(ask(chamber, 'enterAnswer', entry).answerId).toBe(once.answerId);
    expect(records(chamber, '台帳の回答')).toHaveLength(1);
    // What stood on the screen already is not what somebody said.
    expect(once).toMatchObject({ changed: 0, errors: 0, actions: ['approve', 'discard'] });
    expect(chamber.workspace.state.mails).toEqual([]);
  });

  it.each([
    [{ privacyConsent: '同意する' }, 'answer.consent'],
    [{ updateKey: 'x' }, 'answer.field'],
    [{ nothing: 'x' }, 'answer.field'],
  ])('entry_of_%o__refused', (typed, code) => {
    const chamber = registerChamber(built);
    const { reply } = call(chamber, 'enterAnswer', { businessNumber: '000101', ground: '紙', typed });
    expect(reply).toMatchObject({ ok: false, issues: [{ code }] });
  });
});

describe('decisions', () => {
  it('left_and_taken_field_by_field__reopened_before_export', () => {
    const chamber = registerChamber(built);
    const texts = { phone: webPhone, address: '見本県見本市南9-9', operatingStatus: '移転' };
    answerRegister(chamber, { ...changed, ...texts, updateKey: key(chamber) });
    const takes = { phone: 'ledger', address: 'answer', operatingStatus: 'answer' };
    const done = ask(
      chamber,
      'decideAnswer',
      decision(viewOf(chamber, 'R8-U0001'), 'approve', { takes, reason: '電話で確認' }),
    );
    expect(done.differences.map((one) => [one.key, one.decided])).toEqual(
      expect.arrayContaining([
        ['phone', 'leave'],
        ['address', 'take'],
        ['operatingStatus', 'take'],
      ]),
    );
    const lines = records(chamber, '変更履歴').filter((row) => row.区分 === '台帳');
    expect(lines.map((row) => row.変更後).sort()).toEqual(['移転', '見本県見本市南9-9']);
    expect(lines[0]?.['理由・規則']).toContain('電話で確認');
    const again = ask(chamber, 'decideAnswer', decision(done, 'reopen', { reason: '取り違え' }));
    expect(again).toMatchObject({ state: { id: 'open' }, changed: 3, exportLabel: '' });
  });

  it('ledger_changed_since_the_link__said_and_kept_until_decided', () => {
    const chamber = registerChamber(built);
    answerRegister(chamber, { ...changed, phone: webPhone, updateKey: key(chamber) });
    const sheet = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
      (one) => one.name === '台帳',
    );
    for (const cells of Object.values(sheet?.cells ?? {})) {
      for (const cell of Object.values(cells)) {
        if (cell.t === 'text' && cell.v === '03-1111-6789') cell.v = '03-9999-0000';
      }
    }
    const view = viewOf(chamber, 'R8-U0001');
    expect(view).toMatchObject({
      conflict: true,
      differences: [{ kind: 'conflict-ledger', base: '03-1111-6789', ledger: '03-9999-0000' }],
    });
    expect(view.differences[0]?.note).toContain('03-1111-6789');
    expect(refusal(chamber, decision(view, 'approve'))).toEqual(['answer.undecided']);
  });

  it('unread_value__shown_and_never_taken', () => {
    const chamber = registerChamber(built);
    answerRegister(chamber, { ...changed, corporateNumber: '1000013050247', updateKey: key(chamber) });
    const view = viewOf(chamber, 'R8-U0001');
    expect(view.differences[0]?.note).toContain('採用できません');
    const take = (takes: object) => decision(view, 'approve', { takes });
    expect(refusal(chamber, take({ corporateNumber: 'answer' }))).toEqual(['answer.undecided']);
    expect(refusal(chamber, take({ corporateNumber: 'ledger' }))).toEqual([]);
  });

  it('discard__needs_a_reason__and_the_business_is_unanswered_again', () => {
    const chamber = registerChamber(built);
    answerRegister(chamber, { ...changed, phone: webPhone, updateKey: key(chamber) });
    const view = viewOf(chamber, 'R8-U0001');
    expect(refusal(chamber, decision(view, 'discard'))).toEqual(['answer.reason-missing']);
    ask(chamber, 'decideAnswer', decision(view, 'discard', { reason: 'いたずら' }));
    expect(records(chamber, '照会').find((row) => row.受付番号 !== '')).toBeUndefined();
    expect(records(chamber, '台帳の回答')[0]).toMatchObject({ 状態: '見送り', 担当者: clerk });
  });

  it('quarantined__found_by_likeness__assigned__its_issue_kept_as_a_warning', () => {
    const chamber = registerChamber(built);
    const texts = { ...changed, updateKey: key(chamber).replace(/.$/, 'x'), name: '(株)見本製作所' };
    answerRegister(chamber, { ...texts, phone: '03-1111-6789', representativeName: '見本　太郎' });
    const held = viewOf(chamber, 'R8-U0001');
    expect(held).toMatchObject({ business: null, actions: ['assign', 'discard'], conflict: false });
    expect(held.differences.every((one) => one.ledger === '')).toBe(true);
    expect(held.candidates[0]).toMatchObject({ businessNumber: '000101' });
    expect(held.candidates[0]?.reason).toContain('電話番号が同じ');
    expect(refusal(chamber, decision(held, 'approve'))).toEqual(['decision.not-allowed']);
    const unknown = decision(held, 'assign', { businessNumber: '999999' });
    expect(refusal(chamber, unknown)).toEqual(['answer.business-unknown']);
    const open = ask(chamber, 'decideAnswer', decision(held, 'assign', { businessNumber: '000101' }));
    expect(open).toMatchObject({
      state: { id: 'open' },
      businessNumber: '000101',
      errors: 0,
      candidates: [],
    });
    expect(open.issues).toMatchObject([{ code: 'token.invalid', severity: 'warning' }]);
    // ㈱ is a spelling of what is registered.
    expect(open.differences.find((one) => one.key === 'name')?.note).toContain('書き方だけ');
    expect(open.differences.find((one) => one.key === 'phone')).toBeUndefined();
    expect(records(chamber, '照会').find((row) => row.受付番号 === 'R8-U0001')).toMatchObject({
      事業所番号: '000101',
      回: 'R8',
      回答: '変更あり',
    });
  });
});

describe('変更なし together', () => {
  it('only_what_needs_no_look__without_export__refused_when_it_moved', () => {
    const chamber = registerChamber(built);
    answerRegister(chamber, { ...unchanged, updateKey: key(chamber, '000101') });
    answerRegister(chamber, { ...unchanged, updateKey: key(chamber, '000102') });
    answerRegister(chamber, { ...unchanged, businessNumber: '000103' });
    const seen = ask(chamber, 'answers', everything).unchanged;
    expect(seen.count).toBe(2);
    // Somebody says otherwise of one of them.
    ask(chamber, 'enterAnswer', {
      businessNumber: '000102',
      ground: '電話',
      typed: { changeStatus: '変更あり', respondentName: '見本', phone: paperPhone },
    });
    const { reply } = call(chamber, 'approveUnchanged', { hash: seen.hash });
    expect(reply).toMatchObject({ ok: false, issues: [{ code: 'answer.unchanged-moved' }] });
    const { count, hash } = ask(chamber, 'answers', everything).unchanged;
    expect(count).toBe(1);
    expect(ask(chamber, 'approveUnchanged', { hash })).toEqual({ approved: 1 });
    expect(ask(chamber, 'approveUnchanged', { hash })).toEqual({ approved: 1 });
    expect(records(chamber, '台帳の回答').map((row) => [row.状態, row.CSV出力])).toEqual([
      ['承認済み', ''],
      ['確認待ち', ''],
      ['要確認', ''],
      ['確認待ち', ''],
    ]);
    const profile = { profileId: 'toas-provisional', kind: 'updates' } as const;
    expect(ask(chamber, 'exportPreview', profile).rows).toBe(0);
  });
});

describe('businesses', () => {
  it.each([
    ['000102', ['000102']],
    ['見本商店', ['000102']],
    ['03-1111', ['000101', '000102', '000103']],
    ['031111 食堂', ['000103']],
    ['どこにもない', []],
    ['', []],
  ])('search_%s', (search, numbers) => {
    const chamber = registerChamber(built);
    const found = ask(chamber, 'findBusinesses', { search });
    expect(found.map((one) => one.businessNumber)).toEqual(numbers);
  });

  it('fields_of_the_form_with_what_the_ledger_holds', () => {
    const chamber = registerChamber(built);
    const { fields, name } = ask(chamber, 'business', { businessNumber: '000101' });
    expect(name).toBe('株式会社見本製作所');
    expect(fields.find((one) => one.key === 'phone')).toMatchObject({ typed: '03-1111-6789', options: [] });
    const status = fields.find((one) => one.key === 'operatingStatus');
    expect(status?.options.map((one) => one.label)).toEqual(['営業中', '休業', '移転', '廃業']);
    for (const about of ['changeStatus', 'updateKey', 'businessNumber', 'respondentName'])
      expect(fields.map((one) => one.key)).not.toContain(about);
  });
});
