/**
 * The jobs about forms as a script of the emulator, over templates that a test changes: what a later release of the program
 * would carry. The same modules as the product's, in one piece.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { type CompiledAssets, readAssets } from '../../scripts/build/assets.ts';
import { dataText } from '../../scripts/build/data.ts';
import { parts } from '../../scripts/build/parts.ts';
import type { Built } from './built.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The jobs by the name they are called with; every other call goes to the product's own door. */
const entry = `
import { dispatch } from './addon/rpc/dispatch.ts';
import { catchUp } from './apps-script/jobs/catch-up.ts';
import { collect } from './apps-script/jobs/collect.ts';
import { createForm, previewForm } from './apps-script/jobs/create-form.ts';
import * as forms from './apps-script/jobs/forms/index.ts';
import { activeServices, common, servicesAt, servicesOfForm } from './apps-script/services/index.ts';
import { submittedForm } from './apps-script/services/event.ts';
import { answerConsole } from './addon/rpc/console.ts';
import { answerDashboard } from './addon/rpc/dashboard.ts';
import { dashboardDoor } from './apps-script/services/dashboard.ts';
import { answerGet, answerPost, consoleDoor } from './apps-script/services/web-app.ts';

const jobs = { createForm, previewForm, ...forms, readForm: (services, { formId }) => services.forms.read(formId) };

export function rpc(method, input) {
  const services = activeServices();
  const job = jobs[method];
  if (job === undefined) return dispatch(services, method, input);
  try {
    return JSON.parse(JSON.stringify({ ok: true, result: job(services, input) ?? null }));
  } catch (error) {
    if (Array.isArray(error.issues)) return { ok: false, issues: error.issues };
    throw error;
  }
}
export function onFormSubmitted(event) {
  const formId = submittedForm(event);
  const services = formId === null ? null : servicesOfForm(formId);
  if (services !== null) collect(services);
}
export const doGet = (event) => answerGet(event);
export const doPost = (event) => answerPost(event);
export const consoleCall = (method, input) => answerConsole(consoleDoor(), method, input);
export const dashboardCall = (input) => answerDashboard(dashboardDoor(), input);
export function hourlyCatchUp() {
  catchUp(common, servicesAt);
}
`;

const names = ['rpc', 'onFormSubmitted', 'hourlyCatchUp', 'doGet', 'doPost', 'consoleCall', 'dashboardCall'];

/** The project's files as modules: parts stand in the script itself, data beside it. */
async function projectModule(assets: CompiledAssets): Promise<string> {
  const modules = Object.entries(parts).flatMap(([part, files]) =>
    Object.entries(files)
      .filter(([, file]) => existsSync(join(root, file)))
      .map(([name, file]) => ({ part, name, file, id: `${part}_${name}` })),
  );
  const table = Object.keys(parts).map((part) => {
    const own = modules.filter((one) => one.part === part);
    return `${part}: { ${own.map(({ name, id }) => `${name}: ${id}`).join(', ')} }`;
  });
  // `Data.html`: one line a value, its name first.
  const data = (await dataText(root, assets)).split('\n').flatMap((line) => {
    const [, name, value] = /^([\w.-]+) ([[{"].*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [`${JSON.stringify(name)}: ${value}`];
  });
  return [
    ...modules.map(({ file, id }) => `import * as ${id} from ${JSON.stringify(join(root, file))};`),
    `const data = { ${data.join(', ')} };`,
    'export const dataOf = (name) => data[name];',
    `export const loadPart = (name) => ({ ${table.join(', ')} })[name];`,
  ].join('\n');
}

export function project(assets: CompiledAssets): Plugin {
  return {
    name: 'project',
    setup(plugged) {
      plugged.onResolve({ filter: /^cci:/ }, ({ path }) => ({ path, namespace: 'cci' }));
      plugged.onLoad({ filter: /^cci:project$/, namespace: 'cci' }, async () => ({
        contents: await projectModule(assets),
        resolveDir: root,
      }));
    },
  };
}

/** What ships in forms-templates, for a test to change. */
export function shippedAssets(): CompiledAssets {
  return readAssets(join(root, 'forms-templates'));
}

/** Bundles the jobs with these templates. */
export async function buildJobs(assets: CompiledAssets = shippedAssets()): Promise<Built> {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'appsscript.json'), 'utf8'));
  const made = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'cciJobs',
    platform: 'browser',
    target: 'es2020',
    charset: 'utf8',
    logLevel: 'silent',
    plugins: [project(assets)],
    footer: {
      js: names.map((name) => `function ${name}(a, b) { return cciJobs.${name}(a, b); }`).join('\n'),
    },
  });
  const code = made.outputFiles[0]?.text ?? '';
  return { code, sidebar: '', forms: '', manifest, bundle: { code, html: {}, manifest } };
}
