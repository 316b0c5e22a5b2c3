/** `npm start`: builds the add-on, opens `.workspace/` (seeding the model chamber when it is empty) and serves the desk. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EmulatorApi, ScriptBundle, ScriptRuntime } from '../emulator/api.ts';
import * as emulator from '../emulator/index.ts';
import { startWeb } from '../emulator/web/server.ts';
import { build } from './build/build.ts';
import { users } from './start/chamber.ts';
import { isFresh } from './start/fresh.ts';
import { readOptions } from './start/options.ts';
import { type Baseline, productOf, progressOf } from './start/product.ts';
import { seed } from './start/seed.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, '.workspace');
const baselineFile = join(folder, 'start.json');
const api: EmulatorApi = emulator;

function readBundle(): ScriptBundle {
  const dist = join(root, 'dist');
  const read = (name: string): string => readFileSync(join(dist, name), 'utf8');
  return {
    code: read('Code.js'),
    html: { Sidebar: read('Sidebar.html') },
    manifest: JSON.parse(read('appsscript.json')) as unknown,
    owner: users[0].email,
  };
}

/** The baseline of an earlier start, or null when there is none that fits what is stored. */
function readBaseline(runtime: ScriptRuntime): Baseline | null {
  if (!existsSync(baselineFile)) return null;
  const { spreadsheets, forms } = runtime.workspace.state;
  try {
    const read = JSON.parse(readFileSync(baselineFile, 'utf8')) as Baseline;
    const fits =
      read.version === 1 && spreadsheets[read.bookId] !== undefined && forms[read.formId] !== undefined;
    return fits ? read : null;
  } catch {
    return null;
  }
}

function seeded(runtime: ScriptRuntime): Baseline {
  const at = seed(api, runtime);
  const { answers, approved, exported } = progressOf(runtime.workspace.state, at);
  const baseline: Baseline = { version: 1, ...at, answers, approved, exported };
  runtime.workspace.save();
  writeFileSync(baselineFile, `${JSON.stringify(baseline, null, 2)}\n`);
  return baseline;
}

function open(): ScriptRuntime {
  return api.createRuntime(api.openWorkspace({ dir: folder, clock: 'real' }), readBundle());
}

function wipe(): void {
  rmSync(folder, { recursive: true, force: true });
}

async function main(): Promise<number> {
  const read = readOptions(process.argv.slice(2), process.env.PORT);
  if (!read.ok) {
    console.error(read.message);
    return 2;
  }
  if (!isFresh(root)) await build();
  if (read.options.reset) wipe();
  let runtime = open();
  let baseline = readBaseline(runtime);
  if (baseline === null) {
    // A seeding that died half-way leaves no baseline: it begins again from nothing.
    wipe();
    runtime = open();
    baseline = seeded(runtime);
  }
  const web = await startWeb({ runtime, product: productOf(baseline) }, read.options.port);
  console.log(
    `会議所キットの練習用ワークスペースを開きました: ${web.address}（終了は Ctrl+C、最初からやり直すには npm start -- --reset）`,
  );
  const stop = (): void => {
    void web.close().then(() => {
      runtime.workspace.close();
      process.exit(0);
    });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return 0;
}

const status = await main();
if (status !== 0) process.exitCode = status;
