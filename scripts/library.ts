/** What ships in `forms-templates/`: catalogue, code lists, templates and CSV profiles, read from YAML. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Profile } from '../shared/csv/profile.ts';
import { readProfileDocument } from '../shared/csv/read-profile.ts';
import { type Catalogue, readCatalogue } from '../shared/fields/catalogue.ts';
import { type Issue, isHeld, issue, UnusableInput } from '../shared/issue/issue.ts';
import { checkTemplate } from '../shared/template/check.ts';
import { parseTemplate } from '../shared/template/parse.ts';
import type { Template } from '../shared/template/template.ts';
import { isFolder, readText } from './files.ts';
import { readYaml, type YamlDocument } from './yaml.ts';

/** Folder of the shipped data. */
export const libraryFolder = fileURLToPath(new URL('../forms-templates/', import.meta.url));

function yamlFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

/** The field catalogue with its code lists. */
export function loadCatalogue(folder = libraryFolder): Catalogue {
  const document = (file: string) => readYaml(readFileSync(file, 'utf8'), file).value;
  return readCatalogue(
    document(join(folder, 'fields.yaml')),
    yamlFiles(join(folder, 'code-lists')).map(document),
  );
}

/** Ids of the shipped templates: the folders that hold a `template.yaml`. */
export function templateIds(folder = libraryFolder): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !isFolder(join(folder, entry.name, 'template.yaml')))
    .map((entry) => entry.name)
    .filter((name) => readdirSync(join(folder, name)).includes('template.yaml'))
    .sort();
}

/** Ids of the shipped CSV profiles. */
export function profileIds(folder = libraryFolder): readonly string[] {
  return yamlFiles(join(folder, 'csv-profiles')).map((file) => basename(file, '.yaml'));
}

/** A shipped template by id; `template.not-found` names those there are. */
export function loadTemplate(id: string, catalogue: Catalogue, folder = libraryFolder): Template {
  const known = templateIds(folder);
  if (!known.includes(id)) {
    throw new UnusableInput([
      issue('template.not-found', 'error', '', { params: { name: id, known: known.join('、') } }),
    ]);
  }
  const file = join(folder, id, 'template.yaml');
  const { template, issues } = readTemplateFile(file, catalogue);
  if (template === null) throw new UnusableInput(issues);
  return template;
}

/**
 * File of a template that is named by its id, by id and released version (`membership-application@1.0.0`), by a folder
 * that holds a `template.yaml`, or by a YAML or JSON file. Throws `template.not-found` for an id that there is not.
 */
export function templateFile(name: string, folder = libraryFolder): string {
  if (isFolder(name)) return join(name, 'template.yaml');
  if (existsSync(name) || /[\\/]|\.(ya?ml|json)$/i.test(name)) return name;
  const [id = '', version] = name.split('@');
  const known = templateIds(folder);
  if (!known.includes(id))
    throw new UnusableInput([
      issue('template.not-found', 'error', '', { params: { name, known: known.join('、') } }),
    ]);
  return version === undefined
    ? join(folder, id, 'template.yaml')
    : join(folder, id, 'released', `${version}.yaml`);
}

/**
 * Released versions of a template: the files of `released/` beside it; of a copy elsewhere that has none, those that
 * ship. A file that cannot be read, or is named by another version, is an issue.
 */
export function releasedVersions(
  file: string,
  id: string,
  folder = libraryFolder,
): { readonly released: readonly Template[]; readonly issues: readonly Issue[] } {
  const own = join(dirname(file), 'released');
  const from = isFolder(own) ? own : join(folder, id, 'released');
  const released: Template[] = [];
  const issues: Issue[] = [];
  for (const path of isFolder(from) ? yamlFiles(from) : []) {
    const yaml = readYaml(readText(path), path);
    const { template } = yaml.issues.length > 0 ? { template: null } : parseTemplate(yaml.value);
    if (template !== null && template.version === basename(path, '.yaml')) released.push(template);
    else
      issues.push(
        issue('template.released-file', 'error', '', { params: { file: path, place: `${path}：` } }),
      );
  }
  return { released, issues };
}

/** Reads one `template.yaml`; issues carry `file`, `line` and the words `place`, `lineOf` gives lines for more. */
export function readTemplateFile(
  file: string,
  catalogue: Catalogue,
): {
  /** Null where an error holds it back. */
  readonly template: Template | null;
  /** What has the right shape, whatever else is wrong with it. */
  readonly parsed: Template | null;
  readonly issues: readonly Issue[];
  readonly lineOf: YamlDocument['lineOf'];
} {
  const yaml = readYaml(readText(file), file);
  const { lineOf } = yaml;
  if (yaml.issues.length > 0) return { template: null, parsed: null, issues: yaml.issues, lineOf };
  const { template: parsed, issues: ofShape } = parseTemplate(yaml.value);
  const found = parsed === null ? ofShape : checkTemplate(parsed, catalogue);
  const issues = found.map((one) => placed(one, file, lineOf));
  return { template: isHeld(issues) ? null : parsed, parsed, issues, lineOf };
}

/** A profile by shipped id or by the path of a YAML or JSON file. */
export function loadProfile(idOrFile: string, catalogue: Catalogue, folder = libraryFolder): Profile {
  const known = profileIds(folder);
  const isFile = /[\\/]|\.(ya?ml|json)$/i.test(idOrFile);
  if (!isFile && !known.includes(idOrFile)) {
    throw new UnusableInput([
      issue('profile.not-found', 'error', '', { params: { name: idOrFile, known: known.join('、') } }),
    ]);
  }
  const file = isFile ? idOrFile : join(folder, 'csv-profiles', `${idOrFile}.yaml`);
  const yaml = readYaml(readText(file), file);
  if (yaml.issues.length > 0) throw new UnusableInput(yaml.issues);
  const { profile, issues } = readProfileDocument(yaml.value, catalogue);
  if (profile === null || isHeld(issues))
    throw new UnusableInput(issues.map((found) => placed(found, file, yaml.lineOf)));
  return profile;
}

/** Adds file and line to an issue of a document, and the words that name the place. */
export function placed(found: Issue, file: string, lineOf: (path: string) => number): Issue {
  const path = String(found.params.path ?? '');
  const line = lineOf(path);
  return { ...found, params: { ...found.params, file, line, place: `${file} の ${line} 行目：` } };
}
