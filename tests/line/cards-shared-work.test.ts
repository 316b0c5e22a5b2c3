/** Work that one clerk began on a card and left: another sees whose it is, goes on with it as themselves, and both are told. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { grantBook, type Hand, openCards } from '../support/cards.ts';
import { ask, type Chamber, clerk, records, run } from '../support/chamber.ts';
import { cp932, ledgerChamber, sendFile } from '../support/ledger.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const other = 'tsugi@mihon-cci.example';
const callsSoon = (chamber: Chamber): readonly string[] =>
  chamber.workspace.state.triggers.filter(({ handler }) => handler === 'cardWork').map(({ owner }) => owner);

function atSheet(chamber: Chamber, user: string): Hand {
  grantBook(chamber, user);
  return openCards(built, chamber, 'sheets', { user, file: chamber.bookId });
}

const openWorks = (chamber: Chamber): string =>
  chamber.workspace.state.properties.script[`cci.cards.open.${chamber.bookId}`] ?? '';

/** A colleague with these roles; the first clerk has begun to look at the whole ledger and has gone. */
function leftBehind(roles: readonly ('view' | 'export')[]): Chamber {
  const chamber = ledgerChamber(built);
  sendFile(
    chamber,
    '台帳.csv',
    cp932([
      ['事業所番号', '事業所名'],
      ['0001', '一番'],
    ]),
  );
  chamber.workspace.addUser({ email: other, name: '見本 次郎', role: 'staff' });
  ask(chamber, 'saveAccess', {
    people: [
      { person: clerk, roles: ['view', 'desk', 'approve', 'export', 'settings'] },
      { person: other, roles: [...roles] },
    ],
  });
  const hand = atSheet(chamber, clerk);
  hand.press('CSV出力');
  hand.press('台帳の全件を下見');
  return chamber;
}

describe('work of another', () => {
  it('is_seen_with_its_owner__taken_over__done_with_the_roles_of_whoever_presses__and_the_owner_is_told', () => {
    const chamber = leftBehind(['view', 'export']);
    const second = atSheet(chamber, other);
    expect(second.words()).toContain('CSVの下見：順番を待っています');
    expect(second.words()).toContain(clerk);
    second.press('CSVの下見');
    second.press('引き継いで進める');
    expect(second.card().header?.subtitle).toBe('終わりました');
    expect(second.words()).toContain('出力する行：0 行');
    expect(openWorks(chamber)).toBe('');

    const first = atSheet(chamber, clerk);
    expect(first.words()).toContain('ほかの担当者が引き継いで終わらせました。');
    // The first clerk's own call finds nothing to do and takes itself away.
    chamber.workspace.advance(2 * 60_000);
    for (const result of chamber.runtime.runDueTriggers()) expect(result.ok).toBe(true);
    expect(callsSoon(chamber)).toEqual([]);
    expect(first.words()).toContain('CSVの下見：終わりました');
  });

  it('without_the_role__stays_as_it_is_and_its_owner_ends_it', () => {
    const chamber = leftBehind(['view']);
    const before = openWorks(chamber);
    const second = atSheet(chamber, other);
    second.press('CSVの下見');
    second.press('引き継いで進める');
    expect(second.title()).toBe('できませんでした');
    expect(openWorks(chamber)).toBe(before);
    chamber.workspace.advance(2 * 60_000);
    for (const result of chamber.runtime.runDueTriggers()) expect(result.ok).toBe(true);
    expect(atSheet(chamber, clerk).words()).toContain('CSVの下見：終わりました');
    expect(openWorks(chamber)).toBe('');
  });

  it('is_never_done_by_a_run_that_nobody_pressed', () => {
    const chamber = leftBehind(['view', 'export']);
    // The second clerk has work of the same kind: the run does that, and leaves the other line alone.
    const second = atSheet(chamber, other);
    second.press('CSV出力');
    second.press('台帳の変更を下見');
    expect(openWorks(chamber)).toContain(`"by":"${other}"`);
    expect(run(chamber, 'cardWork', [], { user: other, kind: 'trigger' }).ok).toBe(true);
    expect(run(chamber, 'hourlyCatchUp', [], { user: other, kind: 'trigger' }).ok).toBe(true);
    expect(openWorks(chamber)).not.toContain(`"by":"${other}"`);
    expect(openWorks(chamber)).toContain(`"by":"${clerk}"`);
    expect(openWorks(chamber)).toContain('"state":"waiting"');
    expect(records(chamber, '操作記録').some((row) => row.担当者 === other)).toBe(false);
  });

  it('run_of_the_second_dies__the_call_of_the_second_ends_it', () => {
    const chamber = leftBehind(['view', 'export']);
    const second = atSheet(chamber, other);
    second.press('CSVの下見');
    const calls: string[] = [];
    const copy = leftBehind(['view', 'export']);
    const twin = atSheet(copy, other);
    twin.press('CSVの下見');
    twin.run('引き継いで進める', { onCall: (_number, name) => void calls.push(name) });
    const made = calls.lastIndexOf('ScriptApp.createTrigger') + 1;
    expect(made).toBeGreaterThan(0);
    expect(second.run('引き継いで進める', { failAtCall: made + 3 }).ok).toBe(false);
    expect(callsSoon(chamber)).toContain(other);
    chamber.workspace.advance(2 * 60_000);
    chamber.runtime.runDueTriggers();
    chamber.workspace.advance(9 * 60_000);
    chamber.runtime.runDueTriggers();
    expect(openWorks(chamber)).toBe('');
    expect(atSheet(chamber, other).words()).toContain('CSVの下見：終わりました');
    expect(callsSoon(chamber)).toEqual([]);
  });

  it('what_stands_with_the_script__holds_nothing_that_was_typed', () => {
    const chamber = leftBehind(['view', 'export']);
    const hand = atSheet(chamber, clerk);
    hand.press('フォーム');
    hand.press('ひな型から作る');
    hand.press('参加申込');
    const fields = Object.fromEntries(
      hand.widgets().flatMap(({ textInput, dateTimePicker }) => {
        const one = textInput ?? dateTimePicker;
        return one === undefined
          ? []
          : [[one.name, dateTimePicker === undefined ? '秘密の催し' : '2026-12-10']];
      }),
    );
    expect(hand.run('作って公開する', { failAtCall: 140 }, fields).ok).toBe(false);
    expect(openWorks(chamber)).toContain('createForm');
    expect(openWorks(chamber)).not.toContain('秘密');
    expect(openWorks(chamber).length).toBeLessThan(1200);
  });
});
