/** The yearly round from its start to the reminder: whom it asks, what a link carries, two days of sending, take-over. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber, call, clerk, records, sheetRows, theForm } from '../support/chamber.ts';
import { answerRegister, unchanged } from '../support/register.ts';
import {
  business,
  everybody,
  hourly,
  leaveQuota,
  ledgerChamber,
  linkIn,
  recipients,
  roundInput,
  successor,
} from '../support/round.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const day = 24 * 3_600_000;
const request = { purpose: 'request' as const, filter: everybody };
const reminder = { purpose: 'reminder' as const, filter: everybody };
const refused = (reply: ReturnType<typeof call>['reply']): readonly string[] =>
  reply.ok ? [] : reply.issues.map((one) => one.code);

function started(rows: Parameters<typeof ledgerChamber>[1], more: Partial<typeof roundInput> = {}): Chamber {
  const chamber = ledgerChamber(built, rows);
  ask(chamber, 'startRound', { ...roundInput, ...more });
  return chamber;
}

function sendAll(chamber: Chamber, input: typeof request | typeof reminder) {
  return ask(chamber, 'send', { ...input, hash: ask(chamber, 'sendPreview', input).hash });
}

const asked = (chamber: Chamber) => records(chamber, '照会');

describe('startRound', () => {
  it('start__makes_the_form_and_asks_whom_the_filter_means', () => {
    const chamber = ledgerChamber(
      built,
      [
        business(1),
        business(2, { 特商判定: 'いいえ' }),
        business(3, { 特商判定: 'いいえ', 職員の判定: 'はい' }),
        business(4, { 職員の判定: 'いいえ' }),
        business(5, { 営業状況: '廃業' }),
        business(6, { 会員番号: '' }),
        business(7, { 特商判定: '判定できません' }),
      ],
      'withoutForm',
    );
    const filter = { tokusho: true, member: 'member' as const, divisions: [] };
    ask(chamber, 'startRound', { ...roundInput, filter });
    expect(asked(chamber).map((row) => row.事業所番号)).toEqual(['000001', '000003']);
    expect(ask(chamber, 'register', {}).round).toMatchObject({
      roundId: 'R8',
      label: '令和8年度の確認',
      deadline: '2026-12-24',
      asked: 2,
      counts: { open: 2 },
      rate: '0.0%',
    });
    expect(theForm(chamber).published).toBe(true);
    expect(recipients(chamber)).toEqual([]);
  });

  it.each([
    ['2026-11-23', 'round.deadline-past'],
    ['2026-13-01', 'round.deadline'],
  ])('start__deadline_%s__refused', (deadline, code) => {
    const chamber = ledgerChamber(built, [business(1)]);
    expect(refused(call(chamber, 'startRound', { ...roundInput, deadline }).reply)).toEqual([code]);
    expect(asked(chamber)).toEqual([]);
  });

  it.each([
    'representativeName',
    'email',
    'phone',
    'annualSales',
    'updateKey',
  ])('start__%s_in_links__refused', (key) => {
    const chamber = ledgerChamber(built, [business(1)]);
    expect(refused(call(chamber, 'startRound', { ...roundInput, prefill: [key] }).reply)).toEqual([
      'round.prefill',
    ]);
  });

  it('start__nobody_judged__says_so', () => {
    const chamber = ledgerChamber(built, [business(1, { 特商判定: '' })]);
    const input = { ...roundInput, filter: { ...everybody, tokusho: true } };
    expect(refused(call(chamber, 'startRound', input).reply)).toEqual(['round.nobody-judged']);
  });

  it('start__again__same_round__another_is_refused_until_it_is_closed', () => {
    const chamber = started([business(1)]);
    ask(chamber, 'startRound', roundInput);
    expect(asked(chamber)).toHaveLength(1);
    const other = { ...roundInput, deadline: '2026-12-31' };
    expect(refused(call(chamber, 'startRound', other).reply)).toEqual(['round.running']);
    ask(chamber, 'closeRound', { roundId: 'R8' });
    expect(ask(chamber, 'startRound', other).round?.roundId).toBe('R8-2');
  });

  it('register__opens__offers_no_person_and_no_way_to_reach_one', () => {
    const { prefillFields } = ask(ledgerChamber(built, [business(1)]), 'register', {});
    expect(prefillFields.filter((field) => field.on).map((field) => field.key)).toEqual(['name']);
    const offered = prefillFields.map((field) => field.key);
    for (const key of ['representativeName', 'email', 'phone', 'updateKey', 'annualSales'])
      expect(offered).not.toContain(key);
  });
});

describe('service calls', () => {
  it('start_and_queue__30_and_600_businesses__the_same_number_of_calls', () => {
    const counts = [30, 600].map((count) => {
      const rows = Array.from({ length: count }, (_unused, index) => business(index + 1));
      const chamber = ledgerChamber(built, rows);
      const start = call(chamber, 'startRound', roundInput).result.calls;
      leaveQuota(chamber, clerk, 0);
      const { hash } = ask(chamber, 'sendPreview', request);
      const send = call(chamber, 'send', { ...request, hash }).result.calls;
      expect(records(chamber, '送付')).toHaveLength(count);
      const steady = ({ list }: typeof start): number =>
        list.filter((name) => name !== 'Sheet.insertRowsAfter').length;
      return [steady(start), steady(send)];
    });
    expect(counts[1]).toEqual(counts[0]);
  });
});

describe('link (B1)', () => {
  it('link__carries_key_and_allowed_fields_only__answer_by_it_counts_and_the_latest_stands', () => {
    const chamber = started([business(1, { 事業所名: '見本&商店=＋ 1号' }), business(2)], {
      prefill: ['name', 'applicantType'],
    });
    sendAll(chamber, request);
    const body = chamber.workspace.state.mails[0]?.body ?? '';
    const values = [...linkIn(body).searchParams].filter(([name]) => name.startsWith('entry.'));
    expect(values).toHaveLength(2);
    const key = values.find(([, value]) => /^[0-9a-z]{48}$/.test(value))?.[1] ?? '';
    expect(values.map(([, value]) => value)).toContain('見本&商店=＋ 1号');
    // No sheet holds a key: who reads the workbook can not answer for a business.
    for (const { name } of chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets ?? [])
      expect(JSON.stringify(sheetRows(chamber, name))).not.toContain(key);

    answerRegister(chamber, { ...unchanged, updateKey: key });
    expect(asked(chamber)[0]).toMatchObject({ 回答: '変更なし', 記入者: '見本 花子', 営業状況: '営業中' });
    expect(asked(chamber)[0]?.回答日).toMatch(/^2026-11-24/);
    expect(recipients(chamber).filter((to) => to === 'shop1@example.jp')).toHaveLength(2);
    const changed = { changeStatus: '変更あり', operatingStatus: '移転', respondentName: '見本 次郎' };
    chamber.workspace.advance(day);
    answerRegister(chamber, { ...changed, updateKey: key, address: '見本県見本市東1-1' });
    expect(asked(chamber)[0]).toMatchObject({ 回答: '移転', 記入者: '見本 次郎' });
  });
});

describe('send (S13)', () => {
  const thirty = Array.from({ length: 30 }, (_unused, index) => business(index + 1));
  const rows = [
    ...thirty,
    business(31, { メールアドレス: '', 住所: '' }),
    business(32, { メールアドレス: 'bad@example.jp\nBcc: all@example.jp', 住所: '' }),
    business(33, { 送付の可否: '送らない' }),
    business(34, { 送付の可否: 'メール不達、郵便不達' }),
    business(35, { メールアドレス: '' }),
  ];

  it('preview__says_how_many_on_which_day__who_not_and_why__sends_nothing', () => {
    const chamber = started(rows);
    leaveQuota(chamber, clerk, 20);
    const preview = ask(chamber, 'sendPreview', request);
    expect(preview).toMatchObject({
      mails: 30,
      letters: 1,
      days: [
        { date: '2026-11-24', count: 20 },
        { date: '2026-11-25', count: 10 },
      ],
      sample: { to: 'shop1@example.jp' },
    });
    expect(preview.sample?.subject).toContain('2026年12月24日');
    expect(preview.sample?.body).toContain('見本商店1');
    expect(preview.leftOut.map((one) => [one.businessNumber, one.reason])).toEqual([
      ['000031', 'メールアドレスも住所もありません。'],
      ['000032', 'メールアドレスの形が正しくなく、住所もありません。'],
      ['000033', '台帳の「送付の可否」が「送らない」です。'],
      ['000034', 'メールも郵便も届きません（台帳の「送付の可否」）。'],
    ]);
    expect(recipients(chamber)).toEqual([]);
    expect(records(chamber, '送付')).toEqual([]);
  });

  it('send__two_days_within_the_quota__another_clerk_takes_over__nobody_twice_nobody_missed', () => {
    const chamber = started(rows);
    leaveQuota(chamber, clerk, 20);
    const first = sendAll(chamber, request);
    expect(first).toMatchObject({ queued: 30, sent: 20 });
    expect(first.register.round).toMatchObject({
      sendingBy: clerk,
      mails: { sent: 20, waiting: 10, failed: 0 },
    });
    expect(asked(chamber)[0]?.依頼).toMatch(/^2026-11-24 \d\d:\d\d メール$/);
    expect(asked(chamber)[29]?.依頼).toBe('メール（送信待ち）');
    hourly(chamber, clerk);
    expect(recipients(chamber)).toHaveLength(20);

    chamber.workspace.advance(day + 60_000);
    const taken = call(chamber, 'takeOverSending', {}, { user: successor }).reply;
    expect(taken).toMatchObject({ ok: true, result: { round: { sendingBy: successor } } });
    hourly(chamber, clerk);
    hourly(chamber, successor);
    expect([...recipients(chamber)].sort()).toEqual(thirty.map((one) => one.メールアドレス ?? '').sort());
    expect(chamber.workspace.state.mails.filter((mail) => mail.from === successor)).toHaveLength(10);
    expect(asked(chamber)[29]?.依頼).toMatch(/^2026-11-25 \d\d:\d\d メール$/);
  });

  it('send__quota_used_up__the_rest_goes_by_itself_the_next_day', () => {
    const chamber = started(rows);
    leaveQuota(chamber, clerk, 20);
    sendAll(chamber, request);
    chamber.workspace.advance(day + 60_000);
    hourly(chamber, clerk);
    expect(new Set(recipients(chamber)).size).toBe(30);
    expect(recipients(chamber)).toHaveLength(30);
  });

  it('takeOver__while_the_other_account_is_sending__its_mails_are_left_to_it', () => {
    const chamber = started([business(1), business(2)]);
    let taken = 0;
    const preview = ask(chamber, 'sendPreview', request);
    call(
      chamber,
      'send',
      { ...request, hash: preview.hash },
      {
        onCall(_n, name) {
          if (name !== 'MailApp.sendEmail' || taken++ > 0) return;
          const { reply } = call(chamber, 'takeOverSending', {}, { user: successor });
          expect(reply.ok).toBe(true);
        },
      },
    );
    expect(taken).toBeGreaterThan(0);
    hourly(chamber, successor);
    expect([...recipients(chamber)].sort()).toEqual(['shop1@example.jp', 'shop2@example.jp']);
  });

  it('send__other_people_than_in_the_preview__refused', () => {
    const chamber = started([business(1), business(2)]);
    const { hash } = ask(chamber, 'sendPreview', { ...request, filter: { ...everybody, member: 'other' } });
    expect(refused(call(chamber, 'send', { ...request, hash }).reply)).toEqual(['send.changed']);
    expect(recipients(chamber)).toEqual([]);
  });

  it('reminder__only_to_those_who_have_not_answered_by_web_or_by_telephone', () => {
    const chamber = started([business(1), business(2), business(3), business(4)]);
    sendAll(chamber, request);
    const mailTo = (to: string) => chamber.workspace.state.mails.find((mail) => mail.to.includes(to));
    const key = [...linkIn(mailTo('shop1@example.jp')?.body ?? '').searchParams.values()].find((one) =>
      /^[0-9a-z]{48}$/.test(one),
    );
    answerRegister(chamber, { ...unchanged, updateKey: key ?? '' });
    ask(chamber, 'enterAnswer', {
      businessNumber: '000002',
      ground: '電話',
      typed: { changeStatus: '変更なし', respondentName: '見本 三郎' },
    });
    chamber.workspace.advance(10 * day);
    const before = recipients(chamber).length;
    leaveQuota(chamber, clerk, 1);
    const preview = ask(chamber, 'sendPreview', reminder);
    expect(preview.leftOut.map((one) => [one.businessNumber, one.reason])).toEqual([
      ['000001', 'すでに回答があります。'],
      ['000002', 'すでに回答があります。'],
    ]);
    expect(ask(chamber, 'send', { ...reminder, hash: preview.hash })).toMatchObject({ queued: 2, sent: 1 });
    // The last one answers before its turn comes.
    ask(chamber, 'enterAnswer', {
      businessNumber: '000004',
      ground: '紙',
      typed: { changeStatus: '変更なし', respondentName: '見本 四郎' },
    });
    chamber.workspace.advance(day + 60_000);
    hourly(chamber, clerk);
    expect(
      recipients(chamber)
        .slice(before)
        .filter((to) => to !== 'shop1@example.jp'),
    ).toEqual(['shop3@example.jp']);
    expect(
      records(chamber, '送付').find((row) => row.宛先 === 'shop4@example.jp' && row.種類 === '照会の督促'),
    ).toMatchObject({
      状態: '送らない',
      メモ: '回答済みのため送らない',
    });
    expect(ask(chamber, 'sendPreview', reminder).leftOut.map((one) => one.reason)).toContain(
      '7日以内に督促しました。',
    );
    chamber.workspace.advance(8 * day);
    sendAll(chamber, reminder);
    expect(recipients(chamber).filter((to) => to === 'shop3@example.jp')).toHaveLength(3);
  });

  it('close__what_waits_is_not_sent_any_more', () => {
    const chamber = started(rows);
    leaveQuota(chamber, clerk, 20);
    sendAll(chamber, request);
    const { round } = ask(chamber, 'closeRound', { roundId: 'R8' });
    expect(round).toMatchObject({ isOver: true, mails: { waiting: 0 } });
    chamber.workspace.advance(day + 60_000);
    hourly(chamber, clerk);
    expect(recipients(chamber)).toHaveLength(20);
    expect(refused(call(chamber, 'sendPreview', request).reply)).toEqual(['round.none']);
  });

  it('renewSecret__revoked__old_link_is_refused__new_one_works', () => {
    const chamber = started([business(1)]);
    const keyOf = (at: number): string =>
      [...linkIn(chamber.workspace.state.mails[at]?.body ?? '').searchParams.values()].find((one) =>
        /^[0-9a-z]{48}$/.test(one),
      ) ?? '';
    sendAll(chamber, request);
    expect(ask(chamber, 'sendPreview', request).mails).toBe(0);
    ask(chamber, 'renewSecret', { revoke: true });
    answerRegister(chamber, { ...unchanged, updateKey: keyOf(0) });
    expect(asked(chamber)[0]?.回答).toBe('未回答');
    expect(sendAll(chamber, request)).toMatchObject({ queued: 1, sent: 1 });
    const last = chamber.workspace.state.mails.findIndex(
      (mail, at) => at > 0 && mail.subject.includes('お願い'),
    );
    answerRegister(chamber, { ...unchanged, updateKey: keyOf(last) });
    expect(asked(chamber)[0]?.回答).toBe('変更なし');
  });
});
