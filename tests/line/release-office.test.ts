/** JCCI publishes, watches, pauses and takes back a release by the command line (scenario J3), over the real client libraries. */
import { afterEach, describe, expect, it } from 'vitest';
import type { FleetRow } from '../../shared/release/fleet.ts';
import { chamberKey } from '../../shared/release/hmac.ts';
import { readRelease } from '../../shared/release/release.ts';
import type { Outcome } from '../../shared/release/rollout.ts';
import { readRollout, toldTo } from '../../shared/release/rollout-file.ts';
import type { Status } from '../../shared/release/status.ts';
import { type Office, officeSecret, startOffice } from '../support/release-office.ts';

const open: Office[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((office) => office.close()));
});
async function office(...given: Parameters<typeof startOffice>): Promise<Office> {
  const made = await startOffice(...given);
  open.push(made);
  return made;
}

const day = 86_400_000;

/** What each chamber said last. */
function rowsOf(
  made: Office,
  outcomes: Readonly<Record<string, readonly [Outcome, string]>>,
  version: string,
): readonly FleetRow[] {
  return made.list.map((chamber) => {
    const [outcome, error] = outcomes[chamber.code] ?? [];
    const status: Status | null =
      outcome === undefined
        ? null
        : {
            schema: 1,
            chamber: chamber.code,
            counter: 1,
            nonce: '0'.repeat(32),
            at: made.pace.at,
            addon: '0.1.0',
            version: outcome === 'applied' ? version : '',
            release: { version, outcome, error: error ?? '' },
            seq: 1,
            deferredUntil: '',
            forms: [],
            own: 2,
            conflicts: 0,
            waiting: 0,
            health: { ok: 10, warn: 0, bad: 0 },
          };
    return { ...chamber, status, receivedAt: status === null ? 0 : made.pace.at };
  });
}

const all = (codes: readonly string[], outcome: Outcome): Record<string, readonly [Outcome, string]> =>
  Object.fromEntries(codes.map((code) => [code, [outcome, ''] as const]));

/** What the file tells a chamber today. */
function told(made: Office, chamber: string): string {
  const { body, issues } = readRollout(made.files()['rollout.json'] ?? '', {
    chamber,
    key: chamberKey(officeSecret, chamber),
    last: null,
  });
  if (body === null) throw new Error(issues.map(({ code }) => code).join());
  return toldTo(body, chamber).kind;
}

const home = ['h1', 'h2'];
const pilot = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'];

describe('publish', () => {
  it('dry__shows_what_and_to_whom_and_writes_nothing', async () => {
    const made = await office();
    expect(await made.publish({ version: '1.2.0' })).toBe(0);
    expect(made.files()).toEqual({});
    expect(made.printed.out).toContain('1. 日商内　2 会議所');
    expect(made.printed.out).toContain('2. 作業部会の商工会議所　8 会議所');
    expect(made.printed.out).toContain('--apply を付けて');
    expect(made.printed.out).toContain('誓約の文を改めました');
  });

  it('applied__the_file_is_whole_and_only_the_first_ring_is_told_to_take_it', async () => {
    const made = await office();
    expect(await made.publish({ version: '1.2.0', apply: true })).toBe(0);
    const { release } = readRelease(made.files()['release-1.2.0.json'] ?? '');
    expect(release?.version).toBe('1.2.0');
    expect(release?.texts.has('template.membership-application')).toBe(true);
    expect(made.rollout().plan.release.sha256).toBe(release?.sha256);
    expect([...home, 'p1', 'c1'].map((code) => told(made, code))).toEqual(['take', 'take', 'held', 'held']);
  });

  it('the same version twice changes nothing; a lower one, a bad one, a bad secret__one_line_and_2', async () => {
    const made = await office();
    await made.publish({ version: '1.2.0', apply: true });
    const before = made.files();
    expect(await made.publish({ version: '1.2.0', apply: true })).toBe(0);
    expect(made.printed.out).toContain('もう配り始めています');
    for (const [given, words] of [
      [{ version: '1.1.0' }, '1.1.0'],
      [{ version: '1.3' }, '1.3'],
      [{ version: '1.3.0', start: '12/1' }, '12/1'],
    ] as const) {
      expect(await made.publish({ ...given, apply: true })).toBe(2);
      expect(made.printed.error).toContain(words);
    }
    process.env.CCI_RELEASE_SECRET = 'abc';
    expect(await made.publish({ version: '1.3.0', apply: true })).toBe(2);
    process.env.CCI_RELEASE_SECRET = officeSecret;
    const { [Object.keys(before).find((name) => name.startsWith('lease')) ?? '']: _lease, ...rest } = before;
    expect(made.files()).toMatchObject(rest);
  });
});

describe('J3: rings, a failure, repair, roll-back', () => {
  it('failure in the second ring__stops_before_anybody_further_then_goes_on_then_is_taken_back', async () => {
    const made = await office();
    await made.publish({ version: '1.2.0', apply: true });
    made.report(rowsOf(made, all(home, 'applied'), '1.2.0'));
    made.pace.at += day;
    expect(await made.status({ apply: true })).toBe(0);
    // Five of the eight are offered it first.
    expect(pilot.filter((code) => told(made, code) === 'take')).toHaveLength(5);

    made.report(
      rowsOf(
        made,
        {
          ...all([...home, 'p1', 'p2'], 'applied'),
          p3: ['failed', 'form.item-unknown'],
          p4: ['deferred', ''],
        },
        '1.2.0',
      ),
    );
    expect(await made.status({ apply: true })).toBe(1);
    expect(made.printed.out).toContain('【止まっています】');
    expect(made.printed.out).toContain('高崎商工会議所');
    expect(made.printed.out).toContain('form.item-unknown');
    expect(Object.keys(made.rollout().chambers)).toHaveLength(7);
    expect(made.list.every(({ code }) => told(made, code) === 'held')).toBe(true);
    // Time alone does not set it going again.
    made.pace.at += 3 * day;
    expect(await made.status({ apply: true })).toBe(1);
    expect(Object.keys(made.rollout().chambers)).toHaveLength(7);

    expect(await made.move('resume', { again: true })).toBe(0);
    expect(made.rollout().paused).not.toBeNull();
    expect(await made.move('resume', { again: true, apply: true })).toBe(0);
    expect(told(made, 'p3')).toBe('take');

    expect(await made.move('rollback', { apply: true })).toBe(2);
    expect(made.printed.error).toContain('--reason');
    expect(
      await made.move('rollback', { rings: 'pilot', reason: '選択肢の誤り', apply: true, operator: '佐藤' }),
    ).toBe(0);
    expect(pilot.slice(0, 4).map((code) => told(made, code))).toEqual(['undo', 'undo', 'undo', 'undo']);
    expect(made.printed.out).toContain('佐藤');
    expect(await made.status({ chamber: 'p3' })).toBe(0);
    expect(made.printed.out).toContain('高崎商工会議所（p3）');
    expect(made.printed.out).toContain('失敗　form.item-unknown');
    expect(made.printed.out).not.toMatch(/　(offered|failed|resumed)　/);
  });

  it('console of the command line__counts_add_up_to_the_list', async () => {
    const made = await office({}, 515);
    await made.publish({ version: '1.2.0', apply: true });
    made.report(rowsOf(made, all(home, 'applied'), '1.2.0'));
    await made.status();
    expect(made.printed.out).toContain('報告のある会議所 2 ／ 515');
    const counts = [...made.printed.out.matchAll(/　(\d+) 会議所：/g)].map(([, n]) => Number(n));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(515);
  });
});

describe('two operators', () => {
  it('at once__one_works_and_the_other_is_told_who', async () => {
    const made = await office();
    await made.publish({ version: '1.2.0', apply: true });
    const lease = Object.entries(made.files()).find(([name]) => name.startsWith('lease-'));
    if (lease === undefined) throw new Error('no lease');
    const file = Object.values(made.workspace.state.files).find(({ name }) => name === lease[0]);
    if (file === undefined) throw new Error('no lease');
    // The first is still at work.
    const held = { ...JSON.parse(lease[1]), ended: false, operator: '田中', until: made.pace.at + 60_000 };
    file.content = Buffer.from(JSON.stringify(held)).toString('base64');
    expect(await made.move('pause', { reason: '確認', apply: true })).toBe(2);
    expect(made.printed.error).toContain('田中');
    expect(made.rollout().paused).toBeNull();
    made.pace.at += 3 * 60_000;
    expect(await made.move('pause', { reason: '確認', apply: true })).toBe(0);
    expect(made.rollout().paused?.by).toBe('鈴木');
  });
});

describe('a crash at any call', () => {
  it('and a second run__ends_as_one_run_does', async () => {
    const whole = await office();
    await whole.publish({ version: '1.2.0', apply: true });
    const calls = whole.server.face.calls.length;
    const wanted = whole.rollout();
    // Every call in test:long, one in three else.
    for (let dies = 2; dies <= calls; dies += process.env.CCI_LONG === undefined ? 3 : 1) {
      let n = 0;
      let dead = true;
      const made = await office({
        faults: () => {
          n += 1;
          return dead && n >= dies ? { kind: 'reset' } : null;
        },
      });
      expect(await made.publish({ version: '1.2.0', apply: true })).toBe(2);
      expect(made.printed.error).toMatch(/もう一度/);
      dead = false;
      // Whoever held the lease may be dead: its time has to pass.
      made.pace.at += 15 * 60_000;
      expect(await made.publish({ version: '1.2.0', apply: true })).toBe(0);
      const { rollout, releases } = JSON.parse(made.files()['office.json'] ?? '{}');
      expect(releases).toHaveLength(1);
      expect(Object.keys(rollout.chambers)).toEqual(Object.keys(wanted.chambers));
      expect(readRelease(made.files()['release-1.2.0.json'] ?? '').release?.sha256).toBe(
        rollout.plan.release.sha256,
      );
      expect(told(made, 'h1')).toBe('take');
      expect(told(made, 'p1')).toBe('held');
      await made.close();
      open.splice(open.indexOf(made), 1);
    }
  });

  it('one call in ten struck by any fault__ends_right', async () => {
    const { seededFaults } = await import('../../emulator/rest/index.ts');
    for (const seed of [1, 2, 3]) {
      const made = await office({ faults: seededFaults(seed, 0.1) });
      expect(await made.publish({ version: '1.2.0', apply: true })).toBe(0);
      expect(told(made, 'h1')).toBe('take');
      expect(readRelease(made.files()['release-1.2.0.json'] ?? '').release?.version).toBe('1.2.0');
    }
  });
});
