/** Cards that change what stands: a value put right, the result of a batch, a template update. The jobs are the sidebar's own. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { grantBook, type Hand, openCards } from '../support/cards.ts';
import {
  answer,
  approve,
  ask,
  type Chamber,
  chamberFrom,
  clerk,
  readyChamber,
  records,
  setupInput,
  snapshot,
  soundAnswers,
  theForm,
} from '../support/chamber.ts';

let built: Built;
let ready: Chamber;
beforeAll(async () => {
  built = await buildProduct();
  ready = readyChamber(built);
}, 180_000);

const newCopy = (): Chamber => chamberFrom(built, snapshot(ready), ready.bookId);
const wrongNumber = { applicantType: '法人', corporateNumber: '1000013050247' } as const;
const everything = { state: '', search: '', offset: 0, limit: 100 };

function atSheet(chamber: Chamber, user = clerk): Hand {
  grantBook(chamber, user);
  return openCards(built, chamber, 'sheets', { user, file: chamber.bookId });
}

function person(chamber: Chamber, email: string, roles: readonly ('view' | 'desk' | 'export')[]): string {
  chamber.workspace.addUser({ email, name: '見本 担当', role: 'staff' });
  ask(chamber, 'saveAccess', {
    people: [
      { person: clerk, roles: ['view', 'desk', 'approve', 'export', 'settings'] },
      { person: email, roles: [...roles] },
    ],
  });
  return email;
}

const fieldOf = (chamber: Chamber, key: string) => {
  const [row] = ask(chamber, 'queue', everything).rows;
  const view = ask(chamber, 'application', { applicationId: row?.applicationId ?? '' });
  return view.sections.flatMap(({ fields }) => fields).find((one) => one.key === key);
};

describe('a value', () => {
  it('typed_anew__by_its_row__with_a_reason__and_the_history_says_who', () => {
    const chamber = newCopy();
    answer(chamber, { ...soundAnswers(1), ...wrongNumber });
    const hand = atSheet(chamber);
    hand.press('要確認');
    hand.press('見本商店1');
    hand.press('法人番号');
    expect(hand.title()).toBe('法人番号を直す');
    expect(hand.row('いまの値')).toBe(wrongNumber.corporateNumber);
    const effect = hand.press('直す', { value: '1000-01-3050246', reason: '電話で確認' });
    expect(effect.toast).toBe('「法人番号」を直しました。');
    expect(hand.title()).toBe('見本商店1');
    expect(hand.words()).toContain(`${wrongNumber.corporateNumber} → 1000-01-3050246`);
    expect(fieldOf(chamber, 'corporateNumber')).toMatchObject({
      typed: '1000-01-3050246',
      original: wrongNumber.corporateNumber,
    });
    expect(records(chamber, '操作記録').at(-1)).toMatchObject({ 担当者: clerk, 操作: '申込の値を直す' });
    // The list behind is that of today.
    hand.back();
    expect(hand.words()).not.toContain('見本商店1"');
  });

  it('same_value__is_refused_in_words', () => {
    const chamber = newCopy();
    answer(chamber, soundAnswers(1));
    const hand = atSheet(chamber);
    hand.press('受付');
    hand.press('見本商店1');
    hand.press('電話番号');
    const value = fieldOf(chamber, 'phone')?.typed ?? '';
    hand.press('直す', { value });
    expect(hand.title()).toBe('できませんでした');
    expect(records(chamber, '操作記録').at(-1)?.理由コード).toBe('correction.same');
  });

  it('proposal__one_press__and_when_a_colleague_was_faster_it_is_told_who', () => {
    const chamber = newCopy();
    answer(chamber, { ...soundAnswers(1), phone: '031-234-5678' });
    const { applicationId = '' } = ask(chamber, 'queue', everything).rows[0] ?? {};
    const view = ask(chamber, 'application', { applicationId });
    const one = view.issues.find(({ code }) => code === 'phone.grouping');
    if (one === undefined) throw new Error('no proposal');
    expect(one.suggestion).toBe('03-1234-5678');
    const [hand, other] = [atSheet(chamber), atSheet(chamber)];
    for (const each of [hand, other]) {
      each.press('受付');
      each.press(view.name);
    }
    const label = `「${one.suggestion}」にする`;
    expect(hand.has(label)).toBe(true);
    hand.press(label);
    expect(hand.title()).toBe(view.name);
    const now = ask(chamber, 'application', { applicationId: view.applicationId });
    const typed = now.sections.flatMap(({ fields }) => fields).find(({ key }) => key === one.key)?.typed;
    expect(typed).toBe(one.suggestion);
    other.press(label);
    expect(other.title()).toBe('できませんでした');
    expect(other.words()).toContain(clerk);
  });

  it('viewer__may_look_and_not_put_right', () => {
    const chamber = newCopy();
    answer(chamber, { ...soundAnswers(1), ...wrongNumber });
    const viewer = person(chamber, 'miru@mihon-cci.example', ['view']);
    const hand = atSheet(chamber, viewer);
    hand.press('受付');
    hand.press('見本商店1');
    hand.press('法人番号');
    hand.press('直す', { value: '1000-01-3050246' });
    expect(hand.title()).toBe('できませんでした');
    expect(fieldOf(chamber, 'corporateNumber')?.typed).toBe(wrongNumber.corporateNumber);
    expect(records(chamber, '操作記録').at(-1)).toMatchObject({ 担当者: viewer, 結果: '権限なし' });
  });
});

describe('a batch', () => {
  function exported(): Chamber {
    const chamber = newCopy();
    answer(chamber, soundAnswers(1));
    approve(chamber, ask(chamber, 'queue', everything).rows[0]?.applicationId ?? '');
    const input = { profileId: 'toas-provisional', kind: 'applications' } as const;
    ask(chamber, 'exportCsv', { ...input, hash: ask(chamber, 'exportPreview', input).hash });
    return chamber;
  }

  it.each([
    ['取込済', 'imported', '出力する行 0 行'],
    ['取込失敗', 'failed', '出力する行 1 行'],
  ] as const)('%s__after_its_own_card__once', (words, state, left) => {
    const chamber = exported();
    const hand = atSheet(chamber);
    expect(hand.row('取込確認待ち')).toBe('1 件');
    hand.press('CSV出力');
    hand.press(words);
    hand.press('やめる');
    expect(ask(chamber, 'batches', {})[0]?.state).toBe('made');
    hand.press(words);
    hand.press(`${words}を記録`, { note: '全件の取込を確認' });
    expect(hand.title()).toBe('CSV出力');
    expect(hand.words()).toContain(left);
    expect(hand.has('取込済')).toBe(false);
    expect(ask(chamber, 'batches', {})[0]?.state).toBe(state);
    expect(Object.values(records(chamber, '出力履歴')[0] ?? {})).toContain('全件の取込を確認');
  });

  it('without_the_role__nothing_is_written_down', () => {
    const chamber = exported();
    const hand = atSheet(chamber);
    hand.press('CSV出力');
    hand.press('取込失敗');
    person(chamber, 'dashi@mihon-cci.example', ['export']);
    ask(chamber, 'saveAccess', { people: [{ person: clerk, roles: ['view', 'settings'] }] });
    hand.press('取込失敗を記録');
    expect(hand.title()).toBe('できませんでした');
    expect(ask(chamber, 'batches', {})[0]?.state).toBe('made');
  });
});

describe('a template update', () => {
  const updateOf = (chamber: Chamber): Hand => {
    const hand = atSheet(chamber);
    hand.press('フォーム');
    hand.press('入会申込');
    return hand;
  };

  /** The form as an older version of the program made it. */
  function older(chamber: Chamber): void {
    const sheet = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
      ({ name }) => name === '_forms',
    );
    for (const cells of Object.values(sheet?.cells ?? {})) {
      for (const cell of Object.values(cells)) {
        if (cell.t === 'text' && /^\d+\.\d+\.\d+$/.test(cell.v)) cell.v = '0.9.0';
      }
    }
  }

  it('newest__offers_nothing', () => {
    expect(updateOf(newCopy()).has('更新を見る')).toBe(false);
  });

  it('without_conflict__is_seen_and_applied', () => {
    const chamber = newCopy();
    older(chamber);
    const hand = updateOf(chamber);
    hand.press('更新を見る');
    expect(hand.title()).toBe('ひな型の更新');
    hand.press('更新する');
    expect(hand.words()).toContain('更新しました');
    expect(ask(chamber, 'forms', {}).forms[0]).toMatchObject({ update: { id: 'newest' } });
    hand.press('フォームを見る');
    expect(hand.has('更新を見る')).toBe(false);
  });

  it('many_changes__are_handed_over__and_the_card_shows_how_far_they_are', () => {
    const chamber = newCopy();
    older(chamber);
    ask(chamber, 'setup', {
      ...setupInput,
      chamberName: '見本東商工会議所',
      phone: '03-0000-9999',
      privacyUrl: 'https://mihon-higashi.example/privacy',
      articlesUrl: 'https://mihon-higashi.example/teikan',
      divisions: ['商業部会', '工業部会', '観光部会'],
    });
    const hand = updateOf(chamber);
    hand.press('更新を見る');
    const plan = ask(chamber, 'updatePlan', { formId: theForm(chamber).id });
    const changes = plan.groups
      .filter(({ id }) => id === 'added' || id === 'changed')
      .reduce((sum, { entries }) => sum + entries.length, 0);
    expect(changes).toBeGreaterThan(5);
    expect(plan.conflicts).toEqual([]);
    hand.press('更新する');
    expect(hand.title()).toBe('ひな型の更新');
    expect(hand.card().header?.subtitle).toBe('順番を待っています');
    expect(theForm(chamber).title).not.toContain('見本東');
    chamber.workspace.advance(2 * 60_000);
    for (const result of chamber.runtime.runDueTriggers()) expect(result.ok).toBe(true);
    hand.press('更新');
    expect(hand.words()).toContain('更新しました');
    expect(theForm(chamber).title).toContain('見本東');
    expect(ask(chamber, 'forms', {}).forms[0]?.update.id).toBe('newest');
  });

  it('form_changed_since_the_look__is_told_and_nothing_is_done', () => {
    const chamber = newCopy();
    older(chamber);
    const hand = updateOf(chamber);
    hand.press('更新を見る');
    const item = theForm(chamber).items.find(({ title }) => title === '電話番号');
    if (item !== undefined) item.title = '代表電話';
    hand.press('更新する');
    expect(hand.title()).toBe('できませんでした');
    expect(ask(chamber, 'forms', {}).forms[0]?.update.id).toBe('available');
  });
});
