/** Answers of the yearly update on the emulator: whose each one is, which counts, what its sender and the staff see. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { type Chamber, call, records, run } from '../support/chamber.ts';
import { answerRegister, changed, registerChamber, tokenOf, unchanged } from '../support/register.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const queue = (chamber: Chamber) => records(chamber, '台帳の回答');
const askedRow = (chamber: Chamber, number: string, round = 'R8') =>
  records(chamber, '照会').find((row) => row.回 === round && row.事業所番号 === number);
const key = (chamber: Chamber, number = '000101') => tokenOf(chamber, number).token;
/** Another character at this place of a key. */
function tampered(token: string, at: number): string {
  const other = token[at] === 'a' ? 'b' : 'a';
  return token.slice(0, at) + other + token.slice(at + 1);
}

describe('B1: nothing changed', () => {
  it('good_link__変更なし_in_the_register_with_day_respondent_status_and_a_confirmation', () => {
    const chamber = registerChamber(built);
    answerRegister(chamber, { ...unchanged, updateKey: key(chamber) });
    expect(queue(chamber)).toMatchObject([
      { 受付番号: 'R8-U0001', 事業所番号: '000101', 変更の有無: '変更なし', 状態: '確認待ち', 直す: '0' },
    ]);
    expect(askedRow(chamber, '000101')).toMatchObject({
      回答: '変更なし',
      記入者: '見本 花子',
      営業状況: '営業中',
      経路: 'フォーム',
      受付番号: 'R8-U0001',
    });
    expect(askedRow(chamber, '000101', 'R7')).toMatchObject({ 回答: '未回答' });
    expect(askedRow(chamber, '000102')).toMatchObject({ 回答: '未回答' });
    const [mail] = chamber.workspace.state.mails;
    expect(mail?.to).toEqual(['works@example.jp']);
    expect(mail?.body).toContain('R8-U0001');
    // What the ledger holds of the business is not for the mail.
    for (const secret of ['株式会社見本製作所', '03-1111-6789', '見本市北町', key(chamber)]) {
      expect(`${mail?.subject}${mail?.body}${mail?.htmlBody}`).not.toContain(secret);
    }
  });

  it('typed_address__gets_the_mail_and_what_was_typed', () => {
    const chamber = registerChamber(built);
    const phone = '０３ー１１１１ー９９９９';
    answerRegister(chamber, { ...changed, updateKey: key(chamber), phone, email: 'hanako@example.jp' });
    const [mail] = chamber.workspace.state.mails;
    expect(mail?.to).toEqual(['hanako@example.jp']);
    expect(mail?.body).toContain(`電話番号：${phone}`);
    expect(mail?.body).toContain('営業状況：営業中');
    expect(mail?.body).not.toContain('照会番号');
    expect(queue(chamber)[0]).toMatchObject({
      変更の有無: '変更あり',
      変わった項目: '電話番号、メールアドレス',
    });
    expect(records(chamber, '変更履歴').filter((row) => row.項目 === '電話番号')).toMatchObject([
      { 区分: '整形', 変更前: phone, 変更後: '03-1111-9999' },
    ]);
    expect(records(chamber, '変更履歴').filter((row) => row.項目 === '照会番号')).toEqual([]);
  });

  it('link_used_again_before_the_deadline__the_later_answer_counts', () => {
    const chamber = registerChamber(built);
    answerRegister(chamber, { ...unchanged, updateKey: key(chamber) });
    chamber.workspace.advance(24 * 3_600_000);
    answerRegister(chamber, {
      ...changed,
      operatingStatus: '移転',
      updateKey: key(chamber),
      address: '見本県見本市南9-9',
    });
    expect(queue(chamber)).toMatchObject([
      { 状態: '差替え済み' },
      { 状態: '確認待ち', 変更の有無: '移転', 直す: '0', 確認: '1' },
    ]);
    expect(queue(chamber)[1]?.指摘の内容).toContain('R8-U0001');
    expect(askedRow(chamber, '000101')).toMatchObject({ 回答: '移転', 受付番号: 'R8-U0002' });
  });

  it('廃業__said_in_the_register', () => {
    const chamber = registerChamber(built);
    answerRegister(chamber, { ...changed, operatingStatus: '廃業', updateKey: key(chamber) });
    expect(askedRow(chamber, '000101')).toMatchObject({ 回答: '廃業', 営業状況: '廃業' });
  });
});

describe('B2: links that prove nothing', () => {
  /** @param words what staff read */
  function quarantined(chamber: Chamber, words: string): Record<string, string> {
    const row = queue(chamber)[0];
    expect(row).toMatchObject({ 状態: '要確認', 直す: '1' });
    expect(row?.指摘の内容).toContain(words);
    return { ...row };
  }

  it.each([0, 2, 5, 8, 12, 22, 23, 47])('character_%i_changed__要確認_and_nobody_named', (at) => {
    const chamber = registerChamber(built);
    const before = JSON.stringify(records(chamber, '台帳'));
    answerRegister(chamber, { ...changed, phone: '03-2222-0000', updateKey: tampered(key(chamber), at) });
    expect(quarantined(chamber, '照会番号')).toMatchObject({ 事業所番号: '', 事業所名: '' });
    expect(askedRow(chamber, '000101')).toMatchObject({ 回答: '未回答' });
    expect(JSON.stringify(records(chamber, '台帳'))).toBe(before);
    expect(chamber.workspace.state.mails).toEqual([]);
    expect(records(chamber, '送付')).toMatchObject([{ 状態: '宛先なし' }]);
  });

  it('own_address_typed__the_mail_says_only_what_was_typed', () => {
    const chamber = registerChamber(built);
    const texts = {
      ...changed,
      updateKey: tampered(key(chamber), 30),
      businessNumber: '000101',
      email: 'who@example.com',
    };
    answerRegister(chamber, texts);
    const [mail] = chamber.workspace.state.mails;
    expect(mail?.to).toEqual(['who@example.com']);
    for (const secret of [
      '見本製作所',
      '03-1111-6789',
      'works@example.jp',
      '見本市北町',
      '照会番号',
      '要確認',
    ]) {
      expect(`${mail?.subject}${mail?.body}`).not.toContain(secret);
    }
  });

  it('another_chambers_link', () => {
    const chamber = registerChamber(built);
    const { token } = tokenOf(chamber, '000101', { chamberId: 'another-workbook' });
    answerRegister(chamber, { ...unchanged, updateKey: token });
    expect(quarantined(chamber, 'この会議所が出したものではありません')).toMatchObject({ 事業所番号: '' });
  });

  it('no_link__a_typed_business_number_proves_nothing', () => {
    const chamber = registerChamber(built);
    answerRegister(chamber, { ...unchanged, businessNumber: '000101' });
    expect(quarantined(chamber, '照会番号がありません')).toMatchObject({ 事業所番号: '' });
  });

  it('last_years_link__expired_and_its_holder_named_for_staff', () => {
    const chamber = registerChamber(built);
    const { token } = tokenOf(chamber, '000102', { roundId: 'R7', expiresOn: '2025-12-31' });
    answerRegister(chamber, { ...unchanged, updateKey: token });
    expect(quarantined(chamber, '2025-12-31')).toMatchObject({ 事業所番号: '000102', 事業所名: '見本商店' });
    expect(askedRow(chamber, '000102')).toMatchObject({ 回答: '未回答' });
    expect(chamber.workspace.state.mails).toEqual([]);
  });

  it('day_after_the_deadline__expired__last_day__good', () => {
    const chamber = registerChamber(built);
    const from = chamber.workspace.now();
    chamber.workspace.advance(Date.parse('2026-12-31T23:59:00+09:00') - from);
    answerRegister(chamber, { ...unchanged, updateKey: key(chamber, '000102') });
    chamber.workspace.advance(2 * 60_000);
    answerRegister(chamber, { ...unchanged, updateKey: key(chamber, '000103') });
    expect(queue(chamber)).toMatchObject([{ 状態: '確認待ち' }, { 状態: '要確認', 事業所番号: '000103' }]);
    expect(askedRow(chamber, '000103')).toMatchObject({ 回答: '要確認' });
  });

  it('two_devices_at_once__the_second_waits_for_a_person', () => {
    const chamber = registerChamber(built);
    answerRegister(chamber, { ...changed, phone: '03-2222-1111', updateKey: key(chamber) });
    chamber.workspace.advance(60_000);
    answerRegister(chamber, { ...changed, phone: '03-2222-2222', updateKey: key(chamber) });
    expect(queue(chamber)).toMatchObject([
      { 状態: '確認待ち', 確認: '1' },
      { 状態: '要確認', 事業所番号: '000101', 直す: '1' },
    ]);
    expect(askedRow(chamber, '000101')).toMatchObject({ 受付番号: 'R8-U0001' });
  });

  it('the_same_again__nothing_to_do', () => {
    const chamber = registerChamber(built);
    for (let time = 0; time < 2; time++) answerRegister(chamber, { ...unchanged, updateKey: key(chamber) });
    expect(queue(chamber)).toMatchObject([
      { 状態: '確認待ち' },
      { 状態: '差替え済み', 直す: '0', 確認: '0' },
    ]);
  });

  it('collected_again__nothing_twice', () => {
    const chamber = registerChamber(built);
    answerRegister(chamber, { ...unchanged, updateKey: key(chamber) });
    expect(call(chamber, 'collect', {}).reply).toMatchObject({ ok: true, result: { added: 0, already: 1 } });
    expect(run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' }).ok).toBe(true);
    expect(queue(chamber)).toHaveLength(1);
    expect(chamber.workspace.state.mails).toHaveLength(1);
  });
});
