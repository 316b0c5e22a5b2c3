/** Cards on the built product: from the first card of each host to a decision, a form, a file. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { grantBook, type Hand, openCards } from '../support/cards.ts';
import {
  answer,
  approve,
  ask,
  type Chamber,
  clerk,
  readyChamber,
  records,
  soundAnswers,
} from '../support/chamber.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const everything = { state: '', search: '', offset: 0, limit: 100 };
const steps = {
  'date-visited': '2026-11-20',
  'ground-visited': '佐藤が訪問',
  'date-sealed': '2026-11-20',
  'ground-sealed': '原本を受領',
  'date-board': '2026-11-24',
  'ground-board': '第5回で可決',
};

function withAnswers(count: number): Chamber {
  const chamber = readyChamber(built);
  for (let index = 1; index <= count; index++) answer(chamber, soundAnswers(index));
  return chamber;
}

/** Sheets with the workbook open and allowed. */
function atSheet(chamber: Chamber, user = clerk): Hand {
  grantBook(chamber, user);
  return openCards(built, chamber, 'sheets', { user, file: chamber.bookId });
}

const stateOf = (chamber: Chamber, name: string): string =>
  ask(chamber, 'queue', everything).rows.find((row) => row.name === name)?.state.id ?? '';

describe('which workbook', () => {
  it('sheets__file_not_opened_to_the_add_on__asks_and_then_shows_today', () => {
    const chamber = withAnswers(1);
    delete chamber.workspace.state.fileGrants;
    const hand = openCards(built, chamber, 'sheets', { file: chamber.bookId });
    expect(hand.title()).toBe('このファイルで使う');
    expect(hand.words()).not.toContain('見本商工会議所');
    hand.press('このファイルを許可する');
    expect(hand.session.asking).toBe(chamber.bookId);
    hand.session.answer(true);
    expect(hand.title()).toBe('今日');
    expect(hand.row('新着')).toBe('1 件');
  });

  it('sheets__access_refused__asks_again', () => {
    const chamber = withAnswers(0);
    delete chamber.workspace.state.fileGrants;
    const hand = openCards(built, chamber, 'sheets', { file: chamber.bookId });
    hand.press('このファイルを許可する');
    hand.session.answer(false);
    expect(hand.title()).toBe('このファイルで使う');
  });

  it('elsewhere__the_workbook_last_used__and_none_for_a_person_without_one', () => {
    const chamber = withAnswers(2);
    const other = 'atarashii@mihon-cci.example';
    chamber.workspace.addUser({ email: other, name: '新しい職員', role: 'staff' });
    for (const host of ['drive', 'gmail', 'calendar'] as const) {
      const hand = openCards(built, chamber, host, { user: other });
      expect(hand.title()).toBe('ブックを選ぶ');
      expect(hand.words()).toContain('まだ使ったブックがありません');
    }
    expect(atSheet(chamber, other).title()).toBe('今日');
    for (const host of ['drive', 'gmail', 'calendar'] as const) {
      expect(openCards(built, chamber, host, { user: other }).title()).toBe('今日');
    }
  });

  it('press__that_names_a_foreign_workbook__is_refused', () => {
    const chamber = withAnswers(1);
    const other = 'yoso@mihon-cci.example';
    chamber.workspace.addUser({ email: other, name: 'よその人', role: 'staff' });
    const hand = openCards(built, chamber, 'drive', { user: other });
    const parameters = [
      { key: 'do', value: 'queue' },
      { key: 'book', value: chamber.bookId },
    ];
    hand.session.press({ action: { function: 'cardAction', parameters } }, {});
    expect(hand.title()).toBe('できませんでした');
    expect(hand.words()).not.toContain('見本商店');
  });

  it('workbook_that_is_not_set_up__says_what_to_do', () => {
    const chamber = withAnswers(0);
    const { state } = chamber.workspace;
    const book = state.spreadsheets[chamber.bookId];
    if (book === undefined) throw new Error('no book');
    const sheets = book.sheets.slice(0, 1).map((sheet) => ({ ...sheet, name: 'シート1', cells: {} }));
    state.spreadsheets[chamber.bookId] = { ...book, sheets };
    expect(atSheet(chamber).title()).toBe('準備がまだです');
  });
});

describe('applications', () => {
  it('queue__ten_a_page__turned_and_filtered', () => {
    const chamber = withAnswers(12);
    const hand = atSheet(chamber);
    hand.press('受付');
    expect(hand.card().header?.subtitle).toBe('12 件のうち 1〜10 件目');
    expect(hand.has('前の10件')).toBe(false);
    hand.press('次の10件', { filter: 'all' });
    expect(hand.card().header?.subtitle).toBe('12 件のうち 11〜12 件目');
    expect(hand.has('次の10件')).toBe(false);
    hand.choose('approved');
    expect(hand.words()).toContain('この条件の申込はありません。');
    hand.choose('all');
    hand.press('探す', { filter: 'all', search: '見本商店7' });
    expect(hand.card().header?.subtitle).toBe('1 件のうち 1〜1 件目');
    expect(hand.words()).toContain('見本商店7');
    // The list takes its own place: one step back is 今日.
    hand.back();
    expect(hand.title()).toBe('今日');
  });

  it('approve__missing_steps_are_asked_for__then_the_list_behind_is_new', () => {
    const chamber = withAnswers(2);
    const hand = atSheet(chamber);
    hand.press('新着');
    hand.press('見本商店1');
    expect(hand.title()).toBe('見本商店1');
    expect(hand.words()).toContain('承認の前に要る段階：訪問・押印受領・常議員会付議');
    hand.press('承認');
    expect(hand.title()).toBe('承認する');
    expect(stateOf(chamber, '見本商店1')).toBe('received');
    expect(hand.press('記録して承認する', { 'date-visited': '2026-11-20' }).problem).toMatch(
      /入力していない/,
    );
    expect(hand.press('記録して承認する', steps).toast).toBe('承認しました。CSVの出力待ちに入りました。');
    expect(hand.title()).toBe('見本商店1');
    expect(hand.card().header?.subtitle).toMatch(/承認$/);
    expect(stateOf(chamber, '見本商店1')).toBe('approved');
    hand.back();
    expect(hand.title()).toBe('受付');
    expect(hand.words()).not.toContain('見本商店1"');
    hand.menu('更新');
    expect(hand.row('出力待ち')).toBe('1 件');
  });

  it('send_back__with_reason__mails_the_applicant_once', () => {
    const chamber = withAnswers(1);
    const hand = atSheet(chamber);
    hand.press('受付');
    hand.press('見本商店1');
    hand.press('差戻し');
    expect(hand.words()).toContain('送ったメールは取り消せません');
    const before = chamber.workspace.state.mails.length;
    hand.press('差し戻す', { reason: '所在地を番地まで書いてください。' });
    expect(stateOf(chamber, '見本商店1')).toBe('returned');
    expect(chamber.workspace.state.mails.slice(before).map(({ to }) => to)).toEqual([['owner1@example.jp']]);
    expect(hand.has('受付を再開')).toBe(true);
  });

  it('withdraw__only_after_its_own_card', () => {
    const chamber = withAnswers(1);
    const hand = atSheet(chamber);
    hand.press('受付');
    hand.press('見本商店1');
    hand.press('取下げ');
    hand.press('やめる');
    expect(stateOf(chamber, '見本商店1')).toBe('received');
    hand.press('取下げ');
    hand.press('取下げにする', { reason: '本人の希望' });
    expect(stateOf(chamber, '見本商店1')).toBe('withdrawn');
  });

  it('colleague_was_faster__says_who_and_when__and_changes_nothing', () => {
    const chamber = withAnswers(1);
    const hand = atSheet(chamber);
    hand.press('受付');
    hand.press('見本商店1');
    hand.press('差戻し');
    const { applicationId = '' } = ask(chamber, 'queue', everything).rows[0] ?? {};
    approve(chamber, applicationId);
    hand.press('差し戻す', { reason: '見本' });
    expect(hand.title()).toBe('できませんでした');
    expect(hand.words()).toContain(clerk);
    expect(stateOf(chamber, '見本商店1')).toBe('approved');
    hand.press('戻る');
    expect(hand.title()).toBe('差し戻す');
  });

  it('hostile_name__stands_as_it_was_typed', () => {
    const chamber = withAnswers(0);
    const name = '<b>太字</b><a href="https://evil.example">見本</a>&amp;';
    answer(chamber, { ...soundAnswers(1), name });
    const hand = atSheet(chamber);
    hand.press('受付');
    const row = hand.widgets().find(({ decoratedText }) => decoratedText?.onClick !== undefined);
    expect(row?.decoratedText?.text).not.toContain('<');
    expect(row?.decoratedText?.text).toContain('&lt;b&gt;太字&lt;/b&gt;');
  });
});

describe('roles', () => {
  it.each([
    ['desk', '承認', '記録して承認する', steps],
    ['view', '差戻し', '差し戻す', { reason: '見本' }],
  ] as const)('%s__%s__is_refused_in_words_and_noted', (role, first, second, fields) => {
    const chamber = withAnswers(1);
    const person = 'uketsuke@mihon-cci.example';
    chamber.workspace.addUser({ email: person, name: '受付', role: 'staff' });
    ask(chamber, 'saveAccess', {
      people: [
        { person: clerk, roles: ['settings', 'desk', 'approve'] },
        { person, roles: [role] },
      ],
    });
    const hand = atSheet(chamber, person);
    hand.press('受付');
    hand.press('見本商店1');
    hand.press(first);
    hand.press(second, fields);
    expect(hand.title()).toBe('できませんでした');
    expect(hand.words()).toContain(clerk);
    expect(stateOf(chamber, '見本商店1')).toBe('received');
    expect(records(chamber, '操作記録').filter((row) => row.担当者 === person)).toMatchObject([
      { 結果: '権限なし', 操作ID: 'decide' },
    ]);
  });

  it('work_that_is_handed_over__is_refused_before_it_is_written_down', () => {
    const chamber = withAnswers(1);
    const person = 'etsuran@mihon-cci.example';
    chamber.workspace.addUser({ email: person, name: '閲覧', role: 'staff' });
    ask(chamber, 'saveAccess', {
      people: [
        { person: clerk, roles: ['settings', 'desk'] },
        { person, roles: ['view'] },
      ],
    });
    const hand = atSheet(chamber, person);
    const before = chamber.workspace.state.triggers.length;
    hand.press('回答を取り込む');
    expect(hand.title()).toBe('できませんでした');
    expect(chamber.workspace.state.triggers).toHaveLength(before);
  });

  it('stranger__sees_no_card_of_the_chamber', () => {
    const chamber = withAnswers(1);
    const person = 'dare@mihon-cci.example';
    chamber.workspace.addUser({ email: person, name: 'だれか', role: 'staff' });
    ask(chamber, 'saveAccess', { people: [{ person: clerk, roles: ['settings'] }] });
    const hand = atSheet(chamber, person);
    expect(hand.title()).toBe('できませんでした');
    expect(hand.words()).not.toContain('件"');
  });
});

describe('forms', () => {
  it('make__from_a_template_with_its_fill_ins__is_published_once', () => {
    const chamber = withAnswers(0);
    const hand = atSheet(chamber);
    hand.press('フォーム');
    expect(hand.card().header?.subtitle).toBe('1 つ');
    hand.press('ひな型から作る');
    hand.press('参加申込');
    const needed = hand
      .widgets()
      .flatMap(({ textInput, dateTimePicker }) => textInput ?? dateTimePicker ?? []);
    const fields = Object.fromEntries(
      needed.map((one) => [
        one.name,
        'valueMsEpoch' in one || ('type' in one && one.type === 'DATE_ONLY') ? '2026-12-10' : '見本',
      ]),
    );
    const effect = hand.press('作って公開する', fields);
    expect(effect.toast ?? '').toBe('フォームを作りました。');
    expect(hand.title()).toBe('フォームの作成');
    const forms = Object.values(chamber.workspace.state.forms);
    expect(forms).toHaveLength(2);
    expect(forms.every((form) => form.published)).toBe(true);
    hand.press('フォームを見る');
    expect(hand.row('状態')).toBe('受付中');
    hand.press('受付を止める');
    hand.press('受付を止める');
    expect(hand.row('状態')).toBe('停止中');
    hand.press('受付を始める');
    expect(hand.row('状態')).toBe('受付中');
  });
});

describe('files', () => {
  it('export__counts_then_file__then_nothing_is_left', () => {
    const chamber = withAnswers(2);
    for (const { applicationId } of ask(chamber, 'queue', everything).rows) approve(chamber, applicationId);
    const hand = atSheet(chamber);
    hand.press('CSV出力');
    expect(hand.words()).toContain('出力する行 2 行・保留 0 行');
    expect(hand.words()).toContain('仮の配置');
    expect(hand.press('2 行を出力する').toast).toBe('CSVを出力しました。');
    expect(hand.words()).toContain('2 行を出力しました。');
    expect(hand.press('ファイルを開く').open?.url).toMatch(/^https:\/\/drive\.google\.com\//);
    const files = Object.values(chamber.workspace.state.files).filter(({ name }) => name.endsWith('.csv'));
    expect(files).toHaveLength(1);
    hand.back();
    hand.press('更新');
    expect(hand.words()).toContain('出すものはありません。');
    expect(hand.words()).toContain('2 行・出力済み');
  });

  it('collect__takes_in_what_the_triggers_missed', () => {
    const chamber = withAnswers(0);
    chamber.workspace.state.triggers = [];
    answer(chamber, soundAnswers(5));
    const hand = atSheet(chamber);
    expect(hand.row('新着')).toBe('0 件');
    expect(hand.press('回答を取り込む').toast).toBe('1 件の回答を取り込みました。');
    expect(hand.row('新着')).toBe('1 件');
    expect(chamber.workspace.state.triggers.filter(({ handler }) => handler === 'cardWork')).toEqual([]);
  });

  it('health__rows_and_what_a_button_mends', () => {
    const chamber = withAnswers(0);
    const { state } = chamber.workspace;
    state.triggers = state.triggers.filter(({ handler }) => handler !== 'hourlyCatchUp');
    const hand = atSheet(chamber);
    hand.press('点検');
    expect(hand.title()).toBe('点検');
    const bad = hand
      .widgets()
      .find(({ decoratedText }) => decoratedText?.button !== undefined)?.decoratedText;
    const words = bad?.button?.text ?? '';
    expect(words).not.toBe('');
    hand.press(words);
    expect(state.triggers.some(({ handler }) => handler === 'hourlyCatchUp')).toBe(true);
  });
});
