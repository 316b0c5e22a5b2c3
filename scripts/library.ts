/** What ships in `forms-templates/`: catalogue, code lists, templates and CSV profiles, read from YAML. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Profile } from '../shared/csv/profile.ts';
import { readProfileDocument } from '../shared/csv/read-document.ts';
import { type Catalogue, readCatalogue } from '../shared/fields/catalogue.ts';
import { type Issue, isHeld, issue, UnusableInput } from '../shared/issue/issue.ts';
import { readTemplate } from '../shared/template/read.ts';
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

/** Reads one `template.yaml`; issues carry `file`, `line` and the words `place`, `lineOf` gives lines for more. */
export function readTemplateFile(
  file: string,
  catalogue: Catalogue,
): {
  readonly template: Template | null;
  readonly issues: readonly Issue[];
  readonly lineOf: YamlDocument['lineOf'];
} {
  const yaml = readYaml(readText(file), file);
  const { lineOf } = yaml;
  if (yaml.issues.length > 0) return { template: null, issues: yaml.issues, lineOf };
  const { template, issues } = readTemplate(yaml.value, catalogue);
  return { template, issues: issues.map((found) => placed(found, file, lineOf)), lineOf };
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
