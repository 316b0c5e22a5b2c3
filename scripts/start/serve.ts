/** Opens the model chamber's workspace in a folder (building and seeding where needed) and serves its desk. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EmulatorApi, ScriptBundle, ScriptRuntime } from '../../emulator/api.ts';
import * as emulator from '../../emulator/index.ts';
import { startWeb } from '../../emulator/web/server.ts';
import { build } from '../build/build.ts';
import { readProduct } from '../build/products.ts';
import { users } from './chamber.ts';
import { withEarlierTemplate } from './earlier-form.ts';
import { isFresh } from './fresh.ts';
import { type Baseline, productOf, progressOf } from './product.ts';
import { seed } from './seed.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const api: EmulatorApi = emulator;

/** Where `npm start` keeps the workspace unless told otherwise. */
export const usualFolder = join(root, '.workspace');

export interface Serving {
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  readonly runtime: ScriptRuntime;
  /** The product being served; an HTML file put in the place of another is what the next run reads. */
  readonly bundle: ScriptBundle;
  readonly baseline: Baseline;
  /** Stops serving, saves the workspace and stops its timers. */
  close(): Promise<void>;
}

function readBundle(): ScriptBundle {
  return { ...readProduct(join(root, 'dist')), owner: users[0].email };
}

const baselineFile = (folder: string): string => join(folder, 'start.json');

/** The baseline of an earlier start, or null when there is none that fits what is stored. */
function readBaseline(folder: string, runtime: ScriptRuntime): Baseline | null {
  if (!existsSync(baselineFile(folder))) return null;
  const { spreadsheets, forms } = runtime.workspace.state;
  try {
    const read = JSON.parse(readFileSync(baselineFile(folder), 'utf8')) as Baseline;
    const fits =
      read.version === 1 && spreadsheets[read.bookId] !== undefined && forms[read.formId] !== undefined;
    return fits ? read : null;
  } catch {
    return null;
  }
}

function seeded(folder: string, runtime: ScriptRuntime, bundle: ScriptBundle): Baseline {
  const at = seed(api, runtime, api.createRuntime(runtime.workspace, withEarlierTemplate(bundle)));
  const { answers, approved, exported } = progressOf(runtime.workspace.state, at);
  const baseline: Baseline = { version: 1, ...at, answers, approved, exported };
  runtime.workspace.save();
  mkdirSync(folder, { recursive: true });
  writeFileSync(baselineFile(folder), `${JSON.stringify(baseline, null, 2)}\n`);
  return baseline;
}

/** Removes what earlier starts wrote, and nothing else: the folder may be one that a person named. */
function wipe(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (/^(start\.json|state\.json(\.\d+\.tmp)?)$/.test(name)) rmSync(join(folder, name));
  }
}

/** Serves the workspace of `folder` on 127.0.0.1 at `port` (0: any free one) or the next free port. `reset` begins anew. */
export async function serve(options: {
  readonly folder: string;
  readonly port: number;
  readonly reset: boolean;
}): Promise<Serving> {
  const { folder } = options;
  if (!isFresh(root)) await build();
  const bundle = readBundle();
  const open = (): ScriptRuntime =>
    api.createRuntime(api.openWorkspace({ dir: folder, clock: 'real' }), bundle);
  if (options.reset) wipe(folder);
  let runtime = open();
  let baseline = readBaseline(folder, runtime);
  if (baseline === null) {
    // A seeding that died half-way leaves no baseline: it begins again from nothing.
    wipe(folder);
    runtime = open();
    baseline = seeded(folder, runtime, bundle);
  }
  const { workspace } = runtime;
  const web = await startWeb({ runtime, product: productOf(baseline) }, options.port);
  return {
    address: web.address,
    runtime,
    bundle,
    baseline,
    close: async () => {
      await web.close();
      workspace.close();
    },
  };
}
