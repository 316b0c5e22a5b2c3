/** The address that `cci release key` makes opens the console for its person, and for nobody else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { consolePage } from '../../apps-script/jobs/release/console.ts';
import { releaseKeyCommand } from '../../scripts/cli/release-key.ts';
import { UnusableInput } from '../../shared/issue/issue.ts';

const master = '7a'.repeat(32);
const office = { book: 'b', folder: 'f', master, revoked: new Set<string>() };
let folder = '';
let config = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cci-key-'));
  config = join(folder, 'release.yaml');
  writeFileSync(join(folder, 'list.csv'), 'code,name,prefecture\nc-1,見本商工会議所,13\n');
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

/** What was printed. */
function printed(person: string): string {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  expect(releaseKeyCommand({ config, person })).toBe(0);
  return write.mock.calls.map(([text]) => String(text)).join('');
}

describe('cci release key', () => {
  it('address__opens_the_page_of_its_person_alone__and_holds_no_secret', () => {
    const text = printed(' Mihon+1@JCCI.example ');
    const { searchParams } = new URL(text.split('\n')[1] ?? '');
    const [person = '', key = ''] = [searchParams.get('who') ?? '', searchParams.get('key') ?? ''];
    expect(searchParams.get('page')).toBe('console');
    expect(person).toBe('mihon+1@jcci.example');
    expect(consolePage(office, { key, person })?.kind).toBe('html');
    expect(consolePage(office, { key, person: 'other@jcci.example' })).toBeNull();
    expect(consolePage(office, { key, person: '' })).toBeNull();
    expect(consolePage({ ...office, master: '8b'.repeat(32) }, { key, person })).toBeNull();
    expect(text).not.toContain(master);
  });

  it('no_address__or_no_secret__nothing_is_made', () => {
    for (const person of ['', '見本', 'a@b@c', 'a b@jcci.example'])
      expect(() => releaseKeyCommand({ config, person })).toThrow(UnusableInput);
    vi.stubEnv('CCI_RELEASE_SECRET', '');
    expect(() => releaseKeyCommand({ config, person: 'mihon@jcci.example' })).toThrow(UnusableInput);
  });
});
