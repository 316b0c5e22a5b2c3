/** Reads the data of `forms-templates/` for the server: YAML and mail texts, still unread by the core, whose readers check them at run time. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What the bundle carries, still unread: the shape that `apps-script/jobs/assets.ts` reads. */
export interface CompiledAssets {
  readonly version: 1;
  readonly fields: unknown;
  readonly codeLists: readonly unknown[];
  readonly templates: readonly { readonly document: unknown; readonly mails: Record<string, string> }[];
  readonly profiles: readonly unknown[];
  readonly surveys: readonly unknown[];
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
    .filter((name) => existsSync(join(folder, name, 'template.yaml')))
    .sort()
    .map((name) => join(folder, name))
    .map((path) => ({ document: readYaml(join(path, 'template.yaml')), mails: mailTexts(path) }));
  return {
    version: 1,
    fields: readYaml(join(folder, 'fields.yaml')),
    codeLists: yamlFiles(join(folder, 'code-lists')).map(readYaml),
    templates,
    profiles: yamlFiles(join(folder, 'csv-profiles')).map(readYaml),
    surveys: yamlFiles(join(folder, 'surveys')).map(readYaml),
  };
}
