/** What passes between JCCI and a chamber: nobody else can write it, nothing old counts, nothing personal fits in. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consentLines, scopeFaults } from './consents.ts';
import { type FleetRow, leastInterval, receive, reportOf } from './fleet.ts';
import { linkCode, readLink } from './link.ts';
import { deferralFault, deferralLabel, isDeferred, policies, policyLabels, readPolicy } from './policy.ts';
import { decide, newRollout } from './rollout.ts';
import { readRollout, rolloutFile, type SeenRollout, toldTo } from './rollout-file.ts';
import { messageWindow, openMessage, parseStatus, type Status, statusMessage } from './status.ts';
import { begin, hour, keyOf, master, planOf } from './testing.ts';

const status = (more: Partial<Status> = {}): Status => ({
  schema: 1,
  chamber: 'r0-1',
  counter: 10,
  nonce: '0'.repeat(32),
  at: begin,
  addon: '0.1.0',
  version: '1.1.0',
  release: { version: '1.2.0', outcome: 'applied', error: '' },
  seq: 3,
  deferredUntil: '',
  forms: [{ template: 'membership-application', version: '1.1.0', count: 2 }],
  own: 4,
  conflicts: 1,
  waiting: 1,
  health: { ok: 10, warn: 1, bad: 0 },
  ...more,
});

const row = (more: Partial<FleetRow> = {}): FleetRow => ({
  code: 'r0-1',
  name: '見本商工会議所',
  prefecture: '13',
  status: null,
  receivedAt: 0,
  ...more,
});

describe('status message', () => {
  const text = statusMessage(status(), keyOf('r0-1'));

  it('sealed__opens__and_only_with_the_right_secret', () => {
    expect(openMessage(text, master, begin)).toEqual({ ok: true, status: status() });
    expect(openMessage(text, 'ab'.repeat(32), begin)).toEqual({ ok: false, fault: 'forged' });
  });

  it('any_character_changed__or_another_chambers_key__is_no_message', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: text.length - 1 }),
        fc.constantFrom('0', '9', 'a', ' ', '"', '}'),
        (at, put) => {
          const other = text.slice(0, at) + put + text.slice(at + 1);
          const opened = openMessage(other, master, begin);
          if (opened.ok) expect(opened.status).toEqual(status());
        },
      ),
      { seed: 20261128, numRuns: 500 },
    );
    const foreign = statusMessage(status({ chamber: 'r0-2' }), keyOf('r0-1'));
    expect(openMessage(foreign, master, begin)).toEqual({ ok: false, fault: 'forged' });
  });

  it('old_or_from_the_future__is_stale', () => {
    expect(openMessage(text, master, begin + messageWindow + 1)).toEqual({ ok: false, fault: 'stale' });
    expect(openMessage(text, master, begin - messageWindow - 1)).toEqual({ ok: false, fault: 'stale' });
  });

  it('nothing_personal_has_a_place', () => {
    const refused: readonly object[] = [
      { name: '見本　太郎' },
      { chamber: '見本商工会議所' },
      { release: { version: '1.2.0', outcome: 'failed', error: '見本 太郎 03-1234-5678' } },
      { release: { version: '1.2.0', outcome: 'failed', error: 'a@b.example' } },
      { forms: [{ template: '見本フォーム', version: '1.0.0', count: 1 }] },
      { forms: [{ template: 'a', version: '1.0.0', count: 1, title: '見本' }] },
      { deferredUntil: '見本 花子' },
      { addon: 'a@b.example' },
      { health: { ok: 1, warn: 0, bad: 0, owner: 'a@b.example' } },
    ];
    for (const more of refused)
      expect(parseStatus({ ...status(), ...more }), JSON.stringify(more)).toBeNull();
    expect(parseStatus(status())).toEqual(status());
  });

  it('garbage__is_malformed', () => {
    for (const bad of ['', '{}', 'null', '[]', '"x"', '{"kind":"status"}', 'x'.repeat(100_000)])
      expect(openMessage(bad, master, begin)).toEqual({ ok: false, fault: 'malformed' });
  });
});

describe('fleet row', () => {
  it('first__then_newer__then_the_same_again__then_an_older', () => {
    const first = receive(row(), status(), begin);
    expect(first).toMatchObject({ ok: true, isNew: true });
    const kept = first.ok ? first.row : row();
    expect(receive(kept, status(), begin + 1)).toEqual({ ok: true, row: kept, isNew: false });
    expect(receive(kept, status({ nonce: '1'.repeat(32) }), begin + hour)).toEqual({
      ok: false,
      fault: 'replayed',
    });
    expect(receive(kept, status({ counter: 9 }), begin + hour)).toEqual({ ok: false, fault: 'replayed' });
    const soon = status({ counter: 11 });
    expect(receive(kept, soon, begin + leastInterval - 1)).toEqual({ ok: false, fault: 'too-soon' });
    expect(receive(kept, soon, begin + leastInterval)).toMatchObject({ ok: true, isNew: true });
  });

  it('not_on_the_list__or_on_another_row__is_foreign', () => {
    expect(receive(null, status(), begin)).toEqual({ ok: false, fault: 'foreign' });
    expect(receive(row({ code: 'r0-2' }), status(), begin)).toEqual({ ok: false, fault: 'foreign' });
  });

  it('status__as_event_of_the_rollout', () => {
    expect(reportOf(status())).toEqual({
      kind: 'report',
      chamber: 'r0-1',
      version: '1.2.0',
      outcome: 'applied',
      error: '',
    });
    expect(reportOf(status({ release: null }))).toBeNull();
  });
});

describe('rollout file', () => {
  const first = decide(newRollout(planOf([2, 3]), null), { kind: 'tick' }, begin).rollout;
  const paused = decide(first, { kind: 'pause', by: 'jcci', reason: '' }, begin + 1).rollout;
  const reader = (last: SeenRollout | null, chamber = 'r0-1') => ({ chamber, key: keyOf(chamber), last });

  it('offered__held__undone__as_the_rollout_says', () => {
    const told = (rollout: typeof first, chamber: string) => {
      const { body } = readRollout(rolloutFile(rollout, master), reader(null, chamber));
      return body === null ? null : toldTo(body, chamber).kind;
    };
    expect(told(first, 'r0-1')).toBe('take');
    expect(told(first, 'r1-1')).toBe('held');
    expect(told(paused, 'r0-1')).toBe('held');
    const back = decide(paused, { kind: 'roll-back', by: 'jcci', reason: '', rings: [] }, begin + 2).rollout;
    expect(told(back, 'r0-1')).toBe('undo');
    expect(told(back, 'r1-1')).toBe('held');
  });

  it('older__forked__foreign__changed__each_refused', () => {
    const [a, b] = [rolloutFile(first, master), rolloutFile(paused, master)];
    const seen = readRollout(b, reader(null)).seen;
    expect(readRollout(b, reader(seen))).toMatchObject({ isSame: true, seen, issues: [] });
    // What was once accepted is the same only by its whole text.
    const other = b.replace('"paused\\":true', '"paused\\":true ');
    expect(readRollout(other, reader(seen))).toMatchObject({ isSame: false, body: null });
    expect(readRollout(a, reader(seen)).issues[0]?.code).toBe('rollout.older');
    expect(readRollout(b, reader({ seq: seen?.seq ?? 0, sha256: '0'.repeat(64) })).issues[0]?.code).toBe(
      'rollout.fork',
    );
    expect(
      readRollout(b, reader({ seq: (seen?.seq ?? 0) - 1, sha256: '0'.repeat(64) })).issues[0]?.code,
    ).toBe('rollout.fork');
    expect(readRollout(b, reader(null, 'stranger')).issues[0]?.code).toBe('rollout.seal');
    expect(readRollout(rolloutFile(paused, 'ab'.repeat(32)), reader(null)).issues[0]?.code).toBe(
      'rollout.seal',
    );
    expect(readRollout(b.replace('"paused\\":true', '"paused\\":false'), reader(null)).issues[0]?.code).toBe(
      'rollout.seal',
    );
    expect(readRollout('{}', reader(null)).issues[0]?.code).toBe('rollout.unreadable');
  });

  it('five_hundred_and_fifteen_chambers__stay_a_small_file', () => {
    const whole = decide(newRollout(planOf([515]), null), { kind: 'tick' }, begin).rollout;
    expect(rolloutFile(whole, master).length).toBeLessThan(50_000);
  });
});

describe('link code', () => {
  const address = 'https://script.google.com/macros/s/mihon/exec';
  it('pasted_with_line_breaks__reads_back', () => {
    const code = linkCode(master, 'r0-1', address);
    expect(readLink(` ${code.replaceAll(' ', '\n')} `)).toEqual({
      chamber: 'r0-1',
      key: keyOf('r0-1'),
      address,
    });
  });
  it('anything_else__is_none', () => {
    const evil = linkCode(master, 'r0-1', 'https://evil.example/macros/s/mihon/exec');
    for (const text of [
      '',
      'cci1',
      evil,
      linkCode(master, 'r0-1', address).slice(0, -60),
      `${linkCode(master, 'r0-1', address)} x`,
    ])
      expect(readLink(text), text).toBeNull();
  });
});

describe('policy', () => {
  it('labels__read_back__blank_is_the_default__unknown_asks', () => {
    for (const policy of policies) expect(readPolicy(` ${policyLabels[policy]} `)).toBe(policy);
    expect(readPolicy('')).toBe('mandated');
    expect(readPolicy('おまかせ')).toBe('ask');
  });
  it('deferral__ends_by_itself', () => {
    expect(isDeferred('2026-12-20', '2026-12-20')).toBe(true);
    expect(isDeferred('2026-12-20', '2026-12-21')).toBe(false);
    expect(deferralLabel('2026-12-20', '2026-12-01')).toBe('見送り〜2026-12-20');
    expect(deferralLabel('2026-12-20', '2026-12-21')).toBe('');
    expect(deferralFault('2026-11-30', '2026-12-01')).toBe('release.deferral-day');
    expect(deferralFault('2026-02-30', '2026-01-01')).toBe('release.deferral-day');
    expect(deferralFault('2027-12-01', '2026-12-01')).toBe('release.deferral-long');
    expect(deferralFault('2026-12-31', '2026-12-01')).toBeNull();
  });
});

describe('consents', () => {
  const a = 'https://www.googleapis.com/auth/spreadsheets';
  const b = 'https://www.googleapis.com/auth/gmail.addons.execute';
  const listed = `| \`${a}\` | 会員データ管理を読み書きします。 | – |\n| \`${b}\` | 短い | – |`;
  it('scope_without_reason__or_reason_without_scope__is_named', () => {
    expect(scopeFaults([a, b, 'https://x.example/c'], listed)).toEqual({
      undeclared: [b, 'https://x.example/c'],
      unused: [],
    });
    expect(scopeFaults([], listed).unused).toEqual([a, b]);
  });
  it('new_scope__says_who_has_to_consent_again', () => {
    expect(consentLines([a], [a], listed)).toEqual([]);
    expect(consentLines([b], [a, b], listed).join('\n')).toContain('spreadsheets：会議所キットを使う人全員');
    expect(consentLines([a], [a, b], listed).join('\n')).toContain('Gmailのカードを使う人');
  });
});
