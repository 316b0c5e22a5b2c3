import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ChromiumMissing, findChromium, type Surroundings } from './chromium.ts';

const cache = join('/home/a', '.cache', 'ms-playwright');

function around(files: readonly string[], part: Partial<Surroundings> = {}): Surroundings {
  return {
    environment: {},
    home: '/home/a',
    exists: (path) => files.includes(path),
    list: (folder) => (folder === cache ? ['chromium-9', 'chromium-1200', 'ffmpeg-1011'] : []),
    starts: () => true,
    ...part,
  };
}

describe('findChromium', () => {
  it('named_by_environment__wins_over_the_system', () => {
    const found = findChromium(
      around(['/opt/c', '/usr/bin/chromium'], { environment: { CHROMIUM_PATH: '/opt/c' } }),
    );
    expect(found).toBe('/opt/c');
  });

  it('named_but_absent__is_an_error_with_code_and_remedy', () => {
    const look = () => findChromium(around([], { environment: { CHROMIUM_PATH: '/opt/none' } }));
    expect(look).toThrow(ChromiumMissing);
    expect(look).toThrow('/opt/none');
  });

  it('stub_that_does_not_start__is_passed_over_for_playwrights_newest', () => {
    const newest = join(cache, 'chromium-1200', 'chrome-linux', 'chrome');
    const files = ['/usr/bin/chromium-browser', join(cache, 'chromium-9', 'chrome-linux', 'chrome'), newest];
    expect(findChromium(around(files, { starts: (path) => path !== '/usr/bin/chromium-browser' }))).toBe(
      newest,
    );
  });

  it('nothing_anywhere__is_null', () => {
    expect(findChromium(around([]))).toBeNull();
  });
});
