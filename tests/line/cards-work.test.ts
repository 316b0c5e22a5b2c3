/** Work that outlasts a card: handed to a trigger, told by its card, and brought to its end whenever a run dies. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { grantBook, type Hand, openCards } from '../support/cards.ts';
import {
  answersFor,
  approve,
  ask,
  type Chamber,
  chamberFrom,
  clerk,
  putAnswers,
  readyChamber,
  records,
  run,
  snapshot,
  soundAnswers,
  theForm,
} from '../support/chamber.ts';
import { cp932, filled, ledgerChamber, sendFile } from '../support/ledger.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const everything = { state: '', search: '', offset: 0, limit: 100 };

function atSheet(chamber: Chamber): Hand {
  grantBook(chamber);
  return openCards(built, chamber, 'sheets', { file: chamber.bookId });
}

const callsSoon = (chamber: Chamber) =>
  chamber.workspace.state.triggers.filter(({ handler }) => handler === 'cardWork');

/** Time passes and the clock triggers run. */
function later(chamber: Chamber, minutes = 2): void {
  chamber.workspace.advance(minutes * 60_000);
  for (const result of chamber.runtime.runDueTriggers()) {
    if (!result.ok) throw new Error(result.error.message);
  }
}

/** Answers wait in the form, no trigger has told of them. */
function waitingAnswers(count: number): Chamber {
  const chamber = readyChamber(built);
  chamber.workspace.state.triggers = [];
  putAnswers(
    chamber,
    Array.from({ length: count }, (_unused, index) => soundAnswers(index + 1)),
  );
  return chamber;
}

describe('a card that is killed', () => {
  it('collect__killed_at_many_calls__the_trigger_ends_it_once', () => {
    const origin = waitingAnswers(2);
    atSheet(origin);
    const state = snapshot(origin);
    const undisturbed = chamberFrom(built, state, origin.bookId);
    const calls: string[] = [];
    const whole = atSheet(undisturbed).run('回答を取り込む', {
      onCall: (_number, name) => {
        calls.push(name);
      },
    });
    expect(whole.ok).toBe(true);
    const made = calls.indexOf('ScriptApp.createTrigger') + 1;
    expect(made).toBeGreaterThan(0);
    const kills = [made + 1, made + 8, Math.floor((made + calls.length) / 2), calls.length - 4, calls.length];
    for (const failAtCall of kills) {
      const chamber = chamberFrom(built, state, origin.bookId);
      const hand = atSheet(chamber);
      expect(hand.run('回答を取り込む', { failAtCall }).ok, `${failAtCall}`).toBe(false);
      later(chamber);
      later(chamber, 10);
      const rows = ask(chamber, 'queue', everything).rows.map(({ name }) => name);
      expect([...rows].sort(), `${failAtCall}`).toEqual(['見本商店1', '見本商店2']);
      expect(callsSoon(chamber), `${failAtCall}`).toEqual([]);
      const mails = chamber.workspace.state.mails.map(({ to }) => to[0]);
      expect(new Set(mails).size, `${failAtCall}`).toBe(mails.length);
      hand.menu('更新');
      expect(hand.words(), `${failAtCall}`).toContain('回答の取り込み：終わりました');
    }
  });

  it('trigger_that_dies_too__is_called_again', () => {
    const chamber = waitingAnswers(1);
    const hand = atSheet(chamber);
    expect(hand.run('回答を取り込む', { failAtCall: 40 }).ok).toBe(false);
    expect(callsSoon(chamber)).toHaveLength(1);
    chamber.workspace.advance(2 * 60_000);
    expect(run(chamber, 'cardWork', [], { kind: 'trigger', failAtCall: 25 }).ok).toBe(false);
    expect(callsSoon(chamber)).toHaveLength(1);
    later(chamber, 9);
    later(chamber, 9);
    expect(ask(chamber, 'queue', everything).total).toBe(1);
    expect(callsSoon(chamber)).toEqual([]);
  });

  it('no_trigger_can_be_had__the_hourly_run_ends_it', () => {
    const chamber = waitingAnswers(1);
    const hand = atSheet(chamber);
    expect(hand.run('回答を取り込む', { failAtCall: 40 }).ok).toBe(false);
    chamber.workspace.state.triggers = [];
    chamber.workspace.advance(60 * 60_000);
    const hourly = run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' });
    expect(hourly.ok).toBe(true);
    hand.menu('更新');
    expect(hand.words()).toContain('回答の取り込み：終わりました');
  });

  it('form__killed_while_it_is_made__becomes_one_form_with_what_was_filled_in', () => {
    const chamber = readyChamber(built);
    const hand = atSheet(chamber);
    hand.press('フォーム');
    hand.press('ひな型から作る');
    hand.press('参加申込');
    const fields = Object.fromEntries(
      hand.widgets().flatMap(({ textInput, dateTimePicker }) => {
        const one = textInput ?? dateTimePicker;
        return one === undefined
          ? []
          : [[one.name, dateTimePicker === undefined ? '見本の催し' : '2026-12-10']];
      }),
    );
    expect(hand.run('作って公開する', { failAtCall: 140 }, fields).ok).toBe(false);
    later(chamber);
    later(chamber, 10);
    const forms = Object.values(chamber.workspace.state.forms);
    expect(forms).toHaveLength(2);
    expect(forms.filter(({ published }) => published)).toHaveLength(2);
    expect(JSON.stringify(forms)).toContain('見本の催し');
    expect(records(chamber, '_forms').filter((row) => row.state === 'open')).toHaveLength(2);
    hand.menu('更新');
    expect(hand.words()).toContain('フォームの作成：終わりました');
  });
});

describe('work that is handed over', () => {
  it('export__of_the_whole_ledger__look_then_file_by_the_trigger', () => {
    const chamber = ledgerChamber(built);
    const file = cp932([
      ['事業所番号', '事業所名', '電話番号'],
      ['0001', '一番', '03-1234-0001'],
      ['0002', '二番', '03-1234-0002'],
    ]);
    sendFile(chamber, '台帳.csv', file);
    const hand = atSheet(chamber);
    hand.press('台帳の取込み');
    hand.press('台帳.csv');
    expect(hand.words()).toContain('追加 2・変更 0');
    expect(filled(chamber)).toEqual([]);
    hand.press('台帳に取り込む');
    expect(hand.words()).toContain('取り込みました。追加 2・変更 0。');
    expect(filled(chamber).map((row) => row.事業所名)).toEqual(['一番', '二番']);

    hand.press('今日に戻る');
    hand.press('CSV出力');
    hand.press('台帳の全件を下見');
    expect(hand.card().header?.subtitle).toBe('順番を待っています');
    hand.press('更新');
    expect(hand.card().header?.subtitle).toBe('順番を待っています');
    later(chamber);
    hand.press('更新');
    expect(hand.words()).toContain('出力する行：2 行');
    hand.press('2 行を出力する');
    expect(hand.card().header?.subtitle).toBe('順番を待っています');
    hand.press('ここで進める');
    expect(hand.words()).toContain('2 行を出力しました。');
    expect(hand.press('ファイルを開く').open?.url).toMatch(/^https:/);
    expect(callsSoon(chamber)).toEqual([]);
  });

  it('same_wish_twice__is_one_work', () => {
    const chamber = ledgerChamber(built);
    const hand = atSheet(chamber);
    hand.press('CSV出力');
    hand.press('台帳の全件を下見');
    hand.back();
    hand.press('台帳の全件を下見');
    const works = JSON.parse(chamber.workspace.state.properties.user[clerk]?.['cci.cards.works'] ?? '{}');
    expect(works.works).toHaveLength(1);
    expect(callsSoon(chamber)).toHaveLength(1);
  });

  it('changed_since_the_look__is_told_and_nothing_is_made', () => {
    const chamber = readyChamber(built);
    chamber.runtime.submitAnswer(theForm(chamber).id, answersFor(chamber, soundAnswers(1)));
    const [first] = ask(chamber, 'queue', everything).rows;
    approve(chamber, first?.applicationId ?? '');
    const hand = atSheet(chamber);
    hand.press('CSV出力');
    chamber.runtime.submitAnswer(theForm(chamber).id, answersFor(chamber, soundAnswers(2)));
    approve(chamber, ask(chamber, 'queue', everything).rows[0]?.applicationId ?? '');
    hand.press('1 行を出力する');
    expect(hand.title()).toBe('できませんでした');
    expect(Object.values(chamber.workspace.state.files).filter(({ name }) => name.endsWith('.csv'))).toEqual(
      [],
    );
    expect(callsSoon(chamber)).toEqual([]);
  });

  it('every_first_card_and_action__ends_well_within_thirty_seconds', () => {
    const chamber = readyChamber(built);
    for (let index = 1; index <= 30; index++) {
      chamber.runtime.submitAnswer(theForm(chamber).id, answersFor(chamber, soundAnswers(index)));
    }
    const hand = atSheet(chamber);
    const first = chamber.runtime.run({
      fn: 'cardHome',
      args: [
        {
          commonEventObject: { hostApp: 'SHEETS' },
          sheets: { addonHasFileScopePermission: true, id: chamber.bookId },
        },
      ],
      user: clerk,
      kind: 'card',
    });
    expect(first.ok).toBe(true);
    expect(first.elapsedMs).toBeLessThan(15_000);
    for (const [words, title] of [
      ['受付', '受付'],
      ['フォーム', 'フォーム'],
      ['CSV出力', 'CSV出力'],
      ['点検', '点検'],
    ] as const) {
      const result = hand.run(words, {});
      expect(result.ok, title).toBe(true);
      expect(result.elapsedMs, title).toBeLessThan(15_000);
    }
  });
});
