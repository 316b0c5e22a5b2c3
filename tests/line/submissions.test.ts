/** Answers that are kept as they are: taken in once, drawn, confirmed by mail; places in order of arrival; 取消. */
import { beforeAll, describe, expect, it } from 'vitest';
import { addItem } from '../../emulator/workspace/forms.ts';
import type { Built } from '../support/built.ts';
import { ask, type Chamber, call, chamberFrom, records, run, snapshot } from '../support/chamber.ts';
import { buildJobs } from '../support/jobs-bundle.ts';
import {
  makeForm,
  putAnswer,
  seminarValues,
  sent,
  setUpChamber,
  signUp,
  standing,
  submissionId,
  submit,
} from '../support/submissions.ts';

let built: Built;
let empty: Chamber;
beforeAll(async () => {
  built = await buildJobs();
  empty = setUpChamber(built);
}, 180_000);

const newCopy = (): Chamber => chamberFrom(built, snapshot(empty), empty.bookId);
const mailsTo = (chamber: Chamber, index: number): readonly string[] =>
  chamber.workspace.state.mails
    .filter((mail) => mail.to.includes(`guest${index}@example.jp`))
    .map((mail) => mail.subject);

describe('an answer that is kept', () => {
  it('stands once in 申込・回答 in words, and its sender has a copy', () => {
    const chamber = newCopy();
    const form = makeForm(chamber, 'seminar-registration', seminarValues);
    submit(chamber, form, {
      ...signUp(1, 2),
      'local.found': ['メール', '会報・チラシ'],
      'local.companions': '見本 花子',
    });
    ask(chamber, 'collect', {});
    run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' });
    expect(records(chamber, '申込・回答')).toEqual([
      expect.objectContaining({
        受付番号: 'R8-S0001',
        フォーム: '経営セミナー　参加申込（見本商工会議所）',
        状態: '受付',
        'お名前・事業所名': '見本商店1　見本 1号',
        連絡先: '03-1234-1001、guest1@example.jp',
        内容の要約:
          '参加人数：2名\n同伴者のお名前：見本 花子\nこの催しを何で知りましたか：メール、会報・チラシ',
        直すところ: '',
        控えのメール: '受付の確認：guest1@example.jp',
      }),
    ]);
    expect(mailsTo(chamber, 1)).toEqual([
      '【見本商工会議所】経営セミナーの申込を受け付けました（受付番号 R8-S0001）',
    ]);
    const body = chamber.workspace.state.mails[0]?.body ?? '';
    expect(body).toContain('見本商店1\n見本 1号 様');
    expect(body).toContain('　会場　　　商工会館 3階');
    expect(body).toContain('参加人数：2名');
    expect(body).not.toMatch(/[{}]/);
  });

  it('says what is to be mended by the titles of its form', () => {
    const chamber = newCopy();
    const form = makeForm(chamber, 'seminar-registration', seminarValues);
    putAnswer(chamber, form, { ...signUp(1), phone: 'なし', email: 'guest1@example' });
    ask(chamber, 'collect', {});
    const [row] = records(chamber, '申込・回答');
    expect(row?.直すところ).toContain('直す: 「電話番号」の「なし」');
    expect(row?.控えのメール).toBe('受付の確認：宛先なし');
    expect(records(chamber, '送付').map((one) => one.状態)).toEqual(['宛先なし']);
  });

  it('reads a grid row by row, with the rows that were filled in', () => {
    const chamber = newCopy();
    const form = makeForm(chamber, 'meeting-attendance', {
      meetingName: '第120回通常議員総会',
      eventDate: '3月25日',
      place: '商工会館',
      agenda: '第1号議案　事業報告\n第2号議案　予算',
    });
    putAnswer(chamber, form, {
      contactName: '見本 太郎',
      name: '見本商店',
      'local.attendance': '欠席し、書面で議決権を行使する',
      'local.votes': ['賛成', '反対'],
    });
    ask(chamber, 'collect', {});
    const [row] = records(chamber, '申込・回答');
    expect(row?.内容の要約).toBe(
      '出欠：欠席し、書面で議決権を行使する\n議案ごとの賛否［第1号議案　事業報告］：賛成\n議案ごとの賛否［第2号議案　予算］：反対',
    );
    expect(row?.直すところ).toBe('');
    // Nobody asked for an address, so nobody misses a copy.
    expect(row?.控えのメール).toBe('宛先なし');
    expect(records(chamber, '送付')).toEqual([]);
  });

  it('keeps what a question of the chamber itself was answered with', () => {
    const chamber = newCopy();
    const form = makeForm(chamber, 'committee-attendance', {
      meetingName: '商業部会',
      eventDate: '12月1日',
      place: '商工会館',
    });
    const own = addItem(chamber.workspace, form, 'CHECKBOX');
    own.title = '弁当';
    putAnswer(chamber, form, {
      contactName: '見本 太郎',
      name: '見本商店',
      'local.attendance': '出席（会場）',
      email: 'guest1@example.jp',
    });
    const response = form.responses[0];
    if (response !== undefined) response.answers[own.id] = ['要る', '大盛り'];
    ask(chamber, 'collect', {});
    expect(records(chamber, '申込・回答')[0]?.内容の要約).toBe('出欠：出席（会場）\n弁当：要る、大盛り');
    expect(chamber.workspace.state.mails[0]?.body).toContain('弁当：要る、大盛り');
  });

  it('goes to the address of the question that asks for one', () => {
    const chamber = newCopy();
    const form = makeForm(chamber, 'newsletter-subscription', { magazine: '見本だより' });
    putAnswer(chamber, form, { 'local.request': '配信を停止する', 'local.stopEmail': 'stop@example.jp' });
    ask(chamber, 'collect', {});
    expect(sent(chamber)).toEqual([
      'stop@example.jp 【見本商工会議所】メールマガジン「見本だより」のお手続きを受け付けました（受付番号 R8-S0001）',
    ]);
  });

  it('counts on over all forms, and two forms of one template keep their places apart', () => {
    const chamber = newCopy();
    const first = makeForm(chamber, 'seminar-registration', { ...seminarValues, capacity: '1' }, 'a');
    const second = makeForm(chamber, 'seminar-registration', { ...seminarValues, eventName: '交流会' }, 'b');
    putAnswer(chamber, first, signUp(1), signUp(2));
    putAnswer(chamber, second, signUp(3, 3), signUp(4));
    ask(chamber, 'collect', {});
    expect(standing(chamber)).toEqual([
      'R8-S0001 受付',
      'R8-S0002 キャンセル待ち',
      'R8-S0003 受付',
      'R8-S0004 キャンセル待ち',
    ]);
    expect(mailsTo(chamber, 4)).toEqual([
      '【見本商工会議所】交流会は満席のため、キャンセル待ちで受け付けました（受付番号 R8-S0004）',
    ]);
  });

  it('never runs as a formula, wherever it stands', () => {
    const chamber = newCopy();
    const form = makeForm(chamber, 'seminar-registration', seminarValues);
    putAnswer(chamber, form, {
      ...signUp(1),
      contactName: '=1+1',
      'local.question': '=HYPERLINK("http://example.com")',
    });
    ask(chamber, 'collect', {});
    const book = chamber.workspace.state.spreadsheets[chamber.bookId];
    const cells = (book?.sheets ?? [])
      .filter((sheet) => sheet.formId === undefined)
      .flatMap((sheet) => Object.values(sheet.cells).flatMap((row) => Object.values(row)));
    expect(cells.filter((cell) => cell.t === 'formula')).toEqual([]);
    expect(records(chamber, '申込・回答')[0]?.内容の要約).toContain('=HYPERLINK');
  });
});

describe('service calls', () => {
  it('are the same for sixty answers and for three hundred', () => {
    const callsFor = (count: number): number => {
      const chamber = newCopy();
      const form = makeForm(chamber, 'safety-confirmation', { event: '12月3日の地震' });
      const answers = Array.from({ length: count }, (_unused, index) => ({
        name: `見本商店${index}`,
        'local.people': '全員無事',
        'local.damage': ['停電', '断水'],
      }));
      putAnswer(chamber, form, ...answers);
      const { calls, ok } = run(chamber, 'rpc', ['collect', {}]);
      expect(ok && standing(chamber).length).toBe(count);
      return calls.total;
    };
    expect(callsFor(300)).toBe(callsFor(60));
  });
});

describe('places', () => {
  const full = (): Chamber => {
    const chamber = newCopy();
    const form = makeForm(chamber, 'seminar-registration', seminarValues);
    putAnswer(chamber, form, signUp(1, 2), signUp(2), signUp(3), signUp(4, 2), signUp(5));
    ask(chamber, 'collect', {});
    return chamber;
  };
  const cancel = (chamber: Chamber, receipt: string, version = 0) => {
    const input = { submissionId: submissionId(chamber, receipt), version, reason: 'ご本人の都合' };
    return call(chamber, 'cancelSubmission', input).reply;
  };

  it('a cancelled sign-up gives way to the first who fits, who is told once', () => {
    const chamber = full();
    expect(cancel(chamber, 'R8-S0001')).toEqual({ ok: true, result: { receiptNumber: 'R8-S0001' } });
    expect(standing(chamber)).toEqual([
      'R8-S0001 取消',
      'R8-S0002 受付',
      'R8-S0003 受付',
      'R8-S0004 キャンセル待ち',
      'R8-S0005 キャンセル待ち',
    ]);
    // The same request again, and the hourly run: nothing more happens.
    expect(cancel(chamber, 'R8-S0001').ok).toBe(true);
    run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' });
    expect(mailsTo(chamber, 3)).toEqual([
      '【見本商工会議所】経営セミナーは満席のため、キャンセル待ちで受け付けました（受付番号 R8-S0003）',
      '【見本商工会議所】経営セミナーにご参加いただけます（受付番号 R8-S0003）',
    ]);
    expect(mailsTo(chamber, 1)[1]).toContain('取り消しました');
    expect(chamber.workspace.state.mails.find((mail) => mail.subject.includes('取り消し'))?.body).toContain(
      '取消しの理由　ご本人の都合',
    );
    const acts = records(chamber, '変更履歴').filter((row) => row.区分 === '状態');
    expect(acts.map((row) => `${row.受付番号} ${row.変更後} ${row['理由・規則']} ${row.担当者}`)).toEqual([
      'R8-S0001 取消 ご本人の都合 clerk@mihon-cci.example',
      'R8-S0003 受付 空きが出たため 自動',
    ]);
  });

  it('whoever waits longest keeps those behind waiting, until there is room', () => {
    const chamber = full();
    for (const receipt of ['R8-S0001', 'R8-S0002']) cancel(chamber, receipt);
    expect(standing(chamber).slice(2)).toEqual(['R8-S0003 受付', 'R8-S0004 受付', 'R8-S0005 キャンセル待ち']);
  });

  it('refuses without a reason, on an older version, twice, and for nobody', () => {
    const chamber = full();
    const id = submissionId(chamber, 'R8-S0002');
    const codes = (input: { submissionId: string; version: number; reason: string }): readonly string[] => {
      const { reply } = call(chamber, 'cancelSubmission', input);
      return reply.ok ? [] : reply.issues.map((one) => one.code);
    };
    expect(codes({ submissionId: id, version: 0, reason: ' ' })).toEqual(['submission.reason-missing']);
    expect(codes({ submissionId: 'nobody', version: 0, reason: '間違い' })).toEqual(['submission.not-found']);
    cancel(chamber, 'R8-S0002');
    expect(codes({ submissionId: id, version: 0, reason: '別の理由' })).toEqual(['decision.conflict']);
    expect(codes({ submissionId: id, version: 1, reason: '別の理由' })).toEqual(['decision.not-allowed']);
  });

  it('each session has the places for itself', () => {
    const chamber = newCopy();
    const form = makeForm(chamber, 'seminar-registration', {
      ...seminarValues,
      capacity: '１',
      sessions: '午前の回\n午後の回',
    });
    const at = (index: number, session: string) => ({ ...signUp(index), 'local.session': session });
    putAnswer(chamber, form, at(1, '午前の回'), at(2, '午前の回'), at(3, '午後の回'));
    ask(chamber, 'collect', {});
    expect(standing(chamber)).toEqual(['R8-S0001 受付', 'R8-S0002 キャンセル待ち', 'R8-S0003 受付']);
  });

  it('all numbers of an order count', () => {
    const chamber = newCopy();
    const form = makeForm(chamber, 'ticket-order', {
      ticketName: '見本博覧会 入場券',
      tickets: '大人　4,000円\n子ども　1,500円',
      stock: '10',
    });
    const order = (index: number, adults: string, children: string) => ({
      'local.ticket1': '大人　4,000円',
      'local.count1': adults,
      'local.ticket2': '子ども　1,500円',
      'local.count2': children,
      name: `見本商店${index}`,
      contactName: '見本 太郎',
      email: `guest${index}@example.jp`,
      phone: '03-1234-1001',
      address: '見本市中央1-2-3',
      'local.handover': '窓口で受け取る',
      privacyConsent: ['同意する'],
    });
    putAnswer(chamber, form, order(1, '４枚', '4'), order(2, '2', '1'), order(3, '1', '1'));
    ask(chamber, 'collect', {});
    expect(standing(chamber)).toEqual([
      'R8-S0001 受付',
      'R8-S0002 キャンセル待ち',
      'R8-S0003 キャンセル待ち',
    ]);
  });

  it('two answers for the last seat at the same moment: one has it, whichever run comes first', () => {
    const origin = newCopy();
    const form = makeForm(origin, 'seminar-registration', { ...seminarValues, capacity: '1' });
    putAnswer(origin, form, signUp(1), signUp(2));
    const start = snapshot(origin);
    const calls = run(chamberFrom(built, start, origin.bookId), 'rpc', ['collect', {}]).calls.total;
    let ran = 0;
    for (let at = 1; at <= calls; at += 5) {
      const chamber = chamberFrom(built, start, origin.bookId);
      let inner: boolean | null = null;
      run(chamber, 'rpc', ['collect', {}], {
        onCall(n) {
          if (n !== at || inner !== null) return;
          inner = false;
          inner = run(chamber, 'rpc', ['collect', {}]).ok;
          ran++;
        },
      });
      run(chamber, 'rpc', ['collect', {}]);
      expect(standing(chamber), `other run at call ${at}`).toEqual([
        'R8-S0001 受付',
        'R8-S0002 キャンセル待ち',
      ]);
      expect(mailsTo(chamber, 1).length + mailsTo(chamber, 2).length, `mails at ${at}`).toBe(2);
    }
    expect(ran).toBeGreaterThan(3);
  });
});
