/**
 * Compiles the data of `forms-templates/` into one module of the server bundle: YAML and mail texts become a packed
 * JSON text that is unpacked only when a job first asks for it, so that loading the script costs nothing. The core's
 * readers check the content at run time; this file only carries it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { pack } from './pack.ts';

/** Templates whose answers the add-on takes all the way: those whose `flow` has a queue of its own. */
const addOnTemplates: ReadonlySet<string> = new Set(['membership-application', 'register-update']);

/** What the bundle carries, still unread: the shape that `apps-script/jobs/assets.ts` unpacks. */
export interface CompiledAssets {
  readonly version: 1;
  readonly fields: unknown;
  readonly codeLists: readonly unknown[];
  readonly templates: readonly { readonly document: unknown; readonly mails: Record<string, string> }[];
  readonly profiles: readonly unknown[];
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

function readYaml(file: string): unknown {
  return parse(readFileSync(file, 'utf8'));
}

/** Mail texts of a template by their path as `template.yaml` names it (`mail/received.txt`). */
function mailTexts(folder: string): Record<string, string> {
  const texts: Record<string, string> = {};
  const mails = join(folder, 'mail');
  if (!existsSync(mails)) return texts;
  for (const name of readdirSync(mails).sort()) {
    texts[`mail/${name}`] = readFileSync(join(mails, name), 'utf8');
  }
  return texts;
}

/** Reads every data file below `folder` (`forms-templates`). Throws with the file's name on broken YAML. */
export function readAssets(folder: string): CompiledAssets {
  const templates = readdirSync(folder)
    .filter((name) => addOnTemplates.has(name))
    .sort()
    .map((name) => join(folder, name))
    .map((path) => ({ document: readYaml(join(path, 'template.yaml')), mails: mailTexts(path) }));
  return {
    version: 1,
    fields: readYaml(join(folder, 'fields.yaml')),
    codeLists: yamlFiles(join(folder, 'code-lists')).map(readYaml),
    templates,
    profiles: yamlFiles(join(folder, 'csv-profiles')).map(readYaml),
  };
}

/**
 * The module text: a default export of the packed JSON (`pack.ts`) and its unpacked length in bytes.
 * `apps-script/jobs/inflate.ts` unpacks it on first use.
 */
export function assetsModule(assets: CompiledAssets): string {
  return [
    '/** Data of forms-templates, compiled by scripts/build; do not edit. */',
    `export default ${JSON.stringify(pack(JSON.stringify(assets)))};`,
    '',
  ].join('\n');
}
