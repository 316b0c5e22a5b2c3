/** What the table shows and in which order; where the squares lie. */
import { describe, expect, it } from 'vitest';
import { consoleView } from '../view/console.ts';
import { fleetNow, sampleFleet } from '../view/testing/console-fleet.ts';
import { columns, everything, type Filter, filtered, looks, pressed, sorted } from './table.ts';
import { shortName, stepOf, tiles } from './tiles.ts';

const view = consoleView({ ...sampleFleet(515, 20), isUnreadable: false, now: fleetNow });
const sift = (part: Partial<Filter>) => filtered(view, { ...everything, ...part });

describe('filter', () => {
  it('words__whatever_their_width_and_order__all_have_to_stand', () => {
    expect(sift({ text: '東京　第１' }).map(({ code }) => code)).toContain('13-001');
    expect(sift({ text: '１３－００１' }).map(({ code }) => code)).toEqual(['13-001']);
    expect(sift({ text: '東京 大阪' })).toEqual([]);
  });

  it('each_choice__agrees_with_its_number', () => {
    for (const { code, total } of view.prefectures) expect(sift({ prefecture: code })).toHaveLength(total);
    for (const { id, total } of view.rings) expect(sift({ ring: id })).toHaveLength(total);
    for (const { state, count } of view.counts) expect(sift({ state })).toHaveLength(count);
    for (const { version, count } of view.versions) expect(sift({ version })).toHaveLength(count);
    for (const { code, count } of view.reasons) expect(sift({ reason: code })).toHaveLength(count);
    const amounts = looks.map((look) => sift({ look }).length);
    expect(amounts).toEqual([
      515,
      view.drifted,
      view.deferred,
      view.silent,
      515 - view.reported,
      view.reasons[0]?.count,
    ]);
  });

  it('choices_together__narrow_down', () => {
    const both = sift({ prefecture: '15', look: 'drift' });
    expect(both.length).toBeGreaterThan(0);
    expect(both.length).toBeLessThan(sift({ prefecture: '15' }).length);
  });
});

describe('order', () => {
  it('every_column__up_and_down__keeps_everybody', () => {
    for (const column of columns) {
      const up = sorted(view.rows, { column, isDown: false }, view.rings);
      const down = sorted(view.rows, { column, isDown: true }, view.rings);
      expect(new Set(up).size).toBe(515);
      expect(new Set(down)).toEqual(new Set(up));
    }
    const own = sorted(view.rows, { column: 'own', isDown: true }, view.rings).map((row) => row.own);
    expect(own).toEqual([...own].sort((a, b) => b - a));
    expect(sorted(view.rows, { column: 'state', isDown: false }, view.rings)[0]?.state).toBe('failed');
  });

  it('versions__by_number_not_by_letter', () => {
    const rows = ['1.10.0', '1.9.0', '同梱の版'].map((version) => ({ ...view.rows[0], version }));
    const made = rows.flatMap((row) => (row.code === undefined ? [] : [row as (typeof view.rows)[number]]));
    expect(sorted(made, { column: 'version', isDown: false }, []).map(({ version }) => version)).toEqual([
      '1.9.0',
      '1.10.0',
      '同梱の版',
    ]);
  });

  it('header__pressed_three_times__is_the_list_again', () => {
    const start = { column: null, isDown: false };
    const once = pressed(start, 'name');
    const twice = pressed(once, 'name');
    expect([once, twice, pressed(twice, 'name')]).toEqual([
      { column: 'name', isDown: false },
      { column: 'name', isDown: true },
      start,
    ]);
    expect(pressed(twice, 'state')).toEqual({ column: 'state', isDown: false });
  });
});

describe('map', () => {
  it('all_47__once_each__on_places_of_their_own', () => {
    expect(tiles.map(({ code }) => Number(code))).toEqual(
      Array.from({ length: 47 }, (_unused, at) => at + 1),
    );
    expect(new Set(tiles.map(({ column, row }) => `${column}/${row}`)).size).toBe(47);
  });

  it('geography__neighbours_lie_where_they_should', () => {
    const at = (code: string) => tiles.find((tile) => tile.code === code) ?? { column: 0, row: 0 };
    const north = (a: string, b: string) => expect(at(a).row, `${a} ${b}`).toBeLessThan(at(b).row);
    const west = (a: string, b: string) => expect(at(a).column, `${a} ${b}`).toBeLessThan(at(b).column);
    for (const [a, b] of [
      ['01', '02'],
      ['02', '03'],
      ['07', '08'],
      ['10', '11'],
      ['11', '14'],
      ['26', '29'],
      ['31', '33'],
      ['37', '36'],
      ['40', '43'],
      ['43', '46'],
      ['46', '47'],
    ] as const)
      north(a, b);
    for (const [a, b] of [
      ['05', '03'],
      ['15', '07'],
      ['13', '12'],
      ['17', '16'],
      ['27', '29'],
      ['35', '34'],
      ['34', '33'],
      ['38', '37'],
      ['41', '38'],
      ['40', '44'],
    ] as const)
      west(a, b);
  });

  it('shades__nothing_some_all', () => {
    expect([
      stepOf(0, 0),
      stepOf(0, 9),
      stepOf(1, 9),
      stepOf(3, 9),
      stepOf(6, 9),
      stepOf(8, 9),
      stepOf(9, 9),
    ]).toEqual([0, 0, 1, 2, 3, 3, 4]);
    expect(['北海道', '東京都', '京都府', '神奈川県'].map(shortName)).toEqual([
      '北海道',
      '東京',
      '京都',
      '神奈川',
    ]);
  });
});
