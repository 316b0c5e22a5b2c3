/**
 * Finds a Chromium for the browser tests and the pictures, or installs one where that is allowed: CHROMIUM_PATH, the system's,
 * Playwright's own; on a Debian-like system as root, the package manager. Otherwise one clear error.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** What the search may look at; a test passes its own. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly exists: (path: string) => boolean;
  /** Names in a folder, [] when there is none. */
  readonly list: (folder: string) => readonly string[];
  /** True when the file is a browser that starts (some systems ship a stub under the same name). */
  readonly starts: (path: string) => boolean;
}

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Inside one Playwright revision's folder, by platform. */
const revisionPaths = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
];

/** `--no-sandbox`: containers forbid Chromium's own sandbox; the tests only open pages of this project. */
const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export class ChromiumMissing extends Error {
  override readonly name = 'ChromiumMissing';
  readonly code = 'CHROMIUM_MISSING';
}

function here(): Surroundings {
  return {
    environment: process.env,
    home: homedir(),
    exists: existsSync,
    list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
    starts: (path) => spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0,
  };
}

/** Path of a Chromium that starts, or null. A CHROMIUM_PATH that is wrong is an error, not a hint. */
export function findChromium(around: Surroundings = here()): string | null {
  const named = around.environment.CHROMIUM_PATH ?? '';
  if (named !== '') {
    if (around.exists(named)) return named;
    throw new ChromiumMissing(
      `[CHROMIUM_MISSING] CHROMIUM_PATH の「${named}」がありません。Chromium の実行ファイルを指すか、CHROMIUM_PATH を消してください。`,
    );
  }
  const candidates = [...systemPaths, ...playwrightPaths(around)];
  return candidates.find((path) => around.exists(path) && around.starts(path)) ?? null;
}

/** https://playwright.dev/docs/browsers#managing-browser-binaries; the newest revision first. */
function playwrightPaths(around: Surroundings): readonly string[] {
  const { environment, home } = around;
  const folders = [
    environment.PLAYWRIGHT_BROWSERS_PATH ?? '',
    join(home, '.cache', 'ms-playwright'),
    join(home, 'Library', 'Caches', 'ms-playwright'),
    environment.LOCALAPPDATA === undefined ? '' : join(environment.LOCALAPPDATA, 'ms-playwright'),
  ].filter((folder) => folder !== '');
  return folders.flatMap((folder) =>
    around
      .list(folder)
      .filter((name) => /^chromium-\d+$/.test(name))
      .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
      .flatMap((name) => revisionPaths.map((path) => join(folder, name, ...path.split('/')))),
  );
}

/** True where the package manager may be used without asking: root on a Debian-like system. */
function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version');
}

/** Installs Chromium and a Japanese font. Returns the end of what went wrong, '' when nothing did. */
function install(): string {
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  const packages = ['chromium', 'fonts-noto-cjk'];
  process.stderr.write('ブラウザーの試験のため、chromium と fonts-noto-cjk を入れます（apt-get）…\n');
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { status, stderr, error } = spawnSync('apt-get', [...wait, ...words], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 600_000,
    });
    if (status !== 0) return (error?.message ?? stderr ?? '').trim().split('\n').slice(-2).join(' ');
  }
  return '';
}

function chromiumPath(): string {
  const found = findChromium();
  if (found !== null) return found;
  let trouble = '';
  if (mayInstall()) {
    trouble = install();
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  throw new ChromiumMissing(
    [
      '[CHROMIUM_MISSING] ブラウザーの試験に使う Chromium が見つかりません。次のどれかをしてください。',
      '  1. Debian・Ubuntu なら: sudo apt-get install chromium fonts-noto-cjk',
      '  2. どこでも: npx playwright-core install chromium',
      '  3. すでにあるなら: CHROMIUM_PATH=/実行ファイルの場所 npm test',
      ...(trouble === '' ? [] : [`  （apt-get での導入に失敗しました：${trouble}）`]),
    ].join('\n'),
  );
}

/** Starts a headless Chromium; the caller closes it. Throws `ChromiumMissing`. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: launchArguments });
}
