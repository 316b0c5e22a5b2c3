/** The REST face, asked by the real client libraries over a socket. */
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { formAnswers, forms, openWorkspace, spreadsheets, type Workspace } from '../../emulator/index.ts';
import { type RestOptions, type RestServer, startRest } from '../../emulator/rest/index.ts';
import { Caller } from '../../scripts/google/call.ts';
import { type Clients, clients } from '../../scripts/google/clients.ts';
import type { Credentials } from '../../scripts/google/credentials.ts';
import { DriveFolder } from '../../scripts/google/drive-folder.ts';
import { failureOf } from '../../scripts/google/failures.ts';
import { takeLease } from '../../scripts/google/lease.ts';
import type { Pace } from '../../scripts/google/token-bucket.ts';

const SERVICE = 'release@nissho-mihon.example';
const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const service: Credentials = { type: 'service_account', client_email: SERVICE, private_key: keys.privateKey };
const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

/** Waits take no time; what was waited is noted. */
function quickPace(): Pace & { readonly slept: number[] } {
  const slept: number[] = [];
  let now = 0;
  return {
    slept,
    now: () => now,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
    },
    random: () => 0.5,
  };
}

const open: RestServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

interface Set {
  readonly workspace: Workspace;
  readonly server: RestServer;
  readonly google: Clients;
}

async function start(
  more: Partial<RestOptions> = {},
  scopes = ['drive', 'spreadsheets', 'forms.body.readonly', 'script.projects.readonly'],
): Promise<Set> {
  const workspace = openWorkspace({ clock: 'virtual' });
  const server = await startRest(workspace, {
    accounts: [{ email: SERVICE, publicKey: keys.publicKey }],
    ...more,
  });
  open.push(server);
  return { workspace, server, google: clients(service, scopes.map(scope), server.url) };
}

const codeOf = async (call: Promise<unknown>): Promise<number> => {
  try {
    await call;
    return 200;
  } catch (error) {
    return failureOf(error, 0).status;
  }
};

describe('authorisation', () => {
  it('service account__signed assertion__is_let_in', async () => {
    const { google } = await start();
    expect((await google.drive.files.list()).data.files).toEqual([]);
  });

  it('service account__wrong key__is_refused', async () => {
    const { server } = await start();
    const other = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const google = clients({ ...service, private_key: other.privateKey }, [scope('drive')], server.url);
    expect(await codeOf(google.drive.files.list())).toBe(400);
  });

  it('user__refresh token__is_let_in_with_the_scopes_consented_to', async () => {
    const account = {
      email: 'kanri@nissho-mihon.example',
      refreshToken: 'r1',
      scopes: [scope('drive.readonly')],
    };
    const { server } = await start({ accounts: [account] });
    const user: Credentials = {
      type: 'authorized_user',
      client_id: 'c',
      client_secret: 's',
      refresh_token: 'r1',
    };
    const google = clients(user, [], server.url);
    expect(await codeOf(google.drive.files.list())).toBe(200);
    expect(await codeOf(google.drive.files.create({ requestBody: { name: 'x' } }))).toBe(403);
  });

  it('scopes__not enough__403_and_nothing_done', async () => {
    const { google, workspace } = await start({}, ['forms.body.readonly']);
    expect(await codeOf(google.drive.files.create({ requestBody: { name: 'x' } }))).toBe(403);
    expect(Object.keys(workspace.state.files)).toEqual([]);
  });

  it('endpoint__elsewhere than this machine__is_refused', () => {
    expect(() => clients(service, [], 'https://example.com/')).toThrow('google.endpoint');
  });
});

describe('Drive', () => {
  it('folder__create, list over pages, read, write over__same_id', async () => {
    const { google } = await start();
    const made = await google.drive.files.create({
      requestBody: { name: '配布', mimeType: 'application/vnd.google-apps.folder' },
      fields: 'id,mimeType',
    });
    expect(Object.keys(made.data).sort()).toEqual(['id', 'mimeType']);
    const folder = new DriveFolder(google, new Caller(quickPace()), made.data.id ?? '');
    for (let n = 0; n < 5; n += 1) {
      await folder.create(await folder.newId(), `release-${n}.json`, JSON.stringify({ n, 名: '見本' }));
    }
    const first = await google.drive.files.list({
      q: `'${made.data.id}' in parents and trashed = false and name contains 'release'`,
      pageSize: 2,
    });
    expect(first.data.files).toHaveLength(2);
    expect(first.data.nextPageToken).toBeTruthy();
    const listed = await folder.list();
    expect(listed.map(({ name }) => name)).toEqual([0, 1, 2, 3, 4].map((n) => `release-${n}.json`));
    const { id, sha256 } = listed[0] ?? { id: '', sha256: '' };
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    await folder.write(id, '{"n":9}');
    expect(await folder.read(id)).toBe('{"n":9}');
    expect((await folder.list())[0]?.sha256).not.toBe(sha256);
    await folder.trash(id);
    expect(await folder.list()).toHaveLength(4);
    expect(await folder.read('nothing')).toBeNull();
  });

  it('create__same id twice__makes_one_file', async () => {
    const { google, workspace } = await start();
    const folder = new DriveFolder(google, new Caller(quickPace()), 'root');
    const id = await folder.newId();
    expect(await folder.create(id, 'a.json', '1')).toBe(true);
    expect(await folder.create(id, 'a.json', '2')).toBe(false);
    expect(await folder.read(id)).toBe('1');
    expect(Object.values(workspace.state.files).filter(({ name }) => name === 'a.json')).toHaveLength(1);
  });

  it('list__a query it does not know__is_refused_rather_than_answered_wrongly', async () => {
    const { google } = await start();
    expect(await codeOf(google.drive.files.list({ q: "fullText contains 'x'" }))).toBe(400);
  });
});

describe('Sheets', () => {
  async function book(set: Set) {
    const made = spreadsheets.createSpreadsheet(set.workspace, '配布の状況', SERVICE);
    return made.id;
  }

  it('append and get__raw texts__keep_leading_zeros_and_start_no_formula', async () => {
    const set = await start();
    const spreadsheetId = await book(set);
    await set.google.sheets.spreadsheets.values.append({
      spreadsheetId,
      range: 'シート1!A:C',
      valueInputOption: 'RAW',
      requestBody: {
        values: [
          ['0101', '=1+1', 3],
          ['0102', '', null],
        ],
      },
    });
    await set.google.sheets.spreadsheets.values.append({
      spreadsheetId,
      range: 'シート1!A:C',
      valueInputOption: 'RAW',
      requestBody: { values: [['0103']] },
    });
    const { data } = await set.google.sheets.spreadsheets.values.get({
      spreadsheetId,
      range: 'シート1!A1:C',
    });
    expect(data.values).toEqual([['0101', '=1+1', '3'], ['0102'], ['0103']]);
  });

  it('batchUpdate__one range that is wrong__writes_nothing', async () => {
    const set = await start();
    const spreadsheetId = await book(set);
    const data = [
      { range: 'シート1!A1', values: [['x']] },
      { range: 'ない!A1', values: [['y']] },
    ];
    const call = set.google.sheets.spreadsheets.values.batchUpdate({
      spreadsheetId,
      requestBody: { valueInputOption: 'RAW', data },
    });
    expect(await codeOf(call)).toBe(400);
    const read = await set.google.sheets.spreadsheets.values.get({ spreadsheetId, range: 'シート1' });
    expect(read.data.values).toBeUndefined();
  });

  it('reads__over the limit of a minute__429', async () => {
    const set = await start({ limits: { 'sheets-read': { project: 300, user: 2 } } });
    const spreadsheetId = await book(set);
    const get = () =>
      codeOf(set.google.sheets.spreadsheets.get({ spreadsheetId, fields: 'sheets.properties.title' }));
    expect([await get(), await get(), await get()]).toEqual([200, 200, 429]);
    set.workspace.advance(60_000);
    expect(await get()).toBe(200);
  });
});

describe('Forms', () => {
  it('get__own form__items_and_a_revision_that_moves; a stranger__403', async () => {
    const { workspace, google } = await start();
    const form = forms.createForm(workspace, '入会申込', 'clerk@mihon-cci.example', true);
    const item = forms.addItem(workspace, form, 'MULTIPLE_CHOICE');
    item.title = '業種';
    forms.setChoices(workspace, form, item, [{ value: '建設業' }, { value: '製造業' }]);
    expect(await codeOf(google.forms.forms.get({ formId: form.id }))).toBe(403);
    form.editors = [SERVICE];
    const { data } = await google.forms.forms.get({ formId: form.id });
    expect(data.items?.[0]).toMatchObject({
      itemId: item.id.toString(16).padStart(8, '0'),
      title: '業種',
      questionItem: {
        question: { choiceQuestion: { type: 'RADIO', options: [{ value: '建設業' }, { value: '製造業' }] } },
      },
    });
    forms.addItem(workspace, form, 'TEXT');
    const again = await google.forms.forms.get({ formId: form.id });
    expect(again.data.revisionId).not.toBe(data.revisionId);
    expect(formAnswers.linkedSheet(workspace, form)).toBeNull();
  });
});

describe('faults', () => {
  it('caller__429 with Retry-After, 503, reset, lost answer__ends_right_and_makes_one_file', async () => {
    const kinds = ['rate-limited', 'unavailable', 'reset', 'answer-lost'] as const;
    let n = -1;
    const set = await start({
      faults: (request) => {
        if (request.method !== 'POST' || request.path === '/token') return null;
        n += 1;
        const kind = kinds[n];
        return kind === undefined
          ? null
          : kind === 'rate-limited'
            ? { kind, retryAfterSeconds: 7 }
            : { kind };
      },
    });
    const pace = quickPace();
    const folder = new DriveFolder(set.google, new Caller(pace), 'root');
    const id = await folder.newId();
    // The fourth try made the file, only its answer was lost: the fifth finds the id taken.
    expect(await folder.create(id, 'a.json', '1')).toBe(false);
    expect(await folder.read(id)).toBe('1');
    expect(pace.slept[0]).toBe(7000);
    expect(pace.slept).toHaveLength(4);
  });

  it('caller__a refusal__is_not_repeated', async () => {
    const set = await start();
    const pace = quickPace();
    const caller = new Caller(pace);
    await expect(caller.call('drive', () => set.google.drive.files.get({ fileId: 'no' }))).rejects.toThrow();
    expect(caller.counts).toEqual({ calls: 1, repeated: 0 });
  });

  it('read__stale__gives_what_stood_before_the_last_write', async () => {
    let stale = false;
    const set = await start({ faults: () => (stale ? { kind: 'stale-read' } : null) });
    const folder = new DriveFolder(set.google, new Caller(quickPace()), 'root');
    const id = await folder.newId();
    await folder.create(id, 'a.json', 'old');
    expect(await folder.read(id)).toBe('old');
    await folder.write(id, 'new');
    stale = true;
    expect(await folder.read(id)).toBe('old');
    stale = false;
    expect(await folder.read(id)).toBe('new');
  });
});

describe('lease', () => {
  const ask = (operator: string, nonce: string, now: number) => ({ operator, nonce, now, forMs: 600_000 });

  it('two at once__one_has_it; ended or expired__the_next_takes_it', async () => {
    const set = await start();
    const folder = new DriveFolder(set.google, new Caller(quickPace()), 'root');
    const first = await folder.newId();
    const [a, b] = await Promise.all([
      takeLease(folder, first, ask('鈴木', 'a', 0)),
      takeLease(folder, first, ask('佐藤', 'b', 0)),
    ]);
    const held = [a, b].filter((one) => one.kind === 'held');
    expect(held).toHaveLength(1);
    const winner = held[0];
    if (winner?.kind !== 'held') throw new Error('nobody has it');
    expect(await takeLease(folder, first, ask('田中', 'c', 1000))).toMatchObject({
      kind: 'busy',
      holder: { operator: a.kind === 'held' ? '鈴木' : '佐藤' },
    });
    await winner.lease.end();
    const next = await takeLease(folder, first, ask('田中', 'c', 2000));
    expect(next.kind).toBe('held');
    // Left without an end: taken over once its time and the slack are past, by one of two.
    const late = 2000 + 600_000 + 60_000;
    const both = await Promise.all([
      takeLease(folder, first, ask('鈴木', 'd', late)),
      takeLease(folder, first, ask('佐藤', 'e', late)),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['busy', 'held']);
    if (next.kind === 'held') expect(next.lease.holds(late)).toBe(false);
  });

  it('answer to the taking lost__the_second_try_knows_its_own', async () => {
    let lost = true;
    const set = await start({
      faults: (request) => {
        if (!lost || request.method !== 'POST' || !request.path.startsWith('/upload')) return null;
        lost = false;
        return { kind: 'answer-lost' };
      },
    });
    const folder = new DriveFolder(set.google, new Caller(quickPace()), 'root');
    const taken = await takeLease(folder, await folder.newId(), ask('鈴木', 'a', 0));
    expect(taken.kind).toBe('held');
  });
});
