/** Beside a message: the sender's ledger entry and open application, and nothing of the message but its head. */
import { beforeAll, describe, expect, it } from 'vitest';
import { mail } from '../../emulator/index.ts';
import { type Built, buildProduct } from '../support/built.ts';
import { grantBook, type Hand, openCards } from '../support/cards.ts';
import { answer, ask, type Chamber, clerk, readyChamber, soundAnswers } from '../support/chamber.ts';
import { putRows } from '../support/register.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const body = '本文は読まれません';

/** The person has used the workbook before, and opens a message of this sender. */
function opened(chamber: Chamber, from: string, name = '', user = clerk): Hand {
  grantBook(chamber, user);
  openCards(built, chamber, 'sheets', { user, file: chamber.bookId });
  const sent = mail.sendMail(chamber.workspace, from, { to: user, subject: '入会のこと', body, name });
  return openCards(built, chamber, 'gmail', { user, message: sent.id });
}

function withLedger(): Chamber {
  const chamber = readyChamber(built);
  putRows(chamber, '台帳', [
    {
      事業所番号: '0012',
      事業所名: '見本商会',
      会員番号: '7',
      メールアドレス: 'Info@Example.jp',
      住所: '見本県見本市1-2',
    },
    { 事業所番号: '0013', 事業所名: 'べつの商会', メールアドレス: 'other@example.jp' },
  ]);
  return chamber;
}

describe('sender', () => {
  it('in_the_ledger__is_shown_whatever_the_case_of_the_address', () => {
    const hand = opened(withLedger(), 'info@example.jp', '見本商会 "担当"');
    expect(hand.title()).toBe('見本商会');
    expect(hand.row('事業所番号 0012')).toBe('見本商会');
    expect(hand.row('件名')).toBe('入会のこと');
    expect(hand.words()).not.toContain('べつの商会');
    expect(hand.words()).not.toContain(body);
  });

  it('with_an_open_application__leads_to_it_and_to_a_decision', () => {
    const chamber = withLedger();
    answer(chamber, soundAnswers(3));
    const hand = opened(chamber, 'owner3@example.jp');
    expect(hand.words()).toContain('見本商店3');
    hand.press('見本商店3');
    expect(hand.title()).toBe('見本商店3');
    hand.press('次へ（確認中）');
    expect(hand.card().header?.subtitle).toMatch(/確認中$/);
  });

  it('whose_application_was_withdrawn__counts_as_none', () => {
    const chamber = withLedger();
    answer(chamber, soundAnswers(3));
    const [row] = ask(chamber, 'queue', { state: '', search: '', offset: 0, limit: 1 }).rows;
    ask(chamber, 'decide', {
      applicationId: row?.applicationId ?? '',
      version: 1,
      action: 'withdraw',
      reason: '本人の希望',
      steps: [],
    });
    expect(opened(chamber, 'owner3@example.jp').title()).toBe('登録がありません');
  });

  it('unknown__says_so', () => {
    const hand = opened(withLedger(), 'dare@example.com');
    expect(hand.title()).toBe('登録がありません');
    expect(hand.words()).not.toMatch(/見本商会|べつの商会/);
  });

  it('person_without_a_role__sees_nothing_of_the_ledger', () => {
    const chamber = withLedger();
    const stranger = 'dare@mihon-cci.example';
    chamber.workspace.addUser({ email: stranger, name: 'だれか', role: 'staff' });
    opened(chamber, 'info@example.jp', '', stranger);
    ask(chamber, 'saveAccess', { people: [{ person: clerk, roles: ['settings'] }] });
    const hand = opened(chamber, 'info@example.jp', '', stranger);
    expect(hand.title()).toBe('できませんでした');
    expect(hand.words()).toContain(clerk);
    expect(hand.words()).not.toContain('見本商会');
  });

  it('nothing_of_the_message__is_stored_or_logged_or_in_a_parameter', () => {
    const chamber = withLedger();
    const before = chamber.workspace.state.executions.length;
    const hand = opened(chamber, 'info@example.jp');
    const { state } = chamber.workspace;
    const traces = [state.properties, state.executions.slice(before), state.spreadsheets].map((one) =>
      JSON.stringify(one),
    );
    for (const trace of traces) expect(trace).not.toMatch(/入会のこと|本文は読まれません/);
    expect(traces[0] + (traces[1] ?? '')).not.toContain('info@example.jp');
    const parameters = JSON.stringify(hand.card()).match(/"parameters":\[[^\]]*\]/g) ?? [];
    expect(parameters.length).toBeGreaterThan(0);
    expect(parameters.join('')).not.toMatch(/example\.jp|見本|入会/);
  });
});
