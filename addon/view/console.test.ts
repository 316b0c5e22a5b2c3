/** The console's numbers add up, whatever chambers say, and a newer report counts before the roll-out is carried on. */
import { describe, expect, it } from 'vitest';
import { hasDrift } from '../../shared/release/fleet.ts';
import { decide, type RolloutEvent } from '../../shared/release/rollout.ts';
import { type ConsoleSources, consoleView, wholeList } from './console.ts';
import { consoleChamber, historyLines, recordLines } from './console-record.ts';
import { stateFaces } from './console-words.ts';
import { fleetNow, fleetVersion, sampleFleet, statusOf } from './testing/console-fleet.ts';

const minute = 60_000;
const calm = sampleFleet(515);
const stopped = sampleFleet(515, 20);
const sources = (more: Partial<ConsoleSources> = {}, fails = -1): ConsoleSources => ({
  ...(fails < 0 ? calm : stopped),
  isUnreadable: false,
  now: fleetNow,
  ...more,
});

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

/** A view of one chamber of ours, changed. */
function one(change: (given: ConsoleSources) => ConsoleSources, code: string) {
  const view = consoleView(change(sources()));
  const row = view.rows.find((found) => found.code === code);
  if (row === undefined) throw new Error(code);
  return { view, row };
}

const told =
  (code: string, outcome: 'applied' | 'failed', receivedAt: number, error = '') =>
  (given: ConsoleSources): ConsoleSources => ({
    ...given,
    rows: given.rows.map((row) =>
      row.code === code
        ? {
            ...row,
            receivedAt,
            status: statusOf(code, { release: { version: fleetVersion, outcome, error } }),
          }
        : row,
    ),
  });

describe('consoleView', () => {
  it('counts__of_states_rings_versions_and_prefectures__add_up_to_the_list', () => {
    for (const given of [
      sources(),
      sources({}, 20),
      sources({ office: null }),
      sources({ rows: [] }),
      sources({ ...sampleFleet(3) }),
    ]) {
      const view = consoleView(given);
      const whole = view.rows.length;
      expect(sum(view.counts.map(({ count }) => count))).toBe(whole);
      expect(sum(view.rings.map(({ total }) => total))).toBe(whole);
      for (const { counts, total } of view.rings) expect(sum(counts.map(({ count }) => count))).toBe(total);
      expect(sum(view.versions.map(({ count }) => count))).toBe(view.reported);
      expect(sum(view.prefectures.map(({ total }) => total))).toBe(
        view.rows.filter(({ prefecture }) => prefecture !== '').length,
      );
      expect(sum(view.prefectures.map(({ done }) => done))).toBe(view.done);
      expect(view.drifted).toBe(wholeList(given).filter(hasDrift).length);
      expect(new Set(view.rows.map(({ code }) => code)).size).toBe(whole);
    }
  });

  it('list__names_from_the_last_publication__rows_that_people_named_win__strangers_are_shown', () => {
    const given = sources();
    const [first, second] = given.rows;
    if (first === undefined || second === undefined) throw new Error('no rows');
    const rows = [
      { ...first, name: '', prefecture: '00' },
      { ...second, name: '手で直した名前' },
      { code: 'x-001', name: '', prefecture: '00', status: null, receivedAt: 0 },
    ];
    const list = wholeList({ ...given, rows });
    expect(list).toHaveLength(516);
    expect(list[0]).toMatchObject({ name: first.name, prefecture: '01' });
    expect(list[1]?.name).toBe('手で直した名前');
    expect(consoleView({ ...given, rows }).rows.at(-1)).toMatchObject({
      code: 'x-001',
      name: 'x-001',
      prefecture: '',
      ring: '',
      at: '',
    });
  });

  it('report__newer_than_the_roll_out__counts_already__an_older_one_does_not', () => {
    const given = sources();
    const [code, progress] =
      Object.entries(given.office?.rollout?.chambers ?? {}).find(([, { state }]) => state === 'offered') ??
      [];
    if (code === undefined || progress === undefined) throw new Error('nobody is offered');
    expect(one((all) => all, code).row.state).toBe('offered');
    expect(one(told(code, 'applied', progress.at + minute), code).row.state).toBe('applied');
    expect(one(told(code, 'applied', progress.at - minute), code).row.state).toBe('offered');
  });

  it('failure__pauses__is_told_by_name_and_in_words__and_counted_by_its_code', () => {
    const view = consoleView(sources({}, 20));
    const failed = view.rows.filter(({ state }) => state === 'failed');
    expect(failed).toHaveLength(1);
    expect(view.paused?.why).toContain(`${failed[0]?.name}で失敗しました。`);
    expect(view.paused?.why).toContain('日商の配信の「…」は、この会議所キットでは読めません。');
    expect(new Set(view.rings.map(({ label }) => label))).toEqual(new Set(['停止中']));
    expect(view.reasons).toMatchObject([{ code: 'release.content', count: 1 }]);
    expect(view.commands[0]?.command).toContain('release resume --config release.yaml --again --apply');
    expect(view.prefectures.find(({ failed: count }) => count > 0)?.code).toBe(failed[0]?.prefecture);
    expect(view.record.map(({ what }) => what)).toContain('止まりました');
  });

  it('left_out_by_JCCI__stays_left_out__until_it_takes_the_release_after_all', () => {
    const given = sources({}, 20);
    const rollout = given.office?.rollout;
    if (rollout === null || rollout === undefined || given.office === null) throw new Error('no roll-out');
    const event: RolloutEvent = { kind: 'resume', by: '見本', again: false };
    const after = {
      ...given,
      office: { ...given.office, rollout: decide(rollout, event, fleetNow).rollout },
    };
    const code = given.rows[20]?.code ?? '';
    const stateOf = (all: ConsoleSources) => consoleView(all).rows.find((row) => row.code === code)?.state;
    expect(stateOf(told(code, 'failed', fleetNow + minute, 'release.content')(after))).toBe('excluded');
    expect(stateOf(told(code, 'applied', fleetNow + minute)(after))).toBe('applied');
  });

  it('person_paused__who_and_why__roll_back__says_so_and_offers_no_resume', () => {
    const given = sources();
    const { office } = given;
    if (office?.rollout == null) throw new Error('no roll-out');
    const { rollout } = decide(office.rollout, { kind: 'pause', by: '見本', reason: '確認のため' }, fleetNow);
    const view = consoleView({ ...given, office: { ...office, rollout } });
    expect(view.paused).toMatchObject({ what: '止まっています', why: '見本：確認のため' });
    const undo: RolloutEvent = { kind: 'roll-back', by: '見本', reason: '誤り', rings: [] };
    const undoing = consoleView({
      ...given,
      office: { ...office, rollout: decide(rollout, undo, fleetNow).rollout },
    });
    expect(undoing.paused?.what).toBe('取り消しています');
    expect(undoing.rings.map(({ label }) => label)).toContain('取り消し中');
    expect(undoing.commands.some(({ command }) => command.includes('resume'))).toBe(false);
  });

  it('deferral__is_shown_with_its_end__and_ends_by_itself', () => {
    const code = sources().rows[5]?.code ?? '';
    const at = (now: number) => one((given) => ({ ...given, now }), code);
    expect(at(fleetNow).row).toMatchObject({ state: 'deferred', deferral: '見送り〜2026-12-20' });
    expect(at(fleetNow).view.deferred).toBeGreaterThan(0);
    expect(at(Date.UTC(2026, 11, 20, 14, 59)).row.deferral).toBe('見送り〜2026-12-20');
    expect(at(Date.UTC(2026, 11, 20, 15)).row.deferral).toBe('');
  });

  it('silence__counts_after_two_days__who_never_reported_is_told_apart', () => {
    const { view, row } = one((given) => given, sources().rows[30]?.code ?? '');
    expect(row.isSilent).toBe(true);
    const never = view.rows.filter(({ at }) => at === '');
    expect(never.length).toBe(view.rows.length - view.reported);
    expect(never.every(({ isSilent }) => !isSilent)).toBe(true);
  });

  it('office__unreadable_or_none__the_sheet_alone_is_counted_and_it_is_said', () => {
    const view = consoleView(sources({ office: null, isUnreadable: true }));
    expect(view).toMatchObject({ source: 'unreadable', release: fleetVersion, seq: 0, paused: null });
    expect(view.rings).toMatchObject([{ id: '', total: 515 }]);
    expect(view.done).toBeGreaterThan(0);
    const bare = consoleView({ rows: [], office: null, isUnreadable: false, now: fleetNow });
    expect(bare).toMatchObject({ source: 'none', release: '', rows: [], rings: [], doneLabel: '報告あり' });
  });

  it('view__is_JSON__and_holds_no_more_than_it_shows', () => {
    const view = consoleView(sources());
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    expect(JSON.stringify(view)).not.toMatch(/nonce|sha256|"counter"/);
    expect(JSON.stringify(view).length).toBeLessThan(250_000);
  });

  it('states__each_has_a_word', () => {
    for (const { label } of Object.values(stateFaces)) expect(label).not.toBe('');
  });
});

describe('one chamber', () => {
  it('history__newest_first__codes_in_words', () => {
    const lines = historyLines([
      ['2026-11-01 09:00', 'c1', '同梱の版', '1.2.0', '失敗', 'release.content', '3'],
      ['2026-11-02 09:00', 'c1', '1.2.0', '1.2.0', '反映済み', '', '4'],
    ]);
    expect(lines.map(({ state }) => state)).toEqual(['反映済み', '失敗']);
    expect(lines[1]?.reason).toContain('読めません');
    expect(lines[0]?.reason).toBe('');
  });

  it('record__names_only_this_chamber__forms_and_health_from_its_last_status', () => {
    const { office, rows } = sampleFleet(100, 20);
    const row = rows[20];
    if (row === undefined) throw new Error('no row');
    const page = consoleChamber(row.code, row, [], office);
    expect(page.record.map(({ what }) => what)).toEqual(['止まりました', '失敗', '届けました']);
    expect(page.forms.map(({ template }) => template)).toEqual([
      'consultation-booking',
      'membership-application',
    ]);
    expect(page.command.command).toContain(`--chamber ${row.code}`);
    expect(consoleChamber('x-1', null, [], null)).toMatchObject({ forms: [], health: null, record: [] });
  });

  it('record__unknown_words_of_a_newer_program__stand_as_they_are', () => {
    const log = [{ at: fleetNow, what: 'blessed', ring: 'x', chambers: ['a', 'b', 'c', 'd'], note: '見本' }];
    expect(recordLines({ releases: [], rollout: null, log }, [])).toMatchObject([
      { what: 'blessed', more: 'x　a、b、c ほか 1　見本' },
    ]);
  });
});
