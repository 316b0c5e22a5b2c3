/** The addresses that `cci release pass` makes open the page 調査の結果 for their chamber until their day, and for nobody else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { callerIn, dashboardPage } from '../../apps-script/jobs/dashboard/page.ts';
import { releasePassCommand } from '../../scripts/cli/release-pass.ts';
import { UnusableInput } from '../../shared/issue/issue.ts';
import { operatorKey } from '../../shared/release/hmac.ts';

const master = '7a'.repeat(32);
const office = { book: 'b', folder: 'f', master, revoked: new Set<string>() };
const today = Date.UTC(2026, 10, 28, 3);
let folder = '';
let config = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cci-pass-'));
  config = join(folder, 'release.yaml');
  writeFileSync(
    join(folder, 'list.csv'),
    'code,name,prefecture\nc-1,見本商工会議所,13\nc-2,見本北商工会議所,15\n',
  );
  writeFileSync(
    config,
    'folder: f\nfleet: s\naddress: https://mihon.example/exec\nlease: l\nchambers: list.csv\nhome: [c-1]\n',
  );
  vi.stubEnv('CCI_RELEASE_SECRET', master);
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function printed(chamber?: string): readonly string[] {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const given = { config, until: '2026-12-31', ...(chamber === undefined ? {} : { chamber }) };
  expect(releasePassCommand(given)).toBe(0);
  const text = write.mock.calls.map(([part]) => String(part)).join('');
  write.mockRestore();
  return text.trim().split('\n');
}

const askedIn = (line: string): Record<string, string> =>
  Object.fromEntries(new URL(line.split(',')[2] ?? '').searchParams);

it('addresses__open_the_page_of_their_chamber_until_their_day__and_hold_no_key', () => {
  const [header, first = '', second = ''] = printed();
  expect(header).toBe('code,name,address');
  expect(printed('c-2').slice(1)).toEqual([second]);
  expect(`${first}${second}`).not.toContain(master);
  const asked = askedIn(first);
  expect(asked).toMatchObject({ page: 'dashboard', chamber: 'c-1', until: '2026-12-31' });
  const page = dashboardPage(office, callerIn(asked), today);
  if (page?.kind !== 'html') throw new Error('no page');
  expect(page.html('<div data-caller="">')).toContain(`data-chamber="c-1"`);
  expect(dashboardPage(office, callerIn(asked), Date.UTC(2027, 0, 1, 3))).toBeNull();
  expect(dashboardPage(office, callerIn({ ...asked, chamber: 'c-2' }), today)).toBeNull();
  expect(dashboardPage(office, callerIn({ ...asked, until: '2027-12-31' }), today)).toBeNull();
  expect(dashboardPage({ ...office, revoked: new Set(['c-1']) }, callerIn(asked), today)).toBeNull();
});

it('page__holds_what_was_shown_as_text_alone', () => {
  const person = 'a"><script>@jcci.example';
  const page = dashboardPage(office, callerIn({ who: person, key: operatorKey(master, person) }), today);
  if (page?.kind !== 'html') throw new Error('no page');
  expect(page.html('<div data-caller="">')).not.toMatch(/<script>|"></);
});

it('no_day__no_such_chamber__no_secret__nothing_is_made', () => {
  for (const until of ['', '2026-13-01', '2026-02-30', '来月'])
    expect(() => releasePassCommand({ config, until })).toThrow(UnusableInput);
  expect(() => releasePassCommand({ config, until: '2026-12-31', chamber: 'c-9' })).toThrow(UnusableInput);
  vi.stubEnv('CCI_RELEASE_SECRET', '');
  expect(() => releasePassCommand({ config, until: '2026-12-31' })).toThrow(UnusableInput);
});
