/** The page 調査の結果 at JCCI's web app: who gets in, what goes over the wire, what is refused. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { DashboardReply } from '../../addon/rpc/dashboard.ts';
import type { DashboardInput, DashboardView } from '../../addon/view/dashboard-protocol.ts';
import { dashboardPass } from '../../shared/release/dashboard-link.ts';
import { chamberKey, operatorKey } from '../../shared/release/hmac.ts';
import { officeName } from '../../shared/release/office-file.ts';
import type { Built } from '../support/built.ts';
import { ask, type Chamber } from '../support/chamber.ts';
import { buildJobs } from '../support/jobs-bundle.ts';
import { jcciUser, master, type Office, openOffice, visit } from '../support/release.ts';
import {
  firms,
  mainChamber,
  otherChamber,
  putSurveyAnswers,
  roundId,
  startInput,
  surveyChamber,
  tabulate,
} from '../support/survey-round.ts';

let built: Built;
let office: Office;
beforeAll(async () => {
  built = await buildJobs();
  office = openClosed();
}, 240_000);

const address = 'https://script.google.com/macros/s/jcci/exec';
/** Two firms of the other chamber among those of the main one. */
const all = firms(16, (at) => ({ chamber: at === 4 || at === 9 ? otherChamber : mainChamber }));

const officeFile = JSON.stringify({
  format: 'cci-kit office',
  schema: 1,
  releases: [],
  rollout: null,
  log: [],
  list: [
    { code: 'c-001', name: mainChamber, prefecture: '15' },
    { code: 'c-002', name: otherChamber, prefecture: '15' },
    { code: 'c-003', name: '見本南商工会議所', prefecture: '15' },
  ],
});

/** JCCI with a round of its workbook, answered and closed. */
function openClosed(): Office {
  const chamber: Chamber = surveyChamber(built);
  ask(chamber, 'startSurvey', startInput(all));
  putSurveyAnswers(chamber, all);
  ask(chamber, 'collect', {});
  tabulate(chamber);
  const found = openOffice(built, { [officeName]: officeFile }, chamber.workspace);
  chamber.workspace.state.properties.script['cci.fleet.surveys'] = chamber.bookId;
  return found;
}

const day = '2026-12-31';
const passOf = (code: string, until = day) =>
  dashboardPass({ chamber: code, key: chamberKey(master, code) }, until);

const nothing: DashboardInput = {
  key: '',
  person: '',
  chamber: '',
  until: '',
  seal: '',
  roundId: '',
  level: 'nation',
  name: '',
  industry: '',
  question: '',
};
const operator = { key: operatorKey(master) };

/** A call as the page makes it: anybody, as whoever deployed the program. */
function call(input: unknown): DashboardReply {
  const result = office.runtime.run({ fn: 'dashboardCall', args: [input], user: jcciUser, kind: 'manual' });
  if (!result.ok) throw new Error(result.error.message);
  return result.value as DashboardReply;
}

function viewOf(input: Partial<DashboardInput>): DashboardView {
  const reply = call({ ...nothing, ...input });
  if (!reply.ok) throw new Error(JSON.stringify(reply.issues));
  return reply.result;
}

const codesOf = (input: unknown): readonly string[] => {
  const reply = call(input);
  return reply.ok ? [] : reply.issues.map(({ code }) => code);
};

const close = (): void => {
  const rows = office.workspace.state.spreadsheets[bookOf()]?.sheets.find(({ name }) => name === '調査');
  const header = Object.entries(rows?.cells[0] ?? {}).find(([, cell]) => displayed(cell) === '状態')?.[0];
  const row = rows?.cells[1];
  if (header === undefined || row === undefined) throw new Error('no round');
  row[Number(header)] = { t: 'text', v: '締切' };
};
const displayed = (cell: unknown): string =>
  typeof cell === 'object' && cell !== null && 'v' in cell ? String(cell.v) : '';
const bookOf = (): string => office.workspace.state.properties.script['cci.fleet.surveys'] ?? '';

describe('a round that is open', () => {
  it('is_shown_to_nobody__each_new_answer_would_tell', () => {
    expect(viewOf(operator)).toEqual({ chamber: '', rounds: [], figures: null });
    expect(codesOf({ ...nothing, ...operator, roundId })).toEqual(['dashboard.none']);
  });
});

describe('a closed round', () => {
  beforeAll(close);

  it('page__is_sent_to_who_has_a_key_or_a_pass__with_no_figure_in_it', () => {
    const { chamber, until, seal } = passOf('c-001');
    const good = `${address}?page=dashboard&chamber=${chamber}&until=${until}&seal=${seal}`;
    for (const url of [
      `${address}?page=dashboard`,
      good.replace('c-001', 'c-002'),
      good.replace(day, '2027-12-31'),
      `${address}?page=dashboard&key=${'0'.repeat(64)}`,
    ])
      expect(JSON.parse(visit(office, { url }).body)).toEqual({ ok: false, fault: 'closed' });
  });

  it('jcci__sees_the_safe_tables__and_no_group_of_two', () => {
    const { figures } = viewOf(operator);
    expect(figures).toMatchObject({ scope: '全国', counted: '16', isOwn: false });
    const nation = viewOf({ ...operator, roundId, level: 'chamber', name: otherChamber }).figures;
    expect(nation).toMatchObject({ counted: '3未満', industries: [] });
    expect(nation?.items.every(({ index, n }) => index === null && n === '3未満')).toBe(true);
  });

  it('a_chamber__sees_its_own_whole__its_neighbour_s_two_firms_in_no_figure_of_any_selection', () => {
    const pass = passOf('c-001');
    const own = viewOf(pass);
    expect(own).toMatchObject({ chamber: mainChamber, figures: { isOwn: true, counted: '14' } });
    const asked: Partial<DashboardInput>[] = [
      { level: 'chamber', name: otherChamber },
      { level: 'chamber', name: otherChamber, industry: '建設業' },
      { level: 'prefecture', name: '新潟県' },
      { level: 'nation' },
    ];
    for (const choice of asked) {
      const { figures } = viewOf({ ...pass, roundId, ...choice });
      expect(figures?.isOwn).toBe(false);
      // Own answers subtracted from a total over both chambers would be the two.
      expect(figures?.items.map(({ index }) => index)).toEqual(figures?.items.map(() => null));
      expect(JSON.stringify(figures?.notes)).not.toMatch(/16 ?件/);
      expect(figures?.shares.flatMap(({ rows }) => rows.map(({ shares }) => shares))).not.toContainEqual(
        expect.any(Array),
      );
    }
  });

  it('wire__carries_no_answer_no_name_no_number_of_a_business', () => {
    const texts = [viewOf(operator), viewOf(passOf('c-001')), viewOf(passOf('c-002'))].map((view) =>
      JSON.stringify(view),
    );
    for (const text of texts) expect(text).not.toMatch(/見本商店|firm\d|@example|0000\d/);
  });

  it('a_chamber_without_answers__sees_what_jcci_sees', () => {
    const theirs = viewOf({ ...passOf('c-003'), roundId }).figures;
    expect(theirs).toMatchObject({ isOwn: false, scope: '全国', counted: '16' });
  });
});

describe('refused', () => {
  it('keys_and_passes_that_are_none__old_ones__another_s__a_chamber_that_the_list_does_not_name', () => {
    const good = passOf('c-001');
    for (const input of [
      {},
      { key: '0'.repeat(64) },
      { ...good, seal: good.seal.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) },
      { ...good, chamber: 'c-002' },
      { ...good, until: '2099-12-31' },
      { ...good, until: 'x' },
      passOf('c-001', '2026-01-31'),
      { ...good, chamber: '', key: good.seal },
    ])
      expect(codesOf({ ...nothing, ...input })).toEqual(['dashboard.pass']);
    expect(codesOf({ ...nothing, ...passOf('c-009') })).toEqual(['dashboard.name']);
  });

  it('tampered_input__is_refused_before_anything_is_read', () => {
    const base = { ...nothing, ...operator };
    for (const [input, name] of [
      [{ ...base, level: 'firm' }, 'level'],
      [{ ...base, name: 'x'.repeat(101) }, 'name'],
      [{ ...base, minN: 1 }, 'input'],
      [{ ...base, roundId: { $ne: '' } }, 'roundId'],
    ] as const) {
      const reply = call(input);
      expect(reply.ok ? [] : reply.issues.map(({ code, message }) => [code, message.includes(name)])).toEqual(
        [['rpc.input', true]],
      );
    }
    for (const input of [null, 'x', []]) expect(codesOf(input)).toEqual(['rpc.input']);
  });

  it('a_revoked_chamber__and_a_copy_that_is_not_jcci_s', () => {
    const { script } = office.workspace.state.properties;
    script['cci.fleet.revoked'] = 'c-001';
    expect(codesOf({ ...nothing, ...passOf('c-001') })).toEqual(['dashboard.pass']);
    delete script['cci.fleet.revoked'];
    const book = bookOf();
    delete script['cci.fleet.surveys'];
    expect(codesOf({ ...nothing, ...operator })).toEqual(['dashboard.closed']);
    script['cci.fleet.surveys'] = book;
  });

  it('log__has_openings_and_refusals_of_those_who_proved_something__never_what_was_looked_at', () => {
    const lines = (): readonly string[] => {
      const book = office.workspace.state.spreadsheets[office.bookId];
      const cells = book?.sheets.find(({ name }) => name === '操作記録')?.cells ?? {};
      return Object.values(cells)
        .map((row) => Object.values(row).map(displayed).join(' '))
        .filter((line) => line.includes('調査の結果を見る'));
    };
    const before = lines().length;
    viewOf(operator);
    viewOf({ ...operator, roundId, level: 'prefecture', name: '新潟県', industry: '建設業' });
    codesOf({ ...nothing, ...passOf('c-009') });
    codesOf({ ...nothing, key: '0'.repeat(64) });
    const added = lines().slice(before);
    expect(added.map((line) => /実行|権限なし/.exec(line)?.[0])).toEqual(['実行', '権限なし']);
    expect(lines().join('\n')).not.toMatch(/新潟県|建設業|見本北/);
  });
});
