/** JCCI's side of releases for tests: Drive folder, fleet sheet and settings on the emulator's REST face, and the commands on them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drive, openWorkspace, spreadsheets, type Workspace } from '../../emulator/index.ts';
import { type RestOptions, type RestServer, startRest } from '../../emulator/rest/index.ts';
import { growTo, insertSheet } from '../../emulator/workspace/spreadsheet.ts';
import { runCommand } from '../../scripts/cli/outcome.ts';
import {
  type ReleaseMove,
  type ReleaseMoveArguments,
  releaseMoveCommand,
} from '../../scripts/cli/release-move.ts';
import { type ReleaseOffersArguments, releaseOffersCommand } from '../../scripts/cli/release-offers.ts';
import { type ReleasePublishArguments, releasePublishCommand } from '../../scripts/cli/release-publish.ts';
import { releaseStatusCommand } from '../../scripts/cli/release-status.ts';
import type { Pace } from '../../scripts/google/token-bucket.ts';
import type { SessionArguments } from '../../scripts/release/session.ts';
import type { FleetRow } from '../../shared/release/fleet.ts';
import { fleetCells, fleetHeaders, fleetSheetName } from '../../shared/release/fleet-table.ts';
import type { ListedChamber } from '../../shared/release/rings.ts';
import type { Rollout } from '../../shared/release/rollout.ts';

export const officeSecret = '7a'.repeat(32);
const ACCOUNT = 'haifu@nissho-mihon.example';

export interface Office {
  readonly workspace: Workspace;
  readonly server: RestServer;
  readonly folder: string;
  readonly list: readonly ListedChamber[];
  readonly pace: Pace & { at: number };
  /** Text that the last command printed, and its exit code. */
  readonly printed: { out: string; error: string; code: number };
  files(): Readonly<Record<string, string>>;
  rollout(): Rollout;
  report(rows: readonly FleetRow[]): void;
  publish(more: Partial<ReleasePublishArguments> & { readonly version: string }): Promise<number>;
  move(kind: ReleaseMove, more?: Partial<ReleaseMoveArguments>): Promise<number>;
  status(more?: Partial<SessionArguments> & { readonly chamber?: string }): Promise<number>;
  offers(more?: Partial<ReleaseOffersArguments>): Promise<number>;
  close(): Promise<void>;
}

/** Invented chambers: two of JCCI's own ring, the working group, and others up to `count`. */
export function listOf(count: number): readonly ListedChamber[] {
  const home: ListedChamber[] = ['見本本部', '見本試験'].map((name, at) => ({
    code: `h${at + 1}`,
    name,
    prefecture: '13',
  }));
  const pilot = ['新潟', '燕', '高崎', '飯能', '横須賀', '三島', '京都', '高松'].map((name, at) => ({
    code: `p${at + 1}`,
    name: `${name}商工会議所`,
    prefecture: '15',
  }));
  const others = Array.from({ length: Math.max(0, count - 10) }, (_unused, at) => ({
    code: `c${at + 1}`,
    name: `見本第${at + 1}商工会議所`,
    prefecture: String((at % 47) + 1).padStart(2, '0'),
  }));
  return [...home, ...pilot, ...others];
}

const begin = Date.UTC(2026, 11, 1);

/** Starts JCCI's side. Commands run in this process, with a clock that only moves by hand and by waiting. */
export async function startOffice(rest: Partial<RestOptions> = {}, count = 30): Promise<Office> {
  const workspace = openWorkspace({ clock: 'virtual', startAt: '2026-12-01T09:00:00+09:00' });
  const account = {
    email: ACCOUNT,
    refreshToken: 'haifu',
    scopes: ['drive', 'spreadsheets.readonly', 'forms.body.readonly'].map(
      (name) => `https://www.googleapis.com/auth/${name}`,
    ),
  };
  const server = await startRest(workspace, { accounts: [account], ...rest });
  const { id: folder } = drive.createFile(workspace, {
    name: '配布',
    mimeType: 'application/vnd.google-apps.folder',
    owner: ACCOUNT,
  });
  const book = spreadsheets.createSpreadsheet(workspace, '配布の管理', ACCOUNT);
  const sheet = insertSheet(workspace, book, fleetSheetName);
  growTo(sheet, 600, fleetHeaders.length);
  const list = listOf(count);
  const put = (row: number, texts: readonly string[]): void => {
    sheet.cells[row] = Object.fromEntries(texts.map((v, column) => [column, { t: 'text', v }]));
  };
  put(0, fleetHeaders);
  const dir = mkdtempSync(join(tmpdir(), 'cci-release-'));
  const write = (name: string, text: string): string => {
    writeFileSync(join(dir, name), text);
    return join(dir, name);
  };
  write(
    'chambers.csv',
    ['code,name,prefecture', ...list.map((one) => `${one.code},${one.name},${one.prefecture}`)].join('\n'),
  );
  const config = write(
    'release.yaml',
    [
      `folder: ${folder}`,
      `fleet: ${book.id}`,
      'address: https://script.google.com/macros/s/mihon/exec',
      `lease: ${workspace.newId('file')}`,
      'chambers: chambers.csv',
      'home: [h1, h2]',
      'prefectures: ["13"]',
      'daysBetweenRings: 1',
    ].join('\n'),
  );
  const credentials = write(
    'key.json',
    JSON.stringify({ type: 'authorized_user', client_id: 'c', client_secret: 's', refresh_token: 'haifu' }),
  );
  const notes = write('notes.txt', '反社会的勢力に関する誓約の文を改めました。\n');
  const pace = {
    at: begin,
    now: () => pace.at,
    sleep: async (milliseconds: number) => {
      pace.at += milliseconds;
      workspace.advance(milliseconds);
    },
    random: () => 0.5,
  };
  const given = { config, credentials, endpoint: server.url, operator: '鈴木', pace };
  const printed = { out: '', error: '', code: -1 };

  const files = (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.values(workspace.state.files)
        .filter(({ content, trashed }) => content !== undefined && !trashed)
        .map(({ name, content = '' }) => [name, Buffer.from(content, 'base64').toString('utf8')]),
    );
  const run = async (command: () => Promise<0 | 1 | 2>): Promise<number> => {
    Object.assign(printed, { out: '', error: '' });
    const streams = [process.stdout, process.stderr] as const;
    const [out, error] = streams.map((stream) => stream.write);
    process.stdout.write = (text: string | Uint8Array) => {
      printed.out += String(text);
      return true;
    };
    process.stderr.write = (text: string | Uint8Array) => {
      printed.error += String(text);
      return true;
    };
    try {
      printed.code = await runCommand(command);
    } finally {
      if (out !== undefined) process.stdout.write = out;
      if (error !== undefined) process.stderr.write = error;
    }
    return printed.code;
  };
  const secret = process.env.CCI_RELEASE_SECRET;
  process.env.CCI_RELEASE_SECRET = officeSecret;
  return {
    workspace,
    server,
    folder,
    list,
    pace,
    printed,
    files,
    rollout: () => JSON.parse(files()['office.json'] ?? 'null').rollout as Rollout,
    report(rows) {
      rows.forEach((row, at) => {
        const cells = fleetCells(row);
        put(
          at + 1,
          fleetHeaders.map((header) => cells[header] ?? ''),
        );
      });
    },
    publish: (more) => run(() => releasePublishCommand({ ...given, notes, ...more })),
    move: (kind, more = {}) => run(() => releaseMoveCommand(kind, { ...given, ...more })),
    status: (more = {}) => run(() => releaseStatusCommand({ ...given, ...more })),
    offers: (more = {}) => run(() => releaseOffersCommand({ ...given, ...more })),
    async close() {
      if (secret === undefined) delete process.env.CCI_RELEASE_SECRET;
      else process.env.CCI_RELEASE_SECRET = secret;
      rmSync(dir, { recursive: true });
      await server.close();
    },
  };
}
