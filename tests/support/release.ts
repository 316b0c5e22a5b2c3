/** Chambers that are connected with JCCI, for the tests of releases: a release out of changed templates, a roll-out, a JCCI that answers. */
import type { RunRequest, RunResult, ScriptRuntime, WebRequest, Workspace } from '../../emulator/api.ts';
import { createRuntime, openWorkspace } from '../../emulator/index.ts';
import type { WorkspaceState } from '../../emulator/workspace/model.ts';
import type { CompiledAssets } from '../../scripts/build/assets.ts';
import { linkCode } from '../../shared/release/link.ts';
import { packRelease, readRelease } from '../../shared/release/release.ts';
import { defaultRules, type ReleasePointer } from '../../shared/release/rings.ts';
import { decide, newRollout, type Rollout, type RolloutEvent } from '../../shared/release/rollout.ts';
import { rolloutFile } from '../../shared/release/rollout-file.ts';
import { openMessage, type Status } from '../../shared/release/status.ts';
import type { Built } from './built.ts';
import { ask, type Chamber, chamberFrom, clerk, records, snapshot } from './chamber.ts';
import { chamberWithForm, type TemplateDraft } from './forms.ts';
import { shippedAssets } from './jobs-bundle.ts';

export const master = 'a5'.repeat(32);
export const address = 'https://script.google.com/macros/s/jcci/exec';
export const code = '13-001';

/** A release out of the templates that a test changed. */
export function packed(
  version: string,
  edit: (templates: ReadonlyMap<string, TemplateDraft>) => void,
  more: Readonly<Record<string, string>> = {},
  leastAddon = '0.1.0',
): string {
  const assets = JSON.parse(JSON.stringify(shippedAssets())) as Omit<CompiledAssets, 'templates'> & {
    templates: { document: TemplateDraft; mails: Record<string, string> }[];
  };
  const byId = new Map(assets.templates.map(({ document }) => [document.id, document]));
  edit(byId);
  const texts = assets.templates.map((one) => [`template.${one.document.id}`, JSON.stringify(one)]);
  return packRelease({
    version,
    madeAt: Date.UTC(2026, 10, 24),
    notes: ['誓約の文を改めました。'],
    leastAddon,
    texts: { ...Object.fromEntries(texts), ...more },
  });
}

export function pointerTo(text: string): ReleasePointer {
  const { release, issues } = readRelease(text);
  if (release === null) throw new Error(JSON.stringify(issues));
  const { version, sha256 } = release;
  return { version, sha256, address: `${address}?page=release&version=${version}` };
}

/** JCCI as the network sees it: files to be fetched, messages that came in. */
export class Jcci {
  rollout: Rollout | null = null;
  readonly releases = new Map<string, string>();
  readonly got: Status[] = [];
  readonly asked: string[] = [];
  /** Answers nothing useful while set. */
  down = false;
  /** What is served instead of the roll-out. */
  forged: string | null = null;

  /** Publishes a release to one ring of these chambers, begins at once. */
  publish(text: string, now: number, back: string | null = null, chambers: readonly string[] = [code]): void {
    const release = pointerTo(text);
    this.releases.set(release.version, text);
    if (back !== null) this.releases.set(pointerTo(back).version, back);
    const plan = {
      release,
      back: back === null ? null : pointerTo(back),
      rings: [{ id: 'ring', name: '見本', startsAt: Math.floor(now), chambers: [...chambers] }],
      rules: defaultRules,
    };
    this.rollout = newRollout(plan, this.rollout);
    this.event({ kind: 'tick' }, now);
  }

  event(event: RolloutEvent, now: number): void {
    if (this.rollout === null) throw new Error('nothing published');
    const { rollout, issues } = decide(this.rollout, event, now);
    if (issues.length > 0) throw new Error(JSON.stringify(issues));
    this.rollout = rollout;
  }

  /** Stands under JCCI's address in the chamber's workspace. */
  answer({ method, url, body }: WebRequest, now: number): string {
    if (this.down) return '<html>混み合っています</html>';
    if (method === 'POST') {
      const opened = openMessage(body, master, now);
      if (!opened.ok) return JSON.stringify({ ok: false, fault: opened.fault });
      this.got.push(opened.status);
      return JSON.stringify({ ok: true });
    }
    const query = new URLSearchParams(url.split('?')[1] ?? '');
    this.asked.push(query.get('page') ?? '');
    if (query.get('page') === 'release') return this.releases.get(query.get('version') ?? '') ?? '';
    return this.forged ?? (this.rollout === null ? '' : rolloutFile(this.rollout, master));
  }

  serve({ workspace }: Chamber): void {
    workspace.web.set(address, (request) => ({
      status: 200,
      contentType: 'application/json',
      body: this.answer(request, workspace.now()),
      ms: 300,
    }));
  }

  last(): Status {
    const status = this.got[this.got.length - 1];
    if (status === undefined) throw new Error('no status came in');
    return status;
  }
}

const ready = new WeakMap<Built, Map<string, { readonly state: WorkspaceState; readonly bookId: string }>>();

/** A chamber with a form of the first version, connected with this JCCI: made once for a program and template, then each a copy. */
export function connected(
  built: Built,
  jcci: Jcci,
  templateId = 'membership-application',
  values?: Record<string, string>,
): Chamber {
  const made = ready.get(built) ?? new Map<string, { state: WorkspaceState; bookId: string }>();
  ready.set(built, made);
  const known = made.get(templateId);
  if (known === undefined) {
    const chamber = chamberWithForm(built, templateId, values);
    ask(chamber, 'connectRelease', { code: linkCode(master, code, address) });
    made.set(templateId, { state: snapshot(chamber), bookId: chamber.bookId });
    return connected(built, jcci, templateId);
  }
  const chamber = chamberFrom(built, known.state, known.bookId);
  jcci.serve(chamber);
  return chamber;
}

export const hour = 3_600_000;

/** The hourly run of the clerk, an hour later. */
export function nextHour(chamber: Chamber, more: Partial<RunRequest> = {}): RunResult {
  chamber.workspace.advance(hour);
  return chamber.runtime.run({ fn: 'hourlyCatchUp', user: clerk, kind: 'trigger', ...more });
}

/** The run has to go well. */
export function goodHour(chamber: Chamber, more: Partial<RunRequest> = {}): RunResult {
  const result = nextHour(chamber, more);
  if (!result.ok) throw new Error(`${result.error.message}\n${result.logs.join('\n')}`);
  return result;
}

/** State of the agent, as `_pull` holds it. */
export function pullState(chamber: Chamber): Readonly<Record<string, unknown>> {
  const [row] = records(chamber, '_pull');
  return JSON.parse((row?.データ1 ?? '|null').slice(1)) as Readonly<Record<string, unknown>>;
}

export const jcciUser = 'release@jcci.example';

export interface Office {
  readonly workspace: Workspace;
  readonly runtime: ScriptRuntime;
  readonly bookId: string;
  readonly folderId: string;
}

/** JCCI's own copy of the program, deployed as a web app, with its properties; `files` by name in its folder. */
export function openOffice(
  built: Built,
  files: Readonly<Record<string, string>> = {},
  workspace: Workspace = openWorkspace({
    clock: 'virtual',
    startAt: '2026-11-24T10:00:00+09:00',
    seed: 11,
  }),
): Office {
  workspace.addUser({ email: jcciUser, name: '見本 日商', role: 'jcci' });
  const maker = createRuntime(workspace, {
    code: `function make(secret, files) {
      const book = SpreadsheetApp.create('配布の状況');
      const folder = DriveApp.createFolder('配信');
      for (const [name, text] of Object.entries(files)) folder.createFile(name, text, 'application/json');
      PropertiesService.getScriptProperties().setProperties({
        'cci.fleet.book': book.getId(), 'cci.fleet.folder': folder.getId(), 'cci.fleet.master': secret,
      });
      return [book.getId(), folder.getId()];
    }`,
    html: {},
    manifest: built.manifest,
  });
  const made = maker.run({ fn: 'make', args: [master, files], user: jcciUser, kind: 'manual' });
  if (!made.ok) throw new Error(made.error.message);
  const [bookId = '', folderId = ''] = made.value as string[];
  const runtime = createRuntime(workspace, { ...built.bundle, owner: jcciUser });
  runtime.deployWebApp('jcci');
  return { workspace, runtime, bookId, folderId };
}

/** One request to the office's web app, and how it went. */
export function visit(
  { runtime }: Office,
  request: Partial<WebRequest>,
): { readonly body: string; readonly result: RunResult } {
  const { reply, result } = runtime.visitWebApp({
    method: 'GET',
    url: address,
    headers: {},
    contentType: 'application/json',
    body: '',
    ...request,
  });
  return { body: reply.body, result };
}
