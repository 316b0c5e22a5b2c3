/** What the page shows to whom: figures with n, changes, reasons; a chamber's own answers; nothing from which others could be worked out. */
import { describe, expect, it } from 'vitest';
import {
  type SampleChamber,
  sampleChambers,
  sampleChoice,
  sampleDefinition,
  sampleView as viewOf,
} from '../dashboard/testing/sample.ts';
import type { DashboardChoice, DashboardFigures, DashboardRow, DashboardView } from './dashboard-protocol.ts';

/** Two of the seven items: what is decided is decided for each in the same way. */
const sampleView = (
  viewer: Parameters<typeof viewOf>[0],
  choice: DashboardChoice = sampleChoice,
  chambers: readonly SampleChamber[] = sampleChambers,
): DashboardView => viewOf(viewer, choice, chambers, 2);

const jcci = { kind: 'jcci', person: '' } as const;
const chamber = (name: string) => ({ kind: 'chamber', code: 'c-001', name }) as const;
const other = '見本盛岡商工会議所';
const small = '見本小浜商工会議所';

const figures = ({ figures: found }: DashboardView): DashboardFigures => {
  if (found === null) throw new Error('no figures');
  return found;
};
const at = (part: Partial<DashboardChoice>): DashboardChoice => ({
  ...sampleChoice,
  roundId: 'lobo-2026-10',
  ...part,
});
const rowOf = (view: DashboardView, title: RegExp, label: string): DashboardRow | undefined =>
  figures(view)
    .tables.find((table) => title.test(table.title))
    ?.rows.find((row) => row.label === label);

describe('a selection', () => {
  it('the_nation__every_item_has_n_a_figure_and_both_changes', () => {
    const found = figures(sampleView(jcci));
    expect(found).toMatchObject({ scope: '全国', wave: '2026年10月', counted: '203', isInternal: false });
    expect(found.items).toHaveLength(2);
    for (const row of found.items) {
      expect(row).toMatchObject({ n: '203', why: '' });
      expect([row.index, row.before, row.yearBefore, row.outlook, row.outlookChange]).not.toContain(null);
    }
    expect(found.spells).toEqual({
      before: '前月比',
      yearBefore: '前年同月比',
      outlook: '先行き',
      outlookChange: '今月比',
    });
    expect(found.tables.map(({ title }) => title)).toEqual(['業況DI（業種別）', '業況DI（ブロック別）']);
    expect(found.notes.map(([head]) => head)).toContain('秘匿');
  });

  it('region_and_industry__are_one_group_of_the_same_tables', () => {
    const found = figures(
      sampleView(jcci, at({ level: 'block', name: '関西', industry: '製造業', question: 'sales' })),
    );
    expect(found).toMatchObject({ scope: '関西　製造業', isInternal: true });
    const [, places] = found.tables;
    expect(places?.title).toBe('売上DI（都道府県別）');
    expect(places?.rows.map(({ label }) => label)).toEqual(['関西', '京都府', '大阪府']);
    const sums = places?.rows.map(({ n }) => Number(n)) ?? [];
    expect(sums[0]).toBe((sums[1] ?? 0) + (sums[2] ?? 0));
    expect(found.items.find(({ label }) => label === '売上')?.n).toBe(String(sums[0]));
  });

  it('what_is_not_offered__falls_back_to_the_whole', () => {
    const found = figures(
      sampleView(jcci, at({ level: 'chamber', name: '架空商工会議所', industry: '鉱業', question: 'x' })),
    );
    expect(found.choice).toEqual({
      roundId: 'lobo-2026-10',
      level: 'nation',
      name: '',
      industry: '',
      question: 'conditions',
    });
  });

  it('a_wave_without_others__has_no_changes_and_says_so', () => {
    const found = figures(sampleView(jcci, at({ roundId: 'lobo-2026-09' })));
    expect(found.spells).toMatchObject({ before: '', yearBefore: '' });
    expect(found.items.every(({ before }) => before === null)).toBe(true);
  });
});

describe('who sees what', () => {
  it('a_group_of_two__is_hidden_from_jcci_s_page_and_from_other_chambers__its_neighbour_with_it', () => {
    for (const viewer of [jcci, chamber('見本京都商工会議所')]) {
      const found = sampleView(viewer, at({ level: 'prefecture', name: '岩手県' }));
      expect(rowOf(found, /商工会議所別/, small)).toMatchObject({ n: '3未満', index: null });
      const hidden = [other, '岩手県'].filter((name) => rowOf(found, /商工会議所別/, name)?.why !== '');
      expect(hidden.length).toBeGreaterThan(0);
    }
  });

  it('a_chamber__sees_its_own_whole_first_and_is_told_that_it_is', () => {
    const found = figures(sampleView(chamber('見本小浜')));
    expect(found).toMatchObject({ isOwn: true, isInternal: true, counted: '2', scope: small });
    expect(found.items.every(({ why, index }) => why === '' && index !== null)).toBe(true);
    const industry = figures(
      sampleView(chamber('見本小浜'), at({ level: 'chamber', name: small, industry: '建設業' })),
    );
    expect(industry).toMatchObject({ isOwn: true, counted: '1' });
  });

  it('the_neighbour_of_a_small_group__does_not_get_the_total_over_both', () => {
    const found = sampleView(chamber(other), at({ level: 'prefecture', name: '岩手県' }));
    expect(rowOf(found, /商工会議所別/, other)).toMatchObject({ why: '', n: '21' });
    expect(rowOf(found, /商工会議所別/, small)).toMatchObject({ n: '3未満', index: null });
    expect(rowOf(found, /商工会議所別/, '岩手県')).toMatchObject({ index: null });
    expect(figures(found).items.every(({ index, why }) => index === null && why !== '')).toBe(true);
  });
});

/** Everything a reader gets over the wire: each place and industry, for the first question. */
function allCells(viewer: Parameters<typeof sampleView>[0], chambers: readonly SampleChamber[]) {
  const definition = sampleDefinition();
  const industries = [
    '',
    ...(definition.dimensions.find(({ key }) => key === 'industry')?.options ?? []).map(({ label }) => label),
  ];
  const places: (readonly [DashboardChoice['level'], string])[] = [
    ['nation', ''],
    ['block', '東北'],
    ['prefecture', '岩手県'],
    ...chambers.map(({ name }) => ['chamber', name] as const),
  ];
  return places.flatMap(([level, name]) =>
    industries.map((industry) => {
      const { items } = figures(sampleView(viewer, at({ level, name, industry }), chambers));
      return { level, name, industry, row: items[0] };
    }),
  );
}

describe('what a chamber could work out', () => {
  const two: readonly SampleChamber[] = [
    { name: other, prefecture: '岩手県', firms: 24 },
    { name: small, prefecture: '岩手県', firms: 2 },
  ];

  it('alone_with_a_small_chamber__no_total_over_both_is_shown_at_any_level', () => {
    const cells = allCells(chamber(other), two);
    const shared = cells.filter(({ level }) => level !== 'chamber');
    // The nation, the block and the prefecture hold the same businesses: each would give the two away.
    for (const { row, industry } of shared.filter((cell) => cell.industry === ''))
      expect([industry, row?.index]).toEqual(['', null]);
    const ofSmall = cells.filter(({ name }) => name === small);
    expect(ofSmall.every(({ row }) => row?.index === null)).toBe(true);
    // Industries in which the small chamber has nobody are the reader's own.
    const own = cells.filter(({ name }) => name === other);
    expect(own.every(({ row }) => row?.why === '')).toBe(true);
    for (const industry of ['建設業', '製造業']) {
      const over = shared.filter((cell) => cell.industry === industry);
      expect(over.map(({ row }) => row?.index)).toEqual(over.map(() => null));
    }
  });

  it('the_page_of_jcci__keeps_the_total__since_it_stands_beside_nothing_of_one_chamber', () => {
    const cells = allCells(jcci, two);
    expect(
      cells.find(({ level, industry }) => level === 'nation' && industry === '')?.row?.index,
    ).not.toBeNull();
    expect(cells.filter(({ name, industry }) => name === other && industry === '')[0]?.row?.index).toBeNull();
  });

  it('names_of_the_sample__are_all_those_of_invented_chambers', () => {
    expect(sampleChambers.every(({ name }) => name.startsWith('見本'))).toBe(true);
  });
});
