/** Letters of a round, and the register on 1 September (S11): what stands in a document, figures that add up. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { DocNode } from '../../emulator/workspace/model.ts';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber, call, records } from '../support/chamber.ts';
import { answerRegister, changed, putRows, unchanged } from '../support/register.ts';
import { business, everybody, hourly, ledgerChamber, linkIn, roundInput } from '../support/round.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const day = 24 * 3_600_000;
const byPost = { メールアドレス: '' };
const request = { purpose: 'request' as const, filter: everybody };

const parts = (node: DocNode): readonly DocNode[] => [node, ...(node.children ?? []).flatMap(parts)];
const textOf = (node: DocNode): string => (node.runs ?? []).map((run) => run.text).join('');

function documentOf(chamber: Chamber, name: string) {
  const { files, documents } = chamber.workspace.state;
  const file = Object.values(files).filter((one) => one.name === name && !one.trashed);
  expect(file).toHaveLength(1);
  const found = documents[file[0]?.id ?? ''];
  if (found === undefined) throw new Error(`no document ${name}`);
  const all = parts(found.body);
  return {
    folder: files[file[0]?.parents[0] ?? '']?.name,
    text: all.map(textOf).join('\n'),
    pictures: all.flatMap((part) => part.image ?? []),
    breaks: all.filter((part) => part.type === 'PAGE_BREAK').length,
  };
}

function started(rows: Parameters<typeof ledgerChamber>[1], input = roundInput): Chamber {
  const chamber = ledgerChamber(built, rows);
  ask(chamber, 'startRound', input);
  return chamber;
}

describe('letters', () => {
  it('letters__one_page_each__with_code_address_and_way_to_answer__then_照会_says_郵便', () => {
    const chamber = started([
      business(1, { ...byPost, 担当者氏名: '見本　花子' }),
      business(2),
      business(3, byPost),
    ]);
    const made = ask(chamber, 'makeLetters', { filter: everybody });
    expect(made).toMatchObject({ name: '登録内容の確認_R8_1', count: 2 });
    const { text, pictures, breaks, folder } = documentOf(chamber, made.name);
    expect(folder).toBe('会員データ出力');
    expect(breaks).toBe(1);
    expect(pictures).toHaveLength(2);
    expect(pictures[0]?.mimeType).toBe('image/png');
    expect(pictures[0]?.content).not.toBe(pictures[1]?.content);
    for (const part of ['見本商店1', '見本商店3', '〒123-4567', '見本 花子 様', '2026年12月24日', '照会番号'])
      expect(text).toContain(part);
    expect(text).not.toContain('見本商店2');
    const key = [...linkIn(text).searchParams.values()].find((one) => /^[0-9a-z]{48}$/.test(one)) ?? '';
    answerRegister(chamber, { ...unchanged, updateKey: key });
    const asked = records(chamber, '照会');
    expect(asked[0]).toMatchObject({ 回答: '変更なし', 依頼: '2026-11-24 郵便（登録内容の確認_R8_1）' });
    expect(asked[1]?.依頼).toBe('');
    expect(ask(chamber, 'register', {}).round?.letters).toEqual([made]);
    const { leftOut } = ask(chamber, 'sendPreview', request);
    expect(leftOut.map((one) => one.businessNumber)).toEqual(['000001', '000003']);
  });

  it('letters__again__nobody_stands_in_two__new_ones_in_the_next_document', () => {
    const chamber = started([business(1, byPost), business(2)]);
    const first = ask(chamber, 'makeLetters', { filter: everybody });
    expect(ask(chamber, 'makeLetters', { filter: everybody })).toEqual(first);
    const sheet = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
      (one) => one.name === '台帳',
    );
    const header = Object.entries(sheet?.cells[0] ?? {}).find(
      ([, cell]) => 'v' in cell && cell.v === '送付の可否',
    );
    const row = sheet?.cells[2];
    if (row === undefined || header === undefined) throw new Error('no row');
    row[Number(header[0])] = { t: 'text', v: 'メール不達' };
    const second = ask(chamber, 'makeLetters', { filter: everybody });
    expect(second).toMatchObject({ name: '登録内容の確認_R8_2', count: 1 });
    expect(documentOf(chamber, second.name).text).not.toContain('見本商店1');
  });

  it('letters__everybody_has_mail__says_so', () => {
    const { reply } = call(started([business(1)]), 'makeLetters', { filter: everybody });
    expect(reply).toMatchObject({ ok: false, issues: [{ code: 'letters.nobody' }] });
  });

  it('reminder__by_post__to_whom_a_letter_asked_and_who_has_not_answered', () => {
    const chamber = started([business(1, byPost), business(2, byPost)]);
    const { name } = ask(chamber, 'makeLetters', { filter: everybody });
    const { text } = documentOf(chamber, name);
    const key = [...linkIn(text).searchParams.values()].find((one) => /^[0-9a-z]{48}$/.test(one)) ?? '';
    answerRegister(chamber, { ...unchanged, updateKey: key });
    chamber.workspace.advance(10 * day);
    const made = ask(chamber, 'makeLetters', { filter: everybody, purpose: 'reminder' });
    expect(made.count).toBe(1);
    expect(documentOf(chamber, made.name).text).toContain('再度のお願い');
    expect(records(chamber, '照会')[1]?.督促).toBe('2026-12-04 郵便（登録内容の確認_R8_2）');
  });
});

describe('register (S11)', () => {
  it('dashboard__on_1_september__counts_add_up_and_29_days_are_left', () => {
    const chamber = ledgerChamber(built, [
      ...[1, 2, 3, 4, 5, 6].map((index) => business(index)),
      business(7, { 送付の可否: 'メール不達、郵便不達' }),
      business(8, { 特商判定: 'いいえ' }),
      business(9, { 特商判定: '判定できません' }),
    ]);
    // From 24 November 2026 to 1 September 2027.
    chamber.workspace.advance(281 * day);
    ask(chamber, 'startRound', { ...roundInput, deadline: '2027-09-30' });
    ask(chamber, 'send', { ...request, hash: ask(chamber, 'sendPreview', request).hash });
    const keyOf = (index: number): string =>
      [
        ...linkIn(
          chamber.workspace.state.mails.find((mail) => mail.to.includes(`shop${index}@example.jp`))?.body ??
            '',
        ).searchParams.values(),
      ].find((one) => /^[0-9a-z]{48}$/.test(one)) ?? '';
    answerRegister(chamber, { ...unchanged, updateKey: keyOf(1) });
    answerRegister(chamber, { ...changed, updateKey: keyOf(2), name: '見本商店2号' });
    answerRegister(chamber, { ...changed, updateKey: keyOf(3), operatingStatus: '廃業' });
    hourly(chamber, chamber.workspace.state.triggers[0]?.owner ?? '');
    const view = ask(chamber, 'register', {});
    expect(view.deadline).toMatchObject({ date: '2027-09-30', days: 29 });
    expect(view.deadline.words).toContain('あと29日');
    expect(view.round).toMatchObject({
      asked: 9,
      counts: { open: 5, unreachable: 1, unchanged: 1, changed: 1, quarantined: 0, gone: 1 },
      rate: '33.3%',
    });
    const counts = Object.values(view.round?.counts ?? {});
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(view.round?.asked);
    expect(view).toMatchObject({
      ledgerRows: 9,
      answers: { quarantined: 0, toDecide: 2, unchanged: 1, toExport: 0 },
      levy: null,
      consent: null,
    });
    const figures = new Map(records(chamber, '集計').map((row) => [row.項目, row.値]));
    const shown = ['未回答', '宛先不明', '変更なし', '変更あり', '要確認', '廃業・移転'].map((name) =>
      Number(figures.get(name)),
    );
    expect(shown.reduce((sum, count) => sum + count, 0)).toBe(Number(figures.get('照会した事業所')));
    expect(figures.get('回答率')).toBe('33.3%');
    expect(figures.get('特定商工業者')).toBe('7');
  });

  it('levy__amounts_known__the_one_above_is_named', () => {
    const chamber = ledgerChamber(
      built,
      ['1,000', '1,000円', '2,000'].map((amount, index) => business(index + 1, { 負担金の額: amount })),
    );
    const { levy } = ask(chamber, 'register', {});
    // Average 1,333.3…: at most 2,000, at least 667.
    expect(levy).toMatchObject({ ok: true });
    putRows(chamber, '台帳', [business(4, { 負担金の額: '100' })]);
    expect(ask(chamber, 'register', {}).levy?.words).toContain('見本商店4');
  });

  it('consent__switched_on__explicit_and_tacit_apart__never_called_sufficient', () => {
    const chamber = started([business(1), business(2), business(3)]);
    const sheet = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
      (one) => one.name === '設定',
    );
    for (const row of Object.values(sheet?.cells ?? {})) {
      if (Object.values(row).some((cell) => 'v' in cell && cell.v === 'levyConsent'))
        row[1] = { t: 'text', v: 'はい' };
    }
    expect(ask(chamber, 'register', {}).consent).toMatchObject({ explicit: 0, tacit: 0, total: 3 });
    chamber.workspace.advance(40 * day);
    const { consent } = ask(chamber, 'register', {});
    expect(consent).toMatchObject({ explicit: 0, tacit: 3, total: 3 });
    expect(consent?.words).toContain('行政庁に確かめてください');
  });
});
